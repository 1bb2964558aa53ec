//! Keys and the people who sign with them: own keys, and who else is known.

use super::{
    key::MakeKey,
    list::{self, Cursor, Row},
};
use crate::{
    session::{Effect, KeyExport, KeyImport, KeyLine, NewSigner, Reply, Secret, SignerLine},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        words::{KeyWord, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;
use std::path::PathBuf;
use zeroize::Zeroizing;

/// What is being done.
#[derive(Debug, Default)]
enum Stage {
    /// Choosing from the list.
    #[default]
    Choosing,
    /// Naming a key file, with what opens it.
    Importing(Form),
    /// Deciding about an RSA key; the form stays as it was filled in.
    Doubting(Form, Cursor),
    /// Naming the file with someone's certificate.
    Naming(Form),
    /// Comparing a fingerprint; nobody is added with one key alone.
    Comparing(SignerLine, Cursor),
    /// Asking whether someone is really known no more.
    Removing(SignerLine, Cursor),
}

/// What a row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Key(usize),
    NewKey,
    Import,
    Signer(usize),
    Add,
}

/// The screen.
#[derive(Debug, Default)]
pub struct KeyringScreen {
    cursor: Cursor,
    stage: Stage,
}

impl KeyringScreen {
    fn rows(world: &World) -> Vec<(Row, Option<Target>)> {
        let words = world.words;
        let heading = |word| (Row::Heading(words.key_word(word).to_owned()), None);
        let item = |word, target| (Row::item(words.key_word(word), ""), Some(target));
        let mut rows = vec![heading(KeyWord::OwnKeys)];
        for (place, key) in world.overview.keys.iter().enumerate() {
            let until = key.until.map(|day| words.valid_until(day)).unwrap_or_default();
            rows.push((Row::item(person(&key.name, &key.role), until), Some(Target::Key(place))));
        }
        rows.push((Row::item(words.say(Word::NewKey), ""), Some(Target::NewKey)));
        rows.push(item(KeyWord::Import, Target::Import));
        rows.push(heading(KeyWord::Known));
        for (place, signer) in world.overview.signers.iter().enumerate() {
            let since = match signer.since {
                _ if signer.lost => words.key_word(KeyWord::Lost).to_owned(),
                Some(since) => words.known_since(since.date()),
                None => String::new(),
            };
            let left = person(&signer.name, &signer.role);
            rows.push((Row::item(left, since), Some(Target::Signer(place))));
        }
        rows.push(item(KeyWord::Add, Target::Add));
        rows
    }

    fn target(&self, world: &World) -> Option<Target> {
        let targets: Vec<_> = Self::rows(world).into_iter().filter_map(|(_, to)| to).collect();
        targets.get(self.cursor.on(targets.len())).copied()
    }

    fn go(&mut self, world: &World) -> Reaction {
        let words = world.words;
        let field = |word, hint| FormField::line(words.say(word), words.key_word(hint), "");
        let secret = |label: &str, hint| FormField::secret(label, words.key_word(hint));
        match self.target(world) {
            Some(Target::NewKey) => return MakeKey::open(world, None),
            Some(Target::Key(place)) => {
                let Some(key) = world.overview.keys.get(place) else { return Reaction::Stay };
                let export =
                    KeyExport { key: key.path.clone(), to: PathBuf::new(), passphrase: None };
                return Reaction::Perform(Effect::ExportKey(export));
            }
            Some(Target::Import) => {
                self.stage = Stage::Importing(Form::new(vec![
                    field(Word::File, KeyWord::HintImport),
                    secret(words.say(Word::Passphrase), KeyWord::HintFilePassphrase),
                    secret(words.key_word(KeyWord::Renewed), KeyWord::HintRenewed),
                    secret(words.say(Word::PassphraseAgain), KeyWord::HintRenewed),
                ]));
            }
            Some(Target::Add) => {
                let file = field(Word::File, KeyWord::HintCertificate);
                self.stage = Stage::Naming(Form::new(vec![file]));
            }
            Some(Target::Signer(place)) => {
                if let Some(signer) = world.overview.signers.get(place) {
                    self.stage = Stage::Removing(signer.clone(), Cursor::default());
                }
            }
            None => {}
        }
        Reaction::Stay
    }

    /// Hands a form in.
    fn finish(&mut self, world: &World) -> Reaction {
        let words = world.words;
        let importing = matches!(self.stage, Stage::Importing(_));
        let (Stage::Importing(form) | Stage::Naming(form)) = &mut self.stage else {
            return Reaction::Stay;
        };
        let file = file(form);
        if file.as_os_str().is_empty() {
            form.focus(0);
            return Reaction::Say(words.needed(words.say(Word::File)));
        }
        if form.secret(2) != form.secret(3) {
            form.forget();
            return Reaction::Say(words.say(Word::PassphrasesDiffer).to_owned());
        }
        Reaction::Perform(if importing { import(form, false) } else { Effect::ReadSigner(file) })
    }

    /// Does what was asked once more: only the second row does it.
    fn confirm(&mut self) -> Reaction {
        match std::mem::take(&mut self.stage) {
            Stage::Comparing(line, cursor) if cursor.on(2) == 1 => {
                let (file, fingerprint) = (line.file, line.fingerprint);
                Reaction::Perform(Effect::AddSigner(NewSigner { file, fingerprint }))
            }
            Stage::Removing(line, cursor) if cursor.on(2) == 1 => {
                Reaction::Perform(Effect::RemoveSigner(line.fingerprint))
            }
            Stage::Doubting(form, cursor) => {
                let take = cursor.on(2) == 1;
                let wish = import(&form, true);
                self.stage = Stage::Importing(form);
                if take { Reaction::Perform(wish) } else { Reaction::Stay }
            }
            _ => Reaction::Stay,
        }
    }

    /// What stands under the list: all there is to know of the row under the cursor.
    fn about(&self, world: &World) -> Vec<Paragraph> {
        let words = world.words;
        let overview = &world.overview;
        let text = |text: String| Paragraph::new(text, world.theme.text);
        let mut lines = vec![Paragraph::gap()];
        let help = match self.target(world) {
            Some(Target::Key(place)) => {
                lines.extend(
                    overview.keys.get(place).map(|key| own(world, key)).unwrap_or_default(),
                );
                KeyWord::HelpKey
            }
            Some(Target::Signer(place)) => {
                let of = |line| person_of(world, line);
                lines.extend(overview.signers.get(place).map(of).unwrap_or_default());
                KeyWord::HelpSigner
            }
            Some(Target::Import) => KeyWord::HelpImport,
            Some(Target::Add) => KeyWord::HelpAdd,
            Some(Target::NewKey) | None => KeyWord::Help,
        };
        lines.push(text(words.key_word(help).to_owned()));
        lines
    }
}

/// The file that a form names. One that is dragged into a terminal comes in quotes.
fn file(form: &Form) -> PathBuf {
    PathBuf::from(form.text(0).trim_matches(['\'', '"']).trim())
}

/// The wish to take over the key that a form names, of which `rsa` says whether it may be an RSA key.
fn import(form: &Form, rsa: bool) -> Effect {
    let secret = |field| Secret(Zeroizing::new(form.secret(field).to_owned()));
    let (passphrase, renewed) = (secret(1), secret(2));
    Effect::ImportKey(KeyImport { file: file(form), passphrase, renewed, rsa })
}

/// What speaks against an RSA key, and why one may take it all the same.
fn against_rsa(world: &World) -> Vec<Paragraph> {
    let told = [KeyWord::RsaIs, KeyWord::RsaRisk, KeyWord::RsaHere, KeyWord::RsaBetter];
    let text = |word| Paragraph::new(world.words.key_word(word), world.theme.text);
    told.into_iter().flat_map(|word| [text(word), Paragraph::gap()]).collect()
}

/// Everything about an own key.
fn own(world: &World, key: &KeyLine) -> Vec<Paragraph> {
    vec![
        Paragraph::new(key.fingerprint.clone(), world.theme.strong),
        Paragraph::new(
            joined([&key.organisation, &key.kind, &key.path.display().to_string()]),
            world.theme.text,
        ),
        Paragraph::gap(),
    ]
}

/// Everything about someone else.
fn person_of(world: &World, line: &SignerLine) -> Vec<Paragraph> {
    let until = line.until.map(|day| world.words.valid_until(day)).unwrap_or_default();
    vec![
        Paragraph::new(line.fingerprint.clone(), world.theme.strong),
        Paragraph::new(
            joined([&line.organisation, &until, &line.file.display().to_string()]),
            world.theme.text,
        ),
        Paragraph::gap(),
    ]
}

/// What there is of these, beside each other.
fn joined(parts: [&str; 3]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn person(name: &str, role: &str) -> String {
    if role.is_empty() { name.to_owned() } else { format!("{name} ({role})") }
}

impl Screen for KeyringScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.key_word(KeyWord::Title).to_owned()
    }

    fn mode(&self) -> Mode {
        match self.stage {
            Stage::Importing(_) | Stage::Naming(_) => Mode::Writing,
            _ => Mode::Choosing,
        }
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        match &self.stage {
            Stage::Importing(form) | Stage::Naming(form) => form.offers(),
            _ => vec![Action::Choose, Action::Up, Action::Down],
        }
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let count = Self::rows(world).iter().filter(|(_, target)| target.is_some()).count();
        match (&mut self.stage, action) {
            (Stage::Choosing, Action::Back) => return Reaction::Back,
            (Stage::Choosing, Action::Choose) => return self.go(world),
            (Stage::Choosing, action) => {
                self.cursor.act(action, count);
            }
            (_, Action::Back) => self.stage = Stage::Choosing,
            (Stage::Importing(form) | Stage::Naming(form), action) => {
                if form.act(action) {
                    return self.finish(world);
                }
            }
            (Stage::Comparing(..) | Stage::Removing(..) | Stage::Doubting(..), Action::Choose) => {
                return self.confirm();
            }
            (
                Stage::Comparing(_, cursor)
                | Stage::Removing(_, cursor)
                | Stage::Doubting(_, cursor),
                action,
            ) => {
                cursor.act(action, 2);
            }
        }
        Reaction::Stay
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        match &mut self.stage {
            Stage::Choosing => {
                self.cursor.0 = row;
                self.go(world)
            }
            Stage::Importing(form) | Stage::Naming(form) => {
                form.focus(row);
                Reaction::Stay
            }
            Stage::Comparing(_, cursor)
            | Stage::Removing(_, cursor)
            | Stage::Doubting(_, cursor) => {
                cursor.0 = row;
                Reaction::Stay
            }
        }
    }

    fn reply(&mut self, reply: &Reply, world: &World) -> Reaction {
        let words = world.words;
        match reply {
            Reply::KeyExported(path) => {
                Reaction::Say(words.certificate_at(&path.display().to_string()))
            }
            Reply::KeyMade(_) if matches!(self.stage, Stage::Importing(_)) => {
                self.stage = Stage::Choosing;
                let said = Reaction::Say(words.key_word(KeyWord::Imported).to_owned());
                Reaction::Several(vec![Reaction::Perform(Effect::Look), said])
            }
            Reply::RsaKey => {
                match std::mem::take(&mut self.stage) {
                    Stage::Importing(form) => {
                        self.stage = Stage::Doubting(form, Cursor::default());
                    }
                    other => self.stage = other,
                }
                Reaction::Stay
            }
            Reply::SignerRead(line) if matches!(self.stage, Stage::Naming(_)) => {
                self.stage = Stage::Comparing(line.clone(), Cursor::default());
                Reaction::Stay
            }
            Reply::Failed(_) => {
                if let Stage::Importing(form) = &mut self.stage {
                    form.forget();
                }
                Reaction::Stay
            }
            _ => Reaction::Stay,
        }
    }

    fn is_free(&mut self) -> bool {
        matches!(self.stage, Stage::Choosing)
    }

    fn form(&mut self) -> Option<&mut Form> {
        match &mut self.stage {
            Stage::Importing(form) | Stage::Naming(form) => Some(form),
            _ => None,
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let words = world.words;
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let asked = |line: &SignerLine, help: KeyWord| {
            let name = person(&line.name, &line.role);
            let mut text = vec![Paragraph::new(name, world.theme.heading)];
            text.extend(person_of(world, line));
            text.push(Paragraph::new(words.key_word(help), world.theme.text));
            text.push(Paragraph::gap());
            text
        };
        let (text, rows, cursor) = match &self.stage {
            Stage::Importing(form) | Stage::Naming(form) => return form.draw(area, canvas),
            Stage::Choosing => {
                let rows: Vec<Row> = Self::rows(world).into_iter().map(|(row, _)| row).collect();
                let lines = flow::wrap(&self.about(world), area.width);
                let wanted = u16::try_from(lines.len()).unwrap_or(0).min(area.height * 3 / 5);
                let [top, bottom] = divide::rows(area, [Rest(4), Of(wanted)]);
                let top = Rect { width: top.width.min(flow::MEASURE + 10), ..top };
                list::draw(&rows, self.cursor, top, canvas);
                return canvas.lines(bottom, lines);
            }
            Stage::Comparing(line, cursor) => {
                (asked(line, KeyWord::Compare), [KeyWord::NotSame, KeyWord::Same], cursor)
            }
            Stage::Doubting(_, cursor) => {
                (against_rsa(world), [KeyWord::RsaLeave, KeyWord::RsaTake], cursor)
            }
            Stage::Removing(line, cursor) => {
                (asked(line, KeyWord::RemoveHelp), [KeyWord::Keep, KeyWord::Remove], cursor)
            }
        };
        let lines = flow::wrap(&text, area.width);
        let top = u16::try_from(lines.len()).unwrap_or(0).min(area.height.saturating_sub(2));
        canvas.lines(Rect { height: top, ..area }, lines);
        let rest = Rect { y: area.y + top, height: area.height - top, ..area };
        let rest = Rect { width: rest.width.min(flow::MEASURE), ..rest };
        let rows = rows.map(|word| Row::item(words.key_word(word), ""));
        list::draw(&rows, *cursor, rest, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.key_word(KeyWord::Help).to_owned()
    }
}
