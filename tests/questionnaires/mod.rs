//! Every questionnaire that ships: it reads, it is in order, it has the contract's names, and it says what its golden
//! answers expect.

mod contract;
mod difference;
mod exact;
mod golden;
mod mutants;
#[path = "../../src/engine/tests/oracle.rs"]
mod oracle;
mod outdated;
mod said;
mod shown;
mod speed;
mod suggest;
mod texts;
mod versions;
mod versions_compared;
mod whole;

use std::{collections::BTreeSet, fs, path::Path};
use verantwoord::{
    engine::{Engine, Finding},
    format::{Edition, Library},
    model::{Answers, Id, Questionnaire},
};

fn editions() -> Vec<Edition> {
    Library
        .ids()
        .map(|id| {
            let text = Library.text(id).unwrap();
            Edition::read(&text).unwrap_or_else(|problems| panic!("{id}: {problems}"))
        })
        .collect()
}

fn engine(edition: &Edition, in_force: &BTreeSet<Id>) -> Engine {
    Engine::with_switches(edition.questionnaire.clone(), &|switch| in_force.contains(&switch.id))
}

/// With every switch off.
fn plain_engine(edition: &Edition) -> Engine {
    engine(edition, &BTreeSet::new())
}

/// Every position of the switches of `questionnaire`: those that are on.
fn positions(questionnaire: &Questionnaire) -> Vec<BTreeSet<Id>> {
    let mut positions = vec![BTreeSet::new()];
    for switch in &questionnaire.draft().switches {
        let with = |mut on: BTreeSet<Id>| {
            on.insert(switch.id.clone());
            on
        };
        let on: Vec<_> = positions.iter().cloned().map(with).collect();
        positions.extend(on);
    }
    positions
}

#[test]
fn every_file_ships_under_its_own_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires");
    let files: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".ron").map(str::to_owned))
        .collect();
    let shipped: BTreeSet<String> = Library.ids().map(str::to_owned).collect();
    assert_eq!(files, shipped);
    for id in Library.ids() {
        let edition = Library.get(&Id::from(id)).unwrap();
        assert_eq!(edition.pinned.id.as_str(), id);
    }
}

#[test]
fn no_file_has_a_flaw() {
    let known: Vec<Id> = contract::QUESTIONNAIRES.map(Id::from).to_vec();
    let mut faults = Vec::new();
    for edition in editions() {
        let findings: Vec<Finding> = plain_engine(&edition).lint(&known);
        faults.extend(findings.iter().map(|finding| format!("{}: {finding:?}", edition.pinned.id)));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_file_reads_as_plain_dutch() {
    for edition in editions() {
        let reading = plain_engine(&edition).reading();
        let (flesch, lix) = (reading.flesch_douma(), reading.lix());
        assert!(flesch >= 60.0 && lix <= 40.0, "{}: {flesch:.0}, {lix:.0}", edition.pinned.id);
    }
}

#[test]
fn every_table_is_read_exactly_and_reaches_every_verdict() {
    for edition in editions() {
        let verdicts = edition.questionnaire.draft().verdicts.iter();
        let verdicts: Vec<Id> = verdicts.map(|verdict| verdict.id.clone()).collect();
        for on in positions(&edition.questionnaire) {
            let engine = engine(&edition, &on);
            assert!(engine.is_exact(), "{} {on:?}", edition.pinned.id);
            let evaluation = engine.evaluate(&Answers::default());
            assert_eq!(evaluation.possible, verdicts, "{} {on:?}", edition.pinned.id);
        }
    }
}

#[test]
fn every_table_stays_small() {
    for edition in editions() {
        for on in positions(&edition.questionnaire) {
            let size = engine(&edition, &on).size().unwrap();
            assert!(size < 40_000, "{} {on:?}: {size} nodes", edition.pinned.id);
        }
    }
}
