//! Signing: who, and the passphrase.

use super::{
    form::{Form, FormField},
    key::MakeKey,
    list::{self, Cursor, Row},
    preview::Preview,
    signed::SignedScreen,
};
use crate::{
    session::{Effect, KeyLine, Reply, Secret, SignOrder},
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

/// Choosing a key, and then opening it.
#[derive(Debug, Default)]
pub(super) struct Sign {
    cursor: Cursor,
    /// The key that was chosen, with the field for its passphrase.
    opening: Option<(KeyLine, Form)>,
    busy: bool,
}

impl Sign {
    fn go(&mut self, world: &World) -> Reaction {
        let chosen = self.cursor.on(world.overview.keys.len() + 1);
        match world.overview.keys.get(chosen) {
            None => Reaction::Replace(Box::new(MakeKey::new(world))),
            Some(key) => {
                let words = world.words;
                let form = Form::new(vec![FormField::secret(
                    words.say(Word::Passphrase),
                    words.say(Word::SignHelp),
                )]);
                self.opening = Some((key.clone(), form));
                Reaction::Stay
            }
        }
    }

    fn sign(&mut self, world: &World) -> Reaction {
        let (Some((key, form)), Some(session)) = (&self.opening, &world.session) else {
            return Reaction::Stay;
        };
        let order = SignOrder {
            assessment: session.assessment().clone(),
            key: key.path.clone(),
            passphrase: Secret(Zeroizing::new(form.secret(0).to_owned())),
        };
        self.busy = true;
        let said = Reaction::Say(world.words.say(Word::Signing).to_owned());
        Reaction::Several(vec![said, Reaction::Perform(Effect::Sign(Box::new(order)))])
    }
}

impl Screen for Sign {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Sign).to_owned()
    }

    fn mode(&self) -> Mode {
        if self.opening.is_some() { Mode::Writing } else { Mode::Choosing }
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        match (&self.opening, self.busy) {
            (_, true) => Vec::new(),
            (Some(_), false) => vec![Action::Sign, Action::Choose],
            (None, false) => vec![Action::Choose, Action::Up, Action::Down, Action::Preview],
        }
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.opening.is_none() && self.cursor.act(action, world.overview.keys.len() + 1) {
            return Reaction::Stay;
        }
        match action {
            Action::Sign | Action::Choose if self.opening.is_some() => self.sign(world),
            Action::Choose => self.go(world),
            Action::Preview => Preview::open(world),
            Action::Back if self.busy => Reaction::Stay,
            Action::Back if self.opening.is_some() => {
                self.opening = None;
                Reaction::Stay
            }
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        self.opening.as_mut().map_or(Reaction::Stay, |(_, form)| form.take_key(key, world.words))
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        self.opening.as_mut().map_or(Reaction::Stay, |(_, form)| form.take_paste(text, world.words))
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        if self.opening.is_some() {
            return Reaction::Stay;
        }
        self.cursor.0 = row;
        self.go(world)
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::Signed(record) => {
                Reaction::Replace(Box::new(SignedScreen::new((**record).clone())))
            }
            Reply::Failed(_) => {
                self.busy = false;
                if let Some((_, form)) = &mut self.opening {
                    form.forget();
                }
                Reaction::Stay
            }
            _ => Reaction::Stay,
        }
    }

    fn fit(&mut self, area: Rect, _world: &World) {
        if let Some((_, form)) = &mut self.opening {
            form.fit(area);
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let words = world.words;
        let mut text = vec![Paragraph::gap()];
        match &self.opening {
            Some((key, _)) => {
                text.push(Paragraph::new(
                    format!("{} ({})", key.name, key.role),
                    world.theme.strong,
                ));
            }
            None => text.push(Paragraph::new(words.say(Word::SignHelp), world.theme.text)),
        }
        text.push(Paragraph::gap());
        let lines = flow::wrap(&text, area.width);
        let top = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
        canvas.lines(area, lines);
        let rest = Rect {
            y: area.y + top,
            height: area.height - top,
            width: area.width.min(flow::MEASURE),
            ..area
        };
        if let Some((_, form)) = &self.opening {
            form.draw(rest, canvas);
        } else {
            let mut rows = vec![Row::Heading(words.say(Word::ChooseKey).to_owned())];
            rows.extend(
                world
                    .overview
                    .keys
                    .iter()
                    .map(|key| Row::item(format!("{} ({})", key.name, key.role), "")),
            );
            rows.push(Row::item(words.say(Word::NewKey), ""));
            list::draw(&rows, self.cursor, rest, canvas);
        }
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::SignHelp).to_owned()
    }
}
