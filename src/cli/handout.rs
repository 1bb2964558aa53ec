//! `verantwoord completions` and `verantwoord man`: what a shell and a manual reader want to have of the command line itself.

use super::{Arguments as Line, Reply, words};
use clap::{Arg, Command, CommandFactory as _};
use clap_complete::Shell;
use roff::{Roff, bold, italic, roman};

/// For which shell.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[arg(help_heading = words::ARGUMENTS, value_name = words::SHELL, help = words::SHELL_HELP, hide_possible_values = true)]
    shell: Shell,
}

/// The script that lets a shell complete commands and options.
pub(super) fn completions(arguments: &Arguments) -> Reply {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Line::command(), "verantwoord", &mut script);
    Reply::done(String::from_utf8_lossy(&script).into_owned())
}

/// The manual page, in the language of roff(7).
pub(super) fn man() -> Reply {
    let command = Line::command();
    let mut page = Roff::new();
    let version = command.get_version().unwrap_or_default();
    page.control("TH", ["VERANTWOORD", "1", "", &format!("verantwoord {version}")]);
    page.control("SH", [words::MAN_NAME]);
    page.text([roman(format!("verantwoord - {}", words::ABOUT))]);
    page.control("SH", [words::MAN_USE]);
    page.text([bold("verantwoord"), roman(" ["), italic(words::COMMAND), roman("]")]);
    page.control("SH", [words::MAN_WHAT]);
    for paragraph in words::MAN_TEXT {
        page.control("PP", []);
        page.text([roman(*paragraph)]);
    }
    page.control("SH", [words::MAN_COMMANDS]);
    for child in command.get_subcommands().filter(|child| !child.is_hide_set()) {
        describe(&mut page, child, "");
    }
    page.control("SH", [words::MAN_OPTIONS]);
    options(&mut page, &command);
    for (heading, items) in words::MAN_LISTS {
        page.control("SH", [*heading]);
        for (term, told) in *items {
            page.control("TP", []);
            page.text([bold(*term)]);
            page.text([roman(*told)]);
        }
    }
    Reply::done(page.to_roff())
}

/// A command, its other names and its options, and the commands inside it.
fn describe(page: &mut Roff, command: &Command, before: &str) {
    let name = format!("{before}{}", command.get_name());
    page.control("SS", [name.as_str()]);
    page.text([roman(format!(
        "{}.",
        command.get_about().map(ToString::to_string).unwrap_or_default()
    ))]);
    let others: Vec<_> = command.get_visible_aliases().collect();
    if !others.is_empty() {
        page.text([roman(words::also_called(&others.join(", ")))]);
    }
    options(page, command);
    for child in command.get_subcommands().filter(|child| child.get_name() != "help") {
        describe(page, child, &format!("{name} "));
    }
}

fn options(page: &mut Roff, command: &Command) {
    // What goes for every command is told once, under the options.
    let own = |arg: &&Arg| !arg.is_global_set() || command.get_name() == "verantwoord";
    for arg in command.get_arguments().filter(own).filter(|arg| !arg.is_hide_set()) {
        let mut names = Vec::new();
        names.extend(arg.get_short().map(|short| format!("-{short}")));
        names.extend(arg.get_long().map(|long| format!("--{long}")));
        names.extend(arg.get_visible_aliases().into_iter().flatten().map(|one| format!("--{one}")));
        let takes = arg.get_action().takes_values();
        let values = arg.get_value_names().filter(|_| takes).unwrap_or_default();
        let value = values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        page.control("TP", []);
        if names.is_empty() {
            page.text([italic(value)]);
        } else {
            page.text([bold(names.join(", ")), roman(" "), italic(value)]);
        }
        page.text([roman(arg.get_help().map(ToString::to_string).unwrap_or_default())]);
    }
}
