//! Two copies of a file: told, laid side by side, and chosen between, without anything being lost.
#![expect(clippy::disallowed_methods, reason = "synchronising programs write in place")]

use super::{begin, noon, office};
use crate::{
    desk::Office,
    format::{Content, parse_file, print_file},
    model::{
        Action, Actions, Answer, Assessment, Event, Id, Origin, Priority, Processing, Progress,
    },
    session::{Choice, Comparison, Edit, Effect, Failure, Overview, Reply},
};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

fn read<T: Content>(path: &Path) -> T {
    parse_file(&fs::read_to_string(path).expect("a text")).expect("sound")
}

fn write<T: Content>(path: &Path, content: &T) {
    fs::write(path, print_file(content).expect("printed")).expect("written");
}

fn look(office: &mut Office) -> Arc<Overview> {
    match office.perform(Effect::Look) {
        Reply::Overview(overview) => overview,
        other => panic!("{other:?}"),
    }
}

fn compare(office: &mut Office, copy: &Path) -> Comparison {
    match office.perform(Effect::Compare(copy.to_path_buf())) {
        Reply::Compared(comparison) => *comparison,
        other => panic!("{other:?}"),
    }
}

fn settle(office: &mut Office, comparison: &Comparison, choice: Choice) -> Reply {
    office.perform(Effect::Settle(Box::new(comparison.settled(choice))))
}

/// What was not chosen.
fn apart(folder: &Path) -> Vec<String> {
    let kept = fs::read_dir(folder.join("niet-gekozen")).expect("a folder");
    let mut kept: Vec<String> =
        kept.map(|one| one.expect("one").file_name().to_string_lossy().into_owned()).collect();
    kept.sort();
    kept
}

/// A folder with an assessment in which one answer was given, and a second copy of it with another and a remark.
fn doubled(name: &str) -> (tempfile::TempDir, Office, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let mut session = begin(&mut office);
    let first = session.stops()[0].questions[0].clone();
    office.perform(session.apply(Edit::answer(&first, "yes")).expect("a wish"));
    let home = folder.path().join("toetsen").join(session.assessment().id.as_str());
    let (original, copy) = (home.join("toets.ron"), home.join(name));
    let mut other: Assessment = read(&original);
    other.answers.put(first.clone(), Some(Answer::one("no")));
    other.notes.insert(first, "Vera weet het".into());
    other.motivation = "Alleen kaarten.".into();
    write(&copy, &other);
    (folder, office, original, copy)
}

#[test]
fn the_two_are_told_and_laid_side_by_side() {
    let (folder, mut office, original, copy) = doubled("toets-LAPTOP-VERA.ron");
    let overview = look(&mut office);
    assert_eq!(overview.assessments.len(), 1);
    let [twin] = overview.twins.as_slice() else { panic!("{:?}", overview.twins) };
    assert!(
        twin.what.starts_with("de toets „") && twin.what.contains("Nieuw ticketsysteem"),
        "{twin:?}"
    );
    assert_eq!((&twin.original, &twin.copy), (&original, &copy));
    let comparison = compare(&mut office, &copy);
    assert!(comparison.mixable && !comparison.separable);
    let told: Vec<_> = comparison.differences.iter().map(|one| one.said.clone()).collect();
    assert_eq!(
        told,
        [
            ["ja", "nee"].map(str::to_owned),
            ["", "Vera weet het"].map(str::to_owned),
            ["", "Alleen kaarten."].map(str::to_owned),
        ]
    );
    assert!(comparison.sides.iter().all(|side| side.changed == Some(noon())));
    // It is seen by who did not read the file anew either.
    drop(office);
    let mut again = super::office(folder.path());
    assert_eq!(look(&mut again).twins, overview.twins);
}

#[test]
fn of_each_difference_one_is_kept_and_nothing_is_lost() {
    let (folder, mut office, original, copy) = doubled("toets (1).ron");
    let (one, two) = (fs::read(&original).expect("a file"), fs::read(&copy).expect("a file"));
    let comparison = compare(&mut office, &copy);
    let done = settle(&mut office, &comparison, Choice::Mixed(vec![false, true, false]));
    let Reply::Overview(overview) = done else { panic!("{done:?}") };
    assert_eq!(overview.twins, []);
    let kept: Assessment = read(&original);
    assert!(kept.answers.iter().all(|(_, answer)| *answer == Answer::one("yes")));
    assert_eq!(kept.notes.values().collect::<Vec<_>>(), ["Vera weet het"]);
    assert_eq!(kept.motivation, "");
    assert!(!copy.exists());
    let bytes: Vec<_> = apart(folder.path())
        .iter()
        .map(|name| fs::read(folder.path().join("niet-gekozen").join(name)).expect("a file"))
        .collect();
    assert!(bytes.contains(&one) && bytes.contains(&two) && bytes.len() == 2);
    // One goes on with what was kept.
    let id = overview.assessments[0].id.clone();
    let Reply::Opened(mut session) = office.perform(Effect::Resume(id)) else { panic!("closed") };
    let second = session.stops()[0].questions[0].clone();
    let reply = office.perform(session.apply(Edit::answer(&second, "no")).expect("a wish"));
    assert!(matches!(reply, Reply::Kept { warning: None, .. }), "{reply:?}");
}

#[test]
fn the_first_the_second_or_a_folder_of_it_can_be_kept_whole() {
    let (folder, mut office, original, copy) = doubled("toets 2.ron");
    let before = fs::read(&original).expect("a file");
    let comparison = compare(&mut office, &copy);
    settle(&mut office, &comparison, Choice::First);
    assert_eq!(fs::read(&original).expect("a file"), before);
    assert_eq!(apart(folder.path()).len(), 1);

    let (folder, mut office, original, copy) = doubled("toets.sync-conflict-20261123-1-AB.ron");
    let wanted = fs::read(&copy).expect("a file");
    let comparison = compare(&mut office, &copy);
    settle(&mut office, &comparison, Choice::Second);
    assert_eq!(fs::read(&original).expect("a file"), wanted);
    assert_eq!(apart(folder.path()).len(), 1);

    // The whole folder.
    let (folder, mut office, original, copy) = doubled("x.tmp");
    let home = original.parent().expect("a folder");
    let other = home.with_file_name(format!("{} (1)", home.file_name().expect("x").display()));
    fs::create_dir(&other).expect("made");
    fs::rename(&copy, other.join("toets.ron")).expect("moved");
    fs::copy(home.join("vragenlijst.ron"), other.join("vragenlijst.ron")).expect("copied");
    let wanted = fs::read(other.join("toets.ron")).expect("a file");
    assert_eq!(look(&mut office).twins.len(), 1);
    let comparison = compare(&mut office, &other);
    assert!(comparison.separable && comparison.differences.len() == 3);
    settle(&mut office, &comparison, Choice::Second);
    assert_eq!(fs::read(&original).expect("a file"), wanted);
    assert_eq!(apart(folder.path()).len(), 2);
    assert_eq!(look(&mut office).twins, []);
}

#[test]
fn what_changed_since_it_was_compared_is_not_chosen_between() {
    let (folder, mut office, original, copy) = doubled("toets (1).ron");
    let comparison = compare(&mut office, &copy);
    let mut later: Assessment = read(&copy);
    later.motivation = "Nog iets.".into();
    write(&copy, &later);
    let before = fs::read(&original).expect("a file");
    for choice in [Choice::First, Choice::Second, Choice::Mixed(vec![true, true, true])] {
        let reply = settle(&mut office, &comparison, choice);
        let Reply::Failed(Failure { message, .. }) = reply else { panic!("{reply:?}") };
        assert!(message.contains("is veranderd sinds u de twee vergeleek"), "{message}");
    }
    assert!(copy.exists() && !folder.path().join("niet-gekozen").exists());
    assert_eq!(fs::read(&original).expect("a file"), before);
    // What is no second copy, or lies elsewhere, is not touched.
    for path in [original, PathBuf::from("/etc/passwd (1)")] {
        assert!(matches!(office.perform(Effect::Compare(path)), Reply::Failed(_)));
    }
}

#[test]
fn two_entries_of_the_register_can_both_stay() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let mut entry = Processing { name: "Kaarten".into(), ..Processing::default() };
    office.shelf.keep_processing(&mut entry).expect("kept");
    entry.purpose = "Iets anders".into();
    let copy = folder.path().join("verwerkingen/kaarten-PC-VERA.ron");
    write(&copy, &entry);
    let overview = look(&mut office);
    assert_eq!((overview.processings.len(), overview.twins.len()), (1, 1));
    let comparison = compare(&mut office, &copy);
    assert_eq!(comparison.what, "de verwerking „Kaarten”");
    assert_eq!(comparison.differences[0].label, "Doel");
    let Reply::Overview(overview) = settle(&mut office, &comparison, Choice::Both) else {
        panic!()
    };
    let names: Vec<_> = overview.processings.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!((names, overview.twins.len()), (vec!["kaarten", "kaarten-2"], 0));
}

fn action(id: &str, text: &str, born: &str) -> Action {
    Action {
        id: Id::from(id),
        text: text.into(),
        origin: Origin::ByHand,
        processing: None,
        department: "Publiek".into(),
        owner: String::new(),
        due: None,
        priority: Priority::Normal,
        state: Progress::Open,
        proof: None,
        history: vec![Event { at: born.parse().expect("a moment"), what: "Opgeschreven.".into() }],
    }
}

#[test]
fn actions_of_two_computers_are_put_together_also_when_they_share_a_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let shared = action("a", "Schrijf op", "2026-11-20T10:00:00+01:00");
    let one = action("b", "Van hier", "2026-11-22T10:00:00+01:00");
    let other = action("b", "Van Vera", "2026-11-22T11:00:00+01:00");
    let done = Action { state: Progress::Busy, ..shared.clone() };
    write(
        &folder.path().join("acties.ron"),
        &Actions(vec![Arc::new(shared.clone()), Arc::new(one.clone())]),
    );
    let copy = folder.path().join("acties (conflicterend exemplaar van Vera).ron");
    write(&copy, &Actions(vec![Arc::new(done.clone()), Arc::new(other.clone())]));
    assert_eq!(look(&mut office).twins[0].what, "de acties");
    let comparison = compare(&mut office, &copy);
    assert_eq!(comparison.differences.len(), 2);
    let done = settle(&mut office, &comparison, Choice::Mixed(vec![true, true]));
    let Reply::Overview(overview) = done else { panic!("{done:?}") };
    let mut texts: Vec<_> =
        overview.actions.iter().map(|one| (one.text.as_str(), one.state.words())).collect();
    texts.sort_unstable();
    assert_eq!(texts, [("Schrijf op", "bezig"), ("Van Vera", "open"), ("Van hier", "open")]);
}

#[test]
fn a_copy_that_cannot_be_read_is_told_and_can_be_put_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    write(&folder.path().join("acties.ron"), &Actions(Vec::new()));
    let copy = folder.path().join("acties (1).ron");
    fs::write(&copy, "(versie: 1, inhoud: [(").expect("written");
    let comparison = compare(&mut office, &copy);
    assert!(!comparison.mixable && !comparison.differences.is_empty());
    assert!(matches!(
        settle(&mut office, &comparison, Choice::Mixed(vec![true])),
        Reply::Failed(_)
    ));
    assert!(matches!(settle(&mut office, &comparison, Choice::Both), Reply::Failed(_)));
    assert!(copy.exists());
    assert!(matches!(settle(&mut office, &comparison, Choice::First), Reply::Overview(_)));
    assert_eq!(apart(folder.path()).len(), 1);
}
