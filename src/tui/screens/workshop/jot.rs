//! A line or two that are written down while the group talks: what is put aside, what is decided, who disagrees, who is there.

use crate::{
    model::{Dissent, Id, Participant},
    session::{Edit, Session, Unlisted},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        words::Meet,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// What is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Something to talk about later.
    Park(Option<Id>),
    /// Something that is decided.
    Decide,
    /// Somebody disagrees with the answer to this question.
    Dissent(Id),
    /// How many minutes this section may take.
    Minutes(Id),
    /// The person with this number on the list; behind the last one, a new one.
    Person(usize),
}

/// The form.
#[derive(Debug)]
pub(super) struct Jot {
    what: What,
    form: Form,
    /// What stood there when it opened.
    before: Vec<String>,
    /// Whether it was told what is wrong: leaving again leaves it unwritten.
    warned: bool,
}

const FIRST: usize = 0;
const SECOND: usize = 1;

impl Jot {
    /// Opens the form for `what`.
    pub(super) fn open(world: &World, session: &Session, what: What) -> Reaction {
        let field = |label: Meet, hint: Meet, text: &str| {
            (world.words.meet(label), world.words.meet(hint), text.to_owned())
        };
        let fields = match &what {
            What::Park(_) => vec![field(Meet::Parking, Meet::HintPark, "")],
            What::Decide => vec![field(Meet::Decisions, Meet::HintDecision, "")],
            What::Dissent(_) => vec![
                field(Meet::DissentWho, Meet::HintDissentWho, ""),
                field(Meet::DissentWhy, Meet::HintDissentWhy, ""),
            ],
            What::Minutes(section) => {
                let minutes = session.workshop().minutes.get(section).map(ToString::to_string);
                vec![field(Meet::Minutes, Meet::HintMinutes, &minutes.unwrap_or_default())]
            }
            What::Person(place) => {
                let person = session.assessment().participants.get(*place);
                let (name, role) = person.map_or(("", ""), |one| (&one.name, &one.role));
                vec![
                    field(Meet::Name, Meet::HintName, name),
                    field(Meet::Role, Meet::HintRole, role),
                ]
            }
        };
        let before = fields.iter().map(|(.., text)| text.clone()).collect();
        let fields = fields.iter().map(|(label, hint, text)| FormField::line(*label, *hint, text));
        let form = Form::new(fields.collect());
        Reaction::Open(Box::new(Self { what, form, before, warned: false }))
    }

    /// What was written, as an edit and what is said of it; nothing, or what is wrong with it.
    fn written(&self, session: &Session) -> Result<(Edit, Option<Meet>), Meet> {
        let (first, second) = (self.form.text(FIRST), self.form.text(SECOND));
        match &self.what {
            What::Park(question) => {
                Ok((session.park(question.clone(), first), Some(Meet::IsParked)))
            }
            What::Decide => Ok((session.decide(first), Some(Meet::IsDecided))),
            What::Dissent(_) if second.is_empty() => Err(Meet::NeedsWhy),
            What::Dissent(question) => {
                let dissent = Dissent { by: first, text: second };
                Ok((session.disagree(question, dissent), Some(Meet::IsNoted)))
            }
            What::Minutes(section) => {
                let minutes = match first.as_str() {
                    "" => None,
                    text => {
                        let number = text.parse().ok().filter(|number| (1..1000).contains(number));
                        Some(number.ok_or(Meet::NoNumber)?)
                    }
                };
                Ok((session.plan(section, minutes), None))
            }
            What::Person(place) => {
                let known = session.assessment().participants.get(*place);
                let absent = known.is_some_and(|one| one.absent);
                let person = Participant { absent, ..Participant::new(first, second) };
                match session.list(*place, person) {
                    Ok(edit) => Ok((edit, None)),
                    Err(Unlisted::Nameless) => Err(Meet::Nameless),
                    Err(Unlisted::Known) => Err(Meet::Known),
                }
            }
        }
    }

    fn finish(&mut self, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        let unchanged =
            self.before.iter().enumerate().all(|(at, text)| self.form.text(at) == *text);
        if unchanged {
            return Reaction::Back;
        }
        match self.written(session) {
            Ok((edit, said)) => {
                let said = said.map(|said| Reaction::Say(world.words.meet(said).to_owned()));
                let done = [Reaction::Edit(edit), Reaction::Back];
                Reaction::Several(done.into_iter().chain(said).collect())
            }
            Err(wrong) => {
                self.warned = true;
                self.form.focus(if wrong == Meet::NeedsWhy { SECOND } else { FIRST });
                Reaction::Say(world.words.meet(wrong).to_owned())
            }
        }
    }

    fn title(&self) -> Meet {
        match self.what {
            What::Park(_) => Meet::Park,
            What::Decide => Meet::Decision,
            What::Dissent(_) => Meet::Dissent,
            What::Minutes(_) => Meet::Minutes,
            What::Person(_) => Meet::Person,
        }
    }
}

impl Screen for Jot {
    fn crumb(&self, world: &World) -> String {
        world.words.meet(self.title()).trim_end_matches('?').to_owned()
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        self.form.offers()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.form.act(action) {
            return self.finish(world);
        }
        match action {
            Action::Back if self.warned => match self.finish(world) {
                Reaction::Say(_) => Reaction::Back,
                done => done,
            },
            Action::Back => self.finish(world),
            _ => Reaction::Stay,
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let about = match &self.what {
            What::Dissent(question) | What::Park(Some(question)) => {
                let session = world.session.as_ref();
                session.and_then(|session| session.question(question)).map(|asked| &asked.text)
            }
            _ => None,
        };
        let mut head = vec![
            Paragraph::gap(),
            Paragraph::new(world.words.meet(self.title()), world.theme.heading),
        ];
        head.extend(about.map(|about| Paragraph::new(about, world.theme.strong)));
        head.push(Paragraph::gap());
        let lines = flow::wrap(&head, area.width);
        let rows = u16::try_from(lines.len()).unwrap_or(0).min(area.height / 2);
        canvas.lines(Rect { height: rows, ..area }, lines);
        self.form.draw(Rect { y: area.y + rows, height: area.height - rows, ..area }, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(crate::tui::words::Word::HelpForm).to_owned()
    }
}
