//! The overview: what is going on, and what can be done.

use super::{
    interview::Interview,
    keyring::KeyringScreen,
    ledger::{DutiesScreen, LedgerScreen},
    list::{self, Cursor, Row},
    organisation::OrganisationScreen,
    processing::ChooseProcessing,
    report::{CheckFile, ReportScreen},
    sign::{Sign, Work},
};
use crate::{
    model::{About, Commission, Processing, Progress, Status, Subject},
    session::{AssessmentLine, Effect, Overview, QuestionnaireLine, Reply, Statement},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        words::{KeyWord, Term, Word, Words},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::{Constraint, Layout, Rect};

/// The first screen.
#[derive(Debug)]
pub struct Home {
    cursor: Cursor,
}

/// What a row leads to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Target {
    Assessment(usize),
    Review(usize),
    Questionnaire(usize),
    Record(usize),
    CheckOther,
    Organisation,
    Keyring,
    Register,
    Commissions,
    Duties,
    Account,
}

impl Home {
    /// With the cursor on what was last at hand.
    pub fn new(_world: &World) -> Self {
        Self { cursor: Cursor::default() }
    }

    fn go(&self, world: &World) -> Reaction {
        let places = places(world);
        let chosen = places.get(self.cursor.on(places.len()));
        chosen.map_or(Reaction::Stay, |(.., target)| lead(*target, world))
    }
}

/// Every row that leads somewhere: what stands left and right in it, and where it leads.
pub(super) fn places(world: &World) -> Vec<(String, String, Target)> {
    let rows = rows(&world.overview, world.words).into_iter();
    rows.filter_map(|(row, target)| match row {
        Row::Item { left, right } => Some((left, right, target?)),
        Row::Heading(_) => None,
    })
    .collect()
}

/// Where a row leads.
pub(super) fn lead(target: Target, world: &World) -> Reaction {
    let overview = &world.overview;
    match target {
        Target::Assessment(place) => overview
            .assessments
            .get(place)
            .map_or(Reaction::Stay, |line| Reaction::Perform(Effect::Resume(line.id.clone()))),
        Target::Review(place) => overview
            .assessments
            .get(place)
            .map_or(Reaction::Stay, |line| Reaction::Perform(Effect::Reopen(line.id.clone()))),
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
        Target::Account => {
            Reaction::Open(Box::new(Sign::new(Work::of_statement(Statement::Board))))
        }
        Target::CheckOther => Reaction::Open(Box::new(CheckFile::new(world))),
        Target::Organisation => Reaction::Open(Box::new(OrganisationScreen::new(world, None))),
        Target::Keyring => Reaction::Open(Box::new(KeyringScreen::default())),
    }
}

/// How far an assessment is, in one line.
pub(super) fn state(line: &AssessmentLine, words: &dyn Words) -> String {
    let verdict = line.advance.verdict.as_deref().unwrap_or(words.say(Word::NotSettled));
    if matches!(line.status, Status::Signed(_)) {
        return format!("{verdict} · {}", words.say(Word::Finished).to_lowercase());
    }
    let tenths = (line.advance.answered * 10).checked_div(line.advance.asked).unwrap_or(0).min(10);
    let bar: String = "█".repeat(tenths) + &"░".repeat(10 - tenths);
    format!("{verdict} {bar} {:>3}/{}", line.advance.answered, line.advance.asked)
}

fn rows(overview: &Overview, words: &dyn Words) -> Vec<(Row, Option<Target>)> {
    let heading = |word| (Row::Heading(words.say(word).to_owned()), None);
    let name = |line: &AssessmentLine| format!("{} · {}", line.title, line.subject);
    let open = |line: &&AssessmentLine| line.status == Status::Open;
    let mut rows = Vec::new();
    if overview.assessments.iter().any(|line| open(&line)) {
        rows.push(heading(Word::Continue));
        for (place, line) in overview.assessments.iter().enumerate().filter(|(_, line)| open(line))
        {
            rows.push((Row::item(name(line), state(line, words)), Some(Target::Assessment(place))));
        }
    }
    rows.extend(reviews(overview, words));
    // Who has signed nothing yet is here to begin; who has, comes back to what is kept.
    let begun = !overview.records.is_empty() || !overview.actions.is_empty();
    if begun {
        rows.extend(kept(overview, words));
    }
    let groups = [
        (Word::BeginProcessing, (false, Subject::Processing)),
        (Word::Plans, (true, Subject::Organisation)),
        (Word::BeginOrganisation, (false, Subject::Organisation)),
    ];
    for (word, kind) in groups {
        let lines = overview
            .questionnaires
            .iter()
            .enumerate()
            .filter(|(_, line)| (line.plan, line.about) == kind);
        let mut items = lines
            .map(|(place, line)| (Row::item(&line.title, ""), Some(Target::Questionnaire(place))))
            .peekable();
        if items.peek().is_some() {
            rows.push(heading(word));
            rows.extend(items);
        }
    }
    if !begun {
        rows.extend(kept(overview, words));
    }
    rows.push(heading(Word::Look));
    for (place, line) in overview.assessments.iter().enumerate().filter(|(_, line)| !open(line)) {
        rows.push((Row::item(name(line), state(line, words)), Some(Target::Assessment(place))));
    }
    for (place, line) in overview.records.iter().enumerate() {
        rows.push((
            Row::item(format!("{}: {}", words.say(Word::CheckRecord), line.name), ""),
            Some(Target::Record(place)),
        ));
    }
    rows.push((
        Row::item(
            format!(
                "{}: {}",
                words.say(Word::CheckRecord),
                words.say(Word::CheckOther).to_lowercase()
            ),
            "",
        ),
        Some(Target::CheckOther),
    ));
    let named = overview.organisation.as_ref().map_or("", |organisation| &organisation.name);
    rows.push((Row::item(words.say(Word::Organisation), named), Some(Target::Organisation)));
    rows.push((Row::item(words.key_word(KeyWord::Title), ""), Some(Target::Keyring)));
    rows
}

/// What was signed and must be looked at again by now.
fn reviews(overview: &Overview, words: &dyn Words) -> Vec<(Row, Option<Target>)> {
    let today = overview.today.unwrap_or(jiff::civil::Date::MIN);
    let mut rows = Vec::new();
    for (place, line) in overview.assessments.iter().enumerate() {
        let Some(day) = line.review.filter(|day| *day <= today && !line.is_open()) else {
            continue;
        };
        if rows.is_empty() {
            rows.push((Row::Heading(words.term(Term::Review).to_owned()), None));
        }
        let name = format!("{} · {}", line.title, line.subject);
        rows.push((Row::item(name, words.review_due(day)), Some(Target::Review(place))));
    }
    rows
}

/// What the institution keeps as a whole, with how it stands.
fn kept(overview: &Overview, words: &dyn Words) -> Vec<(Row, Option<Target>)> {
    let today = overview.today.unwrap_or(jiff::civil::Date::MIN);
    let gaps: usize = overview.processings.iter().map(|entry| overview.gaps(entry).len()).sum();
    let register = if gaps == 0 { String::new() } else { words.missing(gaps) };
    let gaps: usize = overview.commissions.iter().map(|entry| entry.gaps(today).len()).sum();
    let commissions = if gaps == 0 { String::new() } else { words.missing(gaps) };
    let counted = |wanted: &dyn Fn(&crate::model::Action) -> bool| {
        overview.actions.iter().filter(|action| wanted(action)).count()
    };
    let dropped = counted(&|action| matches!(action.state, Progress::Dropped(_)));
    let (done, late) = (
        counted(&|action| action.state == Progress::Done),
        counted(&|action| action.is_overdue(today)),
    );
    let all = overview.actions.len() - dropped;
    let duties = if all == 0 { String::new() } else { words.progress_of(done, all, late) };
    vec![
        (Row::Heading(words.say(Word::Kept).to_owned()), None),
        (Row::item(words.term(Term::Register), register), Some(Target::Register)),
        (Row::item(words.term(Term::Commissions), commissions), Some(Target::Commissions)),
        (Row::item(words.term(Term::Duties), duties), Some(Target::Duties)),
        (Row::item(words.term(Term::Account), ""), Some(Target::Account)),
    ]
}

impl Screen for Home {
    fn crumb(&self, world: &World) -> String {
        format!("verantwoord › {}", world.words.say(Word::Home))
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let count = rows(&world.overview, world.words)
            .iter()
            .filter(|(_, target)| target.is_some())
            .count();
        if self.cursor.act(action, count) {
            return Reaction::Stay;
        }
        if action == Action::Choose { self.go(world) } else { Reaction::Stay }
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
            _ => Reaction::Stay,
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let all = rows(&world.overview, world.words);
        let targets: Vec<Target> = all.iter().filter_map(|(_, target)| *target).collect();
        let rows: Vec<Row> = all.into_iter().map(|(row, _)| row).collect();
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let text = targets.get(self.cursor.on(targets.len())).map(|target| about(*target, world));
        let lines = flow::wrap(&text.unwrap_or_default(), area.width);
        let wanted = u16::try_from(lines.len()).unwrap_or(0).min(area.height * 2 / 5);
        let [top, bottom] =
            Layout::vertical([Constraint::Min(4), Constraint::Length(wanted)]).areas(area);
        list::draw(
            &rows,
            self.cursor,
            Rect { width: top.width.min(flow::MEASURE + 10), ..top },
            canvas,
        );
        canvas.lines(bottom, lines);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpHome).to_owned()
    }
}

/// What the row under the cursor is about.
fn about(target: Target, world: &World) -> Vec<Paragraph> {
    let overview = &world.overview;
    let text = match target {
        Target::Questionnaire(place) => {
            overview.questionnaires.get(place).map(|line| questionnaire(line, world.words))
        }
        Target::Assessment(place) | Target::Review(place) => {
            overview.assessments.get(place).map(|line| {
                let done = world.words.answered(line.advance.answered, line.advance.asked);
                vec![format!("{done} {}.", crate::model::Moment::words(line.changed.date()))]
            })
        }
        Target::Record(place) => {
            overview.records.get(place).map(|line| vec![line.path.display().to_string()])
        }
        Target::CheckOther => None,
        Target::Keyring => Some(vec![world.words.key_word(KeyWord::Help).to_owned()]),
        Target::Register => Some(vec![world.words.term(Term::HelpRegister).to_owned()]),
        Target::Commissions => Some(vec![world.words.term(Term::HelpCommissions).to_owned()]),
        Target::Duties => Some(vec![world.words.term(Term::HelpDuties).to_owned()]),
        Target::Account => Some(vec![world.words.say(Word::AccountHelp).to_owned()]),
        Target::Organisation => {
            Some(vec![world.words.folder(&overview.folder.display().to_string())])
        }
    };
    let texts = text.into_iter().flatten().map(|text| Paragraph::new(text, world.theme.text));
    std::iter::once(Paragraph::gap()).chain(texts).collect()
}

/// What a questionnaire is for, and how old its rules are.
fn questionnaire(line: &QuestionnaireLine, words: &dyn Words) -> Vec<String> {
    let state = words.legal_state(line.legal_state);
    let coming =
        if line.pending.is_empty() { String::new() } else { words.law_coming(&line.pending) };
    vec![line.intro.clone(), format!("{state}. {coming}").trim_end().to_owned()]
}
