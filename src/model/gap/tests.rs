//! What is missing, entry by entry.

use super::*;
use jiff::civil::date;

const DAY: Date = date(2026, 11, 23);

fn complete() -> Processing {
    Processing {
        name: "Kaartverkoop".into(),
        purpose: "Kaarten verkopen".into(),
        department: "Publiek".into(),
        people: "Bezoekers".into(),
        data: "Naam en e-mail".into(),
        sensitive: Some(false),
        basis: Some(Basis::Contract),
        basis_reason: "Zonder deze gegevens is er geen kaart.".into(),
        recipients: "niemand".into(),
        retention: vec![kept("", "2 jaar")],
        security: "Tweestapsverificatie".into(),
        ..Processing::default()
    }
}

fn kept(data: &str, term: &str) -> Retention {
    Retention { data: data.into(), term: term.into(), reason: String::new() }
}

fn fine() -> Evidence {
    Evidence { pre_dpia: Outcome::Fine, balancing: Outcome::Unsettled }
}

#[test]
fn nothing_is_missing_of_a_complete_entry() {
    assert_eq!(complete().gaps(&fine(), DAY), []);
}

#[test]
fn each_thing_that_is_missing_is_told_with_what_to_do() {
    let empty = Processing { name: "Leeg".into(), ..Processing::default() };
    let gaps = empty.gaps(&Evidence::default(), DAY);
    assert_eq!(gaps[0], Gap::Basis);
    assert_eq!(gaps.len(), 10, "{gaps:?}");
    for gap in gaps {
        assert!(gap.advice().ends_with('.'), "{gap:?}");
        assert!(gap == Gap::Owner || gap.source().starts_with("AVG art. "), "{gap:?}");
    }
}

#[test]
fn each_term_is_looked_at_by_itself() {
    let entry = Processing {
        retention: vec![kept("adressen", ""), kept("facturen", "7 jaar"), kept("foto's", "nooit")],
        ..complete()
    };
    assert_eq!(
        entry.gaps(&fine(), DAY),
        [Gap::Retention("adressen".into()), Gap::Eternal("foto's".into())]
    );
}

#[test]
fn a_term_without_end_is_found_in_every_way_people_write_it() {
    for endless in
        ["Voor altijd", "nooit", "nooit verwijderd", "wordt niet verwijderd", "onbeperkt"]
    {
        assert_eq!(term(&kept("", endless)), Some(Gap::Eternal(String::new())), "{endless}");
    }
    for ending in ["nooit langer dan 2 jaar", "2 jaar: na de boeking", "tot u zich afmeldt"] {
        assert_eq!(term(&kept("", ending)), None, "{ending}");
    }
    let law =
        Retention { reason: "Archiefwet 1995, art. 3".into(), ..kept("", "blijvend, altijd") };
    assert_eq!(term(&law), None);
}

#[test]
fn an_agreement_that_is_not_there_and_a_day_that_passed() {
    let entry = Processing {
        processors: vec![Processor { name: "TicketBV".into(), ..Processor::default() }],
        review: Some(date(2026, 1, 1)),
        ..complete()
    };
    let told = entry.gaps(&fine(), DAY);
    assert_eq!(told, [Gap::Agreement("TicketBV".into()), Gap::Review(date(2026, 1, 1))]);
    let today = Processing { review: Some(DAY), ..complete() };
    assert_eq!(today.gaps(&fine(), DAY), [], "today is in time");
}

#[test]
fn special_categories_need_an_exception() {
    let entry = Processing { sensitive: Some(true), ..complete() };
    assert_eq!(entry.gaps(&fine(), DAY), [Gap::Exception]);
    let entry = Processing { exception: "uitdrukkelijke toestemming".into(), ..entry };
    assert_eq!(entry.gaps(&fine(), DAY), []);
}

#[test]
fn a_transfer_needs_a_safeguard() {
    for (transfers, safeguard, missing) in [
        ("Verenigde Staten", "", true),
        ("weet niet", "", true),
        ("Verenigde Staten", "modelcontract", false),
        ("VS, met SCC", "", false),
        ("Nee", "", false),
        ("geen doorgifte", "", false),
        ("n.v.t.", "", false),
        ("", "", false),
    ] {
        assert_eq!(unguarded(transfers, safeguard), missing, "{transfers}");
    }
}

#[test]
fn a_legitimate_interest_needs_a_test_that_it_passed() {
    let entry = Processing { basis: Some(Basis::LegitimateInterests), ..complete() };
    assert_eq!(entry.gaps(&fine(), DAY), [Gap::Unweighed]);
    let weighed = |balancing| Evidence { balancing, ..fine() };
    let bad = weighed(Outcome::Wanting("Niet beschikbaar".into()));
    assert_eq!(entry.gaps(&bad, DAY), [Gap::Untenable("Niet beschikbaar".into())]);
    assert_eq!(entry.gaps(&weighed(Outcome::Fine), DAY), []);
}

#[test]
fn a_pre_dpia_is_missed_and_so_is_the_dpia_that_it_asks() {
    assert_eq!(complete().gaps(&Evidence::default(), DAY), [Gap::PreDpia]);
    let needed =
        Evidence { pre_dpia: Outcome::Wanting("DPIA verplicht".into()), ..Evidence::default() };
    assert_eq!(complete().gaps(&needed, DAY), [Gap::Dpia("DPIA verplicht".into())]);
    let done = Processing { dpia: "map DPIA, 3-2026".into(), ..complete() };
    assert_eq!(done.gaps(&needed, DAY), []);
}

#[test]
fn each_ground_names_what_it_needs() {
    for (basis, gap) in [
        (Basis::PublicTask, Gap::Law),
        (Basis::LegalObligation, Gap::Law),
        (Basis::Consent, Gap::BasisReason),
    ] {
        let entry = Processing { basis: Some(basis), basis_reason: String::new(), ..complete() };
        assert_eq!(entry.gaps(&fine(), DAY), [gap]);
    }
}

#[test]
fn what_is_done_for_others_has_gaps_of_its_own() {
    let gaps = Commission { controller: "Kerk".into(), ..Commission::default() }.gaps(DAY);
    let agreement = Gap::Agreement("Kerk".into());
    assert_eq!(gaps, [agreement, Gap::Work, Gap::Security]);
}

#[test]
fn a_gap_is_told_in_whole_sentences() {
    assert_eq!(
        Gap::Agreement("MailBureau B.V.".into()).told(),
        "Geen verwerkersovereenkomst met MailBureau B.V. Sluit een verwerkersovereenkomst en schrijf op waar die ligt. \
         (AVG art. 28 lid 3)"
    );
}
