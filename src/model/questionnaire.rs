//! The questions, as their author wrote them and as the program may trust them.

use super::{Apart, Condition, Count, Definition, Feeds, Flaw, Id, Proves, Switch, check};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A questionnaire (vragenlijst) as its author wrote it; nothing in it is checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Its name; see the contract's list of names.
    pub id: Id,
    /// Year, month and number: `2026.11.0`. A changed rule is a new version.
    pub version: String,
    /// What it is called on screen and paper.
    pub title: String,
    /// What it is about: the whole institution, or one processing activity.
    pub about: Subject,
    /// What a person gets out of it, in two or three sentences.
    pub intro: String,
    /// When the rules were last checked against the law, and what may change them.
    pub legal_state: LegalState,
    /// After how many months the outcome must be looked at again.
    #[serde(default = "twelve")]
    pub review_months: u32,
    /// Law that holds from a day on; conditions read whether it does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub switches: Vec<Switch>,
    /// The questions, in the order they are asked.
    pub sections: Vec<Section>,
    /// Names for what follows from several answers.
    #[serde(default)]
    pub definitions: Vec<Definition>,
    /// Names for numbers of answers.
    #[serde(default)]
    pub counts: Vec<Count>,
    /// The decision table, in order.
    pub rules: Vec<Rule>,
    /// What the table can say, strictest first.
    pub verdicts: Vec<Verdict>,
    /// What must be done.
    #[serde(default)]
    pub actions: Vec<ActionTemplate>,
    /// Questions of which one more "ja" may never give a milder verdict.
    #[serde(default)]
    pub risks: Vec<Id>,
    /// What the outcome proves about an entry of the register.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proves: Option<Proves>,
}

fn twelve() -> u32 {
    12
}

/// What a questionnaire is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// The institution as a whole.
    Organisation,
    /// One processing activity.
    Processing,
}

/// The date of the rules (rechtsstand), and the law that is under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalState {
    /// When the rules were last checked against the law.
    pub date: Date,
    /// Proposals and procedures that may change them.
    #[serde(default)]
    pub pending: Vec<Pending>,
}

/// Law that is not in force yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pending {
    /// What it is called.
    pub title: String,
    /// What it would change, and how far it is.
    pub text: String,
}

/// A group of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its name.
    pub id: Id,
    /// What it is called.
    pub title: String,
    /// What a person should know before starting on it.
    #[serde(default)]
    pub intro: String,
    /// What the section is for (a step of a step plan).
    #[serde(default)]
    pub goal: String,
    /// What is there when the section is done (a step of a step plan).
    #[serde(default)]
    pub result: String,
    /// How it is asked.
    #[serde(default)]
    pub layout: Layout,
    /// When any of its questions is asked; always, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The questionnaires whose outcome this section rests on.
    #[serde(default)]
    pub rests_on: Vec<Id>,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

/// How a section is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Layout {
    /// One question at a time.
    #[default]
    Pages,
    /// One list; every row is answered in place.
    Checklist,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The name that answers, conditions and other programs use.
    pub id: Id,
    /// A few words for lists, checklist rows and reasons.
    pub label: String,
    /// What is asked.
    pub text: String,
    /// How it is answered.
    pub kind: Kind,
    /// When it is asked; always, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The row of a checklist that this question belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<Id>,
    /// Toelichting: what the words mean, in plain Dutch.
    #[serde(default)]
    pub help: String,
    /// Waarom deze vraag.
    #[serde(default)]
    pub why: String,
    /// Voorbeelden uit de praktijk: when the answer is typically "ja".
    #[serde(default)]
    pub examples: Vec<String>,
    /// When the answer is typically "nee".
    #[serde(default)]
    pub counter_examples: Vec<String>,
    /// How this differs from what older texts say, in one line.
    #[serde(default)]
    pub outdated: String,
    /// Where it stands: article, number, guideline.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Whether the record cannot be made without an answer.
    #[serde(default = "yes")]
    pub required: bool,
    /// Whether it can be put aside as not applicable, with a reason.
    #[serde(default)]
    pub not_applicable: bool,
    /// The name under which the answer recurs in other questionnaires.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<Id>,
    /// Asked for the record only: no rule, condition or action reads it.
    #[serde(default)]
    pub informative: bool,
    /// Where the rows go, if it is a table whose rows are kept elsewhere too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feeds: Option<Feeds>,
    /// What the answer is, where one deviates from the outcome: a record tells that apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apart: Option<Apart>,
}

fn yes() -> bool {
    true
}

impl Question {
    /// The values that a person can choose from, in the order they are shown; none for texts, numbers, dates and tables.
    pub fn values(&self) -> Vec<Id> {
        match &self.kind {
            Kind::YesNo => vec![Id::from(Id::YES), Id::from(Id::NO)],
            Kind::YesNoUnknown => [Id::YES, Id::NO, Id::UNKNOWN].map(Id::from).to_vec(),
            Kind::Choice(choices) | Kind::Several(choices) => {
                choices.iter().map(|choice| choice.id.clone()).collect()
            }
            Kind::Text | Kind::LongText | Kind::Number { .. } | Kind::Date | Kind::Table(_) => {
                Vec::new()
            }
        }
    }

    /// Whether this is one of the values that conditions may compare it with.
    pub fn has_value(&self, value: &Id) -> bool {
        let plain = match &self.kind {
            Kind::YesNo => *value == *Id::YES || *value == *Id::NO,
            Kind::YesNoUnknown => [Id::YES, Id::NO, Id::UNKNOWN].contains(&value.as_str()),
            _ => self.choice(value.as_str()).is_some(),
        };
        plain || self.not_applicable && *value == *"not_applicable"
    }

    /// The choice with this value; none for yes, no and unknown, which every language has its own words for.
    pub fn choice(&self, value: &str) -> Option<&Choice> {
        match &self.kind {
            Kind::Choice(choices) | Kind::Several(choices) => {
                choices.iter().find(|choice| choice.id == *value)
            }
            _ => None,
        }
    }
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// `yes` or `no`.
    YesNo,
    /// `yes`, `no` or `unknown`.
    YesNoUnknown,
    /// One of these.
    Choice(Vec<Choice>),
    /// Any number of these, also none.
    Several(Vec<Choice>),
    /// One line of text.
    Text,
    /// Paragraphs.
    LongText,
    /// A whole number.
    Number {
        /// The smallest that is possible.
        #[serde(default)]
        min: Option<i64>,
        /// The largest that is possible.
        #[serde(default)]
        max: Option<i64>,
        /// What is counted: "medewerkers".
        #[serde(default)]
        unit: String,
    },
    /// A day.
    Date,
    /// Rows of texts under these columns.
    Table(Vec<Column>),
}

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The value that is stored.
    pub id: Id,
    /// What stands on screen.
    pub label: String,
    /// What it means.
    #[serde(default)]
    pub help: String,
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The name under which its cells are stored.
    pub id: Id,
    /// What stands above it.
    pub label: String,
    /// What belongs in it.
    #[serde(default)]
    pub help: String,
}

/// One row of the decision table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name, told with the reasons.
    pub id: Id,
    /// When it holds.
    pub when: Condition,
    /// What it decides, when no rule above it holds.
    pub verdict: Id,
    /// When it decides otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exception: Option<Exception>,
    /// The reason in a sentence, told as a fact. `{labels}` stands for the questions it rests on; `{yes}` and `{unknown}`
    /// stand for those of them that were answered so.
    pub text: String,
    /// Where the rule stands. The sources of the questions it rests on are told after these.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Another verdict for a rule that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// When.
    pub when: Condition,
    /// Which.
    pub verdict: Id,
}

/// What a decision table can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Its name.
    pub id: Id,
    /// In two or three words: "DPIA verplicht".
    pub title: String,
    /// In one sentence for a director.
    pub sentence: String,
    /// How it sounds.
    pub tone: Tone,
    /// What must be motivated before the record is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motivation: Option<Motivation>,
    /// Questionnaires to go on with.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
}

/// How a verdict sounds. Never told by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tone {
    /// Something must be done before going on.
    Stop,
    /// Something must be found out or minded.
    Caution,
    /// Nothing stands in the way.
    Good,
    /// Not this institution's to decide, or not applicable.
    Neutral,
}

/// A motivation that the law asks with a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Motivation {
    /// What must be motivated.
    pub text: String,
    /// What a good motivation says.
    #[serde(default)]
    pub help: String,
    /// Where the duty stands.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The next questionnaire after a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// Which.
    pub questionnaire: Id,
    /// Why.
    pub text: String,
}

/// Something that must be done under some verdicts or answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActionTemplate {
    /// Its name.
    pub id: Id,
    /// What must be done, in one sentence.
    pub text: String,
    /// Under which verdicts; under any, if empty.
    #[serde(default)]
    pub verdicts: Vec<Id>,
    /// Under which answers; under any, if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Within how many days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
}

/// A questionnaire that can be asked.
///
/// Its names are unique and exist where they are used, its conditions read earlier questions only, and every rule
/// has a verdict. [`Questionnaire::check`] is the only way to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    draft: Draft,
    places: HashMap<Id, (usize, usize)>,
    /// The section and the place in it, of every question in the order they are asked.
    order: Vec<(usize, usize)>,
}

impl Questionnaire {
    /// Whether it asks what changed, so that what was signed before is looked at again.
    pub fn is_round(&self) -> bool {
        self.questions().any(|(_, question)| question.feeds.as_ref().is_some_and(Feeds::is_touched))
    }

    /// Checks `draft`.
    ///
    /// # Errors
    /// Every flaw, in the order of the file, rather than the first.
    pub fn check(draft: Draft) -> Result<Self, Vec<Flaw>> {
        let flaws = check::flaws(&draft);
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let (mut places, mut order) = (HashMap::new(), Vec::new());
        for (s, section) in draft.sections.iter().enumerate() {
            for (q, question) in section.questions.iter().enumerate() {
                places.insert(question.id.clone(), (s, q));
                order.push((s, q));
            }
        }
        Ok(Self { draft, places, order })
    }

    /// What the author wrote.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Its name.
    pub fn id(&self) -> &Id {
        &self.draft.id
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        &self.draft.title
    }

    /// The sections, in order.
    pub fn sections(&self) -> &[Section] {
        &self.draft.sections
    }

    /// Every question with its section, in the order they are asked.
    pub fn questions(&self) -> impl Iterator<Item = (&Section, &Question)> {
        self.draft
            .sections
            .iter()
            .flat_map(|section| section.questions.iter().map(move |question| (section, question)))
    }

    /// The question with this name.
    pub fn question(&self, id: &Id) -> Option<&Question> {
        let (s, q) = *self.places.get(id)?;
        self.draft.sections.get(s)?.questions.get(q)
    }

    /// The question that comes after so many others.
    pub fn question_at(&self, place: usize) -> Option<&Question> {
        let (s, q) = *self.order.get(place)?;
        self.draft.sections.get(s)?.questions.get(q)
    }

    /// The index of the section that asks this question.
    pub fn section_of(&self, id: &Id) -> Option<usize> {
        self.places.get(id).map(|(s, _)| *s)
    }

    /// The verdict with this name.
    pub fn verdict(&self, id: &Id) -> Option<&Verdict> {
        self.draft.verdicts.iter().find(|verdict| verdict.id == *id)
    }

    /// The rule with this name.
    pub fn rule(&self, id: &Id) -> Option<&Rule> {
        self.draft.rules.iter().find(|rule| rule.id == *id)
    }
}
