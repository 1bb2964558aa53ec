//! Passphrases: from a file, or typed without being shown; never an argument, which others on the computer could read.

use super::words;
use crate::{
    session::{
        Secret,
        passphrase::{Strength, judge},
    },
    tui::words::{Dutch, KeyringWords as _},
};
use std::{io::IsTerminal as _, path::Path};
use zeroize::Zeroizing;

/// How often a new passphrase is asked before it is given up.
const TRIES: usize = 3;

/// The passphrase of a key that is there.
///
/// # Errors
/// In words: the file cannot be read, or there is no terminal to ask at.
pub(super) fn known(file: Option<&Path>, prompt: &str) -> Result<Secret, String> {
    match file {
        Some(file) => first_line(file),
        None => typed(prompt),
    }
}

/// A passphrase for a new key, typed twice; `proposed` is one to take over, and `owner` what everybody knows of its owner.
///
/// # Errors
/// In words: the same as for one that is there, or it is too easily guessed.
pub(super) fn fresh(
    file: Option<&Path>,
    proposed: &Secret,
    owner: &[&str],
) -> Result<Secret, String> {
    if let Some(file) = file {
        return first_line(file);
    }
    let mut prompt = words::ask_new_passphrase(&proposed.0);
    for _ in 0..TRIES {
        let secret = typed(&prompt)?;
        let judged = judge(&secret.0, owner);
        if judged.strength == Strength::Weak {
            prompt = words::again(&Dutch.judgement(judged));
        } else if typed(words::ASK_AGAIN)? == secret {
            return Ok(secret);
        } else {
            prompt = words::again(words::DIFFERENT);
        }
    }
    Err(words::NO_NEW_PASSPHRASE.to_owned())
}

fn first_line(file: &Path) -> Result<Secret, String> {
    let text = Zeroizing::new(super::input::text(file)?);
    let line = text.lines().next().unwrap_or_default();
    Ok(Secret(Zeroizing::new(line.to_owned())))
}

fn typed(prompt: &str) -> Result<Secret, String> {
    if !std::io::stdin().is_terminal() {
        return Err(words::NO_PASSPHRASE.to_owned());
    }
    rpassword::prompt_password(prompt)
        .map(|secret| Secret(Zeroizing::new(secret)))
        .map_err(|error| words::terminal(&error))
}
