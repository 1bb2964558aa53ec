//! A whole questionnaire for other programs: what is asked, with names, values, help and sources, and how it decides.

use super::When;
use crate::model::{
    Apart, Choice, Column, Feed, Feeds, FollowUp, Id, Kind, Layout, Motivation, Pending, Pinned,
    Proves, Question, Questionnaire, Section, Subject, Switch, Tone,
};
use jiff::civil::Date;
use serde::Serialize;

/// One line of the list of questionnaires.
#[derive(Debug, Serialize)]
pub struct Listed<'a> {
    id: &'a Id,
    version: &'a str,
    title: &'a str,
    about: &'static str,
    legal_state: Date,
    questions: usize,
    sha256: &'a str,
}

/// `questionnaire`, whose file is `pinned`, in one line.
pub fn listed<'a>(pinned: &'a Pinned, questionnaire: &'a Questionnaire) -> Listed<'a> {
    let draft = questionnaire.draft();
    Listed {
        id: &pinned.id,
        version: &pinned.version,
        title: &draft.title,
        about: about(draft.about),
        legal_state: draft.legal_state.date,
        questions: questionnaire.questions().count(),
        sha256: &pinned.sha256,
    }
}

/// A whole questionnaire.
#[derive(Debug, Serialize)]
pub struct Shown<'a> {
    id: &'a Id,
    version: &'a str,
    sha256: &'a str,
    legal_state: Date,
    pending: &'a [Pending],
    switches: &'a [Switch],
    title: &'a str,
    about: &'static str,
    intro: &'a str,
    review_months: u32,
    sections: Vec<ShownSection<'a>>,
    definitions: Vec<ShownDefinition<'a>>,
    counts: Vec<ShownCount<'a>>,
    rules: Vec<ShownRule<'a>>,
    verdicts: Vec<ShownVerdict<'a>>,
    actions: Vec<ShownAction<'a>>,
    risks: &'a [Id],
    #[serde(skip_serializing_if = "Option::is_none")]
    proves: Option<ShownProof<'a>>,
}

/// What the outcome proves about the processing activity it is about.
#[derive(Debug, Serialize)]
struct ShownProof<'a> {
    /// `dpia_needed` or `legitimate_interest`.
    of: &'static str,
    /// The verdicts that say so: under these a DPIA is needed, or the interest holds.
    verdicts: &'a [Id],
}

/// Which column of a table goes where in the register.
#[derive(Debug, Serialize)]
struct ShownFeed<'a> {
    column: &'a Id,
    field: String,
}

#[derive(Debug, Serialize)]
struct ShownSection<'a> {
    id: &'a Id,
    title: &'a str,
    intro: &'a str,
    goal: &'a str,
    result: &'a str,
    layout: &'static str,
    when: Option<When<'a>>,
    rests_on: &'a [Id],
    questions: Vec<ShownQuestion<'a>>,
}

#[derive(Debug, Serialize)]
struct ShownQuestion<'a> {
    id: &'a Id,
    kind: &'static str,
    label: &'a str,
    text: &'a str,
    values: Vec<Value<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<Range<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    columns: Option<&'a [Column]>,
    when: Option<When<'a>>,
    under: Option<&'a Id>,
    help: &'a str,
    why: &'a str,
    examples: &'a [String],
    counter_examples: &'a [String],
    outdated: &'a str,
    sources: &'a [String],
    required: bool,
    not_applicable: bool,
    fact: Option<&'a Id>,
    informative: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    apart: Option<&'static str>,
    /// The register that each row of the table is an entry of, column by column.
    #[serde(skip_serializing_if = "Option::is_none")]
    feeds_register: Option<Vec<ShownFeed<'a>>>,
}

/// One value that a question can have, and what stands on the screen for it.
#[derive(Debug, Serialize)]
pub struct Value<'a> {
    /// The value.
    pub id: &'a str,
    /// Its Dutch label.
    pub label: &'a str,
    /// What it means; may be empty.
    pub help: &'a str,
}

#[derive(Debug, Serialize)]
struct Range<'a> {
    min: Option<i64>,
    max: Option<i64>,
    unit: &'a str,
}

#[derive(Debug, Serialize)]
struct ShownDefinition<'a> {
    id: &'a Id,
    yes: When<'a>,
    no: When<'a>,
}

#[derive(Debug, Serialize)]
struct ShownCount<'a> {
    id: &'a Id,
    of: &'a [Id],
    is: &'a Id,
}

#[derive(Debug, Serialize)]
struct ShownRule<'a> {
    id: &'a Id,
    when: When<'a>,
    verdict: &'a Id,
    exception: Option<ShownException<'a>>,
    text: &'a str,
    sources: &'a [String],
}

#[derive(Debug, Serialize)]
struct ShownException<'a> {
    when: When<'a>,
    verdict: &'a Id,
}

#[derive(Debug, Serialize)]
struct ShownVerdict<'a> {
    id: &'a Id,
    title: &'a str,
    sentence: &'a str,
    tone: &'static str,
    motivation: Option<&'a Motivation>,
    follow_ups: &'a [FollowUp],
}

#[derive(Debug, Serialize)]
struct ShownAction<'a> {
    id: &'a Id,
    text: &'a str,
    verdicts: &'a [Id],
    when: Option<When<'a>>,
    days: Option<u32>,
}

/// The whole of `questionnaire`, whose file is `pinned`.
pub fn shown<'a>(pinned: &'a Pinned, questionnaire: &'a Questionnaire) -> Shown<'a> {
    let draft = questionnaire.draft();
    let definitions = draft.definitions.iter();
    let counts = draft.counts.iter();
    Shown {
        id: &pinned.id,
        version: &pinned.version,
        sha256: &pinned.sha256,
        legal_state: draft.legal_state.date,
        pending: &draft.legal_state.pending,
        switches: &draft.switches,
        title: &draft.title,
        about: about(draft.about),
        intro: &draft.intro,
        review_months: draft.review_months,
        sections: draft.sections.iter().map(section).collect(),
        definitions: definitions
            .map(|d| ShownDefinition { id: &d.id, yes: When(&d.yes), no: When(&d.no) })
            .collect(),
        counts: counts.map(|c| ShownCount { id: &c.id, of: &c.of, is: &c.is }).collect(),
        rules: rules(questionnaire),
        verdicts: verdicts(questionnaire),
        actions: actions(questionnaire),
        risks: &draft.risks,
        proves: draft.proves.as_ref().map(proof),
    }
}

fn section(section: &Section) -> ShownSection<'_> {
    ShownSection {
        id: &section.id,
        title: &section.title,
        intro: &section.intro,
        goal: &section.goal,
        result: &section.result,
        layout: match section.layout {
            Layout::Pages => "pages",
            Layout::Checklist => "checklist",
        },
        when: section.when.as_ref().map(When),
        rests_on: &section.rests_on,
        questions: section.questions.iter().map(question).collect(),
    }
}

fn question(question: &Question) -> ShownQuestion<'_> {
    let number = match &question.kind {
        Kind::Number { min, max, unit } => Some(Range { min: *min, max: *max, unit }),
        _ => None,
    };
    let columns = match &question.kind {
        Kind::Table(columns) => Some(columns.as_slice()),
        _ => None,
    };
    ShownQuestion {
        id: &question.id,
        kind: kind(&question.kind),
        label: &question.label,
        text: &question.text,
        values: values(question),
        number,
        columns,
        when: question.when.as_ref().map(When),
        under: question.under.as_ref(),
        help: &question.help,
        why: &question.why,
        examples: &question.examples,
        counter_examples: &question.counter_examples,
        outdated: &question.outdated,
        sources: &question.sources,
        required: question.required,
        not_applicable: question.not_applicable,
        fact: question.fact.as_ref(),
        informative: question.informative,
        apart: question.apart.map(apart),
        feeds_register: question.feeds.as_ref().and_then(feeds),
    }
}

fn proof(proves: &Proves) -> ShownProof<'_> {
    let of = match proves {
        Proves::PreDpia { .. } => "dpia_needed",
        Proves::Balancing { .. } => "legitimate_interest",
    };
    ShownProof { of, verdicts: proves.verdicts() }
}

fn feeds(feeds: &Feeds) -> Option<Vec<ShownFeed<'_>>> {
    let Feeds::Register(feeds) = feeds else { return None };
    // Each field is one word, and that word is its name in the file of an entry.
    let name = |feed: &Feed| format!("{:?}", feed.field).to_lowercase();
    let shown = feeds.iter().map(|feed| ShownFeed { column: &feed.column, field: name(feed) });
    Some(shown.collect())
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::YesNo => "yes_no",
        Kind::YesNoUnknown => "yes_no_unknown",
        Kind::Choice(_) => "choice",
        Kind::Several(_) => "several",
        Kind::Text => "text",
        Kind::LongText => "long_text",
        Kind::Number { .. } => "number",
        Kind::Date => "date",
        Kind::Table(_) => "table",
    }
}

fn apart(apart: Apart) -> &'static str {
    match apart {
        Apart::Deviation => "deviation",
        Apart::Reason => "reason",
        Apart::Advice => "advice",
        Apart::Followed => "followed",
        Apart::Overruled => "overruled",
    }
}

/// The values that `question` can have, with their labels; none for texts, numbers, dates and tables.
pub fn values(question: &Question) -> Vec<Value<'_>> {
    let plain = |id, label| Value { id, label, help: "" };
    let (yes, no) = (plain(Id::YES, "Ja"), plain(Id::NO, "Nee"));
    match &question.kind {
        Kind::YesNo => vec![yes, no],
        Kind::YesNoUnknown => vec![yes, no, plain(Id::UNKNOWN, "Weet ik niet")],
        Kind::Choice(choices) | Kind::Several(choices) => choices.iter().map(choice).collect(),
        Kind::Text | Kind::LongText | Kind::Number { .. } | Kind::Date | Kind::Table(_) => {
            Vec::new()
        }
    }
}

fn choice(choice: &Choice) -> Value<'_> {
    Value { id: choice.id.as_str(), label: &choice.label, help: &choice.help }
}

fn rules(questionnaire: &Questionnaire) -> Vec<ShownRule<'_>> {
    let rules = questionnaire.draft().rules.iter();
    rules
        .map(|rule| ShownRule {
            id: &rule.id,
            when: When(&rule.when),
            verdict: &rule.verdict,
            exception: rule
                .exception
                .as_ref()
                .map(|e| ShownException { when: When(&e.when), verdict: &e.verdict }),
            text: &rule.text,
            sources: &rule.sources,
        })
        .collect()
}

fn verdicts(questionnaire: &Questionnaire) -> Vec<ShownVerdict<'_>> {
    let verdicts = questionnaire.draft().verdicts.iter();
    verdicts
        .map(|verdict| ShownVerdict {
            id: &verdict.id,
            title: &verdict.title,
            sentence: &verdict.sentence,
            tone: match verdict.tone {
                Tone::Stop => "stop",
                Tone::Caution => "caution",
                Tone::Good => "good",
                Tone::Neutral => "neutral",
            },
            motivation: verdict.motivation.as_ref(),
            follow_ups: &verdict.follow_ups,
        })
        .collect()
}

fn actions(questionnaire: &Questionnaire) -> Vec<ShownAction<'_>> {
    let actions = questionnaire.draft().actions.iter();
    actions
        .map(|action| ShownAction {
            id: &action.id,
            text: &action.text,
            verdicts: &action.verdicts,
            when: action.when.as_ref().map(When),
            days: action.days,
        })
        .collect()
}

fn about(subject: Subject) -> &'static str {
    match subject {
        Subject::Organisation => "organisation",
        Subject::Processing => "processing",
    }
}
