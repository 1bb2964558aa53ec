//! One questionnaire, question after question.

use super::{
    guide::{self, Scene},
    hear::{self, Heard, hear},
    outcome,
    talk::{Talk, Told},
    tell, words, workshop,
};
use crate::{
    model::{Answer, Dissent, Feeds, Id, Kind, Question, Row},
    session::{Edit, Fact, Session},
};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Walks through the questionnaire of `session` until the person leaves it.
pub(super) fn run(talk: &mut Talk<'_>, session: &mut Session) -> Told<()> {
    let overview = talk.look()?;
    let (facts, today) = (overview.facts.clone(), overview.today);
    let questionnaire = session.questionnaire().title().to_owned();
    talk.gap()?;
    talk.say(&words::beginning(&questionnaire))?;
    if session.is_locked() {
        return outcome::run(talk, session).map(drop);
    }
    let mut walk = Walk { at: first(session), facts, today };
    loop {
        let asked = session.evaluation().asked.clone();
        let Some(id) = asked.get(walk.at).cloned() else {
            if outcome::run(talk, session)? {
                return Ok(());
            }
            walk.at = first(session);
            match talk.ask(words::GO_ON)?.trim() {
                "" | "nee" | "n" | "stop" => return Ok(()),
                _ => continue,
            }
        };
        if let Some(effect) = session.stand(&id) {
            talk.perform(effect)?;
        }
        if walk.question(talk, session, &id)? {
            return Ok(());
        }
    }
}

/// Where one was, or the first question without an answer.
fn first(session: &Session) -> usize {
    let evaluation = session.evaluation();
    let place = |id: &Id| evaluation.asked.iter().position(|asked| asked == id);
    let left = session.assessment().position.as_ref().and_then(place);
    let open = evaluation.unanswered.first().and_then(place);
    match (left, open) {
        (Some(left), Some(open)) => left.min(open),
        (left, open) => open.or(left).unwrap_or(0),
    }
}

struct Walk {
    /// The place among the questions that are asked now.
    at: usize,
    facts: Vec<Fact>,
    today: Option<Date>,
}

impl Walk {
    /// Asks one question until something comes of it; whether the person leaves the questionnaire.
    fn question(&mut self, talk: &mut Talk<'_>, session: &mut Session, id: &Id) -> Told<bool> {
        let Some(question) = session.question(id).cloned() else { return Ok(true) };
        talk.gap()?;
        talk.say(&tell::place(session, id, self.at))?;
        talk.say(&tell::question(session, &question, self.fact(session, &question).as_ref()))?;
        guide::hint(talk, Scene::Question(session, id))?;
        loop {
            match hear(&question, &talk.ask(words::ANSWER)?, self.today) {
                Heard::Answer(answer) => {
                    self.answer(talk, session, &question, answer)?;
                    return Ok(false);
                }
                Heard::Skip => self.at += 1,
                Heard::Back => self.at = self.at.saturating_sub(1),
                Heard::Go(number) if (1..=session.evaluation().asked.len()).contains(&number) => {
                    self.at = number - 1;
                }
                Heard::Go(_) => {
                    talk.say(&words::number_between(session.evaluation().asked.len()))?;
                    continue;
                }
                Heard::Outcome => self.at = session.evaluation().asked.len(),
                Heard::Leave => return Ok(true),
                Heard::Undo => {
                    self.undo(talk, session)?;
                }
                Heard::Redo => {
                    self.redo(talk, session)?;
                }
                Heard::TakeOver => {
                    if !self.take_over(talk, session, &question)? {
                        continue;
                    }
                }
                Heard::Write if self.write(talk, session, &question)? => {}
                Heard::Edit if self.edit(talk, session, &question)? => {}
                other => {
                    aside(talk, session, &question, other)?;
                    continue;
                }
            }
            return Ok(false);
        }
    }

    fn answer(
        &mut self,
        talk: &mut Talk<'_>,
        session: &mut Session,
        question: &Question,
        answer: Answer,
    ) -> Told<()> {
        let said = tell::answer(question, &answer);
        let edit = Edit::Answer { question: question.id.clone(), answer: Some(answer) };
        talk.edit(session, edit)?;
        talk.say(&words::answered(&said))?;
        if let Some(state) = tell::reviewed(session, question) {
            talk.say(&state)?;
        }
        // Questions before this one may have come or gone.
        let place = session.evaluation().asked.iter().position(|id| *id == question.id);
        self.at = place.map_or(self.at, |place| place + 1);
        Ok(())
    }

    fn undo(&mut self, talk: &mut Talk<'_>, session: &mut Session) -> Told<()> {
        let touched = session.last_touched().map(|(id, _)| id.clone());
        let Some(effect) = session.undo() else { return talk.say(words::NOTHING_TO_UNDO) };
        talk.perform(effect)?;
        talk.say(words::UNDONE)?;
        self.go_to(session, touched.as_ref());
        Ok(())
    }

    fn redo(&mut self, talk: &mut Talk<'_>, session: &mut Session) -> Told<()> {
        let touched = session.next_touched().map(|(id, _)| id.clone());
        let Some(effect) = session.redo() else { return talk.say(words::NOTHING_TO_REDO) };
        talk.perform(effect)?;
        talk.say(words::REDONE)?;
        self.go_to(session, touched.as_ref());
        Ok(())
    }

    /// To this question, if it is asked.
    fn go_to(&mut self, session: &Session, question: Option<&Id>) {
        let asked = &session.evaluation().asked;
        let place = question.and_then(|question| asked.iter().position(|id| id == question));
        self.at = place.unwrap_or(self.at);
    }

    /// What was said to the same question last time, or elsewhere.
    fn fact(&self, session: &Session, question: &Question) -> Option<Fact> {
        session.earlier(&question.id, &self.facts)
    }

    fn take_over(
        &mut self,
        talk: &mut Talk<'_>,
        session: &mut Session,
        question: &Question,
    ) -> Told<bool> {
        let Some(fact) = self.fact(session, question) else {
            return talk.say(words::NOTHING_BEFORE).map(|()| false);
        };
        self.answer(talk, session, question, fact.answer).map(|()| true)
    }

    /// Has paragraphs or rows written; whether this question is answered by writing.
    fn write(
        &mut self,
        talk: &mut Talk<'_>,
        session: &mut Session,
        question: &Question,
    ) -> Told<bool> {
        let answer = match &question.kind {
            Kind::LongText => Answer::One(talk.ask_text(words::WRITE, written(session, question))?),
            Kind::Table(_) if question.feeds.as_ref().is_some_and(Feeds::is_touched) => {
                touched(talk, question)?
            }
            Kind::Table(_) => rows(talk, question, session.assessment().answers.get(&question.id))?,
            _ => return Ok(false),
        };
        self.answer(talk, session, question, answer).map(|()| true)
    }

    /// Has paragraphs written in the person's own text program; whether that came to an answer.
    fn edit(
        &mut self,
        talk: &mut Talk<'_>,
        session: &mut Session,
        question: &Question,
    ) -> Told<bool> {
        if question.kind != Kind::LongText {
            return Ok(false);
        }
        let before = written(session, question).to_owned();
        let text = talk.edit_elsewhere(&before)?.filter(|text| !text.trim().is_empty());
        let Some(text) = text else { return Ok(false) };
        self.answer(talk, session, question, Answer::One(text)).map(|()| true)
    }
}

/// The text that was given as the answer.
fn written<'s>(session: &'s Session, question: &Question) -> &'s str {
    match session.assessment().answers.get(&question.id) {
        Some(Answer::One(text)) => text,
        _ => "",
    }
}

/// What changes nothing about where one is.
fn aside(
    talk: &mut Talk<'_>,
    session: &mut Session,
    question: &Question,
    heard: Heard,
) -> Told<()> {
    let id = question.id.clone();
    match heard {
        Heard::Explain => talk.say(&tell::explanation(session, question)),
        Heard::Help => talk.say(&words::help(&question.kind)),
        Heard::Save => {
            talk.save_again()?;
            let safe = talk.safe();
            talk.say(&safe)
        }
        Heard::Clear => {
            talk.edit(session, Edit::Answer { question: id, answer: None })?;
            talk.say(words::CLEARED)
        }
        Heard::Note(text) => {
            let before = session.assessment().notes.get(&id).cloned().unwrap_or_default();
            let text = if text.is_empty() { talk.ask_text(words::NOTE, &before)? } else { text };
            talk.edit(session, Edit::Note { question: id, text })?;
            talk.say(words::NOTED)
        }
        Heard::Dissent(text) => dissent(talk, session, id, &text),
        // Why that was not possible was said.
        Heard::Edit if question.kind == Kind::LongText => Ok(()),
        Heard::Workshop => workshop::run(talk, session),
        Heard::Park(text) => workshop::park(talk, session, id, &text),
        Heard::Decide(text) => workshop::decide(talk, session, text),
        _ => talk.say(&words::unclear(&question.kind)),
    }
}

/// Writes down that someone disagrees: "Fatima: ik denk van wel, want …", or without a name.
fn dissent(talk: &mut Talk<'_>, session: &mut Session, question: Id, text: &str) -> Told<()> {
    let text = if text.is_empty() { talk.ask(words::DISSENT)? } else { text.to_owned() };
    let (by, text) = text.split_once(':').unwrap_or(("", &text));
    let mut dissents = session.assessment().dissents.get(&question).cloned().unwrap_or_default();
    dissents.push(Dissent { by: by.trim().to_owned(), text: text.trim().to_owned() });
    talk.edit(session, Edit::Dissents { question, dissents })?;
    talk.say(words::NOTED)
}

/// Asks where something changed: numbers out of the register.
fn touched(talk: &mut Talk<'_>, question: &Question) -> Told<Answer> {
    let Some(Feeds::Touched { column, whole, .. }) = &question.feeds else {
        return Ok(Answer::Rows(Vec::new()));
    };
    let register = talk.look()?.processings.iter().map(|entry| entry.name.clone()).collect();
    let names: Vec<String> = [vec![whole.clone()], register].concat();
    loop {
        for (place, name) in names.iter().enumerate() {
            talk.say(&format!("  {}. {name}", place + 1))?;
        }
        let line = talk.ask(words::TOUCHED)?;
        let parts = line.split([',', ' ', ';']).filter(|part| !part.is_empty());
        let chosen: Option<Vec<&String>> =
            parts.map(|part| names.get(part.parse::<usize>().ok()?.checked_sub(1)?)).collect();
        let Some(chosen) = chosen else {
            talk.say(&words::number_between(names.len()))?;
            continue;
        };
        let row = |name: &&String| Row::from([(column.clone(), (*name).clone())]);
        return Ok(Answer::Rows(chosen.iter().map(row).collect()));
    }
}

/// Asks for the rows of a table, cell by cell.
fn rows(talk: &mut Talk<'_>, question: &Question, before: Option<&Answer>) -> Told<Answer> {
    let Kind::Table(columns) = &question.kind else { return Ok(Answer::Rows(Vec::new())) };
    let mut rows: Vec<Row> = match before {
        Some(Answer::Rows(rows)) => rows.clone(),
        _ => Vec::new(),
    };
    loop {
        talk.say(&tell::table(columns, &rows))?;
        match talk.ask_part(words::ROW)?.trim() {
            "nieuw" => {
                let mut row = BTreeMap::new();
                for column in columns {
                    let cell = talk.ask_part(&words::cell(&column.label, &column.help))?;
                    row.insert(column.id.clone(), cell.trim().to_owned());
                }
                rows.extend(Some(row).filter(|row| row.values().any(|cell| !cell.is_empty())));
            }
            line => match line.strip_prefix("wis ").map(|number| number.trim().parse::<usize>()) {
                Some(Ok(number)) if (1..=rows.len()).contains(&number) => {
                    drop(rows.remove(number - 1));
                }
                Some(_) => talk.say(&words::number_between(rows.len()))?,
                None => return Ok(Answer::Rows(rows)),
            },
        }
    }
}

/// The label of `value`, for those who tell about answers.
pub(super) fn label(question: &Question, value: &Id) -> String {
    hear::label(question, value)
}
