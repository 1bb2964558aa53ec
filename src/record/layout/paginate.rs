//! Strips dealt out over pages.

use super::build::Builder;
use super::front::frame;
use super::grid::{BOTTOM, DEPTH, TOP};
use super::pages::{Area, Bookmark, Ink, Owner, Pages, Part, Passage, Sheet};
use super::strip::{Panel, Strip, Tree};

/// Deals out the strips of `builder` over pages.
pub(super) fn paginate(builder: Builder<'_>) -> Pages {
    let Builder { strips, tree, panels, heads, .. } = builder;
    let mut dealer = Dealer { pages: Pages::default(), tree, panels, heads, y: TOP, open: None };
    dealer.turn();
    let mut at = 0;
    while at < strips.len() {
        let end = together(&strips, at);
        dealer.deal(&strips[at..end]);
        at = end;
    }
    dealer.close_panel();
    Pages { tree: dealer.tree.finish(), ..dealer.pages }
}

/// Where the strips that stay with strip `at` end; no more than fits a page.
fn together(strips: &[Strip], at: usize) -> usize {
    let last = strips[at..].iter().position(|strip| !strip.keep).unwrap_or(strips.len() - at - 1);
    let end = at + last + 1;
    if height(&strips[at..end]) <= DEPTH {
        return end;
    }
    // Too much to stay together: a heading still keeps the strip after it.
    let heading = strips[at..end].iter().take_while(|strip| strip.bookmark.is_some()).count();
    (at + heading + 1).min(end)
}

fn height(strips: &[Strip]) -> f32 {
    let before = strips.first().map_or(0.0, |strip| strip.before);
    strips.iter().map(|strip| strip.before + strip.height).sum::<f32>() - before
}

struct Dealer {
    pages: Pages,
    tree: Tree,
    panels: Vec<Panel>,
    heads: Vec<Vec<Strip>>,
    /// Where the next strip goes on the last sheet.
    y: f32,
    /// The box that is being filled: which, its top and its bottom.
    open: Option<(usize, f32, f32)>,
}

impl Dealer {
    fn deal(&mut self, strips: &[Strip]) {
        let Some(first) = strips.first() else { return };
        let fresh = self.fresh();
        let room = BOTTOM - self.y - if fresh { 0.0 } else { first.before };
        // A hair of tolerance: sums of heights are not exact.
        if !fresh && (first.breaks || height(strips) > room + 0.01) {
            self.turn();
            let head = first.head.map(|head| self.heads[head].clone()).unwrap_or_default();
            for strip in &head {
                self.place(strip);
            }
        }
        for strip in strips {
            self.place(strip);
        }
    }

    /// Whether nothing stands on the last sheet yet.
    fn fresh(&self) -> bool {
        self.pages.sheets.last().is_none_or(|sheet| sheet.passages.len() <= 1)
    }

    /// Starts a sheet. Its first passage is for what lies behind the text.
    fn turn(&mut self) {
        self.close_panel();
        let ground = Passage { owner: Owner::Artifact, inks: Vec::new() };
        self.pages.sheets.push(Sheet { passages: vec![ground] });
        self.y = TOP;
    }

    fn place(&mut self, strip: &Strip) {
        if !self.fresh() {
            self.y += strip.before;
        }
        let sheet = self.pages.sheets.len() - 1;
        if let Some((level, title)) = &strip.bookmark {
            let (level, title) = (*level, title.clone());
            self.pages.bookmarks.push(Bookmark { level, title, sheet, y: self.y });
        }
        self.fill_panel(strip);
        for (owner, inks) in &strip.passages {
            let inks = inks.iter().map(|ink| lowered(ink, self.y));
            self.paint(*owner, inks.collect());
        }
        for (element, [left, top, right, bottom], kind) in &strip.areas {
            let bounds = [*left, top + self.y, *right, bottom + self.y];
            let (element, kind) = (*element, kind.clone());
            self.tree.place(element, Part::Area(self.pages.areas.len()));
            self.pages.areas.push(Area { sheet, bounds, kind, element });
        }
        self.y += strip.height;
    }

    fn paint(&mut self, owner: Owner, inks: Vec<Ink>) {
        let sheet = self.pages.sheets.len() - 1;
        let passages = &mut self.pages.sheets[sheet].passages;
        match passages.last_mut() {
            Some(last) if last.owner == owner => last.inks.extend(inks),
            _ => {
                if let Owner::Element(element) = owner {
                    self.tree.place(element, Part::Passage(sheet, passages.len()));
                }
                passages.push(Passage { owner, inks });
            }
        }
    }

    fn fill_panel(&mut self, strip: &Strip) {
        let bottom = self.y + strip.height;
        match (&mut self.open, strip.panel) {
            (Some((open, _, end)), Some(panel)) if *open == panel => *end = bottom,
            (_, panel) => {
                self.close_panel();
                self.open = panel.map(|panel| (panel, self.y, bottom));
            }
        }
    }

    /// Paints the box that is open behind the text of the last sheet.
    fn close_panel(&mut self) {
        let Some((panel, top, bottom)) = self.open.take() else { return };
        let panel = self.panels[panel];
        let Some(ground) =
            self.pages.sheets.last_mut().and_then(|sheet| sheet.passages.first_mut())
        else {
            return;
        };
        let (x, y, height) = (panel.lane.left, top, bottom - top);
        if let Some(colour) = panel.ground {
            ground.inks.push(Ink::Fill { x, y, width: panel.lane.width, height, colour });
        }
        let (width, colour) = panel.bar;
        ground.inks.push(Ink::Fill { x, y, width, height, colour });
        if let Some((thickness, colour)) = panel.frame {
            let bounds = [x, top, x + panel.lane.width, bottom];
            ground.inks.extend(frame(bounds, thickness, colour));
        }
    }
}

fn lowered(ink: &Ink, by: f32) -> Ink {
    let mut ink = ink.clone();
    match &mut ink {
        Ink::Text { y, .. } | Ink::Fill { y, .. } => *y += by,
    }
    ink
}
