//! The words of the register and the actions.

/// A word or a hint of the register and the actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum Term {
    Register,
    Duties,
    Duty,
    Account,
    Overdue,
    ToDo,
    Over,
    NoDepartment,
    Doubtful,
    Filter,
    HintFilter,
    NeedsProof,
    NoDuties,
    HelpDuties,
    HelpDuty,
    What,
    HintWhat,
    Department,
    HintDepartment,
    Who,
    HintWho,
    Due,
    HintDue,
    Priority,
    HintPriority,
    State,
    HintState,
    Reason,
    HintReason,
    Proof,
    HintProof,
    NeedsWhat,
    NoDay,
    Complete,
    OnlyGaps,
    AllEntries,
    NoEntries,
    NothingMissing,
    NotSettled,
    NewEntry,
    NeedsName,
    HelpRegister,
    HelpEntry,
    Name,
    HintName,
    Purpose,
    HintPurpose,
    Owner,
    HintOwner,
    People,
    HintPeople,
    Data,
    HintData,
    Sensitive,
    HintSensitive,
    Basis,
    HintBasis,
    BasisReason,
    HintBasisReason,
    Retention,
    HintRetention,
    Processors,
    HintProcessors,
    Recipients,
    HintRecipients,
    Transfers,
    HintTransfers,
    Security,
    HintSecurity,
    Source,
    HintSource,
    Place,
    HintPlace,
    Access,
    HintAccess,
    Joint,
    HintJoint,
    Review,
    HintReview,
    Dissent,
    HintDissent,
}

/// So many earlier answers were taken over.
pub(super) fn taken_over(count: usize) -> String {
    match count {
        0 => "Er was geen eerder antwoord om over te nemen.".to_owned(),
        1 => "Eén eerder antwoord is overgenomen.".to_owned(),
        count => format!("{count} eerdere antwoorden zijn overgenomen."),
    }
}

/// That it should be looked at again since this day.
pub(super) fn review_due(day: jiff::civil::Date) -> String {
    format!("opnieuw bekijken sinds {}-{}-{}", day.day(), day.month(), day.year())
}

/// In Dutch.
#[expect(clippy::too_many_lines, reason = "one line a word: a table, not a function")]
pub(super) fn dutch(term: Term) -> &'static str {
    match term {
        Term::Register => "Verwerkingsregister",
        Term::Duties => "Acties",
        Term::Duty => "Actie",
        Term::Account => "Verantwoording aan het bestuur",
        Term::Overdue => "Te laat",
        Term::ToDo => "Nog te doen",
        Term::Over => "Klaar of vervallen",
        Term::NoDepartment => "Zonder afdeling",
        Term::Doubtful => "Misschien niet meer nodig",
        Term::Filter => "Kies uit",
        Term::HintFilter => {
            "Typ een deel van een afdeling, een naam, een verwerking of een stand, zoals: publiek open. Enter: klaar. Esc in de lijst: weer alles."
        }
        Term::NeedsProof => {
            "Schrijf op waaruit blijkt dat het klaar is: een zin, of het pad van een bestand. Is er geen bewijs? Schrijf dan waarom niet."
        }
        Term::NoDuties => {
            "Er zijn nog geen acties. Ze ontstaan als u een toets ondertekent. Met a schrijft u er zelf een op."
        }
        Term::HelpDuties => {
            "Hier staat wat er moet gebeuren. Acties ontstaan uit de uitkomst van een toets die u ondertekent, of u schrijft ze zelf op. Bovenaan staat per afdeling hoe ver die is. Met k zet u een actie op klaar, met v op vervallen, en met u maakt u een wijziging ongedaan. Met f kiest u uit: typ een afdeling, een naam, een verwerking of een stand. Met x komt de lijst in een bestand voor een rekenblad en een agenda. F10 maakt er een verslag van dat u kunt ondertekenen."
        }
        Term::HelpDuty => {
            "Vul in wat u weet; leeg laten mag. Esc of Enter op het laatste veld bewaart. Een actie verdwijnt nooit: is ze niet meer nodig, zet haar dan op vervallen en schrijf op waarom."
        }
        Term::What => "Wat",
        Term::HintWhat => "Wat er moet gebeuren, in één zin.",
        Term::Department => "Afdeling",
        Term::HintDepartment => "De afdeling die dit doet of ervoor zorgt.",
        Term::Who => "Wie",
        Term::HintWho => "De persoon die het doet.",
        Term::Due => "Uiterlijk",
        Term::HintDue => "Een datum: 1-3, 22-11-2026, morgen of over 2 weken.",
        Term::Priority => "Belang",
        Term::HintPriority => "hoog, gewoon of laag",
        Term::State => "Stand",
        Term::HintState => {
            "open, bezig, klaar of vervallen. Bij vervallen hoort een reden, in het veld hieronder."
        }
        Term::Reason => "Waarom vervallen",
        Term::HintReason => "Alleen nodig als de actie is vervallen.",
        Term::Proof => "Bewijs",
        Term::HintProof => {
            "Waaruit blijkt dat het klaar is? Bijvoorbeeld: getekend op 3 maart, map contracten. Of het pad van een bestand: dat blijft waar het is."
        }
        Term::NeedsWhat => "Schrijf eerst op wat er moet gebeuren.",
        Term::NoDay => {
            "Dit is geen datum. Typ bijvoorbeeld 1-3, 22-11-2026, morgen of over 2 weken."
        }
        Term::Complete => "compleet",
        Term::OnlyGaps => "Alleen wat niet compleet is",
        Term::AllEntries => "Alle verwerkingen",
        Term::NoEntries => {
            "Er staan nog geen verwerkingen in het register. Met a voegt u er een toe. Een verwerking is iets wat u met persoonsgegevens doet."
        }
        Term::NothingMissing => "Er ontbreekt niets. Met f ziet u weer alle verwerkingen.",
        Term::NotSettled => "nog niet te bepalen",
        Term::NewEntry => "Nieuwe verwerking",
        Term::NeedsName => "Geef de verwerking eerst een naam.",
        Term::HelpRegister => {
            "Het register zegt wat uw instelling met persoonsgegevens doet (AVG art. 30). Onder de lijst leest u wat er bij een verwerking nog ontbreekt. Met f ziet u alleen wat niet compleet is. F10 maakt er een verslag van dat u kunt ondertekenen."
        }
        Term::HelpEntry => {
            "Vul in wat u weet; leeg laten mag. Onder de velden staat wat erin hoort. Esc of Enter op het laatste veld bewaart."
        }
        Term::Name => "Naam",
        Term::HintName => "Hoe u het zelf noemt, zoals: nieuwsbrief of kaartverkoop.",
        Term::Purpose => "Doel",
        Term::HintPurpose => {
            "Waarvoor u de gegevens gebruikt, in één zin (AVG art. 30 lid 1 onder b)."
        }
        Term::Owner => "Verantwoordelijke",
        Term::HintOwner => "De persoon die hierop let.",
        Term::People => "Van wie",
        Term::HintPeople => {
            "Bijvoorbeeld: bezoekers, cursisten, medewerkers (AVG art. 30 lid 1 onder c)."
        }
        Term::Data => "Welke gegevens",
        Term::HintData => "Bijvoorbeeld: naam, e-mail, bankrekening (AVG art. 30 lid 1 onder c).",
        Term::Sensitive => "Bijzonder",
        Term::HintSensitive => {
            "ja of nee. Zijn er gegevens bij over gezondheid, geloof, afkomst, politiek, seksualiteit of strafbare feiten? (AVG art. 9 en 10)"
        }
        Term::Basis => "Grondslag",
        Term::HintBasis => {
            "Typ de letter: a toestemming, b overeenkomst, c wettelijke plicht, d vitaal belang, e taak van algemeen belang, f gerechtvaardigd belang (AVG art. 6 lid 1)."
        }
        Term::BasisReason => "Waarom die",
        Term::HintBasisReason => "Leg kort uit waarom deze grondslag past.",
        Term::Retention => "Bewaren",
        Term::HintRetention => {
            "Per soort: adressen: 2 jaar; facturen: 7 jaar. Zet er een puntkomma tussen (AVG art. 30 lid 1 onder f)."
        }
        Term::Processors => "Verwerkers",
        Term::HintProcessors => {
            "Bedrijven die dit voor u doen, met waar de overeenkomst ligt: MailBureau = map contracten; Drukker = 3-2025 (AVG art. 28)."
        }
        Term::Recipients => "Ontvangers",
        Term::HintRecipients => "Wie krijgt de gegevens nog meer? (AVG art. 30 lid 1 onder d)",
        Term::Transfers => "Buiten Europa",
        Term::HintTransfers => {
            "Gaan er gegevens buiten de EER? Noem het land en wat de gegevens beschermt (AVG art. 30 lid 1 onder e)."
        }
        Term::Security => "Beveiliging",
        Term::HintSecurity => {
            "In grote lijnen: wachtwoorden, sloten, rechten (AVG art. 30 lid 1 onder g)."
        }
        Term::Source => "Herkomst",
        Term::HintSource => {
            "Waar komen de gegevens vandaan, als niet van de mensen zelf? (AVG art. 14)"
        }
        Term::Place => "Plaats",
        Term::HintPlace => "Het systeem of de kast waar de gegevens staan.",
        Term::Access => "Toegang",
        Term::HintAccess => "Wie binnen uw instelling erbij kan.",
        Term::Joint => "Samen met",
        Term::HintJoint => {
            "Bepaalt u dit samen met een andere organisatie? Noem die (AVG art. 26)."
        }
        Term::Review => "Opnieuw bekijken",
        Term::Dissent => "Oneens",
        Term::HintDissent => {
            "Wie is het niet eens met dit antwoord, en waarom? Een regel per persoon: naam: reden. Zonder naam mag ook."
        }
        Term::HintReview => "Een datum: 1-3, 22-11-2026 of over 1 jaar.",
    }
}
