//! Every text of a questionnaire under a key of its own: what an overlay in another language replaces.

use super::{Choice, Draft, Id, Kind, Question, Questionnaire, Section, Verdict};

/// One text, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text<'a> {
    /// What says it: a `question`, `section`, `switch`, `rule`, `verdict`, `action` or the `questionnaire`.
    pub of: &'static str,
    /// The name of the question, section, switch, rule, verdict, action or questionnaire that says it.
    pub at: &'a Id,
    /// The field it stands in; a choice's or column's texts stand in `choice`.
    pub field: &'static str,
    /// Its number in the field, from 0.
    pub place: usize,
    /// The text.
    pub words: &'a str,
}

impl Text<'_> {
    /// The key: `question.c1.help.0`. It changes only when the questionnaire's names or the order of a list change.
    pub fn key(&self) -> String {
        format!("{}.{}.{}.{}", self.of, self.at, self.field, self.place)
    }

    /// Whether it is a name rather than sentences.
    pub fn is_name(&self) -> bool {
        matches!(self.field, "title" | "label" | "choice" | "pending_title" | "sources")
    }
}

struct Texts<'a> {
    of: &'static str,
    texts: Vec<Text<'a>>,
}

impl<'a> Texts<'a> {
    fn add(
        &mut self,
        at: &'a Id,
        field: &'static str,
        words: impl IntoIterator<Item = &'a String>,
    ) {
        let words = words.into_iter().enumerate().filter(|(_, words)| !words.trim().is_empty());
        let of = self.of;
        self.texts.extend(words.map(|(place, words)| Text { of, at, field, place, words }));
    }

    fn section(&mut self, section: &'a Section) {
        self.of = "section";
        let at = &section.id;
        self.add(at, "title", [&section.title]);
        self.add(at, "intro", [&section.intro, &section.goal, &section.result]);
        section.questions.iter().for_each(|question| self.question(question));
    }

    fn question(&mut self, question: &'a Question) {
        self.of = "question";
        let at = &question.id;
        self.add(at, "label", [&question.label]);
        self.add(at, "text", [&question.text]);
        match &question.kind {
            Kind::Choice(choices) | Kind::Several(choices) => {
                self.add(at, "choice", choices.iter().map(|choice: &Choice| &choice.label));
                self.add(at, "choice_help", choices.iter().map(|choice| &choice.help));
            }
            Kind::Table(columns) => {
                self.add(at, "choice", columns.iter().map(|column| &column.label));
                self.add(at, "choice_help", columns.iter().map(|column| &column.help));
            }
            _ => {}
        }
        self.add(at, "help", [&question.help]);
        self.add(at, "why", [&question.why]);
        self.add(at, "examples", &question.examples);
        self.add(at, "counter_examples", &question.counter_examples);
        self.add(at, "outdated", [&question.outdated]);
        self.add(at, "sources", &question.sources);
    }

    fn verdict(&mut self, verdict: &'a Verdict) {
        self.of = "verdict";
        let at = &verdict.id;
        self.add(at, "title", [&verdict.title]);
        self.add(at, "sentence", [&verdict.sentence]);
        if let Some(motivation) = &verdict.motivation {
            self.add(at, "motivation", [&motivation.text, &motivation.help]);
            self.add(at, "sources", &motivation.sources);
        }
        self.add(at, "follow_ups", verdict.follow_ups.iter().map(|next| &next.text));
    }
}

impl Questionnaire {
    /// Every text that is not empty, in the order in which a person meets them.
    pub fn texts(&self) -> Vec<Text<'_>> {
        texts(self.draft())
    }
}

/// Every text of `draft` that is not empty, in the order in which a person meets them.
pub(super) fn texts(draft: &Draft) -> Vec<Text<'_>> {
    let mut texts = Texts { of: "questionnaire", texts: Vec::new() };
    texts.add(&draft.id, "title", [&draft.title]);
    texts.add(&draft.id, "intro", [&draft.intro]);
    texts.of = "switch";
    for switch in &draft.switches {
        texts.add(&switch.id, "title", [&switch.title]);
        texts.add(&switch.id, "sources", &switch.sources);
    }
    draft.sections.iter().for_each(|section| texts.section(section));
    texts.of = "rule";
    for rule in &draft.rules {
        texts.add(&rule.id, "rule", [&rule.text]);
        texts.add(&rule.id, "sources", &rule.sources);
    }
    draft.verdicts.iter().for_each(|verdict| texts.verdict(verdict));
    texts.of = "action";
    for action in &draft.actions {
        texts.add(&action.id, "action", [&action.text]);
    }
    texts.of = "questionnaire";
    let pending = &draft.legal_state.pending;
    texts.add(&draft.id, "pending_title", pending.iter().map(|law| &law.title));
    texts.add(&draft.id, "pending", pending.iter().map(|law| &law.text));
    texts.texts
}
