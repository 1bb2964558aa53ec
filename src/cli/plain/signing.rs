//! Signing: with which key, as what and why, and who signs after that.

use super::{
    super::verify,
    guide::{self, Scene},
    talk::{Talk, Told},
    tell, words,
};
use crate::{
    model::{Capacity, MAKER, Participant},
    session::{
        Effect, KeyLine, NewKey, Reply, Secret, Session, SignOrder, Statement, StatementOrder,
    },
    tui::words::{Dutch, KeyringWords as _, SignWord, Word, Words as _},
};

/// Makes the record and signs it; whether that was done.
pub(super) fn sign(talk: &mut Talk<'_>, session: &mut Session) -> Told<bool> {
    if !session.missing().is_empty() {
        talk.say(&tell::outcome(session))?;
        talk.say(words::NOT_COMPLETE)?;
        return Ok(false);
    }
    let Some(key) = key(talk)? else { return Ok(false) };
    let capacity = capacity(talk, &key, None)?;
    let others = others(talk)?;
    let passphrase = passphrase(talk)?;
    let assessment = session.assessment().clone();
    let order = SignOrder { assessment, others, key: key.path, passphrase, capacity };
    let signed = talk.perform(Effect::Sign(Box::new(order)))?;
    tell_signed(talk, signed)
}

/// Makes the record of a statement of the institution and signs it.
pub(super) fn state(talk: &mut Talk<'_>, statement: Statement) -> Told<()> {
    let Some(key) = key(talk)? else { return Ok(()) };
    let capacity = capacity(talk, &key, None)?;
    let others = others(talk)?;
    let passphrase = passphrase(talk)?;
    let order = StatementOrder { statement, others, key: key.path, passphrase, capacity };
    let signed = talk.perform(Effect::SignStatement(Box::new(order)))?;
    tell_signed(talk, signed).map(drop)
}

/// The passphrase of the key.
fn passphrase(talk: &mut Talk<'_>) -> Told<Secret> {
    guide::hint(talk, Scene::Passphrase)?;
    talk.ask_secret(words::PASSPHRASE)
}

/// Where the record lies, and what a check of it finds; whether there is one.
fn tell_signed(talk: &mut Talk<'_>, reply: Option<Reply>) -> Told<bool> {
    let Some(Reply::Signed(record)) = reply else { return Ok(false) };
    talk.say(&words::signed(&record.path.display().to_string()))?;
    talk.say(&verify::text::report(&record.report))?;
    guide::hint(talk, Scene::Signed)?;
    Ok(true)
}

/// The signing key that is chosen or made.
pub(super) fn key(talk: &mut Talk<'_>) -> Told<Option<KeyLine>> {
    let keys: Vec<KeyLine> = talk.look()?.keys.clone();
    talk.say(words::WHICH_KEY)?;
    for (place, key) in keys.iter().enumerate() {
        talk.say(&format!("  {} = {}, {}", place + 1, key.name, key.role))?;
    }
    talk.say(&format!("  {} = {}", keys.len() + 1, words::NEW_KEY))?;
    guide::hint(talk, Scene::Key)?;
    match talk.choose(words::NUMBER, keys.len() + 1)? {
        None => Ok(None),
        Some(place) => match keys.get(place) {
            Some(key) => Ok(Some(key.clone())),
            None => make_key(talk),
        },
    }
}

fn make_key(talk: &mut Talk<'_>) -> Told<Option<KeyLine>> {
    let name = talk.ask_field(words::KEY_NAME, Dutch.say(Word::HintName))?;
    let role = talk.ask_field(words::KEY_ROLE, Dutch.say(Word::HintRole))?;
    if name.trim().is_empty() {
        return Ok(None);
    }
    let passphrase = talk.ask_secret(words::NEW_PASSPHRASE)?;
    if talk.ask_secret(words::PASSPHRASE_AGAIN)? != passphrase {
        talk.say(words::PASSPHRASES_DIFFER)?;
        return Ok(None);
    }
    match talk.perform(Effect::MakeKey(NewKey { name, role, passphrase }))? {
        Some(Reply::KeyMade(key)) => {
            talk.say(words::KEY_MADE)?;
            Ok(Some(key))
        }
        _ => Ok(None),
    }
}

/// As what one signs, and why. A role that stands on the page already is told, not asked.
pub(super) fn capacity(talk: &mut Talk<'_>, key: &KeyLine, fixed: Option<&str>) -> Told<Capacity> {
    guide::hint(talk, Scene::Capacity)?;
    let own = if key.role.trim().is_empty() { MAKER } else { key.role.as_str() };
    let role = match fixed.filter(|role| !role.is_empty()) {
        Some(role) => {
            talk.say(&words::role_fixed(role))?;
            role.to_owned()
        }
        None => talk.ask_field(&words::own_role(own), Dutch.sign_word(SignWord::HintOwnRole))?,
    };
    let usual = Capacity { role, reason: String::new() }.or(own);
    let asked = words::own_reason(&usual.reason);
    let reason = talk.ask_field(&asked, Dutch.sign_word(SignWord::HintReason))?;
    Ok(Capacity { reason, ..usual })
}

/// Who is to sign after this one: for each usual role a name, or nobody.
fn others(talk: &mut Talk<'_>) -> Told<Vec<Participant>> {
    let mut others = Vec::new();
    guide::hint(talk, Scene::Others)?;
    let hint = Dutch.say(Word::HintAlsoSign);
    if !matches!(talk.ask_field(words::ALSO_SIGN, hint)?.trim(), "j" | "ja") {
        return Ok(others);
    }
    for role in words::OTHER_ROLES {
        // Page 1 has room for four.
        if others.len() == 3 {
            break;
        }
        let name = talk.ask_field(&words::who_is(role), hint)?;
        if !name.trim().is_empty() {
            others.push(Participant::new(name.trim(), role));
        }
    }
    Ok(others)
}
