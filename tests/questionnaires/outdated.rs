//! Where older texts for the sector are outdated or wrong, a help text says what holds now and how the older text differs:
//! each of the forty points that were found, with a question that says so.

use super::editions;
use std::collections::BTreeMap;
use verantwoord::model::Question;

/// What is said: the questionnaire, and words of the line about the older text.
const SAID: &[(&str, &str)] = &[
    // 1-10: retention, register, FG, teachers, special data, children, sorts of data, pseudonyms.
    ("bewaartermijnen", "noemt 2 jaar uit een besluit bij de vorige privacywet"),
    ("registerplicht", "„meer dan 250”"),
    ("stappenplan-klantgegevens", "De vrijstelling geldt onder de 250"),
    ("fg-plicht", "het moet een kerntaak zijn, op grote schaal"),
    ("fg-plicht", "het moet ook grootschalig zijn"),
    ("rol", "noemt docenten altijd verwerkers"),
    ("gerechtvaardigd-belang", "bijzondere gegevens in deze sector nooit mogen"),
    ("toestemming", "Dat hoeft alleen als toestemming de grondslag is"),
    ("pre-dpia", "BSN, wachtwoorden, geld en locatie als één soort"),
    ("beveiliging", "noemt pseudonimiseren en versleutelen hetzelfde"),
    // 11-20: figures, public task, old lists, asking by mail, consent, steps, breaches, bookkeepers, profiles.
    ("pre-dpia", "opgetelde cijfers altijd anoniem"),
    ("gerechtvaardigd-belang", "de publieke taak niet van belang"),
    ("gerechtvaardigd-belang", "een oud mailbestand doorlopen"),
    ("toestemming", "een mailing of herinnering aan om toestemming te krijgen"),
    ("gerechtvaardigd-belang", "dat u meestal toestemming nodig hebt"),
    ("toestemming", "vraagt vaak uitdrukkelijke toestemming"),
    ("stappenplan-ondernemer", "belooft ook acht stappen"),
    ("datalek", "laat elk lek meteen melden"),
    ("rol", "noemt de boekhouder altijd verwerker"),
    ("gerechtvaardigd-belang", "alleen mag met uitdrukkelijke toestemming"),
    // 21-30: DPIA and profiles, terms, other purposes, two steps, whose interest, Excel, dates, post, objection.
    ("pre-dpia", "vraagt bij profilering altijd een DPIA"),
    ("toestemming", "akkoord gaan met de privacyverklaring als toestemming"),
    ("gerechtvaardigd-belang", "bij een ander doel alleen toestemming helpt"),
    ("beveiliging", "noemt twee stappen een harde eis"),
    ("gerechtvaardigd-belang", "het belang van uzelf moet zijn"),
    ("beveiliging", "noemt Excel niet meer van deze tijd"),
    ("stappenplan-ondernemer", "van toepassing sinds 25 mei 2018"),
    ("direct-marketing", "haalt post met en zonder adres door elkaar"),
    ("direct-marketing", "laat oud-klanten buiten Postfilter"),
    ("rechten", "„recht van verzet”"),
    // 31-40: acceptance, Whooz, KNLTB, similar offers, phone, the twelve points, two registers, the EU, Whize, subsidies.
    ("gerechtvaardigd-belang", "het accepteren van een verklaring als erkenning"),
    ("rol", "noemt Whooz alleen verwerker"),
    ("gerechtvaardigd-belang", "kort daarna kent die uitspraak nog niet"),
    ("direct-marketing", "noemt „soortgelijk aanbod” als genoeg"),
    ("direct-marketing", "Tot 1 juli 2026 gold een uitzondering"),
    ("privacyverklaring", "vergeet beperken, bezwaar en meenemen"),
    ("registerplicht", "maakt twee registers"),
    ("privacyverklaring", "alleen geldt voor wie in de Europese Unie is gevestigd"),
    ("whize", "Voor reclame op naam noemt zij geen DPIA"),
    ("bewaartermijnen", "de subsidiegever klantgegevens niet mag zien"),
];

#[test]
fn every_outdated_point_is_told_with_what_holds_now() {
    assert_eq!(SAID.len(), 40);
    let editions = editions();
    let lines: BTreeMap<&str, Vec<&Question>> = editions
        .iter()
        .map(|edition| {
            let questions = edition.questionnaire.questions().map(|(_, question)| question);
            let told = questions.filter(|question| !question.outdated.is_empty());
            (edition.pinned.id.as_str(), told.collect())
        })
        .collect();
    let mut faults = Vec::new();
    for (id, words) in SAID {
        let told = lines[id].iter().find(|question| question.outdated.contains(words));
        match told {
            Some(question) if question.help.is_empty() || question.sources.is_empty() => {
                faults.push(format!("{id}: {} does not say what holds", question.id));
            }
            Some(_) => {}
            None => faults.push(format!("{id}: {words}")),
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The law that is under way, where it would change something. The records and the overview show what a questionnaire says.
#[test]
fn law_under_way_is_told_where_it_matters() {
    let expected = [
        ("registerplicht", "Omnibus IV"),
        ("datalek", "Digitale Omnibus"),
        ("pre-dpia", "Lijst van de AP met uitzonderingen"),
        ("pre-dpia", "Europees model voor een DPIA"),
        ("doorgifte", "C-703/25 P"),
        ("fg-plicht", "36264"),
        ("gerechtvaardigd-belang", "KNLTB"),
    ];
    let editions = editions();
    for edition in &editions {
        let pending = &edition.questionnaire.draft().legal_state.pending;
        assert!(!pending.is_empty(), "{}", edition.pinned.id);
        // None of it is told as if it were law.
        for law in pending {
            let open = ["nog niet", "niet aangenomen", "loopt", "wacht", "nog geen", "niet bekend"];
            assert!(open.iter().any(|words| law.text.contains(words)), "{}", law.text);
        }
    }
    for (id, title) in expected {
        let edition = editions.iter().find(|edition| edition.pinned.id.as_str() == id).unwrap();
        let pending = &edition.questionnaire.draft().legal_state.pending;
        assert!(pending.iter().any(|law| law.title.contains(title)), "{id}: {title}");
    }
}
