//! A register line by line: what stands in it, what is missing of each entry, and filling one in.

use super::{
    talk::{Talk, Told},
    words,
};
use crate::{
    session::{Effect, Overview, Reply},
    tui::{
        Field, FieldKind, Sheet,
        words::{Dutch, Term, Words as _},
    },
};
use jiff::civil::Date;

/// Tells the register again and again, until the person has had enough.
pub(super) fn run<T: Sheet>(talk: &mut Talk<'_>) -> Told<()> {
    let mut sought = String::new();
    loop {
        let overview = talk.look()?;
        list::<T>(talk, &overview, &sought)?;
        let line = talk.ask(words::REGISTER_PROMPT)?;
        match line.trim() {
            "" => return Ok(()),
            "?" | "hulp" => talk.say(words::REGISTER_HELP)?,
            "nieuw" => change(talk, &T::default(), &overview)?,
            "uitvoer" => export::<T>(talk)?,
            "alles" => sought.clear(),
            line => match (line.parse::<usize>(), line.strip_prefix("zoek ")) {
                (Ok(number), _) => match T::all(&overview).get(number.wrapping_sub(1)).copied() {
                    Some(entry) => show(talk, entry, &overview)?,
                    None => talk.say(&words::number_between(T::all(&overview).len()))?,
                },
                (_, Some(text)) => text.trim().to_lowercase().clone_into(&mut sought),
                _ => talk.say(words::REGISTER_HELP)?,
            },
        }
    }
}

/// Every entry in which `sought` stands, with its number among all of them.
fn list<T: Sheet>(talk: &mut Talk<'_>, overview: &Overview, sought: &str) -> Told<()> {
    let all = T::all(overview);
    talk.gap()?;
    talk.say(&words::heading(Dutch.term(T::TITLE), all.len()))?;
    if all.is_empty() {
        talk.say(words::REGISTER_EMPTY)?;
    }
    for (place, entry) in all.into_iter().enumerate() {
        let missing = match entry.gaps(overview).len() {
            0 => Dutch.term(Term::Complete).to_owned(),
            missing => Dutch.missing(missing),
        };
        let department = match entry.department() {
            "" => String::new(),
            department => format!(" ({department})"),
        };
        let line = format!("{}{department}: {missing}", entry.clone().name());
        let told = entry.gaps(overview).iter().any(|gap| gap.words().contains(sought));
        if line.to_lowercase().contains(sought) || told {
            talk.say(&format!("{}. {line}", place + 1))?;
        }
    }
    Ok(())
}

fn export<T: Sheet>(talk: &mut Talk<'_>) -> Told<()> {
    if let Some(Reply::Exported(paths)) = talk.perform(Effect::Export(T::LEDGER))? {
        let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        talk.say(&Dutch.exported(&paths))?;
    }
    Ok(())
}

/// Tells everything of one entry, and what is missing.
fn show<T: Sheet>(talk: &mut Talk<'_>, entry: &T, overview: &Overview) -> Told<()> {
    for field in T::FIELDS {
        let text = field.text(entry);
        let text = if text.is_empty() { words::OPEN_FIELD } else { &text };
        talk.say(&format!("{}: {text}", Dutch.term(field.label)))?;
    }
    let gaps = entry.gaps(overview);
    talk.say(&Dutch.missing(gaps.len()))?;
    for gap in gaps {
        talk.say(&format!("- {}", gap.told()))?;
    }
    match talk.ask(words::ENTRY_PROMPT)?.trim() {
        "wijzig" | "w" => change(talk, entry, overview),
        _ => Ok(()),
    }
}

/// Goes through the fields: an empty line leaves one as it is.
fn change<T: Sheet>(talk: &mut Talk<'_>, before: &T, overview: &Overview) -> Told<()> {
    talk.say(words::CHANGE_HELP)?;
    let mut entry = before.clone();
    for field in T::FIELDS {
        if !ask(talk, field, &mut entry, overview.today)? {
            break;
        }
    }
    if entry == *before {
        return Ok(());
    }
    if entry.name().trim().is_empty() {
        Dutch.term(Term::Unnamed).clone_into(entry.name());
    }
    if talk.perform(entry.keep())?.is_some() {
        talk.say(words::KEPT)?;
    }
    Ok(())
}

/// Asks for one field; whether to go on with the next.
fn ask<T: Sheet>(
    talk: &mut Talk<'_>,
    field: &Field<T>,
    entry: &mut T,
    today: Option<Date>,
) -> Told<bool> {
    if let FieldKind::Rows { columns, get, set } = field.kind {
        let (rows, on) = rows(talk, field.label, columns, get(entry))?;
        set(entry, &rows);
        return Ok(on);
    }
    loop {
        let asked = words::field(Dutch.term(field.label), &field.text(entry));
        let line = talk.ask_field(&asked, Dutch.term(field.hint))?;
        let text = match line.trim() {
            "" => return Ok(true),
            "klaar" => return Ok(false),
            "-" => "",
            text => text,
        };
        match field.kind {
            FieldKind::Text(of) => text.clone_into(of(entry)),
            FieldKind::Read { set, said, .. } if !set(entry, text, today) => {
                talk.say(Dutch.term(said))?;
                continue;
            }
            _ => {}
        }
        return Ok(true);
    }
}

/// Asks for rows, one after another; and whether to go on with the next field.
fn rows(
    talk: &mut Talk<'_>,
    label: Term,
    columns: &[(Term, Term)],
    mut rows: Vec<Vec<String>>,
) -> Told<(Vec<Vec<String>>, bool)> {
    loop {
        talk.say(&words::heading(Dutch.term(label), rows.len()))?;
        for (place, row) in rows.iter().enumerate() {
            let said: Vec<&str> =
                row.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            talk.say(&format!("  {}. {}", place + 1, said.join("; ")))?;
        }
        let line = talk.ask_part(words::ROW)?;
        match line.trim() {
            "" => return Ok((rows, true)),
            "klaar" => return Ok((rows, false)),
            "nieuw" => {
                let row = row(talk, columns, &[])?;
                rows.extend(Some(row).filter(|row| row.iter().any(|cell| !cell.is_empty())));
            }
            line => {
                let wiped = line.strip_prefix("wis ");
                let number = wiped.unwrap_or(line).trim().parse::<usize>().ok();
                let place = number.and_then(|number| number.checked_sub(1));
                match place.filter(|place| *place < rows.len()) {
                    Some(place) if wiped.is_some() => drop(rows.remove(place)),
                    Some(place) => {
                        let before = rows.get(place).cloned().unwrap_or_default();
                        let changed = row(talk, columns, &before)?;
                        if let Some(row) = rows.get_mut(place) {
                            *row = changed;
                        }
                    }
                    None => talk.say(words::ROWS_HELP)?,
                }
            }
        }
    }
}

/// Asks for the cells of one row; an empty line leaves one as it is.
fn row(talk: &mut Talk<'_>, columns: &[(Term, Term)], before: &[String]) -> Told<Vec<String>> {
    let mut cells = Vec::new();
    for (place, (label, hint)) in columns.iter().enumerate() {
        let known = before.get(place).map_or("", String::as_str);
        cells.push(talk.ask_anew(Dutch.term(*label), Dutch.term(*hint), known)?);
    }
    Ok(cells)
}
