//! The stack of screens, and the state they share.

mod changes;
mod elsewhere;
mod keeping;
mod replies;

use super::{
    canvas::{Canvas, Hit},
    chrome::{self, Said},
    clock::Clock,
    guide,
    keys::{self, Action},
    lending::Folder,
    platform::Message,
    screens::{self, Reader},
    signs::Signs,
    theme::{Depth, Theme},
    words::{self, Words},
    world::{Reaction, Saved, Screen, World},
};
use crate::session::{Desk, Effect, Overview, Session};
use crossterm::event::{Event, KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
};
use std::{mem, sync::Arc};

/// What the terminal can show.
#[derive(Clone, Copy, Debug)]
pub struct Display {
    /// How many colours.
    pub depth: Depth,
    /// Which signs.
    pub signs: Signs,
}

/// Something for the terminal to do besides drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Clicks are for the program from now on, or for the terminal's own selecting of text.
    Mouse(bool),
    /// Put a text on the clipboard.
    Copy(String),
}

/// The program on a terminal, apart from the terminal.
pub struct App {
    world: World,
    screens: Vec<Box<dyn Screen>>,
    desk: Box<dyn Desk>,
    display: Display,
    said: Said,
    /// The help of the screen on top, while it is shown.
    help: Option<Reader>,
    left: bool,
    hits: Vec<(Rect, Hit)>,
    wishes: Vec<Wish>,
    /// Whether the text on top is to be written elsewhere.
    lending: bool,
    /// The folder in which the person wants to be, if it is another one.
    heading: Option<Folder>,
    /// What was changed outside an assessment.
    changes: changes::Changes,
    /// Whether something was asked for that opens a screen, and is not there yet.
    opening: bool,
    /// What is not known to be safe.
    keeping: keeping::Keeping,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("world", &self.world)
            .field("screens", &self.screens)
            .finish_non_exhaustive()
    }
}

impl App {
    /// The program at its first screen.
    pub fn new(
        overview: Arc<Overview>,
        desk: Box<dyn Desk>,
        words: &'static dyn Words,
        display: Display,
    ) -> Self {
        let theme = Theme::new(overview.settings, display.depth);
        let (saved, clock) = (Saved::Nothing, Clock::default());
        let world = World { words, theme, overview, session: None, saved, clock, guide: None };
        let mut screens: Vec<Box<dyn Screen>> = vec![Box::new(screens::Home::new(&world))];
        if world.overview.organisation.is_none() && world.overview.assessments.is_empty() {
            screens.push(Box::new(screens::Welcome::default()));
        }
        if world.overview.looking {
            screens.push(Box::new(screens::InUse::default()));
        }
        // All of them: whoever does not hear of a file that was set aside, looks for it in vain.
        let text = world.overview.warnings.join(" ");
        let said = Said { text, wrong: true };
        let wishes =
            if world.overview.settings.mouse { Vec::new() } else { vec![Wish::Mouse(false)] };
        let mut app = Self {
            world,
            screens,
            desk,
            display,
            said,
            help: None,
            left: false,
            hits: Vec::new(),
            wishes,
            lending: false,
            heading: None,
            changes: changes::Changes::default(),
            opening: false,
            keeping: keeping::Keeping::default(),
        };
        app.read_on();
        app
    }

    /// A large folder that was never looked at is read while one can already work.
    fn read_on(&mut self) {
        if self.world.overview.is_partial() {
            self.desk.perform(Effect::Look);
        }
    }

    /// Whether the person wants to leave.
    pub fn is_left(&self) -> bool {
        self.left
    }

    /// Whether letters go into a text now.
    pub fn is_writing(&self) -> bool {
        self.top().is_some_and(|screen| screen.mode() == keys::Mode::Writing)
    }

    /// What the terminal is to do besides drawing, since this was last asked.
    pub fn wishes(&mut self) -> Vec<Wish> {
        mem::take(&mut self.wishes)
    }

    /// The state that screens share.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Takes one message; whether something may look different now.
    pub fn take(&mut self, message: Message) -> bool {
        match message {
            Message::Input(Event::Key(key)) if key.kind != KeyEventKind::Release => self.key(key),
            Message::Input(Event::Paste(text)) => {
                self.with_top(|screen, world| screen.paste(&text, world));
            }
            Message::Input(Event::Mouse(mouse)) => return self.mouse(mouse),
            Message::Input(Event::Resize(..)) => {}
            Message::Reply(reply) => self.reply(&reply),
            Message::Input(_) | Message::Leave(_) => return false,
        }
        true
    }

    /// Hands in what was typed.
    pub fn settle(&mut self) {
        self.with_top(|screen, world| screen.settle(world));
    }

    /// Draws everything, and says where the terminal's cursor belongs.
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        for cell in &mut buffer.content {
            cell.set_style(self.world.theme.text);
        }
        let caret = self.paint(area, buffer);
        self.display.signs.with(self.world.overview.settings).apply(buffer);
        caret
    }

    fn paint(&mut self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let hint = guide::hint(&self.world, &self.screens);
        let Some(parts) = chrome::divide(area, &self.world, &self.said, hint.as_ref()) else {
            self.hits.clear();
            chrome::too_small(self.world.words, area, buffer);
            return None;
        };
        if let Some(screen) = self.screens.last_mut() {
            screen.fit(parts.body, &self.world);
        }
        let mut canvas = Canvas::new(buffer, &self.world.theme);
        chrome::header(&self.world, &self.screens, parts.header, &mut canvas);
        let screen = self.screens.last()?;
        if let Some(help) = &mut self.help {
            help.fit(parts.body, |width| chrome::help(&self.world, screen.as_ref(), width));
            help.draw(parts.body, &mut canvas);
        } else {
            screen.draw(&self.world, parts.body, &mut canvas);
        }
        if let Some(hint) = &hint {
            chrome::hint(hint, parts.hint, &mut canvas);
        }
        chrome::footer(
            &self.world,
            screen.as_ref(),
            (&self.said, self.help.is_some()),
            parts.footer,
            &mut canvas,
        );
        let (caret, hits) = (canvas.caret, canvas.hits);
        self.hits = hits;
        caret
    }

    fn top(&self) -> Option<&dyn Screen> {
        self.screens.last().map(AsRef::as_ref)
    }

    fn key(&mut self, key: KeyEvent) {
        self.said = Said::default();
        let Some(screen) = self.top() else { return };
        if self.help.is_some() {
            match keys::action(key, keys::Mode::Choosing, &chrome::offers_of_help()) {
                Some(action) => self.act(action),
                None => self.help = None,
            }
            return;
        }
        let offered = chrome::offers(screen, &self.world);
        if let Some(action) = keys::action(key, screen.mode(), &offered) {
            self.act(action);
        } else if let Some((action, why)) = screen.withheld(&self.world)
            && keys::action(key, screen.mode(), &[action]).is_some()
        {
            self.said = Said { text: why, wrong: false };
        } else {
            (self.keeping.warned, self.keeping.leaving) = (false, false);
            self.with_top(|screen, world| screen.key(key, world));
        }
    }

    fn act(&mut self, action: Action) {
        self.keeping.warned &= action == Action::Quit;
        self.keeping.leaving &= action == Action::Quit;
        match action {
            Action::Quit => self.leave(),
            Action::Help if self.help.is_none() => self.help = Some(Reader::default()),
            _ if self.help.is_some() => {
                if !self.help.as_mut().is_some_and(|help| help.act(action)) {
                    self.help = None;
                }
            }
            Action::Palette if !self.is_open(Action::Palette) => self.find(),
            Action::Manual if !self.is_open(Action::Manual) => self.read(),
            Action::Glossary if !self.is_open(Action::Glossary) => self.explain(),
            Action::Settings if !self.is_open(Action::Settings) => {
                self.screens.push(Box::new(screens::SettingsScreen::default()));
            }
            Action::Editor => self.write_elsewhere(),
            Action::Example => self.head_for(Folder::Example),
            Action::LeaveExample => self.head_for(Folder::Own),
            Action::Back if self.screens.len() == 1 => {
                let text = self.world.words.how_to_leave().to_owned();
                self.said = Said { text, wrong: false };
            }
            _ => self.with_top(|screen, world| screen.act(action, world)),
        }
    }

    /// Whether the screen that this key opens is on top: the one that answers to the key by itself.
    fn is_open(&self, action: Action) -> bool {
        self.top().is_some_and(|screen| screen.offers(&self.world).contains(&action))
    }

    /// Opens the glossary, with the words of this screen first.
    fn explain(&mut self) {
        self.settle();
        let Some(screen) = self.screens.last() else { return };
        let glossary = screens::Glossary::new(&self.world, &screen.text(&self.world));
        self.screens.push(Box::new(glossary));
    }

    /// Opens the manual, at what is said of this screen.
    fn read(&mut self) {
        self.settle();
        let Some(screen) = self.screens.last() else { return };
        let offered = chrome::offers(screen.as_ref(), &self.world);
        let manual = screens::Manual::new(&self.world, screen.as_ref(), &offered);
        self.screens.push(Box::new(manual));
    }

    /// Opens the palette. It leads elsewhere only where nothing can be lost by going.
    fn find(&mut self) {
        self.settle();
        let walks = self.screens.iter().any(|screen| screen.is_walk());
        let free = self.screens.iter_mut().all(|screen| screen.is_free());
        let Some(screen) = self.screens.last() else { return };
        let offered = chrome::offers(screen.as_ref(), &self.world);
        let mut palette = screens::Palette::of_actions(&self.world, &offered, screen.mode());
        if let Some(session) = self.world.session.as_ref().filter(|_| walks && free) {
            palette = palette.and_questions(&self.world, session);
        }
        if free {
            palette = palette.and_places(&self.world);
        }
        self.screens.push(Box::new(palette));
    }

    /// Closes what lies on the questions, and goes to this one.
    fn visit(&mut self, question: &crate::model::Id) {
        let Some(place) = self.screens.iter().rposition(|screen| screen.is_walk()) else { return };
        self.screens.truncate(place + 1);
        self.with_top(|screen, world| screen.visit(question, world));
    }

    fn mouse(&mut self, mouse: MouseEvent) -> bool {
        let at = Position::new(mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => {
                let hit =
                    self.hits.iter().rev().find(|(area, _)| area.contains(at)).map(|(_, hit)| *hit);
                match hit {
                    Some(Hit::Action(action)) => self.act(action),
                    Some(Hit::Crumb(depth)) => self.climb(depth),
                    Some(Hit::Row(row)) => self.with_top(|screen, world| screen.click(row, world)),
                    None => return false,
                }
            }
            MouseEventKind::ScrollDown => self.act_if_offered(Action::MoreText, Action::Down),
            MouseEventKind::ScrollUp => self.act_if_offered(Action::LessText, Action::Up),
            _ => return false,
        }
        true
    }

    /// Back to the screen with this number, step by step, so that each hands in what was typed.
    fn climb(&mut self, depth: usize) {
        while self.screens.len() > depth + 1 {
            let before = self.screens.len();
            self.act(Action::Back);
            if self.screens.len() >= before {
                return;
            }
        }
    }

    fn act_if_offered(&mut self, first: Action, second: Action) {
        let Some(screen) = self.top() else { return };
        let offered = match self.help {
            Some(_) => chrome::offers_of_help(),
            None => screen.offers(&self.world),
        };
        if let Some(action) = [first, second].into_iter().find(|action| offered.contains(action)) {
            self.act(action);
        }
    }

    fn with_top(&mut self, ask: impl FnOnce(&mut dyn Screen, &World) -> Reaction) {
        if let Some(screen) = self.screens.last_mut() {
            let reaction = ask(screen.as_mut(), &self.world);
            self.follow(reaction);
        }
    }

    /// Has the desk do this, once: whoever presses Enter twice does not want two of it.
    fn perform(&mut self, effect: Effect) {
        if effect.opens() && mem::replace(&mut self.opening, true) {
            return;
        }
        self.remember(&effect);
        self.want(effect);
    }

    fn follow(&mut self, reaction: Reaction) {
        if reaction.is_move() {
            self.changes.move_on();
        }
        match reaction {
            Reaction::Stay => {}
            Reaction::Edit(edit) => self.change(|session| session.apply(edit)),
            // Who only looks, stands nowhere that should be remembered.
            Reaction::Stand(_) if self.world.overview.looking => {}
            Reaction::Stand(question) => self.change(|session| session.stand(&question)),
            Reaction::Undo => self.change(Session::undo),
            Reaction::Redo => self.change(Session::redo),
            Reaction::Perform(effect) if self.world.overview.looking && effect.changes() => {
                self.say_looking();
            }
            Reaction::Perform(effect) => self.perform(effect),
            Reaction::TakeBack => self.take_back(),
            Reaction::DoAgain => self.do_again(),
            Reaction::Open(screen) => self.screens.push(screen),
            Reaction::Replace(screen) => {
                self.screens.pop();
                self.screens.push(screen);
            }
            Reaction::Back => {
                if self.screens.len() > 1 {
                    self.screens.pop();
                }
            }
            Reaction::Clock(section) => self.clock(section),
            Reaction::Home => {
                self.clock(None);
                self.screens.truncate(1);
                self.desk.perform(Effect::Look);
            }
            Reaction::Act(action) => self.act(action),
            Reaction::CarryOn => self.with_top(|screen, world| screen.carry_on(world)),
            Reaction::Visit(question) => self.visit(&question),
            Reaction::Copy(text) => self.wishes.push(Wish::Copy(text)),
            Reaction::Say(text) => self.said = Said { text, wrong: false },
            Reaction::Several(reactions) => {
                for reaction in reactions {
                    self.follow(reaction);
                }
            }
        }
    }

    fn say_looking(&mut self) {
        let text = self.world.words.cycle(words::Cycle::LookingOnly).to_owned();
        self.said = Said { text, wrong: true };
    }

    fn change(&mut self, change: impl FnOnce(&mut Session) -> Option<Effect>) {
        if self.world.overview.looking {
            self.say_looking();
            return;
        }
        let Some(session) = &mut self.world.session else { return };
        if let Some(effect) = change(session) {
            self.world.saved = self.pending();
            self.await_keeping(&effect);
            self.desk.perform(effect);
        }
    }
}
