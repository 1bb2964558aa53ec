//! Taking back what was said in an assessment, and saying it again: what comes of it, and where.

use crate::{
    session::Session,
    tui::{
        words::Sight,
        world::{Reaction, World},
    },
};

/// Which way one goes through what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

/// Takes the last change back where questions are answered, and goes to the question it was about.
pub(super) fn undo(world: &World) -> Reaction {
    turn(world, Way::Back, true)
}

/// Does again what was taken back last where questions are answered, and goes to the question it was about.
pub(super) fn redo(world: &World) -> Reaction {
    turn(world, Way::Again, true)
}

/// Takes the last change back, and says what it was; one stays where one is.
pub(super) fn undo_here(world: &World) -> Reaction {
    turn(world, Way::Back, false)
}

/// Does again what was taken back last, and says what it was; one stays where one is.
pub(super) fn redo_here(world: &World) -> Reaction {
    turn(world, Way::Again, false)
}

fn turn(world: &World, way: Way, goes: bool) -> Reaction {
    let Some(session) = &world.session else { return Reaction::Stay };
    let there = match way {
        Way::Back => session.can_undo(),
        Way::Again => session.can_redo(),
    };
    if !there {
        let nothing = match way {
            Way::Back => Sight::NothingToTakeBack,
            Way::Again => Sight::NothingToDoAgain,
        };
        return Reaction::Say(world.words.sight(nothing));
    }
    let touched = match way {
        Way::Back => session.last_touched(),
        Way::Again => session.next_touched(),
    };
    let turned = match way {
        Way::Back => Reaction::Undo,
        Way::Again => Reaction::Redo,
    };
    let mut reactions = vec![turned];
    reactions.extend(touched.filter(|_| goes).cloned().map(Reaction::Visit));
    reactions.push(Reaction::Say(told(world, session, way)));
    Reaction::Several(reactions)
}

/// What is taken back or done again, in words.
fn told(world: &World, session: &Session, way: Way) -> String {
    let touched = match way {
        Way::Back => session.last_touched(),
        Way::Again => session.next_touched(),
    };
    let label = touched.and_then(|id| session.question(id)).map(|question| question.label.as_str());
    match (way, label) {
        (Way::Back, Some(label)) => world.words.taken_back(label),
        (Way::Back, None) => world.words.sight(Sight::TakenBack),
        (Way::Again, Some(label)) => world.words.sight(Sight::DoneAgainAt(label)),
        (Way::Again, None) => world.words.sight(Sight::DoneAgain),
    }
}
