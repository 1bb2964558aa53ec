//! When an outcome is to be looked at again: the day, why then, and another day if people agree on one.

use super::day;
use crate::{
    session::{Edit, Session},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        words::{Cycle, ReviewTerm, Word},
        world::{Reaction, Screen, World},
    },
};
use jiff::civil::Date;
use ratatui::layout::Rect;

/// The one field, below the reason.
#[derive(Debug)]
pub(super) struct TermScreen {
    form: Form,
    /// What stood there when it opened.
    before: String,
    /// Whether it was told what is wrong: leaving again leaves it unwritten.
    warned: bool,
}

/// When the assessment at hand is to be looked at again; nothing as long as nobody knows what day it is.
pub(super) fn term(world: &World, session: &Session) -> Option<ReviewTerm> {
    let draft = session.questionnaire().draft();
    Some(ReviewTerm {
        day: session.review_day(world.overview.today?)?,
        months: draft.review_months,
        agreed: session.assessment().review.is_some() && !session.is_locked(),
        dpia: matches!(draft.proves, Some(crate::model::Proves::PreDpia { .. })),
    })
}

impl TermScreen {
    pub(super) fn new(world: &World, session: &Session) -> Self {
        let written = |day: Date| format!("{}-{}-{}", day.day(), day.month(), day.year());
        let before = session.assessment().review.map(written).unwrap_or_default();
        let (label, hint) = (Cycle::TermField, Cycle::HintTerm);
        let (label, hint) = (world.words.cycle(label), world.words.cycle(hint));
        Self { form: Form::new(vec![FormField::line(label, hint, &before)]), before, warned: false }
    }

    fn finish(&mut self, world: &World) -> Reaction {
        let text = self.form.text(0);
        if text == self.before {
            return Reaction::Back;
        }
        let today = world.overview.today;
        let chosen = match text.as_str() {
            "" => Some(None),
            text => day(text, today).filter(|day| Some(*day) > today).map(Some),
        };
        match chosen {
            Some(day) => Reaction::Several(vec![Reaction::Edit(Edit::Review(day)), Reaction::Back]),
            None if self.warned => Reaction::Back,
            None => {
                self.warned = true;
                Reaction::Say(world.words.cycle(Cycle::NoTerm).to_owned())
            }
        }
    }
}

impl Screen for TermScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.cycle(Cycle::Term).trim_end_matches('?').to_owned()
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Finish]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        match action {
            Action::Finish | Action::Back => self.finish(world),
            _ => Reaction::Stay,
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(session) = &world.session else { return };
        let mut head = vec![
            Paragraph::gap(),
            Paragraph::new(world.words.cycle(Cycle::Term), world.theme.heading),
        ];
        let told = term(world, session).map(|term| world.words.review_term(&term));
        head.extend(told.into_iter().flatten().map(|line| Paragraph::new(line, world.theme.text)));
        head.push(Paragraph::gap());
        let lines = flow::wrap(&head, area.width);
        let rows = u16::try_from(lines.len()).unwrap_or(0).min(area.height.saturating_sub(4));
        canvas.lines(Rect { height: rows, ..area }, lines);
        self.form.draw(Rect { y: area.y + rows, height: area.height - rows, ..area }, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpForm).to_owned()
    }
}
