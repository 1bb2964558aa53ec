//! One fully answered case of each questionnaire, with its whole evaluation as other programs get it.

use super::{editions, engine, golden::cases};
use jiff::civil::date;
use verantwoord::exchange;

/// The case of each questionnaire whose whole evaluation is kept.
const KEPT: [(&str, &str); 20] = [
    ("beveiliging", "all-in-place"),
    ("bewaartermijnen", "cameras-unknown"),
    ("datalek", "exemption-unknown"),
    ("direct-marketing", "kaartkopers-vijf-voorwaarden"),
    ("doorgifte", "country-unknown"),
    ("fg-plicht", "care-arts-health"),
    ("gerechtvaardigd-belang", "bijzonder-uitzondering-onbekend"),
    ("jaarlijkse-ronde", "purpose-new-rest-unknown"),
    ("pre-dpia", "ap_01_below_threshold"),
    ("privacybeleid", "alleen-begin-bezig"),
    ("privacyverklaring", "everything-in-it"),
    ("rechten", "everything-arranged"),
    ("registerplicht", "museum-of-twelve"),
    ("rol", "how-unknown"),
    ("stappenplan-klantgegevens", "alleen-begin-bezig"),
    ("stappenplan-ondernemer", "alleen-begin-bezig"),
    ("stappenplan-publieksdata", "alleen-begin-bezig"),
    ("toestemming", "age-unknown"),
    ("verwerkersovereenkomst", "audit-unknown"),
    ("whize", "file-next-to-members"),
];

#[test]
fn whole_evaluations_stay_as_they_are() {
    let kept: std::collections::BTreeMap<&str, &str> = KEPT.into_iter().collect();
    for edition in editions() {
        let id = edition.pinned.id.as_str();
        let name = kept.get(id).unwrap_or_else(|| panic!("no case of {id} is kept"));
        let all = cases(&edition);
        let case = all.iter().find(|case| case.name == *name);
        let case = case.unwrap_or_else(|| panic!("{id} has no case {name}"));
        let evaluation = engine(&edition, &case.expected.in_force).evaluate(&case.answers);
        // The hash of the file changes with every text; `versions.json` keeps it.
        let mut pinned = edition.pinned.clone();
        "…".clone_into(&mut pinned.sha256);
        let told =
            exchange::evaluation(&pinned, &edition.questionnaire, date(2026, 11, 22), &evaluation);
        insta::with_settings!({ snapshot_path => "snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(id, exchange::json(&told).unwrap());
        });
    }
}
