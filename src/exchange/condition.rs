//! Conditions for other programs: one key that says what must hold, and what it reads.

use crate::model::Condition;
use serde::{Serialize, Serializer, ser::SerializeMap as _};

/// A condition as JSON: `{"is": ["role", "processor"]}`, `{"all": [ … ]}`, `{"at_least": ["criteria", 2]}`.
#[derive(Clone, Copy, Debug)]
pub struct When<'a>(pub &'a Condition);

impl Serialize for When<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self.0 {
            Condition::Is(id, value) => map.serialize_entry("is", &(id, value))?,
            Condition::OneOf(id, values) => map.serialize_entry("one_of", &(id, values))?,
            Condition::Answered(id) => map.serialize_entry("answered", id)?,
            Condition::AtLeast(id, low) => map.serialize_entry("at_least", &(id, low))?,
            Condition::AtMost(id, high) => map.serialize_entry("at_most", &(id, high))?,
            Condition::Not(inner) => map.serialize_entry("not", &When(inner))?,
            Condition::All(inner) => map.serialize_entry("all", &each(inner))?,
            Condition::Any(inner) => map.serialize_entry("any", &each(inner))?,
            Condition::AnyIs(ids, value) => map.serialize_entry("any_is", &(ids, value))?,
            Condition::AllAre(ids, value) => map.serialize_entry("all_are", &(ids, value))?,
            Condition::InForce(switch) => map.serialize_entry("in_force", switch)?,
        }
        map.end()
    }
}

fn each(conditions: &[Condition]) -> Vec<When<'_>> {
    conditions.iter().map(When).collect()
}
