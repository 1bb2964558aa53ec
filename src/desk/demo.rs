//! A made-up institution with one finished assessment and its signed record, to look around in.

use super::{DeskError, Office, keys::propose};
use crate::{
    format::{Content, parse_file},
    model::{About, Answers, Capacity, Id, Organisation, Participant, Processing},
    session::{KeyLine, NewKey, Reply, Secret, SignOrder, SignedRecord},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is made up: `assets/voorbeeld.ron`.
const EXAMPLE: &str = include_str!("../../assets/voorbeeld.ron");

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    organisation: Organisation,
    processing: Processing,
    questionnaire: Id,
    answers: Answers,
    notes: BTreeMap<Id, String>,
    motivation: String,
    participants: Vec<Participant>,
    signer: Participant,
}

impl Content for Example {
    const NAME: &'static str = "voorbeeld";
}

/// What the example left behind.
#[derive(Clone, Debug)]
pub struct Demonstration {
    /// The signed record, checked.
    pub record: SignedRecord,
    /// The key that it was signed with.
    pub key: KeyLine,
    /// The passphrase of that key, made for this once: it is nowhere else.
    pub passphrase: Secret,
}

impl Office {
    /// Puts the made-up institution in this folder, fills in an assessment, signs its record and checks it.
    ///
    /// # Errors
    /// The folder holds real data, or something could not be kept, signed or checked.
    pub fn demonstrate(&mut self) -> Result<Demonstration, DeskError> {
        let example: Example =
            parse_file(EXAMPLE).map_err(|problems| DeskError::Example(problems.to_string()))?;
        self.refuse_real()?;
        self.shelf.keep_organisation(&example.organisation)?;
        let mut processing = example.processing;
        self.shelf.keep_processing(&mut processing)?;
        let edition = self
            .library
            .get(&example.questionnaire)
            .ok_or(DeskError::NoQuestionnaire(example.questionnaire))?;
        let about = About::Processing(processing.id);
        let mut assessment = self.shelf.begin(&edition, about, &processing.name, self.now())?;
        assessment.answers = example.answers;
        assessment.notes = example.notes;
        assessment.motivation = example.motivation;
        assessment.participants = example.participants;
        self.shelf.keep(&mut assessment, self.now())?;
        let passphrase = propose();
        let Participant { name, role, .. } = example.signer;
        let key = NewKey { name, role, passphrase: passphrase.clone() };
        let Reply::KeyMade(key) = self.make_key(&key)? else {
            return Err(DeskError::Example("key".to_owned()));
        };
        let order = SignOrder {
            assessment,
            others: Vec::new(),
            key: key.path.clone(),
            passphrase: passphrase.clone(),
            capacity: Capacity::default(),
        };
        match self.sign(order)? {
            Reply::Signed(record) => Ok(Demonstration { record: *record, key, passphrase }),
            _ => Err(DeskError::Example("record".to_owned())),
        }
    }

    /// Something made up never comes among real data.
    fn refuse_real(&self) -> Result<(), DeskError> {
        let now = self.now();
        let real = match self.shelf.organisation(now)? {
            Some(organisation) => !organisation.example,
            None => {
                !self.shelf.processings(now)?.0.is_empty()
                    || !self.shelf.assessments(now)?.0.is_empty()
            }
        };
        if real {
            return Err(DeskError::NotEmpty { folder: self.shelf.folder().to_path_buf() });
        }
        Ok(())
    }
}
