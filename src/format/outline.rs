//! Where the named things of a questionnaire stand in its text.
//!
//! The reader of RON forgets places, and a text with a flaw may not be readable at all; so this looks for brackets, keys
//! and texts only, and skips what stands between quotes or in a remark.

use crate::model::Part;
use std::ops::Range;

/// Something with a name of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Thing<'t> {
    pub(super) part: Part,
    pub(super) id: &'t str,
    /// Where `id:` stands.
    pub(super) at: usize,
    /// From its opening bracket to its closing one.
    pub(super) span: Range<usize>,
}

/// Every named thing, in the order in which their names stand in `text`.
pub(super) fn outline(text: &str) -> Vec<Thing<'_>> {
    let mut scan = Scan::of(text);
    while scan.step() {}
    while !scan.frames.is_empty() {
        scan.close();
    }
    scan.things.sort_by_key(|thing| thing.at);
    scan.things
}

/// The quoted text that ends at `offset`, if it runs over several lines.
pub(super) fn running_on(text: &str, offset: usize) -> Option<Range<usize>> {
    let mut scan = Scan::of(text);
    while scan.at < offset && scan.step() {}
    let quoted = scan.quoted;
    let lines = text.get(quoted.clone())?.contains('\n');
    (lines && text.get(quoted.end..offset)?.trim().is_empty()).then_some(quoted)
}

/// A bracket that is open.
struct Frame<'t> {
    /// The key that it is the value of.
    key: Option<&'t str>,
    start: usize,
    id: Option<(usize, &'t str)>,
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The key whose value comes now, and where it stands.
    key: Option<(usize, &'t str)>,
    /// The quoted text that was passed last, quotes included.
    quoted: Range<usize>,
    frames: Vec<Frame<'t>>,
    things: Vec<Thing<'t>>,
}

impl<'t> Scan<'t> {
    fn of(text: &'t str) -> Self {
        let (frames, things) = (Vec::new(), Vec::new());
        Self { text, at: 0, key: None, quoted: 0..0, frames, things }
    }

    /// Goes past one thing; false at the end of the text.
    fn step(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(mark) = rest.chars().next() else { return false };
        if rest.starts_with("//") {
            self.at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if mark == '"' || raw(rest).is_some() {
            self.quote(rest);
        } else if mark.is_alphanumeric() || mark == '_' {
            self.word(rest);
        } else {
            match mark {
                '(' | '[' | '{' => self.open(),
                ')' | ']' | '}' => self.close(),
                ',' => self.key = None,
                _ => {}
            }
            self.at += mark.len_utf8();
        }
        true
    }

    fn quote(&mut self, rest: &'t str) {
        let from = self.at;
        let (start, end) = if let Some(hashes) = raw(rest) {
            let start = hashes + 2;
            let close = format!("\"{}", "#".repeat(hashes));
            let inside = rest.get(start..).unwrap_or_default();
            let end = inside.find(&close).unwrap_or(inside.len());
            self.at += (start + end + close.len()).min(rest.len());
            (start, start + end)
        } else {
            let mut escaped = false;
            let end = rest.char_indices().skip(1).find(|(_, mark)| {
                let ends = *mark == '"' && !escaped;
                escaped = *mark == '\\' && !escaped;
                ends
            });
            let end = end.map_or(rest.len(), |(end, _)| end);
            self.at += (end + 1).min(rest.len());
            (1, end)
        };
        self.quoted = from..self.at;
        if let (Some((at, "id")), Some(frame)) = (self.key, self.frames.last_mut()) {
            frame.id = rest.get(start..end).map(|id| (at, id));
        }
    }

    fn word(&mut self, rest: &'t str) {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if after.trim_start().starts_with(':') {
            self.key = Some((self.at, word));
        }
        self.at += end;
    }

    fn open(&mut self) {
        let key = self.key.take().map(|(_, key)| key);
        self.frames.push(Frame { key, start: self.at, id: None });
    }

    fn close(&mut self) {
        self.key = None;
        let Some(frame) = self.frames.pop() else { return };
        let Some((at, id)) = frame.id else { return };
        let keys = self.frames.iter().filter_map(|frame| frame.key).chain(frame.key);
        let part = match keys.collect::<Vec<_>>().as_slice() {
            [] => Part::Whole,
            ["switches"] => Part::Switch,
            ["sections"] => Part::Section,
            ["sections", "questions"] => Part::Question,
            ["sections", "questions", _] => Part::Choice,
            ["definitions"] => Part::Definition,
            ["counts"] => Part::Count,
            ["rules"] => Part::Rule,
            ["verdicts"] => Part::Verdict,
            ["actions"] => Part::Action,
            _ => return,
        };
        self.things.push(Thing { part, id, at, span: frame.start..self.at });
    }
}

/// With how many `#` a raw text begins here; none, if none begins.
fn raw(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.chars().take_while(|mark| *mark == '#').count();
    after.get(hashes..)?.starts_with('"').then_some(hashes)
}

/// Where `words` first stand in `text`, as whole words.
pub(super) fn find_words(text: &str, words: &str) -> Option<usize> {
    let glued = |one: Option<char>, other: Option<char>| {
        let both = one.zip(other);
        both.is_some_and(|(one, other)| one.is_alphanumeric() && other.is_alphanumeric())
    };
    text.match_indices(words).map(|(at, _)| at).find(|at| {
        let (before, after) = (text.get(..*at), text.get(at + words.len()..));
        !glued(before.and_then(|text| text.chars().next_back()), words.chars().next())
            && !glued(words.chars().next_back(), after.and_then(|text| text.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_with_what_they_name() {
        let text = r##"( id: "t", /* id: "no" */ title: r#"a "( b"#,
            sections: [(id: "s", questions: [
                (id: "q", text: "id: \"x\" (", kind: Choice([(id: "a"), (id: "b")])),
            ])],
            rules: [(id: "q", when: Is("q", "a"))], // (id: "no")
            verdicts: [(id: "q")],
            actions: [(verdicts: ["q"], id: "z")"##;
        let found: Vec<_> = outline(text).iter().map(|thing| (thing.part, thing.id)).collect();
        let expected = [
            (Part::Whole, "t"),
            (Part::Section, "s"),
            (Part::Question, "q"),
            (Part::Choice, "a"),
            (Part::Choice, "b"),
            (Part::Rule, "q"),
            (Part::Verdict, "q"),
            (Part::Action, "z"),
        ];
        assert_eq!(found, expected);
        let rule = outline(text).into_iter().find(|thing| thing.part == Part::Rule).unwrap();
        assert_eq!(&text[rule.span], r#"(id: "q", when: Is("q", "a")"#);
    }

    #[test]
    fn a_text_that_runs_on_is_found() {
        let text = "(a: \"b\", c: \"d,\n  e: \"f\", g: \"h\")";
        let place = text.find("f\"").unwrap();
        assert_eq!(running_on(text, place), Some(12..place));
        assert_eq!(running_on("(a: \"b\" c)", 8), None);
    }

    #[test]
    fn words_are_found_whole() {
        assert_eq!(find_words("APPEL, de AP.", "AP"), Some(10));
        assert_eq!(find_words("id: \"a\", aid: 1", "id:"), Some(0));
        assert_eq!(find_words("zeeën", "zee"), None);
    }
}
