//! The guided example: at each step one hint, until a record is signed.
//!
//! The steps are data: what each waits for. What is said depends on the step and on the screen one is at, and what the made-up
//! institution answers comes with the example: no question is known here.

use super::{
    words::{Tour, Words},
    world::{Screen, World},
};
use crate::{
    model::{Answer, Id, Kind, Question},
    session::{Guide, Missing, Session},
};

/// Where a person is, as far as the guide can say something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene<'s> {
    /// The overview.
    Home,
    /// At this question.
    Question(&'s Id),
    /// Writing a text.
    Writing,
    /// At the outcome.
    Outcome,
    /// Choosing who signs; or typing the passphrase.
    Signing {
        /// Whether the passphrase is typed now.
        typing: bool,
    },
    /// The record is there.
    Signed,
    /// Anywhere else.
    Elsewhere,
}

/// What the guide says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hint {
    pub(super) title: String,
    pub(super) text: String,
}

/// What a step looks at.
struct View<'v> {
    guide: &'v Guide,
    world: &'v World,
    /// The assessment of the example, while it is at hand.
    session: Option<&'v Session>,
    scene: Scene<'v>,
}

/// One step: it is over once this is so.
struct Step {
    over: fn(&View<'_>) -> bool,
    say: fn(&View<'_>) -> String,
}

/// The steps, in order. The first that is not over is the one to take.
const STEPS: [Step; 6] = [
    Step { over: |view| is_signed(view) || view.session.is_some(), say: begin },
    Step { over: |view| is_signed(view) || view.session.is_some_and(is_settled), say: answer },
    Step { over: |view| is_signed(view) || is_at_the_outcome(view), say: see_outcome },
    Step { over: |view| is_signed(view) || view.session.is_some_and(is_complete), say: motivate },
    Step { over: |view| is_signed(view), say: sign },
    Step { over: |_| false, say: finish },
];

/// What to say on these screens; nothing outside the guided example.
pub(super) fn hint(world: &World, screens: &[Box<dyn Screen>]) -> Option<Hint> {
    let guide = world.guide.as_ref()?;
    let top = screens.last()?;
    let own = |session: &&Session| session.assessment().id == guide.assessment;
    let session = world.session.as_ref().filter(own);
    let view = View { guide, world, session, scene: top.scene() };
    let (place, step) = STEPS.iter().enumerate().find(|(_, step)| !(step.over)(&view))?;
    let title = world.words.tour(Tour::Step(place + 1, STEPS.len()));
    Some(Hint { title, text: (step.say)(&view) })
}

fn is_signed(view: &View<'_>) -> bool {
    let line = |id: &Id| view.world.overview.assessments.iter().find(|line| line.id == *id);
    view.scene == Scene::Signed
        || view.session.is_some_and(Session::is_locked)
        || line(&view.guide.assessment).is_some_and(|line| !line.is_open())
}

fn is_settled(session: &Session) -> bool {
    session.missing().iter().all(|one| *one == Missing::Motivation)
}

fn is_complete(session: &Session) -> bool {
    session.missing().is_empty()
}

fn is_at_the_outcome(view: &View<'_>) -> bool {
    matches!(view.scene, Scene::Outcome | Scene::Writing | Scene::Signing { .. })
}

fn begin(view: &View<'_>) -> String {
    let words = view.world.words;
    words.tour(if view.scene == Scene::Home { Tour::Begin } else { Tour::ToHome })
}

fn answer(view: &View<'_>) -> String {
    let words = view.world.words;
    let asked = match (view.session, view.scene) {
        (Some(session), Scene::Question(id)) => session.question(id).map(|one| (session, one)),
        (_, Scene::Home) => return words.tour(Tour::Begin),
        _ => None,
    };
    let Some((session, question)) = asked else { return words.tour(Tour::ToQuestions) };
    let stops = session.stops();
    let stop = stops.iter().find(|stop| stop.questions.contains(&question.id));
    match stop.filter(|stop| stop.checklist) {
        Some(stop) => list(view, session, &stop.questions),
        None => one(view, session, question),
    }
}

/// At a list: which rows the example answers otherwise than with no.
fn list(view: &View<'_>, session: &Session, rows: &[Id]) -> String {
    let words = view.world.words;
    let given = &session.assessment().answers;
    if rows.iter().all(|id| given.get(id).is_some()) {
        return words.tour(Tour::ListDone);
    }
    let other = |id: &&Id| {
        view.guide.answers.get(id).is_some_and(|answer| !answer.is(Id::NO))
            && given.get(id).is_none()
    };
    let labels: Vec<&str> = rows
        .iter()
        .filter(other)
        .filter_map(|id| session.question(id))
        .map(|question| question.label.as_str())
        .collect();
    match labels.as_slice() {
        [] => words.tour(Tour::AllNo),
        [label, ..] => words.tour(Tour::ListBut(label)),
    }
}

fn one(view: &View<'_>, session: &Session, question: &Question) -> String {
    let words = view.world.words;
    let Some(wanted) = view.guide.answers.get(&question.id) else { return words.tour(Tour::Any) };
    match session.assessment().answers.get(&question.id) {
        Some(given) if given == wanted => return words.tour(Tour::Answered),
        Some(_) => return words.tour(Tour::Otherwise(&told(words, question, wanted))),
        None => {}
    }
    match &question.kind {
        Kind::YesNo | Kind::YesNoUnknown if wanted.is(Id::YES) => words.tour(Tour::Yes),
        Kind::YesNo | Kind::YesNoUnknown if wanted.is(Id::NO) => words.tour(Tour::No),
        Kind::Choice(_) => {
            let place = question.values().iter().position(|value| wanted.is(value.as_str()));
            match place {
                Some(place) => words.tour(Tour::Choose(place + 1, &told(words, question, wanted))),
                None => words.tour(Tour::Any),
            }
        }
        _ => words.tour(Tour::Any),
    }
}

/// An answer in the words of its question.
fn told(words: &dyn Words, question: &Question, answer: &Answer) -> String {
    let Answer::One(value) = answer else { return String::new() };
    let choice = question.choice(value).map(|choice| choice.label.as_str());
    choice.or_else(|| words.value(&Id::from(value.as_str()))).unwrap_or(value).to_lowercase()
}

fn see_outcome(view: &View<'_>) -> String {
    let words = view.world.words;
    words.tour(if view.scene == Scene::Home { Tour::Begin } else { Tour::ToOutcome })
}

fn motivate(view: &View<'_>) -> String {
    let words = view.world.words;
    match view.scene {
        Scene::Writing => words.tour(Tour::Motivate),
        Scene::Outcome => words.tour(Tour::ToMotivation),
        _ => words.tour(Tour::ToOutcome),
    }
}

fn sign(view: &View<'_>) -> String {
    let words = view.world.words;
    match view.scene {
        Scene::Signing { typing: true } => words.tour(Tour::Passphrase(&view.guide.passphrase)),
        Scene::Signing { typing: false } => words.tour(Tour::ChooseKey(&view.guide.signer)),
        Scene::Outcome => words.tour(Tour::ToSign),
        Scene::Writing => words.tour(Tour::Written),
        _ => words.tour(Tour::ToOutcome),
    }
}

fn finish(view: &View<'_>) -> String {
    let words = view.world.words;
    words.tour(if view.scene == Scene::Signed { Tour::Signed } else { Tour::Finished })
}
