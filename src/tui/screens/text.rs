//! A text that is written on a page of its own: a note, a motivation, who took part.

use crate::{
    model::{Dissent, Id, Participant},
    session::{Edit, Session},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        guide::Scene,
        keys::{Action, Mode},
        widgets::{Outcome, prose::Prose},
        words::{Term, Word},
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;

/// What the text is for.
#[derive(Clone, Debug)]
pub(super) enum Purpose {
    /// A note at a question.
    Note(Id),
    /// Who disagrees at a question, and why: a line each.
    Dissent(Id),
    /// Why the outcome is acceptable.
    Motivation,
    /// A name and a role on each line.
    Participants,
}

/// The page.
#[derive(Debug)]
pub(super) struct TextScreen {
    purpose: Purpose,
    title: String,
    prose: Prose,
}

impl TextScreen {
    /// A page to write `text` on.
    pub(super) fn new(purpose: Purpose, title: String, text: &str) -> Self {
        let mut prose = Prose::new(text);
        prose.go_to_end();
        Self { purpose, title, prose }
    }

    /// The page for the motivation that the verdict asks.
    pub(super) fn motivation(session: &Session) -> Option<Self> {
        let asked = session.verdict()?.motivation.as_ref()?;
        let title = if asked.help.is_empty() {
            asked.text.clone()
        } else {
            format!("{}\n{}", asked.text, asked.help)
        };
        Some(Self::new(Purpose::Motivation, title, &session.assessment().motivation))
    }

    /// The page for who disagrees with the answer to `question`.
    pub(super) fn dissent(world: &World, session: &Session, question: &Id) -> Self {
        let dissents = session.assessment().dissents.get(question).into_iter().flatten();
        let lines = dissents.map(|dissent| match dissent.by.as_str() {
            "" => dissent.text.clone(),
            by => format!("{by}: {}", dissent.text),
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        let title = world.words.term(Term::HintDissent).to_owned();
        Self::new(Purpose::Dissent(question.clone()), title, &text)
    }

    /// The page for who took part.
    pub(super) fn participants(world: &World, session: &Session) -> Self {
        let lines = session.assessment().participants.iter().map(|person| {
            if person.role.is_empty() {
                person.name.clone()
            } else {
                format!("{}, {}", person.name, person.role)
            }
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        Self::new(Purpose::Participants, world.words.say(Word::ParticipantsHelp).to_owned(), &text)
    }

    fn head(&self, world: &World, width: u16) -> Vec<ratatui::text::Line<'static>> {
        let mut parts: Vec<Paragraph> =
            self.title.lines().map(|line| Paragraph::new(line, world.theme.strong)).collect();
        if matches!(self.purpose, Purpose::Note(_)) {
            parts.push(Paragraph::new(world.words.say(Word::NoteHelp), world.theme.text));
        }
        parts.push(Paragraph::gap());
        flow::wrap(&parts, width)
    }

    fn places(&self, world: &World, area: Rect) -> (Rect, Rect) {
        let rows = u16::try_from(self.head(world, area.width).len()).unwrap_or(u16::MAX);
        let [head, text] = divide::rows(area, [Of(rows.min(area.height / 2)), Rest(3)]);
        (head, Rect { width: text.width.min(flow::MEASURE + 4), ..text })
    }

    /// What was written since it was last handed in.
    fn edit(&self, world: &World) -> Option<Edit> {
        let assessment = world.session.as_ref()?.assessment();
        let text = self.prose.text();
        match &self.purpose {
            Purpose::Note(question) => {
                let before = assessment.notes.get(question).map_or("", String::as_str);
                let changed = before != text.trim_end();
                changed.then(|| Edit::Note {
                    question: question.clone(),
                    text: text.trim_end().to_owned(),
                })
            }
            Purpose::Dissent(question) => {
                let dissents = dissents(&text);
                let before = assessment.dissents.get(question).cloned().unwrap_or_default();
                let question = question.clone();
                (before != dissents).then_some(Edit::Dissents { question, dissents })
            }
            Purpose::Motivation => (assessment.motivation != text.trim_end())
                .then(|| Edit::Motivation(text.trim_end().to_owned())),
            Purpose::Participants => {
                let people = people(&text);
                (assessment.participants != people).then_some(Edit::Participants(people))
            }
        }
    }
}

fn people(text: &str) -> Vec<Participant> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let (name, role) = line.split_once(',').unwrap_or((line, ""));
            Participant::new(name.trim(), role.trim())
        })
        .collect()
}

/// A line each: `Fatima: ik denk van wel`, or without a name.
fn dissents(text: &str) -> Vec<Dissent> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let (by, text) = line.split_once(':').unwrap_or(("", line));
            Dissent { by: by.trim().to_owned(), text: text.trim().to_owned() }
        })
        .collect()
}

impl Screen for TextScreen {
    fn crumb(&self, world: &World) -> String {
        let title = match self.purpose {
            Purpose::Dissent(_) => return world.words.term(Term::Dissent).to_owned(),
            Purpose::Note(_) => Word::Note,
            Purpose::Motivation => Word::Motivation,
            Purpose::Participants => Word::Participants,
        };
        world.words.say(title).to_owned()
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn scene(&self) -> Scene<'_> {
        Scene::Writing
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Editor]
    }

    fn prose(&mut self) -> Option<&mut Prose> {
        Some(&mut self.prose)
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if action == Action::Back {
            return Reaction::Several(vec![self.settle(world), Reaction::Back]);
        }
        Reaction::Stay
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        if self.prose.handle(key) == Outcome::Full {
            return Reaction::Say(world.words.say(Word::TooMuchText).to_owned());
        }
        Reaction::Stay
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        if self.prose.paste(text) {
            return Reaction::Say(world.words.say(Word::TooMuchText).to_owned());
        }
        Reaction::Stay
    }

    fn settle(&mut self, world: &World) -> Reaction {
        self.edit(world).map_or(Reaction::Stay, Reaction::Edit)
    }

    fn is_ahead(&self, world: &World) -> bool {
        self.edit(world).is_some()
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let (_, text) = self.places(world, area);
        self.prose.fit(text.width.saturating_sub(4), text.height.saturating_sub(2));
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let (head, text) = self.places(world, area);
        canvas.lines(head, self.head(world, area.width));
        canvas.frame(text);
        let inner = Rect {
            x: text.x + 2,
            y: text.y + 1,
            width: text.width.saturating_sub(4),
            height: text.height.saturating_sub(2),
        };
        let style = canvas.prose_style();
        canvas.caret = self.prose.draw(inner, canvas.buffer, &style).caret;
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpText).to_owned()
    }
}
