//! Proof of the moment: the question to a timestamp authority, and its answer into the record.
//!
//! There is no network here: a person sends the question and fetches the answer. Until that is there, the record stays as it
//! is, and only the question lies beside it.

use super::{DeskError, Office, checking::judge, signing::is_good};
use crate::{
    format::Happening,
    session::{Reply, StampOrder, StampQuestion},
    signature::{Certificate, StampError, is_question, question, stamp},
    store::{LONGEST_FILE, read_whole, replace},
};
use std::path::Path;

/// The longest question or answer that is read, in bytes.
const LONGEST_ANSWER: u64 = 1 << 20;

/// What the file of a question ends with.
const QUESTION: &str = "tsq";

impl Office {
    /// Writes the question about a record beside it. One that is there already and still fits stays, so that an answer to it
    /// that is under way is of use.
    pub(super) fn ask_stamp(&self, record: &Path) -> Result<Reply, DeskError> {
        let bytes = read_whole(record, LONGEST_FILE)?;
        if !is_good(&judge(record, &bytes, &self.trust()?)) {
            return Err(DeskError::NotGenuine { path: record.to_path_buf() });
        }
        let path = record.with_extension(QUESTION);
        let earlier = match read_whole(&path, LONGEST_ANSWER) {
            Ok(known) => is_question(&bytes, &known).map_err(|error| match error {
                StampError::Question => DeskError::Question { path: path.clone(), there: true },
                error => error.into(),
            })?,
            Err(error) if error.is_missing() => false,
            Err(error) => return Err(error.into()),
        };
        if !earlier {
            replace(&path, &question(&bytes, &mut rand::rng())?)?;
        }
        let record = record.to_path_buf();
        Ok(Reply::Asked(StampQuestion { record, question: path, earlier }))
    }

    /// Puts the stamp in an answer into the record, and checks the record again. What was there before stays as it is, byte
    /// for byte; a stamp that does not hold never reaches it.
    pub(super) fn add_stamp(&self, order: &StampOrder) -> Result<Reply, DeskError> {
        let mut trust = self.trust()?;
        for pem in &order.trust {
            trust.certificates.push(Certificate::from_pem(pem)?);
        }
        let bytes = read_whole(&order.record, LONGEST_FILE)?;
        if !is_good(&judge(&order.record, &bytes, &trust)) {
            return Err(DeskError::NotGenuine { path: order.record.clone() });
        }
        let asked = order.question.clone();
        let asked = asked.unwrap_or_else(|| order.record.with_extension(QUESTION));
        let question = read_whole(&asked, LONGEST_ANSWER).map_err(|error| {
            if error.is_missing() {
                DeskError::Question { path: asked, there: false }
            } else {
                error.into()
            }
        })?;
        let answer = read_whole(&order.answer, LONGEST_ANSWER)?;
        let longer = stamp(&bytes, (&question, &answer), &trust)?;
        let after = judge(&order.record, &longer, &trust);
        if !is_good(&after) {
            return Err(DeskError::Unsound { problems: after.problems });
        }
        replace(&order.record, &longer)?;
        if self.shelf.records()?.contains(&order.record) {
            self.note(Happening::Stamped, &order.record, (&longer, &after))?;
        }
        Ok(Reply::Checked(Box::new(after)))
    }
}
