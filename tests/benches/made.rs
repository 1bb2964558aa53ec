//! A made-up questionnaire of any size.

use jiff::civil::date;
use verantwoord::model::{
    Answer, Answers, Condition, Draft, Id, Kind, Layout, LegalState, Question, Questionnaire, Rule,
    Section, Subject, Tone, Verdict,
};

fn name(stem: &str, number: usize) -> Id {
    Id::new(format!("{stem}{number}"))
}

fn question(number: usize) -> Question {
    Question {
        id: name("q", number),
        label: format!("Vraag {number}"),
        text: "Doet u dat?".into(),
        kind: Kind::YesNoUnknown,
        // Every fifth is asked because of the one before it.
        when: (number % 5 == 4)
            .then(|| Condition::Not(Box::new(Condition::Is(name("q", number - 1), Id::NO.into())))),
        under: None,
        help: String::new(),
        why: String::new(),
        examples: Vec::new(),
        counter_examples: Vec::new(),
        outdated: String::new(),
        sources: Vec::new(),
        required: true,
        not_applicable: false,
        fact: None,
        informative: false,
        feeds: None,
        apart: None,
    }
}

fn rule(number: usize) -> Rule {
    let at = |place| name("q", 5 * number + place);
    let when = Condition::All(vec![
        Condition::Is(at(0), Id::YES.into()),
        Condition::AnyIs(vec![at(1), at(2)], Id::YES.into()),
        Condition::OneOf(at(4), vec![Id::YES.into(), Id::UNKNOWN.into()]),
    ]);
    Rule {
        id: name("r", number),
        when,
        verdict: name("v", number % 3),
        exception: None,
        text: "Dat geldt: {labels}.".into(),
        sources: Vec::new(),
    }
}

/// As many questions, and a rule for every five of them.
pub(super) fn questionnaire(questions: usize) -> Questionnaire {
    let all: Vec<usize> = (0..questions).collect();
    let sections = all.chunks(50).enumerate().map(|(number, chunk)| Section {
        id: name("s", number),
        title: "Deel".into(),
        intro: String::new(),
        goal: String::new(),
        result: String::new(),
        layout: Layout::Pages,
        when: None,
        rests_on: Vec::new(),
        questions: chunk.iter().map(|number| question(*number)).collect(),
    });
    let mut rules: Vec<Rule> = (0..questions / 5).map(rule).collect();
    if let Some(last) = rules.last_mut() {
        last.when = Condition::ALWAYS;
    }
    let verdict = |number| Verdict {
        id: name("v", number),
        title: "Uitkomst".into(),
        sentence: "Zo is het.".into(),
        tone: Tone::Neutral,
        motivation: None,
        follow_ups: Vec::new(),
    };
    let draft = Draft {
        id: "made".into(),
        version: "1".into(),
        title: "Verzonnen".into(),
        about: Subject::Organisation,
        intro: String::new(),
        legal_state: LegalState { date: date(2026, 11, 22), pending: Vec::new() },
        review_months: 12,
        switches: Vec::new(),
        sections: sections.collect(),
        definitions: Vec::new(),
        counts: Vec::new(),
        rules,
        verdicts: (0..3).map(verdict).collect(),
        actions: Vec::new(),
        risks: Vec::new(),
        proves: None,
    };
    Questionnaire::check(draft).unwrap()
}

/// Every question answered, so that some rules hold.
pub(super) fn answers(questionnaire: &Questionnaire) -> Answers {
    let values = [Id::YES, Id::NO, Id::UNKNOWN, Id::YES, Id::NO, Id::NO, Id::YES];
    let questions = questionnaire.questions().zip(values.into_iter().cycle());
    questions.map(|((_, question), value)| (question.id.clone(), Answer::one(value))).collect()
}
