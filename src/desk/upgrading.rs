//! An assessment that began with an older questionnaire: what the newer one would make of it, and going on with either.

use super::{DeskError, Office, checking, words};
use crate::{
    format::Edition,
    model::{Assessment, Id, Status, Upgraded},
    session::{Reply, Session, Upgrade},
    store::{LONGEST_FILE, read_whole},
};

impl Office {
    /// Takes an assessment up again, unless there is something to choose first.
    pub(super) fn resume(&mut self, id: &Id) -> Result<Reply, DeskError> {
        let assessment = self.taken_up(id)?;
        let is_asked_first = |edition: &Edition| {
            assessment.status == Status::Open
                && assessment.declined.as_ref() != Some(&edition.pinned.sha256)
        };
        match self.newer(&assessment).filter(is_asked_first) {
            Some(edition) => self.weighed(&assessment, edition),
            None => self.opened(assessment),
        }
    }

    /// Tells what a newer version would make of an assessment, also when people chose earlier to stay with the older one.
    pub(super) fn weigh(&mut self, id: &Id) -> Result<Reply, DeskError> {
        let assessment = self.taken_up(id)?;
        match self.newer(&assessment) {
            Some(edition) => self.weighed(&assessment, edition),
            None => self.opened(assessment),
        }
    }

    /// Goes on with the newer version: the signed assessment in a next version, the open one as it is.
    pub(super) fn upgrade(&mut self, id: &Id) -> Result<Reply, DeskError> {
        let assessment = self.taken_up(id)?;
        let Some(edition) = self.newer(&assessment) else { return self.opened(assessment) };
        if let Status::Signed(signed) = &assessment.status {
            let signed = signed.clone();
            return self.begin_again(&assessment, &signed, edition);
        }
        let now = self.now();
        let upgrade = self.compared(&assessment, edition.clone())?;
        let from = assessment.questionnaire.clone();
        let mut taken = upgrade.taken_over(assessment, Upgraded { from, at: now });
        let warning = self.shelf.upgrade(&mut taken, &edition, now)?;
        self.notices.extend(warning.iter().map(words::warning));
        self.opened(taken)
    }

    /// Goes on with the version that an assessment began with, and remembers that this was chosen.
    pub(super) fn stay_on(&mut self, id: &Id) -> Result<Reply, DeskError> {
        let mut assessment = self.taken_up(id)?;
        if let Status::Signed(signed) = &assessment.status {
            let signed = signed.clone();
            let edition = self.asked(&assessment)?.edition;
            return self.begin_again(&assessment, &signed, edition);
        }
        assessment.declined = self.newer(&assessment).map(|edition| edition.pinned.sha256);
        let warning = self.shelf.keep(&mut assessment, self.clock.now())?;
        self.notices.extend(warning.iter().map(words::warning));
        self.opened(assessment)
    }

    /// The program's own version of what an assessment is asked with, if that is later and makes a difference.
    pub(super) fn newer(&mut self, assessment: &Assessment) -> Option<Edition> {
        let own = self.library.get(&assessment.questionnaire.id)?;
        if !own.pinned.is_later_than(&assessment.questionnaire) {
            return None;
        }
        let was = self.asked(assessment).ok()?.edition.questionnaire;
        let difference = crate::engine::Difference::between(&was, &own.questionnaire);
        (!difference.is_empty()).then_some(own)
    }

    pub(super) fn weighed(
        &mut self,
        assessment: &Assessment,
        edition: Edition,
    ) -> Result<Reply, DeskError> {
        Ok(Reply::Outdated(Box::new(self.compared(assessment, edition)?)))
    }

    /// Both versions are read as of today: what differs is then the questionnaire, and not the day.
    fn compared(
        &mut self,
        assessment: &Assessment,
        edition: Edition,
    ) -> Result<Upgrade, DeskError> {
        let today = self.now().date();
        let old = self.asked(assessment)?.edition;
        let (old, new) = (self.ready(old, today), self.ready(edition, today));
        Ok(Upgrade::of(
            assessment,
            (&old.edition.pinned, &old.engine),
            (&new.edition.pinned, &new.engine),
        ))
    }

    fn taken_up(&mut self, id: &Id) -> Result<Assessment, DeskError> {
        let found = self.shelf.take_up(id, self.clock.now())?;
        self.notices.extend(found.warning.iter().map(words::warning));
        Ok(found.value)
    }

    fn opened(&mut self, assessment: Assessment) -> Result<Reply, DeskError> {
        let asked = self.asked(&assessment)?;
        Ok(Reply::Opened(Box::new(Session::new(asked.engine, assessment))))
    }

    /// The questionnaire inside the record of an assessment, or of the version before it, if that is the one.
    pub(super) fn asked_in_record(&self, assessment: &Assessment) -> Option<Edition> {
        let own = match &assessment.status {
            Status::Signed(signed) => Some(&signed.record),
            Status::Open => None,
        };
        let before = assessment.previous.as_ref().map(|previous| &previous.record);
        own.into_iter().chain(before).find_map(|record| {
            let path = self.shelf.record_file(record).ok()?;
            let edition = checking::questionnaire_in(&read_whole(&path, LONGEST_FILE).ok()?)?;
            (edition.pinned.sha256 == assessment.questionnaire.sha256).then_some(edition)
        })
    }
}
