//! The grid of a page, the sizes of the letters and the colours. All lengths are points (1/72 inch).
//!
//! One wide column for text, one narrow column left of it for labels and numbers, and together the measure for
//! tables. The left margin leaves room for the holes of a ring binder.

/// A4 (ISO 216).
pub(in super::super) const PAGE_WIDTH: f32 = 595.28;
/// A4 (ISO 216).
pub(in super::super) const PAGE_HEIGHT: f32 = 841.89;

/// Left edge of the measure: 25 mm.
pub(super) const LEFT: f32 = 70.9;
/// Right edge of the measure: 20 mm from the paper's edge.
pub(super) const RIGHT: f32 = 538.6;
/// Width of the measure.
pub(super) const MEASURE: f32 = RIGHT - LEFT;
/// Where text starts.
pub(super) const TEXT_LEFT: f32 = LEFT + 136.0;
/// Width of a line of text: some 62 letters.
pub(super) const TEXT_MEASURE: f32 = RIGHT - TEXT_LEFT;
/// Width of a label beside the text.
pub(super) const LABEL_MEASURE: f32 = 126.0;
/// Where the text of a list item starts, from where the list starts.
pub(super) const INDENT: f32 = 17.0;
/// Top of the text on a page.
pub(super) const TOP: f32 = 64.0;
/// Bottom of the text on a page.
pub(super) const BOTTOM: f32 = PAGE_HEIGHT - 76.0;
/// Height that text can fill on a page.
pub(super) const DEPTH: f32 = BOTTOM - TOP;
/// Baseline of the footer.
pub(super) const FOOTER: f32 = PAGE_HEIGHT - 40.0;
/// Baseline of the running head.
pub(super) const RUNNING_HEAD: f32 = 40.0;

/// A part of the measure in which text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lane {
    /// Its left edge.
    pub(super) left: f32,
    /// Its width.
    pub(super) width: f32,
}

impl Lane {
    /// The whole measure.
    pub(super) const FULL: Self = Self { left: LEFT, width: MEASURE };
    /// The column of text.
    pub(super) const TEXT: Self = Self { left: TEXT_LEFT, width: TEXT_MEASURE };
    /// The column of labels.
    pub(super) const LABEL: Self = Self { left: LEFT, width: LABEL_MEASURE };

    /// What is left of the lane after `indent`.
    pub(super) fn indented(self, indent: f32) -> Self {
        Self { left: self.left + indent, width: self.width - indent }
    }

    /// The first `width` of the lane.
    pub(super) fn narrowed(self, width: f32) -> Self {
        Self { width, ..self }
    }
}

/// What is painted, by meaning. Ink on paper is what the record is made of; the accent is one calm dark colour that
/// prints as near-black.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Text.
    Ink,
    /// The one colour of a record: section numbers, the verdict, links.
    Accent,
    /// Labels and footers; contrast on paper above 7 : 1.
    Quiet,
    /// Thin rules.
    Rule,
    /// The ground of a box.
    Tint,
    /// Letters on the accent.
    Paper,
}

impl Colour {
    /// Red, green and blue (sRGB), each from 0 to 255.
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink => [0x1B, 0x1B, 0x1B],
            Self::Accent => [0x0B, 0x55, 0x63],
            Self::Quiet => [0x50, 0x55, 0x57],
            Self::Rule => [0xA6, 0xAE, 0xB0],
            Self::Tint => [0xF1, 0xF5, 0xF5],
            Self::Paper => [0xFF, 0xFF, 0xFF],
        }
    }
}

/// How text is set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Size of the letters.
    pub(super) size: f32,
    /// From baseline to baseline.
    pub(super) lead: f32,
    /// All of it bold.
    pub(super) strong: bool,
    /// Its colour.
    pub(super) colour: Colour,
}

impl Style {
    const fn new(size: f32, lead: f32) -> Self {
        Self { size, lead, strong: false, colour: Colour::Ink }
    }

    /// Bold.
    pub(super) const fn strong(self) -> Self {
        Self { strong: true, ..self }
    }

    /// In `colour`.
    pub(super) const fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// From the top of a line to its baseline: the capitals stand in the middle of the line.
    pub(super) fn rise(self) -> f32 {
        f32::midpoint(self.lead, self.size * CAPITALS)
    }
}

/// Height of a capital, in parts of the size (Noto Sans: 714 of 1000).
const CAPITALS: f32 = 0.714;

/// Running text.
pub(super) const BODY: Style = Style::new(10.0, 14.5);
/// Text that stands back: notes, cells of a table.
pub(super) const SMALL: Style = Style::new(9.0, 13.0);
/// Labels, sources, footers.
pub(super) const LABEL: Style = Style::new(8.5, 12.0).coloured(Colour::Quiet);
/// The smallest letters: footers and the labels above a value.
pub(super) const FINE: Style = Style::new(7.5, 11.0).coloured(Colour::Quiet);
/// The line above the title.
pub(super) const KICKER: Style = Style::new(9.5, 14.0).strong().coloured(Colour::Accent);
/// The title of the record.
pub(super) const TITLE: Style = Style::new(24.0, 30.0).strong();
/// The sentence of the verdict.
pub(super) const VERDICT: Style = Style::new(14.0, 20.0).strong();
/// Headings, by level.
pub(super) const HEADINGS: [Style; 3] = [
    Style::new(16.0, 22.0).strong().coloured(Colour::Accent),
    Style::new(12.0, 17.0).strong(),
    Style::new(10.0, 14.5).strong().coloured(Colour::Accent),
];
/// A heading that stands beside the text it heads.
pub(super) const SIDE_HEADING: Style = Style::new(10.0, 14.5).strong();
/// The sign in the bar of the verdict.
pub(super) const SIGN: Style = Style::new(22.0, 28.0).strong().coloured(Colour::Paper);
