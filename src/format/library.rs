//! The questionnaires inside the program.

use super::{Problems, parse_questionnaire, problem, sha256};
use crate::model::{Id, Pinned, Questionnaire};
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
    text: &'static str,
    read: OnceLock<Option<Edition>>,
}

macro_rules! shipped {
    ($($id:literal),+ $(,)?) => {
        static SHIPPED: LazyLock<Vec<Shelf>> = LazyLock::new(|| vec![$(Shelf {
            id: $id,
            text: include_str!(concat!("../../questionnaires/", $id, ".ron")),
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

/// The questionnaires that ship with the program, each read when it is first asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Library;

impl Library {
    /// Their names, in the order they are offered.
    pub fn ids(self) -> impl Iterator<Item = &'static str> {
        SHIPPED.iter().map(|shelf| shelf.id)
    }

    /// The file of the questionnaire with this name.
    pub fn text(self, id: &str) -> Option<&'static str> {
        SHIPPED.iter().find(|shelf| shelf.id == id).map(|shelf| shelf.text)
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
        let known = SHIPPED.iter().find(|shelf| shelf.text == text);
        known
            .and_then(|shelf| self.get(&Id::from(shelf.id)))
            .map_or_else(|| Edition::read(text), Ok)
    }

    /// The questionnaire with this name.
    pub fn get(self, id: &Id) -> Option<Edition> {
        let found = SHIPPED.iter().find(|shelf| shelf.id == id.as_str())?;
        found.read.get_or_init(|| Edition::read(found.text).ok()).clone()
    }
}
