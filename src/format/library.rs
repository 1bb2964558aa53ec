//! The questionnaires inside the program.

use super::{Problems, parse_questionnaire, problem, sha256};
use crate::model::{Id, Pinned, Questionnaire};
use miniz_oxide::inflate::decompress_to_vec;
use std::sync::{Arc, LazyLock, OnceLock};

/// A questionnaire of which every byte is known.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The questionnaire, checked.
    pub questionnaire: Arc<Questionnaire>,
    /// Its file, byte for byte.
    pub text: Arc<str>,
    /// Its identity.
    pub pinned: Pinned,
}

impl Edition {
    /// Reads the questionnaire `text`.
    ///
    /// # Errors
    /// Every flaw, with its place.
    pub fn read(text: &str) -> Result<Self, Problems> {
        let questionnaire = parse_questionnaire(text)?;
        let pinned = Pinned {
            id: questionnaire.id().clone(),
            version: questionnaire.draft().version.clone(),
            sha256: sha256(text.as_bytes()),
        };
        Ok(Self { questionnaire: Arc::new(questionnaire), text: text.into(), pinned })
    }
}

struct Shelf {
    id: &'static str,
    /// Its text, packed when the program was built (DEFLATE, RFC 1951).
    packed: &'static [u8],
    /// What tells its text from another.
    mark: u64,
    read: OnceLock<Option<Edition>>,
}

impl Shelf {
    fn edition(&self) -> Option<&Edition> {
        self.read.get_or_init(|| Edition::read(&self.text()?).ok()).as_ref()
    }

    fn text(&self) -> Option<String> {
        String::from_utf8(decompress_to_vec(self.packed).ok()?).ok()
    }
}

macro_rules! shipped {
    ($($id:literal),+ $(,)?) => {
        static SHIPPED: LazyLock<Vec<Shelf>> = LazyLock::new(|| vec![$(Shelf {
            id: $id,
            packed: include_bytes!(concat!(env!("OUT_DIR"), "/", $id, ".ron")),
            mark: const { mark(include_str!(concat!("../../questionnaires/", $id, ".ron"))) },
            read: OnceLock::new(),
        }),+]);
    };
}

shipped![
    "pre-dpia",
    "gerechtvaardigd-belang",
    "direct-marketing",
    "fg-plicht",
    "registerplicht",
    "rol",
    "toestemming",
    "datalek",
    "verwerkersovereenkomst",
    "privacyverklaring",
    "rechten",
    "beveiliging",
    "bewaartermijnen",
    "doorgifte",
    "whize",
    "stappenplan-publieksdata",
    "stappenplan-klantgegevens",
    "stappenplan-ondernemer",
    "privacybeleid",
    "jaarlijkse-ronde",
];

/// A number that another text almost certainly does not have (after FNV-1a, by eight bytes). It is worked out by the compiler:
/// reading a megabyte of questionnaires to know which they are would be the longest part of starting the program.
const fn mark(text: &str) -> u64 {
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let mut rest = text.as_bytes();
    let mut mark = 0xcbf2_9ce4_8422_2325_u64 ^ rest.len() as u64;
    while let Some((eight, after)) = rest.split_first_chunk::<8>() {
        mark = (mark.rotate_left(23) ^ u64::from_le_bytes(*eight)).wrapping_mul(PRIME);
        rest = after;
    }
    while let Some((one, after)) = rest.split_first() {
        mark = (mark.rotate_left(23) ^ *one as u64).wrapping_mul(PRIME);
        rest = after;
    }
    mark
}

/// The questionnaires that ship with the program, each read when it is first asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Library;

impl Library {
    /// Their names, in the order they are offered.
    pub fn ids(self) -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|shelf| shelf.id)
    }

    /// A number that almost certainly no other set of questionnaires has. It proves nothing: whoever wants to know for sure which
    /// questionnaire it is, takes the SHA-256 of its text.
    pub fn mark(self) -> u64 {
        SHIPPED.iter().fold(0, |all, shelf| all.rotate_left(7) ^ shelf.mark)
    }

    /// The file of the questionnaire with this name.
    pub fn text(self, id: &str) -> Option<String> {
        SHIPPED.iter().find(|shelf| shelf.id == id)?.text()
    }

    /// The name that looks most like `name`, if one does.
    pub fn resembling(self, name: &str) -> Option<&'static str> {
        problem::nearest(name, self.ids())
    }

    /// The questionnaire in `text`. Of one that ships, byte for byte, all is known already.
    ///
    /// # Errors
    /// Every flaw, with its place.
    pub fn read(self, text: &str) -> Result<Edition, Problems> {
        let mark = mark(text);
        let known = SHIPPED.iter().find(|shelf| shelf.mark == mark).and_then(Shelf::edition);
        known
            .filter(|edition| *edition.text == *text)
            .map_or_else(|| Edition::read(text), |edition| Ok(edition.clone()))
    }

    /// The questionnaire with this name.
    pub fn get(self, id: &Id) -> Option<Edition> {
        SHIPPED.iter().find(|shelf| shelf.id == id.as_str())?.edition().cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Library, SHIPPED, Shelf, mark};
    use std::collections::HashSet;

    #[test]
    fn another_text_has_another_mark() {
        let text = Library.text("rol").expect("it ships");
        let others = text.char_indices().flat_map(|(place, _)| {
            let (before, after) = text.split_at(place);
            [format!("{before}\u{1}{after}"), before.to_owned()]
        });
        let texts: Vec<String> = others.chain([text.clone(), format!("{text}\0")]).collect();
        let marks: HashSet<u64> = texts.iter().map(|text| mark(text)).collect();
        assert_eq!(marks.len(), texts.len());
        let all: HashSet<u64> = SHIPPED.iter().map(|shelf| shelf.mark).collect();
        assert_eq!(all.len(), SHIPPED.len());
        let marked = |shelf: &Shelf| shelf.text().is_some_and(|text| mark(&text) == shelf.mark);
        assert!(SHIPPED.iter().all(marked));
    }
}
