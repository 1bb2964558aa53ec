//! Lines out, lines in: the whole of what a screen reader, a braille display or a slow link needs.

use super::words;
use crate::{
    desk::Office,
    session::{Edit, Effect, Guide, Overview, Reply, Secret, Session, Unkept, shown_with},
    tui::Edited,
};
use std::{
    io::{self, BufRead, Write},
    sync::Arc,
};
use zeroize::Zeroizing;

/// Why a conversation ends.
#[derive(Debug)]
pub(super) enum End {
    /// There will be no more lines.
    Over,
    /// Nothing more can be told.
    Broken(io::Error),
    /// There is nothing to see in the data folder, for this reason in words.
    Blind(String),
}

impl From<io::Error> for End {
    fn from(error: io::Error) -> Self {
        Self::Broken(error)
    }
}

/// What a step of the conversation comes to.
pub(super) type Told<T> = Result<T, End>;

/// Where lines come from.
pub(super) trait Listener {
    /// The next line, without its end; none when there will be no more.
    ///
    /// # Errors
    /// It cannot be read.
    fn line(&mut self) -> io::Result<Option<String>>;

    /// A line that is not shown while it is typed.
    ///
    /// # Errors
    /// It cannot be read.
    fn secret(&mut self) -> io::Result<Option<Zeroizing<String>>>;

    /// `text` after the person worked on it in their own text program; none where there is no terminal for that.
    fn edit(&mut self, _text: &str) -> Option<Edited> {
        None
    }

    /// Whether a terminal shows what is typed, and so goes to the next line by itself.
    fn shows(&self) -> bool {
        false
    }
}

/// Lines from a pipe or a file: nothing is shown while they come.
#[derive(Debug)]
pub(super) struct Piped<R>(pub(super) R);

impl<R: BufRead> Listener for Piped<R> {
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = String::new();
        let read = self.0.read_line(&mut line)?;
        line.truncate(line.trim_end_matches(['\n', '\r']).len());
        Ok((read > 0).then_some(line))
    }

    fn secret(&mut self) -> io::Result<Option<Zeroizing<String>>> {
        self.line().map(|line| line.map(Zeroizing::new))
    }
}

/// Opens the guided example, or says in words why that is not possible.
pub(super) type Rehearsal<'a> = &'a dyn Fn() -> Result<(Office, Guide), String>;

/// Two at a table: the desk, and a person with a line at a time.
pub(super) struct Talk<'a> {
    office: Office,
    listener: &'a mut dyn Listener,
    out: &'a mut dyn Write,
    /// When everything was safe for the last time.
    saved: Option<String>,
    /// What could not be kept so far, and why.
    unsaved: Vec<(Effect, String)>,
    /// Whether the person let go of something that could not be kept.
    lost: bool,
    /// Whether the lines ended in the middle of a form.
    ended: bool,
    rehearsal: Rehearsal<'a>,
    /// What leads through the example, while one is there.
    guide: Option<Guide>,
    /// One's own office, while one is in the example.
    own: Option<Office>,
    /// What there was in the folder when somebody looked last.
    seen: Option<Arc<Overview>>,
}

impl<'a> Talk<'a> {
    /// A conversation about the data of `office`.
    pub(super) fn new(
        office: Office,
        listener: &'a mut dyn Listener,
        out: &'a mut dyn Write,
        rehearsal: Rehearsal<'a>,
    ) -> Self {
        let (saved, unsaved, lost, ended) = (None, Vec::new(), false, false);
        let (guide, own, seen) = (None, None, None);
        Self { office, listener, out, saved, unsaved, lost, ended, rehearsal, guide, own, seen }
    }

    /// What leads through the example, while one is there.
    pub(super) fn guide(&self) -> Option<&Guide> {
        self.guide.as_ref()
    }

    /// Goes to the guided example; whether that was possible.
    pub(super) fn enter_example(&mut self) -> Told<bool> {
        self.save_before_leaving()?;
        match (self.rehearsal)() {
            Ok((office, guide)) => {
                self.own = Some(std::mem::replace(&mut self.office, office));
                (self.guide, self.saved, self.seen) = (Some(guide), None, None);
                Ok(true)
            }
            Err(fault) => self.say(&fault).map(|()| false),
        }
    }

    /// Goes back to one's own data.
    pub(super) fn leave_example(&mut self) -> Told<()> {
        self.save_before_leaving()?;
        if let Some(own) = self.own.take() {
            self.office = own;
        }
        (self.guide, self.saved, self.seen) = (None, None, None);
        self.say(words::guide::OWN)
    }

    /// Says `text`, on a line of its own. What would steer a terminal is shown as what it is.
    pub(super) fn say(&mut self, text: &str) -> Told<()> {
        for line in text.lines() {
            writeln!(self.out, "{}", crate::tui::flow::visible(line))?;
        }
        Ok(())
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> Told<()> {
        Ok(writeln!(self.out)?)
    }

    /// Asks for a line.
    pub(super) fn ask(&mut self, prompt: &str) -> Told<String> {
        self.prompt(prompt)?;
        let line = self.listener.line()?.ok_or(End::Over)?;
        self.ended = false;
        if !self.listener.shows() {
            self.gap()?;
        }
        Ok(line)
    }

    /// Asks for a line of a form. What was filled in counts when there will be no more lines: the rest is left as it is.
    pub(super) fn ask_part(&mut self, prompt: &str) -> Told<String> {
        if self.ended {
            return Ok(String::new());
        }
        match self.ask(prompt) {
            Err(End::Over) => {
                self.ended = true;
                Ok(String::new())
            }
            told => told,
        }
    }

    /// Asks for a line of a form, and tells `hint` to who asks for help with a question mark.
    pub(super) fn ask_field(&mut self, prompt: &str, hint: &str) -> Told<String> {
        loop {
            let line = self.ask_part(prompt)?;
            if line.trim() != "?" {
                return Ok(line);
            }
            self.say(hint)?;
        }
    }

    /// Asks for what a field says that says `known` now: an empty line leaves it so, a dash empties it.
    pub(super) fn ask_anew(&mut self, label: &str, hint: &str, known: &str) -> Told<String> {
        let line = self.ask_field(&words::field(label, known), hint)?;
        Ok(match line.trim() {
            "" => known.to_owned(),
            "-" => String::new(),
            text => text.to_owned(),
        })
    }

    /// Asks for a line that is not shown.
    pub(super) fn ask_secret(&mut self, prompt: &str) -> Told<Secret> {
        self.prompt(prompt)?;
        let secret = self.listener.secret()?.map(Secret).ok_or(End::Over)?;
        if !self.listener.shows() {
            self.gap()?;
        }
        Ok(secret)
    }

    /// Asks for paragraphs: everything up to a line with a full stop alone, or up to the end of all lines. `before` is what stands there now, for who works on
    /// it in their own text program.
    pub(super) fn ask_text(&mut self, prompt: &str, before: &str) -> Told<String> {
        self.say(prompt)?;
        self.say(words::UNTIL_A_STOP)?;
        let mut lines: Vec<String> = Vec::new();
        loop {
            let line = match self.ask(words::MORE) {
                Err(End::Over) if !lines.is_empty() => ".".to_owned(),
                told => told?,
            };
            match line.trim() {
                "." => return Ok(lines.join("\n").trim().to_owned()),
                words::EDIT => {
                    let text = if lines.is_empty() { before.to_owned() } else { lines.join("\n") };
                    if let Some(text) = self.edit_elsewhere(&text)? {
                        return Ok(text.trim().to_owned());
                    }
                }
                _ => lines.push(line),
            }
        }
    }

    /// Has the person work on `text` in their own text program; none if that was not possible.
    pub(super) fn edit_elsewhere(&mut self, text: &str) -> Told<Option<String>> {
        let Some(edited) = self.listener.edit(text) else {
            return self.say(words::NO_TERMINAL_TO_EDIT).map(|()| None);
        };
        if let Some(fault) = edited.fault {
            self.say(&fault)?;
        }
        Ok(edited.text)
    }

    /// Asks for one of `count` things by its number; none for an empty line.
    pub(super) fn choose(&mut self, prompt: &str, count: usize) -> Told<Option<usize>> {
        loop {
            let line = self.ask(prompt)?;
            if matches!(line.trim(), "" | "terug" | "stop") {
                return Ok(None);
            }
            let number =
                line.trim().parse::<usize>().ok().filter(|number| (1..=count).contains(number));
            match number {
                Some(number) => return Ok(Some(number - 1)),
                None => self.say(&words::number_between(count))?,
            }
        }
    }

    fn prompt(&mut self, prompt: &str) -> Told<()> {
        write!(self.out, "{} ", crate::tui::flow::visible(prompt))?;
        Ok(self.out.flush()?)
    }

    /// Has the desk do `effect`; what it could not do is said, and nothing comes of it.
    pub(super) fn perform(&mut self, effect: Effect) -> Told<Option<Reply>> {
        match self.attempt(effect) {
            Err(why) => self.say(&why).map(|()| None),
            Ok(Reply::Kept { at, warning, .. }) => {
                self.saved = Some(at.clock());
                warning.map_or(Ok(()), |warning| self.say(&warning))?;
                Ok(None)
            }
            Ok(reply) => Ok(Some(reply)),
        }
    }

    /// Has the desk do `effect`, and remembers what should be kept and is not.
    fn attempt(&mut self, effect: Effect) -> Result<Reply, String> {
        let assessment = matches!(effect, Effect::Keep { .. }).then(|| effect.clone());
        self.unsaved
            .retain(|(earlier, _)| effect.place().is_none() || earlier.place() != effect.place());
        match self.office.perform(effect) {
            Reply::Failed(failure) => {
                let wishes = match failure.unkept {
                    Some(Unkept::Wish(wish)) => match *wish {
                        Effect::Again(left) => left,
                        wish => vec![wish],
                    },
                    _ => assessment.into_iter().collect(),
                };
                let why = |wish| (wish, failure.message.clone());
                self.unsaved.extend(wishes.into_iter().map(why));
                Err(failure.message)
            }
            reply => Ok(reply),
        }
    }

    /// Tries again to keep what could not be kept; whether everything is safe now.
    pub(super) fn save_again(&mut self) -> Told<bool> {
        for (effect, _) in std::mem::take(&mut self.unsaved) {
            let again = if effect.is_of_form() { Effect::Again(vec![effect]) } else { effect };
            match self.attempt(again) {
                Ok(Reply::Kept { at, warning, .. }) => {
                    self.saved = Some(at.clock());
                    warning.map_or(Ok(()), |warning| self.say(&warning))?;
                }
                Ok(Reply::KeptAgain { at, .. }) => self.saved = Some(at.clock()),
                _ => {}
            }
        }
        Ok(self.unsaved.is_empty())
    }

    /// Before a person leaves: tries until everything is safe, or until they let go of it.
    pub(super) fn save_before_leaving(&mut self) -> Told<()> {
        while !self.save_again()? {
            let safe = self.safe();
            self.say(&safe)?;
            if self.ask(words::TRY_AGAIN)?.trim() == words::LET_GO {
                self.unsaved.clear();
                self.lost = true;
            }
        }
        Ok(())
    }

    /// There will be no more lines: what could not be kept is tried once more, and told if it is lost.
    pub(super) fn over(&mut self) -> Told<()> {
        let all = self.save_again()?;
        self.gap()?;
        let safe = self.safe();
        if all { Ok(()) } else { self.say(&safe) }
    }

    /// What there is in the data folder; as it was last, if it cannot be looked at now: a stick may come back.
    pub(super) fn look(&mut self) -> Told<Arc<Overview>> {
        let overview = loop {
            match (self.attempt(Effect::Look), &self.seen) {
                // A large folder takes several looks; here nobody sees half of it.
                (Ok(Reply::Overview(overview)), _) if overview.is_partial() => {}
                (Ok(Reply::Overview(overview)), _) => break overview,
                (Err(why), None) => return Err(End::Blind(why)),
                (Err(why), Some(seen)) => {
                    let seen = Arc::clone(seen);
                    self.say(&why)?;
                    break seen;
                }
                (Ok(_), _) => return Err(End::Blind(super::super::words::NO_OVERVIEW.to_owned())),
            }
        };
        self.seen = Some(Arc::clone(&overview));
        if self.unsaved.is_empty() {
            return Ok(overview);
        }
        let waiting = self.unsaved.iter().map(|(wish, _)| wish);
        Ok(Arc::new(shown_with(&overview, waiting)))
    }

    /// Changes the assessment, and keeps it at once.
    pub(super) fn edit(&mut self, session: &mut Session, edit: Edit) -> Told<()> {
        match session.apply(edit) {
            Some(effect) => self.perform(effect).map(drop),
            None => self.say(words::LOCKED),
        }
    }

    /// The last words to a person who leaves.
    pub(super) fn goodbye(&mut self) -> Told<()> {
        self.say(if self.lost { words::GOODBYE_LOST } else { words::GOODBYE })
    }

    /// Whether everything is safe, in a sentence.
    pub(super) fn safe(&self) -> String {
        match (self.unsaved.first(), &self.saved) {
            (Some((_, why)), _) => words::not_saved(why),
            (None, Some(clock)) => words::saved_at(clock),
            (None, None) => words::NOTHING_TO_SAVE.to_owned(),
        }
    }
}
