//! What an institution, a questionnaire and an answer are. Values only: no files, no clock, no screen.
//!
//! # Writing a questionnaire
//!
//! A questionnaire is one RON file in `questionnaires/`. [`Draft`] is its shape, field by field; the words an author
//! needs most:
//!
//! * A [`Section`] is a page after a page ([`Layout::Pages`]) or one list whose rows are answered in place
//!   ([`Layout::Checklist`]). A question that belongs to the row above it names that row in `under`.
//! * A [`Question`] is always asked, unless it has a `when`. A [`Condition`] may only read questions that come
//!   earlier in the file. An answer to a question that is not asked never counts.
//! * `"unknown"` is an answer; leaving a question open is not. A condition on an open question is neither true nor
//!   false, and so is everything that rests on it.
//! * A [`Definition`] gives a name to something that is yes, no or unknown because of other answers. It is `"yes"` when its `yes`
//!   condition holds, `"no"` when its `no` condition holds, and `"unknown"` otherwise.
//! * A [`Count`] gives a name to "how many of these have this value"; [`Condition::AtLeast`] and [`Condition::AtMost`] read it.
//! * The [`Rule`]s are a decision table: the first one that holds gives the verdict; every one that holds is
//!   told as a reason. The last rule should always hold (`when: All([])`), so that there is always a verdict.
//! * A [`Switch`] is law that holds from a day on. [`Condition::InForce`] reads it, and reads it the same for as long as an
//!   evaluation is of the same day. Without a day it is off.
//! * [`Verdict`]s stand strictest first. One may ask a [`Motivation`] that cannot be skipped.
//! * [`ActionTemplate`]s say what must be done under which verdict or answers.
//! * A table whose rows are processing activities says so in `feeds`: [`Feeds::Register`] names for each column the field of
//!   the register's entry that it fills ([`EntryField`]; one of them `Name`). The register then offers each row as an entry:
//!   `feeds: Register([(column: "activity", field: Name), (column: "data", field: Data)])`.
//! * A table whose rows say where something changed says so in `feeds` too: [`Feeds::Touched`] names the column with the name
//!   of the entry, what changed, and the questionnaires that are to be done again:
//!   `feeds: Touched(column: "where", whole: "De hele instelling", reason: "nieuwe leverancier", questionnaires: ["pre-dpia"])`.
//! * A questionnaire about one processing activity whose outcome the register rests on says so in `proves`: [`Proves::PreDpia`]
//!   names the verdicts under which a DPIA is needed, [`Proves::Balancing`] those under which a legitimate interest holds:
//!   `proves: PreDpia(required: ["required"])`.
//!
//! ```text
//! (
//!     id: "voorbeeld", version: "2026.11.0", title: "Voorbeeld", about: Processing,
//!     intro: "Waar dit over gaat.", legal_state: (date: "2026-11-22", pending: []),
//!     sections: [(
//!         id: "begin", title: "Begin", layout: Pages,
//!         questions: [(
//!             id: "personal_data", label: "Persoonsgegevens", text: "Gebruikt u persoonsgegevens?",
//!             kind: YesNoUnknown, help: "…", why: "…", examples: ["…"], sources: ["AVG art. 4 lid 1"],
//!         )],
//!     )],
//!     rules: [
//!         (id: "no_data", when: Is("personal_data", "no"), verdict: "not_applicable", text: "Er zijn geen persoonsgegevens."),
//!         (id: "data", when: All([]), verdict: "applicable", text: "Er zijn persoonsgegevens."),
//!     ],
//!     verdicts: [
//!         (id: "applicable", title: "Van toepassing", sentence: "De AVG geldt.", tone: Caution),
//!         (id: "not_applicable", title: "Niet van toepassing", sentence: "De AVG geldt niet.", tone: Good),
//!     ],
//! )
//! ```
//!
//! All texts are Dutch. Answers store ids only, so they know no language.

mod action;
mod answer;
mod apart;
mod assessment;
mod capacity;
mod check;
mod condition;
mod evidence;
mod gap;
mod holder;
mod id;
mod moment;
mod organisation;
mod place;
mod processing;
mod questionnaire;
mod reviewing;
mod settings;
mod shared;
mod signers;
mod switch;
mod texts;
mod workshop;

pub use action::{Action, Actions, Event, Origin, Priority, Progress, Proof};
pub use answer::{Answer, Answers, Misfit, Row};
pub use apart::{Apart, Misapart};
pub use assessment::{About, Assessment, Participant, Pinned, Signed, Status, Upgraded};
pub use capacity::{Capacity, LONGEST_REASON, LONGEST_ROLE, MAKER};
pub use check::{DEEPEST, Flaw, LONGEST_TEXT, MOST_CHOICES, MOST_FLAWS};
pub use condition::{Condition, Count, Definition};
pub use evidence::{Dismissals, EntryField, Evidence, Fed, Feed, Feeds, Outcome, Proves};
pub use gap::Gap;
pub use holder::{Holder, Who};
pub use id::Id;
pub use moment::Moment;
pub use organisation::Organisation;
pub use place::{Part, Place, Spot};
pub use processing::{Basis, Commission, Processing, Processor, Retention};
pub use questionnaire::{
    ActionTemplate, Choice, Column, Draft, Exception, FollowUp, Kind, Layout, LegalState,
    Motivation, Pending, Question, Questionnaire, Rule, Section, Subject, Tone, Verdict,
};
pub use reviewing::{Ancestor, Held, Previous, Review, Reviewed};
pub use settings::{Ground, Settings};
pub use shared::{Label, sharing};
pub use signers::{KnownSigner, KnownSigners};
pub use switch::Switch;
pub use texts::Text;
pub use workshop::{Dissent, Parked, Tally, Vote, Workshop};
