//! The register and the actions by keys: what is shown, what is wished, what is never lost.

use crate::stage::{Stage, overview};
use std::sync::Arc;
use verantwoord::{
    model::{
        About, Action, Basis, Commission, Id, Origin, Priority, Processing, Progress, Proof,
        Retention,
    },
    session::{Doubt, Effect, Ledger, Overview, Proposal, Reply},
};

fn duty(number: i8, department: &str, state: Progress) -> Arc<Action> {
    Arc::new(Action {
        id: Id::new(format!("2026-11-23-{number}")),
        text: format!("Doe dit werk, nummer {number}"),
        origin: Origin::ByHand,
        processing: None,
        department: department.into(),
        owner: "Vera".into(),
        due: jiff::civil::Date::new(2026, 11, number).ok(),
        priority: Priority::Normal,
        state,
        proof: None,
        history: Vec::new(),
    })
}

/// An institution with three actions, of which the first is overdue.
fn busy() -> Overview {
    Overview {
        actions: vec![
            duty(20, "Publiek", Progress::Open),
            duty(28, "Directie", Progress::Busy),
            duty(10, "Publiek", Progress::Done),
        ],
        today: Some(jiff::civil::date(2026, 11, 23)),
        ..overview()
    }
}

/// On the screen that this row of the overview leads to.
fn at(overview: Overview, row: &str, size: (u16, u16)) -> Stage {
    let mut stage = Stage::set(overview, size.0, size.1);
    stage.press(&format!("<Ctrl+P>{row}<Enter>"));
    let screen = stage.screen();
    assert!(screen.lines().next().unwrap().contains(row), "no row {row}: {screen}");
    stage
}

fn wished(stage: &Stage) -> Vec<Effect> {
    stage.effects.try_iter().collect()
}

fn kept_action(stage: &Stage) -> Option<Action> {
    wished(stage).into_iter().find_map(|effect| match effect {
        Effect::KeepAction(action) => Some(*action),
        _ => None,
    })
}

fn kept_entry(stage: &Stage) -> Option<Processing> {
    wished(stage).into_iter().find_map(|effect| match effect {
        Effect::KeepProcessing(entry) => Some(*entry),
        _ => None,
    })
}

#[test]
fn what_is_overdue_stands_first_and_each_department_has_its_bar() {
    insta::assert_snapshot!(at(busy(), "Acties", (80, 24)).screen());
}

#[test]
fn an_action_is_done_with_one_key_and_its_proof() {
    let mut stage = at(busy(), "Acties", (80, 24));
    stage.press("kmap contracten<Enter>");
    let done = kept_action(&stage).unwrap();
    assert_eq!(done.id, Id::from("2026-11-23-20"));
    assert_eq!(done.state, Progress::Done);
    assert_eq!(done.proof, Some(Proof::Text("map contracten".into())));
}

#[test]
fn a_new_action_needs_only_what_must_be_done() {
    let mut stage = at(busy(), "Acties", (80, 24));
    stage.press("aBel de leverancier<Tab><Tab><Tab>over 2 weken<Esc>");
    let new = kept_action(&stage).unwrap();
    assert_eq!((new.id.as_str(), new.text.as_str()), ("", "Bel de leverancier"));
    assert_eq!(new.due, Some(jiff::civil::date(2026, 12, 7)));
    stage.press("a<Esc>");
    assert_eq!(kept_action(&stage), None, "nothing was said");
}

#[test]
fn a_day_that_is_none_is_told_and_locks_nobody_in() {
    let mut stage = at(busy(), "Acties", (80, 24));
    stage.press("<Enter>").press("<Tab><Tab>").press("ss<Tab>ooit<Esc>");
    assert!(stage.screen().contains("Dit is geen datum."), "{}", stage.screen());
    assert!(kept_action(&stage).is_none());
    stage.press("<Esc>");
    let kept = kept_action(&stage).unwrap();
    assert_eq!(kept.due, Some(jiff::civil::date(2026, 11, 20)), "as it was");
    assert_eq!(kept.owner, "Verass", "the rest is kept");
}

#[test]
fn what_is_typed_chooses_and_all_come_back() {
    let mut stage = at(busy(), "Acties", (80, 24));
    let screen = stage.press("fdirec bezig<Enter>").screen();
    assert!(screen.contains("nummer 28") && !screen.contains("nummer 20"), "{screen}");
    assert!(screen.contains("1 van 3"), "{screen}");
    let screen = stage.press("<Esc>").screen();
    assert!(screen.contains("nummer 20") && screen.contains("› Acties"), "{screen}");
    let screen = stage.press("fte laat<Enter>").screen();
    assert!(screen.contains("nummer 20") && !screen.contains("nummer 28"), "{screen}");
}

#[test]
fn nothing_is_done_without_proof_or_a_said_reason() {
    let mut stage = at(busy(), "Acties", (80, 24));
    let screen = stage.press("k<Esc>").screen();
    assert!(screen.contains("Schrijf op waaruit blijkt"), "{screen}");
    assert!(kept_action(&stage).is_none());
    stage.press("<Esc>");
    assert!(kept_action(&stage).is_none(), "it is as it was");
    stage.press("kgeen bewijs, want mondeling geregeld<Esc>");
    assert_eq!(kept_action(&stage).unwrap().state, Progress::Done);
}

#[test]
fn what_is_dropped_has_a_reason_and_a_change_is_taken_back() {
    let mut stage = at(busy(), "Acties", (80, 24));
    stage.press("vniet meer nodig<Esc>");
    let dropped = kept_action(&stage).unwrap();
    assert_eq!(dropped.state, Progress::Dropped("niet meer nodig".into()));
    stage.press("u");
    let back = kept_action(&stage).unwrap();
    assert_eq!((&back.id, back.state), (&dropped.id, Progress::Open));
    let screen = stage.press("u").screen();
    assert!(screen.contains("niets om ongedaan"), "{screen}");
    assert!(kept_action(&stage).is_none());
}

#[test]
fn an_action_that_nothing_asks_any_more_is_proposed_to_be_dropped() {
    let doubtful = Overview { doubts: [(Id::from("2026-11-23-28"), Doubt::Rule)].into(), ..busy() };
    let mut stage = at(doubtful, "Acties", (80, 24));
    let screen = stage.press("<Down>").screen();
    assert!(screen.contains("Misschien niet meer nodig"), "{screen}");
    assert!(screen.contains("De toets is opnieuw gedaan"), "{screen}");
    stage.press("v<Esc>");
    let Progress::Dropped(why) = kept_action(&stage).unwrap().state else { panic!() };
    assert!(why.contains("opnieuw gedaan"), "{why}");
}

#[test]
fn the_lists_go_to_files_for_other_programs() {
    let mut stage = at(busy(), "Acties", (80, 24));
    stage.press("x");
    assert!(wished(&stage).iter().any(|one| matches!(one, Effect::ExportActions)));
    stage.take(Reply::Exported(vec!["/home/vera/uitvoer/acties.csv".into()]));
    assert!(stage.screen().contains("/home/vera/uitvoer/acties.csv"));
}

#[test]
fn the_register_tells_what_is_missing() {
    insta::assert_snapshot!(at(busy(), "Verwerkingsregister", (80, 24)).screen());
}

#[test]
fn what_is_missing_leads_to_where_it_is_filled_in() {
    let mut stage = at(busy(), "Verwerkingsregister", (80, 24));
    stage.press("<Enter>");
    insta::assert_snapshot!(stage.screen());
    stage.press("<Enter>");
    let screen = stage.screen();
    assert!(screen.contains("► Grondslag"), "the first gap is the ground: {screen}");
}

#[test]
fn every_field_of_an_entry_can_be_reached_and_is_explained_in_a_small_window() {
    let mut stage = at(busy(), "Verwerkingsregister", (80, 24));
    stage.press("<Enter>w");
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..25 {
        let screen = stage.screen();
        let field = screen.lines().find(|line| line.contains('►')).unwrap().to_owned();
        let below = screen.split('►').nth(1).unwrap();
        assert!(
            below.lines().skip(1).any(|line| line.ends_with('.') || line.contains("AVG")),
            "{screen}"
        );
        seen.insert(field);
        stage.press("<Down>");
    }
    assert!(seen.len() >= 24, "{seen:#?}");
}

#[test]
fn an_entry_is_filled_in_and_kept_whole() {
    let mut stage = at(busy(), "Verwerkingsregister", (80, 24));
    stage.press("<Enter>w").press(&"<Tab>".repeat(4));
    stage.press("bezoekers<Tab>naam<Tab>nee<Tab><Tab>b<Tab>nodig<Tab><Tab><Tab>");
    // The terms: two rows, with signs that mean nothing here.
    stage.press("<Enter><Enter>adressen<Tab>2 jaar: na de boeking<Tab>daarna; klaar<Enter>");
    stage.press("<Down><Enter>facturen<Tab>7 jaar<Esc><Esc>");
    stage.press("<Tab><Enter><Enter>TicketBV<Tab>verkoopt kaarten<Tab>map 3 = kast<Esc>");
    stage.press("<Down><Enter>Drukker<Esc><Esc><Esc>");
    let entry = kept_entry(&stage).unwrap();
    assert_eq!(entry.id, Id::from("ticketsysteem"));
    assert_eq!(entry.basis, Some(Basis::Contract));
    assert_eq!(entry.sensitive, Some(false));
    let terms: Vec<_> =
        entry.retention.iter().map(|one| [one.data.as_str(), &one.term, &one.reason]).collect();
    assert_eq!(
        terms,
        [["adressen", "2 jaar: na de boeking", "daarna; klaar"], ["facturen", "7 jaar", ""]]
    );
    let agreements: Vec<_> =
        entry.processors.iter().map(|one| [one.name.as_str(), &one.task, &one.agreement]).collect();
    assert_eq!(agreements, [["TicketBV", "verkoopt kaarten", "map 3 = kast"], ["Drukker", "", ""]]);
    assert_eq!(entry.purpose, "Kaarten verkopen", "what was known stays");
}

#[test]
fn a_changed_term_keeps_its_reason() {
    let retention =
        Retention { term: "1 jaar".into(), reason: "AWR".into(), ..Retention::default() };
    let mut known = busy();
    Arc::make_mut(&mut known.processings[0]).retention = vec![retention];
    let mut stage = at(known, "Verwerkingsregister", (80, 24));
    stage.press("<Enter>w").press(&"<Tab>".repeat(12));
    stage.press("<Enter><Enter><Tab> en een dag<Esc><Esc><Esc>");
    let kept = kept_entry(&stage).unwrap().retention;
    assert_eq!((kept[0].term.as_str(), kept[0].reason.as_str()), ("1 jaar en een dag", "AWR"));
}

#[test]
fn a_ground_that_is_none_is_told() {
    let mut stage = at(busy(), "Verwerkingsregister", (120, 35));
    stage.press("<Enter>w").press(&"<Tab>".repeat(8)).press("zomaar<Esc>");
    assert!(stage.screen().contains("Typ de letter"), "{}", stage.screen());
    assert!(kept_entry(&stage).is_none());
}

#[test]
fn a_name_that_is_emptied_loses_nothing_else() {
    let mut stage = at(busy(), "Verwerkingsregister", (80, 24));
    stage.press("<Enter>w").press(&"<Backspace>".repeat(30)).press("<Tab><Tab><Tab>Vera<Esc>");
    assert!(stage.screen().contains("een naam"), "{}", stage.screen());
    stage.press("<Esc>");
    let kept = kept_entry(&stage).unwrap();
    assert_eq!((kept.name.as_str(), kept.owner.as_str()), ("Nieuw ticketsysteem", "Vera"));
    let mut stage = at(busy(), "Verwerkingsregister", (80, 24));
    stage.press("a<Tab>Iets<Esc><Esc>");
    assert_eq!(kept_entry(&stage).unwrap().name, "Nog zonder naam");
}

#[test]
fn an_assessment_is_begun_about_the_entry_and_one_comes_back_to_it() {
    let mut stage = at(busy(), "Verwerkingsregister", (80, 24));
    stage.press("<Enter>");
    for _ in 0..40 {
        if stage.screen().contains("Zo weet u of") || stage.screen().contains("Doe de pre-DPIA") {
            break;
        }
        stage.press("<Down>");
    }
    stage.press("<Enter>");
    let begun = wished(&stage).into_iter().find_map(|effect| match effect {
        Effect::Begin { questionnaire, about, .. } => Some((questionnaire, about)),
        _ => None,
    });
    let about = About::Processing(Id::from("ticketsysteem"));
    assert_eq!(begun, Some((Id::from("pre-dpia"), about)));
    stage.press("<Esc>");
    let head = stage.screen().lines().next().unwrap().to_owned();
    assert!(head.contains("Nieuw ticketsysteem"), "{}", stage.screen());
}

fn several() -> Overview {
    let entry = |(id, name, department): (&str, &str, &str)| Processing {
        id: Id::from(id),
        name: name.into(),
        department: department.into(),
        sensitive: (id == "b").then_some(false),
        ..Processing::default()
    };
    let processings =
        [("a", "Archief", "Collectie"), ("b", "Brieven", "Publiek"), ("c", "Cursus", "")];
    Overview { processings: processings.map(entry).map(Arc::new).to_vec(), ..busy() }
}

#[test]
fn the_register_is_sought_sorted_and_chosen_from() {
    let mut stage = at(several(), "Verwerkingsregister", (80, 24));
    let rows = |stage: &mut Stage| -> Vec<&str> {
        let screen = stage.screen();
        let mut rows: Vec<(usize, &str)> = ["Archief", "Brieven", "Cursus"]
            .into_iter()
            .filter_map(|name| screen.find(name).map(|at| (at, name)))
            .collect();
        rows.sort_unstable();
        rows.into_iter().map(|(_, name)| name).collect()
    };
    assert_eq!(rows(&mut stage), ["Archief", "Brieven", "Cursus"]);
    stage.press("zcurs");
    assert_eq!(rows(&mut stage), ["Cursus"], "while it is being typed");
    stage.press("<Esc>zbijzondere<Enter>");
    assert_eq!(rows(&mut stage), ["Archief", "Cursus"], "also in what is missing");
    stage.press("z<Esc>ff");
    assert_eq!(rows(&mut stage), ["Archief"], "one department");
    stage.press("ffs");
    assert_eq!(rows(&mut stage), ["Archief", "Brieven", "Cursus"], "of no department last");
    stage.press("sx");
    let exported =
        wished(&stage).into_iter().any(|one| matches!(one, Effect::Export(Ledger::Register)));
    assert!(exported);
}

#[test]
fn a_table_shows_more_columns_where_there_is_room() {
    insta::assert_snapshot!(at(several(), "Verwerkingsregister", (120, 35)).screen());
}

#[test]
fn what_is_done_for_others_has_its_own_register() {
    let one = Commission {
        id: Id::from("kerk"),
        controller: "Stichting Oude Kerk".into(),
        processing: "Kaarten verkopen".into(),
        ..Commission::default()
    };
    let known = Overview { commissions: vec![one], ..busy() };
    let mut stage = at(known, "Register als verwerker", (80, 24));
    insta::assert_snapshot!(stage.screen());
    stage.press("<Enter><Tab><Tab><Tab>map 2<Esc>");
    let kept = wished(&stage).into_iter().find_map(|effect| match effect {
        Effect::KeepCommission(one) => Some(*one),
        _ => None,
    });
    let kept = kept.unwrap();
    assert_eq!((kept.id, kept.agreement.as_str()), (Id::from("kerk"), "map 2"));
}

#[test]
fn a_row_of_the_inventory_is_taken_over_with_one_key() {
    let entry = Processing { name: "Nieuwsbrief".into(), ..Processing::default() };
    let proposal = Proposal {
        entry: entry.clone(),
        title: "Stappenplan klantgegevens".into(),
        cells: vec![("Activiteit".into(), "Nieuwsbrief".into())],
    };
    let known = Overview { proposals: vec![proposal], ..busy() };
    let mut stage = at(known, "Verwerkingsregister", (80, 24));
    assert!(stage.screen().contains("Eén regel uit uw inventaris"), "{}", stage.screen());
    stage.press("<F5>");
    insta::assert_snapshot!(stage.screen());
    stage.press("<Enter>");
    assert_eq!(kept_entry(&stage), Some(entry));
}

#[test]
fn many_entries_and_five_hundred_actions_are_drawn_at_once() {
    let many = Overview {
        processings: (0..10_000)
            .map(|number| Processing {
                id: Id::new(format!("v{number}")),
                name: format!("Verwerking {number}"),
                ..Processing::default()
            })
            .map(Arc::new)
            .collect(),
        actions: (0..500)
            .map(|number| duty(1 + i8::try_from(number % 28).unwrap(), "Publiek", Progress::Open))
            .collect(),
        ..busy()
    };
    let mut stage = at(many.clone(), "Verwerkingsregister", (80, 24));
    stage.press(&"<Down>".repeat(250));
    assert!(stage.screen().contains("Verwerking 250"), "{}", stage.screen());
    let mut stage = at(many, "Acties", (80, 24));
    stage.press(&"<Down>".repeat(600));
    assert!(stage.screen().contains("Doe dit werk"), "{}", stage.screen());
}
