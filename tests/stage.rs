//! The program without a terminal: keys in, screens out, and a desk that does what it is told from memory.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use jiff::{Timestamp, tz::Offset};
use ratatui::{buffer::Buffer, layout::Rect};
use std::sync::{
    Arc, LazyLock,
    mpsc::{Receiver, Sender, channel},
};
use verantwoord::{
    engine::Engine,
    format::Library,
    model::{About, Answers, Assessment, Id, Moment, Organisation, Processing},
    session::{
        DataStanding, Desk, Effect, Guide, Overview, QuestionnaireLine, Reply, Report, Session,
        Standing,
    },
    tui::{App, Depth, Display, Message, Opened, Signs, words::Dutch},
};

/// A desk that keeps nothing, and remembers what it was asked.
pub(crate) struct Listener {
    replies: Sender<Reply>,
    effects: Sender<Effect>,
}

impl Desk for Listener {
    fn perform(&mut self, effect: Effect) {
        let reply =
            match &effect {
                Effect::Keep { assessment, revision } => Some(Reply::Kept {
                    warning: None,
                    assessment: assessment.id.clone(),
                    revision: *revision,
                    at: now(),
                }),
                Effect::Begin { questionnaire, about, .. } => Some(Reply::Opened(Box::new(
                    session(questionnaire.as_str(), about.clone(), Answers::default()),
                ))),
                _ => None,
            };
        self.effects.send(effect).unwrap();
        if let Some(reply) = reply {
            self.replies.send(reply).unwrap();
        }
    }
}

/// Always the same moment.
pub(crate) fn now() -> Moment {
    let instant: Timestamp = "2026-11-23T13:02:00Z".parse().unwrap();
    Moment::new(instant, Offset::from_hours(1).unwrap())
}

/// A fresh assessment, or one with these answers.
pub(crate) fn session(questionnaire: &str, about: About, answers: Answers) -> Session {
    let edition = Library.get(&Id::from(questionnaire)).unwrap();
    let id = Id::from("2026-11-23-toets");
    let assessment = Assessment { answers, ..Assessment::begin(id, edition.pinned, about, now()) };
    Session::new(Arc::new(Engine::new(edition.questionnaire, now().date())), assessment)
}

/// An institution with one processing and nothing begun.
pub(crate) fn overview() -> Overview {
    // Every questionnaire is read for it: once is enough.
    static OVERVIEW: LazyLock<Overview> = LazyLock::new(made);
    OVERVIEW.clone()
}

fn made() -> Overview {
    let lines = Library
        .ids()
        .map(|id| QuestionnaireLine::of(&Library.get(&Id::from(id)).unwrap().questionnaire));
    Overview {
        folder: "/home/vera/verantwoord-gegevens".into(),
        organisation: Some(Organisation {
            name: "Museum De Linde".into(),
            ..Organisation::default()
        }),
        processings: vec![Arc::new(Processing {
            id: Id::from("ticketsysteem"),
            name: "Nieuw ticketsysteem".into(),
            purpose: "Kaarten verkopen".into(),
            department: "Publiek".into(),
            ..Processing::default()
        })],
        questionnaires: lines.collect(),
        today: Some(now().date()),
        ..Overview::default()
    }
}

/// The program on a stage.
pub(crate) struct Stage {
    pub(crate) app: App,
    replies: Receiver<Reply>,
    pub(crate) effects: Receiver<Effect>,
    size: (u16, u16),
}

/// What is found out about a record in which nothing is wrong, as far as it goes.
pub(crate) fn genuine() -> Report {
    Report {
        file: "/home/vera/verslag.pdf".into(),
        verdict: Standing::Valid,
        signatures: Vec::new(),
        stamps: Vec::new(),
        chain: Vec::new(),
        data: DataStanding::Same,
        problems: Vec::new(),
        claim: None,
        open_fields: Vec::new(),
        sha256: String::new(),
    }
}

impl Stage {
    /// The assessment as it was last handed in to be kept.
    pub(crate) fn kept(&self) -> Assessment {
        let kept = self.effects.try_iter().filter_map(|effect| match effect {
            Effect::Keep { assessment, .. } => Some(Arc::unwrap_or_clone(assessment)),
            _ => None,
        });
        kept.last().unwrap()
    }

    /// The program at its first screen, on a terminal of this size.
    pub(crate) fn set(overview: Overview, width: u16, height: u16) -> Self {
        let display = Display { depth: Depth::Sixteen, signs: Signs::All };
        Self::shown_on(display, overview, (width, height))
    }

    /// The same, on a terminal that can show this.
    pub(crate) fn shown_on(display: Display, overview: Overview, size: (u16, u16)) -> Self {
        let (replies_in, replies) = channel();
        let (effects_in, effects) = channel();
        let desk = Listener { replies: replies_in, effects: effects_in };
        let app = App::new(Arc::new(overview), Box::new(desk), &Dutch, display);
        Self { app, replies, effects, size }
    }

    /// The same in the guided example.
    pub(crate) fn guided(guide: Guide, width: u16, height: u16) -> Self {
        let mut stage = Self::set(overview(), width, height);
        let (replies_in, replies) = channel();
        let (effects_in, effects) = channel();
        (stage.replies, stage.effects) = (replies, effects);
        let mut example = overview();
        if let Some(organisation) = &mut example.organisation {
            organisation.example = true;
        }
        let desk = Box::new(Listener { replies: replies_in, effects: effects_in });
        let opened = Opened { overview: Arc::new(example), desk, guide: Some(guide) };
        stage.app.enter(Ok(opened), || ());
        stage
    }

    /// The same with an assessment open.
    pub(crate) fn with(session: Session, width: u16, height: u16) -> Self {
        let mut stage = Self::set(overview(), width, height);
        stage.app.take(Message::Reply(Reply::Opened(Box::new(session))));
        stage
    }

    /// Presses keys: letters as they are, others by name in angle brackets: `jn<Enter><F2>`.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let (code, length) =
                match rest.strip_prefix('<').and_then(|inner| inner.split_once('>')) {
                    Some((name, _)) => (named(name), name.len() + 2),
                    None => (KeyCode::Char(first), first.len_utf8()),
                };
            self.draw();
            let held = if with_control(rest) { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
            self.app.take(Message::Input(Event::Key(KeyEvent::new(code, held))));
            self.hear();
            rest = &rest[length..];
        }
        self
    }

    /// Something happens at the terminal.
    pub(crate) fn see(&mut self, event: Event) {
        if let Event::Resize(width, height) = event {
            self.size = (width, height);
        }
        self.app.take(Message::Input(event));
        self.hear();
    }

    /// The desk answers.
    pub(crate) fn take(&mut self, reply: Reply) {
        self.app.take(Message::Reply(reply));
        self.hear();
    }

    fn hear(&mut self) {
        while let Ok(reply) = self.replies.try_recv() {
            self.app.take(Message::Reply(reply));
        }
    }

    /// Typing rests: what was typed is handed in.
    pub(crate) fn rest(&mut self) -> &mut Self {
        self.app.settle();
        self.hear();
        self
    }

    /// What is on the screen, with its styles.
    pub(crate) fn draw(&mut self) -> Buffer {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buffer = Buffer::empty(area);
        self.app.draw(area, &mut buffer);
        buffer
    }

    /// What is on the screen, without the spaces at the ends of lines.
    pub(crate) fn screen(&mut self) -> String {
        let buffer = self.draw();
        let rows = (0..self.size.1).map(|y| {
            let row: String = (0..self.size.0).map(|x| buffer[(x, y)].symbol()).collect();
            row.trim_end().to_owned() + "\n"
        });
        rows.collect()
    }
}

/// Whether the first key is pressed with Ctrl held down: `<Ctrl+P>`.
fn with_control(keys: &str) -> bool {
    keys.starts_with("<Ctrl+")
}

fn named(name: &str) -> KeyCode {
    if let Some(letter) = name.strip_prefix("Ctrl+") {
        return KeyCode::Char(letter.to_lowercase().chars().next().unwrap());
    }
    match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" => KeyCode::Tab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgDn" => KeyCode::PageDown,
        "Backspace" => KeyCode::Backspace,
        "Del" => KeyCode::Delete,
        _ => KeyCode::F(name.strip_prefix('F').unwrap().parse().unwrap()),
    }
}
