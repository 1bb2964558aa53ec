//! What the tables of questionnaires have for the register: new entries, and entries that are told otherwise there now.

use crate::{
    session::{Effect, Proposal},
    tui::{
        canvas::Canvas,
        divide::{
            self,
            Part::{Of, Rest},
        },
        flow::{self, Paragraph},
        keys::Action,
        screens::list::{self, Cursor, Row},
        words::Term,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;

/// The list.
#[derive(Debug, Default)]
pub(super) struct Proposals {
    cursor: Cursor,
}

impl Proposals {
    fn chosen<'a>(&self, world: &'a World) -> Option<&'a Proposal> {
        let all = &world.overview.proposals;
        all.get(self.cursor.on(all.len()))
    }

    fn take(&self, world: &World) -> Reaction {
        let Some(proposal) = self.chosen(world) else { return Reaction::Back };
        let said = world.words.adopted(&proposal.entry.name);
        Reaction::Several(vec![keep(proposal), Reaction::Say(said)])
    }

    /// Proposes the row no more, as long as it stays as it is.
    fn dismiss(&self, world: &World) -> Reaction {
        let row = self.chosen(world).and_then(|proposal| proposal.entry.fed.clone());
        let Some(row) = row else { return Reaction::Stay };
        let said = world.words.term(Term::Dismissed).to_owned();
        let wish = Effect::Dismiss { row: Box::new(row), dismissed: true };
        Reaction::Several(vec![Reaction::Perform(wish), Reaction::Say(said)])
    }

    fn take_all(world: &World) -> Reaction {
        let all = &world.overview.proposals;
        let said = Reaction::Say(world.words.adopted_all(all.len()));
        Reaction::Several(all.iter().map(keep).chain([Reaction::Back, said]).collect())
    }
}

fn keep(proposal: &Proposal) -> Reaction {
    Reaction::Perform(Effect::KeepProcessing(Box::new(proposal.entry.clone())))
}

impl Screen for Proposals {
    fn crumb(&self, world: &World) -> String {
        world.words.term(Term::Proposals).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let own = [Action::Choose, Action::TakeOver, Action::TakeAllOver, Action::ThrowAway];
        let moves = [Action::Undo, Action::Redo, Action::Up, Action::Down];
        own.into_iter().chain(moves).collect()
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, world.overview.proposals.len()) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose | Action::TakeOver => self.take(world),
            Action::TakeAllOver => Self::take_all(world),
            Action::ThrowAway => self.dismiss(world),
            Action::Undo => Reaction::TakeBack,
            Action::Redo => Reaction::DoAgain,
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        self.cursor.0 = row;
        Reaction::Stay
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let all = &world.overview.proposals;
        if all.is_empty() {
            let text = Paragraph::new(world.words.term(Term::NoProposals), world.theme.text);
            canvas.lines(area, flow::wrap(&[text], area.width));
            return;
        }
        let row = |proposal: &Proposal| {
            let kind = if proposal.is_new() { Term::ProposalNew } else { Term::ProposalChanged };
            Row::item(&proposal.entry.name, world.words.term(kind))
        };
        let rows: Vec<Row> = all.iter().map(row).collect();
        let text = self.chosen(world).map(|proposal| about(world, proposal)).unwrap_or_default();
        let lines = flow::wrap(&text, area.width);
        let wanted = u16::try_from(lines.len()).unwrap_or(0).min(area.height / 2);
        let [top, bottom] = divide::rows(area, [Rest(3), Of(wanted)]);
        list::draw(&rows, self.cursor, Rect { width: top.width.min(flow::MEASURE), ..top }, canvas);
        canvas.lines(bottom, lines);
    }

    fn help(&self, world: &World) -> String {
        world.words.term(Term::HelpProposals).to_owned()
    }
}

/// From where it comes, and what would be written.
fn about(world: &World, proposal: &Proposal) -> Vec<Paragraph> {
    let from = world.words.proposed_from(&proposal.title);
    let mut text = vec![Paragraph::gap(), Paragraph::new(from, world.theme.strong)];
    text.extend(
        proposal
            .cells
            .iter()
            .map(|(label, cell)| Paragraph::item(format!("{label}: {cell}"), world.theme.text)),
    );
    text
}
