//! Taking a signed assessment up again: a next version, with what was said last time beside it.

use super::{DeskError, Office};
use crate::{
    format::{Edition, sha256},
    model::{Assessment, Held, Id, Previous, Signed, Status},
    session::{Reply, Session},
    store::{LONGEST_FILE, read_whole},
};

impl Office {
    /// Begins the version after the signed assessment `id`, unless its questionnaire has a newer version: then that is told first.
    pub(super) fn reopen(&mut self, id: &Id) -> Result<Reply, DeskError> {
        let old = self.shelf.take_up(id, self.clock.now())?.value;
        let Status::Signed(signed) = old.status.clone() else {
            return self.resume(id);
        };
        if let Some(edition) = self.newer(&old) {
            return self.weighed(&old, edition);
        }
        let edition = self.asked(&old)?.edition;
        self.begin_again(&old, &signed, edition)
    }

    /// Begins the version after a signed assessment, asked with `edition`. The signed one stays as it is, and nothing counts
    /// before it is said again: last time's answers are only offered.
    pub(super) fn begin_again(
        &mut self,
        old: &Assessment,
        signed: &Signed,
        edition: Edition,
    ) -> Result<Reply, DeskError> {
        let now = self.now();
        let asked = self.asked(old)?;
        let record = self.shelf.record_file(&signed.record)?;
        let was = &asked.edition.questionnaire;
        let verdict = was.verdict(&signed.verdict);
        let evaluation = asked.engine.evaluate(&old.answers);
        // An answer that was not asked then never counts, and never reaches a record.
        let counted = old.answers.iter().filter(|(id, _)| evaluation.asked.contains(id));
        let gone = was.questions().map(|(_, question)| question).filter(|question| {
            edition.questionnaire.question(&question.id).is_none()
                && evaluation.asked.contains(&question.id)
                && old.answers.get(&question.id).is_some()
        });
        let held = evaluation.reasons.iter();
        let previous = Previous {
            assessment: old.id.clone(),
            version: old.version(),
            questionnaire: old.questionnaire.clone(),
            signed: signed.at,
            verdict: signed.verdict.clone(),
            title: verdict.map_or_else(|| signed.verdict.to_string(), |one| one.title.clone()),
            record: signed.record.clone(),
            sha256: sha256(&read_whole(&record, LONGEST_FILE)?),
            answers: counted.map(|(id, answer)| (id.clone(), answer.clone())).collect(),
            motivation: old.motivation.clone(),
            rules: held
                .map(|reason| Held { rule: reason.rule.clone(), text: reason.text.clone() })
                .collect(),
            gone: gone.cloned().collect(),
            before: old.previous.as_ref().map(|before| before.chain()).unwrap_or_default(),
        };
        let newer = self.newer(old).filter(|newer| newer.pinned != edition.pinned);
        let subject = self.name_of(&old.about);
        let mut assessment = self.shelf.begin(&edition, old.about.clone(), &subject, now)?;
        assessment.previous = Some(Box::new(previous));
        assessment.declined = newer.map(|newer| newer.pinned.sha256);
        assessment.notes.clone_from(&old.notes);
        assessment.participants.clone_from(&old.participants);
        self.shelf.keep(&mut assessment, now)?;
        let asked = self.ready(edition, now.date());
        Ok(Reply::Opened(Box::new(Session::new(asked.engine, assessment))))
    }
}
