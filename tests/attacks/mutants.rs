//! Random changes to a genuine record: none may be called genuine, and none may bring the check down.
//!
//! `VERANTWOORD_MUTANTS=1000000 cargo test --release --test suite a_changed_record -- --nocapture` tries a million.

use super::victim::{VICTIM, judged};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use std::{collections::BTreeMap, thread};
use verantwoord::session::Standing;

/// How many are tried, unless the environment says otherwise.
const MUTANTS: u64 = 100;

/// One change, as `random` wants it; the same number gives the same change.
fn mutant(number: u64) -> Vec<u8> {
    let mut random = StdRng::seed_from_u64(number);
    let whole = if random.random_bool(0.5) { &VICTIM.once } else { &VICTIM.twice };
    let mut bytes = whole.clone();
    for _ in 0..random.random_range(1..=3) {
        change(&mut bytes, &mut random);
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

/// What became of the mutants with these numbers: how many there were of each verdict, and those that were accepted.
fn tried(numbers: impl Iterator<Item = u64>) -> (BTreeMap<String, u64>, Vec<u64>) {
    let mut verdicts = BTreeMap::new();
    let mut accepted = Vec::new();
    for number in numbers {
        let bytes = mutant(number);
        if bytes == VICTIM.once || bytes == VICTIM.twice {
            continue;
        }
        let verdict = judged(&bytes).verdict;
        if matches!(verdict, Standing::Valid | Standing::ValidUnknownSigner) {
            accepted.push(number);
        }
        *verdicts.entry(format!("{verdict:?}")).or_default() += 1;
    }
    (verdicts, accepted)
}

#[test]
fn a_changed_record_is_never_genuine() {
    #[expect(clippy::disallowed_methods, reason = "asked by whoever wants to try for longer")]
    let wanted = std::env::var("VERANTWOORD_MUTANTS").ok();
    let wanted = wanted.and_then(|wanted| wanted.parse().ok()).unwrap_or(MUTANTS);
    let threads = thread::available_parallelism().map_or(1, |threads| threads.get() as u64);
    let found: Vec<_> = thread::scope(|scope| {
        let shares: Vec<_> = (0..threads)
            .map(|share| {
                scope.spawn(move || {
                    tried((share..wanted).step_by(usize::try_from(threads).unwrap()))
                })
            })
            .collect();
        shares.into_iter().map(|share| share.join().expect("no panic")).collect()
    });
    let mut verdicts: BTreeMap<String, u64> = BTreeMap::new();
    for (verdict, count) in found.iter().flat_map(|(verdicts, _)| verdicts) {
        *verdicts.entry(verdict.clone()).or_default() += count;
    }
    let accepted: Vec<u64> = found.into_iter().flat_map(|(_, accepted)| accepted).collect();
    println!("{wanted} mutants: {verdicts:?}");
    assert!(accepted.is_empty(), "{accepted:?}");
}
