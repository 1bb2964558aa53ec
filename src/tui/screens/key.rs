//! Making a signing key.

use super::sign::{Sign, Work};
use crate::{
    session::{
        Effect, NewKey, Reply, Secret,
        passphrase::{Judgement, Strength, judge, known_of},
    },
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        words::{SignWord, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;
use zeroize::Zeroizing;

/// The form.
#[derive(Debug)]
pub(super) struct MakeKey {
    form: Form,
    busy: bool,
    /// What is to be signed with it, if anything is.
    work: Option<Work>,
    /// A passphrase to take over.
    proposed: Secret,
}

impl MakeKey {
    /// An empty form, and a passphrase thought of by the desk.
    pub(super) fn open(world: &World, work: Option<Work>) -> Reaction {
        let signing = work.is_some();
        let screen: Box<dyn Screen> = Box::new(Self::new(world, work));
        let shown = if signing { Reaction::Replace(screen) } else { Reaction::Open(screen) };
        Reaction::Several(vec![shown, Reaction::Perform(Effect::Propose)])
    }

    fn new(world: &World, work: Option<Work>) -> Self {
        let words = world.words;
        let form = Form::new(vec![
            FormField::line(words.say(Word::Name), words.say(Word::HintName), ""),
            FormField::line(words.say(Word::Role), words.say(Word::HintRole), ""),
            FormField::secret(words.say(Word::Passphrase), words.say(Word::HintPassphrase)),
            FormField::secret(words.say(Word::PassphraseAgain), words.say(Word::HintPassphrase)),
        ]);
        Self { form, busy: false, work, proposed: Secret::default() }
    }

    /// How good the passphrase is so far.
    fn judged(&self, world: &World) -> Judgement {
        let (name, role) = (self.form.text(0), self.form.text(1));
        let mut known = vec![name.as_str(), role.as_str()];
        known.extend(world.overview.organisation.iter().flat_map(known_of));
        judge(self.form.secret(2), &known)
    }

    /// What is said below the fields: a passphrase to take over, and how good the one is that is being typed.
    fn said(&self, world: &World) -> String {
        if !self.form.secret(2).is_empty() {
            world.words.judgement(self.judged(world))
        } else if self.proposed.0.is_empty() {
            String::new()
        } else {
            world.words.proposed_passphrase(&self.proposed.0)
        }
    }

    /// Back to where the key is wanted.
    fn leave(&self) -> Reaction {
        match &self.work {
            Some(work) => Reaction::Replace(Box::new(Sign::new(work.clone()))),
            None => Reaction::Back,
        }
    }

    fn finish(&mut self, world: &World) -> Reaction {
        let words = world.words;
        for (field, word) in [(0, Word::Name), (1, Word::Role)] {
            if self.form.text(field).is_empty() {
                self.form.focus(field);
                return Reaction::Say(words.needed(words.say(word)));
            }
        }
        let judged = self.judged(world);
        if judged.strength == Strength::Weak {
            self.form.focus(2);
            return Reaction::Say(words.judgement(judged));
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
        if self.busy { Vec::new() } else { self.form.offers() }
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.form.act(action) {
            return self.finish(world);
        }
        match action {
            Action::Back if self.busy => Reaction::Stay,
            Action::Back => self.leave(),
            _ => Reaction::Stay,
        }
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::KeyMade(_) => {
                Reaction::Several(vec![Reaction::Perform(Effect::Look), self.leave()])
            }
            Reply::Proposed(passphrase) => {
                self.proposed = passphrase.clone();
                Reaction::Stay
            }
            Reply::Failed(_) => {
                self.busy = false;
                Reaction::Stay
            }
            _ => Reaction::Stay,
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let own = || world.words.sign_word(SignWord::OwnKey).to_owned();
        let help = self.work.as_ref().map_or_else(own, |work| work.help(world.words));
        let lines = flow::wrap(
            &[Paragraph::gap(), Paragraph::new(help, world.theme.text), Paragraph::gap()],
            area.width,
        );
        let top = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
        canvas.lines(area, lines);
        let said = self.said(world);
        let said = flow::wrap(&[Paragraph::new(said, world.theme.strong)], area.width);
        let low = u16::try_from(said.len()).unwrap_or(0).min(area.height - top);
        let [form, low] = divide::rows(
            Rect { y: area.y + top, height: area.height - top, ..area },
            [Rest(0), Of(low)],
        );
        self.form.draw(form, canvas);
        canvas.lines(low, said);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpForm).to_owned()
    }
}
