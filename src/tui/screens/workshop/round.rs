//! A round of votes: everybody in turn, shown together after the last one; then what is agreed.

use super::{
    ballot, big,
    jot::{Jot, What},
    key, label, tally,
};
use crate::{
    model::{Id, Kind, Participant, Question, Tally, Vote},
    session::{Edit, Session},
    tui::{
        canvas::{Canvas, Hit},
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        keys::Action,
        screens::{ledger::DutyForm, undoing},
        words::{Meet, Word},
        world::{Reaction, Screen, World},
    },
};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{
    layout::{Position, Rect},
    text::Line,
};

/// The round about one question.
#[derive(Debug)]
pub(super) struct Round {
    question: Id,
    /// Whose turn it is, by their place among those who are there.
    turn: usize,
}

impl Round {
    /// With the turn on the first one who has not voted.
    pub(super) fn new(session: &Session, question: Id) -> Self {
        let mut round = Self { question, turn: 0 };
        round.turn = round.next(session, 0).unwrap_or(0);
        round
    }

    /// The first one from this place on, and round again, who has not voted.
    fn next(&self, session: &Session, from: usize) -> Option<usize> {
        let (there, workshop) = (there(session), session.workshop());
        let waits = |place: &usize| {
            there.get(*place).is_some_and(|one| !workshop.has_voted(&self.question, &one.name))
        };
        (from..there.len()).chain(0..from.min(there.len())).find(waits)
    }

    fn voter<'s>(&self, session: &'s Session) -> Option<&'s Participant> {
        let there = there(session);
        there.get(self.turn.min(there.len().saturating_sub(1))).copied()
    }

    fn tally(&self, session: &Session) -> Option<Tally> {
        session.workshop().tally(&self.question)
    }

    /// The one whose turn it is votes, and it is the next one's turn.
    fn vote(&mut self, session: &Session, value: &Id) -> Reaction {
        let Some(voter) = self.voter(session) else { return Reaction::Stay };
        let edit = session.vote(&self.question, &voter.name, Some(value));
        let mut after = session.clone();
        after.apply(edit.clone());
        self.turn = self.next(&after, self.turn + 1).unwrap_or(self.turn);
        Reaction::Edit(edit)
    }

    /// A value is voted for, or agreed on once the votes are shown.
    fn say(&mut self, world: &World, session: &Session, value: &Id) -> Reaction {
        let Some(question) = session.question(&self.question) else { return Reaction::Stay };
        match self.tally(session) {
            None if ballot(question).contains(value) => self.vote(session, value),
            Some(_) if question.values().contains(value) => {
                Reaction::Edit(Edit::answer(&self.question, value.as_str()))
            }
            _ => Reaction::Say(world.words.say(Word::AnotherAnswer).to_owned()),
        }
    }

    /// Takes the proposal over, or goes on where the group agrees already.
    fn choose(&self, session: &Session) -> Reaction {
        let Some(question) = session.question(&self.question) else { return Reaction::Stay };
        let Some(tally) = self.tally(session) else { return Reaction::Stay };
        if session.assessment().answers.get(&self.question).is_some() {
            return Reaction::Several(vec![Reaction::Back, Reaction::Act(Action::Next)]);
        }
        tally::proposal(question, &tally).map_or(Reaction::Stay, |value| {
            Reaction::Edit(Edit::answer(&self.question, value.as_str()))
        })
    }

    fn clear(&self, session: &Session) -> Reaction {
        match self.voter(session) {
            Some(voter) => Reaction::Edit(session.vote(&self.question, &voter.name, None)),
            None => Reaction::Stay,
        }
    }
}

/// Those who are there.
fn there(session: &Session) -> Vec<&Participant> {
    session.assessment().participants.iter().filter(|one| !one.absent).collect()
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

impl Screen for Round {
    fn crumb(&self, world: &World) -> String {
        world.words.meet(Meet::Round).to_owned()
    }

    fn progress(&self, world: &World) -> Vec<String> {
        let Some(session) = &world.session else { return Vec::new() };
        if let Some(tally) = self.tally(session) {
            return vec![world.words.votes(tally.total(), tally.total())];
        }
        let (all, workshop) = (there(session).len(), session.workshop());
        let waiting = workshop.waiting(&self.question, &session.assessment().participants).len();
        vec![world.words.votes(all - waiting, all)]
    }

    fn offers(&self, world: &World) -> Vec<Action> {
        let Some(session) = &world.session else { return Vec::new() };
        let Some(question) = session.question(&self.question) else { return Vec::new() };
        let letters = matches!(question.kind, Kind::YesNo | Kind::YesNoUnknown);
        let mut offers = if letters { vec![Action::Yes, Action::No] } else { Vec::new() };
        match self.tally(session) {
            None => {
                offers.extend(letters.then_some(Action::Unknown));
                offers.extend([Action::Abstain, Action::Up, Action::Down, Action::Clear]);
            }
            Some(tally) => {
                let unknown = question.has_value(&Id::from(Id::UNKNOWN));
                offers.extend((letters && unknown).then_some(Action::Unknown));
                let agreed = session.assessment().answers.get(&self.question).is_some();
                let proposed = tally::proposal(question, &tally).map(|_| Action::Choose);
                offers.extend(if agreed { Some(Action::GoOn) } else { proposed });
                offers.extend([Action::VoteAgain, Action::Dissent, Action::Undo]);
            }
        }
        offers.extend([Action::Park, Action::Decide, Action::AddDuty]);
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Back };
        let last = there(session).len().saturating_sub(1);
        match action {
            Action::Yes => self.say(world, session, &Id::from(Id::YES)),
            Action::No => self.say(world, session, &Id::from(Id::NO)),
            Action::Unknown => self.say(world, session, &Id::from(Id::UNKNOWN)),
            Action::Abstain => self.vote(session, &Id::from(Vote::ABSTAINED)),
            Action::Up => {
                self.turn = self.turn.saturating_sub(1);
                Reaction::Stay
            }
            Action::Down => {
                self.turn = (self.turn + 1).min(last);
                Reaction::Stay
            }
            Action::Clear => self.clear(session),
            Action::Choose | Action::GoOn => self.choose(session),
            Action::VoteAgain => {
                self.turn = 0;
                Reaction::Edit(session.vote_again(&self.question))
            }
            Action::Dissent => Jot::open(world, session, What::Dissent(self.question.clone())),
            Action::Park => Jot::open(world, session, What::Park(Some(self.question.clone()))),
            Action::Decide => Jot::open(world, session, What::Decide),
            Action::AddDuty => {
                Reaction::Open(Box::new(DutyForm::at_question(world, session, &self.question)))
            }
            Action::Undo => undoing::undo_here(world),
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        let Some(session) = &world.session else { return Reaction::Stay };
        let Some(question) = session.question(&self.question) else { return Reaction::Stay };
        let KeyCode::Char(digit @ '1'..='9') = key.code else { return Reaction::Stay };
        match ballot(question).get(digit as usize - '1' as usize) {
            Some(value) => self.say(world, session, value),
            None => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.turn = row;
        Reaction::Stay
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(session) = &world.session else { return };
        let Some(question) = session.question(&self.question) else { return };
        let text = [Paragraph::gap(), Paragraph::new(&question.text, world.theme.strong)];
        let head = flow::wrap(&text, area.width.min(72));
        let top = rows(head.len() + 1).min(area.height / 3);
        canvas.lines(Rect { height: top, ..area }, head);
        let rest = Rect { y: area.y + top, height: area.height - top, ..area };
        match self.tally(session) {
            Some(tally) => result(world, session, (question, &tally), rest, canvas),
            None => self.voting(world, (session, question), rest, canvas),
        }
    }

    fn help(&self, world: &World) -> String {
        world.words.meet(Meet::HelpRound).to_owned()
    }
}

impl Round {
    /// Whose turn it is and what they can say, and beside it who has voted: not what.
    fn voting(
        &self,
        world: &World,
        (session, question): (&Session, &Question),
        area: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let [left, _, right] =
            divide::columns(area, [Rest(0), Of(2), Of((area.width / 3).min(40))]);
        let name = self.voter(session).map_or("", |voter| voter.name.as_str());
        let values = ballot(question);
        let list = rows(values.len() + 3);
        let room = Rect { height: left.height.saturating_sub(list + 1), ..left };
        // A first name is called across the room; the whole one stands in the list.
        let first = name.split_whitespace().next().unwrap_or(name);
        let tall = big::draw(first, room, canvas.theme.strong, canvas);
        let asks = Rect { y: left.y + tall + 1, ..left }.intersection(left);
        let mut lines =
            vec![Line::styled(world.words.turn(name), canvas.theme.strong), Line::raw("")];
        let spaced = usize::from(asks.height) > values.len() * 2 + 5;
        for (place, value) in values.iter().enumerate() {
            let key = key(question, value, place);
            let text = format!("  {key}  {}", label(world, question, value));
            lines
                .push(Line::styled(flow::cut(&text, usize::from(asks.width)), canvas.theme.strong));
            lines.extend(spaced.then(|| Line::raw("")));
        }
        lines.push(Line::raw(format!("  0  {}", world.words.meet(Meet::Abstained))));
        lines.push(Line::raw(""));
        lines.extend(flow::wrap(
            &[Paragraph::new(world.words.meet(Meet::VoteHelp), canvas.theme.text)],
            asks.width,
        ));
        canvas.lines(asks, lines);
        self.people(session, right, canvas);
    }

    fn people(&self, session: &Session, area: Rect, canvas: &mut Canvas<'_>) {
        let (there, workshop) = (there(session), session.workshop());
        let step = if usize::from(area.height) >= there.len() * 2 { 2 } else { 1 };
        let fits = usize::from(area.height) / step;
        let first = (self.turn + 1).saturating_sub(fits);
        for (row, (place, one)) in there.iter().enumerate().skip(first).take(fits).enumerate() {
            let voted = workshop.has_voted(&self.question, &one.name);
            let mark = if voted { "✓" } else { "…" };
            let y = area.y + rows(row * step);
            let spot = Rect { y, height: 1, ..area };
            let style = if place == self.turn { canvas.theme.focus } else { canvas.theme.text };
            let room = usize::from(area.width).saturating_sub(5);
            let name = flow::cut(&flow::visible(&one.name), room);
            canvas.buffer.set_style(spot, style);
            canvas.text(spot, &format!(" {mark}  {name}"), style);
            if place == self.turn {
                canvas.caret = Some(Position::new(spot.x, spot.y));
            }
            canvas.hits.push((spot, Hit::Row(place)));
        }
    }
}

/// The votes, and what most voted for; it is agreed only when the group says so.
fn result(
    world: &World,
    session: &Session,
    (question, votes): (&Question, &Tally),
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let height = |step| tally::height(world, question, votes, step);
    let step = [3, 2].into_iter().find(|step| area.height >= height(*step) + 8).unwrap_or(1);
    let height = height(step).min(area.height);
    tally::draw(world, (question, votes), (Rect { height, ..area }, step), canvas);
    let below = area.y + height + u16::from(step == 1);
    let rest = Rect { y: below, height: area.bottom().saturating_sub(below), ..area };
    let answer = session.assessment().answers.get(&question.id);
    let agreed = question
        .values()
        .into_iter()
        .find(|value| answer.is_some_and(|answer| answer.is(value.as_str())));
    let (name, told) = match (agreed, tally::proposal(question, votes)) {
        (Some(value), _) => {
            let told =
                format!("{}. {}", world.words.meet(Meet::Agreed), world.words.meet(Meet::GoOn));
            (label(world, question, &value), told)
        }
        (None, Some(value)) => (
            format!("{}?", label(world, question, &value)),
            world.words.meet(Meet::Proposal).to_owned(),
        ),
        (None, None) => {
            let none = votes.total() == votes.of(Vote::ABSTAINED);
            let told = world.words.meet(if none { Meet::NoVotes } else { Meet::Tied });
            (String::new(), told.to_owned())
        }
    };
    let lines = flow::wrap(&[Paragraph::new(told, canvas.theme.strong)], rest.width);
    let room = Rect { height: rest.height.saturating_sub(rows(lines.len()) + 1), ..rest };
    let tall =
        if name.is_empty() { 0 } else { big::draw(&name, room, canvas.theme.strong, canvas) };
    let tall = (tall + 1).min(rest.height);
    let told = Rect { y: rest.y + tall, height: rest.height - tall, ..rest };
    canvas.lines(told, lines);
}
