//! The screen of keys and signers, by keys: what is shown, what is wished.

use crate::stage::{Stage, genuine, now, overview, session};
use std::path::PathBuf;
use verantwoord::{
    model::{About, Answer, Answers, Id},
    session::{
        Edit, Effect, Failure, KeyLine, NewSigner, OpenField, Overview, Reply, Report, SignerLine,
    },
};

const VERA: &str =
    "05b6 bc04 a90b 615c 6be1 88ca faf0 e036 e7f7 082e a331 9990 48d2 3b75 d531 88a7";
const DIRK: &str =
    "9c41 77aa 02fe 1b5d 8810 4e6f 90b3 5c27 aa18 0d94 6e2f 7b31 c0de 5519 28af 6d04";

fn dirk() -> SignerLine {
    SignerLine {
        name: "Dirk Dijk".into(),
        role: "directeur".into(),
        organisation: "Museum De Linde".into(),
        fingerprint: DIRK.into(),
        until: Some("2036-11-23".parse().unwrap()),
        since: Some(now()),
        file: PathBuf::from("/home/vera/dirk.pem"),
        lost: false,
    }
}

fn known() -> Overview {
    let vera = KeyLine {
        name: "Vera Vos".into(),
        role: "coördinator".into(),
        organisation: "Museum De Linde".into(),
        fingerprint: VERA.into(),
        from: Some("2026-11-23".parse().unwrap()),
        until: Some("2036-11-23".parse().unwrap()),
        kind: "P-256".into(),
        path: PathBuf::from("/home/vera/verantwoord-gegevens/sleutels/vera-vos.key"),
    };
    Overview { keys: vec![vera], signers: vec![dirk()], ..overview() }
}

/// The screen, by way of what is found by typing a part of its name.
fn stage(height: u16) -> Stage {
    let mut stage = Stage::set(known(), 80, height);
    stage.press("<Ctrl+P>sleutels en<Enter>");
    // What was wished on the way here is not looked at.
    assert!(stage.effects.try_iter().all(|effect| matches!(effect, Effect::Look)));
    stage
}

fn wish(stage: &Stage) -> Option<Effect> {
    stage.effects.try_iter().last()
}

#[test]
fn keys_and_signers_stand_in_one_list_with_their_fingerprints() {
    let mut stage = stage(24);
    insta::assert_snapshot!(stage.screen());
    stage.press("<Enter>");
    let Some(Effect::ExportKey(export)) = wish(&stage) else { panic!("not wished") };
    assert!(export.key.ends_with("vera-vos.key") && export.passphrase.is_none());
    stage.take(Reply::KeyExported("/home/vera/uitvoer/vera-vos.pem".into()));
    assert!(stage.screen().contains("uitvoer/vera-vos.pem"), "{}", stage.screen());
}

#[test]
fn nobody_is_added_before_the_fingerprint_was_compared() {
    let mut stage = stage(24);
    stage.press("<Down><Down><Down><Down><Enter>/home/vera/karel.pem<Enter>");
    assert!(matches!(wish(&stage), Some(Effect::ReadSigner(file)) if file.ends_with("karel.pem")));
    let line = SignerLine { since: None, file: "/home/vera/karel.pem".into(), ..dirk() };
    stage.take(Reply::SignerRead(line.clone()));
    insta::assert_snapshot!(stage.screen());
    // One key too many adds nobody.
    stage.press("<Enter>");
    assert!(wish(&stage).is_none(), "the first row is: not");
    stage.press("<Enter>/home/vera/karel.pem<Enter>");
    stage.take(Reply::SignerRead(line));
    stage.press("<Down><Enter>");
    let added = NewSigner { file: "/home/vera/karel.pem".into(), fingerprint: DIRK.into() };
    assert!(matches!(wish(&stage), Some(Effect::AddSigner(signer)) if signer == added));
}

#[test]
fn someone_is_taken_from_the_list_only_after_a_yes() {
    let mut stage = stage(24);
    stage.press("<Down><Down><Down><Enter>");
    insta::assert_snapshot!(stage.screen());
    stage.press("<Enter>");
    assert!(wish(&stage).is_none());
    stage.press("<Enter><Down><Enter>");
    assert!(matches!(wish(&stage), Some(Effect::RemoveSigner(digits)) if digits == DIRK));
}

#[test]
fn a_key_is_taken_over_under_a_passphrase_of_ones_own() {
    let mut stage = stage(24);
    stage
        .press("<Down><Down><Enter>/tmp/oud.p12<Enter>geheim<Enter>kaars molen<Enter>kaars<Enter>");
    assert!(wish(&stage).is_none(), "the two are not alike");
    stage.press("geheim<Enter>kaars molen<Enter>kaars molen<Enter>");
    let Some(Effect::ImportKey(import)) = wish(&stage) else { panic!("not wished") };
    assert_eq!(
        (import.passphrase.0.as_str(), import.renewed.0.as_str()),
        ("geheim", "kaars molen")
    );
    let message = "De wachtzin past niet bij deze sleutel.".to_owned();
    stage.take(Reply::Failed(Failure { message, unkept: None, passphrase: true }));
    assert!(stage.screen().contains("/tmp/oud.p12"), "the file stands there still");
}

#[test]
fn a_new_key_is_proposed_a_passphrase_and_says_how_good_the_typed_one_is() {
    let mut stage = stage(24);
    stage.press("<Down><Enter>");
    assert!(matches!(wish(&stage), Some(Effect::Propose)));
    let proposed = "kaars-molen-tapijt-zebra-anker".to_owned();
    stage.take(Reply::Proposed(verantwoord::session::Secret(proposed.into())));
    insta::assert_snapshot!(stage.screen());
    stage.press("Vera<Enter>coördinator<Enter>welkom123456");
    assert!(stage.screen().contains("Te makkelijk te raden."), "{}", stage.screen());
    stage.press("<Enter>welkom123456<Enter>");
    assert!(wish(&stage).is_none(), "it is not taken");
    stage.press(" molen tapijt zebra");
    assert!(
        stage.screen().contains("niet te raden") || stage.screen().contains("moeilijk te raden")
    );
}

/// A finished assessment, at the place where one chooses who signs.
fn signing() -> Stage {
    let mut answers = Answers::default();
    answers.put(Id::from("personal_data"), Some(Answer::one("no")));
    let mut stage = Stage::set(known(), 80, 24);
    let mut made = session("pre-dpia", About::Organisation, answers);
    made.apply(Edit::Motivation("Wij tellen alleen bezoekers.".to_owned()));
    stage.take(Reply::Opened(Box::new(made)));
    stage.press("<F2><F10>");
    stage
}

#[test]
fn as_what_one_signs_and_why_stand_there_and_can_be_changed() {
    let mut stage = signing();
    stage.press("<Enter>");
    insta::assert_snapshot!(stage.screen());
    let usual = stage.press("kaars<Enter>");
    let Some(Effect::Sign(order)) = wish(usual) else { panic!("not wished") };
    assert_eq!(order.capacity.role, "coördinator");
    assert_eq!(order.capacity.reason, "Opgesteld naar beste weten");
    assert_eq!(order.passphrase.0.as_str(), "kaars");

    // From the passphrase, Tab goes round to the first field; Enter there only goes on.
    let mut stage = signing();
    stage.press("<Enter><Tab> en opsteller<Enter>, na overleg");
    assert!(wish(&stage).is_none_or(|effect| !matches!(effect, Effect::Sign(_))));
    stage.press("<Enter>kaars<Enter>");
    let Some(Effect::Sign(order)) = wish(&stage) else { panic!("not wished") };
    assert_eq!(order.capacity.role, "coördinator en opsteller");
    assert_eq!(order.capacity.reason, "Opgesteld naar beste weten, na overleg");
}

#[test]
fn the_role_of_a_place_on_a_record_stands_fast() {
    let mut stage = Stage::set(known(), 80, 24);
    let open = |number: usize, name: &str, role: &str| OpenField {
        field: format!("Signature{number}"),
        name: name.into(),
        role: role.into(),
    };
    let open_fields = vec![open(2, "Dirk Dijk", "Bestuurder"), open(3, "Vera Vos", "FG")];
    let report = Report { open_fields, ..genuine() };
    stage.press("<Ctrl+P>controleer een<Enter>/home/vera/verslag.pdf<Enter>");
    stage.take(Reply::Checked(Box::new(report)));
    stage.press("<F10>");
    // Vera has a key here, so her place is the one that is proposed.
    insta::assert_snapshot!("the_places_of_a_record", stage.screen());
    stage.press("<Down><Down><Enter>");
    insta::assert_snapshot!("the_role_of_a_place", stage.screen());
    stage.press("<Tab>koning<Tab><Tab>kaars<Enter>");
    let Some(Effect::Countersign(order)) = wish(&stage) else { panic!("not wished") };
    assert_eq!((order.field.as_str(), order.capacity.role.as_str()), ("Signature3", "FG"));
    assert_eq!(order.capacity.reason, "Gezien; advies gegeven");
}

#[test]
fn what_speaks_against_an_rsa_key_is_told_before_it_is_taken_over() {
    let mut stage = stage(24);
    let typed = "<Down><Down><Enter>/tmp/rsa.p12<Enter>geheim<Enter>kaars molen<Enter>kaars molen";
    stage.press(typed).press("<Enter>");
    assert!(matches!(wish(&stage), Some(Effect::ImportKey(import)) if !import.rsa));
    stage.take(Reply::RsaKey);
    insta::assert_snapshot!(stage.screen());
    // One key too many takes nothing over.
    stage.press("<Enter>");
    assert!(wish(&stage).is_none());
    stage.press("<Enter>");
    stage.take(Reply::RsaKey);
    stage.press("<Down><Enter>");
    let wished: Vec<Effect> = stage.effects.try_iter().collect();
    let Some(Effect::ImportKey(import)) = wished.last() else { panic!("not wished: {wished:?}") };
    assert!(import.rsa && import.file.ends_with("rsa.p12"));
    assert_eq!(
        (import.passphrase.0.as_str(), import.renewed.0.as_str()),
        ("geheim", "kaars molen")
    );
}

#[test]
fn three_others_at_most_are_named_each_with_a_role() {
    let mut stage = signing();
    stage.press("<Down><Down><Enter>Dirk<Enter>Karel<Enter>Fatma<Enter>Piet<Enter>");
    assert!(stage.screen().contains("plaats voor vier handtekeningen"), "{}", stage.screen());
    insta::assert_snapshot!(stage.screen());
    stage.press("<Backspace><Backspace><Backspace><Backspace><Enter><Up><Up><Enter>kaars<Enter>");
    let Some(Effect::Sign(order)) = wish(&stage) else { panic!("not wished") };
    let others: Vec<_> = order.others.iter().map(|one| (&*one.name, &*one.role)).collect();
    assert_eq!(others, [("Dirk", "Bestuurder"), ("Karel", "Privacycoördinator"), ("Fatma", "FG")]);
}
