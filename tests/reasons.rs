//! The sentences of reasons.

use jiff::civil::date;
use std::sync::Arc;
use verantwoord::{
    engine::Engine,
    format::parse_questionnaire,
    model::{Answer, Answers, Id},
};

const TEXT: &str = r#"(
    id: "t", version: "2026.11.0", title: "T", about: Processing, intro: "", legal_state: (date: "2026-11-22"),
    sections: [(id: "s", title: "S", layout: Checklist, questions: [
        (id: "a", label: "A", text: "A?", kind: YesNoUnknown),
        (id: "a_more", label: "A more", text: "More?", kind: YesNoUnknown, under: "a"),
        (id: "b", label: "B", text: "B?", kind: YesNoUnknown),
        (id: "c", label: "C", text: "C?", kind: YesNoUnknown),
    ])],
    counts: [(id: "met", of: ["a", "b", "c"], is: "yes")],
    rules: [(id: "r", when: All([AtLeast("met", 1), AtMost("met", 3), Answered("a_more")]), verdict: "v",
        text: "All {labels}. Yes {yes}. Unknown {unknown}.")],
    verdicts: [(id: "v", title: "V", sentence: "V.", tone: Good)],
)"#;

#[test]
fn a_reason_tells_what_applies_apart_from_what_is_not_known() {
    let questionnaire = parse_questionnaire(TEXT).unwrap();
    let engine = Engine::new(Arc::new(questionnaire), date(2026, 11, 22));
    let said = [("a", "no"), ("a_more", "unknown"), ("b", "yes"), ("c", "unknown")];
    let answers: Answers =
        said.map(|(id, value)| (Id::from(id), Answer::one(value))).into_iter().collect();
    let evaluation = engine.evaluate(&answers);
    assert_eq!(evaluation.reasons[0].text, "All A; B; C. Yes B. Unknown A; C.");
}
