//! A backend that crosses short gaps by writing what stands there already.
//!
//! `ratatui` hands on only the cells that changed. Words on an empty line then each begin with a command to go there, seven or
//! eight bytes for one space between them; writing that space once more is one byte. A first screen is a third shorter for it,
//! which is felt on a slow line.

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
};
use unicode_width::UnicodeWidthStr as _;

/// The longest gap that is written over, in cells: the shortest command to go elsewhere is six bytes.
const GAP: u16 = 5;

/// A backend around another, with what stands on its screen.
#[derive(Debug)]
pub(super) struct Bridging<B> {
    inner: B,
    shown: Shown,
}

impl<B: Backend> Bridging<B> {
    /// Around a backend with nothing on its screen. The room for a whole screen is made now: later somebody waits for it.
    pub(super) fn new(inner: B) -> Self {
        let size = inner.size().unwrap_or_default();
        let row = vec![Cell::EMPTY; size.width.into()];
        let shown = Shown { rows: vec![row; size.height.into()], known: true };
        Self { inner, shown }
    }
}

/// What stands on a screen.
#[derive(Debug)]
struct Shown {
    /// What was written, a row each; where nothing was, nothing stands.
    rows: Vec<Vec<Cell>>,
    /// Whether nothing else is there.
    known: bool,
}

impl Shown {
    /// A cell is written. What is wider than one column takes the next ones too, and is never written again for what is beside it.
    fn remember(&mut self, x: u16, y: u16, cell: &Cell) {
        let (x, y) = (usize::from(x), usize::from(y));
        if self.rows.len() <= y {
            self.rows.resize_with(y + 1, Vec::new);
        }
        let Some(row) = self.rows.get_mut(y) else { return };
        let end = x + if is_plain(cell) { 1 } else { cell.symbol().width().max(1) };
        if row.len() < end {
            row.resize(end, Cell::EMPTY);
        }
        for place in row.iter_mut().take(end).skip(x) {
            place.clone_from(cell);
        }
    }

    /// The cells between `last`, which was just written, and `next` on the same row, to be written again: all of them, where these
    /// are plain letters in the style that is being written.
    fn bridge(&self, last: (u16, u16, &Cell), next: (u16, u16)) -> &[Cell] {
        let ((x, y, before), gap) = (last, usize::from(last.0) + 1..usize::from(next.0));
        let is_near = self.known && y == next.1 && x < next.0 && gap.len() <= usize::from(GAP);
        let row = self.rows.get(usize::from(y)).filter(|_| is_near && is_plain(before));
        let between = row.and_then(|row| row.get(gap)).unwrap_or_default();
        let is_way = |cell: &Cell| is_plain(cell) && cell.style() == before.style();
        if between.iter().all(is_way) { between } else { &[] }
    }
}

/// Whether a cell has one plain letter in it, which is sure to take one column.
fn is_plain(cell: &Cell) -> bool {
    matches!(cell.symbol().as_bytes(), [b' '..=b'~'])
}

impl<B: Backend> Backend for Bridging<B> {
    type Error = B::Error;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Self::Error>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let changed: Vec<(u16, u16, &Cell)> = content.collect();
        let mut way: Vec<(u16, u16, &Cell)> = Vec::with_capacity(changed.len());
        for &(x, y, cell) in &changed {
            if let Some(&last) = way.last() {
                let between = (last.0 + 1..x).zip(self.shown.bridge(last, (x, y)));
                way.extend(between.map(|(x, cell)| (x, y, cell)));
            }
            way.push((x, y, cell));
        }
        self.inner.draw(way.into_iter())?;
        for (x, y, cell) in changed {
            self.shown.remember(x, y, cell);
        }
        Ok(())
    }

    fn append_lines(&mut self, count: u16) -> Result<(), Self::Error> {
        self.shown.known = false;
        self.inner.append_lines(count)
    }

    fn hide_cursor(&mut self) -> Result<(), Self::Error> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> Result<(), Self::Error> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> Result<Position, Self::Error> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Self::Error> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> Result<(), Self::Error> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> Result<(), Self::Error> {
        self.shown.known = region == ClearType::All;
        self.shown.rows.iter_mut().for_each(|row| row.fill(Cell::EMPTY));
        self.inner.clear_region(region)
    }

    fn size(&self) -> Result<Size, Self::Error> {
        self.inner.size()
    }

    fn window_size(&mut self) -> Result<WindowSize, Self::Error> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> Result<(), Self::Error> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::{
        Terminal, TerminalOptions, Viewport, backend::CrosstermBackend, layout::Rect, style::Style,
    };
    use std::{
        cell::RefCell,
        io::{self, Write},
        num::NonZeroU16,
        rc::Rc,
    };

    const SIZE: (u16, u16) = (24, 3);

    /// A text on a row, from a column on, in one of a few styles.
    type Text = (u16, u16, String, u8);

    fn texts() -> impl Strategy<Value = Vec<Text>> {
        let text = "[a-c ]{0,6}[犬é█]{0,1}[a-c ]{0,4}";
        prop::collection::vec((0..SIZE.0, 0..SIZE.1, text, 0..3_u8), 0..6)
    }

    /// What a terminal got that drew these pictures one after another, and with how many bytes.
    fn drawn<B>(
        backend: impl FnOnce(CrosstermBackend<Tape>) -> B,
        pictures: &[Vec<Text>],
    ) -> (String, usize)
    where
        B: Backend<Error: Send + Sync>,
    {
        let area = Rect::new(0, 0, SIZE.0, SIZE.1);
        let options = TerminalOptions { viewport: Viewport::Fixed(area) };
        let tape = Tape::default();
        let backend = backend(CrosstermBackend::new(tape.clone()));
        let mut terminal = Terminal::with_options(backend, options).unwrap();
        for picture in pictures {
            let draw = |frame: &mut ratatui::Frame<'_>| {
                for (x, y, text, style) in picture {
                    let style = [Style::new(), Style::new().bold(), Style::new().reversed()]
                        [usize::from(*style)];
                    frame.buffer_mut().set_string(*x, *y, text, style);
                }
            };
            terminal.draw(draw).unwrap();
        }
        let bytes = tape.0.borrow();
        let count = |count| NonZeroU16::new(count).unwrap();
        let mut screen = vt100::Parser::new(count(SIZE.1), count(SIZE.0), 0);
        screen.process(&bytes);
        let places = (0..SIZE.1).flat_map(|y| (0..SIZE.0).map(move |x| (y, x)));
        let cell = |(y, x)| {
            let cell = screen.screen().cell(y, x).unwrap();
            // A place where nothing was ever written looks the same as one with a space.
            let letters = if cell.has_contents() { cell.contents() } else { " " };
            format!("{letters}{}{}{}", cell.bold(), cell.inverse(), cell.is_wide_continuation())
        };
        (places.map(cell).collect(), bytes.len())
    }

    /// What was written, to be read afterwards.
    #[derive(Clone, Default)]
    struct Tape(Rc<RefCell<Vec<u8>>>);

    impl Write for Tape {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    proptest! {
        /// Whatever is drawn after each other: the same screen, with no more bytes.
        #[test]
        fn the_screen_is_the_same(pictures in prop::collection::vec(texts(), 1..5)) {
            let (plain, most) = drawn(|backend| backend, &pictures);
            let (bridged, bytes) = drawn(Bridging::new, &pictures);
            prop_assert_eq!(bridged, plain);
            prop_assert!(bytes <= most, "{} > {}", bytes, most);
        }
    }

    #[test]
    fn a_space_between_words_is_one_byte() {
        let picture = vec![vec![(0, 0, "een twee drie vier".to_owned(), 0)]];
        let ((_, plain), (_, bridged)) =
            (drawn(|backend| backend, &picture), drawn(Bridging::new, &picture));
        assert_eq!(plain - bridged, "\x1b[1;5H\x1b[1;10H\x1b[1;15H".len() - 3);
    }
}
