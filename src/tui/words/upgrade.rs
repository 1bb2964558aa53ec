//! What a newer version of a questionnaire makes otherwise, in Dutch, for the person who must choose.

use super::cycle::Told;
use crate::{
    engine::{Aspect, Evaluation},
    model::{Id, Moment, Pinned, Questionnaire},
    session::Upgrade,
};

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
    let heading = if carried.is_other_verdict() {
        "De uitkomst verandert"
    } else {
        "De uitkomst blijft gelijk"
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
    (pinned, version): &(Pinned, std::sync::Arc<Questionnaire>),
    evaluation: &Evaluation,
) -> String {
    let verdict = evaluation.verdict.as_ref().and_then(|id| version.verdict(id));
    let title = verdict.map_or("nog niet te bepalen", |verdict| verdict.title.as_str());
    let open = match evaluation.open.len() {
        _ if verdict.is_some() => String::new(),
        1 => " (1 vraag telt nog mee)".to_owned(),
        count => format!(" ({count} vragen tellen nog mee)"),
    };
    format!("{rules} ({}): {title}{open}.", pinned.version)
}

/// The rule that makes the difference; without one, the questions that decide it.
fn cause(upgrade: &Upgrade) -> Vec<String> {
    let (new, after) = (&upgrade.to.1, &upgrade.carried.after);
    let Some(rule) = after.reasons.first().filter(|_| after.is_settled()) else {
        let open = names(new, &after.open);
        return open.map(|open| format!("Dat hangt af van: {open}.")).into_iter().collect();
    };
    let rules = &upgrade.difference.rules;
    let which = if rules.added.contains(&rule.rule) {
        "een nieuwe regel"
    } else if rules.changed.contains(&rule.rule) {
        "een veranderde regel"
    } else if rules.reordered {
        "de regels staan in een andere volgorde"
    } else {
        "een regel die nu geldt"
    };
    vec![format!("Dat komt door {which}: {}", rule.text)]
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
    let along = if upgrade.signed { "kunt u overnemen" } else { "gaan mee" };
    let lines = [
        Some(format!("{} antwoorden {along}.", carried.kept.len())),
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
            format!("{what}: {added} nieuw, {dropped} vervallen, {changed} veranderd.")
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
