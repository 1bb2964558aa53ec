//! Answers of every sort that the conditions of a questionnaire could tell apart.

use super::mutants::conditions;
use verantwoord::model::{Answer, Condition, Draft, Id, Kind, Question};

/// The answers to `question`.
pub(super) fn possible(draft: &Draft, question: &Question) -> Vec<Answer> {
    let mut answers: Vec<Answer> = match &question.kind {
        Kind::YesNo | Kind::YesNoUnknown | Kind::Choice(_) => {
            question.values().iter().map(|value| Answer::one(value.as_str())).collect()
        }
        Kind::Several(choices) => (0..1_usize << choices.len())
            .map(|made| {
                let made = (0..choices.len()).filter(|choice| made >> choice & 1 == 1);
                Answer::Several(made.map(|choice| choices[choice].id.clone()).collect())
            })
            .collect(),
        Kind::Number { min, max, .. } => {
            let mut limits = vec![min.unwrap_or(0), max.unwrap_or(1000)];
            let mut whole = draft.clone();
            for (_, condition) in conditions(&mut whole) {
                thresholds(condition, &question.id, &mut limits);
            }
            let near = limits.iter().flat_map(|limit| [limit - 1, *limit, limit + 1]);
            let near = near.filter(|number| {
                min.is_none_or(|min| min <= *number) && max.is_none_or(|max| *number <= max)
            });
            let mut near: Vec<i64> = near.collect();
            near.sort_unstable();
            near.dedup();
            near.into_iter().map(Answer::Number).collect()
        }
        Kind::Date => vec![Answer::one("2026-11-22")],
        Kind::Table(columns) => {
            let cells = columns.iter().map(|column| (column.id.clone(), "zie register".to_owned()));
            vec![Answer::Rows(vec![cells.collect()])]
        }
        Kind::Text | Kind::LongText => vec![Answer::one("Zie het register.")],
    };
    let aside = || Answer::NotApplicable("Dat speelt bij ons niet.".to_owned());
    answers.extend(question.not_applicable.then(aside));
    assert!(answers.iter().all(|answer| question.accept(answer) == Ok(())), "{}", question.id);
    answers
}

fn thresholds(condition: &Condition, id: &Id, found: &mut Vec<i64>) {
    match condition {
        Condition::AtLeast(own, limit) | Condition::AtMost(own, limit) if own == id => {
            found.push(*limit);
        }
        Condition::Not(inner) => thresholds(inner, id, found),
        Condition::All(inner) | Condition::Any(inner) => {
            for inner in inner {
                thresholds(inner, id, found);
            }
        }
        _ => {}
    }
}
