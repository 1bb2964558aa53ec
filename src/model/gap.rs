//! What is missing of an entry of the register, and what the law says about it.

use super::{Commission, Processing, Retention};
use jiff::civil::Date;

/// Something that an entry of the register should say and does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// What the data are used for.
    Purpose,
    /// Whose data they are.
    People,
    /// Which data they are.
    Data,
    /// Whether there are special categories or criminal data among them.
    Sensitive,
    /// The ground it rests on.
    Basis,
    /// Why that ground holds.
    BasisReason,
    /// How long the data are kept.
    Retention,
    /// The data are kept for ever.
    Eternal,
    /// The agreement with this processor.
    Agreement(String),
    /// How the data are protected.
    Security,
    /// Who answers for it.
    Owner,
    /// It should have been looked at again on this day.
    Review(Date),
    /// For whom it is done.
    Controller,
    /// What is done for them.
    Work,
}

/// What a term says that has no end.
const ENDLESS: [&str; 5] = ["altijd", "eeuwig", "onbeperkt", "onbepaald", "zolang we bestaan"];

impl Gap {
    /// What is missing, in a few words.
    pub fn words(&self) -> String {
        match self {
            Self::Purpose => "doel onbekend".to_owned(),
            Self::People => "van wie de gegevens zijn: onbekend".to_owned(),
            Self::Data => "welke gegevens: onbekend".to_owned(),
            Self::Sensitive => "bijzondere gegevens: niet nagekeken".to_owned(),
            Self::Basis => "grondslag onbekend".to_owned(),
            Self::BasisReason => "grondslag niet uitgelegd".to_owned(),
            Self::Retention => "bewaartermijn onbekend".to_owned(),
            Self::Eternal => "bewaartermijn: eeuwig".to_owned(),
            Self::Agreement(with) => format!("geen verwerkersovereenkomst met {with}"),
            Self::Security => "beveiliging niet beschreven".to_owned(),
            Self::Owner => "geen verantwoordelijke afdeling of persoon".to_owned(),
            Self::Review(day) => {
                format!("had opnieuw bekeken moeten zijn op {}", super::Moment::words(*day))
            }
            Self::Controller => "opdrachtgever onbekend".to_owned(),
            Self::Work => "wat u voor de opdrachtgever doet: onbekend".to_owned(),
        }
    }

    /// What to do about it, in a sentence.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Purpose => "Schrijf in één zin op waarvoor u de gegevens gebruikt.",
            Self::People => "Noem de groepen mensen, zoals bezoekers, cursisten of medewerkers.",
            Self::Data => "Noem de soorten gegevens, zoals naam, e-mail en bankrekening.",
            Self::Sensitive => {
                "Kijk of er gegevens bij zijn over gezondheid, geloof, afkomst, politiek, seksualiteit of strafbare feiten."
            }
            Self::Basis => {
                "Kies een van de zes grondslagen. Zonder grondslag mag de verwerking niet."
            }
            Self::BasisReason => "Leg kort uit waarom deze grondslag past.",
            Self::Retention => "Schrijf op hoelang u de gegevens bewaart, en waarom zo lang.",
            Self::Eternal => "Kies een termijn die eindigt, of maak de gegevens anoniem.",
            Self::Agreement(_) => "Sluit een verwerkersovereenkomst en schrijf op waar die ligt.",
            Self::Security => "Beschrijf in grote lijnen hoe de gegevens zijn beveiligd.",
            Self::Owner => "Spreek af wie hiervoor verantwoordelijk is.",
            Self::Review(_) => "Loop de regel opnieuw langs en kies een nieuwe datum.",
            Self::Controller => "Schrijf op voor wie u dit doet, met contactgegevens.",
            Self::Work => "Beschrijf welk werk u met de gegevens doet.",
        }
    }

    /// Where the duty stands; empty for what is only sensible.
    pub fn source(&self) -> &'static str {
        match self {
            Self::Purpose => "AVG art. 30 lid 1 onder b",
            Self::People | Self::Data => "AVG art. 30 lid 1 onder c",
            Self::Sensitive => "AVG art. 9 en 10",
            Self::Basis => "AVG art. 6 lid 1",
            Self::BasisReason => "AVG art. 5 lid 2",
            Self::Retention => "AVG art. 30 lid 1 onder f",
            Self::Eternal => "AVG art. 5 lid 1 onder e",
            Self::Agreement(_) => "AVG art. 28 lid 3",
            Self::Security => "AVG art. 30 lid 1 onder g",
            Self::Owner => "",
            Self::Review(_) => "AVG art. 24 lid 1",
            Self::Controller => "AVG art. 30 lid 2 onder a",
            Self::Work => "AVG art. 30 lid 2 onder b",
        }
    }
}

impl Processing {
    /// What is missing of it on `today`, the most serious first.
    pub fn gaps(&self, today: Date) -> Vec<Gap> {
        let blank = |text: &str| text.trim().is_empty();
        let retention = if self.retention.iter().all(|term| blank(&term.term)) {
            Some(Gap::Retention)
        } else {
            self.retention.iter().any(is_endless).then_some(Gap::Eternal)
        };
        let agreements = self
            .processors
            .iter()
            .filter(|processor| blank(&processor.agreement))
            .map(|processor| Gap::Agreement(processor.name.clone()));
        [
            self.basis.is_none().then_some(Gap::Basis),
            blank(&self.purpose).then_some(Gap::Purpose),
            self.sensitive.is_none().then_some(Gap::Sensitive),
            retention,
        ]
        .into_iter()
        .flatten()
        .chain(agreements)
        .chain(
            [
                blank(&self.people).then_some(Gap::People),
                blank(&self.data).then_some(Gap::Data),
                (self.basis.is_some() && blank(&self.basis_reason)).then_some(Gap::BasisReason),
                blank(&self.security).then_some(Gap::Security),
                (blank(&self.department) && blank(&self.owner)).then_some(Gap::Owner),
                passed(self.review, today),
            ]
            .into_iter()
            .flatten(),
        )
        .collect()
    }
}

impl Commission {
    /// What is missing of it on `today`.
    pub fn gaps(&self, today: Date) -> Vec<Gap> {
        let blank = |text: &str| text.trim().is_empty();
        let own = blank(&self.agreement).then(|| Gap::Agreement(self.controller.clone()));
        let subprocessors = self
            .subprocessors
            .iter()
            .filter(|processor| blank(&processor.agreement))
            .map(|processor| Gap::Agreement(processor.name.clone()));
        let rest = [
            blank(&self.controller).then_some(Gap::Controller),
            blank(&self.processing).then_some(Gap::Work),
            blank(&self.security).then_some(Gap::Security),
            passed(self.review, today),
        ];
        own.into_iter().chain(subprocessors).chain(rest.into_iter().flatten()).collect()
    }
}

fn is_endless(retention: &Retention) -> bool {
    let term = retention.term.to_lowercase();
    ENDLESS.iter().any(|word| term.contains(word))
}

fn passed(review: Option<Date>, today: Date) -> Option<Gap> {
    review.filter(|review| *review < today).map(Gap::Review)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Basis, Processor};
    use jiff::civil::date;

    fn complete() -> Processing {
        Processing {
            name: "Kaartverkoop".into(),
            purpose: "Kaarten verkopen".into(),
            department: "Publiek".into(),
            people: "Bezoekers".into(),
            data: "Naam en e-mail".into(),
            sensitive: Some(false),
            basis: Some(Basis::Contract),
            basis_reason: "Zonder deze gegevens is er geen kaart.".into(),
            retention: vec![Retention { term: "2 jaar".into(), ..Retention::default() }],
            security: "Tweestapsverificatie".into(),
            ..Processing::default()
        }
    }

    #[test]
    fn nothing_is_missing_of_a_complete_entry() {
        assert_eq!(complete().gaps(date(2026, 11, 23)), []);
    }

    #[test]
    fn each_thing_that_is_missing_is_told() {
        let empty = Processing { name: "Leeg".into(), ..Processing::default() };
        let told: Vec<String> = empty.gaps(date(2026, 11, 23)).iter().map(Gap::words).collect();
        assert_eq!(told[0], "grondslag onbekend");
        assert_eq!(told.len(), 8, "{told:?}");
    }

    #[test]
    fn a_term_without_end_an_agreement_that_is_not_there_and_a_day_that_passed() {
        let entry = Processing {
            retention: vec![Retention { term: "Voor altijd".into(), ..Retention::default() }],
            processors: vec![Processor { name: "TicketBV".into(), ..Processor::default() }],
            review: Some(date(2026, 1, 1)),
            ..complete()
        };
        let day = date(2026, 11, 23);
        assert_eq!(
            entry.gaps(day),
            [Gap::Eternal, Gap::Agreement("TicketBV".into()), Gap::Review(date(2026, 1, 1))]
        );
        assert_eq!(
            Processing { review: Some(day), ..complete() }.gaps(day),
            [],
            "today is in time"
        );
    }
}
