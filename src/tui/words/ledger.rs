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
    DutyKept,
    NeedsReason,
    NoneChosen,
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
    Ended,
    HintEnded,
    EndedBecause,
    HintEndedBecause,
    OnlyEnded,
    ThrownAway,
    Dismissed,
    Processing,
    MissingColumn,
    PreDpia,
    NoDpia,
    UnknownBasis,
    Exception,
    HintException,
    Law,
    HintLaw,
    Interest,
    HintInterest,
    Safeguard,
    HintSafeguard,
    Dpia,
    HintDpia,
    Description,
    HintDescription,
    HowLong,
    HintHowLong,
    WhyLong,
    HintWhyLong,
    HintKeptData,
    Processor,
    HintProcessor,
    Task,
    HintTask,
    Agreement,
    HintAgreement,
    Recipient,
    HintRecipient,
    Commissions,
    NewCommission,
    Unnamed,
    HelpCommissions,
    HintCommissions,
    NoCommissions,
    Controller,
    HintController,
    Contacts,
    HintContacts,
    Work,
    HintWork,
    HintTransfersFor,
    HintSecurityFor,
    Subprocessors,
    HintSubprocessors,
    HintRegister,
    Shown,
    NoneShown,
    Seek,
    ByName,
    ByDepartment,
    ByMissing,
    Follows,
    Known,
    HelpView,
    Proposals,
    NoProposals,
    ProposalNew,
    ProposalChanged,
    HelpProposals,
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
            "Typ een deel van een afdeling, een naam, een verwerking of een stand, zoals: publiek open. Enter: klaar. Esc: weer alles."
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
        Term::HintPriority => "Kies uit: hoog, gewoon of laag.",
        Term::State => "Stand",
        Term::HintState => {
            "Kies uit: open, bezig, klaar of vervallen. Bij vervallen hoort een reden, in het veld hieronder."
        }
        Term::Reason => "Waarom vervallen",
        Term::HintReason => "Waarom hoeft dit niet meer? Alleen nodig als de actie is vervallen.",
        Term::Proof => "Bewijs",
        Term::HintProof => {
            "Waaruit blijkt dat het klaar is? Bijvoorbeeld: getekend op 3 maart, map contracten. Of het pad van een bestand: dat blijft waar het is."
        }
        Term::NeedsWhat => "Schrijf eerst op wat er moet gebeuren.",
        Term::DutyKept => "De actie is opgeschreven, en staat bij Acties.",
        Term::NeedsReason => "Schrijf op waarom dit niet meer hoeft.",
        Term::NoneChosen => {
            "Hier past geen actie bij. Haal letters weg, of druk op Esc: dan ziet u weer alles."
        }
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
            "Het register zegt wat uw instelling met persoonsgegevens doet (AVG art. 30). Onder de tabel leest u wat er bij een verwerking nog ontbreekt. Met Enter ziet u er alles van. Met f kiest u een deel uit, met z zoekt u een tekst, ook in wat ontbreekt, en met s sorteert u. Met x schrijft u het register naar de map uitvoer. F10 maakt er een verslag van dat u kunt ondertekenen."
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
            "Hoelang u elke soort gegevens bewaart, en waarom (AVG art. 30 lid 1 onder f). Enter opent de lijst."
        }
        Term::Processors => "Verwerkers",
        Term::HintProcessors => {
            "Bedrijven die dit voor u doen, met de overeenkomst (AVG art. 28). Enter opent de lijst."
        }
        Term::Recipients => "Ontvangers",
        Term::HintRecipients => {
            "Wie krijgt de gegevens nog meer? (AVG art. 30 lid 1 onder d) Enter opent de lijst."
        }
        Term::Transfers => "Buiten Europa",
        Term::HintTransfers => {
            "Gaan er gegevens buiten de EER (de EU, Noorwegen, IJsland en Liechtenstein)? Noem het land (AVG art. 30 lid 1 onder e)."
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
        Term::Ended => "Gestopt op",
        Term::HintEnded => {
            "Leeg zolang u dit doet. Gestopt? Vul de dag in. De verwerking blijft staan: mensen kunnen er nog naar vragen."
        }
        Term::EndedBecause => "Waarom gestopt",
        Term::HintEndedBecause => {
            "Waarom u dit niet meer doet, en wat er met de gegevens is gebeurd."
        }
        Term::OnlyEnded => "Wat is gestopt",
        Term::ThrownAway => "Weggegooid. Het staat in de map prullenbak. Met u haalt u het terug.",
        Term::Dismissed => "Dit voorstel komt niet terug. Met u haalt u het terug.",
        Term::Processing => "Verwerking",
        Term::MissingColumn => "Wat ontbreekt",
        Term::PreDpia => "Pre-DPIA",
        Term::NoDpia => "geen DPIA nodig",
        Term::UnknownBasis => "onbekend",
        Term::Exception => "Waarom dat mag",
        Term::HintException => {
            "Alleen bij bijzondere gegevens: welke uitzondering geldt? Bijvoorbeeld: uitdrukkelijke toestemming (AVG art. 9 lid 2, art. 10)."
        }
        Term::Law => "Wet of taak",
        Term::HintLaw => {
            "Bij wettelijke plicht of publieke taak: in welke wet staat die? (AVG art. 6 lid 3)"
        }
        Term::Interest => "Welk belang",
        Term::HintInterest => {
            "Bij gerechtvaardigd belang: welk belang hebt u, in één zin? (AVG art. 13 lid 1 onder d)"
        }
        Term::Safeguard => "Waarborg",
        Term::HintSafeguard => {
            "Wat beschermt de gegevens buiten de EER? Bijvoorbeeld: adequaatheidsbesluit of modelcontract (AVG art. 44 tot en met 49)."
        }
        Term::Dpia => "DPIA",
        Term::HintDpia => {
            "Waar ligt de DPIA, of van wanneer is die? Leeg als er geen is (AVG art. 35)."
        }
        Term::Description => "Omschrijving",
        Term::HintDescription => "Wat er gebeurt, in een paar zinnen.",
        Term::HowLong => "Hoelang",
        Term::HintHowLong => "Bijvoorbeeld: 2 jaar na het laatste bezoek.",
        Term::WhyLong => "Waarom zo lang",
        Term::HintWhyLong => "Een wet, zoals AWR art. 52, of uw eigen reden.",
        Term::HintKeptData => "Om welke gegevens gaat het? Leeg is: alle gegevens.",
        Term::Processor => "Bedrijf",
        Term::HintProcessor => "De naam van het bedrijf dat dit voor u doet.",
        Term::Task => "Wat ze doen",
        Term::HintTask => "Bijvoorbeeld: verstuurt de nieuwsbrief.",
        Term::Agreement => "Overeenkomst",
        Term::HintAgreement => {
            "Waar ligt de verwerkersovereenkomst, of van wanneer is die? Leeg als er geen is (AVG art. 28 lid 3)."
        }
        Term::Recipient => "Ontvanger",
        Term::HintRecipient => {
            "Wie de gegevens krijgt, en waarvoor. Krijgt niemand ze? Schrijf: niemand."
        }
        Term::Commissions => "Register als verwerker",
        Term::NewCommission => "Nieuwe opdracht",
        Term::Unnamed => "Nog zonder naam",
        Term::HelpCommissions => {
            "Hier staat wat u met persoonsgegevens doet in opdracht van een ander, zoals kaarten verkopen voor een theatergroep. Dan bent u verwerker, en moet u dit bijhouden (AVG art. 30 lid 2)."
        }
        Term::HintCommissions => "Wat u in opdracht van een ander doet (AVG art. 30 lid 2).",
        Term::NoCommissions => {
            "Er staat nog niets. Doet u iets met persoonsgegevens in opdracht van een ander? Dan bent u verwerker. Met a voegt u de opdracht toe."
        }
        Term::Controller => "Opdrachtgever",
        Term::HintController => {
            "Voor wie doet u dit? Zet er ook adres of e-mail bij (AVG art. 30 lid 2 onder a)."
        }
        Term::Contacts => "Vertegenwoordiger, FG",
        Term::HintContacts => {
            "De vertegenwoordiger en de FG (privacytoezichthouder) van de opdrachtgever, als die er zijn (AVG art. 30 lid 2 onder a)."
        }
        Term::Work => "Wat u doet",
        Term::HintWork => {
            "Welk werk u met de gegevens doet, per soort (AVG art. 30 lid 2 onder b)."
        }
        Term::HintTransfersFor => {
            "Gaan er gegevens buiten de EER? Noem het land (AVG art. 30 lid 2 onder c)."
        }
        Term::HintSecurityFor => {
            "In grote lijnen: wachtwoorden, sloten, rechten (AVG art. 30 lid 2 onder d)."
        }
        Term::Subprocessors => "Wie u inschakelt",
        Term::HintSubprocessors => {
            "Bedrijven die u voor dit werk inschakelt. De opdrachtgever moet dat goedvinden (AVG art. 28 lid 2). Enter opent de lijst."
        }
        Term::HintRegister => "Wat uw instelling met persoonsgegevens doet (AVG art. 30 lid 1).",
        Term::Shown => "U ziet:",
        Term::NoneShown => "Niets gevonden. Met f ziet u weer alles; met z zoekt u iets anders.",
        Term::Seek => "Zoek:",
        Term::ByName => "Op naam",
        Term::ByDepartment => "Op afdeling",
        Term::ByMissing => "Wat het meest mist, eerst",
        Term::Follows => "Toetsen",
        Term::Known => "Wat er staat",
        Term::HelpView => {
            "Bovenaan staat wat er ontbreekt, met de wet. Enter brengt u naar het veld of de toets die dat oplost. Daaronder staan de toetsen over deze verwerking: Enter opent of begint er een. Onderaan staat alles wat is ingevuld. Met w wijzigt u het."
        }
        Term::Proposals => "Uit uw inventaris",
        Term::NoProposals => "Alles uit uw inventaris staat in het register.",
        Term::ProposalNew => "nieuw",
        Term::ProposalChanged => "veranderd",
        Term::HelpProposals => {
            "Deze regels hebt u in een stappenplan opgeschreven. Met Enter of F5 neemt u er een over in het register; met F7 allemaal. Wat u zelf in het register schreef, blijft staan."
        }
        Term::Dissent => "Oneens",
        Term::HintDissent => {
            "Wie is het niet eens met dit antwoord, en waarom? Een regel per persoon: naam: reden. Zonder naam mag ook."
        }
        Term::HintReview => {
            "Een datum: 1-3, 22-11-2026 of over 1 jaar. Kijk elk jaar, en eerder als er iets verandert: het register moet kloppen \
             (AVG art. 30), en uw maatregelen ook (art. 24 lid 1)."
        }
    }
}

/// How many of all are shown.
pub(super) fn shown(shown: usize, all: usize) -> String {
    if shown == all { format!("{all} in totaal") } else { format!("{shown} van {all}") }
}

/// Where files were written.
pub(super) fn exported(paths: &[String]) -> String {
    format!("Geschreven: {}", paths.join(" en "))
}

/// What was taken over.
pub(super) fn adopted(name: &str) -> String {
    format!("„{name}” staat in het register.")
}

/// How many were taken over.
pub(super) fn adopted_all(count: usize) -> String {
    match count {
        1 => "Eén verwerking is overgenomen.".to_owned(),
        count => format!("{count} verwerkingen zijn overgenomen."),
    }
}

/// That so many rows of an inventory are not in the register.
pub(super) fn proposed(count: usize) -> String {
    match count {
        1 => "Eén regel uit uw inventaris staat hier nog niet, of is veranderd. Met F5 neemt u die over.".to_owned(),
        count => format!(
            "{count} regels uit uw inventaris staan hier nog niet, of zijn veranderd. Met F5 neemt u ze over."
        ),
    }
}

/// Where a proposal comes from.
pub(super) fn proposed_from(title: &str) -> String {
    format!("Uit: {title}. Dit komt in het register:")
}
