//! A report in words. They are those of the screens, so that both say the same.

use crate::{
    session::{Report, Standing},
    tui::words::{CycleWords as _, Dutch, KeyringWords as _, Word, Words as _},
};
use std::fmt::Write as _;

/// Everything that was found out about one file.
pub(in crate::cli) fn report(report: &Report) -> String {
    let (title, sentence) = Dutch.standing(report.verdict);
    let mut text = format!("{}\n  {}. {sentence}\n", report.file.display(), title.to_uppercase());
    if let Some(data) = report.told_of_data() {
        let _ = writeln!(text, "  {}", Dutch.data(data));
    }
    for signature in &report.signatures {
        let by = Dutch.signed_by(&signature.signer, &signature.role, &signature.time);
        let _ = writeln!(text, "  {}", Dutch.signature(&by));
        if !signature.reason.is_empty() {
            let _ = writeln!(text, "    {}", Dutch.signed_why(&signature.reason));
        }
        let _ =
            writeln!(text, "    {}", Dutch.fingerprint(&signature.fingerprint, signature.known));
        if report.verdict == Standing::NotOurs {
            let _ = writeln!(text, "    {}", Dutch.covers(&signature.covers));
        }
        for code in &signature.problems {
            let _ = writeln!(text, "    {}", Dutch.problem(code));
        }
    }
    for stamp in &report.stamps {
        let _ = writeln!(text, "  {}", Dutch.stamp(stamp));
        let _ = writeln!(text, "    {}", Dutch.fingerprint(&stamp.fingerprint, stamp.known));
        for code in &stamp.problems {
            let _ = writeln!(text, "    {}", Dutch.problem(code));
        }
    }
    for code in report.problems_of_all() {
        let _ = writeln!(text, "  {}", Dutch.problem(code));
    }
    for open in &report.open_fields {
        let _ = writeln!(text, "  {}", Dutch.still_to_sign(&open.name, &open.role));
    }
    if let Some(claim) = &report.claim {
        let _ = writeln!(text, "  {}", claim.about());
        let _ = writeln!(text, "  {}: {}", Dutch.say(Word::Outcome), claim.verdict);
    }
    for link in &report.chain {
        let _ = writeln!(text, "  {}", Dutch.link(link));
    }
    let _ = writeln!(text, "  SHA-256: {}", report.sha256);
    text
}
