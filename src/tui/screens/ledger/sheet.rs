//! What is kept in the register, field by field: what each is called, what belongs in it, and how it is read and written.

use super::fields;
use crate::{
    model::{Basis, Commission, Gap, Processing, Processor, Retention},
    session::{Effect, Ledger, Overview},
    tui::words::Term,
};
use jiff::civil::Date;
use std::sync::Arc;

/// One field of a `T`.
#[derive(Debug)]
pub struct Field<T: 'static> {
    /// What it is called.
    pub label: Term,
    /// What belongs in it.
    pub hint: Term,
    /// How it is read and written.
    pub kind: Kind<T>,
}

/// How a field is read and written.
#[derive(Debug)]
pub enum Kind<T: 'static> {
    /// A line of text.
    Text(fn(&mut T) -> &mut String),
    /// Something that can be written in words that cannot be read.
    Read {
        /// What stands in it.
        get: fn(&T) -> String,
        /// Takes what was written; whether it could be read. Some of it depends on what day it is.
        set: fn(&mut T, &str, Option<Date>) -> bool,
        /// What to say of what cannot be read.
        said: Term,
    },
    /// Rows of texts under columns, each with what belongs in it.
    Rows {
        /// The columns.
        columns: &'static [(Term, Term)],
        /// The rows.
        get: fn(&T) -> Vec<Vec<String>>,
        /// Takes the rows; none of them is all empty.
        set: fn(&mut T, &[Vec<String>]),
    },
}

/// Something that is kept in the register.
pub trait Sheet: Clone + Default + PartialEq + std::fmt::Debug + 'static {
    /// Its fields in their order; the first is its name.
    const FIELDS: &'static [Field<Self>];
    /// What a new one is called.
    const NEW: Term;
    /// What one should know who fills it in.
    const HELP: Term;
    /// What the register is called in which it stands.
    const TITLE: Term;
    /// What is said of that register when nothing stands in it.
    const EMPTY: Term;
    /// Which of the registers that is.
    const LEDGER: Ledger;
    /// Everything in that register.
    fn all(overview: &Overview) -> Vec<&Self>;
    /// What is missing of it.
    fn gaps(&self, overview: &Overview) -> Vec<Gap>;
    /// The department that answers for it.
    fn department(&self) -> &str;
    /// The name.
    fn name(&mut self) -> &mut String;
    /// The wish to keep it.
    fn keep(self) -> Effect;
    /// The wish to throw it away.
    fn remove(&self) -> Effect;
    /// Since when it is no longer done.
    fn ended(&self) -> Option<Date>;
}

impl<T: Clone> Field<T> {
    /// What stands in the field of `sheet`, rows on lines of their own.
    pub fn text(&self, sheet: &T) -> String {
        match self.kind {
            Kind::Text(field) => field(&mut sheet.clone()).clone(),
            Kind::Read { get, .. } => get(sheet),
            Kind::Rows { get, .. } => {
                let row = |cells: Vec<String>| {
                    let said = cells.into_iter().filter(|cell| !cell.is_empty());
                    said.collect::<Vec<_>>().join(" · ")
                };
                get(sheet).into_iter().map(row).collect::<Vec<_>>().join("\n")
            }
        }
    }
}

const fn text<T>(label: Term, hint: Term, field: fn(&mut T) -> &mut String) -> Field<T> {
    Field { label, hint, kind: Kind::Text(field) }
}

const RETENTION: &[(Term, Term)] = &[
    (Term::Data, Term::HintKeptData),
    (Term::HowLong, Term::HintHowLong),
    (Term::WhyLong, Term::HintWhyLong),
];

const PROCESSORS: &[(Term, Term)] = &[
    (Term::Processor, Term::HintProcessor),
    (Term::Task, Term::HintTask),
    (Term::Agreement, Term::HintAgreement),
];

const RECIPIENTS: &[(Term, Term)] = &[(Term::Recipient, Term::HintRecipient)];

impl Sheet for Processing {
    const FIELDS: &'static [Field<Self>] = &[
        text(Term::Name, Term::HintName, |entry| &mut entry.name),
        text(Term::Purpose, Term::HintPurpose, |entry| &mut entry.purpose),
        text(Term::Department, Term::HintDepartment, |entry| &mut entry.department),
        text(Term::Owner, Term::HintOwner, |entry| &mut entry.owner),
        text(Term::People, Term::HintPeople, |entry| &mut entry.people),
        text(Term::Data, Term::HintData, |entry| &mut entry.data),
        Field {
            label: Term::Sensitive,
            hint: Term::HintSensitive,
            kind: Kind::Read { get: sensitive, set: set_sensitive, said: Term::HintSensitive },
        },
        text(Term::Exception, Term::HintException, |entry| &mut entry.exception),
        Field {
            label: Term::Basis,
            hint: Term::HintBasis,
            kind: Kind::Read { get: basis, set: set_basis, said: Term::HintBasis },
        },
        text(Term::BasisReason, Term::HintBasisReason, |entry| &mut entry.basis_reason),
        text(Term::Law, Term::HintLaw, |entry| &mut entry.law),
        text(Term::Interest, Term::HintInterest, |entry| &mut entry.interest),
        Field {
            label: Term::Retention,
            hint: Term::HintRetention,
            kind: Kind::Rows { columns: RETENTION, get: retention, set: set_retention },
        },
        Field {
            label: Term::Processors,
            hint: Term::HintProcessors,
            kind: Kind::Rows {
                columns: PROCESSORS,
                get: |entry| processors(&entry.processors),
                set: |entry, rows| entry.processors = set_processors(rows),
            },
        },
        Field {
            label: Term::Recipients,
            hint: Term::HintRecipients,
            kind: Kind::Rows { columns: RECIPIENTS, get: recipients, set: set_recipients },
        },
        text(Term::Transfers, Term::HintTransfers, |entry| &mut entry.transfers),
        text(Term::Safeguard, Term::HintSafeguard, |entry| &mut entry.safeguard),
        text(Term::Security, Term::HintSecurity, |entry| &mut entry.security),
        text(Term::Dpia, Term::HintDpia, |entry| &mut entry.dpia),
        text(Term::Source, Term::HintSource, |entry| &mut entry.source),
        text(Term::Place, Term::HintPlace, |entry| &mut entry.place),
        text(Term::Access, Term::HintAccess, |entry| &mut entry.access),
        text(Term::Joint, Term::HintJoint, |entry| &mut entry.joint_controllers),
        text(Term::Description, Term::HintDescription, |entry| &mut entry.description),
        Field {
            label: Term::Review,
            hint: Term::HintReview,
            kind: Kind::Read {
                get: |entry| fields::written(entry.review),
                set: |entry, text, today| set_day(&mut entry.review, text, today),
                said: Term::NoDay,
            },
        },
        Field {
            label: Term::Ended,
            hint: Term::HintEnded,
            kind: Kind::Read {
                get: |entry| fields::written(entry.ended),
                set: |entry, text, today| set_day(&mut entry.ended, text, today),
                said: Term::NoDay,
            },
        },
        text(Term::EndedBecause, Term::HintEndedBecause, |entry| &mut entry.ended_because),
    ];
    const NEW: Term = Term::NewEntry;
    const HELP: Term = Term::HelpEntry;
    const TITLE: Term = Term::Register;
    const EMPTY: Term = Term::NoEntries;
    const LEDGER: Ledger = Ledger::Register;

    fn all(overview: &Overview) -> Vec<&Self> {
        overview.processings.iter().map(Arc::as_ref).collect()
    }

    fn gaps(&self, overview: &Overview) -> Vec<Gap> {
        overview.gaps(self)
    }

    fn department(&self) -> &str {
        &self.department
    }

    fn name(&mut self) -> &mut String {
        &mut self.name
    }

    fn keep(self) -> Effect {
        Effect::KeepProcessing(Box::new(self))
    }

    fn remove(&self) -> Effect {
        Effect::RemoveProcessing(self.id.clone())
    }

    fn ended(&self) -> Option<Date> {
        self.ended
    }
}

impl Sheet for Commission {
    const FIELDS: &'static [Field<Self>] = &[
        text(Term::Controller, Term::HintController, |one| &mut one.controller),
        text(Term::Contacts, Term::HintContacts, |one| &mut one.contacts),
        text(Term::Work, Term::HintWork, |one| &mut one.processing),
        text(Term::Agreement, Term::HintAgreement, |one| &mut one.agreement),
        text(Term::Transfers, Term::HintTransfersFor, |one| &mut one.transfers),
        text(Term::Safeguard, Term::HintSafeguard, |one| &mut one.safeguard),
        text(Term::Security, Term::HintSecurityFor, |one| &mut one.security),
        Field {
            label: Term::Subprocessors,
            hint: Term::HintSubprocessors,
            kind: Kind::Rows {
                columns: PROCESSORS,
                get: |one| processors(&one.subprocessors),
                set: |one, rows| one.subprocessors = set_processors(rows),
            },
        },
        text(Term::Department, Term::HintDepartment, |one| &mut one.department),
        Field {
            label: Term::Review,
            hint: Term::HintReview,
            kind: Kind::Read {
                get: |one| fields::written(one.review),
                set: |one, text, today| set_day(&mut one.review, text, today),
                said: Term::NoDay,
            },
        },
        Field {
            label: Term::Ended,
            hint: Term::HintEnded,
            kind: Kind::Read {
                get: |one| fields::written(one.ended),
                set: |one, text, today| set_day(&mut one.ended, text, today),
                said: Term::NoDay,
            },
        },
        text(Term::EndedBecause, Term::HintEndedBecause, |one| &mut one.ended_because),
    ];
    const NEW: Term = Term::NewCommission;
    const HELP: Term = Term::HelpEntry;
    const TITLE: Term = Term::Commissions;
    const EMPTY: Term = Term::NoCommissions;
    const LEDGER: Ledger = Ledger::Commissions;

    fn all(overview: &Overview) -> Vec<&Self> {
        overview.commissions.iter().collect()
    }

    fn gaps(&self, overview: &Overview) -> Vec<Gap> {
        self.gaps(overview.today.unwrap_or(Date::MIN))
    }

    fn department(&self) -> &str {
        &self.department
    }

    fn name(&mut self) -> &mut String {
        &mut self.controller
    }

    fn keep(self) -> Effect {
        Effect::KeepCommission(Box::new(self))
    }

    fn remove(&self) -> Effect {
        Effect::RemoveCommission(self.id.clone())
    }

    fn ended(&self) -> Option<Date> {
        self.ended
    }
}

fn sensitive(entry: &Processing) -> String {
    entry.sensitive.map(|yes| if yes { "ja" } else { "nee" }.to_owned()).unwrap_or_default()
}

fn set_sensitive(entry: &mut Processing, text: &str, _today: Option<Date>) -> bool {
    let read = fields::yes_no(text);
    if read.is_some() || text.is_empty() {
        entry.sensitive = read;
        return true;
    }
    false
}

fn basis(entry: &Processing) -> String {
    entry.basis.map(Basis::words).unwrap_or_default().to_owned()
}

fn set_basis(entry: &mut Processing, text: &str, _today: Option<Date>) -> bool {
    let read = fields::basis(text);
    if read.is_some() || text.is_empty() {
        entry.basis = read;
        return true;
    }
    false
}

fn set_day(day: &mut Option<Date>, text: &str, today: Option<Date>) -> bool {
    let read = fields::day(text, today);
    if read.is_some() || text.is_empty() {
        *day = read;
        return true;
    }
    false
}

fn retention(entry: &Processing) -> Vec<Vec<String>> {
    let row = |one: &Retention| vec![one.data.clone(), one.term.clone(), one.reason.clone()];
    entry.retention.iter().map(row).collect()
}

fn set_retention(entry: &mut Processing, rows: &[Vec<String>]) {
    entry.retention = rows
        .iter()
        .map(|row| Retention { data: cell(row, 0), term: cell(row, 1), reason: cell(row, 2) })
        .collect();
}

fn processors(processors: &[Processor]) -> Vec<Vec<String>> {
    let row = |one: &Processor| vec![one.name.clone(), one.task.clone(), one.agreement.clone()];
    processors.iter().map(row).collect()
}

fn set_processors(rows: &[Vec<String>]) -> Vec<Processor> {
    rows.iter()
        .map(|row| Processor { name: cell(row, 0), task: cell(row, 1), agreement: cell(row, 2) })
        .collect()
}

/// Each on a line of its own.
fn recipients(entry: &Processing) -> Vec<Vec<String>> {
    let lines = entry.recipients.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| vec![line.to_owned()]).collect()
}

fn set_recipients(entry: &mut Processing, rows: &[Vec<String>]) {
    entry.recipients = rows.iter().map(|row| cell(row, 0)).collect::<Vec<_>>().join("\n");
}

fn cell(row: &[String], place: usize) -> String {
    row.get(place).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_gives_back_what_it_took_whatever_stands_in_it() {
        let rows =
            [vec!["a;b=c".to_owned(), "2 jaar: na de boeking".into(), "omdat; het = zo".into()]];
        let mut entry = Processing::default();
        for field in Processing::FIELDS {
            match field.kind {
                Kind::Text(field) => *field(&mut entry) = "één; twee = drie: vier".into(),
                Kind::Read { get, set, .. } => {
                    assert!(set(&mut entry, "", None));
                    assert!(!set(&mut entry, "zomaar wat", None));
                    let kept = get(&entry);
                    assert!(set(&mut entry, &kept, None));
                }
                Kind::Rows { set, get, columns } => {
                    let rows = rows.clone().map(|row| row[..columns.len()].to_vec());
                    set(&mut entry, &rows);
                    assert_eq!(get(&entry), rows);
                }
            }
        }
        assert_eq!(entry.retention[0].reason, "omdat; het = zo");
        assert_eq!(entry.retention[0].term, "2 jaar: na de boeking");
        assert_eq!(entry.processors[0].task, "2 jaar: na de boeking");
        assert_eq!(entry.safeguard, "één; twee = drie: vier");
    }
}
