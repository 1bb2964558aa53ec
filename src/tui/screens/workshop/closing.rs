//! What the group agreed on, read back: decisions, actions, who disagrees, what was put aside, who was there and how long.

use super::{
    attendance::Attendance,
    jot::{Jot, What},
};
use crate::{
    model::{Action as Duty, Origin, Participant},
    session::Session,
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        screens::{Outcome, Reader, ledger::fields, outcome, undoing},
        words::{Meet, Word},
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;
use std::sync::Arc;

/// The screen, with how far it is scrolled.
#[derive(Debug, Default)]
pub(super) struct Closing {
    reader: Reader,
}

/// The actions that came up at the questions of the assessment at hand.
fn duties<'w>(world: &'w World, session: &Session) -> Vec<&'w Duty> {
    let id = &session.assessment().id;
    let here = |duty: &&Duty| matches!(&duty.origin, Origin::Question { assessment, .. } if assessment == id);
    world.overview.actions.iter().map(Arc::as_ref).filter(here).collect()
}

fn part(world: &World, title: Meet, items: Vec<String>, none: Meet, text: &mut Vec<Paragraph>) {
    text.push(Paragraph::gap());
    text.push(Paragraph::new(world.words.meet(title), world.theme.heading));
    if items.is_empty() {
        text.push(Paragraph::inset(world.words.meet(none), world.theme.text));
    }
    text.extend(items.into_iter().map(|item| Paragraph::item(item, world.theme.strong)));
}

fn duty(duty: &Duty) -> String {
    let who = [duty.owner.as_str(), &duty.department].into_iter().find(|name| !name.is_empty());
    let day = Some(fields::written(duty.due)).filter(|day| !day.is_empty());
    let beside: Vec<String> = who.map(str::to_owned).into_iter().chain(day).collect();
    if beside.is_empty() {
        duty.text.clone()
    } else {
        format!("{} ({})", duty.text, beside.join(", "))
    }
}

fn names(people: &[Participant], absent: bool) -> Vec<String> {
    let here = people.iter().filter(|one| one.absent == absent);
    here.map(|one| match one.role.as_str() {
        "" => one.name.clone(),
        role => format!("{} ({role})", one.name),
    })
    .collect()
}

impl Closing {
    fn text(world: &World, session: &Session) -> Vec<Paragraph> {
        let words = world.words;
        let (assessment, group) = (session.assessment(), session.workshop());
        let mut text = vec![
            Paragraph::gap(),
            Paragraph::new(words.meet(Meet::ClosingHelp), world.theme.strong),
            Paragraph::gap(),
        ];
        text.push(if let Some(verdict) = session.verdict() {
            Paragraph::new(verdict.title.to_uppercase(), world.theme.tone(verdict.tone))
        } else {
            let open = session.evaluation().open.len();
            Paragraph::new(words.unsettled(open), world.theme.strong)
        });
        let mut part = |title, items, none| part(world, title, items, none, &mut text);
        part(Meet::Decisions, group.decisions.clone(), Meet::NothingDecided);
        let duties = duties(world, session).into_iter().map(duty).collect();
        part(Meet::Duties, duties, Meet::NoDuties);
        let dissents = assessment.dissents.iter().flat_map(|(question, dissents)| {
            let label = session.question(question).map_or("", |question| question.label.as_str());
            dissents.iter().map(move |dissent| {
                let by =
                    if dissent.by.is_empty() { words.meet(Meet::Someone) } else { &dissent.by };
                format!("{label}: {by}: {}", dissent.text)
            })
        });
        part(Meet::Dissents, dissents.collect(), Meet::NoDissents);
        let parked = group.parked.iter().map(|parked| {
            let state = if parked.done { Meet::TalkedAbout } else { Meet::NotYet };
            format!("{} ({})", parked.text, words.meet(state))
        });
        part(Meet::Parking, parked.collect(), Meet::NothingParked);
        let there = names(&assessment.participants, false);
        let there = if there.is_empty() { Vec::new() } else { vec![there.join(", ")] };
        part(Meet::WerePresent, there, Meet::Nobody);
        let absent = names(&assessment.participants, true);
        if !absent.is_empty() {
            part(Meet::WereAbsent, vec![absent.join(", ")], Meet::Nobody);
        }
        let took = words.duration(group.seconds());
        text.push(Paragraph::gap());
        text.push(Paragraph::new(format!("{}: {took}", words.meet(Meet::Took)), world.theme.text));
        text.push(Paragraph::new(words.meet(Meet::ToOutcome), world.theme.key));
        text
    }
}

impl Screen for Closing {
    fn crumb(&self, world: &World) -> String {
        world.words.meet(Meet::Closing).to_owned()
    }

    fn offers(&self, world: &World) -> Vec<Action> {
        let mut offers = self.reader.offers();
        offers.extend([Action::GoOn, Action::Outcome]);
        if let Some(session) = world.session.as_ref().filter(|session| !session.is_locked()) {
            offers.extend([Action::Decide, Action::Park, Action::People, Action::Undo]);
            if session.missing().is_empty() {
                offers.push(Action::Sign);
            }
        }
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        if self.reader.act(action) {
            return Reaction::Stay;
        }
        match action {
            Action::Decide => return Jot::open(world, session, What::Decide),
            Action::Park => return Jot::open(world, session, What::Park(None)),
            Action::People => return Reaction::Open(Box::new(Attendance::during())),
            Action::GoOn | Action::Outcome => {
                return Reaction::Open(Box::new(Outcome::default()));
            }
            // The talking is over.
            Action::Sign => {
                return Reaction::Several(vec![Reaction::Clock(None), outcome::sign(world)]);
            }
            Action::Undo => return undoing::undo_here(world),
            Action::Back => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let Some(session) = &world.session else { return };
        self.reader.fit(area, |width| flow::wrap(&Self::text(world, session), width));
    }

    fn draw(&self, _world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        self.reader.draw(area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpOutcome).to_owned()
    }
}
