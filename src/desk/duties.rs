//! Keeping what must be done; a file that proves it is known by its bytes.

use super::{DeskError, Office, words};
use crate::{
    format::sha256,
    model::{Action, Event, Id, Proof},
    session::{changed, free, without},
    store::{LONGEST_FILE, read_whole},
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

impl Office {
    /// Keeps an action. When the words of its proof are the path of a file, the file is the proof, and stays where it is.
    pub(super) fn keep_action(&mut self, action: &mut Action) -> Result<(), DeskError> {
        let now = self.now();
        let mut index = self.take_index();
        let actions = self.known_actions(&mut index, now);
        self.put_index(index);
        let actions = actions?;
        let before = actions.0.iter().find(|known| known.id == action.id);
        let mut lies = None;
        if let Some(Proof::Text(text)) = &action.proof
            && before.and_then(|before| before.proof.as_ref()) != action.proof.as_ref()
            && let Some(path) = self.meant(text)
        {
            match read_whole(&path, LONGEST_FILE) {
                Ok(bytes) => {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    action.proof = Some(Proof::File { name, sha256: sha256(&bytes) });
                    lies = Some(words::proof_lies(&path));
                }
                Err(error) => self.notices.push(words::proof_unread(&words::store(&error))),
            }
        }
        if action.id.as_str().is_empty() {
            action.id = free(&actions, now);
        }
        let mut actions = changed(actions, action.clone(), now);
        if let Some(what) = lies
            && let Some(kept) = actions.0.iter_mut().find(|known| known.id == action.id)
        {
            Arc::make_mut(kept).history.push(Event { at: now, what });
        }
        Ok(self.shelf.keep_actions(&actions)?)
    }

    /// Takes back that a person wrote an action down.
    pub(super) fn remove_action(&mut self, id: &Id) -> Result<(), DeskError> {
        let now = self.now();
        let mut index = self.take_index();
        let actions = self.known_actions(&mut index, now);
        self.put_index(index);
        Ok(self.shelf.keep_actions(&without(actions?, id))?)
    }

    /// The file that `text` is the path of, in full or from the data folder on; none if it is just words.
    fn meant(&self, text: &str) -> Option<PathBuf> {
        let text = text.trim().trim_matches(['"', '\'']);
        let path = self.shelf.folder().join(text);
        let looks_like_one = text.contains(['/', '\\']) && Path::new(text).extension().is_some();
        (path.is_file() || looks_like_one && Path::new(text).is_absolute()).then_some(path)
    }
}
