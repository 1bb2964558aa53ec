//! A backend that crosses short gaps by writing what stands there already.
//!
//! `ratatui` hands on only the cells that changed. Words on an empty line then each begin with a command to go there, seven or
//! eight bytes for one space between them; writing that space once more is one byte. A first screen is a third shorter for it,
//! which is felt on a slow line.

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::Cell,
    layout::{Position, Size},
    style::Style,
};
use std::{borrow::Cow, ops::Range};
use unicode_width::UnicodeWidthStr as _;

/// The longest gap that is written over, in cells: the shortest command to go elsewhere is six bytes.
const GAP: usize = 5;

/// A backend around another, with what stands on its screen.
#[derive(Debug)]
pub(super) struct Bridging<B> {
    inner: B,
    shown: Shown,
}

impl<B: Backend> Bridging<B> {
    /// Around a backend with nothing on its screen.
    pub(super) fn new(inner: B) -> Self {
        let size = inner.size().unwrap_or_default();
        Self { inner, shown: Shown::nothing(size) }
    }
}

/// What stands on a screen, as far as it can be written again: plain letters, which are sure to take one column.
///
/// Whole cells would take the room of two screens; room that is touched for the first time is what a start waits for.
#[derive(Debug)]
struct Shown {
    size: Size,
    /// The letter in each cell, row by row, and the number of its style; the letter is 0 where something else stands.
    places: Vec<(u8, u8)>,
    styles: Vec<Style>,
    /// The number of the style that was asked last: it is mostly asked again.
    latest: usize,
}

impl Shown {
    /// An empty screen.
    fn nothing(size: Size) -> Self {
        let places = vec![(b' ', 0); usize::from(size.width) * usize::from(size.height)];
        Self { size, places, styles: vec![Cell::EMPTY.style()], latest: 0 }
    }

    /// Something else may stand there now.
    fn forget(&mut self) {
        self.places.fill((0, 0));
    }

    /// A cell is written. What is wider than one column takes the next ones too, and is never written again for what is beside it.
    fn remember(&mut self, x: u16, y: u16, cell: &Cell) {
        let plain = letter(cell).zip(self.number(cell.style()));
        let width = if plain.is_some() { 1 } else { cell.symbol().width().max(1) };
        let row = self.row(y);
        let places = self.places.get_mut(row).unwrap_or_default();
        for place in places.iter_mut().skip(usize::from(x)).take(width) {
            *place = plain.unwrap_or_default();
        }
    }

    /// The number of a style; none if there are too many.
    fn number(&mut self, style: Style) -> Option<u8> {
        if self.styles.get(self.latest) != Some(&style) {
            let known = self.styles.iter().position(|known| *known == style);
            self.latest = known.unwrap_or(self.styles.len());
            if self.latest == self.styles.len() && u8::try_from(self.latest).is_ok() {
                self.styles.push(style);
            }
        }
        u8::try_from(self.latest).ok()
    }

    /// Where the cells of a row are.
    fn row(&self, y: u16) -> Range<usize> {
        let width = usize::from(self.size.width);
        let start = width * usize::from(y);
        start..start + width
    }

    /// The cells between `last`, which was just written, and `next` on the same row, to be written again: all of them, where these
    /// are plain letters in the style that is being written.
    fn bridge(&self, last: (u16, u16, &Cell), next: (u16, u16)) -> Vec<Cell> {
        let ((x, y, before), gap) = (last, usize::from(last.0) + 1..usize::from(next.0));
        let is_near = y == next.1 && x < next.0 && gap.len() <= GAP;
        let row = self.places.get(self.row(y)).filter(|_| is_near && letter(before).is_some());
        let between = row.and_then(|row| row.get(gap)).unwrap_or_default();
        let again = |(letter, number): &(u8, u8)| {
            let style = self.styles.get(usize::from(*number));
            let same = *letter > 0 && style == Some(&before.style());
            same.then(|| {
                let mut cell = before.clone();
                cell.set_char(char::from(*letter));
                cell
            })
        };
        between.iter().map(again).collect::<Option<_>>().unwrap_or_default()
    }
}

/// The letter in a cell, if it is a plain one.
fn letter(cell: &Cell) -> Option<u8> {
    match cell.symbol().as_bytes() {
        [letter @ b' '..=b'~'] => Some(*letter),
        _ => None,
    }
}

impl<B: Backend> Backend for Bridging<B> {
    type Error = B::Error;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Self::Error>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut way: Vec<(u16, u16, Cow<'_, Cell>)> = Vec::with_capacity(content.size_hint().0);
        for (x, y, cell) in content {
            if let Some(&(before, row, ref last)) = way.last() {
                let between = self.shown.bridge((before, row, last), (x, y));
                way.extend((before + 1..x).zip(between).map(|(x, cell)| (x, y, Cow::Owned(cell))));
            }
            self.shown.remember(x, y, cell);
            way.push((x, y, Cow::Borrowed(cell)));
        }
        self.inner.draw(way.iter().map(|(x, y, cell)| (*x, *y, &**cell)))
    }

    fn append_lines(&mut self, count: u16) -> Result<(), Self::Error> {
        self.shown.forget();
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
        self.shown.forget();
        self.inner.clear_region(region)?;
        if region == ClearType::All {
            self.shown = Shown::nothing(self.inner.size()?);
        }
        Ok(())
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
