//! A timestamp for a record: what it is for, the question to a timestamp authority, and its answer.

use super::reader::Reader;
use crate::{
    session::{Effect, Reply, StampOrder, StampQuestion},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        words::Stamping,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;
use std::path::PathBuf;

/// The rows that the field for the answer takes.
const FIELD: u16 = 6;

/// First the question is made; then one waits for the answer, here or another day.
#[derive(Debug)]
pub(super) struct Stamp {
    record: PathBuf,
    /// What a stamp is for, as long as nothing is asked.
    reader: Reader,
    asked: Option<(StampQuestion, Form)>,
}

impl Stamp {
    /// For this record.
    pub(super) fn new(record: PathBuf) -> Self {
        Self { record, reader: Reader::default(), asked: None }
    }

    fn paragraphs(&self, world: &World) -> Vec<Paragraph> {
        let say = |word| world.words.stamping(word);
        let text = |word| Paragraph::new(say(word), world.theme.text);
        let Some((asked, _)) = &self.asked else {
            return vec![
                Paragraph::new(say(Stamping::Title), world.theme.heading),
                Paragraph::gap(),
                text(Stamping::For),
                Paragraph::gap(),
                text(Stamping::How),
                Paragraph::gap(),
                text(Stamping::Private),
                Paragraph::gap(),
                text(Stamping::Never),
                Paragraph::gap(),
                Paragraph::new(say(Stamping::Make), world.theme.strong),
            ];
        };
        let ready = if asked.earlier { Stamping::ReadyEarlier } else { Stamping::Ready };
        vec![
            text(ready),
            Paragraph::inset(asked.question.display().to_string(), world.theme.strong),
            Paragraph::gap(),
            text(Stamping::Send),
            Paragraph::gap(),
            text(Stamping::Then),
        ]
    }
}

impl Screen for Stamp {
    fn crumb(&self, world: &World) -> String {
        world.words.stamping(Stamping::Crumb).to_owned()
    }

    fn mode(&self) -> Mode {
        if self.asked.is_some() { Mode::Writing } else { Mode::Choosing }
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let mut offers = vec![Action::Choose];
        if self.asked.is_none() {
            offers.extend(self.reader.offers());
        }
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.asked.is_none() && self.reader.act(action) {
            return Reaction::Stay;
        }
        match (action, &self.asked) {
            (Action::Choose, None) => Reaction::Perform(Effect::AskStamp(self.record.clone())),
            (Action::Choose, Some((_, form))) => {
                // A file that is dragged into a terminal comes in quotes.
                let answer = form.text(0);
                let answer = answer.trim_matches(['\'', '"']).trim();
                if answer.is_empty() {
                    return Reaction::Say(
                        world.words.needed(world.words.stamping(Stamping::Answer)),
                    );
                }
                Reaction::Perform(Effect::AddStamp(Box::new(StampOrder {
                    record: self.record.clone(),
                    answer: PathBuf::from(answer),
                    question: None,
                    trust: Vec::new(),
                })))
            }
            (Action::Back, _) => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.asked.as_mut().map(|(_, form)| form)
    }

    fn reply(&mut self, reply: &Reply, world: &World) -> Reaction {
        if let Reply::Asked(asked) = reply {
            let say = |word| world.words.stamping(word);
            // Where the answer lands if one does as the manual says.
            let answer = asked.question.with_extension("tsr").display().to_string();
            let field = FormField::line(say(Stamping::Answer), say(Stamping::HintAnswer), &answer);
            self.asked = Some((asked.clone(), Form::new(vec![field])));
        }
        Reaction::Stay
    }

    fn gives_way(&self, reply: &Reply) -> bool {
        matches!(reply, Reply::Checked(_))
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let Some((_, form)) = &self.asked else { return self.reader.draw(area, canvas) };
        let lines = flow::wrap(&self.paragraphs(world), area.width);
        let [text, field] = parts(area, u16::try_from(lines.len()).unwrap_or(u16::MAX));
        canvas.lines(text, lines);
        form.draw(field, canvas);
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let text = self.paragraphs(world);
        if self.asked.is_none() {
            return self.reader.fit(area, |width| flow::wrap(&text, width));
        }
        let lines = flow::wrap(&text, area.width).len();
        let [_, field] = parts(area, u16::try_from(lines).unwrap_or(u16::MAX));
        if let Some(form) = self.form() {
            form.fit(field);
        }
    }

    fn help(&self, world: &World) -> String {
        world.words.stamping(Stamping::Help).to_owned()
    }
}

/// The text above, the field below it.
fn parts(area: Rect, lines: u16) -> [Rect; 2] {
    let above = (lines + 1).min(area.height.saturating_sub(FIELD));
    let text = Rect { height: above, ..area };
    [text, Rect { y: area.y + above, height: area.height - above, ..area }]
}
