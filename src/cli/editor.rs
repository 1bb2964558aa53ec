//! The person's own text program (`$VISUAL`, `$EDITOR`), for long texts.
//!
//! The text lies in a file that only this person can read, in a folder of its own: what a text program leaves beside a file
//! (older copies, its own notes) goes away with that folder.

use super::words;
use crate::tui::{Edited, Editor};
use std::{
    fs,
    io::{self, Write as _},
    path::Path,
    process::{Command, ExitStatus},
};

/// What is there when nobody chose.
const USUAL: &[&str] = if cfg!(windows) { &["notepad"] } else { &["nano", "vi"] };

/// Which program it is.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnEditor {
    /// What the environment says, with its arguments; none if it says nothing.
    command: Option<String>,
}

impl OwnEditor {
    /// The program that this command starts, or what is usual here.
    pub(super) fn new(command: Option<String>) -> Self {
        Self { command }
    }

    /// Starts the program on `file`, and waits until it ends; says which one it was.
    fn run(&self, file: &Path) -> Result<(String, ExitStatus), String> {
        if let Some(command) = &self.command {
            let parts = parts(command).ok_or_else(|| words::editor_unclear(command))?;
            return start(&parts, file).map_err(|error| words::editor_missing(command, &error));
        }
        for name in USUAL {
            match start(&[(*name).to_owned()], file) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                other => return other.map_err(|error| words::editor_missing(name, &error)),
            }
        }
        Err(words::NO_EDITOR.to_owned())
    }
}

/// The program and its arguments, as a shell would read them.
fn parts(command: &str) -> Option<Vec<String>> {
    // On Windows a path may have spaces and no quotes, and `\` is no quote but a part of it.
    if Path::new(command).is_file() {
        return Some(vec![command.to_owned()]);
    }
    let command = if cfg!(windows) { command.replace('\\', "\\\\") } else { command.to_owned() };
    shell_words::split(&command).ok().filter(|parts| !parts.is_empty())
}

fn start(parts: &[String], file: &Path) -> io::Result<(String, ExitStatus)> {
    let (program, arguments) = parts.split_first().ok_or(io::ErrorKind::NotFound)?;
    let status = Command::new(program).args(arguments).arg(file).status()?;
    Ok((program.clone(), status))
}

/// The file with the text, in a folder that goes away with it.
fn lay_down(text: &str) -> io::Result<(tempfile::TempDir, tempfile::TempPath)> {
    let mut builder = tempfile::Builder::new();
    builder.prefix("verantwoord-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    let folder = builder.tempdir()?;
    let mut file = tempfile::Builder::new()
        .prefix("tekst")
        .suffix(".txt")
        .rand_bytes(0)
        .tempfile_in(folder.path())?;
    file.write_all(text.as_bytes())?;
    if !text.is_empty() && !text.ends_with('\n') {
        file.write_all(b"\n")?;
    }
    // Closed before another program opens it: Windows asks for that.
    Ok((folder, file.into_temp_path()))
}

/// The text that was read back, without what a text program adds: a mark at the begin, one more end of a line.
fn tidy(read: &[u8], before: &str) -> String {
    let text = String::from_utf8_lossy(read);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n");
    let added = !before.ends_with('\n');
    text.strip_suffix('\n').filter(|_| added).unwrap_or(&text).to_owned()
}

impl Editor for OwnEditor {
    fn edit(&mut self, text: &str) -> Edited {
        let (folder, path) = match lay_down(text) {
            Ok(laid) => laid,
            Err(error) => return failed(words::editor_file(&error)),
        };
        let (program, status) = match self.run(&path) {
            Ok(ended) => ended,
            Err(fault) => return failed(fault),
        };
        // Whatever a program says at its end: what was written is taken back, and can be undone.
        let read = fs::read(&path);
        drop((path, folder));
        match read {
            Err(error) => failed(words::editor_file(&error)),
            Ok(read) => Edited {
                text: Some(tidy(&read, text)),
                fault: (!status.success()).then(|| words::editor_failed(&program)),
            },
        }
    }
}

fn failed(fault: String) -> Edited {
    Edited { text: None, fault: Some(fault) }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn edited(command: &str, text: &str) -> Edited {
        OwnEditor::new(Some(command.to_owned())).edit(text)
    }

    #[test]
    fn the_program_gets_its_arguments_and_the_text_comes_back() {
        let back = edited("sh -c 'printf \"%s\\n\" \"één twee\" >> \"$0\"'", "nul");
        assert_eq!(back, Edited { text: Some("nul\néén twee".to_owned()), fault: None });
    }

    #[test]
    fn the_file_is_for_one_person_and_goes_away() {
        let back = edited(
            "sh -c 'cp \"$0\" \"$0~\"; { stat -c \"%a %n\" \"$0\" \"$(dirname \"$0\")\"; } > \"$0.new\"; mv \"$0.new\" \"$0\"'",
            "geheim",
        );
        let text = back.text.expect("a text");
        let lines: Vec<(&str, &str)> =
            text.lines().filter_map(|line| line.split_once(' ')).collect();
        let modes: Vec<&str> = lines.iter().map(|(mode, _)| *mode).collect();
        assert_eq!(modes, ["600", "700"], "{text}");
        for (_, place) in lines {
            assert!(!Path::new(place).exists(), "{place} is gone");
        }
    }

    #[test]
    fn what_was_written_before_a_program_failed_is_kept_and_said() {
        let back = edited("sh -c 'printf nieuw > \"$0\"; exit 3'", "oud");
        assert_eq!(back.text.as_deref(), Some("nieuw"));
        assert!(back.fault.expect("a sentence").contains("sh"));
    }

    #[test]
    fn a_program_that_is_not_there_loses_nothing() {
        for command in ["/nergens/teksten --wacht", "'open"] {
            let back = edited(command, "oud");
            assert_eq!(back.text, None, "{command}");
            assert!(back.fault.expect("a sentence").contains("ongewijzigd"), "{command}");
        }
    }

    #[test]
    fn only_what_a_program_adds_is_left_out() {
        assert_eq!(tidy("\u{feff}een\r\ntwee\r\n".as_bytes(), "een"), "een\ntwee");
        assert_eq!(tidy(b"een\n\n", "een"), "een\n");
        assert_eq!(tidy(b"een\n", "een\n"), "een\n");
        assert_eq!(tidy(b"", "een"), "");
    }
}
