//! The chain of records: each next version names the SHA-256 of those before it, so that nobody can put another in their place.

use super::printing;
use crate::{
    format::sha256,
    model::Ancestor,
    record::{Assessed, Content, RecordData},
    session::{Link, LinkStanding, Report},
    signature::{self, Trust},
    store::{LONGEST_FILE, read_whole},
};
use std::path::Path;

/// The versions that the record of `data` names, the first one first; how their files stand is not looked at yet.
pub(super) fn named(data: &RecordData) -> Vec<Link> {
    let Content::Assessment(assessed) = &data.content else { return Vec::new() };
    let Assessed { assessment, .. } = &**assessed;
    let chain = assessment.previous.as_ref().map(|previous| previous.chain()).unwrap_or_default();
    chain.into_iter().map(link).collect()
}

fn link(ancestor: Ancestor) -> Link {
    let Ancestor { version, signed, title, record, sha256 } = ancestor;
    Link { version, signed, verdict: title, record, sha256, standing: LinkStanding::Absent }
}

/// `report`, with the records that it names looked for in the folder where its own file lies.
pub(super) fn followed(mut report: Report) -> Report {
    let folder = report.file.parent().filter(|_| report.file.file_name().is_some());
    let Some(folder) = folder.map(Path::to_path_buf) else { return report };
    for link in &mut report.chain {
        link.standing = standing(&folder, link);
    }
    report
}

/// How the file of this name stands. Whoever made a record chose the names in it: only a name without a folder is looked for.
fn standing(folder: &Path, link: &Link) -> LinkStanding {
    let plain =
        Path::new(&link.record).file_name().is_some_and(|name| name == link.record.as_str());
    if !plain {
        return LinkStanding::Absent;
    }
    let Ok(bytes) = read_whole(&folder.join(&link.record), LONGEST_FILE) else {
        return LinkStanding::Absent;
    };
    if sha256(&bytes) == link.sha256 {
        return LinkStanding::Same;
    }
    // A signature or a stamp that was set later stands behind the bytes that were there, and leaves them as they were.
    let verification = signature::verify(&bytes, &Trust::default(), &printing::face());
    let signatures = verification.signatures.iter().map(|signature| signature.range.end);
    let stamps = verification.stamps.iter().map(|stamp| stamp.range.end);
    let is_it = |end: usize| bytes.get(..end).is_some_and(|part| sha256(part) == link.sha256);
    if signatures.chain(stamps).any(is_it) { LinkStanding::Grown } else { LinkStanding::Different }
}
