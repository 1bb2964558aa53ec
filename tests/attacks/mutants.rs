//! Random changes to a genuine record, signed once, signed twice or stamped: none may be called genuine, and none may bring
//! the check down.
//!
//! A hundred are tried with every `cargo test`, and a million by
//! `VERANTWOORD_MUTANTS=1000000 cargo test --release --test suite a_changed_record -- --nocapture`, on every processor there
//! is. `VERANTWOORD_MUTANTS_FROM=200000` goes on where an earlier run was stopped. A file that is accepted, or that brings
//! the check down, is kept in `target/tmp` under its number.

use super::victim::{VICTIM, judged};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use std::{
    collections::BTreeMap,
    ops::Range,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Instant,
};
use verantwoord::session::Standing;

/// How many are tried, unless the environment says otherwise.
const MUTANTS: u64 = 100;
/// After how many one reads how far it is.
const TOLD: u64 = 10_000;

/// The records that are changed.
fn genuine() -> Vec<&'static Vec<u8>> {
    let stamped = VICTIM.stamped.as_ref();
    [Some(&VICTIM.once), Some(&VICTIM.twice), stamped].into_iter().flatten().collect()
}

/// One change, as `random` wants it; of the same records, the same number gives the same change.
fn mutant(number: u64) -> Vec<u8> {
    let mut random = StdRng::seed_from_u64(number);
    let genuine = genuine();
    let mut bytes = genuine[random.random_range(0..genuine.len())].clone();
    for _ in 0..random.random_range(1..=3) {
        // A file that is cut off at its first byte is as changed as it gets.
        if !bytes.is_empty() {
            change(&mut bytes, &mut random);
        }
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, random: &mut StdRng) {
    let at = random.random_range(0..bytes.len());
    let length = random.random_range(1..64).min(bytes.len() - at);
    match random.random_range(0..9) {
        0 | 1 => bytes[at] ^= 1 << random.random_range(0..8),
        2 => bytes[at] = random.random(),
        3 => drop(bytes.drain(at..at + length)),
        4 => {
            let piece: Vec<u8> = (0..length).map(|_| random.random()).collect();
            bytes.splice(at..at, piece);
        }
        5 => {
            let piece = bytes[at..at + length].to_vec();
            let to = random.random_range(0..bytes.len());
            bytes.splice(to..to, piece);
        }
        6 => bytes.truncate(at),
        7 => {
            let digit = bytes[at..].iter().position(u8::is_ascii_digit);
            if let Some(digit) = digit {
                bytes[at + digit] = b'0' + random.random_range(0..10);
            }
        }
        _ => {
            let to = random.random_range(0..=bytes.len() - length);
            let piece = bytes[at..at + length].to_vec();
            bytes[to..to + length].copy_from_slice(&piece);
        }
    }
}

/// What became of the mutants: how many there were of each verdict, and which were accepted or brought the check down.
#[derive(Default)]
struct Found {
    verdicts: BTreeMap<String, u64>,
    bad: Vec<(u64, String)>,
}

impl Found {
    fn add(&mut self, number: u64) {
        let bytes = mutant(number);
        if genuine().contains(&&bytes) {
            return;
        }
        let verdict = catch_unwind(AssertUnwindSafe(|| judged(&bytes).verdict));
        let accepted = matches!(verdict, Ok(Standing::Valid | Standing::ValidUnknownSigner));
        let verdict = verdict.map_or_else(|_| "panic".to_owned(), |verdict| format!("{verdict:?}"));
        if accepted || verdict == "panic" {
            let name = format!("mutant-{number}.pdf");
            std::fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name), &bytes).unwrap();
            self.bad.push((number, verdict.clone()));
        }
        *self.verdicts.entry(verdict).or_default() += 1;
    }

    fn join(mut self, other: Self) -> Self {
        for (verdict, count) in other.verdicts {
            *self.verdicts.entry(verdict).or_default() += count;
        }
        self.bad.extend(other.bad);
        self
    }
}

/// Tries the mutants with these numbers, on every processor.
fn tried(numbers: &Range<u64>) -> Found {
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let (next, started) = (AtomicU64::new(numbers.start), Instant::now());
    let share = || {
        let mut found = Found::default();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= numbers.end {
                return found;
            }
            found.add(number);
            if number > numbers.start && number.is_multiple_of(TOLD) {
                println!("{number} after {} s", started.elapsed().as_secs());
            }
        }
    };
    thread::scope(|scope| {
        let shares: Vec<_> = (0..threads).map(|_| scope.spawn(share)).collect();
        shares.into_iter().map(|share| share.join().unwrap()).fold(Found::default(), Found::join)
    })
}

/// A number from the environment.
#[expect(clippy::disallowed_methods, reason = "asked by whoever wants to try for longer")]
fn asked(name: &str) -> Option<u64> {
    let wanted = std::env::var(name).ok()?;
    Some(wanted.parse().unwrap_or_else(|error| panic!("{name}={wanted}: {error}")))
}

#[test]
fn a_changed_record_is_never_genuine() {
    let numbers = asked("VERANTWOORD_MUTANTS_FROM").unwrap_or(0)
        ..asked("VERANTWOORD_MUTANTS").unwrap_or(MUTANTS);
    let started = Instant::now();
    let Found { verdicts, bad } = tried(&numbers);
    let tried: u64 = verdicts.values().sum();
    println!("{tried} mutants in {} s: {verdicts:?}", started.elapsed().as_secs());
    assert!(bad.is_empty(), "{bad:?}");
    let wanted = numbers.end - numbers.start;
    assert!(tried > wanted / 100 * 95, "{tried} of {wanted}: the rest changed nothing");
}
