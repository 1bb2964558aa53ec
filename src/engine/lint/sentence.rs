//! Sentences and words of a Dutch text.

/// Shortenings after which a sentence goes on.
const SHORT: [&str; 16] = [
    "art", "artt", "nr", "nrs", "bijv", "blz", "o.a", "m.b.t", "jl", "ca", "mr", "dr", "drs",
    "incl", "excl", "st",
];

/// The sentences of `text`.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (sentence, after) = rest.split_at(end(rest));
        rest = after.trim_start();
        Some(sentence.trim_end())
    })
}

/// Where the first sentence of `text` ends.
fn end(text: &str) -> usize {
    let mut marks = text.char_indices().peekable();
    while let Some((at, mark)) = marks.next() {
        if mark == '\n' {
            return at + 1;
        }
        if !matches!(mark, '.' | '!' | '?' | '…') {
            continue;
        }
        while marks
            .next_if(|(_, next)| matches!(next, '.' | '!' | '?' | '”' | '’' | ')' | '"'))
            .is_some()
        {}
        let stop = marks.peek().map_or(text.len(), |(next, _)| *next);
        let after = text.get(stop..).unwrap_or_default();
        let begins = after.trim_start().chars().next();
        let goes_on = !after.is_empty() && !after.starts_with(char::is_whitespace)
            || begins.is_some_and(char::is_lowercase);
        let before = text.get(..at).unwrap_or_default();
        let word = before.rsplit([' ', '(', '\u{a0}']).next().unwrap_or_default();
        let short = mark == '.' && SHORT.contains(&word.to_lowercase().as_str());
        if !goes_on && !short {
            return stop;
        }
    }
    text.len()
}

/// The words of `text`: what stands between white space and has a letter or digit.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops() {
        let text = "Zie art. 35 lid 3 van de AVG. Geldt dat (bijv. bij u)? „Ja.” Dan wel: \
                    U kiest 2.5 of zo.\nKlaar";
        let found: Vec<_> = sentences(text).collect();
        assert_eq!(
            found,
            [
                "Zie art. 35 lid 3 van de AVG.",
                "Geldt dat (bijv. bij u)?",
                "„Ja.”",
                "Dan wel: U kiest 2.5 of zo.",
                "Klaar",
            ]
        );
        assert_eq!(words("Een – twee, drie 4 …").count(), 4);
        assert_eq!(sentences("  ").count(), 0);
    }
}
