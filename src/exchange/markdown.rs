//! The registers as running text (Markdown), for whoever wants to read or paste them: every field that is said, and what
//! is missing.

use crate::model::{Basis, Commission, Gap, Moment, Processing};
use jiff::civil::Date;
use std::{fmt::Write as _, sync::Arc};

/// The register of processing activities (AVG art. 30 lid 1), with what is missing of each, as `gaps` tells.
pub fn register_text(
    register: &[Arc<Processing>],
    gaps: impl Fn(&Processing) -> Vec<Gap>,
    today: Date,
) -> String {
    let mut text = head("Verwerkingsregister", "AVG art. 30 lid 1", register.len(), today);
    for entry in register {
        let _ = write!(text, "\n## {}\n\n", plain(&entry.name));
        let basis = entry.basis.map(Basis::words).unwrap_or_default();
        let sensitive = match entry.sensitive {
            Some(true) => "ja",
            Some(false) => "nee",
            None => "",
        };
        let processors: Vec<String> = entry.processors.iter().map(super::csv::processor).collect();
        let retention: Vec<String> = entry.retention.iter().map(super::csv::term).collect();
        let review = entry.review.map(Moment::words).unwrap_or_default();
        let ended = entry.ended.map(Moment::words).unwrap_or_default();
        for (label, value) in [
            ("Doel", entry.purpose.as_str()),
            ("Omschrijving", &entry.description),
            ("Afdeling", &entry.department),
            ("Verantwoordelijke", &entry.owner),
            ("Samen met", &entry.joint_controllers),
            ("Van wie", &entry.people),
            ("Gegevens", &entry.data),
            ("Bijzondere gegevens", sensitive),
            ("Uitzondering in de wet", &entry.exception),
            ("Grondslag", basis),
            ("Waarom die grondslag", &entry.basis_reason),
            ("Wet of taak", &entry.law),
            ("Belang", &entry.interest),
            ("Bewaren", &retention.join("\n")),
            ("Verwerkers", &processors.join("\n")),
            ("Ontvangers", &entry.recipients),
            ("Buiten de EER", &entry.transfers),
            ("Waarborg", &entry.safeguard),
            ("Beveiliging", &entry.security),
            ("DPIA", &entry.dpia),
            ("Herkomst", &entry.source),
            ("Plaats", &entry.place),
            ("Toegang", &entry.access),
            ("Opnieuw bekijken", &review),
            ("Gestopt op", &ended),
            ("Waarom gestopt", &entry.ended_because),
        ] {
            fact(&mut text, label, value);
        }
        missing(&mut text, &gaps(entry));
    }
    text
}

/// The processor's register (AVG art. 30 lid 2), with what is missing of each on `today`.
pub fn commissions_text(register: &[Commission], today: Date) -> String {
    let mut text = head("Register als verwerker", "AVG art. 30 lid 2", register.len(), today);
    for entry in register {
        let _ = write!(text, "\n## {}\n\n", plain(&entry.controller));
        let subprocessors: Vec<String> =
            entry.subprocessors.iter().map(super::csv::processor).collect();
        let review = entry.review.map(Moment::words).unwrap_or_default();
        let ended = entry.ended.map(Moment::words).unwrap_or_default();
        for (label, value) in [
            ("Vertegenwoordiger en FG", entry.contacts.as_str()),
            ("Wat wij doen", &entry.processing),
            ("Verwerkersovereenkomst", &entry.agreement),
            ("Buiten de EER", &entry.transfers),
            ("Waarborg", &entry.safeguard),
            ("Beveiliging", &entry.security),
            ("Wie wij inschakelen", &subprocessors.join("\n")),
            ("Afdeling", &entry.department),
            ("Opnieuw bekijken", &review),
            ("Gestopt op", &ended),
            ("Waarom gestopt", &entry.ended_because),
        ] {
            fact(&mut text, label, value);
        }
        missing(&mut text, &entry.gaps(today));
    }
    text
}

fn head(title: &str, source: &str, count: usize, today: Date) -> String {
    let day = Moment::words(today);
    format!("# {title}\n\n{source}. Stand op {day}. Aantal: {count}.\n")
}

/// One field, if it says something: its lines set in under it if there are several.
fn fact(text: &mut String, label: &str, value: &str) {
    let lines: Vec<String> =
        value.lines().map(plain).filter(|line| !line.trim().is_empty()).collect();
    match lines.as_slice() {
        [] => {}
        [line] => {
            let _ = writeln!(text, "- **{label}:** {line}");
        }
        lines => {
            let _ = writeln!(text, "- **{label}:**");
            for line in lines {
                let _ = writeln!(text, "  - {line}");
            }
        }
    }
}

fn missing(text: &mut String, gaps: &[Gap]) {
    if gaps.is_empty() {
        text.push_str("\nEr ontbreekt niets.\n");
        return;
    }
    text.push_str("\nWat ontbreekt:\n\n");
    for gap in gaps {
        let _ = writeln!(text, "- {}", plain(&gap.told()));
    }
}

/// `text` so that nothing in it is taken for a mark of the format.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for sign in text.trim().chars() {
        match sign {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' => {
                plain.push('\\');
                plain.push(sign);
            }
            sign if sign.is_control() => plain.push(' '),
            sign => plain.push(sign),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Retention;

    #[test]
    fn what_is_said_stands_there_and_nothing_in_it_is_a_mark() {
        let entry = Processing {
            name: "# Kaarten *nu*".into(),
            purpose: "<script>".into(),
            retention: ["2 jaar", "7 jaar"]
                .map(|term| Retention { term: term.into(), ..Retention::default() })
                .to_vec(),
            ..Processing::default()
        };
        let day = jiff::civil::date(2026, 11, 23);
        let text = register_text(&[Arc::new(entry)], |_| vec![Gap::Basis], day);
        assert!(text.contains("\n## \\# Kaarten \\*nu\\*\n"), "{text}");
        assert!(text.contains("- **Doel:** \\<script\\>\n"), "{text}");
        assert!(text.contains("- **Bewaren:**\n  - 2 jaar\n  - 7 jaar\n"), "{text}");
        assert!(text.contains("- Grondslag onbekend. Kies"), "{text}");
        assert!(!text.contains("Afdeling"), "{text}");
        let none = commissions_text(&[], day);
        assert!(none.contains("Aantal: 0."), "{none}");
    }
}
