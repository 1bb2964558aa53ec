//! The words of the interface. A language is one implementation of [`Words`]; a word that is missing does not compile.

mod aside;
mod cycle;
mod deeds;
mod dutch;
mod glossary;
mod keyring;
mod ledger;
mod looks;
mod manual;
mod reviewing;
mod sights;
mod stamp;
mod standing;
mod tour;
mod twins;
mod upgrade;
mod workshop;

pub use aside::AsideWords;
pub use cycle::{Cycle, CycleWords, Term as ReviewTerm, Told};
pub use dutch::Dutch;
pub use glossary::Definition;
pub use keyring::{KeyWord, KeyringWords, SignWord};
pub use ledger::Term;
pub use looks::Choice;
pub use manual::Chapter;
pub use sights::Sight;
pub use stamp::Stamping;
pub use tour::{Tour, TourWords};
pub use twins::Double;
pub use workshop::{GroupWords, Meet};

use super::keys::Action;
use crate::{
    model::{Ground, Id, Kind},
    session::{DataStanding, StampReport, Standing},
};

/// Everything the interface says by itself. What questionnaires say is in their files.
pub trait Words: AsideWords + CycleWords + GroupWords + KeyringWords + TourWords + Sync {
    /// An action in a word or two, for the footer.
    fn action(&self, action: Action) -> &'static str;
    /// An action in a sentence, for the help.
    fn explain(&self, action: Action) -> &'static str;
    /// A value that every yes/no question has.
    fn value(&self, value: &Id) -> Option<&'static str>;
    /// How to answer a question of this kind.
    fn how_to_answer(&self, kind: &Kind) -> &'static str;
    /// A word or a hint of the register and the actions.
    fn term(&self, term: Term) -> &'static str;
    /// What can be chosen for the screen: what it is called, and what it is for.
    fn choice(&self, choice: Choice) -> (&'static str, &'static str);
    /// On which ground, in which colours.
    fn ground(&self, ground: Ground) -> &'static str;
    /// On or off.
    fn switched(&self, on: bool) -> &'static str;
    /// What the words of this field mean.
    fn glossary(&self) -> &'static [Definition];
    /// The month of a day, with its year.
    fn month(&self, day: jiff::civil::Date) -> String;
    /// The manual.
    fn manual(&self) -> &'static [Chapter];
    /// The heading above what is said of the screen one came from.
    fn this_screen(&self) -> &'static str;
    /// That the sources were copied, or that there are none.
    fn copied(&self, count: usize) -> &'static str;
    /// Something that the overview or a list says.
    fn sight(&self, sight: Sight<'_>) -> String;
    /// How many of a department's actions are done, and how many are overdue.
    fn progress_of(&self, done: usize, all: usize, late: usize) -> String;
    /// So many earlier answers were taken over.
    fn taken_over(&self, count: usize) -> String;
    /// That it should be looked at again since this day.
    fn review_due(&self, day: jiff::civil::Date) -> String;
    /// What stands in a field cannot be read; how it is to be written, and how to leave it.
    fn unreadable(&self, hint: Term) -> String;
    /// How many of all are shown.
    fn shown(&self, shown: usize, all: usize) -> String;
    /// Where files were written.
    fn exported(&self, paths: &[String]) -> String;
    /// What was taken over.
    fn adopted(&self, name: &str) -> String;
    /// How many were taken over.
    fn adopted_all(&self, count: usize) -> String;
    /// That so many rows of an inventory are not in the register.
    fn proposed(&self, count: usize) -> String;
    /// Where a proposal comes from.
    fn proposed_from(&self, title: &str) -> String;
    /// So many things are missing.
    fn missing(&self, count: usize) -> String;
    /// Words without a number or a name in them.
    fn say(&self, word: Word) -> &'static str;
    /// An earlier answer to the same question, where and when.
    fn earlier(&self, answer: &str, title: &str, date: jiff::civil::Date) -> String;
    /// That so many changes of the law are under way, and where one reads which.
    fn law_coming(&self, laws: usize) -> String;
    /// How many rows a table has.
    fn rows(&self, count: usize) -> String;
    /// The window is too small.
    fn too_small(&self) -> &'static str;
    /// Everything is made up.
    fn example(&self) -> &'static str;
    /// The institution, when it has no name yet.
    fn the_organisation(&self) -> &'static str;
    /// It is being saved.
    fn saving(&self) -> &'static str;
    /// It was saved at this time of day.
    fn saved_at(&self, clock: &str) -> String;
    /// It could not be saved.
    fn not_saved(&self) -> &'static str;
    /// How to leave the program.
    fn how_to_leave(&self) -> &'static str;
    /// Where the data are kept.
    fn folder(&self, path: &str) -> String;
    /// "vraag 7 van 31 · deel 2 van 5", and shorter; "van 31 of meer" where more may be asked than is known.
    fn progress(
        &self,
        question: (usize, usize),
        step: (usize, usize),
        leads_on: bool,
    ) -> Vec<String>;
    /// The question with this number.
    fn question(&self, number: usize) -> String;
    /// How many are answered.
    fn answered(&self, answered: usize, asked: usize) -> String;
    /// The verdict is settled.
    fn settled(&self, verdict: &str) -> String;
    /// The verdict is not settled; so many open questions still matter.
    fn unsettled(&self, open: usize) -> String;
    /// What is still possible.
    fn possible(&self, verdicts: &[&str]) -> String;
    /// What another answer would lead to.
    fn would_change(&self, question: &str, value: &str, verdicts: &[&str]) -> String;
    /// Within so many days.
    fn within(&self, days: u32) -> String;
    /// The date of the rules.
    fn legal_state(&self, date: jiff::civil::Date) -> String;
    /// Whether a rule with a first day holds.
    fn switch(&self, title: &str, in_force: bool, from: Option<jiff::civil::Date>) -> String;
    /// So many rows were answered with no.
    fn rest_answered(&self, rows: usize) -> String;
    /// A record lies here.
    fn record_at(&self, path: &str) -> String;
    /// Who made a signature, as what, and when.
    fn signed_by(&self, signer: &str, role: &str, time: &str) -> String;
    /// What a check found, in a title and a sentence.
    fn standing(&self, standing: Standing) -> (&'static str, &'static str);
    /// Whether the pages say what the data say.
    fn data(&self, data: DataStanding) -> &'static str;
    /// The fingerprint of a signer's certificate, and whether it is known here.
    fn fingerprint(&self, fingerprint: &str, known: bool) -> String;
    /// What a stable code of a problem means.
    fn problem(&self, code: &str) -> String;
    /// Someone made a signature.
    fn signature(&self, by: &str) -> String;
    /// How much of a file a signature covers.
    fn covers(&self, covers: &str) -> String;
    /// What is said around asking for a stamp.
    fn stamping(&self, word: Stamping) -> &'static str;
    /// Someone else stamped the moment.
    fn stamp(&self, stamp: &StampReport) -> String;
    /// Someone is still to sign.
    fn still_to_sign(&self, name: &str, role: &str) -> String;
    /// A name is needed before going on.
    fn needed(&self, field: &str) -> String;
    /// The passphrase must have so many characters.
    fn passphrase_short(&self, least: usize) -> String;
}

/// Words without a number or a name in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is a word; its meaning is the word itself")]
pub enum Word {
    Home,
    Manual,
    Settings,
    Glossary,
    TermsHere,
    TermsAll,
    Welcome,
    WelcomeText,
    StaysHere,
    FillIn,
    SeeExample,
    Later,
    Continue,
    Plans,
    Linked,
    LinkedHelp,
    NewOne,
    RestsOnTests,
    NotBegun,
    NewRow,
    ListDone,
    TableHelp,
    BeginProcessing,
    BeginOrganisation,
    Look,
    Kept,
    AccountHelp,
    CheckRecord,
    CheckOther,
    Organisation,
    Finished,
    NotSettled,
    NewProcessing,
    ChooseProcessing,
    Name,
    Sector,
    Departments,
    Contact,
    Coordinator,
    Dpo,
    Staff,
    Purpose,
    Department,
    Description,
    HintDepartments,
    HintStaff,
    OneNumber,
    NotYetKept,
    HintPurpose,
    HintDescription,
    HintName,
    HintSector,
    HintContact,
    HintCoordinator,
    HintDpo,
    HintDepartment,
    HintProcessing,
    Explanation,
    Why,
    Examples,
    CounterExamples,
    Outdated,
    Sources,
    Note,
    NoteHelp,
    VerdictSoFar,
    Outcome,
    Reasons,
    AlreadyHolds,
    AlsoCounts,
    RestsOn,
    WouldChange,
    NothingChanges,
    MustBeDone,
    Motivation,
    MotivationNeeded,
    MotivationThere,
    Missing,
    Participants,
    ParticipantsHelp,
    Sections,
    Sign,
    ChooseKey,
    AlsoSign,
    Director,
    HintAlsoSign,
    ChooseField,
    CountersignHelp,
    NewKey,
    Role,
    HintRole,
    Passphrase,
    PassphraseAgain,
    HintPassphrase,
    HintAgain,
    PassphrasesDiffer,
    MakingKey,
    Signing,
    Signed,
    SignedHelp,
    Locked,
    Report,
    File,
    HintFile,
    Checking,
    Composing,
    Preview,
    PendingLaw,
    Switches,
    Goal,
    Result,
    NotApplicable,
    HelpHome,
    HelpForm,
    HelpInterview,
    HelpChecklist,
    HelpOutcome,
    HelpText,
    HelpList,
    HelpReport,
    HelpFind,
    Find,
    NothingFound,
    AnotherAnswer,
    TooMuchText,
    FollowUp,
    Nowhere,
}
