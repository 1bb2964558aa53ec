//! Checking a record: its signatures, and whether its pages say what its data say.

use super::{
    DeskError, chain,
    office::Asked,
    printing::{self, Proof},
};
use crate::{
    engine::Engine,
    format::{Edition, Library, canonical_json, parse_json, sha256},
    model::Moment,
    record::{
        Assessed, Content, DATA_VERSION, LAYOUT_VERSION, RecordData, Signatory,
        compose::{DATA_NAME, QUESTIONNAIRE_NAME},
        told,
    },
    session::{self, Cover, DataStanding, OpenField, Report, Standing},
    signature::{self, Certificate, Contents, Trust, Verification},
    store::{LONGEST_FILE, read_whole},
};
use jiff::civil::Date;
use serde::Deserialize;
use std::{path::Path, sync::Arc};

/// The code of pages that do not say what the data say.
const DIFFERENT: &str = "data_different";
/// The code of a signature by someone else than the record names.
const OTHER: &str = "signer_differs";
/// The code of a record without data.
const ABSENT: &str = "data_absent";

/// What was found out about the record at `path`. Known are the signers whose certificates are given in PEM.
///
/// # Errors
/// The file cannot be read, or one of `certificates` is none. Whatever stands in the file is no error.
pub fn check(path: &Path, certificates: &[String]) -> Result<Report, DeskError> {
    let pems: Vec<&str> = certificates.iter().map(String::as_str).collect();
    let trust = Trust::from_pem(&pems)?;
    let bytes = read_whole(path, LONGEST_FILE)?;
    Ok(chain::followed(judge(path, &bytes, &trust)))
}

/// The questionnaire that a record carries; none if `bytes` are none of ours. It proves nothing by itself: what is inside a record is
/// known by its SHA-256.
pub fn questionnaire_in(bytes: &[u8]) -> Option<Edition> {
    let files = Contents::open(bytes)?.files()?;
    let text = std::str::from_utf8(files.get(QUESTIONNAIRE_NAME)?).ok()?;
    Edition::read(text).ok()
}

/// What was found out about `bytes`, which stand or are to stand at `path`.
pub(super) fn judge(path: &Path, bytes: &[u8], trust: &Trust) -> Report {
    let (verification, contents) = signature::examine(bytes, trust, &printing::face());
    let base = verification.base_length.and_then(|length| bytes.get(..length));
    let Compared { data, claim, signatories, chain } = match base.zip(contents) {
        Some((base, contents)) => compare(base, &contents),
        None => Compared::absent(),
    };
    let mut problems: Vec<String> =
        verification.all_problems().iter().map(|problem| problem.code().to_owned()).collect();
    let fault = match data {
        DataStanding::Different => Some(DIFFERENT),
        DataStanding::Absent if verification.ours => Some(ABSENT),
        _ if is_other(&verification, &signatories) => Some(OTHER),
        _ => None,
    };
    problems.extend(fault.map(str::to_owned));
    Report {
        file: path.to_path_buf(),
        verdict: verdict(&verification, fault.is_some()),
        signatures: signatures(&verification, bytes.len()),
        stamps: stamps(&verification, bytes.len()),
        data,
        problems,
        claim,
        open_fields: open_fields(&verification, signatories),
        chain,
        sha256: sha256(bytes),
    }
}

/// Whether someone else signed than the record says: with another key than the one it names, or under another name.
fn is_other(verification: &Verification, signatories: &[Signatory]) -> bool {
    verification.signatures.iter().any(|signature| {
        let named = signatories.iter().find(|signatory| signatory.field == signature.field);
        let Some(named) = named else { return !signatories.is_empty() };
        let other = |said: &str, found: &str| !said.is_empty() && said != found;
        other(&named.fingerprint, &signature.fingerprint) || other(&named.name, &signature.name)
    })
}

/// The fields that are still to be signed, by the people the record names.
fn open_fields(verification: &Verification, signatories: Vec<Signatory>) -> Vec<OpenField> {
    let open = signatories.into_iter().filter(|one| verification.open_fields.contains(&one.field));
    open.map(|Signatory { field, name, role, .. }| OpenField { field, name, role }).collect()
}

/// A signature under pages that say something else than the data is no signature of this record.
fn verdict(verification: &Verification, faulty: bool) -> Standing {
    match verification.standing {
        signature::Standing::Valid | signature::Standing::ValidUnknownSigner if faulty => {
            Standing::Invalid
        }
        signature::Standing::Valid => Standing::Valid,
        signature::Standing::ValidUnknownSigner => Standing::ValidUnknownSigner,
        signature::Standing::Modified => Standing::Modified,
        signature::Standing::Invalid => Standing::Invalid,
        signature::Standing::NotOurs => Standing::NotOurs,
        signature::Standing::Unsigned => Standing::Unsigned,
    }
}

fn signatures(verification: &Verification, length: usize) -> Vec<session::SignatureReport> {
    let covers = covers(verification, length);
    let report = |report: &signature::SignatureReport| {
        let signer = report.certificate.as_ref().map(Certificate::signer).unwrap_or_default();
        let given = |first: String, other: &str| {
            if first.is_empty() { other.to_owned() } else { first }
        };
        let time = report.time.as_ref();
        session::SignatureReport {
            signer: given(signer.name, &report.name),
            // One may sign in another role than the one in the key: what stands on the page counts.
            role: given(report.role.clone(), &signer.role),
            reason: report.reason.clone(),
            organisation: signer.organisation,
            time: time
                .map(|time| Moment::new(time.timestamp(), time.offset()).to_string())
                .unwrap_or_default(),
            covers: covers(report.range.end, report.revision),
            known: report.known,
            fingerprint: report.fingerprint.clone(),
            problems: report.problems.iter().map(|problem| problem.code().to_owned()).collect(),
        }
    };
    verification.signatures.iter().map(report).collect()
}

fn stamps(verification: &Verification, length: usize) -> Vec<session::StampReport> {
    let covers = covers(verification, length);
    let report = |report: &signature::StampReport| session::StampReport {
        authority: report.authority.name.clone(),
        organisation: report.authority.organisation.clone(),
        time: report.time.map(|time| time.to_string()).unwrap_or_default(),
        covers: covers(report.range.end, report.revision),
        known: report.known,
        fingerprint: report.fingerprint.clone(),
        policy: report.policy.clone(),
        serial: report.serial.clone(),
        problems: report.problems.iter().map(|problem| problem.code().to_owned()).collect(),
    };
    verification.stamps.iter().map(report).collect()
}

/// How much of a file a revision covers, by where it ends and its number.
fn covers(verification: &Verification, length: usize) -> impl Fn(usize, usize) -> String + use<> {
    let (last, ours) = (verification.revisions.saturating_sub(1), verification.ours);
    move |end, revision| {
        if end == length {
            "whole_file".to_owned()
        } else if !ours {
            format!("bytes 0-{end} of {length}")
        } else {
            format!("revision {revision} of {last}")
        }
    }
}

/// The versions of a record's data; the rest may have another shape.
#[derive(Deserialize)]
struct Versions {
    data_version: u32,
    layout_version: u32,
}

/// What a comparison of pages and data yields.
struct Compared {
    data: DataStanding,
    claim: Option<session::Claim>,
    signatories: Vec<Signatory>,
    chain: Vec<session::Link>,
}

impl Compared {
    fn of(data: DataStanding) -> Self {
        Self { data, claim: None, signatories: Vec::new(), chain: Vec::new() }
    }

    fn absent() -> Self {
        Self::of(DataStanding::Absent)
    }

    fn different() -> Self {
        Self::of(DataStanding::Different)
    }
}

/// Makes the pages again from the data in `contents`, which `base` carries: the record as it was before the first signature.
fn compare(base: &[u8], contents: &Contents<'_>) -> Compared {
    let Some(files) = contents.files() else { return Compared::absent() };
    let Some(json) = files.get(DATA_NAME) else { return Compared::absent() };
    let Ok(versions) = parse_json::<Versions>(json) else { return Compared::different() };
    let newer = versions.layout_version > LAYOUT_VERSION || versions.data_version > DATA_VERSION;
    let unlike =
        || if newer { Compared::of(DataStanding::OtherVersion) } else { Compared::different() };
    let Ok(data) = parse_json::<RecordData>(json) else { return unlike() };
    let asked = match &data.content {
        Content::Assessment(_) => {
            let Some(text) = files.get(QUESTIONNAIRE_NAME) else { return Compared::absent() };
            let text = std::str::from_utf8(text).ok();
            let edition = text.and_then(|text| Library.read(text).ok());
            let Some(edition) = edition else { return Compared::different() };
            let engine =
                Arc::new(Engine::new(Arc::clone(&edition.questionnaire), data.made.date()));
            Some(Asked { edition, engine })
        }
        _ => None,
    };
    // What is quickly seen comes before the pages are made again.
    if !canonical_json(&data).is_ok_and(|canonical| canonical == *json)
        || !follows(&data, asked.as_ref())
    {
        return unlike();
    }
    let Ok(proof) = printing::set(&data, asked.as_ref()) else { return unlike() };
    let printed = proof.print().ok();
    let standing = printed.and_then(|printed| alike(base, &printed, versions.layout_version));
    let Some(standing) = standing else { return unlike() };
    let claim = Some(claim(&data, asked.as_ref(), &proof));
    let chain = chain::named(&data);
    Compared { data: standing, claim, signatories: data.signatories, chain }
}

/// How the pages of `base` are those that were `printed` again. A record of this layout must be the same, byte for byte. For
/// another layout there is no printer here, and what can be compared is what the pages tell. A layout that is changed once
/// records of it are about stays as a printer of its own, and is chosen here.
fn alike(base: &[u8], printed: &[u8], layout_version: u32) -> Option<DataStanding> {
    if layout_version == LAYOUT_VERSION {
        return (printed == base).then_some(DataStanding::Same);
    }
    let words = told(base)?;
    (told(printed)? == words).then_some(DataStanding::SameText)
}

/// What a record is made of, by its hashes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RecordContents {
    /// SHA-256 of the data inside it.
    pub(super) data_sha256: String,
    /// SHA-256 of the record as it was before anyone signed.
    pub(super) base_sha256: String,
    /// The head of the journal that it prints.
    pub(super) follows: String,
}

/// What the record with these bytes is made of; none if it is none of ours, or made by another version.
pub(super) fn contents(bytes: &[u8]) -> Option<RecordContents> {
    let (verification, contents) = signature::examine(bytes, &Trust::default(), &printing::face());
    let base = bytes.get(..verification.base_length?)?;
    let files = contents?.files()?;
    let json = files.get(DATA_NAME)?;
    let data = parse_json::<RecordData>(json).ok()?;
    Some(RecordContents {
        data_sha256: sha256(json),
        base_sha256: sha256(base),
        follows: data.follows,
    })
}

/// The people whom a record asks to sign it and who did not, as it says itself.
#[derive(Deserialize)]
struct Named {
    signatories: Vec<Signatory>,
}

/// What the record with these bytes says of itself, unchecked: nothing if it is none of ours.
pub(super) fn cover(bytes: &[u8]) -> Cover {
    let (verification, contents) = signature::examine(bytes, &Trust::default(), &printing::face());
    let Some(contents) = contents else { return Cover::default() };
    let said = |key| contents.particular(key).unwrap_or_default();
    // Whoever looks at a list of their own records knows whose they are.
    let (title, own) = (said("Title"), format!(" ({})", said("Author")));
    let title = title.strip_suffix(&own).unwrap_or(&title).to_owned();
    // `D:20261123140200+01'00'` (ISO 32000-1, 7.9.4).
    let made = said("CreationDate");
    let made = made.get(..10).and_then(|day| Date::strptime("D:%Y%m%d", day).ok());
    let mut cover = Cover { title, outcome: said("Subject"), made, ..Cover::default() };
    if !verification.open_fields.is_empty() {
        let files = contents.files().unwrap_or_default();
        let named = files.get(DATA_NAME).and_then(|json| parse_json::<Named>(json).ok());
        let named = named.map(|named| named.signatories).unwrap_or_default();
        cover.awaits =
            open_fields(&verification, named).into_iter().map(|field| field.name).collect();
    }
    cover
}

/// Whether what the data say was decided is what follows from what was said.
fn follows(data: &RecordData, asked: Option<&Asked>) -> bool {
    match (&data.content, asked) {
        (Content::Assessment(assessed), Some(asked)) => {
            let evaluation = asked.engine.evaluate(&assessed.assessment.answers);
            let processing = assessed.processing.clone();
            let again = Assessed::new(processing, &assessed.assessment, &evaluation)
                .map(|again| again.with_duties(&assessed.duties));
            again.as_ref() == Some(&**assessed) && assessed.questionnaire() == &asked.edition.pinned
        }
        (Content::Assessment(_), None) => false,
        _ => true,
    }
}

fn claim(data: &RecordData, asked: Option<&Asked>, proof: &Proof) -> session::Claim {
    let whose = format!(" · {}", data.organisation.name);
    let title = proof.document.title.as_str();
    let mut claim = session::Claim {
        organisation: data.organisation.name.clone(),
        subject: data.organisation.name.clone(),
        questionnaire: None,
        title: title.strip_suffix(&whose).unwrap_or(title).to_owned(),
        verdict: proof.document.subject.clone(),
        made: data.made,
    };
    if let (Content::Assessment(assessed), Some(asked)) = (&data.content, asked) {
        let questionnaire = &asked.edition.questionnaire;
        let verdict = &assessed.outcome.verdict;
        claim.questionnaire = Some(assessed.questionnaire().clone());
        claim.title.clone_from(&questionnaire.draft().title);
        claim.verdict = questionnaire
            .verdict(verdict)
            .map_or_else(|| verdict.to_string(), |verdict| verdict.title.clone());
        if let Some(processing) = &assessed.processing {
            claim.subject.clone_from(&processing.name);
        }
    }
    claim
}
