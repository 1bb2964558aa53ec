//! One effect after another, each with its reply.

use super::{
    Clock, DeskError,
    index::{Index, Opened},
    keys::propose,
    words,
};
use crate::{
    engine::Engine,
    format::{Edition, Library, sha256},
    model::{About, Assessment, Id, Moment, Processing, Status, Who},
    session::{Effect, Failure, Reply, Session, Unkept},
    store::{Shelf, StoreError, Warning},
};
use jiff::civil::Date;
use std::{
    collections::HashMap,
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Everything that is needed to do what a session wants.
pub struct Office {
    pub(super) shelf: Shelf,
    pub(super) library: Library,
    pub(super) clock: Box<dyn Clock>,
    /// The questionnaires at hand, by SHA-256 of their text; one for each position of their switches.
    engines: HashMap<String, Vec<Asked>>,
    /// What went on and was not told yet.
    pub(super) notices: Vec<String>,
    /// What was worked out of the files; none before anybody looked at them.
    pub(super) index: Option<Index>,
    /// The same, read as far as the first screen needs.
    pub(super) opened: Option<Opened>,
    /// Who is at work.
    who: Who,
    /// Whether anybody looked around yet.
    pub(super) looked: bool,
}

/// A questionnaire, ready.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// Its text.
    pub(super) edition: Edition,
    /// What evaluates it.
    pub(super) engine: Arc<Engine>,
}

impl fmt::Debug for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Office").field("shelf", &self.shelf).finish_non_exhaustive()
    }
}

impl Drop for Office {
    /// What was worked out need not be worked out again next time.
    fn drop(&mut self) {
        if let Some(index) = &mut self.index {
            index.keep(&self.shelf, true);
        }
    }
}

impl Office {
    /// Opens the data folder.
    ///
    /// # Errors
    /// The folder cannot be made or read, or another program has it.
    pub fn open(folder: &Path, clock: Box<dyn Clock>) -> Result<Self, DeskError> {
        Self::open_for(folder, clock, Who::default())
    }

    /// Opens the data folder for `who`, whose name others find there.
    ///
    /// # Errors
    /// The folder cannot be made or read, or another program has it.
    pub fn open_for(folder: &Path, clock: Box<dyn Clock>, who: Who) -> Result<Self, DeskError> {
        let (shelf, warnings) = Shelf::open_for(folder, &who, clock.now())?;
        Ok(Self::around(shelf, &warnings, clock, who))
    }

    /// Opens the data folder to look at only, because another program has it.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn look_into(folder: &Path, clock: Box<dyn Clock>, who: Who) -> Result<Self, DeskError> {
        Ok(Self::around(Shelf::look_into(folder)?, &[], clock, who))
    }

    fn around(shelf: Shelf, warnings: &[Warning], clock: Box<dyn Clock>, who: Who) -> Self {
        let notices = warnings.iter().map(words::warning).collect();
        let library = Library;
        let engines = HashMap::new();
        let mut office = Self {
            shelf,
            library,
            clock,
            engines,
            notices,
            index: None,
            opened: None,
            who,
            looked: false,
        };
        // Who only looks, writes nothing.
        if !office.shelf.is_looking()
            && let Err(error) = office.take_over_signers()
        {
            // Nobody more is known than before; all else goes on.
            office.notices.push(words::sentence(&error));
        }
        office
    }

    /// Takes the folder over from whoever has it.
    fn take_folder_over(&mut self) -> Result<Reply, DeskError> {
        let folder = self.shelf.folder().to_path_buf();
        let (taken, warnings) = Shelf::take_over(&folder, &self.who, self.now())?;
        self.notices.extend(warnings.iter().map(words::warning));
        self.shelf = taken;
        self.look()
    }

    /// Does `effect`, and tells what came of it.
    pub fn perform(&mut self, effect: Effect) -> Reply {
        if effect.changes()
            && let Err(error) = self.shelf.refuse_lost()
        {
            let unkept = match effect {
                Effect::Keep { revision, .. } => Some(Unkept::Revision(revision)),
                wish if wish.is_of_form() => Some(Unkept::Wish(Box::new(wish))),
                again @ Effect::Again(_) => Some(Unkept::Wish(Box::new(again))),
                _ => None,
            };
            return Reply::Failed(Failure { unkept, ..DeskError::from(error).into() });
        }
        if effect.changes() {
            self.shelf.renew(self.clock.now());
        }
        let done = match effect {
            Effect::Look => self.look(),
            Effect::Again(wishes) => return self.keep_again(wishes),
            wish @ (Effect::KeepOrganisation(_)
            | Effect::KeepSettings(_)
            | Effect::KeepProcessing(_)
            | Effect::KeepCommission(_)
            | Effect::RemoveProcessing(_)
            | Effect::RemoveCommission(_)
            | Effect::Dismiss { .. }
            | Effect::KeepAction(_)
            | Effect::RemoveAction(_)
            | Effect::AddSigner(_)
            | Effect::RemoveSigner(_)) => return self.keep_form(wish),
            Effect::Export(ledger) => self.export(ledger),
            Effect::ExportActions => self.export_actions(),
            Effect::Begin { questionnaire, about, processing } => {
                self.begin(&questionnaire, about, processing)
            }
            Effect::Resume(id) => self.resume(&id),
            Effect::Reopen(id) => self.reopen(&id),
            Effect::Weigh(id) => self.weigh(&id),
            Effect::Upgrade(id) => self.upgrade(&id),
            Effect::StayOn(id) => self.stay_on(&id),
            Effect::Keep { assessment, revision } => {
                return self.keep(Arc::unwrap_or_clone(assessment), revision);
            }
            Effect::MakeKey(key) => self.make_key(&key),
            Effect::ImportKey(key) => self.import_key(&key),
            Effect::ExportKey(key) => self.export_key(&key),
            Effect::Propose => Ok(Reply::Proposed(propose())),
            Effect::ReadSigner(file) => self.read_signer(&file),
            Effect::Preview(assessment) => self.preview(&assessment),
            Effect::Sign(order) => self.sign(*order),
            Effect::PreviewStatement(statement) => self.preview_statement(statement),
            Effect::SignStatement(order) => self.sign_statement(&order),
            Effect::Countersign(order) => self.countersign(&order),
            Effect::AskStamp(path) => self.ask_stamp(&path),
            Effect::AddStamp(order) => self.add_stamp(&order),
            Effect::Check(path) => self.check(&path).map(|report| Reply::Checked(Box::new(report))),
            Effect::Compare(copy) => self.compare_twins(&copy),
            Effect::Settle(settlement) => self.settle(&settlement),
            Effect::Show(path) => show(path),
            Effect::TakeFolderOver => self.take_folder_over(),
            Effect::Time => Ok(Reply::Time(self.now())),
        };
        done.unwrap_or_else(|error| Reply::Failed(Failure::from(error)))
    }

    /// What was worked out of the files, read when it is first needed.
    pub(super) fn take_index(&mut self) -> Index {
        let opened = self.opened.take();
        let index = self.index.take().or_else(|| opened?.whole());
        index.unwrap_or_else(|| Index::open(&self.shelf))
    }

    /// Keeps what was worked out of the files at hand.
    pub(super) fn put_index(&mut self, index: Index) {
        self.index = Some(index);
    }

    /// A processing activity is written here: what was worked out of it is no longer true.
    pub(super) fn forget_processing(&mut self, id: &Id) {
        let mut index = self.take_index();
        index.processings.forget(id);
        self.put_index(index);
    }

    /// The time now.
    pub(super) fn now(&self) -> Moment {
        self.clock.now()
    }

    fn begin(
        &mut self,
        questionnaire: &Id,
        mut about: About,
        processing: Option<Box<Processing>>,
    ) -> Result<Reply, DeskError> {
        let edition = self
            .library
            .get(questionnaire)
            .ok_or_else(|| DeskError::NoQuestionnaire(questionnaire.clone()))?;
        if let Some(mut processing) = processing {
            self.forget_processing(&processing.id);
            self.shelf.keep_processing(&mut processing)?;
            about = About::Processing(processing.id.clone());
        }
        let subject = self.name_of(&about);
        let assessment = self.shelf.begin(&edition, about, &subject, self.clock.now())?;
        let asked = self.ready(edition, self.now().date());
        Ok(Reply::Opened(Box::new(Session::new(asked.engine, assessment))))
    }

    fn keep(&mut self, mut assessment: Assessment, revision: u64) -> Reply {
        let at = self.now();
        match self.shelf.keep(&mut assessment, at) {
            Ok(warning) => Reply::Kept {
                assessment: assessment.id,
                revision,
                at,
                warning: warning.as_ref().map(words::warning),
            },
            Err(error) => {
                let failure = Failure::from(DeskError::from(error));
                Reply::Failed(Failure { unkept: Some(Unkept::Revision(revision)), ..failure })
            }
        }
    }

    /// What an assessment is about, in words.
    pub(super) fn name_of(&self, about: &About) -> String {
        match about {
            About::Organisation => match self.shelf.organisation(self.now()) {
                Ok(Some(organisation)) if !organisation.name.trim().is_empty() => organisation.name,
                // What is wrong with the file is told in the overview.
                _ => words::THE_ORGANISATION.to_owned(),
            },
            About::Processing(id) => self
                .shelf
                .processing(id, self.now())
                .map_or_else(|_| id.to_string(), |processing| processing.name),
        }
    }

    /// The questionnaire that an assessment is asked with: one beside it, the program's own if that is the same, or the one that
    /// its record or the record before it carries. The law
    /// is that of today, and for a signed assessment that of the day it was signed.
    pub(super) fn asked(&mut self, assessment: &Assessment) -> Result<Asked, DeskError> {
        let pinned = &assessment.questionnaire;
        let day = match &assessment.status {
            Status::Open => self.now().date(),
            Status::Signed(signed) => signed.at.date(),
        };
        if let Some(asked) = self.at_hand(&pinned.sha256, day) {
            return Ok(asked.clone());
        }
        let own = self.library.get(&pinned.id);
        let own = own.filter(|edition| edition.pinned.sha256 == pinned.sha256);
        let found = match own {
            Some(own) => Some(own),
            None => self.beside(assessment)?.or_else(|| self.asked_in_record(assessment)),
        };
        match found {
            Some(edition) => Ok(self.ready(edition, day)),
            None => Err(DeskError::OtherQuestionnaire {
                path: self.shelf.assessment_file(&assessment.id)?,
                sha256: pinned.sha256.clone(),
            }),
        }
    }

    /// The questionnaire of `assessment`, if it lies beside it.
    fn beside(&self, assessment: &Assessment) -> Result<Option<Edition>, DeskError> {
        let texts = match self.shelf.questionnaires(&assessment.id) {
            Err(StoreError::Io { .. }) => return Ok(None),
            texts => texts?,
        };
        let pinned = &assessment.questionnaire;
        let mut texts = texts.iter().filter(|text| sha256(text.as_bytes()) == pinned.sha256);
        Ok(texts.find_map(|text| Edition::read(text).ok()))
    }

    /// The questionnaire of which this is the hash, if it was made ready for a day with the same law.
    fn at_hand(&self, sha256: &str, day: Date) -> Option<&Asked> {
        self.engines.get(sha256)?.iter().find(|asked| asked.engine.serves(day))
    }

    /// Makes a questionnaire ready for `day`, once.
    pub(super) fn ready(&mut self, edition: Edition, day: Date) -> Asked {
        if let Some(asked) = self.at_hand(&edition.pinned.sha256, day) {
            return asked.clone();
        }
        let engine = Arc::new(Engine::new(Arc::clone(&edition.questionnaire), day));
        let asked = Asked { edition, engine };
        let sha256 = asked.edition.pinned.sha256.clone();
        self.engines.entry(sha256).or_default().push(asked.clone());
        asked
    }
}

/// Opens the folder of a file, so that one sees the file lie there.
fn show(path: PathBuf) -> Result<Reply, DeskError> {
    let folder = if path.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
    match open::that_detached(folder) {
        Ok(()) => Ok(Reply::Done),
        Err(source) => Err(DeskError::Show { path, source }),
    }
}
