//! The overview: what to do next, what is going on, and what can be done.

mod places;

use super::{
    Palette,
    interview::Interview,
    keyring::KeyringScreen,
    ledger::{DutiesScreen, LedgerScreen},
    list::{self, Cursor, Number, Row},
    organisation::OrganisationScreen,
    processing::ChooseProcessing,
    report::{CheckFile, ReportScreen},
    sign::{Sign, Work},
    twins::TwinScreen,
};
use crate::{
    model::{About, Commission, Processing, Subject},
    session::{Effect, Overview, QuestionnaireLine, RecordLine, Reply, Statement},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        guide::Scene,
        keys::Action,
        words::{Double, KeyWord, Sight, Term, Word, Words},
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::KeyEvent;
use places::{Place, Places};
pub(super) use places::{assessments, records, state};
use ratatui::layout::Rect;
use std::sync::Arc;

/// From how many columns on what can be done stands beside what is going on.
const WIDE: u16 = 100;

/// The first screen.
#[derive(Debug, Default)]
pub struct Home {
    cursor: Cursor,
    number: Number,
    wide: bool,
    /// What is shown, of which overview, and whether on two sides: worked out once for each, and not for every key.
    seen: Option<(Arc<Overview>, bool, Places)>,
}

/// What a row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Assessment(usize),
    Review(usize),
    /// Something of which there are two.
    Twin(usize),
    Questionnaire(usize),
    Record(usize),
    CheckOther,
    Organisation,
    Keyring,
    Register,
    Commissions,
    Duties,
    Assessments,
    Records,
    Account,
}

impl Home {
    /// With the cursor on what to do next.
    pub fn new(_world: &World) -> Self {
        Self::default()
    }

    /// Works out what is shown of this overview, if that is not known yet.
    fn look(&mut self, world: &World) {
        let (overview, wide) = (&world.overview, self.wide);
        let known = |(of, was, _): &(Arc<Overview>, bool, Places)| {
            Arc::ptr_eq(of, overview) && *was == wide
        };
        if self.seen.as_ref().is_some_and(known) {
            return;
        }
        let places = Places::of(overview, world.words, wide);
        if let Some((of, was, before)) = self.seen.take() {
            // What was begun comes first now; otherwise the cursor stays on the row it was on, wherever that went.
            let begun = overview.assessments.len() > of.assessments.len();
            let (before, now) = (order(&before, was), order(&places, wide));
            self.cursor.0 = if begun { 0 } else { followed(self.cursor.0, before, now) };
        }
        self.seen = Some((Arc::clone(overview), wide, places));
    }

    /// Where the rows lead that lead somewhere.
    fn targets(&mut self, world: &World) -> Vec<Target> {
        self.look(world);
        let Some((_, wide, places)) = &self.seen else { return Vec::new() };
        order(places, *wide).into_iter().flatten().filter_map(|(_, target)| *target).collect()
    }

    fn go(&mut self, world: &World) -> Reaction {
        self.number.end();
        let targets = self.targets(world);
        targets
            .get(self.cursor.on(targets.len()))
            .map_or(Reaction::Stay, |target| lead(*target, &world.overview, world))
    }

    /// To the first row of the other side.
    fn cross(&mut self, world: &World) -> Reaction {
        self.look(world);
        let Some((_, wide, places)) = &self.seen else { return Reaction::Stay };
        let count = |rows: &[Place]| rows.iter().filter(|(_, target)| target.is_some()).count();
        let [next, second, third] = order(places, *wide).map(count);
        let last = next + second;
        let to = if self.cursor.0 < last && third > 0 { last } else { next };
        self.cursor.0 = to.min((last + third).saturating_sub(1));
        Reaction::Stay
    }
}

/// The rows in the order in which the cursor goes through them.
fn order(places: &Places, wide: bool) -> [&[Place]; 3] {
    let [second, third] =
        if wide { [&places.doing, &places.going] } else { [&places.going, &places.doing] };
    [&places.next, second, third]
}

/// The number that the row with this number `before` has `now`: of rows that are called alike the nearest. The first row is
/// what to do next, whatever that is; a row that is gone leaves the cursor where it was.
fn followed(at: usize, before: [&[Place]; 3], now: [&[Place]; 3]) -> usize {
    fn called(rows: [&[Place]; 3]) -> impl Iterator<Item = &str> {
        rows.into_iter().flatten().filter_map(|place| match place {
            (Row::Item { left, .. }, Some(_)) => Some(left.as_str()),
            _ => None,
        })
    }
    let Some(name) = called(before).nth(at).filter(|_| at > 0) else { return at };
    let alike = called(now).enumerate().filter(|(_, other)| *other == name);
    alike.map(|(place, _)| place).min_by_key(|place| place.abs_diff(at)).unwrap_or(at)
}

/// Every place one can go to from the overview, for who looks for it: what stands left and right of it, and where it leads.
pub(super) fn places(world: &World) -> Vec<(String, String, Target)> {
    let places = Places::of(&world.overview, world.words, false);
    let mut next = places.next;
    next.retain(|(_, target)| matches!(target, Some(Target::Twin(_))));
    let rows =
        [next, places.doing, places.going].into_iter().flatten().filter_map(|place| match place {
            (Row::Item { left, right }, Some(target)) => Some((left, right, target)),
            _ => None,
        });
    let listed = |target: &Target| matches!(target, Target::Assessment(_) | Target::Record(_));
    let rows = rows.filter(|(.., target)| !listed(target));
    rows.chain(assessments(&world.overview, world.words))
        .chain(records(&world.overview, world.words))
        .collect()
}

/// Where a row leads that was made of this overview; by now there may be a newer one.
pub(super) fn lead(target: Target, overview: &Overview, world: &World) -> Reaction {
    match target {
        Target::Assessment(place) => overview
            .assessments
            .get(place)
            .map_or(Reaction::Stay, |line| Reaction::Perform(Effect::Resume(line.id.clone()))),
        Target::Review(place) => overview
            .assessments
            .get(place)
            .map_or(Reaction::Stay, |line| Reaction::Perform(Effect::Reopen(line.id.clone()))),
        Target::Twin(place) => overview
            .twins
            .get(place)
            .map_or(Reaction::Stay, |twin| Reaction::Perform(Effect::Compare(twin.copy.clone()))),
        Target::Questionnaire(place) => {
            let Some(line) = overview.questionnaires.get(place) else { return Reaction::Stay };
            match line.about {
                Subject::Processing => {
                    Reaction::Open(ChooseProcessing::open(world, line.id.clone()))
                }
                Subject::Organisation => Reaction::Perform(Effect::Begin {
                    questionnaire: line.id.clone(),
                    about: About::Organisation,
                    processing: None,
                }),
            }
        }
        Target::Record(place) => overview
            .records
            .get(place)
            .map_or(Reaction::Stay, |line| ReportScreen::check(line.path.clone())),
        Target::Register => Reaction::Open(Box::new(LedgerScreen::<Processing>::new(world))),
        Target::Commissions => Reaction::Open(Box::new(LedgerScreen::<Commission>::new(world))),
        Target::Duties => Reaction::Open(Box::new(DutiesScreen::default())),
        Target::Assessments => {
            let crumb = world.words.sight(Sight::Assessments);
            Reaction::Open(Box::new(Palette::of_places(world, crumb, assessments)))
        }
        Target::Records => {
            let crumb = world.words.sight(Sight::Records);
            Reaction::Open(Box::new(Palette::of_places(world, crumb, records)))
        }
        Target::Account => {
            Reaction::Open(Box::new(Sign::new(Work::of_statement(Statement::Board))))
        }
        Target::CheckOther => Reaction::Open(Box::new(CheckFile::new(world))),
        Target::Organisation => Reaction::Open(Box::new(OrganisationScreen::new(world, None))),
        Target::Keyring => Reaction::Open(Box::new(KeyringScreen::default())),
    }
}

impl Screen for Home {
    fn crumb(&self, world: &World) -> String {
        format!("verantwoord › {}", world.words.say(Word::Home))
    }

    fn scene(&self) -> Scene<'_> {
        Scene::Home
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let places =
            [Action::ToAssessments, Action::ToDuties, Action::ToRegister, Action::ToRecords];
        let moves = [Action::Choose, Action::Up, Action::Down, Action::Number, Action::Side];
        moves.into_iter().chain(places).chain([Action::Undo, Action::Redo]).collect()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let count = self.targets(world).len();
        if self.cursor.act(action, count) {
            self.number.end();
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.go(world),
            Action::Side => self.cross(world),
            Action::Number => {
                self.number.begin();
                Reaction::Say(world.words.sight(Sight::ToRow(0)))
            }
            Action::Undo => Reaction::TakeBack,
            Action::Redo => Reaction::DoAgain,
            Action::ToAssessments => lead(Target::Assessments, &world.overview, world),
            Action::ToDuties => lead(Target::Duties, &world.overview, world),
            Action::ToRegister => lead(Target::Register, &world.overview, world),
            Action::ToRecords => lead(Target::Records, &world.overview, world),
            _ => Reaction::Stay,
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        let count = self.targets(world).len();
        self.number.go(key, (&mut self.cursor, count), world.words)
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go(world)
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::Opened(session) => {
                self.cursor.0 = 0;
                Reaction::Open(Box::new(Interview::new(session)))
            }
            Reply::Compared(comparison) => {
                Reaction::Open(Box::new(TwinScreen::new((**comparison).clone())))
            }
            _ => Reaction::Stay,
        }
    }

    fn fit(&mut self, area: Rect, world: &World) {
        self.wide = area.width + 2 >= WIDE;
        self.look(world);
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some((_, wide, places)) = &self.seen else { return };
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let order = order(places, *wide);
        let targets: Vec<Target> =
            order.into_iter().flatten().filter_map(|(_, target)| *target).collect();
        let text = targets.get(self.cursor.on(targets.len())).map(|target| about(*target, world));
        let lines = flow::wrap(&text.unwrap_or_default(), area.width);
        let notes = notes(world, places);
        let notes = flow::wrap(&notes, area.width);
        let room = |lines: usize, most: u16| u16::try_from(lines).unwrap_or(0).min(most);
        let [top, middle, bottom] = divide::rows(
            area,
            [
                Rest(4),
                Of(room(lines.len(), area.height * 2 / 5)),
                Of(room(notes.len(), area.height / 5)),
            ],
        );
        if self.wide {
            self.draw_sides(order, top, canvas);
        } else {
            self.draw_rows(
                (&order.concat(), 0),
                targets.len(),
                Rect { width: top.width.min(flow::MEASURE + 10), ..top },
                canvas,
            );
        }
        canvas.lines(middle, lines);
        canvas.lines(bottom, notes);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpHome).to_owned()
    }
}

impl Home {
    /// What to do next across the top, and below it what can be done beside what is going on.
    fn draw_sides(&self, [next, doing, going]: [&[Place]; 3], area: Rect, canvas: &mut Canvas<'_>) {
        let step = if canvas.theme.spacious { 2 } else { 1 };
        let height = u16::try_from(next.len() * step + 1).unwrap_or(3);
        let [top, below] = divide::rows(area, [Of(height), Rest(3)]);
        let [left, _, right] =
            divide::columns(below, [Of((below.width * 42 + 50) / 100), Of(3), Rest(40)]);
        let count = |rows: &[Place]| rows.iter().filter(|(_, target)| target.is_some()).count();
        let (first, second) = (count(next), count(doing));
        let all = first + second + count(going);
        self.draw_rows((next, 0), all, top, canvas);
        self.draw_rows((doing, first), all, left, canvas);
        let most = flow::MEASURE + 10;
        self.draw_rows(
            (going, first + second),
            all,
            Rect { width: right.width.min(most), ..right },
            canvas,
        );
    }

    fn draw_rows(
        &self,
        (rows, from): (&[Place], usize),
        all: usize,
        area: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let heading = |place: usize| match rows.get(place) {
            Some((Row::Heading(text), _)) => Some(text.as_str()),
            _ => None,
        };
        let cursor = Cursor(self.cursor.on(all));
        list::draw_some((rows.len(), &heading), cursor, (area, from), canvas, |place, item| {
            match rows.get(place) {
                Some((Row::Item { left, right }, _)) => {
                    (self.number.before(item, left.clone()), right.clone())
                }
                _ => (String::new(), String::new()),
            }
        });
    }
}

/// What holds of everything: how old the rules are, and what is still being read.
fn notes(world: &World, places: &Places) -> Vec<Paragraph> {
    let mut notes = Vec::new();
    if world.overview.unread > 0 {
        let text = world.words.sight(Sight::Reading(world.overview.unread));
        notes.push(Paragraph::new(text, world.theme.strong));
    }
    if world.overview.checking {
        let text = world.words.sight(Sight::Checking);
        notes.push(Paragraph::new(text, world.theme.quiet));
    }
    match places.rules {
        Some((day, true)) => {
            let text = world.words.sight(Sight::RulesOld(day));
            notes.push(Paragraph::new(text, world.theme.alarm));
        }
        Some((day, false)) => {
            let text = world.words.sight(Sight::RulesChecked(day));
            notes.push(Paragraph::new(text, world.theme.quiet));
        }
        None => {}
    }
    notes
}

/// What the row under the cursor is about.
fn about(target: Target, world: &World) -> Vec<Paragraph> {
    let texts = more(target, &world.overview, world.words);
    let texts = texts.into_iter().map(|text| Paragraph::new(text, world.theme.text));
    std::iter::once(Paragraph::gap()).chain(texts).collect()
}

/// What more there is to tell of a row than stands in it.
pub(super) fn more(target: Target, overview: &Overview, words: &dyn Words) -> Vec<String> {
    let text = match target {
        Target::Questionnaire(place) => {
            overview.questionnaires.get(place).map(|line| questionnaire(line, words))
        }
        Target::Assessment(place) | Target::Review(place) => {
            overview.assessments.get(place).map(|line| {
                let done = words.answered(line.advance.answered, line.advance.asked);
                let was = Sight::WhereOneWas(&line.place, line.changed.date());
                vec![format!("{done} {}", words.sight(was))]
            })
        }
        Target::Twin(place) => overview.twins.get(place).map(|twin| {
            let why = words.double(Double::Why).to_owned();
            vec![why, twin.copy.display().to_string()]
        }),
        Target::Record(place) => {
            let told = |line: &RecordLine| {
                let outcome =
                    Some(line.cover.outcome.clone()).filter(|outcome| !outcome.is_empty());
                outcome.into_iter().chain([line.path.display().to_string()]).collect()
            };
            overview.records.get(place).map(told)
        }
        Target::CheckOther | Target::Assessments | Target::Records => None,
        Target::Register => Some(vec![words.term(Term::HelpRegister).to_owned()]),
        Target::Commissions => Some(vec![words.term(Term::HelpCommissions).to_owned()]),
        Target::Duties => Some(vec![words.term(Term::HelpDuties).to_owned()]),
        Target::Keyring => Some(vec![words.key_word(KeyWord::Help).to_owned()]),
        Target::Account => Some(vec![words.say(Word::AccountHelp).to_owned()]),
        Target::Organisation if overview.is_nameless() => {
            Some(vec![words.sight(Sight::NameItHelp)])
        }
        Target::Organisation => Some(vec![words.folder(&overview.folder.display().to_string())]),
    };
    text.unwrap_or_default()
}

/// What a questionnaire is for, and how old its rules are.
fn questionnaire(line: &QuestionnaireLine, words: &dyn Words) -> Vec<String> {
    let state = words.legal_state(line.legal_state);
    let coming = words.law_coming(line.pending.len());
    vec![line.intro.clone(), format!("{state}. {coming}").trim_end().to_owned()]
}
