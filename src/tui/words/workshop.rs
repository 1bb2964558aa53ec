//! The words of a group that goes through a questionnaire together.

use super::Dutch;

/// Everything the interface says to a group by itself.
pub trait GroupWords {
    /// A word or a hint.
    fn meet(&self, word: Meet) -> &'static str;
    /// So many minutes of a section are over, of so many that were planned, and whether the clock runs.
    fn clock(&self, spent: u32, planned: Option<u32>, runs: bool) -> String;
    /// How long something took, in seconds.
    fn duration(&self, seconds: u32) -> String;
    /// So many of so many people voted.
    fn votes(&self, cast: usize, all: usize) -> String;
    /// It is this person's turn to vote.
    fn turn(&self, name: &str) -> String;
}

impl GroupWords for Dutch {
    fn meet(&self, word: Meet) -> &'static str {
        dutch(word)
    }

    fn clock(&self, spent: u32, planned: Option<u32>, runs: bool) -> String {
        let stands = if runs { "" } else { " · klok staat stil" };
        match planned {
            Some(planned) => format!("{spent} van {planned} minuten{stands}"),
            None if spent == 1 => format!("1 minuut{stands}"),
            None => format!("{spent} minuten{stands}"),
        }
    }

    fn duration(&self, seconds: u32) -> String {
        let minutes = seconds / 60;
        let told =
            |count: u32| if count == 1 { "1 minuut".into() } else { format!("{count} minuten") };
        match (minutes / 60, minutes % 60) {
            (0, 0) => "minder dan een minuut".to_owned(),
            (0, minutes) => told(minutes),
            (hours, 0) => format!("{hours} uur"),
            (hours, minutes) => format!("{hours} uur en {}", told(minutes)),
        }
    }

    fn votes(&self, cast: usize, all: usize) -> String {
        let have = if cast == 1 { "heeft" } else { "hebben" };
        format!("{cast} van de {all} {have} gestemd")
    }

    fn turn(&self, name: &str) -> String {
        format!("{name}, wat vindt u?")
    }
}

/// A word or a hint of a group that works together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum Meet {
    Workshop,
    Attendance,
    AttendanceHelp,
    AttendanceLater,
    LastTime,
    AddPerson,
    Present,
    WerePresent,
    WereAbsent,
    Absent,
    Person,
    Name,
    HintName,
    Role,
    HintRole,
    Nameless,
    Known,
    NobodyThere,
    NotTaken,
    Round,
    VoteHelp,
    Abstained,
    Proposal,
    Tied,
    NoVotes,
    Agreed,
    GoOn,
    Hidden,
    TypeAnswer,
    FillTable,
    CloseExplanation,
    NoExplanation,
    Parking,
    ParkingHelp,
    Park,
    HintPark,
    IsParked,
    TalkedAbout,
    NotYet,
    Decision,
    HintDecision,
    IsDecided,
    Dissent,
    DissentWho,
    HintDissentWho,
    DissentWhy,
    HintDissentWhy,
    IsNoted,
    NeedsWhy,
    Minutes,
    HintMinutes,
    NoNumber,
    Closing,
    ClosingHelp,
    Decisions,
    Duties,
    Dissents,
    Someone,
    Nobody,
    NothingDecided,
    NothingParked,
    NoDuties,
    NoDissents,
    Took,
    ToOutcome,
    HelpGroup,
    HelpRound,
    HelpLot,
}

/// In Dutch.
/// The headings above who was there, and who was not.
fn were(word: Meet) -> &'static str {
    if word == Meet::WerePresent { "Aanwezig" } else { "Afwezig" }
}

pub(super) fn dutch(word: Meet) -> &'static str {
    match word {
        Meet::Workshop => "Werksessie",
        Meet::Attendance => "Wie zijn er?",
        Meet::AttendanceHelp => {
            "Schrijf op wie er zijn. Met de spatiebalk zet u iemand op aanwezig of afwezig. Met Enter verandert u een naam of functie. Klaar? Druk op → om te beginnen."
        }
        Meet::AttendanceLater => {
            "Met de spatiebalk zet u iemand op aanwezig of afwezig. Wie weggaat voordat alle stemmen er zijn, telt niet meer mee. Met Esc gaat u terug naar de vraag."
        }
        Meet::LastTime => "Vorige keer waren erbij (Enter voegt toe)",
        Meet::AddPerson => "Iemand toevoegen…",
        Meet::Present => "aanwezig",
        Meet::WerePresent | Meet::WereAbsent => were(word),
        Meet::Absent => "afwezig",
        Meet::Person => "Deelnemer",
        Meet::Name => "Naam",
        Meet::HintName => "De naam zoals die in het verslag komt.",
        Meet::Role => "Functie",
        Meet::HintRole => "Bijvoorbeeld: voorzitter, notulist, hoofd publiek. Leeg laten mag.",
        Meet::Nameless => "Vul eerst een naam in.",
        Meet::Known => "Er staat al iemand met die naam op de lijst. Voeg een achternaam toe.",
        Meet::NobodyThere => "Zet eerst iemand op aanwezig. Druk op a om iemand toe te voegen.",
        Meet::NotTaken => "Er is niemand om over te nemen.",
        Meet::Round => "Stemmen",
        Meet::VoteHelp => "De stemmen komen pas in beeld als iedereen heeft gestemd.",
        Meet::Abstained => "Geen stem",
        Meet::Proposal => "De meeste stemmen. Is dat uw antwoord samen? Druk dan op Enter.",
        Meet::Tied => "Geen meerderheid. Praat erover, en kies samen een antwoord.",
        Meet::NoVotes => "Niemand koos een antwoord. Praat erover, en kies samen.",
        Meet::Agreed => "Samen gekozen",
        Meet::GoOn => "Enter: verder. Is iemand het oneens? Leg dat vast met e.",
        Meet::Hidden => "Er wordt gestemd. De stemmen zijn nog niet in beeld.",
        Meet::TypeAnswer => "Druk op Enter om het antwoord te typen.",
        Meet::FillTable => "Druk op Enter om de tabel in te vullen.",
        Meet::CloseExplanation => "Sluiten: t",
        Meet::NoExplanation => "Bij deze vraag hoort geen toelichting.",
        Meet::Parking => "Parkeerplaats",
        Meet::ParkingHelp => {
            "Dit deel is klaar. Dit ligt nog op de parkeerplaats. Besproken? Druk op k. Met Enter gaat u verder."
        }
        Meet::Park => "Wat wilt u later bespreken?",
        Meet::HintPark => "Eén regel is genoeg. Aan het eind van dit deel komt het terug.",
        Meet::IsParked => "Het staat op de parkeerplaats.",
        Meet::TalkedAbout => "besproken",
        Meet::NotYet => "nog te bespreken",
        Meet::Decision => "Wat is er besloten?",
        Meet::HintDecision => "Eén zin. Het besluit komt in het verslag.",
        Meet::IsDecided => "Het besluit is opgeschreven.",
        Meet::DissentWho => "Wie",
        Meet::HintDissentWho => "De naam. Leeg laten mag: dan komt er geen naam in het verslag.",
        Meet::DissentWhy => "Waarom",
        Meet::HintDissentWhy => "Wat vindt deze persoon, en waarom? Dit komt in het verslag.",
        Meet::IsNoted => "Het is vastgelegd.",
        Meet::NeedsWhy => "Schrijf ook op waarom.",
        Meet::Minutes => "Minuten voor dit deel",
        Meet::HintMinutes => "Een getal, bijvoorbeeld 20. Leeg: geen tijd afgesproken.",
        Meet::NoNumber => "Typ een getal van 1 tot en met 999, of laat het veld leeg.",
        Meet::Closing => "Slot",
        Meet::ClosingHelp => "Dit spraken wij af. Klopt het?",
        Meet::Decisions => "Besloten",
        Meet::Duties => "Acties",
        Meet::Dissent | Meet::Dissents => "Oneens",
        Meet::Someone => "iemand",
        Meet::Nobody => "nog niemand",
        Meet::NothingDecided => "Geen besluiten opgeschreven.",
        Meet::NothingParked => "Er ligt niets op de parkeerplaats.",
        Meet::NoDuties => "Geen acties opgeschreven.",
        Meet::NoDissents => "Niemand legde vast dat hij het oneens is.",
        Meet::Took => "Duur",
        Meet::ToOutcome => "Enter: naar de uitkomst en ondertekenen.",
        Meet::HelpGroup => {
            "Eén vraag op het scherm, groot genoeg voor de hele groep. Met s stemt u, met t leest u de toelichting. Stemmen hoeft niet: kies samen meteen een antwoord. Wat iedereen stemde, bewaart het programma niet; alleen de aantallen."
        }
        Meet::HelpRound => {
            "Ieder stemt op zijn beurt, of de voorzitter typt alle stemmen in. Met ↑ en ↓ kiest u wie. De stemmen komen tegelijk in beeld, na de laatste. Het programma bewaart daarna alleen de aantallen, niet wie wat stemde."
        }
        Meet::HelpLot => "Wat eerder opzij is gezet. Met k zet u het op besproken.",
    }
}
