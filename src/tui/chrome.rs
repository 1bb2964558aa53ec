//! What surrounds every screen: the bar with the place one is at, and the keys at the bottom.

use super::{
    canvas::{Canvas, Hit},
    divide::{
        self,
        Part::{Of, Rest},
    },
    flow::{self, Paragraph},
    guide::Hint,
    keys::{self, Action, BINDINGS, Mode},
    screens::Reader,
    theme::Theme,
    words::{Cycle, Words},
    world::{Saved, Screen, World},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::{Paragraph as Block, Widget, Wrap},
};
use unicode_width::UnicodeWidthStr;

/// The parts of the terminal.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parts {
    pub(super) header: Rect,
    pub(super) body: Rect,
    /// What the guide says; nothing outside the guided example.
    pub(super) hint: Rect,
    pub(super) footer: Rect,
}

/// What is said at the bottom.
#[derive(Clone, Debug, Default)]
pub(super) struct Said {
    pub(super) text: String,
    /// Whether something went wrong outside, rather than that a person is told how it works.
    pub(super) wrong: bool,
}

/// Divides the terminal, unless it is too small to show anything of use.
pub(super) fn divide(area: Rect, world: &World, said: &Said, hint: Option<&Hint>) -> Option<Parts> {
    if area.width < 40 || area.height < 12 {
        return None;
    }
    let rows = u16::try_from(message(world, said, area).len()).unwrap_or(1).max(1);
    let inner = area.width.saturating_sub(2);
    let told = hint.map_or(0, |hint| told(hint, Style::new(), inner).len() + 1);
    let told = u16::try_from(told).unwrap_or(0).min(area.height / 3);
    let [header, body, hint, footer] = divide::rows(area, [Of(1), Rest(1), Of(told), Of(rows + 1)]);
    let inside = |part: Rect| Rect { x: part.x + 1, width: inner, ..part };
    Some(Parts { header, body: inside(body), hint: inside(hint), footer })
}

fn told(hint: &Hint, style: Style, width: u16) -> Vec<Line<'static>> {
    flow::wrap(&[Paragraph::new(&hint.text, style)], width)
}

/// What the guide says, under a line with the step in it.
pub(super) fn hint(hint: &Hint, area: Rect, canvas: &mut Canvas<'_>) {
    canvas.rule(Rect { height: 1, ..area }, &hint.title);
    let text = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    canvas.lines(text, told(hint, canvas.theme.strong, text.width));
}

/// Asks for a larger window.
pub(super) fn too_small(words: &dyn Words, area: Rect, buffer: &mut Buffer) {
    Block::new(words.too_small()).wrap(Wrap { trim: true }).render(area, buffer);
}

/// Everything that can be done, the screen's own first.
pub(super) fn offers(screen: &dyn Screen, world: &World) -> Vec<Action> {
    let mut offers = screen.offers(world);
    offers.extend([
        Action::Palette,
        Action::Help,
        Action::Manual,
        Action::Glossary,
        Action::Settings,
        Action::Back,
        Action::Quit,
        if world.guide.is_some() { Action::LeaveExample } else { Action::Example },
    ]);
    offers
}

/// The bar: bread-crumbs left, progress and whether it is saved right.
pub(super) fn header(
    world: &World,
    screens: &[Box<dyn Screen>],
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    canvas.buffer.set_style(area, world.theme.bar);
    let ahead = screens.last().is_some_and(|screen| screen.is_ahead(world));
    let right = match &world.saved {
        Saved::Nothing | Saved::At(_) if ahead => world.words.saving().to_owned(),
        Saved::Nothing => String::new(),
        Saved::Pending => world.words.saving().to_owned(),
        Saved::At(clock) => world.words.saved_at(clock),
        Saved::Failed(_) => world.words.not_saved().to_owned(),
    };
    let example =
        if world.is_example() { format!(" {}", world.words.example()) } else { String::new() };
    // Whether it is kept, and that everything is made up, must be read in full; how far one is can be seen elsewhere.
    let room = usize::from(area.width).saturating_sub(right.width() + example.width() + 5);
    let mut progress = screens.last().map(|screen| screen.progress(world)).unwrap_or_default();
    progress.retain(|words| words.width() <= room);
    let progress = progress.into_iter().next().unwrap_or_default();
    let parts: Vec<_> = [progress, right].into_iter().filter(|part| !part.is_empty()).collect();
    // Two spaces: with one the place and whether it is saved read as one sentence.
    let right = format!("  {} ", parts.join(" │ "));
    let example = if world.overview.looking {
        format!("{example} {}", world.words.cycle(Cycle::Looking))
    } else {
        example
    };
    let trail: Vec<String> = screens.iter().map(|screen| screen.crumb(world)).collect();
    let crumbs: Vec<&str> = trail.iter().flat_map(|crumb| crumb.split(" › ")).collect();
    let room = usize::from(area.width).saturating_sub(right.width());
    let mut from = 0;
    let left = loop {
        let lead = if from == 0 { " " } else { " … › " };
        let left = format!("{example}{lead}{}", crumbs.get(from..).unwrap_or_default().join(" › "));
        if left.width() <= room || from + 1 >= crumbs.len() {
            break left;
        }
        from += 1;
    };
    let left = flow::cut(&flow::visible(&left), room);
    canvas.buffer.set_stringn(area.x, area.y, &left, room, world.theme.bar);
    crumbs_to_click(screens, world, &left, area, canvas);
    let start =
        area.x + area.width.saturating_sub(u16::try_from(right.width()).unwrap_or(area.width));
    canvas.buffer.set_stringn(start, area.y, &right, usize::from(area.width), world.theme.bar);
}

/// A click on a bread-crumb leads back to its screen, as far as the crumb can be seen.
fn crumbs_to_click(
    screens: &[Box<dyn Screen>],
    world: &World,
    drawn: &str,
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let mut end = drawn.len();
    for (depth, screen) in screens.iter().enumerate().rev() {
        let crumb = flow::visible(&screen.crumb(world)).into_owned();
        let before = drawn.get(..end).unwrap_or_default();
        // Of a crumb in several parts the first ones may have been left out.
        let crumb = if before.contains(&crumb) {
            crumb.as_str()
        } else {
            crumb.rsplit(" › ").next().unwrap_or_default()
        };
        let Some(start) = before.rfind(crumb) else { return };
        let columns = |text: &str| u16::try_from(text.width()).unwrap_or(u16::MAX);
        let x = area.x.saturating_add(columns(drawn.get(..start).unwrap_or_default()));
        canvas.hits.push((Rect { x, width: columns(crumb), ..area }, Hit::Crumb(depth)));
        end = start;
    }
}

/// What is said, in lines as wide as the terminal: a whole sentence, with the file and what to do, but never more than a
/// quarter of the height. That something is not kept goes before everything else, and stays until it is.
fn message(world: &World, said: &Said, area: Rect) -> Vec<Line<'static>> {
    let (text, wrong) = match &world.saved {
        Saved::Failed(why) => (why, true),
        _ => (&said.text, said.wrong),
    };
    if text.is_empty() {
        return Vec::new();
    }
    let style = if wrong { world.theme.alarm } else { world.theme.strong };
    let mut lines = flow::wrap(&[Paragraph::new(text, style)], area.width.saturating_sub(2));
    let most = usize::from(area.height / 4).max(1);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let room = usize::from(area.width).saturating_sub(2);
            *last = Line::styled(flow::cut(&format!("{last} …"), room), style);
        }
    }
    lines
}

/// The last lines: what is said, and the keys that work now.
pub(super) fn footer(
    world: &World,
    screen: &dyn Screen,
    (said, help): (&Said, bool),
    area: Rect,
    canvas: &mut Canvas<'_>,
) {
    let [line, keys] = divide::rows(area, [Rest(1), Of(1)]);
    let room = Rect { height: canvas.buffer.area.height, ..line };
    let message = message(world, said, room);
    if message.is_empty() {
        canvas.rule(line, "");
    } else {
        let inner = Rect { x: line.x + 1, width: line.width.saturating_sub(2), ..line };
        canvas.lines(inner, message);
    }
    let offered = if help { offers_of_help() } else { offers(screen, world) };
    let mode = if help { Mode::Choosing } else { screen.mode() };
    let mut x = keys.x + 1;
    for (action, key, label) in keys_to_show(world, mode, &offered, keys.width) {
        let line = Line::from(vec![
            Span::styled(key, world.theme.key),
            Span::raw(" "),
            Span::styled(label, world.theme.text),
        ]);
        let columns =
            u16::try_from(line.width()).unwrap_or(u16::MAX).min(keys.right().saturating_sub(x));
        let place = Rect { x, width: columns, ..keys };
        canvas.lines(place, [line]);
        canvas.hits.push((place, Hit::Action(action)));
        x = x.saturating_add(columns).saturating_add(2);
    }
}

/// The keys that fit in so many columns, with their words: those that matter most, in the order of the table.
fn keys_to_show(
    world: &World,
    mode: Mode,
    offered: &[Action],
    columns: u16,
) -> Vec<(Action, &'static str, &'static str)> {
    let mut rows: Vec<(usize, u8, Action, &str, &str)> = BINDINGS
        .iter()
        .enumerate()
        .filter(|(_, binding)| offered.contains(&binding.action) && binding.rank < 9)
        .map(|(place, binding)| {
            let (action, rank) = (binding.action, binding.rank);
            (place, rank, action, keys::name(action, mode), world.words.action(action))
        })
        .filter(|(_, _, _, key, _)| !key.is_empty())
        .collect();
    rows.sort_by_key(|(place, rank, ..)| (*rank, *place));
    // A column stays free on either side, and two between keys.
    let mut room = usize::from(columns);
    rows.retain(|(_, _, _, key, label)| {
        let width = key.width() + label.width() + 3;
        let fits = width <= room;
        room -= if fits { width } else { 0 };
        fits
    });
    rows.sort_by_key(|(place, ..)| *place);
    rows.into_iter().map(|(_, _, action, key, label)| (action, key, label)).collect()
}

/// What can be done on `screen`: its own words, then the table of keys.
pub(super) fn help(world: &World, screen: &dyn Screen, width: u16) -> Vec<Line<'static>> {
    let told = Paragraph::new(screen.help(world), world.theme.text);
    let mut lines = flow::wrap(&[Paragraph::gap(), told, Paragraph::gap()], width);
    let keys = keys_of(world, screen.mode(), &offers(screen, world));
    lines.extend(key_lines(&keys, width, &world.theme));
    lines
}

/// What can be done while the help is shown: it is read like any long text, and any other key closes it.
pub(super) fn offers_of_help() -> Vec<Action> {
    let mut offers = Reader::MOVES.to_vec();
    offers.extend([Action::Help, Action::Back, Action::Quit]);
    offers
}

/// The keys for what is offered, each with what it does. Arrows explain themselves; the rows are needed for the rest.
pub(super) fn keys_of(
    world: &World,
    mode: Mode,
    offered: &[Action],
) -> Vec<(String, &'static str)> {
    let rows =
        BINDINGS.iter().filter(|binding| offered.contains(&binding.action) && binding.rank < 9);
    rows.filter_map(|binding| {
        let names = if mode == Mode::Writing {
            keys::name(binding.action, mode).to_owned()
        } else {
            binding.keys.iter().map(|key| key.name).collect::<Vec<_>>().join(" / ")
        };
        (!names.is_empty()).then(|| (names, world.words.explain(binding.action)))
    })
    .collect()
}

/// The fewest columns in which what a key does stands beside it; where there are less, it stands below it.
const BESIDE: usize = 24;

/// Keys under each other, each with what it does.
pub(super) fn key_lines(
    keys: &[(String, &'static str)],
    width: u16,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let widest = keys.iter().map(|(names, _)| names.width()).max().unwrap_or_default();
    let margin = widest.max(16) + 2;
    let beside = usize::from(width).saturating_sub(margin) >= BESIDE;
    let indent = if beside { margin } else { 2 };
    let room = width.saturating_sub(u16::try_from(indent).unwrap_or(u16::MAX));
    let mut lines = Vec::new();
    for (names, told) in keys {
        let told = flow::wrap(&[Paragraph::new(*told, theme.text)], room);
        let mut told = told.into_iter().map(|line| line.to_string());
        if beside {
            let first = told.next().unwrap_or_default();
            let pad = widest.max(16);
            let names = Span::styled(format!("{names:>pad$}  "), theme.key);
            lines.push(Line::from(vec![names, Span::raw(first)]));
        } else {
            lines.push(Line::styled(names.clone(), theme.key));
        }
        lines.extend(told.map(|line| Line::raw(format!("{}{line}", " ".repeat(indent)))));
    }
    lines
}
