//! Whether a draft can be trusted: every flaw at once.
//!
//! A file can also be made to be a burden. So what stands in it is bounded ([`MOST_CHOICES`], [`LONGEST_TEXT`],
//! [`DEEPEST`]), a check takes time in line with the size of the draft, and it stops at [`MOST_FLAWS`].

mod ledger;
mod reach;

use super::{
    Apart, Condition, Draft, Id, Kind, Misapart, Part, Place, Question, Spot, texts::texts,
};
use reach::Reach;
use std::collections::{HashMap, HashSet};

/// More flaws than this are not told at once.
pub const MOST_FLAWS: usize = 100;

/// The most choices of one question, columns of one table, or switches of one questionnaire.
pub const MOST_CHOICES: usize = 200;

/// The longest text, in bytes.
pub const LONGEST_TEXT: usize = 20_000;

/// How deep conditions and the definitions that they read may be nested.
pub const DEEPEST: usize = 100;

/// Why a draft is no questionnaire. `at` is the name of the question, rule, or whatever has the flaw.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Two things share a name.
    #[error("two things are named `{at}`")]
    Twin {
        /// The name.
        at: Id,
    },
    /// A name that nothing has.
    #[error("`{at}` names `{name}`, which does not exist")]
    Stranger {
        /// Where it is used.
        at: Id,
        /// The name.
        name: Id,
        /// What would fit there, for a hint.
        known: Vec<Id>,
    },
    /// A condition reads a question that is not asked before it.
    #[error("`{at}` depends on `{name}`, which is not asked before it")]
    Unasked {
        /// The question with the condition.
        at: Id,
        /// The question it reads.
        name: Id,
    },
    /// A condition compares with a value that the question cannot have.
    #[error("`{at}` compares `{name}` with `{value}`, which is not among its values")]
    Value {
        /// Where.
        at: Id,
        /// The question.
        name: Id,
        /// The value.
        value: Id,
        /// What it can be.
        known: Vec<Id>,
    },
    /// A condition asks how many of something that is no number.
    #[error("`{at}` asks how many `{name}` is, which is no number")]
    NoNumber {
        /// Where.
        at: Id,
        /// The name.
        name: Id,
    },
    /// Definitions that rest on each other.
    #[error("`{at}` rests on itself")]
    Circle {
        /// The definition.
        at: Id,
    },
    /// A text that must be there is empty.
    #[error("`{at}` has no {field}")]
    Blank {
        /// Whose.
        at: Id,
        /// Which field.
        field: &'static str,
    },
    /// A list that must have something in it is empty.
    #[error("`{at}` has an empty list `{field}`")]
    Empty {
        /// Whose.
        at: Id,
        /// Which field.
        field: &'static str,
    },
    /// Conditions and definitions inside each other, deeper than [`DEEPEST`].
    #[error("`{at}` is nested too deep")]
    Deep {
        /// What has the condition.
        at: Id,
    },
    /// A list longer than [`MOST_CHOICES`].
    #[error("`{at}` has a list `{field}` that is too long")]
    Many {
        /// Whose.
        at: Id,
        /// Which field.
        field: &'static str,
    },
    /// A table feeds the register, and none of its columns is the name of an entry.
    #[error("`{at}` has no column for the name")]
    Nameless {
        /// The question.
        at: Id,
    },
    /// A question is marked as being about deviating, and cannot be that.
    #[error("`{at}` cannot be told apart: {fault:?}")]
    Apart {
        /// The question.
        at: Id,
        /// Why not.
        fault: Misapart,
    },
    /// A text longer than [`LONGEST_TEXT`].
    #[error("`{at}` has a text that is too long")]
    Long {
        /// Whose.
        at: Id,
    },
}

impl Flaw {
    /// Where it is to be looked at.
    pub fn place(&self) -> Place<'_> {
        match self {
            Self::Twin { at } | Self::Deep { at } | Self::Long { at } => Place::of(&[], at),
            Self::Circle { at } => Place::of(&[Part::Definition, Part::Count], at),
            Self::Unasked { at, name } => {
                Place::of(&[Part::Section, Part::Question], at).at(Spot::Name(name))
            }
            Self::Nameless { at } => Place::of(&[Part::Question], at).at(Spot::Key("feeds")),
            Self::Apart { at, .. } => Place::of(&[Part::Question], at).at(Spot::Key("apart")),
            Self::Blank { at, field } | Self::Empty { at, field } | Self::Many { at, field } => {
                Place::of(&[], at).at(Spot::Key(field))
            }
            Self::Stranger { at, name, .. } | Self::NoNumber { at, name } => {
                Place::of(&[], at).at(Spot::Name(name))
            }
            Self::Value { at, value, .. } => Place::of(&[], at).at(Spot::Name(value)),
        }
    }
}

/// Every flaw of `draft`.
pub(super) fn flaws(draft: &Draft) -> Vec<Flaw> {
    let verdicts = draft.verdicts.iter().map(|verdict| &verdict.id).collect();
    let switches = draft.switches.iter().map(|switch| &switch.id).collect();
    let names = Names::of(draft);
    let mut check =
        Check { draft, names, verdicts, switches, reach: Reach::default(), flaws: Vec::new() };
    check.twins();
    check.texts();
    check.definitions();
    check.questions();
    check.table();
    check.ledger();
    check.apart();
    check.flaws
}

/// What a name in a condition can stand for.
enum Named<'a> {
    Question(usize, &'a Question),
    Definition(usize),
    Count(usize),
}

struct Names<'a>(HashMap<&'a Id, Named<'a>>);

impl<'a> Names<'a> {
    fn of(draft: &'a Draft) -> Self {
        let mut names = HashMap::new();
        let questions = draft.sections.iter().flat_map(|section| &section.questions);
        for (index, question) in questions.enumerate() {
            names.insert(&question.id, Named::Question(index, question));
        }
        for (index, definition) in draft.definitions.iter().enumerate() {
            names.insert(&definition.id, Named::Definition(index));
        }
        for (index, count) in draft.counts.iter().enumerate() {
            names.insert(&count.id, Named::Count(index));
        }
        Self(names)
    }

    fn known(&self) -> Vec<Id> {
        let mut known: Vec<Id> = self.0.keys().map(|id| (*id).clone()).collect();
        known.sort();
        known
    }
}

struct Check<'a> {
    draft: &'a Draft,
    names: Names<'a>,
    verdicts: HashSet<&'a Id>,
    switches: HashSet<&'a Id>,
    reach: Reach,
    flaws: Vec<Flaw>,
}

impl Check<'_> {
    fn tell(&mut self, flaw: Flaw) {
        if !self.is_full() {
            self.flaws.push(flaw);
        }
    }

    fn is_full(&self) -> bool {
        self.flaws.len() >= MOST_FLAWS
    }

    fn twins(&mut self) {
        let draft = self.draft;
        let questions = draft.sections.iter().flat_map(|s| s.questions.iter().map(|q| &q.id));
        let definitions = draft.definitions.iter().map(|d| &d.id);
        let counts = draft.counts.iter().map(|c| &c.id);
        self.unique(questions.chain(definitions).chain(counts));
        self.unique(draft.sections.iter().map(|section| &section.id));
        self.unique(draft.switches.iter().map(|switch| &switch.id));
        self.unique(draft.rules.iter().map(|rule| &rule.id));
        self.unique(draft.verdicts.iter().map(|verdict| &verdict.id));
        self.unique(draft.actions.iter().map(|action| &action.id));
        for section in &draft.sections {
            for question in &section.questions {
                match &question.kind {
                    Kind::Choice(choices) | Kind::Several(choices) => {
                        self.unique(choices.iter().map(|choice| &choice.id));
                    }
                    Kind::Table(columns) => self.unique(columns.iter().map(|column| &column.id)),
                    _ => {}
                }
            }
        }
    }

    fn unique<'b>(&mut self, ids: impl Iterator<Item = &'b Id>) {
        let mut seen = HashSet::new();
        for id in ids {
            if !seen.insert(id) {
                self.tell(Flaw::Twin { at: id.clone() });
            }
        }
    }

    fn texts(&mut self) {
        let draft = self.draft;
        for text in texts(draft).iter().filter(|text| text.words.len() > LONGEST_TEXT) {
            self.tell(Flaw::Long { at: text.at.clone() });
        }
        self.present(&draft.id, "title", &draft.title);
        self.present(&draft.id, "version", &draft.version);
        for section in &draft.sections {
            self.present(&section.id, "title", &section.title);
            self.filled(&section.id, "questions", section.questions.is_empty());
            for question in &section.questions {
                self.present(&question.id, "label", &question.label);
                self.present(&question.id, "text", &question.text);
                let choices = match &question.kind {
                    Kind::Choice(choices) | Kind::Several(choices) => Some(choices.len()),
                    Kind::Table(columns) => Some(columns.len()),
                    _ => None,
                };
                self.filled(&question.id, "kind", choices == Some(0));
                self.bounded(&question.id, "kind", choices.unwrap_or_default());
            }
        }
        self.bounded(&draft.id, "switches", draft.switches.len());
        for switch in &draft.switches {
            self.present(&switch.id, "title", &switch.title);
        }
        self.filled(&draft.id, "sections", draft.sections.is_empty());
        self.filled(&draft.id, "rules", draft.rules.is_empty());
        self.filled(&draft.id, "verdicts", draft.verdicts.is_empty());
        for rule in &draft.rules {
            self.present(&rule.id, "text", &rule.text);
        }
        for verdict in &draft.verdicts {
            self.present(&verdict.id, "title", &verdict.title);
            self.present(&verdict.id, "sentence", &verdict.sentence);
        }
    }

    fn present(&mut self, at: &Id, field: &'static str, text: &str) {
        if text.trim().is_empty() {
            self.tell(Flaw::Blank { at: at.clone(), field });
        }
    }

    fn filled(&mut self, at: &Id, field: &'static str, empty: bool) {
        if empty {
            self.tell(Flaw::Empty { at: at.clone(), field });
        }
    }

    fn bounded(&mut self, at: &Id, field: &'static str, count: usize) {
        if count > MOST_CHOICES {
            self.tell(Flaw::Many { at: at.clone(), field });
        }
    }

    fn definitions(&mut self) {
        let draft = self.draft;
        for count in &draft.counts {
            for id in &count.of {
                if !self.names.0.contains_key(id) {
                    self.stranger(&count.id, id);
                }
                self.value(&count.id, id, &count.is);
                if matches!(self.names.0.get(id), Some(Named::Count(_))) {
                    self.tell(Flaw::Circle { at: count.id.clone() });
                }
            }
        }
        for definition in &draft.definitions {
            for condition in [&definition.yes, &definition.no] {
                self.condition(&definition.id, condition);
            }
            self.reach_of_definition(definition);
        }
    }

    fn questions(&mut self) {
        let draft = self.draft;
        let mut asked = 0;
        for section in &draft.sections {
            if let Some(when) = &section.when {
                self.condition(&section.id, when);
                self.earlier(&section.id, when, asked);
            }
            let here = asked..asked + section.questions.len();
            for question in &section.questions {
                if let Some(when) = &question.when {
                    self.condition(&question.id, when);
                    self.earlier(&question.id, when, asked);
                }
                if let Some(row) = &question.under
                    && !matches!(self.names.0.get(row), Some(Named::Question(at, _)) if here.contains(at))
                    && !self.is_full()
                {
                    let known = section.questions.iter().map(|other| other.id.clone()).collect();
                    self.tell(Flaw::Stranger { at: question.id.clone(), name: row.clone(), known });
                }
                asked += 1;
            }
        }
    }

    fn table(&mut self) {
        let draft = self.draft;
        for rule in &draft.rules {
            self.condition(&rule.id, &rule.when);
            self.deep(&rule.id, &rule.when);
            self.verdict(&rule.id, &rule.verdict);
            if let Some(exception) = &rule.exception {
                self.condition(&rule.id, &exception.when);
                self.deep(&rule.id, &exception.when);
                self.verdict(&rule.id, &exception.verdict);
            }
        }
        for action in &draft.actions {
            self.present(&action.id, "text", &action.text);
            action.verdicts.iter().for_each(|verdict| self.verdict(&action.id, verdict));
            if let Some(when) = &action.when {
                self.condition(&action.id, when);
                self.deep(&action.id, when);
            }
        }
        for risk in &draft.risks {
            if !self.names.0.contains_key(risk) {
                self.stranger(&draft.id, risk);
            }
        }
    }

    fn apart(&mut self) {
        let questions = self.draft.sections.iter().flat_map(|section| &section.questions);
        for (at, fault) in Apart::faults(questions) {
            self.tell(Flaw::Apart { at: at.clone(), fault });
        }
    }

    fn verdict(&mut self, at: &Id, name: &Id) {
        if !self.verdicts.contains(name) && !self.is_full() {
            let known = self.draft.verdicts.iter().map(|verdict| verdict.id.clone()).collect();
            self.tell(Flaw::Stranger { at: at.clone(), name: name.clone(), known });
        }
    }

    fn stranger(&mut self, at: &Id, name: &Id) {
        if self.is_full() {
            return;
        }
        let known = self.names.known();
        self.tell(Flaw::Stranger { at: at.clone(), name: name.clone(), known });
    }

    /// Every name exists, every value is possible, every number is one.
    fn condition(&mut self, at: &Id, condition: &Condition) {
        let mut names = Vec::new();
        condition.for_each_name(&mut |name| names.push(name.clone()));
        for name in names
            .iter()
            .filter(|name| !self.names.0.contains_key(name))
            .cloned()
            .collect::<Vec<_>>()
        {
            self.stranger(at, &name);
        }
        let mut values = Vec::new();
        condition.for_each_value(&mut |name, value| values.push((name.clone(), value.clone())));
        for (name, value) in &values {
            self.value(at, name, value);
        }
        let mut switches = Vec::new();
        condition.for_each_switch(&mut |name| switches.push(name.clone()));
        for name in switches {
            if !self.switches.contains(&name) && !self.is_full() {
                let known = self.draft.switches.iter().map(|switch| switch.id.clone()).collect();
                self.tell(Flaw::Stranger { at: at.clone(), name, known });
            }
        }
        self.numbers(at, condition);
    }

    fn value(&mut self, at: &Id, name: &Id, value: &Id) {
        let known = match self.names.0.get(name) {
            Some(Named::Question(_, question)) if question.has_value(value) => return,
            Some(Named::Question(_, question)) => {
                let aside = question.not_applicable.then(|| Id::from("not_applicable"));
                question.values().into_iter().chain(aside).collect()
            }
            Some(Named::Definition(_)) => {
                let known = [Id::YES, Id::NO, Id::UNKNOWN];
                if known.contains(&value.as_str()) {
                    return;
                }
                known.map(Id::from).to_vec()
            }
            Some(Named::Count(_)) => Vec::new(),
            None => return,
        };
        if !self.is_full() {
            let (at, name, value) = (at.clone(), name.clone(), value.clone());
            self.tell(Flaw::Value { at, name, value, known });
        }
    }

    fn numbers(&mut self, at: &Id, condition: &Condition) {
        match condition {
            Condition::AtLeast(name, _) | Condition::AtMost(name, _) => {
                let number = match self.names.0.get(name) {
                    Some(Named::Question(_, question)) => {
                        matches!(question.kind, Kind::Number { .. } | Kind::Several(_))
                    }
                    Some(Named::Definition(_)) => false,
                    Some(Named::Count(_)) | None => true,
                };
                if !number {
                    self.tell(Flaw::NoNumber { at: at.clone(), name: name.clone() });
                }
            }
            Condition::Not(inner) => self.numbers(at, inner),
            Condition::All(inner) | Condition::Any(inner) => {
                for condition in inner {
                    self.numbers(at, condition);
                }
            }
            _ => {}
        }
    }
}
