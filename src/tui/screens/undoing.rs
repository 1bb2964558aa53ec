//! Taking back what was said in an assessment, and saying it again: what comes of it, and where.

use crate::tui::{
    words::Sight,
    world::{Reaction, World},
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
    let (there, touched, turned, nothing) = match way {
        Way::Back => {
            let nothing = Sight::NothingToTakeBack;
            (session.can_undo(), session.last_touched(), Reaction::Undo, nothing)
        }
        Way::Again => {
            let nothing = Sight::NothingToDoAgain;
            (session.can_redo(), session.next_touched(), Reaction::Redo, nothing)
        }
    };
    if !there {
        return Reaction::Say(world.words.sight(nothing));
    }
    let place = touched.and_then(|(id, count)| Some((session.question(id)?.label.as_str(), count)));
    let told = world.words.sight(match (way, place) {
        (Way::Back, Some((label, count))) => Sight::TakenBackAt(label, count),
        (Way::Back, None) => Sight::TakenBack,
        (Way::Again, Some((label, count))) => Sight::DoneAgainAt(label, count),
        (Way::Again, None) => Sight::DoneAgain,
    });
    let visit = touched.filter(|_| goes).map(|(id, _)| Reaction::Visit(id.clone()));
    Reaction::Several([turned].into_iter().chain(visit).chain([Reaction::Say(told)]).collect())
}
