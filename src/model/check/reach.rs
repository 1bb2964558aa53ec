//! How far conditions reach: which question they need last, and how deep they are nested, also through definitions.

use super::{Check, DEEPEST, Flaw, Named};
use crate::model::{Condition, Definition, Id};

/// How far each definition and count reaches, as far as is known.
#[derive(Default)]
pub(super) struct Reach {
    definitions: Vec<Far>,
    /// By the place of the count.
    counts: Vec<Option<Far>>,
}

/// How far something reaches.
#[derive(Clone, Copy, Default)]
struct Far {
    /// The place of the last question that it reads.
    last: Option<usize>,
    depth: usize,
}

impl Far {
    fn and(self, other: Self) -> Self {
        Self { last: self.last.max(other.last), depth: self.depth.max(other.depth) }
    }

    fn deeper(self) -> Self {
        Self { depth: self.depth + 1, ..self }
    }
}

impl<'a> Check<'a> {
    /// A definition reads earlier definitions only, also through a count: so none rests on itself. These are to be seen one
    /// after another, in the order of the file.
    pub(super) fn reach_of_definition(&mut self, definition: &'a Definition) {
        let mut far = Far::default();
        for condition in [&definition.yes, &definition.no] {
            match self.far(condition) {
                Some(own) => far = far.and(own),
                None => self.tell(Flaw::Circle { at: definition.id.clone() }),
            }
        }
        if far.depth > DEEPEST {
            self.tell(Flaw::Deep { at: definition.id.clone() });
            far.depth = 0;
        }
        self.reach.definitions.push(far.deeper());
    }

    /// A condition reads earlier questions only, also through definitions and counts.
    pub(super) fn earlier(&mut self, at: &Id, condition: &'a Condition, asked: usize) {
        if self.is_full() {
            return;
        }
        let mut names = Vec::new();
        condition.for_each_name(&mut |name| names.push(name));
        for name in names {
            let last = self.named(name).and_then(|far| far.last);
            if let Some(last) = last.filter(|last| *last >= asked) {
                let mut questions = self.draft.sections.iter().flat_map(|s| &s.questions);
                let name = match self.names.0.get(name) {
                    Some(Named::Question(..)) => name.clone(),
                    _ => questions.nth(last).map_or_else(|| name.clone(), |q| q.id.clone()),
                };
                let flaw = Flaw::Unasked { at: at.clone(), name };
                if !self.flaws.contains(&flaw) {
                    self.tell(flaw);
                }
            }
        }
        self.deep(at, condition);
    }

    /// A condition is not nested deeper than can be followed.
    pub(super) fn deep(&mut self, at: &Id, condition: &'a Condition) {
        if self.far(condition).is_some_and(|far| far.depth > DEEPEST) {
            self.tell(Flaw::Deep { at: at.clone() });
        }
    }

    /// How far a condition reaches; none if it reads a definition that is not known yet.
    fn far(&mut self, condition: &'a Condition) -> Option<Far> {
        let mut names = Vec::new();
        condition.for_each_name(&mut |name| names.push(name));
        let mut far = Far::default();
        for name in names {
            far = far.and(self.named(name)?);
        }
        far.depth += depth(condition);
        Some(far)
    }

    /// How far a name reaches. What does not exist reaches nowhere.
    fn named(&mut self, name: &Id) -> Option<Far> {
        match self.names.0.get(name) {
            Some(Named::Question(place, _)) => Some(Far { last: Some(*place), depth: 0 }),
            Some(Named::Definition(place)) => self.reach.definitions.get(*place).copied(),
            Some(Named::Count(place)) => self.count(*place),
            None => Some(Far::default()),
        }
    }

    fn count(&mut self, place: usize) -> Option<Far> {
        self.reach.counts.resize(self.draft.counts.len(), None);
        if let Some(known) = self.reach.counts.get(place).copied().flatten() {
            return Some(known);
        }
        // Nothing is sought any more once there are so many flaws, and each that is not known yet is one.
        if self.is_full() {
            return None;
        }
        let mut far = Far::default();
        for id in self.draft.counts.get(place).map_or(&[][..], |count| &count.of) {
            // A count of a count is told where it stands.
            far = match self.names.0.get(id) {
                Some(Named::Count(_)) | None => far,
                Some(Named::Question(at, _)) => far.and(Far { last: Some(*at), depth: 0 }),
                Some(Named::Definition(at)) => far.and(*self.reach.definitions.get(*at)?),
            };
        }
        let known = self.reach.counts.get_mut(place)?;
        *known = Some(far.deeper());
        *known
    }
}

/// How many conditions are inside each other.
fn depth(condition: &Condition) -> usize {
    match condition {
        Condition::Not(inner) => 1 + depth(inner),
        Condition::All(inner) | Condition::Any(inner) => {
            1 + inner.iter().map(depth).max().unwrap_or_default()
        }
        _ => 1,
    }
}
