//! Divides an area in rows or columns: parts of a known size, and one that takes what is left.
//!
//! Every screen is made of such areas. `ratatui` has a constraint solver for anything one could want of them, which took a
//! sixth of the work from the start of the program to its first screen.

use ratatui::layout::Rect;

/// A part of an area, in rows or columns.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// So much. Where there is too little room, the parts of this kind give way, the last one first.
    Of(u16),
    /// What the others leave, but no less than this as long as there is that much at all.
    Rest(u16),
}

/// Divides `area` from top to bottom.
pub(super) fn rows<const N: usize>(area: Rect, parts: [Part; N]) -> [Rect; N] {
    let mut y = area.y;
    sizes(area.height, parts).map(|height| {
        let part = Rect { y, height, ..area };
        y += height;
        part
    })
}

/// Divides `area` from left to right.
pub(super) fn columns<const N: usize>(area: Rect, parts: [Part; N]) -> [Rect; N] {
    let mut x = area.x;
    sizes(area.width, parts).map(|width| {
        let part = Rect { x, width, ..area };
        x += width;
        part
    })
}

/// How much each of `parts` gets of `all`.
fn sizes<const N: usize>(all: u16, parts: [Part; N]) -> [u16; N] {
    let least = |part: &Part| if let Part::Rest(least) = part { *least } else { 0 };
    let kept = parts.iter().map(least).fold(0, u16::saturating_add).min(all);
    let mut left = all - kept;
    let given = parts.map(|part| match part {
        Part::Of(size) => {
            let size = size.min(left);
            left -= size;
            size
        }
        Part::Rest(_) => 0,
    });
    let mut kept = kept + left;
    let mut given = parts.into_iter().zip(given);
    std::array::from_fn(|_| match given.next() {
        Some((Part::Of(_), size)) => size,
        Some((Part::Rest(_), _)) => std::mem::take(&mut kept),
        None => 0,
    })
}

#[cfg(test)]
mod tests {
    use super::{Part::Of, Part::Rest, *};

    #[test]
    fn the_rest_takes_what_is_left() {
        let area = Rect::new(2, 3, 10, 20);
        let [head, body, foot] = rows(area, [Of(1), Rest(1), Of(3)]);
        assert_eq!(head, Rect::new(2, 3, 10, 1));
        assert_eq!(body, Rect::new(2, 4, 10, 16));
        assert_eq!(foot, Rect::new(2, 20, 10, 3));
        let [left, gap, right] = columns(area, [Of(4), Of(1), Rest(2)]);
        assert_eq!([left.width, gap.width, right.width], [4, 1, 5]);
        assert_eq!([left.x, gap.x, right.x], [2, 6, 7]);
    }

    #[test]
    fn where_there_is_too_little_room_the_last_of_the_others_gives_way_first() {
        assert_eq!(sizes(10, [Of(4), Rest(3), Of(6)]), [4, 3, 3]);
        assert_eq!(sizes(5, [Of(4), Rest(3), Of(6)]), [2, 3, 0]);
        assert_eq!(sizes(2, [Of(4), Rest(3), Of(6)]), [0, 2, 0]);
        assert_eq!(sizes(0, [Of(4), Rest(3), Of(6)]), [0, 0, 0]);
    }

    #[test]
    fn nothing_is_lost_and_nothing_overlaps() {
        for all in 0..40 {
            for (first, rest, last) in [(0, 0, 0), (3, 1, 7), (20, 4, 20), (u16::MAX, 9, 1)] {
                let sizes = sizes(all, [Of(first), Rest(rest), Of(last)]);
                assert_eq!(sizes.iter().sum::<u16>(), all, "{first} {rest} {last}");
            }
        }
    }
}
