//! The words of the overview and of lists: what is going on, and what to do next.

use crate::{model::Moment, session::Doubt};
use jiff::civil::Date;

/// Something that the overview or a list says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight<'a> {
    /// The heading above what to do next.
    First,
    /// Going on with an assessment.
    GoOn(&'a str),
    /// Giving the institution's name, and why.
    NameIt,
    /// Why.
    NameItHelp,
    /// Beginning with a questionnaire.
    BeginWith(&'a str),
    /// That this is a good beginning.
    BeginHelp,
    /// The heading above what cannot wait.
    Needed,
    /// The heading above, and the list of, all assessments.
    Assessments,
    /// The list of all records.
    Records,
    /// Taking an assessment up again.
    Again(&'a str),
    /// So many actions are overdue.
    Late(usize),
    /// So many actions are due within two weeks.
    Soon(usize),
    /// A record waits for these people's signatures.
    Waits(&'a str),
    /// There are so many more.
    More(usize),
    /// So many more than were named.
    AndMore(usize),
    /// Which page of how many comes next.
    Page(usize, usize),
    /// So many there are, and so many of them are not finished.
    Stock(usize, usize),
    /// So many entries there are, and so many of them miss something.
    Incomplete(usize, usize),
    /// In which section one was, and when.
    WhereOneWas(&'a str, Date),
    /// When the rules were last checked against the law.
    RulesChecked(Date),
    /// The same, longer ago than a year.
    RulesOld(Date),
    /// So many files are still to be read.
    Reading(usize),
    /// This is how it was last time, and it is being looked at.
    Checking,
    /// To the row with the number that is being typed; 0 before the first digit.
    ToRow(usize),
    /// To the question with the number that is being typed.
    ToQuestion(usize),
    /// Why an action is perhaps no longer needed.
    Doubt(Doubt),
    /// So many of so many are shown.
    Chosen(usize, usize),
    /// It is no longer done since this day.
    Ended(Date),
    /// It cannot be signed yet: something is still needed.
    NotYetSigned,
    /// A change was done again.
    DoneAgain,
    /// What was taken back at this question, the last of so many, is done again.
    DoneAgainAt(&'a str, usize),
    /// There is nothing to do again.
    NothingToDoAgain,
    /// What was said at this question, the last of so many, was taken back.
    TakenBackAt(&'a str, usize),
    /// A change was taken back.
    TakenBack,
    /// There is nothing to take back.
    NothingToTakeBack,
    /// That none of several choices was made.
    NoneChosen,
    /// How to answer a row that is not answered by one key.
    OpenRow,
    /// There are no more rows than so many.
    NoSuchNumber(usize),
}

pub(super) fn dutch(sight: Sight<'_>) -> String {
    match sight {
        Sight::First => "Nu eerst".to_owned(),
        Sight::GoOn(name) => format!("Ga verder: {name}"),
        Sight::NameIt => "Vul in hoe uw instelling heet".to_owned(),
        Sight::NameItHelp => {
            "De naam komt op elk verslag. De rest mag leeg blijven. U kunt alles later veranderen.".to_owned()
        }
        Sight::BeginWith(name) => format!("Begin met: {name}"),
        Sight::BeginHelp => {
            "Dit is een goed begin. U kunt ook iets anders kiezen. U kunt altijd stoppen en later verdergaan.".to_owned()
        }
        Sight::Needed => "Nu nodig".to_owned(),
        Sight::Assessments => "Toetsen".to_owned(),
        Sight::Records => "Verslagen".to_owned(),
        Sight::Again(name) => format!("Kijk opnieuw: {name}"),
        Sight::Late(1) => "1 actie is te laat".to_owned(),
        Sight::Late(count) => format!("{count} acties zijn te laat"),
        Sight::Soon(1) => "1 actie moet binnen twee weken klaar zijn".to_owned(),
        Sight::Soon(count) => format!("{count} acties moeten binnen twee weken klaar zijn"),
        Sight::Waits(who) => format!("Wacht op handtekening van {who}"),
        Sight::AndMore(count) => format!("en nog {count}"),
        Sight::Page(page, all) => format!("── Bladzijde {page} van {all} ──"),
        Sight::More(count) => format!("en nog {count}…"),
        Sight::Stock(0, _) | Sight::Incomplete(0, _) => String::new(),
        Sight::Stock(all, 0) => all.to_string(),
        Sight::Stock(all, open) => format!("{all}, waarvan {open} niet af"),
        Sight::Incomplete(all, 0) => format!("{all}, compleet"),
        Sight::Incomplete(all, gaps) => format!("{all}, waarvan {gaps} niet compleet"),
        Sight::WhereOneWas("", day) => {
            format!("Voor het laatst veranderd op {}.", Moment::words(day))
        }
        Sight::WhereOneWas(section, day) => {
            // A title may be a question, which ends by itself.
            let end = if section.ends_with(['?', '!', '.']) { "" } else { "." };
            let changed = Moment::words(day);
            format!("U was bij: {section}{end} Voor het laatst veranderd op {changed}.")
        }
        Sight::RulesChecked(day) => {
            format!("De regels zijn vergeleken met de wet op {}.", Moment::words(day))
        }
        Sight::RulesOld(day) => format!(
            "Let op: de regels zijn sinds {} niet met de wet vergeleken. Vraag om een nieuwe versie.",
            Moment::words(day)
        ),
        Sight::Reading(count) => {
            format!("Nog {count} bestanden worden gelezen. U kunt al beginnen.")
        }
        Sight::Checking => {
            "Zo was het de vorige keer. De map wordt nu nagekeken. U kunt al beginnen.".to_owned()
        }
        Sight::ToRow(0) => "Naar welk nummer? Typ het en druk op Enter.".to_owned(),
        Sight::ToRow(number) => format!("Naar nummer {number}: druk op Enter."),
        Sight::ToQuestion(number) => format!("Naar vraag {number}: druk op Enter."),
        Sight::Doubt(Doubt::Rule) => {
            "De toets is opnieuw gedaan, en vraagt dit niet meer.".to_owned()
        }
        Sight::Doubt(Doubt::Question) => {
            "De vraag waar dit bij hoort, wordt niet meer gesteld.".to_owned()
        }
        Sight::Doubt(Doubt::Answer) => {
            "Het antwoord op de vraag waar dit bij hoort, is veranderd.".to_owned()
        }
        Sight::Chosen(some, all) => format!("{some} van {all}"),
        Sight::Ended(day) => format!("gestopt {}-{}-{}", day.day(), day.month(), day.year()),
        Sight::NotYetSigned => NOT_YET_SIGNED.to_owned(),
        Sight::DoneAgainAt(label, count) => format!("Opnieuw gedaan bij: {}", at(label, count)),
        Sight::DoneAgain => "De wijziging is opnieuw gedaan.".to_owned(),
        Sight::NothingToDoAgain => "Er is niets om opnieuw te doen.".to_owned(),
        Sight::TakenBackAt(label, count) => format!("Ongedaan gemaakt bij: {}", at(label, count)),
        Sight::TakenBack => "De laatste wijziging is ongedaan gemaakt.".to_owned(),
        Sight::NothingToTakeBack => "Er is niets om ongedaan te maken.".to_owned(),
        Sight::NoneChosen => "geen".to_owned(),
        Sight::OpenRow => "Druk op Enter om hier te antwoorden.".to_owned(),
        Sight::NoSuchNumber(last) => {
            format!("Dat nummer is er niet. Kies er een van 1 tot en met {last}.")
        }
    }
}

/// How many of the questions that are asked are answered.
pub(super) fn answered(answered: usize, asked: usize) -> String {
    match (answered, asked) {
        (0, 1) => "De vraag is nog niet beantwoord.".to_owned(),
        (1, 1) => "De vraag is beantwoord.".to_owned(),
        (1, asked) => format!("1 van de {asked} vragen is beantwoord."),
        (answered, asked) => format!("{answered} van de {asked} vragen zijn beantwoord."),
    }
}

/// That so many changes of the law are under way, and where one reads which.
pub(super) fn law_coming(laws: usize) -> String {
    match laws {
        0 => String::new(),
        1 => "Er komt een verandering van de wet aan; bij de uitkomst leest u welke.".to_owned(),
        laws => {
            format!("Er komen {laws} veranderingen van de wet aan; bij de uitkomst leest u welke.")
        }
    }
}

/// Why F10 does nothing.
const NOT_YET_SIGNED: &str =
    "Ondertekenen kan nog niet. Onder ‘Nog te doen voor het verslag’ staat wat er eerst nodig is.";

/// At which question, the last of so many.
fn at(label: &str, count: usize) -> String {
    match count.saturating_sub(1) {
        0 => label.to_owned(),
        1 => format!("{label}, en nog 1 vraag"),
        more => format!("{label}, en nog {more} vragen"),
    }
}
