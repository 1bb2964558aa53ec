//! A made-up institution with one finished assessment and its signed record, to look around in.

use super::{
    DeskError, Office,
    keys::{opened, propose},
};
use crate::{
    format::{Content, parse_file},
    model::{
        About, Answers, Assessment, Capacity, Id, Organisation, Participant, Processing, Status,
    },
    session::{Guide, KeyLine, NewKey, Reply, Secret, SignOrder, SignedRecord},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use zeroize::Zeroizing;

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
    /// Of the key in the guided example only, where nothing is secret.
    passphrase: String,
}

impl Content for Example {
    const NAME: &'static str = "voorbeeld";
}

fn example() -> Result<Example, DeskError> {
    parse_file(EXAMPLE).map_err(|problems| DeskError::Example(problems.to_string()))
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
        let example = example()?;
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

    /// Puts the made-up institution in this folder with an assessment to be filled in, and a key to sign it with: a newcomer does
    /// the rest. What was begun before is gone on with.
    ///
    /// # Errors
    /// The folder holds real data, or something could not be kept.
    pub fn rehearse(&mut self) -> Result<Guide, DeskError> {
        let example = example()?;
        self.refuse_real()?;
        self.shelf.keep_organisation(&example.organisation)?;
        let passphrase = Secret(Zeroizing::new(example.passphrase.clone()));
        let signer = &example.signer;
        let usable =
            |line: &KeyLine| line.name == signer.name && opened(&line.path, &passphrase).is_ok();
        if !self.keys()?.iter().any(usable) {
            let (name, role) = (signer.name.clone(), signer.role.clone());
            self.make_key(&NewKey { name, role, passphrase: passphrase.clone() })?;
        }
        Ok(Guide {
            assessment: self.unfinished(&example)?.id,
            answers: example.answers,
            motivation: example.motivation,
            signer: example.signer.name,
            passphrase: example.passphrase,
        })
    }

    /// The open assessment of the example, or a new one with nothing answered.
    fn unfinished(&mut self, example: &Example) -> Result<Assessment, DeskError> {
        let now = self.now();
        let begun = self.shelf.assessments(now)?.0.into_iter().find(|assessment| {
            assessment.status == Status::Open
                && assessment.questionnaire.id == example.questionnaire
        });
        if let Some(begun) = begun {
            return Ok(begun);
        }
        let there = self.shelf.processings(now)?.0.into_iter();
        let mut processing = there
            .filter(|one| one.name == example.processing.name)
            .last()
            .unwrap_or_else(|| example.processing.clone());
        if processing.id.as_str().is_empty() {
            self.shelf.keep_processing(&mut processing)?;
        }
        let edition = self
            .library
            .get(&example.questionnaire)
            .ok_or_else(|| DeskError::NoQuestionnaire(example.questionnaire.clone()))?;
        let about = About::Processing(processing.id);
        let mut assessment = self.shelf.begin(&edition, about, &processing.name, now)?;
        assessment.participants.clone_from(&example.participants);
        self.shelf.keep(&mut assessment, now)?;
        Ok(assessment)
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
