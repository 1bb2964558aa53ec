//! What differs between two copies of a file, piece by piece, and how each piece is taken over from the other.

use super::words::twins as words;
use crate::{
    model::{
        Action, Actions, Answer, Assessment, Basis, Commission, Id, Moment, Organisation,
        Participant, Processing, Processor, Progress, Proof, Question, Questionnaire, Retention,
        Settings, Status,
    },
    session::Difference,
};
use jiff::civil::Date;
use std::{collections::BTreeSet, sync::Arc};

/// Takes over what the other says of something.
type Take<T> = dyn Fn(&mut T, &T);

/// Something that differs, and how to take over what the other says of it.
pub(super) struct Piece<T> {
    pub(super) difference: Difference,
    take: Box<Take<T>>,
}

impl<T> Piece<T> {
    fn new(label: String, said: [String; 2], take: impl Fn(&mut T, &T) + 'static) -> Self {
        Self { difference: Difference { label, said }, take: Box::new(take) }
    }

    /// Takes over what `other` says.
    pub(super) fn take(&self, into: &mut T, other: &T) {
        (self.take)(into, other);
    }
}

/// What can be said in a line.
trait Told: PartialEq + Clone + 'static {
    fn told(&self) -> String;
}

impl Told for String {
    fn told(&self) -> String {
        self.trim().replace('\n', "; ")
    }
}

impl Told for bool {
    fn told(&self) -> String {
        words::yes_or_no(*self).to_owned()
    }
}

impl Told for u32 {
    fn told(&self) -> String {
        self.to_string()
    }
}

impl Told for Date {
    fn told(&self) -> String {
        Moment::words(*self)
    }
}

impl Told for Basis {
    fn told(&self) -> String {
        self.words().to_owned()
    }
}

impl Told for Processor {
    fn told(&self) -> String {
        joined([&self.name, &self.task, &self.agreement])
    }
}

impl Told for Retention {
    fn told(&self) -> String {
        joined([&self.data, &self.term, &self.reason])
    }
}

impl Told for Participant {
    fn told(&self) -> String {
        joined([&self.name, &self.role])
    }
}

impl<T: Told> Told for Option<T> {
    fn told(&self) -> String {
        self.as_ref().map(T::told).unwrap_or_default()
    }
}

impl<T: Told> Told for Vec<T> {
    fn told(&self) -> String {
        self.iter().map(T::told).collect::<Vec<_>>().join("; ")
    }
}

fn joined<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let said = texts.into_iter().filter(|text| !text.is_empty()).map(String::as_str);
    said.collect::<Vec<_>>().join(" · ")
}

/// The fields of one kind of file, each with what it is called.
macro_rules! fields {
    ($kind:ty: $one:expr, $other:expr, $($field:ident: $label:literal),+ $(,)?) => {{
        let mut pieces: Vec<Piece<$kind>> = Vec::new();
        $(if $one.$field != $other.$field {
            let said = [$one.$field.told(), $other.$field.told()];
            pieces.push(Piece::new($label.to_owned(), said, |into: &mut $kind, other: &$kind| {
                into.$field.clone_from(&other.$field);
            }));
        })+
        pieces
    }};
}

pub(super) fn organisation(one: &Organisation, other: &Organisation) -> Vec<Piece<Organisation>> {
    fields!(Organisation: one, other,
        name: "Naam", sector: "Soort instelling", departments: "Afdelingen", contact: "Contact",
        coordinator: "Privacycoördinator", dpo: "FG", staff: "Aantal medewerkers",
    )
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as the others: pieces of any kind of file")]
pub(super) fn settings(one: &Settings, other: &Settings) -> Vec<Piece<Settings>> {
    let mut pieces = fields!(Settings: one, other,
        projector: "Beamer", mouse: "Muis", plain_signs: "Eenvoudige tekens",
    );
    if one.ground != other.ground {
        let said = [one.ground, other.ground].map(words::ground);
        pieces.push(Piece::new(words::GROUND.to_owned(), said, |into: &mut Settings, other| {
            into.ground = other.ground;
        }));
    }
    pieces
}

pub(super) fn processing(one: &Processing, other: &Processing) -> Vec<Piece<Processing>> {
    fields!(Processing: one, other,
        name: "Naam", purpose: "Doel", department: "Afdeling", description: "Wat er gebeurt",
        owner: "Verantwoordelijke", joint_controllers: "Samen met", people: "Van wie",
        data: "Welke gegevens", sensitive: "Bijzonder of strafrechtelijk",
        exception: "Uitzondering", source: "Waar de gegevens vandaan komen",
        place: "Waar ze staan", access: "Wie erbij kan", basis: "Grondslag",
        basis_reason: "Waarom die grondslag", law: "Wet", interest: "Belang",
        recipients: "Ontvangers", processors: "Verwerkers", transfers: "Buiten de EER",
        safeguard: "Waarborg", retention: "Bewaartermijn", security: "Beveiliging",
        dpia: "DPIA", review: "Opnieuw bekijken", ended: "Gestopt op", ended_because: "Waarom gestopt",
    )
}

pub(super) fn commission(one: &Commission, other: &Commission) -> Vec<Piece<Commission>> {
    fields!(Commission: one, other,
        controller: "Voor wie", contacts: "Vertegenwoordiger en FG", processing: "Wat u doet",
        transfers: "Buiten de EER", safeguard: "Waarborg", security: "Beveiliging",
        agreement: "Overeenkomst", subprocessors: "Subverwerkers", department: "Afdeling",
        review: "Opnieuw bekijken", ended: "Gestopt op", ended_because: "Waarom gestopt",
    )
}

/// Each action is a piece. Two computers may have given two actions one name: then it is not the same action.
pub(super) fn actions(one: &Actions, other: &Actions) -> Vec<Piece<Actions>> {
    let names: BTreeSet<&Id> = one.0.iter().chain(&other.0).map(|action| &action.id).collect();
    let pieces = names.into_iter().filter_map(|id| {
        let pair = [find(one, id), find(other, id)];
        if pair[0] == pair[1] {
            return None;
        }
        if let [Some(first), Some(second)] = pair
            && first.history.first() != second.history.first()
        {
            return Some(namesake(Action::clone(second)));
        }
        let label = pair.into_iter().flatten().next()?.text.clone();
        let said = pair.map(|action| action.map(|action| action_told(action)).unwrap_or_default());
        let id = id.clone();
        Some(Piece::new(label, said, move |into: &mut Actions, other: &Actions| {
            let place = into.0.iter().position(|action| action.id == id);
            match (place, find(other, &id)) {
                (Some(place), Some(action)) => into.0[place] = action.clone(),
                (Some(place), None) => drop(into.0.remove(place)),
                (None, Some(action)) => into.0.push(action.clone()),
                (None, None) => {}
            }
        }))
    });
    pieces.collect()
}

/// An action of the other that has the name of one here, and is another.
fn namesake(action: Action) -> Piece<Actions> {
    let said = [String::new(), action_told(&action)];
    Piece::new(action.text.clone(), said, move |into: &mut Actions, _| {
        let taken = |id: &Id| into.0.iter().any(|action| action.id == *id);
        let free = (2_u32..).map(|number| Id::new(format!("{}-{number}", action.id)));
        let id = free.into_iter().find(|id| !taken(id)).unwrap_or_else(|| action.id.clone());
        into.0.push(Arc::new(Action { id, ..action.clone() }));
    })
}

fn find<'a>(actions: &'a Actions, id: &Id) -> Option<&'a Arc<Action>> {
    actions.0.iter().find(|action| action.id == *id)
}

fn action_told(action: &Action) -> String {
    let state = match &action.state {
        Progress::Dropped(why) => format!("{}: {why}", action.state.words()),
        state => state.words().to_owned(),
    };
    let proof = match &action.proof {
        Some(Proof::Text(text)) => text.clone(),
        Some(Proof::File { name, .. }) => name.clone(),
        None => String::new(),
    };
    let last = action.history.last().map(|event| words::last_change(event.at, &event.what));
    let due = action.due.map(words::due).unwrap_or_default();
    let texts = [
        state,
        due,
        action.department.clone(),
        action.owner.clone(),
        proof,
        last.unwrap_or_default(),
    ];
    joined(&texts)
}

/// Each answer, remark and dissent is a piece. `questionnaire` tells what the questions are called.
pub(super) fn assessment(
    one: &Assessment,
    other: &Assessment,
    questionnaire: Option<&Questionnaire>,
) -> Vec<Piece<Assessment>> {
    let question = |id: &Id| questionnaire.and_then(|known| known.question(id));
    let mut pieces = answers(one, other, &question);
    pieces.extend(fields!(Assessment: one, other,
        motivation: "Motivering", participants: "Deelnemers", review: "Opnieuw bekijken",
    ));
    if one.workshop != other.workshop {
        let said = [one, other].map(|side| words::workshop(side.workshop.as_ref()));
        pieces.push(Piece::new(
            words::WORKSHOP.to_owned(),
            said,
            |into: &mut Assessment, other| {
                into.workshop.clone_from(&other.workshop);
            },
        ));
    }
    pieces
}

fn answers<'q>(
    one: &Assessment,
    other: &Assessment,
    question: &dyn Fn(&Id) -> Option<&'q Question>,
) -> Vec<Piece<Assessment>> {
    let sides = [one, other];
    let named = sides.into_iter().flat_map(|side| {
        let answered = side.answers.iter().map(|(id, _)| id);
        answered.chain(side.notes.keys()).chain(side.dissents.keys())
    });
    let mut pieces = Vec::new();
    for id in named.cloned().collect::<BTreeSet<Id>>() {
        let label = question(&id).map_or_else(|| id.to_string(), |one| one.label.clone());
        let answers = sides.map(|side| side.answers.get(&id));
        if answers[0] != answers[1] {
            let said = answers.map(|answer| {
                answer.map(|answer| answer_told(question(&id), answer)).unwrap_or_default()
            });
            let id = id.clone();
            pieces.push(Piece::new(label.clone(), said, move |into: &mut Assessment, other| {
                into.answers.put(id.clone(), other.answers.get(&id).cloned());
            }));
        }
        let notes = sides.map(|side| side.notes.get(&id).map(String::told).unwrap_or_default());
        if notes[0] != notes[1] {
            let id = id.clone();
            let take = move |into: &mut Assessment, other: &Assessment| {
                put(&mut into.notes, &other.notes, &id);
            };
            pieces.push(Piece::new(words::note(&label), notes, take));
        }
        if one.dissents.get(&id) != other.dissents.get(&id) {
            let said = sides.map(|side| {
                let dissents = side.dissents.get(&id).into_iter().flatten();
                let told = dissents.map(|dissent| joined([&dissent.by, &dissent.text]));
                told.collect::<Vec<_>>().join("; ")
            });
            let take = move |into: &mut Assessment, other: &Assessment| {
                put(&mut into.dissents, &other.dissents, &id);
            };
            pieces.push(Piece::new(words::dissent(&label), said, take));
        }
    }
    pieces
}

fn put<T: Clone>(
    into: &mut std::collections::BTreeMap<Id, T>,
    from: &std::collections::BTreeMap<Id, T>,
    id: &Id,
) {
    match from.get(id) {
        Some(value) => drop(into.insert(id.clone(), value.clone())),
        None => drop(into.remove(id)),
    }
}

/// An answer in the words of its question.
fn answer_told(question: Option<&Question>, answer: &Answer) -> String {
    let named = |value: &str| {
        let choice = question.and_then(|question| question.choice(value));
        choice.map(|choice| choice.label.clone()).or_else(|| {
            let asked = question.is_some_and(|question| question.has_value(&Id::from(value)));
            asked.then(|| words::value(value)).flatten().map(str::to_owned)
        })
    };
    match answer {
        Answer::One(value) => named(value).unwrap_or_else(|| value.told()),
        Answer::Number(number) => number.to_string(),
        Answer::Several(values) => {
            let told = values.iter().map(|id| named(id.as_str()).unwrap_or_else(|| id.to_string()));
            told.collect::<Vec<_>>().join(", ")
        }
        Answer::Rows(rows) => {
            let row = |row: &crate::model::Row| joined(row.values());
            rows.iter().map(row).collect::<Vec<_>>().join("; ")
        }
        Answer::NotApplicable(why) => words::not_applicable(why),
    }
}

/// Whether what people said in the two can be mixed: both open, about the same, and asked with the same questionnaire.
pub(super) fn can_mix(one: &Assessment, other: &Assessment) -> bool {
    one.status == Status::Open
        && other.status == Status::Open
        && one.about == other.about
        && one.questionnaire == other.questionnaire
        && one.previous == other.previous
}
