//! Making a signing key.

use super::{
    form::{Form, FormField},
    sign::Sign,
};
use crate::{
    session::{Effect, NewKey, Reply, Secret},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::{Action, Mode},
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use zeroize::Zeroizing;

/// The shortest passphrase that is taken, in characters.
const SHORTEST: usize = 12;

/// The form.
#[derive(Debug)]
pub(super) struct MakeKey {
    form: Form,
    busy: bool,
}

impl MakeKey {
    /// An empty form.
    pub(super) fn new() -> Self {
        let form = Form::new(vec![
            FormField::line(Word::Name, Word::HintName, ""),
            FormField::line(Word::Role, Word::HintRole, ""),
            FormField::secret(Word::Passphrase, Word::HintPassphrase),
            FormField::secret(Word::PassphraseAgain, Word::HintPassphrase),
        ]);
        Self { form, busy: false }
    }

    fn finish(&mut self, world: &World) -> Reaction {
        let words = world.words;
        for (field, word) in [(0, Word::Name), (1, Word::Role)] {
            if self.form.text(field).is_empty() {
                self.form.focus(field);
                return Reaction::Say(words.needed(words.say(word)));
            }
        }
        if self.form.secret(2).chars().count() < SHORTEST {
            self.form.focus(2);
            return Reaction::Say(words.passphrase_short(SHORTEST));
        }
        if self.form.secret(2) != self.form.secret(3) {
            self.form.forget();
            return Reaction::Say(words.say(Word::PassphrasesDiffer).to_owned());
        }
        self.busy = true;
        let key = NewKey {
            name: self.form.text(0),
            role: self.form.text(1),
            passphrase: Secret(Zeroizing::new(self.form.secret(2).to_owned())),
        };
        let said = Reaction::Say(words.say(Word::MakingKey).to_owned());
        Reaction::Several(vec![said, Reaction::Perform(Effect::MakeKey(key))])
    }
}

impl Screen for MakeKey {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::NewKey).trim_end_matches('…').to_owned()
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        if self.busy { Vec::new() } else { vec![Action::NextField, Action::PreviousField] }
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        match action {
            Action::NextField if !self.form.next() => self.finish(world),
            Action::PreviousField => {
                self.form.previous();
                Reaction::Stay
            }
            Action::Back if self.busy => Reaction::Stay,
            Action::Back => Reaction::Replace(Box::new(Sign::default())),
            _ => Reaction::Stay,
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        if self.form.key(key) {
            Reaction::Say(world.words.say(Word::TooMuchText).to_owned())
        } else {
            Reaction::Stay
        }
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        if self.form.paste(text) {
            Reaction::Say(world.words.say(Word::TooMuchText).to_owned())
        } else {
            Reaction::Stay
        }
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.form.focus(row);
        Reaction::Stay
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::KeyMade(_) => Reaction::Several(vec![
                Reaction::Perform(Effect::Look),
                Reaction::Replace(Box::new(Sign::default())),
            ]),
            Reply::Failed(_) => {
                self.busy = false;
                Reaction::Stay
            }
            _ => Reaction::Stay,
        }
    }

    fn fit(&mut self, area: Rect, _world: &World) {
        self.form.fit(area);
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let lines = flow::wrap(
            &[
                Paragraph::gap(),
                Paragraph::new(world.words.say(Word::SignHelp), world.theme.text),
                Paragraph::gap(),
            ],
            area.width,
        );
        let top = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
        canvas.lines(area, lines);
        self.form.draw(
            world.words,
            Rect { y: area.y + top, height: area.height - top, ..area },
            canvas,
        );
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpForm).to_owned()
    }
}
