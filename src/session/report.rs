//! What was found out about a record.

use crate::model::{Moment, Pinned};
use serde::Serialize;
use std::path::PathBuf;

/// What a signature check amounts to; never two-valued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Genuine, and every signer is known here.
    Valid,
    /// Genuine, but a signer is not known here.
    ValidUnknownSigner,
    /// Changed after signing.
    Modified,
    /// No record of this program, unreadable, or signed with something that does not hold.
    Invalid,
    /// A signed file of another program: its signatures are told of, but it is no record.
    NotOurs,
    /// No signature at all.
    Unsigned,
}

impl Standing {
    /// Whether the record is genuine, whoever signed it.
    pub fn is_genuine(self) -> bool {
        matches!(self, Self::Valid | Self::ValidUnknownSigner)
    }
}

/// Whether the pages say what the attached data say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DataStanding {
    /// The pages, made again from the attached data, are the same byte for byte; and the attached questionnaire gives the same verdict.
    Same,
    /// The pages were set by a version of the program that sets them otherwise, so that bytes cannot be compared. Every word on
    /// them, in its order, is what the attached data say; and the attached questionnaire gives the same verdict.
    SameText,
    /// They differ.
    Different,
    /// The data were made by a newer version of the program, and nothing can be compared here.
    OtherVersion,
    /// There are no data to compare with.
    Absent,
}

impl DataStanding {
    /// Whether the pages say what the data say, however that was found out.
    pub fn is_same(self) -> bool {
        matches!(self, Self::Same | Self::SameText)
    }
}

/// Everything that was found out about one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The file.
    pub file: PathBuf,
    /// The verdict about the file.
    pub verdict: Standing,
    /// Every signature, in the order they were set.
    pub signatures: Vec<SignatureReport>,
    /// Every stamp of a timestamp authority, in the order they were set.
    pub stamps: Vec<StampReport>,
    /// Whether the pages say what the attached data say.
    pub data: DataStanding,
    /// Stable codes of everything that is wrong.
    pub problems: Vec<String>,
    /// What the record says, as far as it can be read.
    pub claim: Option<Claim>,
    /// The fields that are still to be signed.
    pub open_fields: Vec<OpenField>,
    /// The versions before this record that it names, the first one first; none for a first version, or if the pages do not say
    /// what the data say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<Link>,
    /// SHA-256 of the file.
    pub sha256: String,
}

impl Report {
    /// What is wrong with the file as a whole: what is wrong with one signature or stamp is told there, and once is enough.
    pub fn problems_of_all(&self) -> impl Iterator<Item = &String> {
        let signatures = self.signatures.iter().flat_map(|signature| &signature.problems);
        let stamps = self.stamps.iter().flat_map(|stamp| &stamp.problems);
        let told: Vec<&String> = signatures.chain(stamps).collect();
        self.problems.iter().filter(move |code| !told.contains(code))
    }

    /// How the pages relate to the data, where that is to be told: that they differ stands among what is wrong.
    pub fn told_of_data(&self) -> Option<DataStanding> {
        let told = !matches!(self.data, DataStanding::Absent | DataStanding::Different);
        told.then_some(self.data)
    }
}

/// A version before a record, as the record names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Which version it is, from 1.
    pub version: u32,
    /// When its first signature was set.
    pub signed: Moment,
    /// Its verdict's title.
    pub verdict: String,
    /// The file name of its record.
    pub record: String,
    /// SHA-256 of that file when the next version was begun.
    pub sha256: String,
    /// How the file of that name stands that lies beside the record.
    pub standing: LinkStanding,
}

/// How a file stands that a later record names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkStanding {
    /// It is the very file.
    Same,
    /// It is the very file, with signatures or stamps that were set later.
    Grown,
    /// It is another file.
    Different,
    /// It is not at hand.
    Absent,
}

/// A field that is still to be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenField {
    /// Its name in the file.
    pub field: String,
    /// Who is to sign.
    pub name: String,
    /// As what.
    pub role: String,
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignatureReport {
    /// Who, as the certificate says.
    pub signer: String,
    /// As what, as the signature says; as the certificate says, if it says nothing.
    pub role: String,
    /// Why, as the signature says; may be empty.
    pub reason: String,
    /// Of which institution.
    pub organisation: String,
    /// When, by the signer's own clock.
    pub time: String,
    /// What is covered: `whole_file`, or `revision N of M`.
    pub covers: String,
    /// Whether the signer's certificate is known here.
    pub known: bool,
    /// SHA-256 of the signer's certificate.
    pub fingerprint: String,
    /// Stable codes of what is wrong with it.
    pub problems: Vec<String>,
}

/// One stamp: someone else says that the file, as it was up to there, existed at a moment (RFC 3161).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StampReport {
    /// Who, as the certificate says.
    pub authority: String,
    /// Of which organisation.
    pub organisation: String,
    /// When, by the authority's clock, in UTC (RFC 3339).
    pub time: String,
    /// What is covered: `whole_file`, or `revision N of M`.
    pub covers: String,
    /// Whether the authority, or one above it, is known here.
    pub known: bool,
    /// SHA-256 of the authority's certificate.
    pub fingerprint: String,
    /// The rules by which the authority works, as an object identifier.
    pub policy: String,
    /// The authority's own number of the stamp, in hexadecimal digits.
    pub serial: String,
    /// Stable codes of what is wrong with it.
    pub problems: Vec<String>,
}

impl Claim {
    /// What the record is of, about what and whose, on one line; what is about the whole institution names it once.
    pub fn about(&self) -> String {
        let Self { title, subject, organisation, .. } = self;
        if subject == organisation {
            format!("{title} · {organisation}")
        } else {
            format!("{title} · {subject} · {organisation}")
        }
    }
}

/// What a record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// The institution.
    pub organisation: String,
    /// What was assessed.
    pub subject: String,
    /// The questionnaire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub questionnaire: Option<Pinned>,
    /// What the questionnaire is called.
    pub title: String,
    /// The verdict's title.
    pub verdict: String,
    /// When the record was made.
    pub made: Moment,
}
