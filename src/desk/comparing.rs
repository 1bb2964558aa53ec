//! Two copies of one file: what differs, and doing what people choose. Nothing is removed: what is not chosen goes to a folder of
//! its own.

use super::{
    DeskError, Office,
    weighing::{self, Piece},
    words::twins,
};
use crate::{
    format::{Content, sha256},
    model::{Assessment, Commission, Id, Processing, Questionnaire, Status},
    session::{Choice, Comparison, Difference, Reply, Settlement, Side, TwinLine},
    store::{Kept, LONGEST_FILE, Twin, read_whole, written},
};
use std::path::{Path, PathBuf};

/// How many lines that differ are shown of a file that is compared line by line.
const LINES: usize = 40;

impl Office {
    /// What there are two of, in words. `inside` are those in the folders of assessments.
    pub(super) fn twin_lines(&self, inside: &[(Id, String)]) -> Result<Vec<TwinLine>, DeskError> {
        let mut twins = self.shelf.twins()?;
        for (id, name) in inside {
            let copy = self.shelf.assessment_file(id)?.with_file_name(name);
            twins.extend(self.shelf.twin_of(&copy));
        }
        let line = |twin: Twin| {
            let what = self.called(&twin);
            TwinLine { what, original: twin.original, copy: twin.copy }
        };
        Ok(twins.into_iter().map(line).collect())
    }

    /// Lays a second copy beside the one that the program uses.
    pub(super) fn compare_twins(&self, copy: &Path) -> Result<Reply, DeskError> {
        let twin = self.twin(copy)?;
        Ok(Reply::Compared(Box::new(self.side_by_side(&twin))))
    }

    fn twin(&self, copy: &Path) -> Result<Twin, DeskError> {
        self.shelf.twin_of(copy).ok_or_else(|| DeskError::NoTwin { path: copy.to_path_buf() })
    }

    /// What two copies are called.
    fn called(&self, twin: &Twin) -> String {
        let name = name(&twin.original);
        match self.shelf.kept_at(&twin.original) {
            Kept::Organisation => twins::ORGANISATION.to_owned(),
            Kept::Settings => twins::SETTINGS.to_owned(),
            Kept::Actions => twins::ACTIONS.to_owned(),
            Kept::Record => twins::record(&name),
            Kept::Processing => match self.shelf.peek::<Processing>(&twin.original) {
                Ok(entry) => twins::processing(&entry.name),
                Err(_) => twins::processing(&name),
            },
            Kept::Commission => match self.shelf.peek::<Commission>(&twin.original) {
                Ok(entry) => twins::commission(&entry.controller),
                Err(_) => twins::commission(&name),
            },
            Kept::Assessment(id) => match self.shelf.peek::<Assessment>(&file(&twin.original)) {
                Ok(assessment) => {
                    let known = self.library.get(&assessment.questionnaire.id);
                    let title = known.map(|known| known.questionnaire.title().to_owned());
                    let title = title.unwrap_or_else(|| assessment.questionnaire.id.to_string());
                    twins::assessment(&title, &self.name_of(&assessment.about))
                }
                Err(_) => twins::assessment(id.as_str(), ""),
            },
            Kept::Signers => twins::SIGNERS.to_owned(),
            Kept::Journal => twins::JOURNAL.to_owned(),
            Kept::Other => twins::file(&name),
        }
    }

    fn side_by_side(&self, twin: &Twin) -> Comparison {
        let mut comparison = Comparison {
            what: self.called(twin),
            sides: [&twin.original, &twin.copy].map(|path| self.side(path)),
            differences: Vec::new(),
            mixable: true,
            separable: false,
        };
        let differences = match self.shelf.kept_at(&twin.original) {
            Kept::Organisation => self.pieces(twin, weighing::organisation),
            Kept::Settings => self.pieces(twin, weighing::settings),
            Kept::Actions => self.pieces(twin, weighing::actions),
            Kept::Processing => {
                comparison.separable = true;
                self.pieces(twin, weighing::processing)
            }
            Kept::Commission => {
                comparison.separable = true;
                self.pieces(twin, weighing::commission)
            }
            Kept::Assessment(_) => {
                comparison.separable = twin.copy.is_dir();
                self.compare_assessments(twin, &mut comparison)
            }
            Kept::Record | Kept::Signers | Kept::Journal | Kept::Other => None,
        };
        comparison.differences = differences.unwrap_or_else(|| {
            comparison.mixable = false;
            match self.shelf.kept_at(&twin.original) {
                Kept::Record => self.compare_records(twin),
                _ => compare_lines(&file(&twin.original), &file(&twin.copy)),
            }
        });
        comparison
    }

    fn side(&self, path: &Path) -> Side {
        let read = file(path);
        let mut changed = written(&read, self.now().offset());
        let mut note = if name(path).contains("(kopie van ") { twins::OURS } else { "" };
        if read.extension().is_some_and(|end| end == "ron") && name(&read).starts_with("toets") {
            match self.shelf.peek::<Assessment>(&read) {
                Ok(assessment) => {
                    changed = Some(assessment.changed);
                    if matches!(assessment.status, Status::Signed(_)) {
                        note = twins::SIGNED;
                    }
                }
                Err(_) => note = twins::UNREADABLE,
            }
        }
        let bytes = read_whole(&read, LONGEST_FILE).unwrap_or_default();
        Side { path: path.to_path_buf(), changed, note: note.to_owned(), sha256: sha256(&bytes) }
    }

    /// What differs piece by piece; none if one of the two cannot be read as what it should be.
    fn pieces<T: Content>(
        &self,
        twin: &Twin,
        weigh: impl Fn(&T, &T) -> Vec<Piece<T>>,
    ) -> Option<Vec<Difference>> {
        let [one, other] = self.both::<T>(twin)?;
        Some(weigh(&one, &other).into_iter().map(|piece| piece.difference).collect())
    }

    fn both<T: Content>(&self, twin: &Twin) -> Option<[T; 2]> {
        let one = self.shelf.peek::<T>(&file(&twin.original)).ok()?;
        let other = self.shelf.peek::<T>(&file(&twin.copy)).ok()?;
        Some([one, other])
    }

    fn compare_assessments(
        &self,
        twin: &Twin,
        comparison: &mut Comparison,
    ) -> Option<Vec<Difference>> {
        let [one, other] = self.both::<Assessment>(twin)?;
        let edition = self.library.get(&one.questionnaire.id);
        let questionnaire = edition.as_ref().map(|edition| &*edition.questionnaire);
        comparison.mixable = weighing::can_mix(&one, &other);
        let mut differences = Vec::new();
        let mut put = |label: &str, said: [String; 2]| {
            if said[0] != said[1] {
                differences.push(Difference { label: label.to_owned(), said });
            }
        };
        let sides = [&one, &other];
        put(twins::STATE, sides.map(|side| twins::state(&side.status)));
        put(twins::QUESTIONNAIRE, sides.map(|side| side.questionnaire.version.clone()));
        let pieces = weighing::assessment(&one, &other, questionnaire);
        differences.extend(pieces.into_iter().map(|piece| piece.difference));
        Some(differences)
    }

    fn compare_records(&self, twin: &Twin) -> Vec<Difference> {
        let reports = [&twin.original, &twin.copy].map(|path| self.check(path).ok());
        let signers = reports.each_ref().map(|report| {
            let signed = report.iter().flat_map(|report| &report.signatures);
            twins::signatures(&signed.map(|one| one.signer.clone()).collect::<Vec<_>>())
        });
        let standing = reports.each_ref().map(|report| {
            report.as_ref().map_or("", |report| twins::standing(report.verdict)).to_owned()
        });
        let rows = [(twins::SIGNATURES, signers), (twins::STANDING, standing)];
        rows.map(|(label, said)| Difference { label: label.to_owned(), said }).into()
    }

    /// Does what people chose, if the two are still as they were compared.
    pub(super) fn settle(&mut self, settlement: &Settlement) -> Result<Reply, DeskError> {
        let twin = self.twin(&settlement.copy)?;
        for (path, compared) in [&twin.original, &twin.copy].into_iter().zip(&settlement.compared) {
            let bytes = read_whole(&file(path), LONGEST_FILE).unwrap_or_default();
            if sha256(&bytes) != *compared {
                return Err(DeskError::TwinChanged { path: path.clone() });
            }
        }
        let now = self.now();
        match &settlement.choice {
            Choice::First => drop(self.shelf.set_apart(&twin.copy, now)?),
            Choice::Second => self.take_second(&twin)?,
            Choice::Mixed(chosen) => self.mix(&twin, chosen)?,
            Choice::Both if self.side_by_side(&twin).separable => {
                drop(self.shelf.keep_apart(&twin)?);
            }
            Choice::Both => return Err(DeskError::NoChoice { path: twin.copy }),
        }
        if let Kept::Assessment(id) = self.shelf.kept_at(&twin.original) {
            self.shelf.let_go(&id);
        }
        self.look()
    }

    /// Puts the second in the place of the first, which is kept apart.
    fn take_second(&mut self, twin: &Twin) -> Result<(), DeskError> {
        let now = self.now();
        self.shelf.copy_apart(&file(&twin.original), now)?;
        if !twin.copy.is_dir() {
            return Ok(self.shelf.swap(twin)?);
        }
        self.shelf.bring_questionnaires(twin)?;
        let bytes = read_whole(&file(&twin.copy), LONGEST_FILE)?;
        self.shelf.put_chosen(&file(&twin.original), &bytes)?;
        self.shelf.set_apart(&twin.copy, now)?;
        Ok(())
    }

    fn mix(&mut self, twin: &Twin, chosen: &[bool]) -> Result<(), DeskError> {
        match self.shelf.kept_at(&twin.original) {
            Kept::Organisation => self.mix_of(twin, chosen, weighing::organisation),
            Kept::Settings => self.mix_of(twin, chosen, weighing::settings),
            Kept::Actions => self.mix_of(twin, chosen, weighing::actions),
            Kept::Processing => self.mix_of(twin, chosen, weighing::processing),
            Kept::Commission => self.mix_of(twin, chosen, weighing::commission),
            Kept::Assessment(_) => {
                let both = self.both::<Assessment>(twin);
                if !both.is_some_and(|[one, other]| weighing::can_mix(&one, &other)) {
                    return Err(DeskError::NoChoice { path: twin.copy.clone() });
                }
                let none: Option<&Questionnaire> = None;
                self.mix_of(twin, chosen, |one: &Assessment, other| {
                    weighing::assessment(one, other, none)
                })
            }
            Kept::Record | Kept::Signers | Kept::Journal | Kept::Other => {
                Err(DeskError::NoChoice { path: twin.copy.clone() })
            }
        }
    }

    /// Takes over the chosen pieces; both as they were are kept apart.
    fn mix_of<T: Content>(
        &mut self,
        twin: &Twin,
        chosen: &[bool],
        weigh: impl Fn(&T, &T) -> Vec<Piece<T>>,
    ) -> Result<(), DeskError> {
        let Some([mut one, other]) = self.both::<T>(twin) else {
            return Err(DeskError::NoChoice { path: twin.copy.clone() });
        };
        let pieces = weigh(&one, &other);
        if pieces.len() != chosen.len() {
            return Err(DeskError::TwinChanged { path: twin.copy.clone() });
        }
        for (piece, _) in pieces.iter().zip(chosen).filter(|(_, chosen)| **chosen) {
            piece.take(&mut one, &other);
        }
        let now = self.now();
        if chosen.contains(&true) {
            self.shelf.copy_apart(&file(&twin.original), now)?;
            self.shelf.print_chosen(&file(&twin.original), &one)?;
        }
        self.shelf.set_apart(&twin.copy, now)?;
        Ok(())
    }
}

/// The file that is compared: that of an assessment, if `path` is its folder.
fn file(path: &Path) -> PathBuf {
    if path.is_dir() { path.join("toets.ron") } else { path.to_path_buf() }
}

fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The lines that stand in only one of the two, beside each other.
fn compare_lines(one: &Path, other: &Path) -> Vec<Difference> {
    let read = |path: &Path| {
        let bytes = read_whole(path, LONGEST_FILE).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    let (one, other) = (read(one), read(other));
    let only = |own: &[String], theirs: &[String]| {
        let theirs: std::collections::HashSet<&String> = theirs.iter().collect();
        let own = own.iter().filter(|line| !theirs.contains(line) && !line.is_empty());
        own.take(LINES).cloned().collect::<Vec<_>>()
    };
    let (mut left, mut right) = (only(&one, &other), only(&other, &one));
    let rows = left.len().max(right.len());
    left.resize(rows, String::new());
    right.resize(rows, String::new());
    let row = |(one, other)| Difference { label: twins::CONTENTS.to_owned(), said: [one, other] };
    left.into_iter().zip(right).map(row).collect()
}
