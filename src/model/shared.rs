//! Texts that many things have in common: each stands in memory only once.

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, Visitor},
};
use std::{cell::RefCell, collections::HashSet, fmt, ops::Deref, sync::Arc};

thread_local! {
    /// The texts that are shared while something large is read; none at other times.
    static POOL: RefCell<Option<HashSet<Arc<str>>>> = const { RefCell::new(None) };
}

/// Ends the sharing, however it ends.
struct Sharing;

impl Drop for Sharing {
    fn drop(&mut self) {
        POOL.set(None);
    }
}

/// Does `work`, and has every name and every label that is read or made in it there only once in memory: thousands of assessments
/// name the same few hundred questions.
pub fn sharing<T>(work: impl FnOnce() -> T) -> T {
    POOL.set(Some(HashSet::new()));
    let _sharing = Sharing;
    work()
}

/// The text, shared with whatever said the same before.
fn pooled(text: &str) -> Arc<str> {
    POOL.with_borrow_mut(|pool| match pool {
        None => text.into(),
        Some(pool) => pool.get(text).cloned().unwrap_or_else(|| {
            let new: Arc<str> = text.into();
            pool.insert(Arc::clone(&new));
            new
        }),
    })
}

/// Reads a text, shared with whatever said the same before.
pub(super) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    struct Text;
    impl Visitor<'_> for Text {
        type Value = Arc<str>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Arc<str>, E> {
            Ok(pooled(text))
        }
    }
    deserializer.deserialize_str(Text)
}

/// A short text that many things may have in common, such as a title. A copy costs next to nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(Arc<str>);

impl Deref for Label {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<T: AsRef<str> + ?Sized> From<&T> for Label {
    fn from(text: &T) -> Self {
        Self(pooled(text.as_ref()))
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::from(&text)
    }
}

impl PartialEq<str> for Label {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Label {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Label {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read(deserializer).map(Self)
    }
}

/// How a list of what is shared is written and read (serde): as a list of the things.
pub(super) mod arcs {
    use serde::{
        Deserialize, Deserializer, Serialize, Serializer,
        de::{SeqAccess, Visitor},
    };
    use std::{fmt, marker::PhantomData, sync::Arc};

    pub(in super::super) fn serialize<T: Serialize, S: Serializer>(
        all: &[Arc<T>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(all.iter().map(|one| &**one))
    }

    pub(in super::super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Arc<T>>, D::Error> {
        deserializer.deserialize_seq(All(PhantomData))
    }

    struct All<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for All<T> {
        type Value = Vec<Arc<T>>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<Arc<T>>, A::Error> {
            let mut all = Vec::new();
            while let Some(one) = items.next_element()? {
                all.push(Arc::new(one));
            }
            Ok(all)
        }
    }
}

/// Reads a list, in no more room than it needs: thousands of entries have a list of one.
pub(super) fn exact<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let mut all = Vec::deserialize(deserializer)?;
    all.shrink_to_fit();
    Ok(all)
}
