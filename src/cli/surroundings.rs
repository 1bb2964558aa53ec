//! What the program finds around it: the environment, its own file, the terminal. Read once, here.

use super::{editor::OwnEditor, words};
use crate::{
    desk::{self, Clock, DeskError, Office, Places, WallClock},
    model::Who,
    store::StoreError,
    tui::{Depth, Display, Signs},
};
use std::{
    env,
    ffi::OsString,
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
};

/// The environment, as far as it matters.
#[derive(Clone, Debug)]
pub(super) struct Surroundings {
    folder: Option<PathBuf>,
    time: Option<String>,
    /// The clock of the device.
    clock: WallClock,
    /// Who is at work, and on which computer.
    who: Who,
    /// The person's own text program.
    pub(super) editor: OwnEditor,
    /// What the terminal can show.
    pub(super) display: Display,
    /// Whether there is a person at a terminal: input and output both are one.
    pub(super) terminal: bool,
    /// Whether the terminal can do no more than show lines (`TERM=dumb`).
    pub(super) dumb: bool,
}

impl Surroundings {
    /// What is found now; `asked` is the folder from the command line.
    pub(super) fn find(asked: Option<&Path>) -> Self {
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
        let environment: Option<OsString> = set("VERANTWOORD_DATA");
        let program = env::current_exe().ok();
        let places =
            Places { asked, environment: environment.as_deref(), program: program.as_deref() };
        let dumb = set("TERM").is_some_and(|term| term == "dumb");
        Self {
            folder: desk::data_folder(places),
            who: who(&set),
            time: set("VERANTWOORD_CLOCK").and_then(|time| time.into_string().ok()),
            clock: WallClock::new(set("TZ").is_some()),
            editor: OwnEditor::new(
                ["VISUAL", "EDITOR"]
                    .into_iter()
                    .find_map(set)
                    .and_then(|set| set.into_string().ok()),
            ),
            display: Display { depth: depth(), signs: signs(&set) },
            dumb,
            terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
        }
    }

    /// The data folder.
    ///
    /// # Errors
    /// In words: the platform has no place for data.
    pub(super) fn folder(&self) -> Result<&Path, String> {
        self.folder.as_deref().ok_or_else(|| words::NO_FOLDER.to_owned())
    }

    /// The folder of the guided example, beside the data folder.
    ///
    /// # Errors
    /// In words: the platform has no place for data.
    pub(super) fn example_folder(&self) -> Result<PathBuf, String> {
        let own = self.folder()?;
        let mut name = own.file_name().unwrap_or_default().to_owned();
        name.push(words::EXAMPLE_ENDING);
        Ok(own.with_file_name(name))
    }

    /// The office in the folder of the guided example.
    ///
    /// # Errors
    /// In words: why it cannot be opened.
    pub(super) fn example_office(&self) -> Result<Office, String> {
        Office::open_for(&self.example_folder()?, self.clock()?, self.who.clone())
            .map_err(|error| told(&error))
    }

    /// The clock: the device's own, or one that stands still, for those who test.
    ///
    /// # Errors
    /// In words: what is given is no time.
    pub(super) fn clock(&self) -> Result<Box<dyn Clock>, String> {
        desk::clock(self.time.as_deref(), self.clock.clone()).map_err(|_| words::NO_TIME.to_owned())
    }

    /// The office in the data folder.
    ///
    /// # Errors
    /// In words: why it cannot be opened.
    pub(super) fn office(&self) -> Result<Office, String> {
        self.claimed()?.map_err(|error| told(&error))
    }

    /// The office in the data folder, or one that only looks at it while someone else has it.
    ///
    /// # Errors
    /// In words: why it cannot be opened.
    pub(super) fn office_or_look(&self) -> Result<Office, String> {
        match self.claimed()? {
            Err(DeskError::Store(StoreError::InUse { .. })) => {
                Office::look_into(self.folder()?, self.clock()?, self.who.clone())
                    .map_err(|error| told(&error))
            }
            other => other.map_err(|error| told(&error)),
        }
    }

    fn claimed(&self) -> Result<Result<Office, DeskError>, String> {
        Ok(Office::open_for(self.folder()?, self.clock()?, self.who.clone()))
    }
}

/// How many colours are wanted and can be shown.
fn depth() -> Depth {
    let wanted = !anstyle_query::no_color() && anstyle_query::clicolor() != Some(false);
    if !wanted || !anstyle_query::term_supports_color() {
        Depth::None
    } else if anstyle_query::truecolor() || cfg!(windows) {
        Depth::Full
    } else if env::var_os("TERM").is_some_and(|term| term.to_string_lossy().contains("256")) {
        Depth::Indexed
    } else {
        Depth::Sixteen
    }
}

/// Which signs the terminal can show: by its locale, where that says so, and by what it is.
fn signs(set: &impl Fn(&str) -> Option<OsString>) -> Signs {
    if cfg!(windows) {
        return Signs::All;
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let utf8 = |locale: &OsString| {
        let locale = locale.to_string_lossy().to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    };
    // Where nothing is said at all, every terminal of this century knows UTF-8.
    if locale.is_some_and(|locale| !utf8(&locale)) {
        Signs::Ascii
    } else if set("TERM").is_some_and(|term| term == "linux") {
        Signs::Letters
    } else {
        Signs::All
    }
}

/// Who is at work and on which computer, as the platform tells.
fn who(set: &impl Fn(&str) -> Option<OsString>) -> Who {
    let first = |names: &[&str]| {
        let found = names.iter().find_map(|name| set(name));
        found.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    };
    #[cfg(unix)]
    let machine = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    let machine = first(&["COMPUTERNAME"]);
    Who { person: first(&["USER", "LOGNAME", "USERNAME"]), machine }
}

/// What went wrong at the desk, in words.
pub(super) fn told(error: &DeskError) -> String {
    desk::words::sentence(error)
}

/// Keeps the memory of this program, and so a passphrase that was just typed, out of a file if it should ever fall over.
pub(super) fn keep_memory_private() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        // Where the system refuses, there is nothing to be done about it.
        let _ = setrlimit(Resource::Core, none);
    }
    // A program that gathers such files (systemd-coredump, apport) gets them whatever their largest size is.
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
