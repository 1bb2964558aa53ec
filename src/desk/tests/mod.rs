//! The office at work in a real folder, and on its thread.

mod aside;
mod comparing;
mod countersigning;
mod doctor;
mod duties;
mod feeding;
mod folder;
mod glance;
mod index;
mod keyring;
mod law;
mod office;
mod papers;
mod records;
mod reviewing;
mod statements;
mod touching;
mod upgrading;
mod words;
mod worker;

use super::{FixedClock, Office};
use crate::{
    model::{Id, Moment, Processing},
    session::{Effect, Reply, Session},
};
use std::path::Path;

fn noon() -> Moment {
    "2026-11-22T12:00:00+01:00".parse().expect("a moment")
}

fn office(folder: &Path) -> Office {
    Office::open(folder, Box::new(FixedClock(noon()))).expect("opens")
}

/// The office closed, and opened again.
fn office_again(before: Office, folder: &Path) -> Office {
    drop(before);
    office(folder)
}

/// A processing that has no name on disk yet.
fn tickets() -> Processing {
    Processing {
        name: "Nieuw ticketsysteem".to_owned(),
        purpose: "Kaarten verkopen".to_owned(),
        department: "Publiek".to_owned(),
        ..Processing::default()
    }
}

fn begin(office: &mut Office) -> Session {
    let effect = Effect::Begin {
        questionnaire: Id::from("pre-dpia"),
        about: crate::model::About::Organisation,
        processing: Some(Box::new(tickets())),
    };
    match office.perform(effect) {
        Reply::Opened(session) => *session,
        other => panic!("{other:?}"),
    }
}
