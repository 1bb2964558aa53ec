//! Tables: rules only across, a head that comes back on every page, and no row torn if it fits.

use super::LayoutError;
use super::build::{Builder, Cell, Shape};
use super::grid::{Colour, LABEL, LEFT, Lane, MEASURE, SMALL};
use super::pages::Role;
use crate::record::document::{Table, Text};

/// Room within a row, above and below its text.
const ROOM: f32 = 3.5;
/// Between the texts of two columns.
const GUTTER: f32 = 12.0;
/// A column narrower than this cannot hold any text.
const NARROWEST: f32 = 18.0;
/// A row of up to this many lines stays on one page.
const WHOLE: usize = 14;

impl Builder<'_> {
    /// A table with its caption.
    pub(super) fn table(&mut self, table: &Table) -> Result<(), LayoutError> {
        let width = table.columns.len();
        if width == 0 || table.rows.iter().any(|row| row.len() > width) {
            return Err(LayoutError::Table { caption: table.caption.clone() });
        }
        let lanes = lanes(table);
        if lanes.iter().any(|lane| lane.width < NARROWEST) {
            return Err(LayoutError::Table { caption: table.caption.clone() });
        }
        let element = self.tree.add(Role::Table, Some(self.document));
        let from = self.strips.len();
        if !table.caption.is_empty() {
            let caption = self.tree.add(Role::Caption, Some(element));
            let text = Text::new().strong(&table.caption);
            let shape =
                Shape { before: 14.0, bottom: 3.0, whole: 3, keep: true, ..Shape::default() };
            self.flow(&Cell::new(&text, Lane::FULL, SMALL, caption), shape)?;
        }
        self.table_head(table, &lanes, element)?;
        let head = self.heads.len();
        let repeated = self.strips[from..].iter().map(super::strip::Strip::as_artifact).collect();
        self.heads.push(repeated);
        self.table_body(table, &lanes, (element, head))
    }

    fn table_head(
        &mut self,
        table: &Table,
        lanes: &[Lane],
        element: usize,
    ) -> Result<(), LayoutError> {
        let head = self.tree.add(Role::TableHead, Some(element));
        let row = self.tree.add(Role::Row, Some(head));
        let from = self.strips.len();
        let texts: Vec<_> =
            table.columns.iter().map(|column| Text::from(column.heading.as_str())).collect();
        let mut cells = Vec::new();
        for ((column, lane), text) in table.columns.iter().zip(lanes).zip(&texts) {
            let heading = self.tree.add(Role::ColumnHeading, Some(row));
            let style = LABEL.strong().coloured(Colour::Ink);
            let cell = Cell::new(text, *lane, style, heading);
            cells.push(Cell { align: column.align, ..cell });
        }
        let before = if table.caption.is_empty() { 12.0 } else { 0.0 };
        let shape =
            Shape { before, top: ROOM, bottom: ROOM, whole: 6, keep: true, ..Shape::default() };
        self.row(&cells, shape)?;
        self.strips[from].rule(Lane::FULL, 0.0, 0.9, Colour::Ink);
        self.close(0.5, Colour::Ink);
        Ok(())
    }

    fn table_body(
        &mut self,
        table: &Table,
        lanes: &[Lane],
        place: (usize, usize),
    ) -> Result<(), LayoutError> {
        let (element, head) = place;
        let body = self.tree.add(Role::TableBody, Some(element));
        let first = self.strips.len();
        let empty = Text::new();
        for (index, texts) in table.rows.iter().enumerate() {
            let row = self.tree.add(Role::Row, Some(body));
            let mut cells = Vec::new();
            for (at, (column, lane)) in table.columns.iter().zip(lanes).enumerate() {
                let heads = table.row_headings && at == 0;
                let role = if heads { Role::RowHeading } else { Role::Cell };
                let text = texts.get(at).unwrap_or(&empty);
                let cell = Cell::new(text, *lane, SMALL, self.tree.add(role, Some(row)));
                cells.push(Cell { align: column.align, ..cell });
            }
            let from = self.strips.len();
            // The second row comes with the first, and the last does not come alone.
            let keep = index == 0 && table.rows.len() > 1 || index + 2 == table.rows.len();
            let shape = Shape { top: ROOM, bottom: ROOM, whole: WHOLE, ..Shape::default() };
            self.row(&cells, shape)?;
            if let Some(last) = self.strips.last_mut() {
                last.keep |= keep;
            }
            if index > 0 {
                self.strips[from].rule(Lane::FULL, 0.0, 0.4, Colour::Rule);
            }
        }
        self.strips[first..].iter_mut().for_each(|strip| strip.head = Some(head));
        self.close(0.9, Colour::Ink);
        self.room(4.0, None);
        if let Some(strip) = self.strips.last_mut() {
            strip.keep = false;
        }
        Ok(())
    }
}

/// Where the columns stand: the measure, divided by their shares.
fn lanes(table: &Table) -> Vec<Lane> {
    let sum: f32 = table.columns.iter().map(|column| column.share.max(0.01)).sum();
    let room = MEASURE + GUTTER;
    let mut left = LEFT;
    let mut lanes = Vec::new();
    for column in &table.columns {
        let width = room * column.share.max(0.01) / sum;
        lanes.push(Lane { left, width: width - GUTTER });
        left += width;
    }
    lanes
}
