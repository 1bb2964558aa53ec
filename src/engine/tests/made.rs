//! Made-up questionnaires and answers, grown out of a list of numbers, so that a failing one shrinks.

use crate::model::{
    Answer, Answers, Choice, Column, Condition, Count, Definition, Draft, Exception, Id, Kind,
    LegalState, Question, Questionnaire, Rule, Section, Subject, Switch, Tone, Verdict,
};
use std::collections::BTreeMap;

/// The numbers that decide what is made; zeros once they are used up.
pub(super) struct Dice<'a>(std::slice::Iter<'a, u32>);

impl<'a> Dice<'a> {
    pub(super) fn of(numbers: &'a [u32]) -> Self {
        Self(numbers.iter())
    }

    /// A number below `most`.
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0.next().map_or(0, |number| *number as usize) % most.max(1)
    }

    fn of_these<'b, T>(&mut self, these: &'b [T]) -> &'b T {
        &these[self.below(these.len())]
    }

    /// Whether something happens that happens `times` in ten.
    pub(super) fn happens(&mut self, times: usize) -> bool {
        self.below(10) >= 10 - times
    }
}

/// What conditions can read so far.
#[derive(Default)]
struct Names {
    /// With the values to compare with.
    valued: Vec<(Id, Vec<Id>)>,
    counted: Vec<Id>,
    asked: Vec<Id>,
    switches: Vec<Id>,
}

fn name(stem: &str, number: usize) -> Id {
    Id::new(format!("{stem}{number}"))
}

impl Names {
    fn leaf(&self, dice: &mut Dice<'_>) -> Condition {
        let (id, values) = dice.of_these(&self.valued).clone();
        match dice.below(9) {
            8 if !self.switches.is_empty() => {
                Condition::InForce(dice.of_these(&self.switches).clone())
            }
            0 | 1 if !values.is_empty() => Condition::Is(id, dice.of_these(&values).clone()),
            2 if values.len() > 1 => {
                let start = dice.below(values.len() - 1);
                Condition::OneOf(id, values[start..].to_vec())
            }
            3 | 4 if !self.counted.is_empty() => {
                let number = i64::try_from(dice.below(5)).unwrap();
                let id = dice.of_these(&self.counted).clone();
                if dice.happens(5) {
                    Condition::AtLeast(id, number)
                } else {
                    Condition::AtMost(id, number)
                }
            }
            5 | 6 if !values.is_empty() => {
                let value = dice.of_these(&values).clone();
                let same = self.valued.iter().filter(|(_, values)| values.contains(&value));
                let same = same.map(|(id, _)| id.clone()).collect();
                if dice.happens(5) {
                    Condition::AnyIs(same, value)
                } else {
                    Condition::AllAre(same, value)
                }
            }
            _ => Condition::Answered(dice.of_these(&self.asked).clone()),
        }
    }

    fn condition(&self, dice: &mut Dice<'_>, depth: usize) -> Condition {
        if self.valued.is_empty() {
            return Condition::ALWAYS;
        }
        let parts = |dice: &mut Dice<'_>| {
            (0..=dice.below(3)).map(|_| self.condition(dice, depth - 1)).collect()
        };
        match dice.below(6) {
            0 if depth > 0 => Condition::Not(Box::new(self.condition(dice, depth - 1))),
            1 if depth > 0 => Condition::All(parts(dice)),
            2 if depth > 0 => Condition::Any(parts(dice)),
            _ => self.leaf(dice),
        }
    }
}

fn kind(dice: &mut Dice<'_>) -> Kind {
    let choices = |count: usize| {
        (0..count)
            .map(|n| Choice { id: name("k", n), label: "Keuze".into(), help: String::new() })
            .collect()
    };
    match dice.below(9) {
        0 | 1 => Kind::YesNo,
        2 | 3 => Kind::YesNoUnknown,
        4 => Kind::Choice(choices(2 + dice.below(2))),
        5 => Kind::Several(choices(2)),
        6 => Kind::Number { min: Some(0), max: Some(3), unit: String::new() },
        7 => Kind::Number { min: None, max: None, unit: String::new() },
        _ if dice.happens(5) => Kind::Text,
        _ => Kind::Table(vec![Column { id: "c".into(), label: "C".into(), help: String::new() }]),
    }
}

fn question(dice: &mut Dice<'_>, number: usize, names: &Names) -> Question {
    Question {
        id: name("q", number),
        label: format!("Vraag {number}"),
        text: "Vraag?".into(),
        kind: kind(dice),
        when: dice.happens(4).then(|| names.condition(dice, 1)),
        under: None,
        help: String::new(),
        why: String::new(),
        examples: Vec::new(),
        counter_examples: Vec::new(),
        outdated: String::new(),
        sources: Vec::new(),
        required: true,
        not_applicable: dice.happens(2),
        fact: None,
        informative: false,
        feeds: None,
        apart: None,
    }
}

fn switch(dice: &mut Dice<'_>, number: usize) -> Switch {
    let year = 2025 + i16::try_from(dice.below(4)).unwrap();
    let from = dice.happens(7).then(|| jiff::civil::date(year, 1, 1));
    Switch { id: name("w", number), title: "Regel".into(), from, sources: Vec::new() }
}

/// A questionnaire of up to five questions of every kind, with definitions, counts and exceptions.
pub(super) fn questionnaire(dice: &mut Dice<'_>) -> Questionnaire {
    let mut names = Names::default();
    let switches: Vec<Switch> = (0..dice.below(3)).map(|number| switch(dice, number)).collect();
    names.switches.extend(switches.iter().map(|switch| switch.id.clone()));
    let (mut definitions, mut counts) = (Vec::new(), Vec::new());
    let mut sections: Vec<Section> = Vec::new();
    for number in 0..2 + dice.below(4) {
        if number % 3 == 0 {
            sections.push(Section {
                id: name("s", number),
                title: "Deel".into(),
                intro: String::new(),
                goal: String::new(),
                result: String::new(),
                layout: crate::model::Layout::Pages,
                when: dice.happens(3).then(|| names.condition(dice, 1)),
                rests_on: Vec::new(),
                questions: Vec::new(),
            });
        }
        let question = question(dice, number, &names);
        let mut values = question.values();
        values.extend(question.not_applicable.then(|| Id::from("not_applicable")));
        if matches!(question.kind, Kind::Number { .. } | Kind::Several(_)) {
            names.counted.push(question.id.clone());
        }
        names.asked.push(question.id.clone());
        names.valued.push((question.id.clone(), values));
        sections.last_mut().unwrap().questions.push(question);
        if dice.happens(3) {
            let id = name("d", number);
            let (yes, no) = (names.condition(dice, 1), names.condition(dice, 1));
            definitions.push(Definition { id: id.clone(), yes, no });
            names.valued.push((id, [Id::YES, Id::NO, Id::UNKNOWN].map(Id::from).to_vec()));
        }
        if dice.happens(3) {
            let id = name("n", number);
            let is = Id::from(*dice.of_these(&[Id::YES, Id::NO, Id::UNKNOWN]));
            let of = names.valued.iter().filter(|(_, values)| values.contains(&is));
            counts.push(Count { id: id.clone(), of: of.map(|(id, _)| id.clone()).collect(), is });
            names.counted.push(id);
        }
    }
    let rules = rules(dice, &names);
    let risks = names.valued.iter().filter(|(id, values)| {
        names.asked.contains(id) && values.iter().any(|value| value == Id::YES)
    });
    let risks = risks.map(|(id, _)| id.clone()).collect();
    let verdicts = (0..4).map(verdict).collect();
    let draft = Draft {
        id: "made".into(),
        version: "1".into(),
        title: "Verzonnen".into(),
        about: Subject::Organisation,
        intro: String::new(),
        legal_state: LegalState { date: jiff::civil::date(2026, 11, 22), pending: Vec::new() },
        review_months: 12,
        switches,
        sections,
        definitions,
        counts,
        rules,
        verdicts,
        actions: Vec::new(),
        risks,
        proves: None,
    };
    Questionnaire::check(draft).unwrap()
}

fn rules(dice: &mut Dice<'_>, names: &Names) -> Vec<Rule> {
    let count = 2 + dice.below(4);
    (0..count)
        .map(|number| Rule {
            id: name("r", number),
            when: if number + 1 == count && !dice.happens(2) {
                Condition::ALWAYS
            } else {
                names.condition(dice, 2)
            },
            verdict: name("v", dice.below(4)),
            exception: dice.happens(3).then(|| Exception {
                when: names.condition(dice, 1),
                verdict: name("v", dice.below(4)),
            }),
            text: "Een reden: {labels}.".into(),
            sources: Vec::new(),
        })
        .collect()
}

fn verdict(number: usize) -> Verdict {
    Verdict {
        id: name("v", number),
        title: "Uitkomst".into(),
        sentence: "Zo is het.".into(),
        tone: Tone::Neutral,
        motivation: None,
        follow_ups: Vec::new(),
    }
}

/// Answers of every sort that the table could tell apart.
pub(super) fn possible(question: &Question) -> Vec<Answer> {
    let mut answers: Vec<Answer> = match &question.kind {
        Kind::YesNo | Kind::YesNoUnknown | Kind::Choice(_) => {
            question.values().iter().map(|value| Answer::one(value.as_str())).collect()
        }
        Kind::Several(choices) => {
            let (a, b) = (choices[0].id.clone(), choices[1].id.clone());
            [vec![], vec![a.clone()], vec![b.clone()], vec![a, b]].map(Answer::Several).to_vec()
        }
        Kind::Number { min: Some(_), .. } => (0..=3).map(Answer::Number).collect(),
        Kind::Number { .. } => (-1..=5).map(Answer::Number).collect(),
        Kind::Table(_) => vec![Answer::Rows(vec![BTreeMap::from([("c".into(), "t".into())])])],
        _ => vec![Answer::one("t")],
    };
    answers.extend(question.not_applicable.then(|| Answer::NotApplicable("daarom".into())));
    assert!(answers.iter().all(|answer| question.accept(answer) == Ok(())));
    answers
}

/// Answers to about half of the questions, asked or not.
pub(super) fn some_answers(dice: &mut Dice<'_>, questionnaire: &Questionnaire) -> Answers {
    questionnaire
        .questions()
        .filter_map(|(_, question)| {
            let answer = dice.of_these(&possible(question)).clone();
            dice.happens(5).then(|| (question.id.clone(), answer))
        })
        .collect()
}
