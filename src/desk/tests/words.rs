//! What went wrong, word for word.

use super::super::{
    DeskError,
    words::{broken, sentence, store, warning},
};
use crate::{
    format::parse_file,
    model::{Holder, Organisation, Who},
    signature::{KeyError, SignError},
    store::{Doing, StoreError, Warning},
};
use std::{
    io::{self, ErrorKind},
    path::PathBuf,
};

const FILE: &str = "/media/stick/verantwoord-gegevens/toetsen/x/toets.ron";

fn refused(doing: Doing, kind: ErrorKind) -> String {
    store(&StoreError::Io { doing, path: PathBuf::from(FILE), source: io::Error::from(kind) })
}

fn damaged(aside: Option<&str>) -> StoreError {
    let problems = parse_file::<Organisation>("(versie: 1").expect_err("damaged");
    StoreError::Damaged { path: PathBuf::from(FILE), aside: aside.map(PathBuf::from), problems }
}

#[test]
fn the_disk() {
    insta::assert_snapshot!(refused(Doing::Write, ErrorKind::StorageFull), @"De schijf is vol: /media/stick/verantwoord-gegevens/toetsen/x/toets.ron is niet bewaard. Maak ruimte vrij en probeer het nog eens. Sluit het programma niet: wat u invulde staat nog op het scherm.");
    insta::assert_snapshot!(refused(Doing::Write, ErrorKind::ReadOnlyFilesystem), @"De schijf is alleen-lezen: /media/stick/verantwoord-gegevens/toetsen/x/toets.ron is niet bewaard. Zet het schuifje op de stick om, of kies een andere map met --data.");
    insta::assert_snapshot!(refused(Doing::Write, ErrorKind::NotFound), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron is niet bewaard: de map is weg. Zit de USB-stick of netwerkschijf nog vast? Probeer het daarna nog eens.");
    insta::assert_snapshot!(refused(Doing::Create, ErrorKind::NotFound), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron kan niet worden gemaakt: de map erboven is er niet. Zit de USB-stick of netwerkschijf nog vast? Probeer het daarna nog eens.");
    insta::assert_snapshot!(refused(Doing::Create, ErrorKind::AlreadyExists), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron kan niet worden gemaakt: daar staat een bestand, geen map. Kies een andere map met --data.");
    insta::assert_snapshot!(refused(Doing::Read, ErrorKind::NotFound), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron is er niet meer. Zit de USB-stick of netwerkschijf nog vast? Probeer het daarna nog eens.");
    insta::assert_snapshot!(refused(Doing::Read, ErrorKind::FileTooLarge), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron is te groot. Zo'n bestand maakt dit programma niet.");
    insta::assert_snapshot!(refused(Doing::List, ErrorKind::TimedOut), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron kan niet worden gelezen (timed out). Controleer de schijf en probeer het nog eens.");
}

#[cfg(not(windows))]
#[test]
fn permission() {
    insta::assert_snapshot!(refused(Doing::Write, ErrorKind::PermissionDenied), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron mag niet worden bewaard. Vraag wie uw computer beheert om toegang, of kies een andere map met --data.");
}

#[test]
fn the_file() {
    insta::assert_snapshot!(store(&damaged(Some("/x/toets.ron.beschadigd-2026-11-22-120000"))), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron is beschadigd. Het bestand is opzijgezet als /x/toets.ron.beschadigd-2026-11-22-120000; er is niets weggegooid. De fout: regel 1, kolom 10: Hier hoort een komma. Zet een komma achter de waarde hiervoor.");
    insta::assert_snapshot!(store(&damaged(None)), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron is beschadigd en kan niet worden gelezen. De fout: regel 1, kolom 10: Hier hoort een komma. Zet een komma achter de waarde hiervoor.");
    insta::assert_snapshot!(store(&StoreError::Newer { path: PathBuf::from(FILE), version: 3 }), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron is gemaakt met een nieuwere versie van het programma (bestandsversie 3). Het blijft zoals het is. Gebruik het nieuwere programma.");
    insta::assert_snapshot!(store(&StoreError::Closed { path: PathBuf::from(FILE) }), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron is al ondertekend en verandert niet meer. Begin een nieuwe toets als er iets anders is geworden.");
}

#[test]
fn the_folder() {
    let folder = || PathBuf::from("/media/stick/verantwoord-gegevens");
    let who = Who { person: "vera".into(), machine: "laptop-vera".into() };
    let since = "2026-11-22T12:00:00+01:00".parse().expect("a moment");
    let holder = Holder { who, process: 42, since, seen: None };
    let in_use = StoreError::InUse { folder: folder(), holder: Some(Box::new(holder.clone())) };
    insta::assert_snapshot!(store(&in_use), @"De map /media/stick/verantwoord-gegevens is al open bij vera (laptop-vera), sinds 22 november 2026 om 12:00. Sluit het programma daar, of kies een andere map met --data.");
    insta::assert_snapshot!(store(&StoreError::InUse { folder: folder(), holder: None }), @"De map /media/stick/verantwoord-gegevens is al open. Sluit het programma daar, of kies een andere map met --data.");
    insta::assert_snapshot!(store(&StoreError::TakenOver { folder: folder(), holder: Box::new(holder) }), @"De map /media/stick/verantwoord-gegevens is overgenomen door vera (laptop-vera), sinds 22 november 2026 om 12:00. Wat u nu invult, wordt hier niet meer bewaard. Sluit dit venster, en open het programma opnieuw.");
    insta::assert_snapshot!(store(&StoreError::OnlyLooking { folder: folder() }), @"U kijkt alleen: een ander heeft de map /media/stick/verantwoord-gegevens open. Er is niets veranderd.");
    let source = || io::Error::from(ErrorKind::Unsupported);
    insta::assert_snapshot!(warning(&Warning::NoLock { folder: folder(), source: source() }), @"De schijf van /media/stick/verantwoord-gegevens kan een map niet voor één venster reserveren. Open het programma maar één keer tegelijk in deze map.");
    insta::assert_snapshot!(warning(&Warning::ReadOnly { folder: folder(), source: source() }), @"U kunt hier alleen lezen: in /media/stick/verantwoord-gegevens kan niets worden bewaard. Wilt u iets invullen? Kies dan een andere map met --data.");
}

#[test]
fn copies() {
    let copy = || PathBuf::from("/x/toets (kopie van 14.02).ron");
    insta::assert_snapshot!(warning(&Warning::Restored { error: damaged(None), copy: copy() }), @"/media/stick/verantwoord-gegevens/toetsen/x/toets.ron is beschadigd en kan niet worden gelezen. De toets is geopend uit de reservekopie /x/toets (kopie van 14.02).ron. Controleer uw laatste antwoorden.");
    insta::assert_snapshot!(warning(&Warning::Beside { path: PathBuf::from(FILE), copy: copy() }), @"Een ander programma heeft /media/stick/verantwoord-gegevens/toetsen/x/toets.ron veranderd. Dat bestand is niet overschreven. Uw antwoorden staan ernaast in /x/toets (kopie van 14.02).ron. Vergelijk de twee bestanden.");
    insta::assert_snapshot!(warning(&Warning::StillAside(PathBuf::from(FILE))), @"Van toets.ron is alleen nog het beschadigde bestand er: /media/stick/verantwoord-gegevens/toetsen/x/toets.ron. Herstel het en noem het weer toets.ron, of zet toets.ron terug uit een reservekopie. Hebt u het niet meer nodig? Haal het beschadigde bestand dan weg.");
}

#[test]
fn keys_and_records() {
    let said = |error: DeskError| sentence(&error);
    insta::assert_snapshot!(said(KeyError::WrongPassphrase.into()), @"De wachtzin past niet bij deze sleutel. Probeer het nog eens; let op hoofdletters.");
    insta::assert_snapshot!(said(KeyError::Subject("role").into()), @"De functie past niet in een sleutel. Gebruik 1 tot 64 gewone tekens.");
    insta::assert_snapshot!(said(SignError::Glyph('🎟').into()), @"Het teken '🎟' kan niet op een verslag staan. Maak een sleutel met een naam zonder dat teken.");
    insta::assert_snapshot!(said(SignError::Validity.into()), @"De sleutel is verlopen, of de klok van dit apparaat staat verkeerd. Zet de klok goed, of maak een nieuwe sleutel.");
    insta::assert_snapshot!(said(DeskError::Unfinished(3)), @"Er ontbreken nog 3 antwoorden of motiveringen. Vul die in; daarna kunt u ondertekenen.");
    insta::assert_snapshot!(said(DeskError::NotEmpty { folder: PathBuf::from("/data") }), @"In /data staan echte gegevens. Kies voor het voorbeeld een andere, lege map.");
    let record = PathBuf::from("/data/verslagen/a-v1.pdf");
    let problems = vec!["data_different".to_owned()];
    insta::assert_snapshot!(said(DeskError::Unsound { problems }), @"Het verslag is niet gemaakt: de controle na het ondertekenen keurt het af (data_different). De toets blijft open. Meld dit aan de makers van het programma.");
    insta::assert_snapshot!(said(DeskError::Unread { path: record.clone() }), @"Het verslag /data/verslagen/a-v1.pdf staat niet goed op de schijf. Gebruik het niet. De toets blijft open; controleer de schijf en onderteken opnieuw.");
    let source = StoreError::Io {
        doing: Doing::Write,
        path: PathBuf::from(FILE),
        source: io::Error::from(ErrorKind::StorageFull),
    };
    insta::assert_snapshot!(said(DeskError::Unclosed { record, source }), @"Het verslag staat in /data/verslagen/a-v1.pdf, maar de toets kon niet worden afgesloten. De schijf is vol: /media/stick/verantwoord-gegevens/toetsen/x/toets.ron is niet bewaard. Maak ruimte vrij en probeer het nog eens. Sluit het programma niet: wat u invulde staat nog op het scherm.");
}

#[test]
fn the_program() {
    insta::assert_snapshot!(broken(Some("index out of bounds")), @"Er ging iets mis in het programma zelf (index out of bounds). Wat al bewaard was, blijft bewaard. Probeer het nog eens.");
}
