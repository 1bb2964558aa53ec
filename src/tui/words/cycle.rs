//! The words of what comes back: a newer questionnaire, a review, two versions of one file, a folder that someone else has.

use super::{Double, Dutch, reviewing, twins, upgrade};
use crate::{
    model::{Holder, Review, Reviewed},
    session::{Comparison, Link, Upgrade},
};
use jiff::civil::Date;
use std::path::Path;

/// A heading, and what stands under it: an item a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is about.
    pub heading: String,
    /// What is told, in sentences or names.
    pub lines: Vec<String>,
}

impl Told {
    pub(super) fn new(heading: impl Into<String>, lines: Vec<String>) -> Self {
        Self { heading: heading.into(), lines }
    }
}

/// When an outcome is to be looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The day.
    pub day: Date,
    /// After how many months, if nothing is agreed.
    pub months: u32,
    /// Whether another day was agreed.
    pub agreed: bool,
    /// Whether the outcome says if a DPIA is needed.
    pub dpia: bool,
}

/// A word or a sentence of what comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum Cycle {
    Newer,
    TakeNewer,
    StayOnOlder,
    HelpNewer,
    NewerThere,
    InUse,
    OnlyLook,
    TakeFolderOver,
    Leave,
    HelpInUse,
    Looking,
    LookingOnly,
    NotAllSaved,
    TakesOver,
    Confirms,
    Review,
    MotivationThen,
    Term,
    TermField,
    HintTerm,
    NoTerm,
    Touched,
    HowTouched,
    HelpTouched,
}

/// What the interface says about what comes back.
pub trait CycleWords {
    /// A word or a sentence.
    fn cycle(&self, word: Cycle) -> &'static str;
    /// What a newer questionnaire would make of an assessment.
    fn upgrade(&self, upgrade: &Upgrade) -> Vec<Told>;
    /// That someone else has the folder open, perhaps not any more, and what one can do.
    fn in_use(&self, folder: &Path, by: Option<&Holder>, silent: bool) -> Vec<Told>;
    /// What was said last time, and when.
    fn last_time(&self, answer: &str, day: Date) -> String;
    /// How an answer stands against that of last time.
    fn reviewed(&self, state: Reviewed, was: &str) -> String;
    /// The same for a row of a list; without a state, what was said last time.
    fn reviewed_row(&self, state: Option<Reviewed>, was: &str) -> String;
    /// How far a review is, in a few words.
    fn review(&self, review: &Review) -> String;
    /// The same in sentences, with the verdict of last time and its day.
    fn review_whole(&self, review: &Review, verdict: &str, day: Date) -> Vec<String>;
    /// So many answers were said again as they were.
    fn confirmed(&self, count: usize) -> String;
    /// When an outcome is to be looked at again, and why then: after so many months, or on another day that was agreed.
    fn review_term(&self, term: &Term) -> Vec<String>;
    /// A record that a later one names, and how its file stands.
    fn link(&self, link: &Link) -> String;
    /// A word or a sentence of two copies side by side.
    fn double(&self, word: Double) -> &'static str;
    /// That there are two of something.
    fn two_of(&self, what: &str) -> String;
    /// The two, each with when it changed.
    fn sides(&self, comparison: &Comparison) -> [String; 2];
}

impl CycleWords for Dutch {
    fn double(&self, word: Double) -> &'static str {
        twins::dutch(word)
    }

    fn two_of(&self, what: &str) -> String {
        format!("Er zijn twee exemplaren van {what}")
    }

    fn sides(&self, comparison: &Comparison) -> [String; 2] {
        twins::sides(comparison)
    }

    fn cycle(&self, word: Cycle) -> &'static str {
        match word {
            Cycle::Newer => "Nieuwere vragenlijst",
            Cycle::TakeNewer => "Neem de nieuwe versie over",
            Cycle::StayOnOlder => "Ga verder met de oude versie",
            Cycle::HelpNewer => {
                "De vragenlijst van deze toets is vernieuwd. Hier leest u wat er anders is en wat dat met de uitkomst doet. \
                 Kies daarna zelf. Esc gaat terug; dan verandert er niets."
            }
            Cycle::NewerThere => {
                "Van deze vragenlijst is er een nieuwere versie. Met w ziet u wat die anders maakt."
            }
            Cycle::InUse => "Al in gebruik",
            Cycle::OnlyLook => "Alleen kijken",
            Cycle::TakeFolderOver => "Overnemen",
            Cycle::Leave => "Stoppen",
            Cycle::HelpInUse => {
                "Twee mensen tegelijk in één map: dan kan de een het werk van de ander missen. Kies daarom eerst. Kijken kan altijd."
            }
            Cycle::Looking => "ALLEEN KIJKEN",
            Cycle::NotAllSaved => {
                "Niet alles is bewaard. Het programma probeert het steeds opnieuw. Toch stoppen? Druk nog eens op Ctrl+Q; wat niet is bewaard, bent u dan kwijt."
            }
            Cycle::LookingOnly => {
                "U kijkt alleen: een ander heeft deze map open. Er is niets veranderd. Sluit het programma en open het opnieuw als de ander klaar is."
            }
            Cycle::TakesOver => "F5 neemt het over.",
            Cycle::Confirms => "Klopt dat nog? F5: ongewijzigd bevestigen.",
            Cycle::Term => "Wanneer opnieuw bekijken?",
            Cycle::TermField => "Datum",
            Cycle::HintTerm => {
                "Een datum: 1-3, 22-11-2027 of over 1 jaar. Leeg laten mag: dan geldt de gewone termijn."
            }
            Cycle::NoTerm => {
                "Dat is geen datum die nog moet komen. Typ bijvoorbeeld 1-3-2028, of laat het leeg."
            }
            Cycle::Touched => "Waar",
            Cycle::HowTouched => "Druk op Enter en kies waar de verandering bij hoort.",
            Cycle::HelpTouched => {
                "Zet een kruisje bij alles waar de verandering bij hoort. De toetsen daarover komen terug op uw lijst. Met Esc bent u klaar."
            }
            Cycle::Review => "Opnieuw bekeken",
            Cycle::MotivationThen => "Motivering van vorige keer. F5 neemt die over.",
        }
    }

    fn upgrade(&self, upgrade: &Upgrade) -> Vec<Told> {
        upgrade::dutch(upgrade)
    }

    fn last_time(&self, answer: &str, day: Date) -> String {
        reviewing::last_time(answer, day)
    }

    fn reviewed(&self, state: Reviewed, was: &str) -> String {
        reviewing::reviewed(state, was)
    }

    fn reviewed_row(&self, state: Option<Reviewed>, was: &str) -> String {
        reviewing::reviewed_row(state, was)
    }

    fn review(&self, review: &Review) -> String {
        reviewing::review(review)
    }

    fn review_whole(&self, review: &Review, verdict: &str, day: Date) -> Vec<String> {
        reviewing::review_whole(review, verdict, day)
    }

    fn confirmed(&self, count: usize) -> String {
        reviewing::confirmed(count)
    }

    fn review_term(&self, term: &Term) -> Vec<String> {
        reviewing::term(term)
    }

    fn link(&self, link: &Link) -> String {
        reviewing::link(link)
    }

    fn in_use(&self, folder: &Path, by: Option<&Holder>, silent: bool) -> Vec<Told> {
        let by = by.map_or_else(|| "iemand anders".to_owned(), Holder::words);
        let is_open = format!("De map {} is open bij {by}.", folder.display());
        let choices = [
            "Alleen kijken: u kunt alles lezen en elk verslag controleren. Er verandert niets.",
            "Overnemen: doe dit alleen als de ander klaar is, of als die computer is uitgevallen. Werkt de ander toch nog door, dan \
             wordt daar niets meer bewaard. Het programma zegt dat daar dan.",
            "Houdt een programma als Dropbox of OneDrive deze map gelijk? Wacht dan eerst tot alles is bijgewerkt.",
        ];
        let left = "Daar is al een halve dag niets veranderd. Waarschijnlijk is die computer uit, of bleef het programma open staan. \
            Overnemen kan dan: vraag het zo mogelijk eerst even na.";
        let is_open = std::iter::once(is_open).chain(silent.then(|| left.to_owned())).collect();
        vec![
            Told::new("Deze map is al in gebruik", is_open),
            Told::new("Wat kunt u doen?", choices.map(str::to_owned).to_vec()),
        ]
    }
}
