//! The registers by keys: throwing away, ending, dismissing what is proposed, and taking all that back and doing it again.

use crate::stage::{Stage, overview};
use std::{collections::BTreeMap, sync::Arc};
use verantwoord::{
    model::{Fed, Id, Processing},
    session::{Effect, Overview, Proposal, Reply},
};

fn wished(stage: &Stage) -> Vec<Effect> {
    stage.effects.try_iter().collect()
}

/// What the desk would show after these wishes about the register.
fn after(mut overview: Overview, wishes: &[Effect]) -> Overview {
    for wish in wishes {
        match wish {
            Effect::RemoveProcessing(id) => overview.processings.retain(|entry| entry.id != *id),
            Effect::KeepProcessing(entry) => {
                overview.processings.retain(|known| known.id != entry.id);
                overview.processings.push(Arc::new((**entry).clone()));
            }
            _ => {}
        }
    }
    overview
}

/// The keys pressed on the register, and the desk's answer to what was wished.
fn press(stage: &mut Stage, shown: Overview, keys: &str) -> (Vec<Effect>, Overview) {
    stage.press(keys);
    let wishes = wished(stage);
    let now = after(shown, &wishes);
    stage.take(Reply::Overview(now.clone().into()));
    (wishes, now)
}

#[test]
fn what_is_thrown_away_comes_back_with_u_and_goes_again_with_redo() {
    for undo in ["u", "<Ctrl+Z>"] {
        let mut stage = Stage::set(overview(), 80, 24);
        stage.press("r");
        wished(&stage);
        let (gone, now) = press(&mut stage, overview(), "<Del>");
        assert!(matches!(&gone[..], [Effect::RemoveProcessing(id)] if *id == *"ticketsysteem"));
        let screen = stage.screen();
        assert!(
            screen.contains("prullenbak") && !screen.contains("Nieuw ticketsysteem"),
            "{screen}"
        );
        let (back, now) = press(&mut stage, now, undo);
        let [Effect::KeepProcessing(entry)] = &back[..] else { panic!("{back:?}") };
        assert_eq!(**entry, *overview().processings[0]);
        assert!(stage.screen().contains("Nieuw ticketsysteem"));
        let (again, now) = press(&mut stage, now, "<Ctrl+Y>");
        assert!(matches!(&again[..], [Effect::RemoveProcessing(_)]), "{again:?}");
        let (back, now) = press(&mut stage, now, undo);
        assert!(matches!(&back[..], [Effect::KeepProcessing(_)]), "{back:?}");
        let (nothing, now) = press(&mut stage, now, undo);
        assert!(nothing.is_empty() && stage.screen().contains("Er is niets om ongedaan te maken."));
        press(&mut stage, now, "<Ctrl+Y>");
        let (nothing, _) = press(&mut stage, overview(), "<Ctrl+Y>");
        assert!(nothing.is_empty() && stage.screen().contains("niets om opnieuw te doen"));
    }
}

#[test]
fn an_entry_is_ended_with_a_day_and_a_reason_and_stays() {
    let mut stage = Stage::set(overview(), 120, 35);
    stage.press("r<Enter>e");
    let screen = stage.screen();
    assert!(
        screen.contains("Gestopt op") && screen.contains("De verwerking blijft staan"),
        "{screen}"
    );
    wished(&stage);
    let (wishes, now) = press(&mut stage, overview(), "1-11-2026<Tab>Vervangen<Esc>");
    let [Effect::KeepProcessing(entry)] = &wishes[..] else { panic!("{wishes:?}") };
    assert_eq!(entry.ended, Some(jiff::civil::date(2026, 11, 1)));
    assert_eq!(entry.ended_because, "Vervangen");
    stage.press("<Esc>");
    assert!(stage.screen().contains("gestopt 1-11-2026"), "{}", stage.screen());
    stage.press("f");
    let (back, _) = press(&mut stage, now, "u");
    assert!(matches!(&back[..], [Effect::KeepProcessing(entry)] if entry.ended.is_none()));
}

#[test]
fn a_proposal_is_dismissed_and_taken_back() {
    let row = Fed {
        questionnaire: Id::from("stappenplan-klantgegevens"),
        question: Id::from("inventaris"),
        row: BTreeMap::new(),
    };
    let entry =
        Processing { name: "Nieuwsbrief".into(), fed: Some(row.clone()), ..Processing::default() };
    let proposal = Proposal { entry, title: "Stappenplan".into(), cells: Vec::new() };
    let mut stage = Stage::set(Overview { proposals: vec![proposal], ..overview() }, 80, 24);
    stage.press("r<F5>");
    wished(&stage);
    stage.press("<Del>");
    let wishes = wished(&stage);
    let [Effect::Dismiss { row: given, dismissed: true }] = &wishes[..] else {
        panic!("{wishes:?}")
    };
    assert_eq!(**given, row);
    assert!(stage.screen().contains("Dit voorstel komt niet terug."), "{}", stage.screen());
    stage.press("u");
    let wishes = wished(&stage);
    assert!(matches!(&wishes[..], [Effect::Dismiss { dismissed: false, .. }]), "{wishes:?}");
}
