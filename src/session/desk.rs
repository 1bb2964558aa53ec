//! What a session wants done in the world, and what comes of it.

use super::{
    Comparison, KeyExport, KeyImport, KeyLine, NewSigner, Overview, Report, Session, Settlement,
    SignerLine, Upgrade,
};
use crate::model::{
    About, Action, Assessment, Capacity, Commission, Fed, Id, Moment, Organisation, Participant,
    Processing, Settings,
};
use std::{fmt, path::PathBuf, sync::Arc};
use zeroize::Zeroizing;

/// Whoever does what is wanted. Effects are done in the order they are given; each is answered with one [`Reply`],
/// which comes the way the desk was told when it was set up, so that nobody waits for a disk. Only of several [`Effect::Keep`]s
/// in a row of one assessment the newest may be done and answered for all.
pub trait Desk {
    /// Takes `effect` on.
    fn perform(&mut self, effect: Effect);
}

/// Something that someone wants done.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Tell what there is: [`Reply::Overview`].
    Look,
    /// Keep the institution's particulars: [`Reply::Overview`].
    KeepOrganisation(Box<Organisation>),
    /// Keep what was chosen for the screen: [`Reply::Overview`].
    KeepSettings(Settings),
    /// Keep a processing activity; one whose `id` is empty is new and gets its name here: [`Reply::Overview`].
    KeepProcessing(Box<Processing>),
    /// Keep what is done for another; one whose `id` is empty is new and gets its name here: [`Reply::Overview`].
    KeepCommission(Box<Commission>),
    /// Throw a processing activity away, unless assessments or actions are about it: [`Reply::Overview`].
    RemoveProcessing(Id),
    /// Throw away what is done for another: [`Reply::Overview`].
    RemoveCommission(Id),
    /// Propose a row for the register no more, or again: [`Reply::Overview`].
    Dismiss {
        /// The row.
        row: Box<Fed>,
        /// Whether it is dismissed.
        dismissed: bool,
    },
    /// Write a register for other programs: [`Reply::Exported`].
    Export(Ledger),
    /// Keep an action; one whose `id` is empty is new and gets its name here: [`Reply::Overview`].
    KeepAction(Box<Action>),
    /// Take an action away that a person wrote down, as if it had not been written: [`Reply::Overview`].
    RemoveAction(Id),
    /// Write the actions for other programs: [`Reply::Exported`].
    ExportActions,
    /// Begin an assessment: [`Reply::Opened`].
    Begin {
        /// Which questionnaire.
        questionnaire: Id,
        /// What it is about.
        about: About,
        /// The processing to keep first; the assessment is then about this one, whatever `about` says.
        processing: Option<Box<Processing>>,
    },
    /// Take an assessment up again: [`Reply::Opened`], or [`Reply::Outdated`] if it began with an older questionnaire and nobody
    /// chose to stay with that.
    Resume(Id),
    /// Begin the version after this signed assessment: [`Reply::Opened`], or [`Reply::Outdated`] if its questionnaire has a newer
    /// version.
    Reopen(Id),
    /// Tell what the newer version of an assessment's questionnaire would make of it: [`Reply::Outdated`], or [`Reply::Opened`]
    /// if there is none.
    Weigh(Id),
    /// Go on with the newer version of the questionnaire; with a signed assessment, in the version after it: [`Reply::Opened`].
    Upgrade(Id),
    /// Go on with the questionnaire that the assessment began with; likewise: [`Reply::Opened`].
    StayOn(Id),
    /// Keep an assessment: [`Reply::Kept`].
    Keep {
        /// The assessment.
        assessment: Arc<Assessment>,
        /// Its revision in the session.
        revision: u64,
    },
    /// Make a signing key: [`Reply::KeyMade`].
    MakeKey(NewKey),
    /// Take a signing key over from a file: [`Reply::KeyMade`].
    ImportKey(KeyImport),
    /// Write a certificate or a key out: [`Reply::KeyExported`].
    ExportKey(KeyExport),
    /// Think of a passphrase: [`Reply::Proposed`].
    Propose,
    /// Tell whose certificate stands in a file: [`Reply::SignerRead`].
    ReadSigner(PathBuf),
    /// Know someone from now on: [`Reply::Overview`].
    AddSigner(NewSigner),
    /// Know the one with this fingerprint no more: [`Reply::Overview`].
    RemoveSigner(String),
    /// Show the pages of the record as text before signing: [`Reply::Preview`].
    Preview(Box<Assessment>),
    /// Make the record and sign it: [`Reply::Signed`].
    Sign(Box<SignOrder>),
    /// Show the pages of a statement as text before signing: [`Reply::Preview`].
    PreviewStatement(Statement),
    /// Make the record of a statement and sign it: [`Reply::Signed`].
    SignStatement(Box<StatementOrder>),
    /// Sign a record that others signed before: [`Reply::Checked`].
    Countersign(Box<Countersignature>),
    /// Make the question to a timestamp authority about a record: [`Reply::Asked`].
    AskStamp(PathBuf),
    /// Put the answer of a timestamp authority into a record: [`Reply::Checked`].
    AddStamp(Box<StampOrder>),
    /// Check a record: [`Reply::Checked`].
    Check(PathBuf),
    /// Lay a second copy of a file beside the first: [`Reply::Compared`].
    Compare(PathBuf),
    /// Do what people chose of two copies: [`Reply::Overview`].
    Settle(Box<Settlement>),
    /// Show a file in the platform's file manager: [`Reply::Done`].
    Show(PathBuf),
    /// Keep what could not be kept before, in this order: [`Reply::KeptAgain`].
    Again(Vec<Effect>),
    /// Take the folder over from whoever has it: [`Reply::Overview`].
    TakeFolderOver,
    /// Tell the time: [`Reply::Time`].
    Time,
}

impl Effect {
    /// Whether what comes of it is looked at next: [`Reply::Opened`], [`Reply::Outdated`] or [`Reply::Compared`].
    pub fn opens(&self) -> bool {
        matches!(
            self,
            Self::Begin { .. }
                | Self::Resume(_)
                | Self::Reopen(_)
                | Self::Weigh(_)
                | Self::Upgrade(_)
                | Self::StayOn(_)
                | Self::Compare(_)
        )
    }

    /// Whether something in the data folder may change by it.
    pub fn changes(&self) -> bool {
        !matches!(
            self,
            Self::Look
                | Self::Resume(_)
                | Self::Weigh(_)
                | Self::Preview(_)
                | Self::PreviewStatement(_)
                | Self::Check(_)
                | Self::Compare(_)
                | Self::Show(_)
                | Self::Propose
                | Self::Time
                | Self::TakeFolderOver
        )
    }
}

/// A register of the institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ledger {
    /// Its processing activities (AVG art. 30 lid 1).
    Register,
    /// What it does for others, as a processor (AVG art. 30 lid 2).
    Commissions,
}

/// A passphrase; never printed, wiped when it is dropped.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(pub Zeroizing<String>);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A signing key to be made.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// Who signs with it.
    pub name: String,
    /// As what.
    pub role: String,
    /// What protects it.
    pub passphrase: Secret,
}

/// A record to be made and signed.
#[derive(Clone, Debug)]
pub struct SignOrder {
    /// The assessment.
    pub assessment: Assessment,
    /// Who is to sign after this one, on this device or another; at most three.
    pub others: Vec<Participant>,
    /// The file of the signing key.
    pub key: PathBuf,
    /// What opens it.
    pub passphrase: Secret,
    /// As what one signs, and why; the key's role if none is given.
    pub capacity: Capacity,
}

/// What the institution can state about itself as a whole, besides single assessments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    /// Its register of processing activities (AVG art. 30).
    Register,
    /// What must be done, and how far it is.
    Actions,
    /// Everything in short, for the board (AVG art. 5 lid 2).
    Board,
}

/// The record of a statement, to be made and signed.
#[derive(Clone, Debug)]
pub struct StatementOrder {
    /// What is stated.
    pub statement: Statement,
    /// Who is to sign after this one, on this device or another; at most three.
    pub others: Vec<Participant>,
    /// The file of the signing key.
    pub key: PathBuf,
    /// What opens it.
    pub passphrase: Secret,
    /// As what one signs, and why; the key's role if none is given.
    pub capacity: Capacity,
}

/// A further signature under a record.
#[derive(Clone, Debug)]
pub struct Countersignature {
    /// The record.
    pub record: PathBuf,
    /// The field to sign.
    pub field: String,
    /// The file of the signing key.
    pub key: PathBuf,
    /// What opens it.
    pub passphrase: Secret,
    /// Why one signs. The role stands on the page already; one that is given counts only where none stands there.
    pub capacity: Capacity,
}

/// The answer of a timestamp authority, to be put into a record.
#[derive(Clone, Debug)]
pub struct StampOrder {
    /// The record.
    pub record: PathBuf,
    /// The answer (`.tsr`).
    pub answer: PathBuf,
    /// The question (`.tsq`), if it does not lie beside the record under the record's name.
    pub question: Option<PathBuf>,
    /// Certificates in PEM of authorities that are trusted besides everybody who is known here.
    pub trust: Vec<String>,
}

/// A question to a timestamp authority, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StampQuestion {
    /// The record it is about.
    pub record: PathBuf,
    /// Where the question lies.
    pub question: PathBuf,
    /// Whether it was there already, about the record as it is now.
    pub earlier: bool,
}

/// What came of an effect.
#[derive(Clone, Debug)]
pub enum Reply {
    /// What there is.
    Overview(Arc<Overview>),
    /// An assessment, ready to go on with.
    Opened(Box<Session>),
    /// An assessment whose questionnaire has a newer version; nothing is done before someone chooses.
    Outdated(Box<Upgrade>),
    /// This revision of this assessment is safe.
    Kept {
        /// The assessment.
        assessment: Id,
        /// The revision.
        revision: u64,
        /// When it was safe.
        at: Moment,
        /// What a person should know about where it was kept, such as that another program changed the file.
        warning: Option<String>,
    },
    /// The key is there.
    KeyMade(KeyLine),
    /// It is an RSA key, and nobody said yet that such a key is wanted all the same.
    RsaKey,
    /// It was written here.
    KeyExported(PathBuf),
    /// A passphrase that nobody guesses.
    Proposed(Secret),
    /// Whose certificate it is.
    SignerRead(SignerLine),
    /// The record's text, page by page; a heading stands after an empty line.
    Preview(Vec<String>),
    /// The record is there.
    Signed(Box<SignedRecord>),
    /// The question to a timestamp authority is there.
    Asked(StampQuestion),
    /// The check is done.
    Checked(Box<Report>),
    /// Two copies of one file side by side.
    Compared(Box<Comparison>),
    /// What could not be kept before is safe.
    KeptAgain {
        /// What there is now.
        overview: Arc<Overview>,
        /// When it was safe.
        at: Moment,
    },
    /// It is this late.
    Time(Moment),
    /// The files are there.
    Exported(Vec<PathBuf>),
    /// It is done.
    Done,
    /// It is not done.
    Failed(Failure),
}

/// Why something was not done, in words for the person who wanted it.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What went wrong, with the file, and what to do.
    pub message: String,
    /// What was not kept, if that is what failed: it must stay on screen, and be tried again.
    pub unkept: Option<Unkept>,
    /// Whether the passphrase was wrong, so that it can be asked again.
    pub passphrase: bool,
}

/// What could not be kept.
#[derive(Clone, Debug)]
pub enum Unkept {
    /// An assessment, at this revision.
    Revision(u64),
    /// What a form handed in, with the name that it was given; of [`Effect::Again`] what is left of it, perhaps nothing.
    Wish(Box<Effect>),
}

/// A record that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedRecord {
    /// Where it lies.
    pub path: PathBuf,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Whether the check right after signing found it genuine.
    pub report: Report,
    /// The assessment, now signed; none if the record is of a statement.
    pub assessment: Option<Assessment>,
}
