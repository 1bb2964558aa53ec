//! What a newer version of a questionnaire makes otherwise, in Dutch, for the person who must choose.

use super::cycle::Told;
use crate::{
    engine::{Aspect, Evaluation, Reason},
    model::{Id, Moment, Pinned, Questionnaire},
    session::Upgrade,
};
use std::sync::Arc;

/// More names than this are no help in one list.
const MOST: usize = 12;

/// The whole report: what it is about first, then the verdict, which matters most.
pub(super) fn dutch(upgrade: &Upgrade) -> Vec<Told> {
    let mut told = vec![beginning(upgrade), outcome(upgrade)];
    told.extend(questions(upgrade));
    told.extend(answers(upgrade));
    told.push(rules(upgrade));
    told.retain(|part| !part.lines.is_empty());
    told
}

fn beginning(upgrade: &Upgrade) -> Told {
    let ((from, _), (to, new)) = (&upgrade.from, &upgrade.to);
    let what = if upgrade.signed {
        "Deze toets is ondertekend en blijft zoals die is. U begint nu de volgende versie ervan. Alle antwoorden bevestigt of \
         verandert u dan opnieuw."
    } else {
        "Er verandert pas iets als u kiest. Ook met de oude versie kunt u de toets afmaken en ondertekenen."
    };
    let versions = format!(
        "Deze toets is begonnen met versie {} van de vragenlijst. Er is nu versie {}.",
        from.version, to.version
    );
    Told::new(format!("Nieuwere vragenlijst: {}", new.title()), vec![versions, what.to_owned()])
}

fn outcome(upgrade: &Upgrade) -> Told {
    let carried = &upgrade.carried;
    let settled = carried.before.is_settled() && carried.after.is_settled();
    let heading = match (carried.is_other_verdict(), settled) {
        (false, _) => "De uitkomst blijft gelijk",
        (true, true) => "De uitkomst verandert",
        (true, false) => "De uitkomst kan anders worden",
    };
    let mut lines = vec![
        verdict("Oude regels", &upgrade.from, &carried.before),
        verdict("Nieuwe regels", &upgrade.to, &carried.after),
    ];
    if carried.is_other_verdict() {
        lines.extend(cause(upgrade));
    }
    Told::new(heading, lines)
}

fn verdict(
    rules: &str,
    (pinned, version): &(Pinned, Arc<Questionnaire>),
    evaluation: &Evaluation,
) -> String {
    let title = |id: &Id| version.verdict(id).map_or("", |verdict| verdict.title.as_str());
    let told = if let Some(id) = &evaluation.verdict {
        title(id).to_owned()
    } else {
        let possible: Vec<&str> = evaluation.possible.iter().map(title).collect();
        format!("nog niet te bepalen. Mogelijk: {}", possible.join("; "))
    };
    format!("{rules} ({}): {told}.", pinned.version)
}

/// The rule that makes the difference: one that holds now and did not lead there before, or the other way round; without one, the
/// questions on which it depends.
fn cause(upgrade: &Upgrade) -> Vec<String> {
    let (before, after) = (&upgrade.carried.before.reasons, &upgrade.carried.after.reasons);
    let rules = &upgrade.difference.rules;
    let only = |own: &[Reason], others: &[Reason]| {
        let same =
            |one: &Reason, other: &Reason| one.rule == other.rule && one.verdict == other.verdict;
        own.iter().find(|one| !others.iter().any(|other| same(one, other))).cloned()
    };
    if let Some(rule) = only(after, before) {
        let which = if rules.added.contains(&rule.rule) {
            "een nieuwe regel"
        } else if rules.changed.contains(&rule.rule) {
            "een veranderde regel"
        } else {
            "een regel die nu geldt"
        };
        return vec![format!("Dat komt door {which}: {}", rule.text)];
    }
    if let Some(rule) = only(before, after) {
        return vec![format!("Dat komt door een regel die niet meer geldt: {}", rule.text)];
    }
    if rules.reordered {
        return vec!["Dat komt doordat de regels in een andere volgorde staan.".to_owned()];
    }
    let open = names(&upgrade.to.1, &upgrade.carried.after.open);
    open.map(|open| format!("Dat hangt af van: {open}.")).into_iter().collect()
}

fn questions(upgrade: &Upgrade) -> Vec<Told> {
    let (old, new) = (&upgrade.from.1, &upgrade.to.1);
    let difference = &upgrade.difference;
    let changed = difference.aspects.iter().map(|(id, aspects)| {
        let what = aspects.iter().copied().map(aspect).collect::<Vec<_>>();
        format!("{}: {}", name(new, id), what.join(", "))
    });
    let list = |version: &Questionnaire, ids: &[Id]| {
        ids.iter().map(|id| name(version, id)).collect::<Vec<_>>()
    };
    vec![
        counted("Nieuwe vragen", list(new, &difference.questions.added)),
        counted("Vervallen vragen", list(old, &difference.questions.dropped)),
        counted("Veranderde vragen", changed.collect()),
    ]
}

fn answers(upgrade: &Upgrade) -> Vec<Told> {
    let (old, new) = (&upgrade.from.1, &upgrade.to.1);
    let carried = &upgrade.carried;
    let told = match (carried.kept.len(), upgrade.signed) {
        (1, true) => "1 antwoord kunt u overnemen.".to_owned(),
        (1, false) => "1 antwoord gaat mee.".to_owned(),
        (count, true) => format!("{count} antwoorden kunt u overnemen."),
        (count, false) => format!("{count} antwoorden gaan mee."),
    };
    let lines = [
        Some(told),
        names(new, &carried.reread)
            .map(|names| format!("Kijk deze goed na, want de vraag is anders: {names}.")),
        names(old, &carried.lost).map(|names| {
            format!("Gaan niet mee: {names}. Uw oude antwoorden blijven in de reservekopie.")
        }),
        names(new, &carried.after.unanswered).map(|names| format!("Nog te beantwoorden: {names}.")),
    ];
    vec![Told::new("Uw antwoorden", lines.into_iter().flatten().collect())]
}

/// What is otherwise besides the questions.
fn rules(upgrade: &Upgrade) -> Told {
    let difference = &upgrade.difference;
    let parts = [
        ("Regels", &difference.rules),
        ("Uitkomsten", &difference.verdicts),
        ("Acties", &difference.actions),
        ("Regels met een ingangsdatum", &difference.switches),
    ];
    let mut lines: Vec<String> = parts
        .into_iter()
        .filter(|(_, parts)| !parts.is_empty())
        .map(|(what, parts)| {
            let (added, dropped, changed) =
                (parts.added.len(), parts.dropped.len(), parts.changed.len());
            let counts = [(added, "nieuw"), (dropped, "vervallen"), (changed, "veranderd")];
            let mut told: Vec<String> = counts
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, how)| format!("{count} {how}"))
                .collect();
            if parts.reordered {
                told.push("andere volgorde".to_owned());
            }
            format!("{what}: {}.", told.join(", "))
        })
        .collect();
    if difference.legal_state {
        let day = |version: &Questionnaire| Moment::words(version.draft().legal_state.date);
        let (old, new) = (day(&upgrade.from.1), day(&upgrade.to.1));
        lines.push(format!("De regels zijn vergeleken met de wet op {new}; eerder op {old}."));
    }
    Told::new("Verder", lines)
}

fn counted(heading: &str, mut lines: Vec<String>) -> Told {
    let count = lines.len();
    if count > MOST {
        lines.truncate(MOST);
        lines.push(format!("… en nog {}", count - MOST));
    }
    Told::new(format!("{heading} ({count})"), lines)
}

fn names(version: &Questionnaire, ids: &[Id]) -> Option<String> {
    let shown: Vec<String> = ids.iter().take(MOST).map(|id| name(version, id)).collect();
    let more = ids.len().saturating_sub(MOST);
    let more = if more == 0 { String::new() } else { format!("; … en nog {more}") };
    (!shown.is_empty()).then(|| shown.join("; ") + &more)
}

fn name(version: &Questionnaire, id: &Id) -> String {
    version.question(id).map_or_else(|| id.to_string(), |question| question.label.clone())
}

fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Words => "de tekst",
        Aspect::Answers => "de mogelijke antwoorden",
        Aspect::When => "wanneer de vraag wordt gesteld",
        Aspect::Place => "in welk onderdeel de vraag staat",
        Aspect::Explanation => "de uitleg of de bron",
        Aspect::Duty => "of een antwoord nodig is",
    }
}
