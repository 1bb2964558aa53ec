//! Throwing entries of the registers away, taking that back, and ending what is no longer done.

use super::{begin, office};
use crate::{
    model::{Commission, Id, Processing},
    session::{Effect, Overview, Reply},
};
use jiff::civil::date;
use std::{fs, sync::Arc};

fn done(reply: Reply) -> Arc<Overview> {
    match reply {
        Reply::Overview(overview) => overview,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_thrown_away_is_kept_apart_and_can_be_put_back_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let entry = Processing { name: "Vergissing".into(), ..Processing::default() };
    let overview = done(office.perform(Effect::KeepProcessing(Box::new(entry))));
    let entry = overview.processings[0].clone();
    let work = Commission { controller: "Stichting Es".into(), ..Commission::default() };
    let work = done(office.perform(Effect::KeepCommission(Box::new(work)))).commissions[0].clone();
    done(office.perform(Effect::RemoveProcessing(entry.id.clone())));
    let overview = done(office.perform(Effect::RemoveCommission(work.id.clone())));
    assert_eq!((overview.processings.len(), overview.commissions.len()), (0, 0));
    assert_eq!(fs::read_dir(folder.path().join("prullenbak")).expect("a folder").count(), 2);
    assert!(office.check_up(false).expect("looked").is_sound(), "nothing is strange about it");
    done(office.perform(Effect::KeepProcessing(Box::new(Processing::clone(&entry)))));
    let overview = done(office.perform(Effect::KeepCommission(Box::new(work.clone()))));
    assert_eq!((&overview.processings[..], &overview.commissions[..]), (&[entry][..], &[work][..]));
    assert!(matches!(office.perform(Effect::RemoveProcessing(Id::from("x"))), Reply::Failed(_)));
}

#[test]
fn an_entry_that_an_assessment_is_about_cannot_be_thrown_away_but_ended() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    begin(&mut office);
    let overview = office.overview().expect("looked");
    let entry = overview.processings[0].clone();
    assert!(!overview.gaps(&entry).is_empty());
    let Reply::Failed(failure) = office.perform(Effect::RemoveProcessing(entry.id.clone())) else {
        panic!("it is gone")
    };
    assert!(failure.message.contains("daarover gaan 1 toets"), "{}", failure.message);
    let ended = Processing {
        ended: Some(date(2026, 11, 1)),
        ended_because: "Het systeem is vervangen.".into(),
        ..Processing::clone(&entry)
    };
    let overview = done(office.perform(Effect::KeepProcessing(Box::new(ended))));
    let entry = &overview.processings[0];
    assert_eq!(entry.ended_because, "Het systeem is vervangen.");
    assert_eq!(overview.gaps(entry), [], "nothing more is asked of it");
    let later = Processing { ended: Some(date(2027, 1, 1)), ..Processing::clone(entry) };
    assert!(!overview.gaps(&later).is_empty(), "it has not ended yet");
}
