//! Two versions of one questionnaire: whatever an author changes is named, and what is not changed is not.

use verantwoord::{
    engine::{Aspect, Difference, Trait},
    format::Library,
    model::{Draft, Id, Questionnaire},
};

fn shipped() -> Draft {
    Library.get(&Id::from("pre-dpia")).unwrap().questionnaire.draft().clone()
}

/// What a version that was changed by `change` makes otherwise.
fn after(change: impl FnOnce(&mut Draft)) -> Difference {
    let old = shipped();
    let mut new = old.clone();
    change(&mut new);
    let checked = |draft| Questionnaire::check(draft).unwrap();
    Difference::between(&checked(old), &checked(new))
}

#[test]
fn a_version_that_only_says_another_number_and_day_is_the_same() {
    let told = after(|draft| {
        draft.version = "2027.01.0".into();
        draft.legal_state.date = jiff::civil::date(2027, 1, 2);
    });
    assert!(told.is_empty() && told.legal_state, "{told:?}");
    let pending = after(|draft| drop(draft.legal_state.pending.pop()));
    assert!(pending.is_empty() && pending.legal_state, "{pending:?}");
    let nothing = after(|draft| draft.version = "2027.01.0".into());
    assert_eq!(nothing, Difference::default());
}

#[test]
fn whatever_an_author_changes_is_named() {
    type Change = fn(&mut Draft);
    let changes: [(&str, Change); 14] = [
        ("title", |draft| draft.title.push('!')),
        ("intro", |draft| draft.intro.push('!')),
        ("review", |draft| draft.review_months += 1),
        ("risks", |draft| drop(draft.risks.pop())),
        ("title of a section", |draft| draft.sections[1].title.push('!')),
        ("intro of a section", |draft| draft.sections[1].intro.push('!')),
        ("goal of a section", |draft| draft.sections[1].goal.push('!')),
        ("order of questions", |draft| draft.sections[2].questions.swap(0, 1)),
        ("explanation", |draft| draft.sections[0].questions[0].help.push('!')),
        ("order of verdicts", |draft| {
            draft.risks.clear();
            draft.verdicts.swap(0, 1);
        }),
        ("words of a verdict", |draft| draft.verdicts[0].sentence.push('!')),
        ("words of a rule", |draft| draft.rules[0].text.push('!')),
        ("order of rules", |draft| draft.rules.swap(0, 1)),
        ("words of an action", |draft| draft.actions[0].text.push('!')),
    ];
    for (what, change) in changes {
        let told = after(change);
        assert!(!told.is_empty() && !told.legal_state, "{what}: {told:?}");
    }
}

#[test]
fn what_is_named_is_what_was_changed() {
    let told = after(|draft| draft.title.push('!'));
    assert_eq!(told, Difference { whole: vec![Trait::Title], ..Difference::default() });

    let told = after(|draft| draft.sections[1].intro.push('!'));
    assert_eq!(told.sections.changed, [shipped().sections[1].id.clone()]);
    assert!(told.questions.is_empty() && told.whole.is_empty(), "{told:?}");

    let moved = shipped().sections[1].questions[0].id.clone();
    let told = after(|draft| {
        let question = draft.sections[1].questions.remove(0);
        draft.sections[0].questions.push(question);
    });
    // The section it came from is asked on a condition, and the one it went to is not.
    assert_eq!(told.aspects, [(moved, vec![Aspect::When, Aspect::Place])]);
}
