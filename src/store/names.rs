//! Names of files and folders that a person can read and that every platform takes.

use crate::model::Moment;
use jiff::civil::DateTime;

/// How a moment stands in a file name.
const STAMP: &str = "%Y-%m-%d-%H%M%S";

/// The longest name that is made out of what a person wrote, in bytes.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices, with any extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A name made out of `text`: `a`-`z`, `0`-`9` and `-`, 1 to 60 of them, and no device of Windows.
pub(super) fn slug(text: &str) -> String {
    // More than this never fits, and what is pasted can be very long.
    let start: String = text.chars().take(4 * LONGEST).collect();
    let name = cut(&slug::slugify(start), LONGEST);
    match name.as_str() {
        "" => "naamloos".to_owned(),
        name if is_device(name) => format!("naam-{name}"),
        _ => name,
    }
}

/// `name`, then `name-2`, `name-3`, …, each at most 60 bytes if `name` is.
pub(super) fn variants(name: &str) -> impl Iterator<Item = String> + use<> {
    let name = name.to_owned();
    (1_u32..).map(move |number| {
        if number == 1 {
            return name.clone();
        }
        let suffix = format!("-{number}");
        let room = LONGEST.max(name.len()) - suffix.len();
        cut(&name, room) + &suffix
    })
}

/// Whether `name` can stand in a path as one piece, here and on every other platform.
pub(super) fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 200
        && !name.starts_with('.')
        && !name.ends_with(['.', ' '])
        && !name
            .chars()
            .any(|character| character.is_control() || r#"<>:"/\|?*"#.contains(character))
        && !is_device(&name.to_ascii_lowercase())
}

/// A moment in a file name: `2026-11-22-140205`.
pub(super) fn stamp(moment: Moment) -> String {
    stamped(moment.local())
}

/// The same of a moment on the wall.
pub(super) fn stamped(moment: DateTime) -> String {
    moment.strftime(STAMP).to_string()
}

/// The moment that a [`stamp`] tells.
pub(super) fn moment(stamp: &str) -> Option<DateTime> {
    DateTime::strptime(STAMP, stamp).ok()
}

/// Whether `text` has the shape of a [`stamp`].
pub(super) fn is_stamp(text: &str) -> bool {
    text.len() == 17
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 | 10 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn is_device(name: &str) -> bool {
    let name = name.split('.').next().unwrap_or(name);
    let numbered = |kind| {
        name.strip_prefix(kind)
            .is_some_and(|number| number.len() == 1 && number.bytes().all(|n| n.is_ascii_digit()))
    };
    DEVICES.contains(&name) || numbered("com") || numbered("lpt")
}

fn cut(name: &str, room: usize) -> String {
    name.get(..room).unwrap_or(name).trim_matches('-').to_owned()
}
