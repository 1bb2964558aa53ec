//! Every key the program answers to, in one table.
//!
//! The lookup, the footer and the help all read [`BINDINGS`]; its order is the order of the help.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What a person can want, wherever they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Answer "ja".
    Yes,
    /// Answer "nee".
    No,
    /// Answer "weet ik niet".
    Unknown,
    /// Answer "nee" to every open row of a checklist.
    RestNo,
    /// Open the question again.
    Clear,
    /// Choose what is under the cursor, or go on.
    Choose,
    /// Go on: there is nothing to choose here, or it is chosen.
    GoOn,
    /// Make or unmake the choice under the cursor.
    Toggle,
    /// Write or change a note at the question.
    Note,
    /// Write down who disagrees at the question.
    Dissent,
    /// To the next question.
    Next,
    /// To the question before.
    Previous,
    /// Up a row.
    Up,
    /// Down a row.
    Down,
    /// To the next field.
    NextField,
    /// To the field before.
    PreviousField,
    /// Done with the fields, at the last of them.
    Finish,
    /// The explanation a page on.
    MoreText,
    /// The explanation a page back.
    LessText,
    /// Throw it away; it is kept apart.
    ThrowAway,
    /// Take the row off the list.
    TakeOff,
    /// It is no longer done.
    End,
    /// Keep the first of two.
    TakeFirst,
    /// Keep the second of two.
    TakeSecond,
    /// Keep the first of two in this row.
    RowFirst,
    /// Keep the second of two in this row.
    RowSecond,
    /// Keep both of two.
    TakeBoth,
    /// Take over an earlier answer to the same question.
    TakeOver,
    /// Take over the earlier answers to every open row of a checklist.
    TakeAllOver,
    /// Say again what was said last time.
    Confirm,
    /// Say it again at every open row of a checklist.
    ConfirmAll,
    /// Choose when it is to be looked at again.
    Term,
    /// Begin the next version of what is signed.
    Reopen,
    /// See what a newer version of the questionnaire makes otherwise.
    Newer,
    /// See the assessments that this one rests on, or leads to.
    Linked,
    /// Jump to a section.
    Sections,
    /// See the outcome.
    Outcome,
    /// Write the motivation.
    Motivate,
    /// Write down who took part.
    People,
    /// See the pages before signing.
    Preview,
    /// Add one to the list.
    Add,
    /// Write an action down that the question gave rise to.
    AddDuty,
    /// It is done.
    Done,
    /// Show a part of the list, or all of it again.
    Filter,
    /// Do it together, as a group.
    Workshop,
    /// Have the group vote.
    Vote,
    /// Vote for nothing.
    Abstain,
    /// Have the group vote once more.
    VoteAgain,
    /// Open or close the explanation.
    Explain,
    /// Put something aside to talk about later.
    Park,
    /// Write down what is decided.
    Decide,
    /// Stop or start the clock of the group.
    Clock,
    /// Say how many minutes a section may take.
    Minutes,
    /// Read back what the group decided.
    Closing,
    /// Show what has a text in it.
    Seek,
    /// Write the text in one's own text program.
    Editor,
    /// Put the list in another order.
    Sort,
    /// Write the list for other programs.
    Export,
    /// Change what is shown.
    Change,
    /// Go on to signing.
    Sign,
    /// Have someone else prove the moment of a record.
    Stamp,
    /// Show the folder of the file.
    Folder,
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
    /// To the row with the number that is typed next.
    Number,
    /// To the other side of the screen.
    Side,
    /// To the overview.
    ToHome,
    /// To what must be done.
    ToDuties,
    /// To the register.
    ToRegister,
    /// To every assessment.
    ToAssessments,
    /// To every record.
    ToRecords,
    /// It need not be done any more.
    Drop,
    /// Find anything that can be done, and any question.
    Palette,
    /// What can be done here.
    Help,
    /// Read how the program works.
    Manual,
    /// Read what the words here mean.
    Glossary,
    /// Choose colours, size and mouse.
    Settings,
    /// Walk through a made-up example.
    Example,
    /// Back from the example to one's own data.
    LeaveExample,
    /// Copy the sources of the question to the clipboard.
    Copy,
    /// One step back; nothing is lost.
    Back,
    /// Leave; all is saved.
    Quit,
}

/// Whether keys are letters for a text, or words to the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Letters mean something to the program.
    Choosing,
    /// Letters go into the text.
    Writing,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// What it means.
    pub action: Action,
    /// The keys, the one that is shown first.
    pub keys: &'static [Key],
    /// How soon the footer leaves it out when there is no room; 0 is last.
    pub rank: u8,
}

/// A key with what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
    /// How it is written in footer and help.
    pub name: &'static str,
}

impl Key {
    /// Whether it belongs to a text while one writes: a letter, or an arrow that moves the caret along the line.
    fn is_of_a_text(self) -> bool {
        let writes = matches!(self.code, KeyCode::Char(_) | KeyCode::Left | KeyCode::Right);
        writes && self.modifiers.is_empty()
    }
}

const fn plain(code: KeyCode, name: &'static str) -> Key {
    Key { code, modifiers: KeyModifiers::NONE, name }
}

const fn letter(letter: char, name: &'static str) -> Key {
    plain(KeyCode::Char(letter), name)
}

const fn control(letter: char, name: &'static str) -> Key {
    Key { code: KeyCode::Char(letter), modifiers: KeyModifiers::CONTROL, name }
}

const fn bind(action: Action, keys: &'static [Key], rank: u8) -> Binding {
    Binding { action, keys, rank }
}

/// The table.
pub const BINDINGS: &[Binding] = &[
    bind(Action::Yes, &[letter('j', "j"), letter('J', "J")], 0),
    bind(Action::No, &[letter('n', "n"), letter('N', "N")], 0),
    bind(Action::Unknown, &[letter('w', "w")], 0),
    bind(Action::RestNo, &[letter('r', "r")], 1),
    bind(Action::Toggle, &[letter(' ', "spatie")], 1),
    bind(Action::Choose, &[plain(KeyCode::Enter, "Enter")], 0),
    bind(Action::GoOn, &[plain(KeyCode::Enter, "Enter")], 0),
    bind(Action::ToHome, &[plain(KeyCode::Enter, "Enter")], 0),
    bind(
        Action::Clear,
        &[plain(KeyCode::Delete, "Del"), plain(KeyCode::Backspace, "Backspace")],
        7,
    ),
    bind(
        Action::TakeOff,
        &[plain(KeyCode::Delete, "Del"), plain(KeyCode::Backspace, "Backspace")],
        7,
    ),
    bind(Action::Up, &[plain(KeyCode::Up, "↑")], 9),
    bind(Action::Down, &[plain(KeyCode::Down, "↓")], 9),
    bind(Action::Next, &[plain(KeyCode::Right, "→"), plain(KeyCode::Tab, "Tab")], 4),
    bind(Action::Previous, &[plain(KeyCode::Left, "←"), plain(KeyCode::BackTab, "Shift+Tab")], 4),
    bind(Action::Finish, &[plain(KeyCode::Enter, "Enter")], 0),
    bind(
        Action::NextField,
        &[plain(KeyCode::Tab, "Tab"), plain(KeyCode::Down, "↓"), plain(KeyCode::Enter, "Enter")],
        3,
    ),
    bind(
        Action::PreviousField,
        &[plain(KeyCode::BackTab, "Shift+Tab"), plain(KeyCode::Up, "↑")],
        6,
    ),
    bind(Action::MoreText, &[plain(KeyCode::PageDown, "PgDn")], 6),
    bind(Action::LessText, &[plain(KeyCode::PageUp, "PgUp")], 9),
    bind(Action::Note, &[letter('o', "o"), plain(KeyCode::F(3), "F3")], 3),
    bind(Action::Dissent, &[letter('e', "e"), plain(KeyCode::F(8), "F8")], 7),
    bind(Action::TakeOver, &[plain(KeyCode::F(5), "F5")], 1),
    bind(Action::TakeAllOver, &[plain(KeyCode::F(7), "F7")], 0),
    bind(Action::ThrowAway, &[plain(KeyCode::Delete, "Del")], 4),
    bind(Action::End, &[letter('e', "e")], 3),
    bind(Action::Confirm, &[plain(KeyCode::F(5), "F5"), letter('=', "=")], 0),
    bind(Action::ConfirmAll, &[plain(KeyCode::F(7), "F7")], 0),
    bind(Action::TakeFirst, &[letter('1', "1")], 0),
    bind(Action::TakeSecond, &[letter('2', "2")], 0),
    bind(Action::RowFirst, &[plain(KeyCode::Left, "←")], 1),
    bind(Action::RowSecond, &[plain(KeyCode::Right, "→")], 1),
    bind(Action::TakeBoth, &[letter('b', "b")], 1),
    bind(Action::Reopen, &[letter('h', "h")], 0),
    bind(Action::Term, &[letter('h', "h")], 4),
    bind(Action::Newer, &[letter('w', "w")], 1),
    bind(Action::Linked, &[letter('v', "v"), plain(KeyCode::F(6), "F6")], 2),
    bind(Action::Sections, &[letter('g', "g"), plain(KeyCode::F(4), "F4")], 5),
    bind(Action::Motivate, &[letter('m', "m")], 0),
    bind(Action::People, &[letter('d', "d")], 2),
    bind(Action::Preview, &[letter('b', "b")], 3),
    bind(Action::Add, &[letter('a', "a")], 1),
    bind(Action::AddDuty, &[letter('a', "a"), plain(KeyCode::F(9), "F9")], 7),
    bind(Action::Done, &[letter('k', "k")], 1),
    bind(Action::Filter, &[letter('f', "f")], 2),
    bind(Action::Vote, &[letter('s', "s")], 0),
    bind(Action::VoteAgain, &[letter('r', "r")], 2),
    bind(Action::Abstain, &[letter('0', "0")], 1),
    bind(Action::Explain, &[letter('t', "t")], 1),
    bind(Action::Park, &[letter('p', "p")], 2),
    bind(Action::Decide, &[letter('b', "b")], 2),
    bind(Action::Clock, &[letter('k', "k")], 7),
    bind(Action::Minutes, &[letter('m', "m")], 8),
    bind(Action::Closing, &[letter('f', "f")], 3),
    bind(Action::Workshop, &[letter('s', "s"), plain(KeyCode::F(11), "F11")], 6),
    bind(Action::Seek, &[letter('z', "z")], 2),
    bind(Action::Sort, &[letter('s', "s")], 4),
    bind(Action::Export, &[letter('x', "x")], 3),
    bind(Action::Change, &[letter('w', "w")], 1),
    bind(Action::Sign, &[plain(KeyCode::F(10), "F10"), letter('t', "t")], 0),
    bind(
        Action::Side,
        &[plain(KeyCode::Tab, "Tab"), plain(KeyCode::Right, "→"), plain(KeyCode::Left, "←")],
        6,
    ),
    bind(Action::Number, &[letter('g', "g")], 6),
    bind(Action::ToAssessments, &[letter('t', "t")], 3),
    bind(Action::ToDuties, &[letter('a', "a")], 3),
    bind(Action::ToRegister, &[letter('r', "r")], 3),
    bind(Action::ToRecords, &[letter('v', "v")], 3),
    bind(Action::Drop, &[letter('v', "v")], 4),
    bind(Action::Stamp, &[letter('s', "s"), plain(KeyCode::F(9), "F9")], 1),
    bind(Action::Outcome, &[plain(KeyCode::F(2), "F2")], 2),
    bind(Action::Folder, &[letter('m', "m")], 1),
    bind(Action::Undo, &[letter('u', "u"), control('z', "Ctrl+Z")], 5),
    bind(Action::Redo, &[control('y', "Ctrl+Y")], 8),
    bind(Action::Palette, &[control('p', "Ctrl+P"), letter('/', "/")], 4),
    bind(Action::Editor, &[control('e', "Ctrl+E")], 4),
    bind(Action::Copy, &[letter('y', "y"), control('k', "Ctrl+K")], 8),
    bind(Action::Help, &[letter('?', "?")], 1),
    bind(Action::Manual, &[plain(KeyCode::F(1), "F1")], 5),
    bind(Action::Glossary, &[letter('i', "i"), control('g', "Ctrl+G")], 7),
    bind(Action::Example, &[control('o', "Ctrl+O")], 8),
    bind(Action::LeaveExample, &[control('o', "Ctrl+O")], 1),
    bind(Action::Settings, &[plain(KeyCode::F(12), "F12")], 8),
    bind(Action::Back, &[plain(KeyCode::Esc, "Esc")], 0),
    bind(Action::Quit, &[control('q', "Ctrl+Q"), control('c', "Ctrl+C")], 3),
];

/// What `key` means where `offered` can be done.
pub fn action(key: KeyEvent, mode: Mode, offered: &[Action]) -> Option<Action> {
    // Shift is part of a letter, and of nothing else here.
    let held = if matches!(key.code, KeyCode::Char(_)) {
        key.modifiers - KeyModifiers::SHIFT
    } else {
        key.modifiers
    };
    let held = if key.code == KeyCode::BackTab { KeyModifiers::NONE } else { held };
    let meant = |bound: &&Key| bound.code == key.code && bound.modifiers == held;
    let rows = BINDINGS.iter().filter(|binding| offered.contains(&binding.action));
    rows.flat_map(|binding| binding.keys.iter().map(move |bound| (binding.action, bound)))
        .find(|(_, bound)| meant(bound) && !(mode == Mode::Writing && bound.is_of_a_text()))
        .map(|(action, _)| action)
}

/// The name of the key to show for `action`.
pub fn name(action: Action, mode: Mode) -> &'static str {
    let row = BINDINGS.iter().find(|binding| binding.action == action);
    let keys = row.map_or(&[][..], |binding| binding.keys);
    let fits = |key: &&Key| mode == Mode::Choosing || !key.is_of_a_text();
    keys.iter().find(fits).map_or("", |key| key.name)
}
