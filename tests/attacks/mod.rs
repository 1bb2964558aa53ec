//! A genuine record, and what someone might do to it: every class of attack on signed PDF files, each as a file that the
//! check must refuse with a reason it names.
//!
//! Classes and names follow the literature on PDF signatures: universal signature forgery (USF), incremental saving (ISA),
//! signature wrapping (SWA), shadow attacks (hide, replace, hide and replace), attacks on certified documents (EAA, SSA),
//! and what is our own to fear: rollback, swapped attachments, and an insider with a good key.
#![expect(clippy::disallowed_methods, reason = "an attacker makes files of their own")]

mod appended;
mod insider;
mod mutants;
mod placed;
mod spliced;
mod tools;
mod victim;

use std::collections::BTreeMap;
use verantwoord::session::Standing;
use victim::{VICTIM, judged};

/// A file that is not what it seems.
struct Attack {
    /// Its class, as the literature calls it.
    class: &'static str,
    /// What was done.
    name: String,
    /// The file.
    bytes: Vec<u8>,
}

impl Attack {
    fn new(class: &'static str, name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { class, name: name.into(), bytes }
    }
}

/// The genuine record: before anyone signed, and signed by one and by two.
pub(crate) fn records() -> [Vec<u8>; 3] {
    [VICTIM.base.clone(), VICTIM.once.clone(), VICTIM.twice.clone()]
}

fn all() -> Vec<Attack> {
    [placed::all(), appended::all(), spliced::all(), insider::all()].into_iter().flatten().collect()
}

#[test]
fn the_record_itself_is_genuine() {
    let stamped = VICTIM.stamped.as_ref();
    for genuine in [Some(&VICTIM.once), Some(&VICTIM.twice), stamped].into_iter().flatten() {
        let report = judged(genuine);
        assert_eq!(report.verdict, Standing::Valid, "{:?}", report.problems);
    }
}

#[test]
fn every_attack_is_refused_with_a_reason() {
    let attacks = all();
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    let mut names = std::collections::BTreeSet::new();
    let mut accepted = Vec::new();
    for Attack { class, name, bytes } in &attacks {
        assert!(*bytes != VICTIM.once && *bytes != VICTIM.twice, "{class}: {name} changes nothing");
        assert!(names.insert((class, name)), "{class}: {name} is there twice");
        *classes.entry(class).or_default() += 1;
        let report = judged(bytes);
        // An attack that leaves no signature at all is told as just that.
        let refused = match report.verdict {
            Standing::Modified | Standing::Invalid | Standing::NotOurs => {
                !report.problems.is_empty()
            }
            Standing::Unsigned => report.signatures.is_empty(),
            Standing::Valid | Standing::ValidUnknownSigner => false,
        };
        println!("{class:8} {name:44} {:?} {}", report.verdict, report.problems.join(" "));
        if !refused {
            accepted.push(format!("{class}: {name}"));
        }
    }
    println!("{} attacks: {classes:?}", attacks.len());
    assert!(accepted.is_empty(), "{accepted:#?}");
    assert!(attacks.len() >= 60, "{}", attacks.len());
    assert_eq!(classes.len(), 10, "{classes:?}");
}

/// Whoever cuts the last signature off is left with what that record was before: genuine, and still to be signed. A check of
/// the file alone cannot tell that it once was more; it says who has not signed.
#[test]
fn a_record_that_lost_its_last_signature_says_who_has_not_signed() {
    let report = judged(&VICTIM.once);
    let open: Vec<&str> = report.open_fields.iter().map(|open| open.name.as_str()).collect();
    assert_eq!(open, [victim::DIRECTOR]);
    assert!(judged(&VICTIM.twice).open_fields.is_empty());
}
