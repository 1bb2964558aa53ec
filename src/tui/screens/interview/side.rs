//! What stands beside a question: its explanation, and the verdict so far.

use super::Interview;
use crate::{
    model::{Answer, Id, Question, Row, Section},
    session::{Fact, Session},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        screens::{home, linked},
        words::{Cycle, Sight, Word},
        world::World,
    },
};
use ratatui::{
    layout::Rect,
    text::{Line, Span},
};

/// From this width on the explanation stands beside the question, not below it.
const WIDE: u16 = 100;

/// The places on the screen of a question.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    pub(super) question: Rect,
    pub(super) explanation: Rect,
    pub(super) verdict: Rect,
}

/// Below this height there is no room for everything at once.
const LOW: u16 = 16;

/// How many lines further the explanation goes at a time.
pub(in crate::tui::screens) const SCROLL: usize = 5;

/// Whether only the question, or only its explanation, finds room.
pub(super) fn is_low(area: Rect) -> bool {
    area.width < WIDE && area.height < LOW
}

/// Divides the body; `wanted` rows are for the question when the explanation stands below it, and `reading` is whether the
/// person asked for more of the explanation. Where there is no room the verdict so far is left to the outcome.
pub(super) fn divide(area: Rect, wanted: u16, reading: bool) -> Places {
    if is_low(area) {
        let rows = if reading { 2 } else { area.height.saturating_sub(1) };
        let [question, explanation, verdict] = divide::rows(area, [Of(rows), Rest(1), Of(0)]);
        return Places { question, explanation, verdict };
    }
    let [body, verdict] = divide::rows(area, [Rest(1), Of(3)]);
    if area.width >= WIDE {
        let left = (body.width * 11 / 20).min(flow::MEASURE);
        let [question, _, explanation] = divide::columns(body, [Of(left), Of(3), Rest(1)]);
        let explanation = Rect { width: explanation.width.min(flow::MEASURE), ..explanation };
        return Places { question, explanation, verdict };
    }
    // The question comes first, but a few lines of explanation always show.
    let most = body.height.saturating_sub(if body.height > 14 { 5 } else { 3 });
    let [question, explanation] = divide::rows(body, [Of(wanted.min(most)), Rest(1)]);
    Places { question, explanation, verdict }
}

/// The explanation of `question`, after the introduction `intro`.
pub(super) fn explanation(
    interview: &Interview,
    world: &World,
    (question, intro): (&Question, &str),
    (area, low): (Rect, bool),
    canvas: &mut Canvas<'_>,
) {
    let [rule, text] = divide::rows(area, [Of(1), Rest(0)]);
    let lines = flow::wrap(&paragraphs(question, intro, world), text.width);
    let most = lines.len().saturating_sub(usize::from(text.height));
    // Where only its heading shows at first, the first step further shows its beginning.
    let from = interview.scroll.saturating_sub(if low { SCROLL } else { 0 }).min(most);
    canvas.rule(rule, world.words.say(Word::Explanation));
    if text.is_empty() {
        let spot = Rect { x: rule.right().saturating_sub(8), width: 6, ..rule };
        canvas.text(spot, " PgDn ", canvas.theme.quiet);
    } else if most > 0 && rule.width > 30 {
        let place = format!(
            " {}-{}/{} PgDn ",
            from + 1,
            (from + usize::from(text.height)).min(lines.len()),
            lines.len()
        );
        let width = u16::try_from(place.len()).unwrap_or(0);
        let spot = Rect { x: rule.right().saturating_sub(width + 2), width, ..rule };
        canvas.text(spot, &place, canvas.theme.quiet);
    }
    canvas.lines(text, lines.into_iter().skip(from));
}

/// Everything that explains a question, after the introduction `intro`.
pub(in crate::tui::screens) fn paragraphs(
    question: &Question,
    intro: &str,
    world: &World,
) -> Vec<Paragraph> {
    let (words, theme) = (world.words, &world.theme);
    let mut parts = Vec::new();
    let mut texts = |word: Option<Word>, items: &[&str], list: bool| {
        let items: Vec<&&str> = items.iter().filter(|item| !item.trim().is_empty()).collect();
        if items.is_empty() {
            return;
        }
        if let Some(word) = word {
            parts.push(Paragraph::gap());
            parts.push(Paragraph::new(words.say(word), theme.heading));
        }
        for item in items {
            parts.push(if list {
                Paragraph::item(*item, theme.text)
            } else {
                Paragraph::new(*item, theme.text)
            });
        }
    };
    let all = |items: &'_ [String]| items.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
    texts(None, &intro.lines().collect::<Vec<_>>(), false);
    texts(None, &[&question.help], false);
    texts(Some(Word::Examples), &all(&question.examples).lines().collect::<Vec<_>>(), true);
    texts(
        Some(Word::CounterExamples),
        &all(&question.counter_examples).lines().collect::<Vec<_>>(),
        true,
    );
    texts(Some(Word::Why), &[&question.why], false);
    texts(Some(Word::Outdated), &[&question.outdated], false);
    texts(Some(Word::Sources), &all(&question.sources).lines().collect::<Vec<_>>(), true);
    parts
}

/// Everything that is said of `question`.
pub(super) fn whole(question: &Question) -> String {
    let lists = [&question.examples, &question.counter_examples, &question.sources];
    let lists = lists.into_iter().flatten().map(String::as_str);
    let texts =
        [&question.text, &question.label, &question.help, &question.why, &question.outdated];
    texts.into_iter().map(String::as_str).chain(lists).collect::<Vec<_>>().join("\n")
}

/// The verdict so far, and which open questions still matter.
pub(super) fn verdict(world: &World, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
    let [rule, text] = divide::rows(area, [Of(1), Rest(0)]);
    canvas.rule(rule, &so_far(world, session));
    let evaluation = session.evaluation();
    let titles: Vec<&str> = evaluation
        .possible
        .iter()
        .filter_map(|id| session.questionnaire().verdict(id))
        .map(|verdict| verdict.title.as_str())
        .collect();
    let lines = if let Some(verdict) = session.verdict() {
        let (answered, asked) = evaluation.progress();
        let state =
            Span::styled(world.words.settled(&verdict.title), world.theme.tone(verdict.tone));
        vec![Line::from(state), Line::raw(world.words.answered(answered, asked))]
    } else {
        let state = Span::styled(world.words.unsettled(evaluation.open.len()), world.theme.strong);
        let mut shown = titles.len();
        let possible = loop {
            let text = world.words.possible(titles.get(..shown).unwrap_or_default());
            let text = if shown < titles.len() {
                let more = world.words.sight(Sight::AndMore(titles.len() - shown));
                format!("{text}; {more}")
            } else {
                text
            };
            if shown <= 1
                || unicode_width::UnicodeWidthStr::width(text.as_str()) <= usize::from(area.width)
            {
                break text;
            }
            shown -= 1;
        };
        vec![Line::from(state), Line::raw(possible)]
    };
    canvas.lines(text, lines);
}

/// What can be taken over at this question; nothing once it is answered.
pub(super) fn earlier(world: &World, session: &Session, id: &Id) -> Option<Fact> {
    session.earlier(id, &world.overview.facts)
}

/// The section that asks this question.
pub(in crate::tui::screens) fn section<'s>(session: &'s Session, id: &Id) -> Option<&'s Section> {
    let place = session.questionnaire().section_of(id)?;
    session.questionnaire().sections().get(place)
}

/// What a section's first words are: its introduction, its goal and result, and the assessments it rests on.
pub(super) fn introduction(world: &World, session: &Session, section: &Section) -> String {
    let words = world.words;
    let mut parts = vec![section.intro.clone()];
    for (word, text) in [(Word::Goal, &section.goal), (Word::Result, &section.result)] {
        if !text.is_empty() {
            parts.push(format!("{}: {text}", words.say(word)));
        }
    }
    for id in &section.rests_on {
        let title = world.overview.questionnaires.iter().find(|line| line.id == *id);
        let title = title.map_or(id.as_str(), |line| &line.title);
        let states: Vec<String> =
            linked::assessments(&world.overview, id, &session.assessment().about)
                .map(|line| format!("{}: {}", line.subject, home::state(line, words)))
                .collect();
        let state = if states.is_empty() {
            words.say(Word::NotBegun).to_owned()
        } else {
            states.join("; ")
        };
        parts.push(format!("{}: {title} ({state})", words.say(Word::RestsOnTests)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

/// What a value is called, and what it means.
pub(super) fn label(world: &World, question: &Question, value: &Id) -> String {
    match question.choice(value.as_str()) {
        Some(choice) if choice.help.is_empty() => choice.label.clone(),
        Some(choice) => format!("{}: {}", choice.label, choice.help),
        None => world.words.value(value).map_or_else(|| value.to_string(), str::to_owned),
    }
}

/// An answer in words, whole.
pub(in crate::tui::screens) fn in_words(
    world: &World,
    question: &Question,
    answer: &Answer,
) -> String {
    match answer {
        Answer::One(value) if !question.values().is_empty() => {
            short_label(world, question, &Id::from(value.as_str()))
        }
        Answer::One(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::Rows(rows) => {
            let cells = |row: &Row| row.values().cloned().collect::<Vec<_>>().join(" │ ");
            rows.iter().map(cells).collect::<Vec<_>>().join("; ")
        }
        Answer::Several(choices) if choices.is_empty() => world.words.sight(Sight::NoneChosen),
        Answer::Several(choices) => {
            let choices = choices.iter().map(|choice| short_label(world, question, choice));
            choices.collect::<Vec<_>>().join(", ")
        }
        Answer::NotApplicable(why) => {
            format!("{}: {why}", world.words.say(Word::NotApplicable))
        }
    }
}

/// What a value is called, without what it means.
pub(in crate::tui::screens) fn short_label(
    world: &World,
    question: &Question,
    value: &Id,
) -> String {
    let choice = question.choice(value.as_str()).map(|choice| choice.label.as_str());
    let told = choice.or_else(|| world.words.value(value));
    told.unwrap_or(value.as_str()).to_owned()
}

/// What stands beside the answer: what was said last time or elsewhere as long as the question is open, and then how the answer
/// stands against that of last time.
pub(in crate::tui::screens) fn beside(
    world: &World,
    session: &Session,
    question: &Question,
) -> Option<String> {
    let (words, id) = (world.words, &question.id);
    if let Some(state) = session.reviewed(id) {
        let was = session.last_time(id).map(|was| in_words(world, question, was));
        return Some(words.reviewed(state, &was.unwrap_or_default()));
    }
    let fact = earlier(world, session, id)?;
    let answer = in_words(world, question, &fact.answer);
    let (told, key) = if session.last_time(id).is_some() {
        (words.last_time(&answer, fact.at.date()), Cycle::Confirms)
    } else {
        (words.earlier(&answer, &fact.title, fact.at.date()), Cycle::TakesOver)
    };
    if session.is_locked() {
        return Some(told);
    }
    let stop = if told.ends_with(['.', '?', '!']) { "" } else { "." };
    Some(format!("{told}{stop} {}", words.cycle(key)))
}

/// The heading above the verdict so far, and in a review how far that is.
fn so_far(world: &World, session: &Session) -> String {
    let title = world.words.say(Word::VerdictSoFar);
    session.review().map_or_else(
        || title.to_owned(),
        |review| format!("{title} · {}", world.words.review(review)),
    )
}
