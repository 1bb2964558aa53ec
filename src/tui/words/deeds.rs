//! Every action in a word or two, and in a sentence.

use crate::tui::keys::Action;

/// In a word or two, for the footer.
pub(super) fn word(action: Action) -> &'static str {
    match action {
        Action::Yes => "ja",
        Action::No => "nee",
        Action::Unknown => "weet ik niet",
        Action::RestNo => "de rest nee",
        Action::Toggle => "aan/uit",
        Action::Choose => "kies",
        Action::Clear => "wis",
        Action::Up => "omhoog",
        Action::Down => "omlaag",
        Action::Next => "verder",
        Action::Previous => "vorige",
        Action::NextField => "volgend veld",
        Action::PreviousField => "vorig veld",
        Action::MoreText => "meer uitleg",
        Action::LessText => "uitleg terug",
        Action::Note => "opmerking",
        Action::Dissent => "oneens",
        Action::ThrowAway => "gooi weg",
        Action::End => "gestopt",
        Action::Example => "voorbeeld",
        Action::LeaveExample => "stop voorbeeld",
        Action::TakeFirst => "houd 1",
        Action::TakeSecond | Action::RowFirst | Action::RowSecond | Action::TakeBoth => row(action),
        Action::Editor => "tekstprogramma",
        Action::TakeOver => "neem over",
        Action::TakeAllOver => "neem alles over",
        Action::Confirm => "bevestig",
        Action::ConfirmAll => "bevestig alles",
        Action::Reopen => "doe opnieuw",
        Action::Term => "volgende keer",
        Action::Newer => "nieuwe versie",
        Action::Linked => "verbonden toetsen",
        Action::Sections => "ga naar",
        Action::Motivate => "motivering",
        Action::People => "deelnemers",
        Action::Preview => "bekijk",
        Action::Add => "nieuw",
        Action::AddDuty => "actie",
        Action::Done => "klaar",
        Action::Filter => "kies uit",
        Action::Seek => "zoek tekst",
        Action::Sort => "sorteer",
        Action::Export => "uitvoer",
        Action::Change => "wijzig",
        Action::Sign => "onderteken",
        Action::Outcome => "uitkomst",
        Action::Stamp => "tijdstempel",
        Action::Folder => "open map",
        Action::Undo => "ongedaan",
        Action::Redo => "opnieuw",
        Action::Number => "ga naar nummer",
        Action::Side => "andere kant",
        Action::ToHome => "naar overzicht",
        Action::ToDuties => "acties",
        Action::ToRegister => "register",
        Action::ToAssessments => "toetsen",
        Action::ToRecords => "verslagen",
        Action::Drop => "vervalt",
        Action::Palette => "zoek",
        Action::Help => "hulp",
        Action::Manual => "handleiding",
        Action::Glossary => "begrippen",
        Action::Settings => "weergave",
        Action::Copy => "kopieer bron",
        Action::Back => "terug",
        Action::Workshop => "werksessie",
        Action::Explain => "toelichting",
        Action::Vote
        | Action::VoteAgain
        | Action::Abstain
        | Action::Park
        | Action::Decide
        | Action::Clock
        | Action::Minutes
        | Action::Closing => in_group(action),
        Action::Quit => "stop",
    }
}

/// What can be done in a group, in a word.
fn in_group(action: Action) -> &'static str {
    match action {
        Action::Vote => "stem",
        Action::VoteAgain => "stem opnieuw",
        Action::Abstain => "geen stem",
        Action::Park => "parkeer",
        Action::Decide => "besluit",
        Action::Clock => "klok",
        Action::Minutes => "minuten",
        _ => "slot",
    }
}

/// In a word or two, what can be done with two copies of a file.
fn row(action: Action) -> &'static str {
    match action {
        Action::RowFirst => "regel: 1",
        Action::RowSecond => "regel: 2",
        Action::TakeBoth => "houd beide",
        _ => "houd 2",
    }
}

/// In a sentence, for the help.
pub(super) fn sentence(action: Action) -> &'static str {
    match action {
        Action::Yes => "Antwoord ja.",
        Action::No => "Antwoord nee.",
        Action::Unknown => "Antwoord: weet ik niet. Dat is ook een antwoord.",
        Action::RestNo => "Antwoord nee op alle rijen die nog open staan.",
        Action::Toggle => "Zet de keuze aan of uit.",
        Action::Choose => "Kies wat is aangewezen, of ga verder.",
        Action::Clear => "Wis het antwoord. De vraag staat dan weer open.",
        Action::Up => "Een rij omhoog.",
        Action::Down => "Een rij omlaag.",
        Action::Next => "Naar de volgende vraag.",
        Action::Previous => "Naar de vorige vraag.",
        Action::NextField => "Naar het volgende veld.",
        Action::PreviousField => "Naar het vorige veld.",
        Action::MoreText => "De uitleg verder lezen.",
        Action::LessText => "De uitleg terug.",
        Action::Note => "Schrijf een opmerking bij deze vraag, voor het verslag.",
        Action::Editor => "Schrijf deze tekst in uw eigen tekstprogramma ($EDITOR).",
        Action::Example => "Bekijk een voorbeeld: een rondleiding door een verzonnen museum.",
        Action::LeaveExample => "Stop met het voorbeeld, en ga naar uw eigen gegevens.",
        Action::Dissent => "Leg vast wie het niet eens is met dit antwoord.",
        Action::TakeSecond | Action::RowFirst | Action::RowSecond | Action::TakeBoth => two(action),
        Action::ThrowAway | Action::End | Action::TakeFirst => kept(action),
        Action::TakeOver => "Neem het eerdere antwoord op deze vraag over.",
        Action::TakeAllOver => "Neem bij alle open rijen het eerdere antwoord over.",
        Action::Confirm | Action::ConfirmAll | Action::Term => again(action),
        Action::Reopen => "Doe de toets opnieuw. De ondertekende blijft zoals die is.",
        Action::Newer => "Lees wat een nieuwere vragenlijst anders maakt, en kies.",
        Action::Linked => "Bekijk of begin de toetsen die hierbij horen.",
        Action::Sections => {
            "Spring naar een ander onderdeel, of naar een vraag: typ het nummer en Enter."
        }
        Action::Motivate => "Schrijf waarom deze uitkomst klopt.",
        Action::People => "Schrijf op wie er meededen.",
        Action::Preview => "Lees het verslag voordat u ondertekent.",
        Action::Add => "Voeg er een toe.",
        Action::AddDuty => "Schrijf een actie op die bij deze vraag hoort.",
        Action::Done => "Zet de actie op klaar, met bewijs.",
        Action::Seek => "Laat alleen zien waar een tekst in staat.",
        Action::Sort => "Zet de lijst in een andere volgorde.",
        Action::Export => {
            "Schrijf de lijst voor een rekenblad (csv) en als tekst (Markdown), in de map uitvoer."
        }
        Action::Change => "Wijzig wat hier staat.",
        Action::Filter => "Laat een deel van de lijst zien, of weer alles.",
        Action::Sign => "Maak het verslag en onderteken het.",
        Action::Outcome => "Bekijk de uitkomst tot nu toe.",
        Action::Stamp => {
            "Laat een dienst buiten uw instelling bewijzen op welk moment dit verslag bestond."
        }
        Action::Folder => "Open de map waar het bestand staat.",
        Action::Undo => "Maak de laatste wijziging ongedaan.",
        Action::Redo => "Doe de wijziging opnieuw.",
        Action::Number => "Ga naar een rij: g, dan het nummer, dan Enter.",
        Action::Side => "Naar de andere kant van het scherm.",
        Action::ToHome => "Naar het overzicht.",
        Action::ToDuties => "Naar de acties.",
        Action::ToRegister => "Naar het verwerkingsregister.",
        Action::ToAssessments | Action::ToRecords => list(action),
        Action::Drop => "Zet de actie op vervallen, met de reden.",
        Action::Palette => "Zoek een vraag, een toets of iets dat u kunt doen.",
        Action::Help => "Toon of sluit deze hulp.",
        Action::Glossary => "Lees wat de woorden op dit scherm betekenen.",
        Action::Manual => "Lees hoe het programma werkt.",
        Action::Settings => "Kies kleuren, grootte en muis.",
        Action::Copy => "Kopieer de bronnen van deze vraag naar het klembord.",
        Action::Back => "Een stap terug. Er gaat niets verloren.",
        Action::Workshop => "Doe deze toets samen: een werksessie rond een groot scherm.",
        Action::Vote | Action::VoteAgain | Action::Abstain => vote(action),
        Action::Explain => "Open of sluit de toelichting bij de vraag.",
        Action::Park => "Zet iets op de parkeerplaats, om later te bespreken.",
        Action::Decide => "Schrijf een besluit op.",
        Action::Clock => "Zet de klok stil, of laat hem weer lopen.",
        Action::Minutes => "Kies hoeveel minuten dit deel mag duren.",
        Action::Closing => "Lees terug wat er is besloten.",
        Action::Quit => "Stop. Alles is bewaard.",
    }
}

/// What can be done with two copies of a file.
fn two(action: Action) -> &'static str {
    match action {
        Action::RowFirst => "Houd van deze regel wat in gebruik is.",
        Action::RowSecond => "Houd van deze regel wat het tweede exemplaar zegt.",
        Action::TakeBoth => "Houd beide, als twee dingen.",
        _ => "Houd alles van het tweede exemplaar.",
    }
}

/// What can be done with what is kept already: an entry of a register, a proposal for one, the copy that is in use.
fn kept(action: Action) -> &'static str {
    match action {
        Action::TakeFirst => "Houd alles van het exemplaar dat in gebruik is.",
        Action::End => "Vul in dat u dit niet meer doet: sinds wanneer, en waarom.",
        _ => "Gooi dit weg. Het gaat naar een map apart, en u kunt het terughalen.",
    }
}

/// What can be done when a toets is looked at again.
fn again(action: Action) -> &'static str {
    match action {
        Action::Confirm => "Het antwoord van vorige keer klopt nog: bevestig het ongewijzigd.",
        Action::ConfirmAll => "Bevestig bij alle open rijen het antwoord van vorige keer.",
        _ => "Kies wanneer u deze toets opnieuw bekijkt, en lees waarom.",
    }
}

/// What can be done while a group votes.
fn vote(action: Action) -> &'static str {
    match action {
        Action::VoteAgain => "Laat iedereen nog een keer stemmen.",
        Action::Abstain => "Geen stem: deze persoon onthoudt zich.",
        _ => "Laat iedereen stemmen over deze vraag.",
    }
}

/// Where one can go from anywhere on the overview.
fn list(action: Action) -> &'static str {
    match action {
        Action::ToRecords => "Naar alle verslagen.",
        _ => "Naar alle toetsen.",
    }
}
