//! What the assessments amount to, taken together.

use super::{
    doubts,
    evidence::Proofs,
    facts,
    feeding::Filled,
    index::Seen,
    touching::{self, Touch},
    words,
};
use crate::{
    model::{About, Action, Id, Label, Organisation, Participant, Processing},
    session::{AssessmentLine, Doubt, Fact},
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

/// What the assessments amount to, taken together.
pub(super) struct Stock {
    pub(super) assessments: Vec<Arc<AssessmentLine>>,
    /// Those of the assessments that were shown otherwise before.
    pub(super) renewed: Vec<Arc<AssessmentLine>>,
    pub(super) facts: Vec<Fact>,
    pub(super) evidence: Proofs,
    pub(super) doubts: BTreeMap<Id, Doubt>,
    pub(super) people: Vec<Participant>,
    /// The tables that feed the register, the newest first.
    pub(super) tables: Vec<Filled>,
    /// The assessments of which there are two in one folder, and what the second is called.
    pub(super) twins: Vec<(Id, String)>,
}

impl Stock {
    /// What is `seen`, the last changed first, with what changed since; nothing is due as long as `touches` are not known, because
    /// not all is read.
    pub(super) fn of(
        seen: &[&Seen],
        subjects: &Subjects,
        actions: &[Arc<Action>],
        touches: Option<&[Touch]>,
    ) -> Self {
        // What was taken up again is looked at there; that is known only once all are read.
        let again: HashSet<&Id> =
            seen.iter().filter_map(|seen| seen.rare().again.as_ref()).collect();
        let mut renewed = Vec::new();
        let line = |seen: &&Seen| {
            let line = &seen.line;
            let subject = subjects.of_what(&line.about);
            let (review, because) = match touches.filter(|_| !again.contains(&line.id)) {
                Some(touches) => touching::due(seen, touches),
                None => Default::default(),
            };
            if (&line.subject, line.review, &line.because) == (&subject, review, &because) {
                return Arc::clone(line);
            }
            let line = AssessmentLine { subject, review, because, ..AssessmentLine::clone(line) };
            let line = Arc::new(line);
            renewed.push(Arc::clone(&line));
            line
        };
        let assessments = seen.iter().map(line).collect();
        let mut evidence = Proofs::new();
        for seen in seen {
            if let (About::Processing(entry), Some((proves, outcome))) =
                (&seen.line.about, &seen.rare().proof)
            {
                evidence.entry(entry.clone()).or_default().learn(proves, outcome.clone());
            }
        }
        // The list that was changed last, of those on which anybody stands.
        let people = seen.iter().map(|seen| &seen.rare().people).find(|people| !people.is_empty());
        Self {
            evidence,
            facts: facts::newest(seen),
            doubts: doubts::doubts(actions, seen),
            people: people.cloned().unwrap_or_default(),
            tables: seen.iter().flat_map(|seen| seen.rare().tables.iter().cloned()).collect(),
            twins: seen
                .iter()
                .flat_map(|seen| {
                    let named = |name: &String| (seen.line.id.clone(), name.clone());
                    seen.rare().twins.iter().map(named)
                })
                .collect(),
            assessments,
            renewed,
        }
    }
}

/// What assessments can be about, in words.
pub(super) struct Subjects {
    organisation: Label,
    processings: HashMap<Id, Label>,
}

impl Subjects {
    pub(super) fn of(organisation: Option<&Organisation>, processings: &[Arc<Processing>]) -> Self {
        let name = organisation.map(|organisation| organisation.name.trim());
        let name = name.filter(|name| !name.is_empty()).unwrap_or(words::THE_ORGANISATION);
        let named = |one: &Arc<Processing>| (one.id.clone(), Label::from(&one.name));
        Self { organisation: name.into(), processings: processings.iter().map(named).collect() }
    }

    fn of_what(&self, about: &About) -> Label {
        match about {
            About::Organisation => self.organisation.clone(),
            About::Processing(id) => {
                self.processings.get(id).cloned().unwrap_or_else(|| Label::from(id.as_str()))
            }
        }
    }
}
