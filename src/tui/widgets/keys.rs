//! Which key means what in a text field: the one table for prose, lines and secrets.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// Where a caret can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    PageUp,
    PageDown,
    /// Begin of the visual line.
    Home,
    /// End of the visual line.
    End,
    /// Begin of the text.
    Start,
    /// End of the text.
    Finish,
}

/// What a key asks of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Insert(char),
    Newline,
    /// Take away what lies between the caret and where the motion leads.
    Erase(Motion),
    Go {
        to: Motion,
        select: bool,
    },
    SelectAll,
    Undo,
    Redo,
}

/// What `key` asks of a field; `None` for a key that no field uses.
pub(super) fn read(key: KeyEvent) -> Option<Command> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    match key.modifiers.difference(KeyModifiers::SHIFT) {
        KeyModifiers::NONE => read_plain(key.code, shift),
        KeyModifiers::CONTROL => read_control(key.code, shift),
        // AltGr on Windows: the character is text, as on the key cap.
        both if both == KeyModifiers::CONTROL.union(KeyModifiers::ALT) => read_text(key.code),
        _ => None,
    }
}

fn read_text(code: KeyCode) -> Option<Command> {
    code.as_char().filter(|c| !c.is_control()).map(Command::Insert)
}

fn read_plain(code: KeyCode, select: bool) -> Option<Command> {
    let to = match code {
        KeyCode::Enter => return Some(Command::Newline),
        KeyCode::Backspace => return Some(Command::Erase(Motion::Left)),
        KeyCode::Delete => return Some(Command::Erase(Motion::Right)),
        KeyCode::Left => Motion::Left,
        KeyCode::Right => Motion::Right,
        KeyCode::Up => Motion::Up,
        KeyCode::Down => Motion::Down,
        KeyCode::PageUp => Motion::PageUp,
        KeyCode::PageDown => Motion::PageDown,
        KeyCode::Home => Motion::Home,
        KeyCode::End => Motion::End,
        _ => return read_text(code),
    };
    Some(Command::Go { to, select })
}

fn read_control(code: KeyCode, shift: bool) -> Option<Command> {
    let to = match code {
        KeyCode::Left => Motion::WordLeft,
        KeyCode::Right => Motion::WordRight,
        KeyCode::Home => Motion::Start,
        KeyCode::End => Motion::Finish,
        KeyCode::Backspace => return Some(Command::Erase(Motion::WordLeft)),
        KeyCode::Delete => return Some(Command::Erase(Motion::WordRight)),
        KeyCode::Char(letter) => return read_control_letter(letter.to_ascii_lowercase(), shift),
        _ => return None,
    };
    Some(Command::Go { to, select: shift })
}

fn read_control_letter(letter: char, shift: bool) -> Option<Command> {
    Some(match letter {
        'a' => Command::SelectAll,
        // Byte 8: a Backspace key in some terminals, so never more than one character.
        'h' => Command::Erase(Motion::Left),
        // Byte 10: a line feed in text that a terminal pastes as if it were typed.
        'j' => Command::Newline,
        'w' => Command::Erase(Motion::WordLeft),
        'y' => Command::Redo,
        'z' if shift => Command::Redo,
        'z' => Command::Undo,
        _ => return None,
    })
}
