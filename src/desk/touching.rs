//! What changed since it was signed: the yearly round says where, and the toetsen about that are to be looked at again.
//!
//! Nothing is written into a signed toets. That it is due follows from the two files, its own and that of the round; so it is no
//! longer due once the answer in the round is taken back, or once the toets is done again.

use super::{Office, index::Seen};
use crate::model::{About, Feeds, Id, Label, Moment, Processing, Status};
use jiff::civil::Date;
use std::{collections::HashMap, sync::Arc};

/// Something that changed.
#[derive(Debug)]
pub(super) struct Touch {
    /// In which assessment that was said.
    by: Id,
    /// When that assessment was begun: what is signed later was looked at with the change known.
    since: Moment,
    /// Where.
    about: About,
    /// What, in a few words.
    reason: String,
    /// The questionnaires whose outcome it touches.
    questionnaires: Vec<Id>,
}

impl Office {
    /// Everything that changed, as the tables of the assessments say it.
    pub(super) fn touches(&self, seen: &[&Seen], register: &[Arc<Processing>]) -> Vec<Touch> {
        let mut named: HashMap<String, &Id> = HashMap::new();
        for entry in register {
            named.insert(folded(&entry.name), &entry.id);
        }
        let mut touches = Vec::new();
        for one in seen {
            for filled in &one.rare().tables {
                let Some(edition) = self.library.get(&filled.questionnaire) else { continue };
                let question = edition.questionnaire.question(&filled.question);
                let Some(Feeds::Touched { column, whole, reason, questionnaires }) =
                    question.and_then(|question| question.feeds.as_ref())
                else {
                    continue;
                };
                let cells = filled.rows.iter().filter_map(|row| row.get(column));
                let abouts = cells.filter_map(|cell| match folded(cell) {
                    cell if cell == folded(whole) => Some(About::Organisation),
                    cell => named.get(&cell).map(|id| About::Processing((*id).clone())),
                });
                touches.extend(abouts.map(|about| Touch {
                    by: one.line.id.clone(),
                    since: one.told.begun,
                    about,
                    reason: reason.clone(),
                    questionnaires: questionnaires.clone(),
                }));
            }
        }
        touches
    }
}

/// A name however it is written.
fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// When the assessment of `seen` is to be looked at again, and what of `touches` came after it was signed.
pub(super) fn due(seen: &Seen, touches: &[Touch]) -> (Option<Date>, Label) {
    let (line, mut review) = (&seen.line, seen.told.review);
    let Status::Signed(signed) = &line.status else { return (review, Label::default()) };
    let signed = signed.at;
    let mut reasons: Vec<&str> = Vec::new();
    for touch in touches {
        let here = touch.about == line.about
            && touch.by != line.id
            && touch.since > signed
            && touch.questionnaires.contains(&line.questionnaire);
        if !here {
            continue;
        }
        let since = touch.since.date();
        review = Some(review.map_or(since, |day| day.min(since)));
        if !reasons.contains(&touch.reason.as_str()) {
            reasons.push(&touch.reason);
        }
    }
    let because = if reasons.is_empty() { Label::default() } else { reasons.join(", ").into() };
    (review, because)
}
