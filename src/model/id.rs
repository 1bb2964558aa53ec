//! Names inside a questionnaire.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};
use std::{borrow::Borrow, cell::RefCell, collections::HashSet, fmt, sync::Arc};

/// The stable name of a question, choice, rule, verdict, definition, count or action.
///
/// English, lower case, digits and underscores; never given another meaning, because signed records depend on it.
/// A copy costs next to nothing: every evaluation tells hundreds of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(Arc<str>);

impl Id {
    /// The answer "ja".
    pub const YES: &'static str = "yes";
    /// The answer "nee".
    pub const NO: &'static str = "no";
    /// The answer "weet ik niet".
    pub const UNKNOWN: &'static str = "unknown";

    /// A name, taken as it is.
    pub fn new(name: impl Into<String>) -> Self {
        Self(name.into().into())
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

thread_local! {
    /// The names that are shared while something large is read; none at other times.
    static POOL: RefCell<Option<HashSet<Id>>> = const { RefCell::new(None) };
}

/// Ends the sharing, however it ends.
struct Sharing;

impl Drop for Sharing {
    fn drop(&mut self) {
        POOL.set(None);
    }
}

impl Id {
    /// Does `work`, and has every name that is read in it there only once in memory: thousands of assessments name the same
    /// few hundred questions.
    pub fn sharing<T>(work: impl FnOnce() -> T) -> T {
        POOL.set(Some(HashSet::new()));
        let _sharing = Sharing;
        work()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<&str> for Id {
    fn from(name: &str) -> Self {
        Self::new(name)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Id {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Name)
    }
}

/// What reads a name.
struct Name;

impl Visitor<'_> for Name {
    type Value = Id;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Id, E> {
        Ok(POOL.with_borrow_mut(|pool| match pool {
            None => Id(name.into()),
            Some(pool) => pool.get(name).cloned().unwrap_or_else(|| {
                let new = Id(name.into());
                pool.insert(new.clone());
                new
            }),
        }))
    }
}
