//! Dutch.

use super::{
    Chapter, Choice, Definition, Sight, Stamping, Term, Word, Words, deeds, glossary, ledger,
    looks, manual, sights, stamp, standing,
};
use crate::{
    model::{Ground, Id, Kind, Moment},
    session::{DataStanding, StampReport, Standing},
    tui::keys::Action,
};

/// Plain Dutch: short sentences, `u`.
#[derive(Clone, Copy, Debug)]
pub struct Dutch;

impl Words for Dutch {
    fn action(&self, action: Action) -> &'static str {
        deeds::word(action)
    }

    fn explain(&self, action: Action) -> &'static str {
        deeds::sentence(action)
    }

    fn value(&self, value: &Id) -> Option<&'static str> {
        match value.as_str() {
            Id::YES => Some("Ja"),
            Id::NO => Some("Nee"),
            Id::UNKNOWN => Some("Weet ik niet"),
            _ => None,
        }
    }

    fn how_to_answer(&self, kind: &Kind) -> &'static str {
        match kind {
            Kind::YesNo => "Antwoord met j of n.",
            Kind::YesNoUnknown => "Antwoord met j, n of w (weet ik niet).",
            Kind::Choice(_) => "Kies met een cijfer, of met de pijlen en Enter.",
            Kind::Several(_) => {
                "Zet aan of uit met een cijfer of de spatiebalk. Enter gaat verder, ook als u niets kiest."
            }
            Kind::Text | Kind::LongText => "Typ uw antwoord. Met Tab gaat u verder.",
            Kind::Number { .. } => "Typ een getal. Met Enter of Tab gaat u verder.",
            Kind::Date => {
                "Typ een datum, bijvoorbeeld 22-11-2026. Of kies: ↑ en ↓ een dag, PgUp en PgDn een maand. Enter gaat verder."
            }
            Kind::Table(_) => "Druk op Enter om de tabel in te vullen.",
        }
    }

    #[expect(clippy::too_many_lines, reason = "one line a word: a table, not a function")]
    fn say(&self, word: Word) -> &'static str {
        match word {
            Word::Home => "Overzicht",
            Word::Manual => "Handleiding",
            Word::Glossary => "Begrippen",
            Word::TermsHere => "Op dit scherm",
            Word::TermsAll => "Alle andere begrippen",
            Word::Settings => "Weergave",
            Word::Welcome => "Welkom bij verantwoord",
            Word::WelcomeText => {
                "Met dit programma laat u zien dat uw instelling zorgvuldig met persoonsgegevens omgaat. U beantwoordt vragen in gewone taal. \
                 Het programma legt uit wat er moet gebeuren, en waarom. Aan het eind hebt u een ondertekend verslag."
            }
            Word::StaysHere => "Niets verlaat deze computer. Het programma gebruikt geen internet.",
            Word::FillIn => "Gegevens van uw instelling invullen",
            Word::SeeExample => "Eerst een voorbeeld bekijken (10 minuten)",
            Word::Later => "Later invullen",
            Word::Continue => "Verder waar u was",
            Word::Plans => "Stappenplannen",
            Word::Linked => "Verbonden toetsen",
            Word::LinkedHelp => {
                "Deze toetsen horen hierbij. Kies er een om verder te gaan of te beginnen. Met Esc komt u hier terug."
            }
            Word::NewOne => "Beginnen…",
            Word::RestsOnTests => "Deze stap rust op",
            Word::NotBegun => "nog niet begonnen",
            Word::ListDone => "Alle rijen zijn beantwoord. Met Enter gaat u verder.",
            Word::NewRow => "Nieuwe regel…",
            Word::TableHelp => {
                "Kies een regel om hem te veranderen. Met Del haalt u een regel weg. Met Esc bent u klaar."
            }
            Word::BeginProcessing => "Beginnen: over een verwerking",
            Word::BeginOrganisation => "Beginnen: over uw hele instelling",
            Word::Look => "Bekijken",
            Word::CheckRecord => "Controleer een verslag",
            Word::CheckOther => "Een ander bestand…",
            Word::Organisation => "Uw instelling",
            Word::Finished => "Ondertekend",
            Word::NotSettled => "nog niet te bepalen",
            Word::NewProcessing => "Nieuwe verwerking…",
            Word::ChooseProcessing => "Over welke verwerking gaat het?",
            Word::Name => "Naam",
            Word::Sector => "Soort instelling",
            Word::Departments => "Afdelingen",
            Word::Contact => "Contact over privacy",
            Word::Coordinator => "Privacycoördinator",
            Word::Dpo => "FG",
            Word::Staff => "Aantal medewerkers",
            Word::Purpose => "Doel",
            Word::Department => "Afdeling",
            Word::Description => "Omschrijving",
            Word::HintDepartments => "Met komma's ertussen: publiek, collectie, kantoor.",
            Word::NotYetKept => {
                "Dit is nog niet bewaard. Druk op Tab en Enter om te beginnen, of nog eens op Esc om het weg te doen."
            }
            Word::OneNumber => "Typ één getal, zoals 12. Esc laat het veld zoals het was.",
            Word::HintStaff => "Ook een schatting is goed.",
            Word::HintPurpose => {
                "Waarvoor gebruikt u de gegevens? Bijvoorbeeld: kaarten verkopen en bezoekers informeren."
            }
            Word::HintDescription => "Wat gebeurt er, in een of twee zinnen?",
            Word::HintName => "De naam zoals die op het verslag komt.",
            Word::HintSector => {
                "Bijvoorbeeld: museum, theater, bibliotheek, volksuniversiteit, archief."
            }
            Word::HintContact => "E-mailadres of telefoonnummer.",
            Word::HintCoordinator => "Wie let op privacy? Leeg laten mag.",
            Word::HintDpo => "De functionaris voor gegevensbescherming, als u die hebt.",
            Word::HintDepartment => "De afdeling die verantwoordelijk is.",
            Word::HintProcessing => "Hoe noemt u het zelf? Bijvoorbeeld: nieuw ticketsysteem.",
            Word::Explanation => "Toelichting",
            Word::Why => "Waarom deze vraag",
            Word::Examples => "Voorbeelden uit de praktijk",
            Word::CounterExamples => "Meestal niet",
            Word::Outdated => "Anders dan in oudere teksten",
            Word::Sources => "Bron",
            Word::Note => "Opmerking",
            Word::NoteHelp => {
                "Deze opmerking komt bij de vraag in het verslag te staan. Esc: klaar."
            }
            Word::VerdictSoFar => "Uitkomst tot nu toe",
            Word::Outcome => "Uitkomst",
            Word::Reasons => "Waarom",
            Word::AlreadyHolds => "Dit staat al vast",
            Word::AlsoCounts => "Dit telt ook mee",
            Word::RestsOn => "Berust op",
            Word::WouldChange => "Wat zou dit veranderen?",
            Word::NothingChanges => {
                "Geen enkel ander antwoord verandert op zichzelf deze uitkomst."
            }
            Word::MustBeDone => "Wat moet u nu doen?",
            Word::Motivation => "Motivering",
            Word::MotivationNeeded => "Deze uitkomst moet u motiveren. Druk op m.",
            Word::MotivationThere => "Uw motivering",
            Word::Missing => "Nog te doen voor het verslag",
            Word::Participants => "Deelnemers",
            Word::ParticipantsHelp => {
                "Schrijf op elke regel een naam, een komma en de functie. Esc: klaar."
            }
            Word::Sections => "Ga naar een onderdeel",
            Word::Sign => "Ondertekenen",
            Word::AlsoSign => "Tekent er later nog iemand mee?",
            Word::Director => "Bestuurder",
            Word::HintAlsoSign => {
                "De naam van wie later tekent. Leeg laten mag. Die naam komt op het verslag."
            }
            Word::ChooseField => "Welke handtekening zet u?",
            Word::CountersignHelp => {
                "U zet een handtekening onder een verslag dat al is ondertekend. De eerdere handtekeningen blijven geldig."
            }
            Word::ChooseKey => "Wie ondertekent?",
            Word::NewKey => "Nieuwe sleutel maken…",
            Word::Role => "Functie",
            Word::HintRole => "Bijvoorbeeld: privacycoördinator, directeur, hoofd publiek.",
            Word::Passphrase => "Wachtzin",
            Word::PassphraseAgain => "Nog een keer",
            Word::HintPassphrase => {
                "Een zin van minstens 12 tekens die u onthoudt. Niemand kan hem voor u terughalen."
            }
            Word::HintAgain => "Typ dezelfde wachtzin nog een keer. Zo valt een typefout op.",
            Word::PassphrasesDiffer => "De twee wachtzinnen zijn niet gelijk. Typ ze nog een keer.",
            Word::MakingKey => "De sleutel wordt gemaakt…",
            Word::Signing => "Het verslag wordt gemaakt en ondertekend…",
            Word::Signed => "Het verslag is ondertekend",
            Word::SignedHelp => {
                "Iedereen kan dit verslag controleren, ook over jaren: met dit programma of met een gewone pdf-lezer."
            }
            Word::Locked => "Deze toets is ondertekend en verandert niet meer.",
            Word::Report => "Controle",
            Word::File => "Bestand",
            Word::HintFile => {
                "Het volledige pad van het pdf-bestand. U kunt het bestand ook in dit venster slepen."
            }
            Word::Composing => "De pagina’s worden gemaakt…",
            Word::Checking => "Het verslag wordt gecontroleerd…",
            Word::Preview => "Voorbeeld van het verslag",
            Word::Switches => "Regels met een ingangsdatum",
            Word::PendingLaw => "Wetgeving die eraan komt",
            Word::Goal => "Doel van deze stap",
            Word::Result => "Resultaat",
            Word::NotApplicable => "niet van toepassing",
            Word::HelpHome => {
                "Dit is het overzicht. Bovenaan staat waar u mee bezig was. Kies met de pijlen en druk op Enter."
            }
            Word::HelpForm => {
                "Vul de velden in. Leeg laten mag. Met Esc of na het laatste veld wordt alles bewaard."
            }
            Word::HelpInterview => {
                "Beantwoord de vraag met de toetsen die onderaan staan. Elk antwoord wordt meteen bewaard. \
                 U kunt altijd terug, overslaan of stoppen, en later verdergaan waar u was."
            }
            Word::HelpChecklist => {
                "Beantwoord elke rij met j, n of w, of met een cijfer. De uitleg hoort bij de rij die is aangewezen. \
                 Met r antwoordt u nee op alle rijen die nog open staan. Een * betekent dat er een opmerking bij staat."
            }
            Word::HelpOutcome => {
                "Hier staat de uitkomst, met alle redenen en bronnen. Is de uitkomst zeker en alles ingevuld? Dan kunt u ondertekenen."
            }
            Word::HelpText => {
                "Typ uw tekst. Enter begint een nieuwe regel. Met Esc bent u klaar; de tekst wordt bewaard."
            }
            Word::HelpList => "Kies met de pijlen en druk op Enter.",
            Word::HelpReport => {
                "Hier staat of het verslag echt is, wie het ondertekende en wanneer."
            }
            Word::HelpFind => "Typ een paar letters van wat u zoekt. Kies met de pijlen en Enter.",
            Word::Find => "Zoek",
            Word::NothingFound => "Niets gevonden. Typ minder letters, of een ander woord.",
            Word::AnotherAnswer => "Dat antwoord kan hier niet.",
            Word::TooMuchText => "De tekst is te lang. Wat niet paste, is weggelaten.",
            Word::FollowUp => "Ga hierna verder met",
            Word::Kept => "Bijhouden",
            Word::AccountHelp => {
                "Alles op één pagina, voor het bestuur: stappenplannen, register, toetsen, acties en verslagen. U kunt het ondertekenen."
            }
            Word::Nowhere => "Hier is niets te kiezen.",
        }
    }

    fn earlier(&self, answer: &str, title: &str, date: jiff::civil::Date) -> String {
        format!("Eerder antwoord: {answer} ({title}, {}). Klopt dat nog?", Moment::words(date))
    }

    fn law_coming(&self, laws: usize) -> String {
        sights::law_coming(laws)
    }

    fn rows(&self, count: usize) -> String {
        match count {
            0 => "nog geen regels".to_owned(),
            1 => "1 regel".to_owned(),
            count => format!("{count} regels"),
        }
    }

    fn too_small(&self) -> &'static str {
        "Maak het venster groter: minstens 40 tekens breed en 12 regels hoog. Er gaat niets verloren."
    }

    fn example(&self) -> &'static str {
        "VOORBEELD"
    }

    fn the_organisation(&self) -> &'static str {
        "uw instelling"
    }

    fn saving(&self) -> &'static str {
        "opslaan…"
    }

    fn saved_at(&self, clock: &str) -> String {
        format!("opgeslagen {clock}")
    }

    fn not_saved(&self) -> &'static str {
        "NIET OPGESLAGEN"
    }

    fn how_to_leave(&self) -> &'static str {
        "Stoppen doet u met Ctrl+Q. Alles is bewaard."
    }

    fn folder(&self, path: &str) -> String {
        format!("Uw gegevens staan in deze map: {path}")
    }

    fn progress(
        &self,
        question: (usize, usize),
        step: (usize, usize),
        leads_on: bool,
    ) -> Vec<String> {
        let short = format!("vraag {} van {}", question.0, question.1);
        let middle = format!("{short}{}", if leads_on { " of meer" } else { "" });
        vec![format!("{middle} · deel {} van {}", step.0, step.1), middle, short]
    }

    fn question(&self, number: usize) -> String {
        format!("vraag {number}")
    }

    fn answered(&self, answered: usize, asked: usize) -> String {
        sights::answered(answered, asked)
    }

    fn settled(&self, verdict: &str) -> String {
        format!("Staat vast: {verdict}")
    }

    fn unsettled(&self, open: usize) -> String {
        match open {
            0 => "Nog niet te bepalen.".to_owned(),
            1 => "Nog niet te bepalen. Nog 1 vraag telt mee.".to_owned(),
            open => format!("Nog niet te bepalen. Nog {open} vragen tellen mee."),
        }
    }

    fn possible(&self, verdicts: &[&str]) -> String {
        format!("Mogelijk: {}", verdicts.join("; "))
    }

    fn would_change(&self, question: &str, value: &str, verdicts: &[&str]) -> String {
        format!("{question}: {value} → {}", verdicts.join(" of "))
    }

    fn within(&self, days: u32) -> String {
        match days {
            1 => "binnen 1 dag".to_owned(),
            days if days % 365 == 0 => format!("binnen {} jaar", days / 365),
            days if days % 30 == 0 && days > 30 => format!("binnen {} maanden", days / 30),
            days => format!("binnen {days} dagen"),
        }
    }

    fn legal_state(&self, date: jiff::civil::Date) -> String {
        format!("Rechtsstand: {}", Moment::words(date))
    }

    fn switch(&self, title: &str, in_force: bool, from: Option<jiff::civil::Date>) -> String {
        match (in_force, from.map(Moment::words)) {
            (true, Some(from)) => format!("{title}: geldt, vanaf {from}."),
            (true, None) => format!("{title}: geldt."),
            (false, Some(from)) => format!("{title}: geldt nog niet, pas vanaf {from}."),
            (false, None) => format!("{title}: geldt nog niet. Deze toets vraagt er niet naar."),
        }
    }

    fn rest_answered(&self, rows: usize) -> String {
        match rows {
            0 => "Er stond niets meer open.".to_owned(),
            1 => "1 rij is met nee beantwoord. Met u maakt u dat ongedaan.".to_owned(),
            rows => format!("{rows} rijen zijn met nee beantwoord. Met u maakt u dat ongedaan."),
        }
    }

    fn record_at(&self, path: &str) -> String {
        format!("Het verslag staat hier: {path}")
    }

    fn signed_by(&self, signer: &str, role: &str, time: &str) -> String {
        let time = time.parse::<Moment>().map_or_else(
            |_| time.to_owned(),
            |time| format!("{} om {}", Moment::words(time.date()), time.clock()),
        );
        if role.is_empty() {
            format!("{signer}, {time}")
        } else {
            format!("{signer} ({role}), {time}")
        }
    }

    fn standing(&self, standing: Standing) -> (&'static str, &'static str) {
        standing::dutch(standing)
    }

    fn data(&self, data: DataStanding) -> &'static str {
        standing::data(data)
    }

    fn fingerprint(&self, fingerprint: &str, known: bool) -> String {
        let known = if known { "bekend op deze computer" } else { "niet bekend op deze computer" };
        format!("Vingerafdruk van de sleutel ({known}): {fingerprint}")
    }

    fn problem(&self, code: &str) -> String {
        standing::problem(code)
    }

    fn signature(&self, by: &str) -> String {
        format!("Ondertekend door: {by}")
    }

    fn covers(&self, covers: &str) -> String {
        standing::covers(covers)
    }

    fn stamping(&self, word: Stamping) -> &'static str {
        stamp::asking(word)
    }

    fn stamp(&self, report: &StampReport) -> String {
        stamp::dutch(report)
    }

    fn still_to_sign(&self, name: &str, role: &str) -> String {
        match (name, role) {
            (name, "") => format!("Nog te tekenen door: {name}"),
            ("", role) => format!("Nog te tekenen door: {role}"),
            (name, role) => format!("Nog te tekenen door: {name} ({role})"),
        }
    }

    fn needed(&self, field: &str) -> String {
        format!("Vul eerst in: {}.", field.to_lowercase())
    }

    fn term(&self, term: Term) -> &'static str {
        ledger::dutch(term)
    }

    fn choice(&self, choice: Choice) -> (&'static str, &'static str) {
        looks::choice(choice)
    }

    fn ground(&self, ground: Ground) -> &'static str {
        looks::ground(ground)
    }

    fn switched(&self, on: bool) -> &'static str {
        looks::switched(on)
    }

    fn glossary(&self) -> &'static [Definition] {
        glossary::GLOSSARY
    }

    fn month(&self, day: jiff::civil::Date) -> String {
        Moment::month_of(day)
    }

    fn manual(&self) -> &'static [Chapter] {
        manual::CHAPTERS
    }

    fn this_screen(&self) -> &'static str {
        "Dit scherm"
    }

    fn copied(&self, count: usize) -> &'static str {
        looks::copied(count)
    }

    fn sight(&self, sight: Sight<'_>) -> String {
        sights::dutch(sight)
    }

    fn progress_of(&self, done: usize, all: usize, late: usize) -> String {
        let late = if late == 0 { String::new() } else { format!(", {late} te laat") };
        format!("{done} van {all} klaar{late}")
    }

    fn taken_over(&self, count: usize) -> String {
        ledger::taken_over(count)
    }

    fn review_due(&self, day: jiff::civil::Date) -> String {
        ledger::review_due(day)
    }

    fn unreadable(&self, hint: Term) -> String {
        format!("{} Esc laat het veld zoals het was.", ledger::dutch(hint))
    }

    fn shown(&self, shown: usize, all: usize) -> String {
        ledger::shown(shown, all)
    }

    fn exported(&self, paths: &[String]) -> String {
        ledger::exported(paths)
    }

    fn adopted(&self, name: &str) -> String {
        ledger::adopted(name)
    }

    fn adopted_all(&self, count: usize) -> String {
        ledger::adopted_all(count)
    }

    fn proposed(&self, count: usize) -> String {
        ledger::proposed(count)
    }

    fn proposed_from(&self, title: &str) -> String {
        ledger::proposed_from(title)
    }

    fn missing(&self, count: usize) -> String {
        if count == 1 { "1 punt ontbreekt".to_owned() } else { format!("{count} punten ontbreken") }
    }

    fn passphrase_short(&self, least: usize) -> String {
        format!("De wachtzin is te kort. Neem minstens {least} tekens.")
    }
}
