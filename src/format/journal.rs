//! The journal (logboek) of records: one line each time a record is made or signed again, chained by hashes.
//!
//! A line is canonical JSON (RFC 8785). Each names the SHA-256 of the line before it, so that no line can be changed, moved
//! or taken out without every later one showing it. The hash of the last line is the head; each record prints the head
//! before it, and so vouches for everything that came earlier.
//!
//! What this proves: between two heads that someone else has seen, nothing was changed or taken out. What it cannot prove:
//! that the times are right, or that the whole chain was not written anew together with all records.

use super::{Problem, canonical_json, parse_json, sha256};
use crate::model::Moment;
use serde::{Deserialize, Serialize};

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// It was made and signed by its maker.
    Made,
    /// Someone signed after that.
    Countersigned,
    /// A timestamp was added.
    Stamped,
}

/// One line of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number, from 1.
    pub number: u32,
    /// When, by the clock of the device.
    pub at: Moment,
    /// What happened.
    pub happening: Happening,
    /// The record's file name in the folder `verslagen`.
    pub record: String,
    /// SHA-256 of the data inside the record.
    pub data_sha256: String,
    /// SHA-256 of the record as it was before anyone signed.
    pub base_sha256: String,
    /// SHA-256 of the file.
    pub file_sha256: String,
    /// SHA-256 of the certificate of each signer, in the order they signed.
    pub signers: Vec<String>,
    /// The head before this line; empty for the first.
    pub previous: String,
}

/// Something that is wrong in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Break {
    /// This line, by its place from 1, cannot be read.
    Unreadable(usize),
    /// This line does not follow from the one before it.
    Unchained(usize),
    /// The last line has no end: it was being written when the program stopped.
    Torn,
}

/// The journal as it stands in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// The lines that can be read, in order.
    pub entries: Vec<Entry>,
    /// What is wrong in the chain, in order; empty for a sound one.
    pub breaks: Vec<Break>,
    /// SHA-256 of the last line; empty as long as there is none.
    pub head: String,
}

/// Reads the text of a journal. Whatever stands in it, something comes of it.
pub fn parse_journal(text: &str) -> Journal {
    let mut journal = Journal::default();
    let mut number = 0;
    for (place, line) in text.lines().enumerate() {
        let place = place + 1;
        number += 1;
        match parse_json::<Entry>(line.as_bytes()) {
            Ok(entry) => {
                if entry.previous != journal.head || entry.number != number {
                    journal.breaks.push(Break::Unchained(place));
                    number = entry.number;
                }
                journal.entries.push(entry);
            }
            Err(_) => journal.breaks.push(Break::Unreadable(place)),
        }
        journal.head = sha256(line.as_bytes());
    }
    if !text.is_empty() && !text.ends_with('\n') {
        journal.breaks.push(Break::Torn);
    }
    journal
}

/// `text`, the journal so far, with `entry` as the line at its end; its number and the head before it are filled in here.
///
/// # Errors
/// The line has no JSON form.
pub fn extend_journal(text: &str, entry: Entry) -> Result<String, Problem> {
    let journal = parse_journal(text);
    let last = journal.entries.last().map_or(0, |entry| entry.number);
    let entry = Entry { number: last + 1, previous: journal.head, ..entry };
    let line = canonical_json(&entry)?;
    let mut longer = text.to_owned();
    // A line that was torn stays as it is, and shows.
    if !longer.is_empty() && !longer.ends_with('\n') {
        longer.push('\n');
    }
    longer.push_str(&String::from_utf8_lossy(&line));
    longer.push('\n');
    Ok(longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn news(record: &str) -> Entry {
        Entry {
            number: 0,
            previous: String::new(),
            at: "2026-11-23T14:02:00+01:00".parse().expect("a moment"),
            happening: Happening::Made,
            record: record.to_owned(),
            data_sha256: sha256(b"data"),
            base_sha256: sha256(b"base"),
            file_sha256: sha256(record.as_bytes()),
            signers: vec![sha256(b"signer")],
        }
    }

    fn three() -> String {
        ["a.pdf", "b.pdf", "c.pdf"].into_iter().fold(String::new(), |text, record| {
            extend_journal(&text, news(record)).expect("a line")
        })
    }

    #[test]
    fn each_line_names_the_one_before_it() {
        let journal = parse_journal(&three());
        assert_eq!(journal.breaks, []);
        assert_eq!(journal.entries.len(), 3);
        assert_eq!(journal.entries[0].previous, "");
        let lines: Vec<String> = three().lines().map(|line| sha256(line.as_bytes())).collect();
        assert_eq!(journal.entries[2].previous, lines[1]);
        assert_eq!(journal.head, lines[2]);
    }

    #[test]
    fn a_line_that_is_changed_moved_or_taken_out_shows() {
        let text = three();
        let lines: Vec<&str> = text.lines().collect();
        let of = |lines: &[&str]| parse_journal(&(lines.join("\n") + "\n")).breaks;
        assert_eq!(of(&[lines[0], lines[2]]), [Break::Unchained(2)]);
        assert_eq!(of(&[lines[1], lines[2]]), [Break::Unchained(1)]);
        assert_eq!(of(&[lines[0], lines[2], lines[1]]), [Break::Unchained(2), Break::Unchained(3)]);
        let changed = lines[1].replace("b.pdf", "d.pdf");
        assert_eq!(of(&[lines[0], &changed, lines[2]]), [Break::Unchained(3)]);
        assert_eq!(
            of(&[lines[0], "geen regel", lines[2]]),
            [Break::Unreadable(2), Break::Unchained(3)]
        );
    }

    #[test]
    fn a_torn_line_stays_and_shows_and_the_chain_goes_on() {
        let mut text = three();
        text.truncate(text.len() - 20);
        assert_eq!(parse_journal(&text).breaks, [Break::Unreadable(3), Break::Torn]);
        let longer = extend_journal(&text, news("d.pdf")).expect("a line");
        assert!(longer.starts_with(&text));
        let journal = parse_journal(&longer);
        assert_eq!(journal.breaks, [Break::Unreadable(3), Break::Unchained(4)]);
        assert_eq!(journal.entries.len(), 3);
    }
}
