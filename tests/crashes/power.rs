//! The power is cut after every call, and the file system had written down as little as it may.

use super::{
    Dice, Mark, asked_for,
    disk::{Disk, Picture, lay},
    script, shown_as_saved, sound, starts, talk, tell,
    tracer::{Event, run},
};
use std::collections::{BTreeMap, HashSet};

/// How many ways in which changes of names reached the disk are tried after one call, at most.
const WAYS: (usize, usize) = (16, 1024);

/// In the short run, one in so many pictures.
const STRIDE: usize = 4;

#[test]
fn whenever_the_power_is_cut_what_was_shown_as_saved_is_there() {
    let script = script();
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("gegevens");
    let typed: Vec<String> = script.iter().map(|line| line.text.clone()).collect();
    let Some(whole) = run(&talk(&data), &data, &typed, None) else {
        return tell("NOT TESTED: power cuts; calls cannot be written down here");
    };
    let long = asked_for().is_some();
    let ways = if long { WAYS.1 } else { WAYS.0 };
    let (mut disk, mut dice) = (Disk::default(), Dice(20_261_123));
    let mut seen: HashSet<(Picture, usize)> = HashSet::new();
    let mut cuts = 0;
    let mut losses: BTreeMap<String, usize> = BTreeMap::new();
    for (place, event) in whole.events.iter().enumerate() {
        let Event::Called(call) = event else { continue };
        disk.follow(call);
        let saved = saved_before(&script, &whole.events[..=place]);
        for picture in disk.pictures(ways, &mut dice) {
            if !seen.insert((picture.clone(), saved.len()))
                || (!long && !seen.len().is_multiple_of(STRIDE))
            {
                continue;
            }
            cuts += 1;
            let other = tempfile::tempdir().unwrap();
            let at = other.path().join("gegevens");
            lay(&picture, &data, &at);
            let after =
                sound(&at, &saved).and_then(|()| if cuts % 50 == 0 { starts(&at) } else { Ok(()) });
            if let Err(loss) = after {
                *losses
                    .entry(format!("after {} {:?}: {loss}", call.name, call.paths))
                    .or_default() += 1;
            }
        }
    }
    tell(&format!(
        "{cuts} power cuts, with what a file system may have written down: {} losses",
        losses.len()
    ));
    assert!(cuts > 30, "{cuts}");
    assert!(losses.is_empty(), "{losses:#?}");
}

/// What was shown as saved before the power went.
fn saved_before(script: &[super::Line], events: &[Event]) -> Vec<Mark> {
    let run = super::tracer::Run { events: events.to_vec(), err: String::new(), status: None };
    shown_as_saved(script, &run.answers()[1..])
}
