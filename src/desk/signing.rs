//! Making a record: shown beforehand, signed, kept, checked; and only then is its assessment closed.

use super::{DeskError, Office, chain, checking::judge, office::Asked, printing, words};
use crate::{
    format::Happening,
    model::{
        About, Assessment, Capacity, Id, MAKER, Organisation, Participant, Processing, Signed,
        Status,
    },
    record::{Assessed, Content, Frame, RecordData, Signatory, compose::zoned},
    session::{
        Countersignature, Reply, Report, Secret, Session, SignOrder, SignedRecord, Standing,
        adopted,
    },
    signature::{Claim, sign},
    store::{LONGEST_FILE, read_whole, replace},
};
use std::{path::Path, sync::Arc};

/// The most people who sign one record: page 1 has room for them.
const MOST_SIGNATORIES: usize = 4;

/// The field of the person with this number, from 0: the maker of the record comes first.
fn field(place: usize) -> String {
    format!("Signature{}", place + 1)
}

/// With what a record is signed, and who is to sign after that.
pub(super) struct Seal<'a> {
    /// The file of the signing key.
    pub(super) key: &'a Path,
    /// What opens it.
    pub(super) passphrase: &'a Secret,
    /// Who is to sign later.
    pub(super) others: &'a [Participant],
    /// As what one signs, and why.
    pub(super) capacity: &'a Capacity,
}

impl Office {
    /// The pages of the record as text.
    pub(super) fn preview(&mut self, assessment: &Assessment) -> Result<Reply, DeskError> {
        let asked = self.asked(assessment)?;
        let data = self.record_data(self.assessed(assessment, &asked)?, Vec::new())?;
        Ok(Reply::Preview(printing::set(&data, Some(&asked))?.pages.sheets_as_text()))
    }

    /// Makes the record, signs it, keeps it, checks it, and closes the assessment.
    pub(super) fn sign(&mut self, order: SignOrder) -> Result<Reply, DeskError> {
        let SignOrder { mut assessment, others, key, passphrase, capacity } = order;
        self.shelf.refuse_closed(&assessment.id)?;
        let asked = self.asked(&assessment)?;
        let missing = Session::new(asked.engine.clone(), assessment.clone()).missing();
        if !missing.is_empty() {
            return Err(DeskError::Unfinished(missing.len()));
        }
        let months = asked.edition.questionnaire.draft().review_months;
        assessment.review = assessment.review_after(months, self.now().date());
        let content = self.assessed(&assessment, &asked)?;
        let verdict = match &content {
            Content::Assessment(assessed) => assessed.outcome.verdict.clone(),
            _ => Id::default(),
        };
        let seal =
            Seal { key: &key, passphrase: &passphrase, others: &others, capacity: &capacity };
        let (data, signed) = self.sealed(content, Some(&asked), &seal)?;
        let report = self.keep_signed((&assessment.id, assessment.version()), &signed)?;
        let path = report.file.clone();
        assessment.status = Status::Signed(Signed {
            at: data.made,
            verdict,
            record: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        });
        match self.shelf.keep(&mut assessment, data.made) {
            Ok(warning) => self.notices.extend(warning.iter().map(words::warning)),
            Err(source) => return Err(DeskError::Unclosed { record: path, source }),
        }
        self.adopt(&assessment, &asked)?;
        let sha256 = report.sha256.clone();
        let assessment = Some(assessment);
        Ok(Reply::Signed(Box::new(SignedRecord { path, sha256, report, assessment })))
    }

    /// Takes what the outcome asks over among the actions.
    fn adopt(&mut self, assessment: &Assessment, asked: &Asked) -> Result<(), DeskError> {
        let due = asked.engine.evaluate(&assessment.answers).actions;
        let department = self.processing(&assessment.about)?;
        let department = department.map(|processing| processing.department).unwrap_or_default();
        let now = self.now();
        let before = self.shelf.actions(now)?;
        let actions = adopted(before, assessment, &due, (&department, now));
        Ok(self.shelf.keep_actions(&actions)?)
    }

    /// Keeps a record that was just signed, if it stands up to our own check; what does not never reaches the folder of records.
    pub(super) fn keep_signed(
        &self,
        (name, version): (&Id, u32),
        signed: &[u8],
    ) -> Result<Report, DeskError> {
        let found = judge(Path::new(""), signed, &self.trust()?);
        if !is_good(&found) {
            return Err(DeskError::Unsound { problems: found.problems });
        }
        let path = self.shelf.keep_record(name, version, signed)?;
        if read_whole(&path, LONGEST_FILE)? != signed {
            return Err(DeskError::Unread { path });
        }
        let report = Report { file: path.clone(), ..found };
        self.note(Happening::Made, &path, (signed, &report))?;
        Ok(report)
    }

    /// Adds a signature to a record that is genuine, and checks it again. What was signed before stays as it is, byte for byte.
    pub(super) fn countersign(&self, order: &Countersignature) -> Result<Reply, DeskError> {
        let trust = self.trust()?;
        let bytes = read_whole(&order.record, LONGEST_FILE)?;
        let before = judge(&order.record, &bytes, &trust);
        if !is_good(&before) {
            return Err(DeskError::NotGenuine { path: order.record.clone() });
        }
        let open = before.open_fields.into_iter().find(|open| open.field == order.field);
        let open = open.ok_or_else(|| DeskError::NoField { path: order.record.clone() })?;
        let identity = self.identity(&order.key, &order.passphrase)?;
        let signer = identity.signer();
        if !open.name.is_empty() && open.name != signer.name {
            return Err(DeskError::OtherSigner { expected: open.name, signer: signer.name });
        }
        let asked = Capacity { role: open.role, ..order.capacity.clone() };
        let asked = if asked.role.is_empty() { order.capacity.clone() } else { asked };
        let Capacity { role, reason } = filled(&asked, &signer.role)?;
        let claim = Claim {
            field: open.field,
            name: signer.name,
            role,
            reason,
            time: zoned(self.now()),
            certify: false,
        };
        let longer = sign(&bytes, &identity, &claim, &printing::face())?;
        let after = judge(&order.record, &longer, &trust);
        if !is_good(&after) {
            return Err(DeskError::Unsound { problems: after.problems });
        }
        replace(&order.record, &longer)?;
        // A record of another institution, looked at where it lies, is not in this journal.
        if self.shelf.records()?.contains(&order.record) {
            self.note(Happening::Countersigned, &order.record, (&longer, &after))?;
        }
        Ok(Reply::Checked(Box::new(after)))
    }

    /// What was found out about the record at `path`, by the people who are known here.
    pub(super) fn check(&self, path: &Path) -> Result<Report, DeskError> {
        let bytes = read_whole(path, LONGEST_FILE)?;
        Ok(chain::followed(judge(path, &bytes, &self.trust()?)))
    }

    /// A record of `content` with the maker's signature under it.
    pub(super) fn sealed(
        &self,
        content: Content,
        asked: Option<&Asked>,
        seal: &Seal<'_>,
    ) -> Result<(RecordData, Vec<u8>), DeskError> {
        let identity = self.identity(seal.key, seal.passphrase)?;
        let signer = identity.signer();
        let Capacity { role, reason } = filled(seal.capacity, &signer.role)?;
        let maker = Signatory {
            field: field(0),
            name: signer.name.clone(),
            role: role.clone(),
            fingerprint: identity.fingerprint(),
        };
        let others = seal.others.iter().enumerate().map(|(place, other)| Signatory {
            field: field(place + 1),
            name: other.name.clone(),
            role: other.role.clone(),
            fingerprint: String::new(),
        });
        let signatories = std::iter::once(maker).chain(others).take(MOST_SIGNATORIES).collect();
        let data = self.record_data(content, signatories)?;
        let unsigned = printing::set(&data, asked)?.print()?;
        let claim = Claim {
            field: field(0),
            name: signer.name,
            role,
            reason,
            time: zoned(data.made),
            certify: true,
        };
        Ok((data, sign(&unsigned, &identity, &claim, &printing::face())?))
    }

    /// The data of a record of `content`, made now.
    pub(super) fn record_data(
        &self,
        content: Content,
        signatories: Vec<Signatory>,
    ) -> Result<RecordData, DeskError> {
        let frame = Frame {
            organisation: self.controller()?,
            signatories,
            made: self.now(),
            follows: self.shelf.journal()?.head,
        };
        Ok(RecordData::new(frame, content))
    }

    fn assessed(&self, assessment: &Assessment, asked: &Asked) -> Result<Content, DeskError> {
        let evaluation = asked.engine.evaluate(&assessment.answers);
        let processing = self.processing(&assessment.about)?;
        let actions = self.shelf.actions(self.now())?;
        Assessed::new(processing, assessment, &evaluation)
            .map(|assessed| {
                Content::Assessment(Box::new(
                    assessed.with_duties(actions.0.iter().map(Arc::as_ref)),
                ))
            })
            .ok_or(DeskError::Unfinished(evaluation.open.len().max(1)))
    }

    /// The institution whose record it is; a record of nobody is none.
    fn controller(&self) -> Result<Organisation, DeskError> {
        self.shelf
            .organisation(self.now())?
            .filter(|organisation| !organisation.name.trim().is_empty())
            .ok_or(DeskError::NoOrganisation)
    }

    fn processing(&self, about: &About) -> Result<Option<Processing>, DeskError> {
        match about {
            About::Organisation => Ok(None),
            About::Processing(id) => Ok(Some(self.shelf.processing(id, self.now())?)),
        }
    }
}

/// As what one signs, and why: what is not given is that of the key, and then what is usual.
fn filled(given: &Capacity, own: &str) -> Result<Capacity, DeskError> {
    let own = if own.trim().is_empty() { MAKER } else { own };
    let filled = given.clone().or(own);
    if filled.fits() { Ok(filled) } else { Err(DeskError::Lengthy) }
}

/// Whether a record that was just made is what it should be. The signer may hold a key from elsewhere.
pub(super) fn is_good(report: &Report) -> bool {
    matches!(report.verdict, Standing::Valid | Standing::ValidUnknownSigner)
        && report.data.is_same()
}
