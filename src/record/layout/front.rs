//! What the director reads: the head of page 1, the verdict, and the places to sign.

use super::LayoutError;
use super::build::{Builder, Cell, Shape};
use super::grid::{
    BODY, Colour, FINE, KICKER, LABEL, LEFT, Lane, MEASURE, RIGHT, SIGN, SMALL, Style, TITLE,
    VERDICT,
};
use super::lines;
use super::pages::{AreaKind, Ink, Numbering, Owner, Role};
use super::strip::{Panel, Strip};
use crate::record::document::{Fact, SignatureField, Text, Title, Tone, Verdict};

/// White between two columns that stand beside each other.
const GUTTER: f32 = 15.0;
/// Width of the bar of the verdict.
const BAR: f32 = 40.0;
/// Room within the verdict, left of its text.
const PADDING: f32 = 16.0;
/// Height of a signature field; its width is half the measure.
const FIELD: f32 = 75.0;

impl Builder<'_> {
    /// The head of page 1.
    pub(super) fn title(&mut self, title: &Title) -> Result<(), LayoutError> {
        let mut mark = Strip { keep: true, ..Strip::of_height(22.0) };
        mark.rule(Lane { left: LEFT, width: 56.0 }, 2.5, 5.0, Colour::Accent);
        self.strips.push(mark);
        let kept = Shape { keep: true, ..Shape::default() };
        let kicker = self.tree.add(Role::Paragraph, Some(self.document));
        let words = Text::from(title.kicker.as_str());
        self.flow(&Cell::new(&words, Lane::FULL, KICKER, kicker), kept)?;
        let heading = self.tree.add(Role::Heading(1), Some(self.document));
        let from = self.strips.len();
        let words = Text::from(title.title.as_str());
        let shape = Shape { before: 3.0, bottom: 12.0, whole: 6, ..kept };
        self.flow(&Cell::new(&words, Lane::FULL, TITLE, heading), shape)?;
        self.strips[from].bookmark = Some((1, title.title.clone()));
        self.open = vec![0];
        self.particulars(&title.facts)
    }

    /// Facts in two columns, each label above its value.
    fn particulars(&mut self, facts: &[Fact]) -> Result<(), LayoutError> {
        let list = self.tree.add(Role::List(Numbering::None), Some(self.document));
        let width = (MEASURE - GUTTER) / 2.0;
        let lanes = [LEFT, RIGHT - width].map(|left| Lane { left, width });
        for pair in facts.chunks(2) {
            let parts: Vec<_> = pair.iter().map(|_| self.fact(list)).collect();
            let labels: Vec<_> = pair.iter().map(|fact| Text::from(fact.label.as_str())).collect();
            let from = self.strips.len();
            let mut cells = Vec::new();
            for ((text, lane), (label, _)) in labels.iter().zip(lanes).zip(&parts) {
                cells.push(Cell::new(text, lane, FINE, *label));
            }
            self.row(&cells, Shape { top: 5.0, whole: 2, keep: true, ..Shape::default() })?;
            let mut cells = Vec::new();
            for ((fact, lane), (_, body)) in pair.iter().zip(lanes).zip(&parts) {
                cells.push(Cell::new(&fact.value, lane, BODY, *body));
            }
            self.row(&cells, Shape { bottom: 6.0, whole: 6, ..Shape::default() })?;
            for lane in lanes {
                self.strips[from].rule(lane, 0.0, 0.4, Colour::Rule);
            }
        }
        Ok(())
    }

    fn fact(&mut self, list: usize) -> (usize, usize) {
        let item = self.tree.add(Role::Item, Some(list));
        (self.tree.add(Role::Label, Some(item)), self.tree.add(Role::Body, Some(item)))
    }

    /// The outcome in a box: a dark bar with a sign, a frame, and words. None of it needs its colour.
    pub(super) fn verdict(&mut self, verdict: &Verdict) -> Result<(), LayoutError> {
        let panel = self.panels.len();
        self.panels.push(Panel {
            lane: Lane::FULL,
            ground: Some(Colour::Tint),
            bar: (BAR, Colour::Accent),
            frame: Some((0.9, Colour::Accent)),
        });
        let lane = Lane::FULL.indented(BAR + PADDING);
        let lane = lane.narrowed(lane.width - PADDING);
        let division = self.tree.add(Role::Division, Some(self.document));
        let label = self.tree.add(Role::Paragraph, Some(division));
        let sentence = self.tree.add(Role::Paragraph, Some(division));
        let from = self.strips.len();
        let words = Text::from(verdict.label.as_str());
        let panelled = Shape { panel: Some(panel), ..Shape::default() };
        let shape = Shape { before: 16.0, top: 13.0, whole: 2, keep: true, ..panelled };
        self.flow(&Cell::new(&words, lane, KICKER, label), shape)?;
        let shape = Shape { top: 2.0, bottom: 15.0, whole: 12, ..panelled };
        self.flow(&Cell::new(&verdict.sentence, lane, VERDICT, sentence), shape)?;
        let middle = (self.height_from(from) - self.strips[from].before) / 2.0;
        let sign = self.sign(verdict.tone, middle)?;
        self.strips[from].paint(Owner::Artifact, vec![sign]);
        Ok(())
    }

    fn sign(&self, tone: Tone, middle: f32) -> Result<Ink, LayoutError> {
        let sign = match tone {
            Tone::Settled => "✓",
            Tone::Required => "!",
            Tone::Refused => "✗",
            Tone::Open => "?",
        };
        let lines = lines::lines(self.fonts, &Text::from(sign), SIGN, BAR)?;
        let width = lines.first().map_or(0.0, |line| line.width);
        let runs = lines.into_iter().flat_map(|line| line.pieces).flat_map(|piece| piece.runs);
        Ok(Ink::Text {
            x: LEFT + (BAR - width) / 2.0,
            y: middle - SIGN.lead / 2.0 + SIGN.rise(),
            size: SIGN.size,
            colour: SIGN.colour,
            runs: runs.collect(),
        })
    }

    /// Empty signature fields, two beside each other.
    pub(super) fn signatures(&mut self, fields: &[SignatureField]) -> Result<(), LayoutError> {
        let width = (MEASURE - GUTTER) / 2.0;
        let lanes = [LEFT, RIGHT - width].map(|left| Lane { left, width });
        for pair in fields.chunks(2) {
            let mut labels = Vec::new();
            let mut forms = Vec::new();
            for _ in pair {
                labels.push(self.tree.add(Role::Paragraph, Some(self.document)));
                forms.push(self.tree.add(Role::Form, Some(self.document)));
            }
            let names: Vec<_> = pair.iter().map(|field| Text::new().strong(&field.label)).collect();
            let roles: Vec<_> = pair.iter().map(|field| Text::from(field.role.as_str())).collect();
            let cells: Vec<_> = (0..pair.len())
                .map(|at| Cell::new(&names[at], lanes[at], BODY, labels[at]))
                .collect();
            let kept = Shape { keep: true, whole: 3, ..Shape::default() };
            self.row(&cells, Shape { before: 18.0, ..kept })?;
            let cells: Vec<_> = (0..pair.len())
                .map(|at| Cell::new(&roles[at], lanes[at], LABEL, labels[at]))
                .collect();
            self.row(&cells, kept)?;
            self.fields(pair, &lanes, &forms);
        }
        Ok(())
    }

    fn fields(&mut self, pair: &[SignatureField], lanes: &[Lane], forms: &[usize]) {
        let top = 5.0;
        let mut strip = Strip::of_height(top + FIELD + 2.0);
        for ((field, lane), form) in pair.iter().zip(lanes).zip(forms) {
            let bounds = [lane.left, top, lane.left + lane.width, top + FIELD];
            strip.paint(Owner::Artifact, frame(bounds, 0.7, Colour::Quiet));
            let description = format!("Handtekening: {} ({})", field.label, field.role);
            let kind = AreaKind::Signature { name: field.name.clone(), description };
            strip.areas.push((*form, bounds, kind));
        }
        self.strips.push(strip);
    }

    /// A hash in groups of four, each group in its own column.
    pub(super) fn fingerprint(&mut self, label: &str, digits: &str) -> Result<(), LayoutError> {
        let list = self.tree.add(Role::List(Numbering::None), Some(self.document));
        let (name, body) = self.fact(list);
        let label = Text::from(label);
        let digits: Vec<char> = digits.chars().collect();
        let groups: Vec<Text> =
            digits.chunks(4).map(|group| Text::from(group.iter().collect::<String>())).collect();
        let from = self.strips.len();
        let style = Style { lead: SMALL.lead, ..LABEL };
        let shape = Shape { before: 6.0, whole: 4, keep: true, ..Shape::default() };
        self.flow(&Cell::new(&label, Lane::LABEL, style, name), shape)?;
        let depth = std::mem::take(&mut self.strips[from].height);
        let width = Lane::TEXT.width / 8.0;
        for eight in groups.chunks(8) {
            let mut cells = Vec::new();
            let mut left = Lane::TEXT.left;
            for group in eight {
                cells.push(Cell::new(group, Lane { left, width }, SMALL, body));
                left += width;
            }
            self.row(&cells, Shape { whole: 1, keep: true, ..Shape::default() })?;
        }
        let missing = depth - self.height_from(from + 1);
        if let Some(last) = self.strips.last_mut() {
            last.keep = false;
            last.height += missing.max(0.0);
        }
        Ok(())
    }
}

/// Four lines round `bounds`.
pub(super) fn frame(bounds: [f32; 4], thickness: f32, colour: Colour) -> Vec<Ink> {
    let [left, top, right, bottom] = bounds;
    let half = thickness / 2.0;
    let fill = |x: f32, y: f32, width: f32, height: f32| Ink::Fill { x, y, width, height, colour };
    vec![
        fill(left - half, top - half, right - left + thickness, thickness),
        fill(left - half, bottom - half, right - left + thickness, thickness),
        fill(left - half, top - half, thickness, bottom - top + thickness),
        fill(right - half, top - half, thickness, bottom - top + thickness),
    ]
}
