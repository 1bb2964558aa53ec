//! How long opening a folder takes, and moving about in it, from ten assessments to ten thousand: `cargo bench --bench overview`.
//!
//! The house promises a first frame within 50 ms with 200 processing activities, 500 actions and 1,000 assessments, 100 ms with ten
//! times as many, and 5 ms a key.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]

#[path = "../planted.rs"]
mod planted;

use crossterm::event::{Event, KeyCode, KeyEvent};
use divan::{Bencher, black_box};
use planted::{noon, plant};
use ratatui::{buffer::Buffer, layout::Rect};
use std::{fs, sync::Arc};
use tempfile::TempDir;
use verantwoord::{
    desk::{FixedClock, Office},
    session::{Desk, Effect, Overview, Reply},
    tui::{App, Depth, Display, Message, Signs, words::Dutch},
};

fn main() {
    divan::main();
}

const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];

fn planted(size: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    plant(folder.path(), size);
    folder
}

fn office(folder: &TempDir) -> Office {
    Office::open(folder.path(), Box::new(FixedClock(noon()))).unwrap()
}

/// The folder as it is from the second time on: everything was worked out once, and long enough ago.
fn settled(size: usize) -> TempDir {
    let folder = planted(size);
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    let mut office = office(&folder);
    // The last look is what the first frame of the next time shows.
    while let Reply::Overview(overview) = office.perform(Effect::Look) {
        if !overview.is_partial() {
            break;
        }
    }
    drop(office);
    folder
}

/// As if nobody had ever looked: what was worked out of the files is gone.
fn forget(folder: &TempDir) {
    let _ = fs::remove_file(folder.path().join(".overzicht.json"));
}

/// What comes right after the first frame of a large folder: every file is looked at.
#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn the_look_after_the_first_frame(bencher: Bencher<'_, '_>, size: usize) {
    let folder = settled(size);
    bencher.bench(|| black_box(office(&folder).overview().unwrap()));
}

struct Nobody;

impl Desk for Nobody {
    fn perform(&mut self, _effect: Effect) {}
}

fn app(overview: Arc<Overview>) -> App {
    let display = Display { depth: Depth::Sixteen, signs: Signs::All };
    App::new(overview, Box::new(Nobody), &Dutch, display)
}

fn draw(app: &mut App) -> Buffer {
    let area = Rect::new(0, 0, 120, 35);
    let mut buffer = Buffer::empty(area);
    app.draw(area, &mut buffer);
    buffer
}

/// The folder is opened, looked at, and the first screen drawn.
fn first_frame(folder: &TempDir) -> Buffer {
    let mut office = office(folder);
    let Reply::Overview(overview) = office.perform(Effect::Look) else { panic!("no overview") };
    draw(&mut app(overview))
}

#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn first_frame_of_a_folder_that_was_open_before(bencher: Bencher<'_, '_>, size: usize) {
    let folder = settled(size);
    bencher.bench(|| black_box(first_frame(&folder)));
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn first_frame_of_a_folder_that_was_never_open(bencher: Bencher<'_, '_>, size: usize) {
    let folder = planted(size);
    bencher.with_inputs(|| forget(&folder)).bench_values(|()| black_box(first_frame(&folder)));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn everything_of_a_folder_that_was_never_open(bencher: Bencher<'_, '_>, size: usize) {
    let folder = planted(size);
    bencher
        .with_inputs(|| forget(&folder))
        .bench_values(|()| black_box(office(&folder).overview().unwrap()));
}

/// Keeping an action and looking around again.
#[divan::bench(args = SIZES, sample_count = 20, sample_size = 1)]
fn an_action_is_kept(bencher: Bencher<'_, '_>, size: usize) {
    let folder = settled(size);
    let mut office = office(&folder);
    let mut action = Arc::unwrap_or_clone(office.overview().unwrap().actions.swap_remove(0));
    bencher.bench_local(|| {
        action.owner.push('x');
        black_box(office.perform(Effect::KeepAction(Box::new(action.clone()))))
    });
}

/// A key down and the screen drawn again, on the screens with the longest lists.
#[divan::bench(args = [("home", 10), ("home", 1_000), ("home", 10_000), ("duties", 10), ("duties", 1_000), ("duties", 10_000), ("find", 1_000), ("find", 10_000)], sample_count = 200, sample_size = 1)]
fn a_key_down(bencher: Bencher<'_, '_>, (screen, size): (&str, usize)) {
    let folder = planted(size);
    let mut app = app(Arc::new(office(&folder).overview().unwrap()));
    let mut press = |code| app.take(Message::Input(Event::Key(KeyEvent::from(code))));
    if screen != "home" {
        press(KeyCode::Char('/'));
        if screen == "duties" {
            for letter in "Acties".chars() {
                press(KeyCode::Char(letter));
            }
            press(KeyCode::Enter);
        }
    }
    bencher.bench_local(|| {
        app.take(Message::Input(Event::Key(KeyEvent::from(KeyCode::Down))));
        black_box(draw(&mut app))
    });
}
