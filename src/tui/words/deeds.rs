//! Every action in a word or two, and in a sentence.

use crate::tui::keys::Action;

/// Each action, in a word or two for the footer, and in a sentence for the help.
const DEEDS: &[(Action, &str, &str)] = &[
    (Action::Yes, "ja", "Antwoord ja."),
    (Action::No, "nee", "Antwoord nee."),
    (Action::Unknown, "weet ik niet", "Antwoord: weet ik niet. Dat is ook een antwoord."),
    (Action::RestNo, "de rest nee", "Antwoord nee op alle rijen die nog open staan."),
    (Action::Clear, "wis", "Wis het antwoord. De vraag staat dan weer open."),
    (Action::TakeOff, "haal weg", "Haal deze rij uit de lijst."),
    (Action::Choose, "kies", "Kies wat is aangewezen, of ga verder."),
    (Action::GoOn, "verder", "Ga verder."),
    (Action::Toggle, "aan/uit", "Zet de keuze aan of uit."),
    (Action::Note, "opmerking", "Schrijf een opmerking bij deze vraag, voor het verslag."),
    (Action::Dissent, "oneens", "Leg vast wie het niet eens is met dit antwoord."),
    (Action::Next, "verder", "Naar de volgende vraag."),
    (Action::Previous, "vorige", "Naar de vorige vraag."),
    (Action::Up, "omhoog", "Een rij omhoog."),
    (Action::Down, "omlaag", "Een rij omlaag."),
    (Action::NextField, "volgend veld", "Naar het volgende veld."),
    (Action::PreviousField, "vorig veld", "Naar het vorige veld."),
    (Action::Finish, "klaar", "Klaar: de velden zijn ingevuld."),
    (Action::MoreText, "lees verder", "Lees de tekst verder."),
    (Action::LessText, "lees terug", "Lees de tekst terug."),
    (
        Action::ThrowAway,
        "gooi weg",
        "Gooi dit weg. Het gaat naar een map apart, en u kunt het terughalen.",
    ),
    (Action::End, "gestopt", "Vul in dat u dit niet meer doet: sinds wanneer, en waarom."),
    (Action::TakeFirst, "houd 1", "Houd alles van het exemplaar dat in gebruik is."),
    (Action::TakeSecond, "houd 2", "Houd alles van het tweede exemplaar."),
    (Action::RowFirst, "regel: 1", "Houd van deze regel wat in gebruik is."),
    (Action::RowSecond, "regel: 2", "Houd van deze regel wat het tweede exemplaar zegt."),
    (Action::TakeBoth, "houd beide", "Houd beide, als twee dingen."),
    (Action::TakeOver, "neem over", "Neem het eerdere antwoord op deze vraag over."),
    (Action::TakeAllOver, "neem alles over", "Neem bij alle open rijen het eerdere antwoord over."),
    (
        Action::Confirm,
        "bevestig",
        "Het antwoord van vorige keer klopt nog: bevestig het ongewijzigd.",
    ),
    (
        Action::ConfirmAll,
        "bevestig alles",
        "Bevestig bij alle open rijen het antwoord van vorige keer.",
    ),
    (Action::Term, "volgende keer", "Kies wanneer u deze toets opnieuw bekijkt, en lees waarom."),
    (Action::Reopen, "doe opnieuw", "Doe de toets opnieuw. De ondertekende blijft zoals die is."),
    (Action::Newer, "nieuwe versie", "Lees wat een nieuwere vragenlijst anders maakt, en kies."),
    (Action::Linked, "verbonden toetsen", "Bekijk of begin de toetsen die hierbij horen."),
    (
        Action::Sections,
        "ga naar",
        "Spring naar een ander onderdeel, of naar een vraag: typ het nummer en Enter.",
    ),
    (Action::Outcome, "uitkomst", "Bekijk de uitkomst tot nu toe."),
    (Action::Motivate, "motivering", "Schrijf waarom deze uitkomst klopt."),
    (Action::People, "deelnemers", "Schrijf op wie er meededen."),
    (Action::Preview, "bekijk", "Lees het verslag voordat u ondertekent."),
    (Action::Add, "nieuw", "Voeg er een toe."),
    (Action::AddDuty, "actie", "Schrijf een actie op die bij deze vraag hoort."),
    (Action::Done, "klaar", "Zet de actie op klaar, met bewijs."),
    (Action::Filter, "kies uit", "Laat een deel van de lijst zien, of weer alles."),
    (Action::Workshop, "werksessie", "Doe deze toets samen: een werksessie rond een groot scherm."),
    (Action::Vote, "stem", "Laat iedereen stemmen over deze vraag."),
    (Action::Abstain, "geen stem", "Geen stem: deze persoon onthoudt zich."),
    (Action::VoteAgain, "stem opnieuw", "Laat iedereen nog een keer stemmen."),
    (Action::Explain, "uitleg", "Open of sluit de toelichting bij de vraag."),
    (Action::Park, "parkeer", "Zet iets op de parkeerplaats, om later te bespreken."),
    (Action::Decide, "besluit", "Schrijf een besluit op."),
    (Action::Clock, "klok", "Zet de klok stil, of laat hem weer lopen."),
    (Action::Minutes, "minuten", "Kies hoeveel minuten dit deel mag duren."),
    (Action::Closing, "slot", "Lees terug wat er is besloten."),
    (Action::Seek, "zoek tekst", "Laat alleen zien waar een tekst in staat."),
    (Action::Editor, "tekstprogramma", "Schrijf deze tekst in uw eigen tekstprogramma ($EDITOR)."),
    (Action::Sort, "sorteer", "Zet de lijst in een andere volgorde."),
    (
        Action::Export,
        "uitvoer",
        "Schrijf de lijst voor een rekenblad (csv) en als tekst (Markdown), in de map uitvoer.",
    ),
    (Action::Change, "wijzig", "Wijzig wat hier staat."),
    (Action::Sign, "onderteken", "Maak het verslag en onderteken het."),
    (
        Action::Stamp,
        "tijdstempel",
        "Laat een dienst buiten uw instelling bewijzen op welk moment dit verslag bestond.",
    ),
    (Action::Folder, "open map", "Open de map waar het bestand staat."),
    (Action::Undo, "ongedaan", "Maak de laatste wijziging ongedaan."),
    (Action::Redo, "opnieuw", "Doe de wijziging opnieuw."),
    (Action::Number, "ga naar nummer", "Ga naar een rij: g, dan het nummer, dan Enter."),
    (Action::Side, "andere kant", "Naar de andere kant van het scherm."),
    (Action::ToHome, "naar overzicht", "Naar het overzicht."),
    (Action::ToDuties, "acties", "Naar de acties."),
    (Action::ToRegister, "register", "Naar het verwerkingsregister."),
    (Action::ToAssessments, "toetsen", "Naar alle toetsen."),
    (Action::ToRecords, "verslagen", "Naar alle verslagen."),
    (Action::Drop, "vervalt", "Zet de actie op vervallen, met de reden."),
    (Action::Palette, "zoek", "Zoek een vraag, een toets of iets dat u kunt doen."),
    (Action::Help, "hulp", "Toon of sluit deze hulp."),
    (Action::Manual, "handleiding", "Lees hoe het programma werkt."),
    (Action::Glossary, "begrippen", "Lees wat de woorden op dit scherm betekenen."),
    (Action::Settings, "weergave", "Kies kleuren, grootte en muis."),
    (
        Action::Example,
        "voorbeeld",
        "Bekijk een voorbeeld: een rondleiding door een verzonnen museum.",
    ),
    (
        Action::LeaveExample,
        "stop voorbeeld",
        "Stop met het voorbeeld, en ga naar uw eigen gegevens.",
    ),
    (Action::Copy, "kopieer bron", "Kopieer de bronnen van deze vraag naar het klembord."),
    (Action::Back, "terug", "Een stap terug. Er gaat niets verloren."),
    (Action::Quit, "stop", "Stop. Alles is bewaard."),
];

/// In a word or two, for the footer.
pub(super) fn word(action: Action) -> &'static str {
    said(action).map_or("", |(_, word, _)| word)
}

/// In a sentence, for the help.
pub(super) fn sentence(action: Action) -> &'static str {
    said(action).map_or("", |(.., sentence)| sentence)
}

fn said(action: Action) -> Option<&'static (Action, &'static str, &'static str)> {
    DEEDS.iter().find(|(deed, ..)| *deed == action)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keys::BINDINGS;

    #[test]
    fn everything_that_a_key_does_is_told_once_in_a_word_and_in_a_sentence() {
        for binding in BINDINGS {
            let told = DEEDS.iter().filter(|(deed, ..)| *deed == binding.action).count();
            assert_eq!(told, 1, "{:?}", binding.action);
        }
        assert!(
            DEEDS.iter().all(|(_, word, sentence)| !word.is_empty() && sentence.ends_with('.'))
        );
    }
}
