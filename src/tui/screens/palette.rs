//! Everything that can be done and every place one can go to, found by typing a part of it.

use super::{
    home,
    list::{self, Cursor},
};
use crate::{
    session::{Overview, Session},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        form,
        keys::{self, Action, BINDINGS, Mode},
        widgets::{Outcome, line::LineField},
        words::{Word, Words},
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::KeyEvent;
use nucleo_matcher::{
    Config, Matcher,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};
use ratatui::layout::Rect;
use std::sync::Arc;

/// What an entry leads to.
#[derive(Clone, Debug)]
enum Goal {
    /// Something that can be done on the screen one came from.
    Act(Action),
    /// A question of the assessment at hand.
    Question(crate::model::Id),
    /// What a row of the first screen leads to.
    Place(home::Target),
}

/// One thing to choose.
#[derive(Debug)]
struct Entry {
    left: String,
    right: String,
    /// What is searched: what stands left, and what more is known of it.
    hay: String,
    goal: Goal,
}

impl AsRef<str> for Entry {
    fn as_ref(&self) -> &str {
        &self.hay
    }
}

/// What makes a list of places.
type Listed = fn(&Overview, &dyn Words) -> Vec<(String, String, home::Target)>;

/// The fewest and the most rows kept for the whole text of the entry under the cursor.
const WHOLE: (u16, u16) = (3, 6);

/// The field, and what fits what stands in it.
#[derive(Debug)]
pub struct Palette {
    /// What it is a list of; of everything, if it has no name.
    crumb: Option<String>,
    field: LineField,
    entries: Vec<Entry>,
    /// What makes the list again when there is something else to see.
    listed: Option<Listed>,
    /// What the places were made of: what there is now may stand in another order.
    of: Arc<Overview>,
    /// Places in `entries`, the best one first.
    found: Vec<usize>,
    cursor: Cursor,
}

impl Palette {
    /// What can be done where `offered` is offered in this mode.
    pub fn of_actions(world: &World, offered: &[Action], mode: Mode) -> Self {
        let entries = BINDINGS
            .iter()
            .filter(|binding| offered.contains(&binding.action) && is_deed(binding.action))
            .map(|binding| {
                let left = world.words.explain(binding.action).to_owned();
                let right = keys::name(binding.action, mode).to_owned();
                // Who saw a word in the footer looks for that word.
                let hay = format!("{left} {}", world.words.action(binding.action));
                Entry { left, right, hay, goal: Goal::Act(binding.action) }
            })
            .collect();
        Self::with(world, None, entries)
    }

    /// A list of places to go to, which a few letters make shorter.
    pub(super) fn of_places(world: &World, crumb: String, listed: Listed) -> Self {
        let places = listed(&world.overview, world.words);
        let palette = Self::with(world, Some(crumb), places.into_iter().map(entry).collect());
        Self { listed: Some(listed), ..palette }
    }

    fn with(world: &World, crumb: Option<String>, entries: Vec<Entry>) -> Self {
        let (field, cursor) = (LineField::new(""), Cursor::default());
        let of = Arc::clone(&world.overview);
        Self { crumb, field, entries, of, listed: None, found: Vec::new(), cursor }.sought()
    }

    /// With the questions that are asked in `session` too.
    #[must_use]
    pub fn and_questions(mut self, world: &World, session: &Session) -> Self {
        for (place, id) in session.evaluation().asked.iter().enumerate() {
            let Some(question) = session.question(id) else { continue };
            let note = session.assessment().notes.get(id).map_or("", String::as_str);
            self.entries.push(Entry {
                left: question.text.clone(),
                right: world.words.question(place + 1),
                hay: format!("{} {} {note}", question.text, question.label),
                goal: Goal::Question(id.clone()),
            });
        }
        self.sought()
    }

    /// With the rows of the first screen too.
    #[must_use]
    pub fn and_places(mut self, world: &World) -> Self {
        self.entries.extend(home::places(world).into_iter().map(entry));
        self.sought()
    }

    /// A list follows what there is, with the cursor where it was.
    fn follow(&mut self, world: &World) {
        if let Some(listed) = self.listed
            && !Arc::ptr_eq(&self.of, &world.overview)
        {
            let cursor = self.cursor;
            self.entries = listed(&world.overview, world.words).into_iter().map(entry).collect();
            self.of = Arc::clone(&world.overview);
            self.seek();
            self.cursor = cursor;
        }
    }

    fn sought(mut self) -> Self {
        self.seek();
        self
    }

    /// Finds what fits what stands in the field; everything in its own order when nothing stands there.
    fn seek(&mut self) {
        self.cursor = Cursor::default();
        let wanted = self.field.text();
        let pattern =
            Pattern::new(&wanted, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, usize)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            let hay = nucleo_matcher::Utf32Str::new(entry.as_ref(), &mut buffer);
            scored.extend(pattern.score(hay, &mut matcher).map(|score| (score, place)));
        }
        // A stable order: of what fits equally well, what can be done here comes first.
        scored.sort_by_key(|(score, place)| (std::cmp::Reverse(*score), *place));
        self.found = scored.into_iter().map(|(_, place)| place).collect();
    }

    fn chosen(&self) -> Option<&Entry> {
        self.entries.get(*self.found.get(self.cursor.on(self.found.len()))?)
    }

    /// The whole text of the entry under the cursor, and of a place what more there is to tell.
    fn told(&self, world: &World) -> Vec<Paragraph> {
        let Some(entry) = self.chosen() else { return Vec::new() };
        let mut texts = vec![Paragraph::new(&entry.left, world.theme.strong)];
        if let (Some(_), Goal::Place(target)) = (self.listed, &entry.goal) {
            let more = home::more(*target, &self.of, world.words).into_iter();
            texts.extend(more.map(|text| Paragraph::new(text, world.theme.text)));
        }
        texts
    }

    fn go(&self, world: &World) -> Reaction {
        let Some(entry) = self.chosen() else { return Reaction::Stay };
        let then = match &entry.goal {
            Goal::Act(action) => vec![Reaction::Act(*action)],
            Goal::Question(question) => vec![Reaction::Visit(question.clone())],
            Goal::Place(target) => vec![Reaction::Home, home::lead(*target, &self.of, world)],
        };
        Reaction::Several(std::iter::once(Reaction::Back).chain(then).collect())
    }
}

fn entry((left, right, target): (String, String, home::Target)) -> Entry {
    Entry { hay: left.clone(), left, right, goal: Goal::Place(target) }
}

/// Whether it is something to look for, and not a move of the cursor.
fn is_deed(action: Action) -> bool {
    use Action::{
        Back, Choose, Down, Finish, GoOn, LessText, MoreText, NextField, Palette, PreviousField,
        Toggle, Up,
    };
    !matches!(
        action,
        Back | Choose
            | Down
            | Finish
            | GoOn
            | LessText
            | MoreText
            | NextField
            | Palette
            | PreviousField
            | Toggle
            | Up
    )
}

impl Screen for Palette {
    fn crumb(&self, world: &World) -> String {
        self.crumb.clone().unwrap_or_else(|| world.words.say(Word::Find).to_owned())
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn is_aside(&self) -> bool {
        true
    }

    fn is_of_the_moment(&self) -> bool {
        true
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down, Action::Palette]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, self.found.len()) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.go(world),
            Action::Back | Action::Palette => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        let outcome = self.field.handle(key);
        self.seek();
        form::full(outcome == Outcome::Full, world.words)
    }

    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        let cut = self.field.paste(text);
        self.seek();
        form::full(cut, world.words)
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go(world)
    }

    fn fit(&mut self, area: Rect, world: &World) {
        self.follow(world);
        self.field.fit(area.width.saturating_sub(2).min(flow::MEASURE));
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { width: area.width.min(flow::MEASURE + 10), ..area };
        let told = flow::wrap(&self.told(world), area.width);
        let height = u16::try_from(told.len()).unwrap_or(WHOLE.1).clamp(WHOLE.0, WHOLE.1);
        let [_, field, _, rows, _, whole] =
            divide::rows(area, [Of(1), Of(1), Of(1), Rest(2), Of(1), Of(height)]);
        if self.found.is_empty() {
            let text = Paragraph::new(world.words.say(Word::NothingFound), world.theme.text);
            canvas.lines(rows, flow::wrap(&[text], rows.width));
        } else {
            let entry = |place: usize| self.entries.get(*self.found.get(place)?);
            let cursor = Cursor(self.cursor.on(self.found.len()));
            list::draw_some(
                (self.found.len(), &|_| None),
                cursor,
                (rows, 0),
                canvas,
                |place, _| {
                    entry(place)
                        .map(|one| (one.left.clone(), one.right.clone()))
                        .unwrap_or_default()
                },
            );
        }
        canvas.lines(whole, told);
        canvas.text(field, "►", world.theme.strong);
        let room = Rect {
            x: field.x + 2,
            width: field.width.saturating_sub(2).min(flow::MEASURE),
            ..field
        };
        if self.field.is_empty() {
            canvas.text(room, &"_".repeat(usize::from(room.width)), world.theme.quiet);
        }
        // Letters go into the field: that is where the terminal's cursor belongs.
        canvas.caret = self.field.draw(room, canvas.buffer, &canvas.prose_style()).caret;
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpFind).to_owned()
    }
}
