//! The names that other programs and signed records depend on; none of them may go.

use super::editions;
use verantwoord::{
    format::Library,
    model::{Id, Kind, Questionnaire},
};

/// Every questionnaire that other programs may ask for.
pub(super) const QUESTIONNAIRES: [&str; 20] = [
    "stappenplan-publieksdata",
    "stappenplan-klantgegevens",
    "stappenplan-ondernemer",
    "privacybeleid",
    "whize",
    "pre-dpia",
    "gerechtvaardigd-belang",
    "direct-marketing",
    "fg-plicht",
    "registerplicht",
    "rol",
    "toestemming",
    "datalek",
    "verwerkersovereenkomst",
    "privacyverklaring",
    "rechten",
    "beveiliging",
    "bewaartermijnen",
    "doorgifte",
    "jaarlijkse-ronde",
];

const YES_NO: &str = "yes no";
const THREE: &str = "yes no unknown";

/// Questionnaire, values and questions.
const QUESTIONS: &[(&str, &str, &str)] = &[
    ("jaarlijkse-ronde", THREE, "supplier link purpose data scale technology"),
    (
        "pre-dpia",
        THREE,
        "personal_data existing_dpia existing_dpia_current statutory_dpia prior_check",
    ),
    ("pre-dpia", "controller joint processor unknown", "role"),
    ("pre-dpia", YES_NO, "prior_check_proof solo_practitioner deviate dpo_followed"),
    (
        "pre-dpia",
        THREE,
        "art35_3a art35_3b art35_3c ap_01_employer_camera ap_02_shared ap_08_public_partner",
    ),
    ("pre-dpia", THREE, "ap_08_sensitive ap_15_extensive c1 c2 c3 c4 c5 c6 c7 c8 c9 serious_harm"),
    ("pre-dpia", "long_text", "deviation_reason dpo_view overruled_reason"),
    (
        "gerechtvaardigd-belang",
        THREE,
        "public_task special_data special_data_exception bsn bsn_law",
    ),
    (
        "gerechtvaardigd-belang",
        THREE,
        "consent_by_other_law automated_decision new_purpose purpose_compatible",
    ),
    (
        "gerechtvaardigd-belang",
        THREE,
        "better_basis interest_specific interest_lawful interest_present interest_fits",
    ),
    (
        "gerechtvaardigd-belang",
        THREE,
        "effective possible_without_data less_intrusive_way minimised unexpected",
    ),
    (
        "gerechtvaardigd-belang",
        THREE,
        "enriched profiled shared_own_purpose shared_for_payment children dependent",
    ),
    (
        "gerechtvaardigd-belang",
        THREE,
        "sensitive noticeable_effect large_or_continuous no_relationship",
    ),
    ("gerechtvaardigd-belang", THREE, "no_easy_optout not_told"),
    ("gerechtvaardigd-belang", YES_NO, "confirmed_by_adviser"),
    ("gerechtvaardigd-belang", "long_text", "interest"),
    ("gerechtvaardigd-belang", "own third_party wider unknown", "interest_holder"),
    (
        "gerechtvaardigd-belang",
        "early_optout fewer_contacts pseudonymised coarser shorter_term no_children human_check separate_access \
         independent_review user_panel",
        "mitigations",
    ),
    ("direct-marketing", YES_NO, "objected"),
    (
        "direct-marketing",
        "electronic phone post_addressed post_unaddressed tracking custom_audience bought_list",
        "channel",
    ),
    (
        "direct-marketing",
        THREE,
        "service_message consent sale same_entity told_at_collection optout_at_collection",
    ),
    ("direct-marketing", THREE, "similar_with_optout natural_person customer postfilter_checked"),
    ("direct-marketing", "none charity lottery press", "phone_exception"),
    (
        "fg-plicht",
        THREE,
        "public_body core_monitoring core_monitoring_large core_special core_special_large",
    ),
    ("fg-plicht", THREE, "public_task_foundation"),
    ("registerplicht", "number", "staff"),
    ("registerplicht", THREE, "risk occasional special_or_criminal"),
    ("datalek", THREE, "personal_data risk_unlikely high_risk people_exempt"),
    ("rol", THREE, "decides_why decides_how together on_instruction under_authority"),
    (
        "whize",
        "area_map coverage_analysis door_to_door direct_marketing crm_field one_off_file",
        "use_case",
    ),
    ("whize", YES_NO, "combined"),
    ("whize", "number", "members"),
];

/// Questionnaire, and its verdicts in their order.
const VERDICTS: &[(&str, &str)] = &[
    ("jaarlijkse-ronde", "look_and_ask look_again find_out unchanged"),
    (
        "pre-dpia",
        "required deviated strongly_advised not_required_provisional not_required no_new_dpia \
         not_your_decision not_applicable",
    ),
    ("gerechtvaardigd-belang", "not_available not_yet tenable"),
    (
        "direct-marketing",
        "stop consent_needed postfilter_first balancing_needed soft_opt_in allowed not_marketing \
         no_personal_data",
    ),
    ("fg-plicht", "required strongly_advised recommended not_required"),
    ("registerplicht", "required_for_all required_for_this recommended"),
    ("datalek", "notify_authority_and_people notify_authority record_only not_a_breach"),
    ("rol", "joint_controller controller processor staff find_out"),
    ("whize", "no_action act_first"),
];

const PRE_DPIA_RULES: &str = "no_personal_data processor covered exempt art35_3 ap_list rule_of_two \
    unknown_hard_case one_and_unknown several_unknown own_estimate one_criterion one_unknown none";

const WHIZE_ACTIONS: &str = "register privacy_statement processor_agreement legal_basis opt_in_existing \
    opt_in_new pre_dpia postfilter source_notice objection";

fn questionnaire(id: &str) -> std::sync::Arc<Questionnaire> {
    Library.get(&Id::from(id)).unwrap().questionnaire
}

fn values(questionnaire: &Questionnaire, id: &str) -> String {
    let Some(question) = questionnaire.question(&Id::from(id)) else { return "absent".to_owned() };
    match question.kind {
        Kind::LongText => "long_text".to_owned(),
        Kind::Number { .. } => "number".to_owned(),
        _ => question.values().iter().map(Id::as_str).collect::<Vec<_>>().join(" "),
    }
}

#[test]
fn every_questionnaire_is_one_of_the_contract() {
    for id in Library.ids() {
        assert!(QUESTIONNAIRES.contains(&id), "{id}");
    }
}

#[test]
fn questions_have_the_contracts_names_and_values() {
    let mut faults = Vec::new();
    let numbered = (1..=17).flat_map(|item| {
        let large = ![2, 8, 15].contains(&item);
        let systematic = [1, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 17].contains(&item);
        let name = format!("ap_{item:02}");
        [
            (true, name.clone()),
            (large, format!("{name}_large")),
            (systematic, format!("{name}_systematic")),
        ]
    });
    let numbered =
        numbered.map(|(there, name)| ("pre-dpia", if there { THREE } else { "absent" }, name));
    let listed = QUESTIONS.iter().flat_map(|(questionnaire, values, names)| {
        names.split_whitespace().map(move |name| (*questionnaire, *values, name.to_owned()))
    });
    for (id, expected, name) in listed.chain(numbered) {
        let found = values(&questionnaire(id), &name);
        let expected = expected.split_whitespace().collect::<Vec<_>>().join(" ");
        if found != expected {
            faults.push(format!("{id}: {name} has {found}, not {expected}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn verdicts_rules_and_actions_have_the_contracts_names() {
    let joined = |ids: Vec<&Id>| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ");
    for (id, verdicts) in VERDICTS {
        let questionnaire = questionnaire(id);
        let found = questionnaire.draft().verdicts.iter().map(|verdict| &verdict.id).collect();
        let (mut found, mut expected) = (vec![joined(found)], vec![(*verdicts).to_owned()]);
        if *id == "whize" || *id == "rol" || *id == "direct-marketing" {
            // The contract lists these without saying which is strictest.
            found = sorted(&found[0]);
            expected = sorted(&expected[0]);
        }
        assert_eq!(found, expected, "{id}");
    }
    let pre_dpia = questionnaire("pre-dpia");
    let rules = pre_dpia.draft().rules.iter().map(|rule| &rule.id).collect();
    assert_eq!(joined(rules), PRE_DPIA_RULES);
    let whize = questionnaire("whize");
    for action in WHIZE_ACTIONS.split_whitespace() {
        assert!(whize.draft().actions.iter().any(|other| other.id.as_str() == action), "{action}");
    }
}

fn sorted(names: &str) -> Vec<String> {
    let mut names: Vec<String> = names.split_whitespace().map(str::to_owned).collect();
    names.sort();
    names
}

#[test]
fn every_questionnaire_says_when_its_rules_were_checked() {
    for edition in editions() {
        let draft = edition.questionnaire.draft();
        assert!(draft.legal_state.date >= jiff::civil::date(2026, 11, 22), "{}", draft.id);
        assert!(draft.version.starts_with("2026.11."), "{}", draft.id);
    }
}
