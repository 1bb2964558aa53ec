//! What must be done, and what is done for others: `acties.ron`, and `opdrachten/`.

use super::{
    StoreError, Warning, names,
    replace::{make_folder, replace},
    shelf::{Shelf, keep, list, stem},
};
use crate::model::{Actions, Commission, Dismissals, Id, Moment};
use std::path::PathBuf;

pub(super) const ACTIONS: &str = "acties.ron";
pub(super) const COMMISSIONS: &str = "opdrachten";
pub(super) const DISMISSALS: &str = "voorstellen.ron";
const EXPORTS: &str = "uitvoer";

impl Shelf {
    /// The actions; none as long as there is no file.
    ///
    /// # Errors
    /// The file cannot be read; a damaged one is set aside.
    pub fn actions(&self, now: Moment) -> Result<Actions, StoreError> {
        match self.content::<Actions>(&self.folder.join(ACTIONS), now) {
            Ok((actions, _)) => Ok(actions),
            Err(error) if error.is_missing() => Ok(Actions::default()),
            Err(error) => Err(error),
        }
    }

    /// Keeps the actions.
    ///
    /// # Errors
    /// The file cannot be written, or is of a newer program.
    pub fn keep_actions(&self, actions: &Actions) -> Result<(), StoreError> {
        keep(&self.folder.join(ACTIONS), actions)
    }

    /// What is done for others, by the controller's name, and what is wrong with the rest.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn commissions(&self, now: Moment) -> Result<(Vec<Commission>, Vec<Warning>), StoreError> {
        let mut found: Vec<Commission> = Vec::new();
        let mut warnings = Vec::new();
        for path in list(&self.folder.join(COMMISSIONS), &["ron"])? {
            match self.content::<Commission>(&path, now) {
                // A file that a person copied is another commission.
                Ok((commission, _)) => {
                    found.push(Commission { id: Id::new(stem(&path)), ..commission });
                }
                Err(error) => warnings.push(Warning::Left(error)),
            }
        }
        found.sort_by_cached_key(|entry| (entry.controller.to_lowercase(), entry.id.clone()));
        Ok((found, warnings))
    }

    /// Keeps what is done for another; one whose `id` is empty is new, and is given a name.
    ///
    /// # Errors
    /// The file cannot be written, or is of a newer program.
    pub fn keep_commission(&self, commission: &mut Commission) -> Result<(), StoreError> {
        let folder = self.folder.join(COMMISSIONS);
        if commission.id.as_str().is_empty() {
            let name = names::slug(&commission.controller);
            let free =
                |name: &String| folder.join(format!("{name}.ron")).symlink_metadata().is_err();
            commission.id = Id::new(names::variants(&name).find(free).unwrap_or(name));
        }
        make_folder(&folder).map_err(StoreError::io(super::Doing::Create, &folder))?;
        keep(&self.commission_file(&commission.id)?, commission)
    }

    /// Throws what is done for another away: the file goes to a folder of its own. To where.
    ///
    /// # Errors
    /// There is none, or it cannot be moved.
    pub fn remove_commission(&self, id: &Id, now: Moment) -> Result<PathBuf, StoreError> {
        self.throw_away(&self.commission_file(id)?, now)
    }

    /// The rows that people did not want in the register; none as long as there is no file.
    ///
    /// # Errors
    /// The file cannot be read; a damaged one is set aside.
    pub fn dismissals(&self, now: Moment) -> Result<Dismissals, StoreError> {
        match self.content::<Dismissals>(&self.folder.join(DISMISSALS), now) {
            Ok((dismissals, _)) => Ok(dismissals),
            Err(error) if error.is_missing() => Ok(Dismissals::default()),
            Err(error) => Err(error),
        }
    }

    /// Keeps the rows that people did not want in the register.
    ///
    /// # Errors
    /// The file cannot be written, or is of a newer program.
    pub fn keep_dismissals(&self, dismissals: &Dismissals) -> Result<(), StoreError> {
        keep(&self.folder.join(DISMISSALS), dismissals)
    }

    /// Keeps a file that was made for other programs; one of the same name is replaced.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_export(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, StoreError> {
        let folder = self.folder.join(EXPORTS);
        std::fs::create_dir_all(&folder).map_err(StoreError::io(super::Doing::Create, &folder))?;
        let path = self.inside(EXPORTS, name, "")?;
        replace(&path, bytes)?;
        Ok(path)
    }

    fn commission_file(&self, id: &Id) -> Result<PathBuf, StoreError> {
        self.inside(COMMISSIONS, id.as_str(), ".ron")
    }
}
