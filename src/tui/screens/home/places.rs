//! The places that the overview leads to, each with how it stands.

use super::Target;
use crate::{
    model::{Moment, Progress, Status, Subject},
    session::{AssessmentLine, Overview, QuestionnaireLine, RecordLine, TwinLine},
    tui::{
        screens::list::Row,
        words::{KeyWord, Sight, Term, Word, Words},
    },
};
use jiff::{ToSpan as _, civil::Date};
use std::sync::Arc;

/// How many of one kind are shown; the rest is in a list of its own.
const FEW: usize = 3;

/// A row, and where it leads; a heading leads nowhere.
pub(super) type Place = (Row, Option<Target>);

/// Everything that the overview shows.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// What to do next.
    pub(super) next: Vec<Place>,
    /// What can be done.
    pub(super) doing: Vec<Place>,
    /// What is going on.
    pub(super) going: Vec<Place>,
    /// When the rules were last checked, and whether that is too long ago.
    pub(super) rules: Option<(Date, bool)>,
}

fn heading(text: impl Into<String>) -> Place {
    (Row::Heading(text.into()), None)
}

fn item(left: impl Into<String>, right: impl Into<String>, target: Target) -> Place {
    (Row::item(left, right), Some(target))
}

/// What an assessment is called.
pub(super) fn name(line: &AssessmentLine) -> String {
    format!("{} · {}", line.title, line.subject)
}

/// A bar of ten, and the numbers it stands for.
fn bar(line: &AssessmentLine) -> String {
    let advance = &line.advance;
    let tenths = (advance.answered * 10).checked_div(advance.asked).unwrap_or(0).min(10);
    let bar = "█".repeat(tenths) + &"░".repeat(10 - tenths);
    // Two places after the stroke too, so that the bars stand right below each other.
    format!("{bar} {:>3}/{:<2}", advance.answered, advance.asked)
}

/// How far an assessment is, in one line.
pub(in crate::tui::screens) fn state(line: &AssessmentLine, words: &dyn Words) -> String {
    let verdict = line.advance.verdict.as_deref().unwrap_or(words.say(Word::NotSettled));
    if matches!(line.status, Status::Signed(_)) {
        return format!("{verdict} · {}", words.say(Word::Finished).to_lowercase());
    }
    format!("{verdict} {}", bar(line))
}

impl Places {
    /// What there is to see of `overview`; `wide` if what can be done stands beside what is going on.
    pub(super) fn of(overview: &Overview, words: &dyn Words, wide: bool) -> Self {
        let sights = Sights { overview, words, today: overview.today.unwrap_or(Date::MIN) };
        let next = sights.next();
        let mut going = sights.going(&next);
        let (kept, beginnings) = (sights.kept(), sights.beginnings());
        // Who has signed nothing yet is here to begin; who has, comes back to what is kept.
        let begun = !overview.records.is_empty() || !overview.actions.is_empty();
        let doing = if begun {
            [kept, beginnings].concat()
        } else if wide {
            going.extend(kept);
            beginnings
        } else {
            [beginnings, kept].concat()
        };
        Self { next, doing, going, rules: sights.rules() }
    }
}

/// The overview as it is looked at.
struct Sights<'a> {
    overview: &'a Overview,
    words: &'a dyn Words,
    today: Date,
}

impl Sights<'_> {
    fn say(&self, sight: Sight<'_>) -> String {
        self.words.sight(sight)
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &AssessmentLine)> {
        self.overview.assessments.iter().map(Arc::as_ref).enumerate()
    }

    fn open(&self) -> impl Iterator<Item = (usize, &AssessmentLine)> {
        self.lines().filter(|(_, line)| line.is_open())
    }

    /// What was signed and must be looked at again by now.
    fn reviews(&self) -> impl Iterator<Item = (usize, &AssessmentLine, Date)> {
        self.lines().filter_map(|(place, line)| {
            let day = line.review.filter(|day| *day <= self.today && !line.is_open())?;
            Some((place, line, day))
        })
    }

    /// Why a signed assessment is to be looked at again: what changed since, or the day that came.
    fn why(&self, line: &AssessmentLine, day: Date) -> String {
        if line.because.is_empty() { self.words.review_due(day) } else { line.because.to_string() }
    }

    /// The yearly round, if something was signed a year ago and it was never begun.
    fn round(&self) -> Option<(usize, &QuestionnaireLine)> {
        let mut lines = self.overview.questionnaires.iter().enumerate();
        let (place, round) = lines.find(|(_, line)| line.round)?;
        let begun = self.lines().any(|(_, line)| line.questionnaire == round.id);
        let long_ago = self.lines().any(|(_, line)| match &line.status {
            Status::Signed(signed) => {
                signed.at.date().checked_add(1.year()).is_ok_and(|day| day <= self.today)
            }
            Status::Open => false,
        });
        (!begun && long_ago).then_some((place, round))
    }

    fn late(&self) -> usize {
        self.overview.actions.iter().filter(|action| action.is_overdue(self.today)).count()
    }

    /// The one thing to do next: what was begun, what is late, or a beginning.
    fn next(&self) -> Vec<Place> {
        let mut next = vec![heading(self.say(Sight::First))];
        // Before anything is changed in one of the two.
        next.extend(self.twins());
        let late = self.late();
        let begin = self.overview.questionnaires.iter().position(|line| line.plan).or(Some(0));
        next.push(if self.overview.is_nameless() {
            item(self.say(Sight::NameIt), "", Target::Organisation)
        } else if let Some((place, line)) = self.open().next() {
            item(self.say(Sight::GoOn(&name(line))), bar(line), Target::Assessment(place))
        } else if late > 0 {
            item(self.say(Sight::Late(late)), "", Target::Duties)
        } else if let Some((place, line, day)) = self.reviews().next() {
            let right = self.why(line, day);
            item(self.say(Sight::Again(&name(line))), right, Target::Review(place))
        } else if let Some((place, line)) = self.round() {
            item(self.say(Sight::BeginWith(&line.title)), "", Target::Questionnaire(place))
        } else if let Some((place, line)) =
            begin.and_then(|place| Some((place, self.overview.questionnaires.get(place)?)))
        {
            item(self.say(Sight::BeginWith(&line.title)), "", Target::Questionnaire(place))
        } else {
            item(self.words.say(Word::Organisation), "", Target::Organisation)
        });
        next
    }

    /// What there are two of.
    fn twins(&self) -> Vec<Place> {
        let twins = self.overview.twins.iter().enumerate();
        let row = |(place, twin): (usize, &TwinLine)| {
            item(self.words.two_of(&twin.what), "", Target::Twin(place))
        };
        twins.take(FEW).map(row).collect()
    }

    /// What is unfinished, what cannot wait, and how far the step plans are.
    fn going(&self, next: &[Place]) -> Vec<Place> {
        let mut going = self.unfinished();
        going.extend(self.needed(next));
        going.extend(self.plans());
        going
    }

    fn unfinished(&self) -> Vec<Place> {
        // The first one is what to do next.
        let open: Vec<_> = self.open().skip(1).collect();
        let mut rows = Vec::new();
        if !open.is_empty() {
            rows.push(heading(self.words.say(Word::Continue)));
        }
        for (place, line) in open.iter().take(FEW) {
            rows.push(item(name(line), bar(line), Target::Assessment(*place)));
        }
        if open.len() > FEW {
            rows.push(item(self.say(Sight::More(open.len() - FEW)), "", Target::Assessments));
        }
        rows
    }

    /// What cannot wait, but for what stands in `next` already.
    fn needed(&self, next: &[Place]) -> Vec<Place> {
        let mut rows = Vec::new();
        let late = self.late();
        if late > 0 {
            rows.push(item(self.say(Sight::Late(late)), "", Target::Duties));
        }
        let limit = self.today.checked_add(14.days()).unwrap_or(self.today);
        let soon = self.overview.actions.iter().filter(|action| {
            action.state.is_pending()
                && action.due.is_some_and(|due| self.today <= due && due <= limit)
        });
        let soon = soon.count();
        if soon > 0 {
            rows.push(item(self.say(Sight::Soon(soon)), "", Target::Duties));
        }
        let reviews: Vec<_> = self.reviews().collect();
        for (place, line, day) in reviews.iter().take(FEW) {
            let right = self.why(line, *day);
            rows.push(item(self.say(Sight::Again(&name(line))), right, Target::Review(*place)));
        }
        if reviews.len() > FEW {
            rows.push(item(self.say(Sight::More(reviews.len() - FEW)), "", Target::Assessments));
        }
        if let Some((place, line)) = self.round() {
            let begin = self.say(Sight::BeginWith(&line.title));
            rows.push(item(begin, "", Target::Questionnaire(place)));
        }
        let waiting = || {
            let records = self.overview.records.iter().enumerate();
            records.filter(|(_, record)| !record.cover.awaits.is_empty())
        };
        for (place, record) in waiting().take(FEW) {
            let who = record.cover.awaits.join(", ");
            rows.push(item(self.say(Sight::Waits(&who)), called(record), Target::Record(place)));
        }
        if waiting().count() > FEW {
            let rest = waiting().count() - FEW;
            rows.push(item(self.say(Sight::More(rest)), "", Target::Records));
        }
        rows.retain(|row| !next.contains(row));
        if !rows.is_empty() {
            rows.insert(0, heading(self.say(Sight::Needed)));
        }
        rows
    }

    /// How far the institution is with each step plan: the newest time that it was done.
    fn plans(&self) -> Vec<Place> {
        let mut rows = Vec::new();
        for (place, plan) in self.overview.questionnaires.iter().enumerate() {
            if !plan.plan {
                continue;
            }
            if rows.is_empty() {
                rows.push(heading(self.words.say(Word::Plans)));
            }
            rows.push(match self.lines().find(|(_, line)| line.questionnaire == plan.id) {
                Some((at, line)) => item(&plan.title, bar(line), Target::Assessment(at)),
                None => {
                    item(&plan.title, self.words.say(Word::NotBegun), Target::Questionnaire(place))
                }
            });
        }
        rows
    }

    /// What the institution keeps.
    fn kept(&self) -> Vec<Place> {
        let overview = self.overview;
        let gaps = overview.processings.iter().filter(|entry| !overview.gaps(entry).is_empty());
        let register = self.say(Sight::Incomplete(overview.processings.len(), gaps.count()));
        let gaps = overview.commissions.iter().filter(|entry| !entry.gaps(self.today).is_empty());
        let commissions = self.say(Sight::Incomplete(overview.commissions.len(), gaps.count()));
        let counted = |wanted: &dyn Fn(&Progress) -> bool| {
            overview.actions.iter().filter(|action| wanted(&action.state)).count()
        };
        let done = counted(&|state| *state == Progress::Done);
        let all = overview.actions.len() - counted(&|state| matches!(state, Progress::Dropped(_)));
        let late = self.late();
        let duties = if all == 0 { String::new() } else { self.words.progress_of(done, all, late) };
        let toetsen = self.say(Sight::Stock(overview.assessments.len(), self.open().count()));
        let records = self.say(Sight::Stock(overview.records.len(), 0));
        let named = overview.organisation.as_ref().map_or("", |one| &one.name);
        let check = format!(
            "{}: {}",
            self.words.say(Word::CheckRecord),
            self.words.say(Word::CheckOther).to_lowercase()
        );
        vec![
            heading(self.words.say(Word::Kept)),
            item(self.words.term(Term::Register), register, Target::Register),
            item(self.words.term(Term::Commissions), commissions, Target::Commissions),
            item(self.words.term(Term::Duties), duties, Target::Duties),
            item(self.say(Sight::Assessments), toetsen, Target::Assessments),
            item(self.say(Sight::Records), records, Target::Records),
            item(self.words.term(Term::Account), "", Target::Account),
            item(check, "", Target::CheckOther),
            item(self.words.say(Word::Organisation), named, Target::Organisation),
            item(self.words.key_word(KeyWord::Title), "", Target::Keyring),
        ]
    }

    /// What can be begun.
    fn beginnings(&self) -> Vec<Place> {
        let groups = [
            (Word::BeginProcessing, Subject::Processing),
            (Word::BeginOrganisation, Subject::Organisation),
        ];
        let mut rows = Vec::new();
        for (word, about) in groups {
            let lines = self.overview.questionnaires.iter().enumerate();
            let mut own = lines.filter(|(_, line)| !line.plan && line.about == about).peekable();
            if own.peek().is_some() {
                rows.push(heading(self.words.say(word)));
            }
            rows.extend(
                own.map(|(place, line)| item(&line.title, "", Target::Questionnaire(place))),
            );
        }
        rows
    }

    /// The oldest day on which any rules were last checked against the law, and whether that is more than a year ago.
    fn rules(&self) -> Option<(Date, bool)> {
        let oldest = self.overview.questionnaires.iter().map(|line| line.legal_state).min()?;
        let renewed = oldest.checked_add(1.year()).unwrap_or(Date::MAX);
        Some((oldest, renewed < self.today))
    }
}

/// Every assessment, what is not finished first, and what each leads to.
pub(in crate::tui::screens) fn assessments(
    overview: &Overview,
    words: &dyn Words,
) -> Vec<(String, String, Target)> {
    let lines = || overview.assessments.iter().enumerate();
    let row = |(place, line): (usize, &Arc<AssessmentLine>)| {
        (name(line), state(line, words), Target::Assessment(place))
    };
    let open = lines().filter(|(_, line)| line.is_open()).map(row);
    open.chain(lines().filter(|(_, line)| !line.is_open()).map(row)).collect()
}

/// Every record, newest first.
pub(in crate::tui::screens) fn records(
    overview: &Overview,
    words: &dyn Words,
) -> Vec<(String, String, Target)> {
    let row = |(place, record): (usize, &RecordLine)| {
        let state = match record.cover.awaits.join(", ").as_str() {
            "" => record.cover.made.map(Moment::words).unwrap_or_default(),
            who => words.sight(Sight::Waits(who)),
        };
        (called(record).to_owned(), state, Target::Record(place))
    };
    overview.records.iter().enumerate().map(row).collect()
}

/// What a record is called: by its file if it does not say so itself.
fn called(record: &RecordLine) -> &str {
    if record.cover.title.is_empty() { &record.name } else { &record.cover.title }
}
