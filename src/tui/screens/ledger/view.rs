//! One entry of the register: what its assessments say, what is missing, and everything that is known of it; from here one
//! goes to each of those.

use super::{entry::SheetForm, sheet::Sheet};
use crate::{
    model::{About, Basis, Gap, Id, Moment, Processing, Proves, Status},
    session::{AssessmentLine, Effect, QuestionnaireLine, Reply},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        keys::Action,
        screens::{
            interview::Interview,
            list::{self, Cursor, Row},
        },
        words::{Term, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;
use std::sync::Arc;

/// The screen.
#[derive(Debug)]
pub(in crate::tui::screens) struct EntryView {
    entry: Id,
    cursor: Cursor,
}

/// What a row leads to.
#[derive(Clone, Debug)]
enum Target {
    /// The form, at a field.
    Field(Term),
    /// An assessment that was begun.
    Assessment(Id),
    /// A new assessment of this questionnaire, about the entry.
    Begin(Id),
}

/// A row, where it leads, and what is told of it below.
type Line = (Row, Option<(Target, String)>);

impl EntryView {
    pub(in crate::tui::screens) fn new(_world: &World, entry: Id) -> Self {
        Self { entry, cursor: Cursor::default() }
    }

    fn entry<'a>(&self, world: &'a World) -> Option<&'a Processing> {
        world.overview.processings.iter().map(Arc::as_ref).find(|entry| entry.id == self.entry)
    }

    fn lines(&self, world: &World) -> Vec<Line> {
        let Some(entry) = self.entry(world) else { return Vec::new() };
        let gaps = world.overview.gaps(entry);
        let mut lines = Vec::new();
        if !gaps.is_empty() {
            lines.push((Row::Heading(world.words.missing(gaps.len())), None));
        }
        lines.extend(gaps.iter().map(|gap| {
            let target = self.target(world, gap).unwrap_or(Target::Field(field(gap)));
            (Row::item(short(gap), gap.source()), Some((target, gap.told())))
        }));
        lines.push((Row::Heading(world.words.term(Term::Follows).to_owned()), None));
        lines.extend(self.assessments(world, entry));
        lines.push((Row::Heading(world.words.term(Term::Known).to_owned()), None));
        lines.extend(Processing::FIELDS.iter().map(|field| {
            let text = field.text(entry);
            let shown = text.replace('\n', "; ");
            let label = world.words.term(field.label);
            let row = Row::item(format!("{label:<22} {shown}"), "");
            let about =
                if text.is_empty() { world.words.term(field.hint).to_owned() } else { text };
            (row, Some((Target::Field(field.label), about)))
        }));
        lines
    }

    /// The assessments about the entry, and those that the register rests on and are not begun.
    fn assessments(&self, world: &World, entry: &Processing) -> Vec<Line> {
        let about = About::Processing(self.entry.clone());
        let own = world.overview.assessments.iter().filter(|line| line.about == about);
        let mut lines: Vec<Line> = own
            .clone()
            .map(|line| {
                let target = Target::Assessment(line.id.clone());
                (Row::item(&*line.title, state(world, line)), Some((target, dated(world, line))))
            })
            .collect();
        let begun =
            |questionnaire: &Id| own.clone().any(|line| line.questionnaire == *questionnaire);
        for line in &world.overview.questionnaires {
            if is_wanted(line, entry) && !begun(&line.id) {
                let target = Target::Begin(line.id.clone());
                let row = Row::item(&line.title, world.words.say(Word::NotBegun));
                lines.push((row, Some((target, line.intro.clone()))));
            }
        }
        lines
    }

    /// The assessment that takes a gap away, the one that was begun if there is one; none if that is done in the form.
    fn target(&self, world: &World, gap: &Gap) -> Option<Target> {
        let wanted = |line: &&QuestionnaireLine| match gap {
            Gap::PreDpia => matches!(line.proves, Some(Proves::PreDpia { .. })),
            Gap::Unweighed | Gap::Untenable(_) => {
                matches!(line.proves, Some(Proves::Balancing { .. }))
            }
            _ => false,
        };
        let line = world.overview.questionnaires.iter().find(wanted)?;
        let about = About::Processing(self.entry.clone());
        let begun = world
            .overview
            .assessments
            .iter()
            .find(|one| one.questionnaire == line.id && one.about == about);
        Some(match begun {
            Some(begun) => Target::Assessment(begun.id.clone()),
            None => Target::Begin(line.id.clone()),
        })
    }

    fn chosen(&self, world: &World) -> Option<(Target, String)> {
        let mut lines: Vec<_> =
            self.lines(world).into_iter().filter_map(|(_, line)| line).collect();
        let on = self.cursor.on(lines.len());
        (on < lines.len()).then(|| lines.swap_remove(on))
    }

    fn edit(&self, world: &World, label: Term) -> Reaction {
        self.entry(world).map_or(Reaction::Stay, |entry| {
            Reaction::Open(Box::new(SheetForm::new(world, entry.clone()).at(label)))
        })
    }

    /// Throws the entry away, and goes back to where it stood.
    fn throw_away(&self, world: &World) -> Reaction {
        let Some(entry) = self.entry(world) else { return Reaction::Stay };
        let said = world.words.term(Term::ThrownAway).to_owned();
        let wish = Reaction::Perform(entry.remove());
        Reaction::Several(vec![wish, Reaction::Back, Reaction::Say(said)])
    }

    fn go(&self, world: &World) -> Reaction {
        match self.chosen(world) {
            None => Reaction::Stay,
            Some((Target::Field(label), _)) => self.edit(world, label),
            Some((Target::Assessment(id), _)) => Reaction::Perform(Effect::Resume(id)),
            Some((Target::Begin(questionnaire), _)) => Reaction::Perform(Effect::Begin {
                questionnaire,
                about: About::Processing(self.entry.clone()),
                processing: None,
            }),
        }
    }
}

/// Whether an entry asks for this questionnaire.
fn is_wanted(line: &QuestionnaireLine, entry: &Processing) -> bool {
    match line.proves {
        Some(Proves::PreDpia { .. }) => true,
        Some(Proves::Balancing { .. }) => entry.basis == Some(Basis::LegitimateInterests),
        None => false,
    }
}

/// What is missing, with a capital in front.
fn short(gap: &Gap) -> String {
    let words = gap.words();
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}

/// The field in which a gap is filled.
fn field(gap: &Gap) -> Term {
    match gap {
        Gap::Basis | Gap::Unweighed | Gap::Untenable(_) => Term::Basis,
        Gap::Exception => Term::Exception,
        Gap::Safeguard => Term::Safeguard,
        Gap::Dpia(_) | Gap::PreDpia => Term::Dpia,
        Gap::Purpose => Term::Purpose,
        Gap::Sensitive => Term::Sensitive,
        Gap::Retention(_) | Gap::Eternal(_) => Term::Retention,
        Gap::Agreement(_) => Term::Processors,
        Gap::People => Term::People,
        Gap::Data => Term::Data,
        Gap::Recipients => Term::Recipients,
        Gap::Law => Term::Law,
        Gap::Interest => Term::Interest,
        Gap::BasisReason => Term::BasisReason,
        Gap::Security => Term::Security,
        Gap::Owner => Term::Department,
        Gap::Review(_) => Term::Review,
        Gap::Controller => Term::Controller,
        Gap::Work => Term::Work,
    }
}

/// What came out, and whether it is signed.
fn state(world: &World, line: &AssessmentLine) -> String {
    let verdict = line.advance.verdict.as_deref().unwrap_or(world.words.term(Term::NotSettled));
    match line.status {
        Status::Signed(_) => {
            format!("{verdict} · {}", world.words.say(Word::Finished).to_lowercase())
        }
        Status::Open => verdict.to_owned(),
    }
}

/// Since when it stands so.
fn dated(world: &World, line: &AssessmentLine) -> String {
    let (answered, asked) = (line.advance.answered, line.advance.asked);
    let day = match &line.status {
        Status::Signed(signed) => signed.at.date(),
        Status::Open => line.changed.date(),
    };
    let told = world.words.answered(answered, asked);
    format!("{}: {}. {told} {}.", line.title, state(world, line), Moment::words(day))
}

impl Screen for EntryView {
    fn crumb(&self, world: &World) -> String {
        self.entry(world).map_or_else(String::new, |entry| entry.name.clone())
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![
            Action::Choose,
            Action::Change,
            Action::End,
            Action::ThrowAway,
            Action::Undo,
            Action::Redo,
            Action::Up,
            Action::Down,
        ]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let count = self.lines(world).iter().filter(|(_, target)| target.is_some()).count();
        if self.cursor.act(action, count) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.go(world),
            Action::Change => self.edit(world, Term::Name),
            // It is no longer done: since when, and why.
            Action::End => self.edit(world, Term::Ended),
            Action::ThrowAway => self.throw_away(world),
            Action::Undo => Reaction::TakeBack,
            Action::Redo => Reaction::DoAgain,
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go(world)
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::Opened(session) => {
                Reaction::Open(Box::new(Interview::new(session).on_another_screen()))
            }
            _ => Reaction::Stay,
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let told = self.chosen(world).map(|(_, told)| Paragraph::new(told, world.theme.text));
        let text: Vec<Paragraph> = std::iter::once(Paragraph::gap()).chain(told).collect();
        let lines = flow::wrap(&text, area.width);
        let wanted = u16::try_from(lines.len()).unwrap_or(0).clamp(4, area.height.max(10) / 2);
        let [top, bottom] = divide::rows(area, [Rest(4), Of(wanted)]);
        let rows: Vec<Row> = self.lines(world).into_iter().map(|(row, _)| row).collect();
        list::draw(&rows, self.cursor, top, canvas);
        canvas.lines(bottom, lines);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(Term::HelpView).to_owned()
    }
}
