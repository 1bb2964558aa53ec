//! What is missing of an entry of the register, and what the law says about it.

use super::{Basis, Commission, Evidence, Outcome, Processing, Processor, Retention};
use jiff::civil::Date;

/// Something that an entry of the register should say and does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The ground it rests on.
    Basis,
    /// Whether the legitimate interest holds: it was not weighed.
    Unweighed,
    /// The legitimate interest does not hold: what the balancing test says.
    Untenable(String),
    /// What lifts the ban on special categories.
    Exception,
    /// What protects the data outside the European Economic Area.
    Safeguard,
    /// The DPIA that is needed: what the pre-DPIA says.
    Dpia(String),
    /// What the data are used for.
    Purpose,
    /// Whether there are special categories or criminal data among them.
    Sensitive,
    /// How long these data are kept; all of them, if empty.
    Retention(String),
    /// These data are kept for ever; all of them, if empty.
    Eternal(String),
    /// The agreement with this processor.
    Agreement(String),
    /// Whether a DPIA is needed.
    PreDpia,
    /// Whose data they are.
    People,
    /// Which data they are.
    Data,
    /// Who receives them.
    Recipients,
    /// Which law lays down the duty or the public task.
    Law,
    /// Which interest it is.
    Interest,
    /// Why the ground holds.
    BasisReason,
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
const ENDLESS: [&str; 12] = [
    "altijd",
    "eeuwig",
    "onbeperkt",
    "onbepaald",
    "oneindig",
    "zolang we bestaan",
    "nooit",
    "voorgoed",
    "geen einde",
    "geen termijn",
    "permanent",
    "niet verwijder",
];

/// What a term says that does have an end, though it has one of those words.
const ENDING: [&str; 5] =
    ["nooit langer", "nooit meer dan", "niet voor altijd", "niet altijd", "altijd binnen"];

/// What is said of a transfer that has a safeguard (AVG art. 45, 46, 47 and 49).
const SAFEGUARDS: [&str; 12] = [
    "adequa",
    "modelcontract",
    "modelbepaling",
    "standaardbepaling",
    "standaardcontract",
    "scc",
    "privacy framework",
    "dpf",
    "bindende bedrijfsvoorschrift",
    "passend beschermingsniveau",
    "art. 46",
    "art. 49",
];

/// What is said where nothing goes outside the European Economic Area.
const NOWHERE: [&str; 6] = ["nee", "geen", "niet", "n.v.t", "nvt", "niet van toepassing"];

impl Gap {
    /// What is missing, in a few words.
    pub fn words(&self) -> String {
        let of = |data: &str| if data.is_empty() { String::new() } else { format!(" ({data})") };
        match self {
            Self::Basis => "grondslag onbekend".to_owned(),
            Self::Unweighed => "gerechtvaardigd belang niet afgewogen".to_owned(),
            Self::Untenable(title) => format!("gerechtvaardigd belang houdt geen stand: {title}"),
            Self::Exception => "bijzondere gegevens zonder uitzondering in de wet".to_owned(),
            Self::Safeguard => "gegevens buiten de EER zonder waarborg".to_owned(),
            Self::Dpia(title) => format!("geen DPIA, en de uitkomst is: {title}"),
            Self::Purpose => "doel onbekend".to_owned(),
            Self::Sensitive => "bijzondere gegevens: niet nagekeken".to_owned(),
            Self::Retention(data) => format!("bewaartermijn onbekend{}", of(data)),
            Self::Eternal(data) => format!("bewaartermijn: eeuwig{}", of(data)),
            Self::Agreement(with) => format!("geen verwerkersovereenkomst met {with}"),
            Self::PreDpia => "pre-DPIA nog niet gedaan".to_owned(),
            Self::People => "van wie de gegevens zijn: onbekend".to_owned(),
            Self::Data => "welke gegevens: onbekend".to_owned(),
            Self::Recipients => "ontvangers onbekend".to_owned(),
            Self::Law => "wet of taak niet genoemd".to_owned(),
            Self::Interest => "belang niet genoemd".to_owned(),
            Self::BasisReason => "grondslag niet uitgelegd".to_owned(),
            Self::Security => "beveiliging niet beschreven".to_owned(),
            Self::Owner => "geen verantwoordelijke afdeling of persoon".to_owned(),
            Self::Review(day) => {
                format!("had opnieuw bekeken moeten zijn op {}", super::Moment::words(*day))
            }
            Self::Controller => "opdrachtgever onbekend".to_owned(),
            Self::Work => "wat u voor de opdrachtgever doet: onbekend".to_owned(),
        }
    }

    /// What to do about it, in a sentence or two.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Basis => {
                "Kies een van de zes grondslagen. Zonder grondslag mag de verwerking niet."
            }
            Self::Unweighed => {
                "Doe de toets gerechtvaardigd belang. Een overheid mag deze grondslag niet gebruiken voor haar publieke taak."
            }
            Self::Untenable(_) => {
                "Kies een andere grondslag, of pas de verwerking aan en doe de toets opnieuw. Tot die tijd mag het niet op deze grondslag."
            }
            Self::Exception => {
                "Zoek welke uitzondering geldt, zoals uitdrukkelijke toestemming, en schrijf die op. Is er geen, dan mag u deze gegevens niet gebruiken."
            }
            Self::Safeguard => {
                "Schrijf op wat de gegevens daar beschermt: een adequaatheidsbesluit of modelcontract (SCC). Is er niets, dan mag de doorgifte niet."
            }
            Self::Dpia(_) => "Maak een DPIA voordat u begint, en schrijf op waar die ligt.",
            Self::Purpose => "Schrijf in één zin op waarvoor u de gegevens gebruikt.",
            Self::Sensitive => {
                "Kijk of er gegevens bij zijn over gezondheid, geloof, afkomst, politiek, seksualiteit of strafbare feiten."
            }
            Self::Retention(_) => "Schrijf op hoelang u de gegevens bewaart, en waarom zo lang.",
            Self::Eternal(_) => {
                "Kies een termijn die eindigt, of maak de gegevens anoniem. Moet u ze blijvend bewaren van de Archiefwet? Noem die dan als reden."
            }
            Self::Agreement(_) => "Sluit een verwerkersovereenkomst en schrijf op waar die ligt.",
            Self::PreDpia => {
                "Doe de pre-DPIA. Dan weet u of voor deze verwerking een DPIA nodig is."
            }
            Self::People => "Noem de groepen mensen, zoals bezoekers, cursisten of medewerkers.",
            Self::Data => "Noem de soorten gegevens, zoals naam, e-mail en bankrekening.",
            Self::Recipients => "Noem wie de gegevens krijgt. Krijgt niemand ze? Schrijf dat op.",
            Self::Law => "Noem de wet waarin uw plicht of uw publieke taak staat.",
            Self::Interest => {
                "Schrijf in één zin op welk belang u hebt. Het hoort ook in uw privacyverklaring."
            }
            Self::BasisReason => "Leg kort uit waarom deze grondslag past.",
            Self::Security => "Beschrijf in grote lijnen hoe de gegevens zijn beveiligd.",
            Self::Owner => "Spreek af wie hiervoor verantwoordelijk is.",
            Self::Review(_) => "Loop de regel opnieuw langs en kies een nieuwe datum.",
            Self::Controller => "Schrijf op voor wie u dit doet, met contactgegevens.",
            Self::Work => "Beschrijf welk werk u met de gegevens doet.",
        }
    }

    /// What is missing and what to do about it, as sentences.
    pub fn sentence(&self) -> String {
        let words = self.words();
        let mut letters = words.trim_end_matches('.').chars();
        let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
        format!("{}{}. {}", first.unwrap_or_default(), letters.as_str(), self.advice())
    }

    /// The same, with where the duty stands.
    pub fn told(&self) -> String {
        match self.source() {
            "" => self.sentence(),
            source => format!("{} ({source})", self.sentence()),
        }
    }

    /// Where the duty stands; empty for what is only sensible.
    pub fn source(&self) -> &'static str {
        match self {
            Self::Basis => "AVG art. 6 lid 1",
            Self::Unweighed | Self::Untenable(_) => "AVG art. 6 lid 1 onder f",
            Self::Exception => "AVG art. 9 lid 2 en art. 10",
            Self::Safeguard => "AVG art. 44 tot en met 49",
            Self::Dpia(_) | Self::PreDpia => "AVG art. 35 lid 1",
            Self::Purpose => "AVG art. 30 lid 1 onder b",
            Self::People | Self::Data => "AVG art. 30 lid 1 onder c",
            Self::Recipients => "AVG art. 30 lid 1 onder d",
            Self::Sensitive => "AVG art. 9 en 10",
            Self::Law => "AVG art. 6 lid 3",
            Self::Interest => "AVG art. 13 lid 1 onder d",
            Self::BasisReason => "AVG art. 5 lid 2",
            Self::Retention(_) => "AVG art. 30 lid 1 onder f",
            Self::Eternal(_) => "AVG art. 5 lid 1 onder e",
            Self::Agreement(_) => "AVG art. 28 lid 3",
            Self::Security => "AVG art. 32 lid 1",
            Self::Owner => "",
            Self::Review(_) => "AVG art. 24 lid 1",
            Self::Controller => "AVG art. 30 lid 2 onder a",
            Self::Work => "AVG art. 30 lid 2 onder b",
        }
    }
}

impl Processing {
    /// What is missing of it on `today`, the most serious first, and nothing once it has ended; its assessments came out as `evidence` says.
    pub fn gaps(&self, evidence: &Evidence, today: Date) -> Vec<Gap> {
        if self.ended.is_some_and(|ended| ended <= today) {
            return Vec::new();
        }
        let mut gaps: Vec<Gap> = [
            self.basis.is_none().then_some(Gap::Basis),
            self.balance(evidence),
            (self.sensitive == Some(true) && blank(&self.exception)).then_some(Gap::Exception),
            unguarded(&self.transfers, &self.safeguard).then_some(Gap::Safeguard),
            self.assessed(evidence),
            blank(&self.purpose).then_some(Gap::Purpose),
            self.sensitive.is_none().then_some(Gap::Sensitive),
        ]
        .into_iter()
        .flatten()
        .collect();
        if self.retention.is_empty() {
            gaps.push(Gap::Retention(String::new()));
        }
        gaps.extend(self.retention.iter().filter_map(term));
        gaps.extend(agreements(&self.processors));
        let pre_dpia = evidence.pre_dpia == Outcome::Unsettled && blank(&self.dpia);
        let alone = blank(&self.recipients) && self.processors.is_empty();
        let rest = [
            pre_dpia.then_some(Gap::PreDpia),
            blank(&self.people).then_some(Gap::People),
            blank(&self.data).then_some(Gap::Data),
            alone.then_some(Gap::Recipients),
            self.unexplained(),
            blank(&self.security).then_some(Gap::Security),
            (blank(&self.department) && blank(&self.owner)).then_some(Gap::Owner),
            passed(self.review, today),
        ];
        gaps.extend(rest.into_iter().flatten());
        gaps
    }

    fn balance(&self, evidence: &Evidence) -> Option<Gap> {
        if self.basis != Some(Basis::LegitimateInterests) {
            return None;
        }
        match &evidence.balancing {
            Outcome::Unsettled => Some(Gap::Unweighed),
            Outcome::Wanting(title) => Some(Gap::Untenable(title.clone())),
            Outcome::Fine => None,
        }
    }

    fn assessed(&self, evidence: &Evidence) -> Option<Gap> {
        match &evidence.pre_dpia {
            Outcome::Wanting(title) if blank(&self.dpia) => Some(Gap::Dpia(title.clone())),
            _ => None,
        }
    }

    /// What is not told of the ground: each has something of its own that must be named.
    fn unexplained(&self) -> Option<Gap> {
        if !blank(&self.basis_reason) {
            return None;
        }
        match self.basis? {
            Basis::LegalObligation | Basis::PublicTask => blank(&self.law).then_some(Gap::Law),
            Basis::LegitimateInterests => blank(&self.interest).then_some(Gap::Interest),
            Basis::Consent | Basis::Contract | Basis::VitalInterests => Some(Gap::BasisReason),
        }
    }
}

impl Commission {
    /// What is missing of it on `today`; nothing once it has ended.
    pub fn gaps(&self, today: Date) -> Vec<Gap> {
        if self.ended.is_some_and(|ended| ended <= today) {
            return Vec::new();
        }
        let own = blank(&self.agreement).then(|| Gap::Agreement(self.controller.clone()));
        let rest = [
            blank(&self.controller).then_some(Gap::Controller),
            blank(&self.processing).then_some(Gap::Work),
            unguarded(&self.transfers, &self.safeguard).then_some(Gap::Safeguard),
            blank(&self.security).then_some(Gap::Security),
            passed(self.review, today),
        ];
        own.into_iter()
            .chain(agreements(&self.subprocessors))
            .chain(rest.into_iter().flatten())
            .collect()
    }
}

fn blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn agreements(processors: &[Processor]) -> impl Iterator<Item = Gap> + '_ {
    let without = processors.iter().filter(|processor| blank(&processor.agreement));
    without.map(|processor| Gap::Agreement(processor.name.clone()))
}

/// What is wrong with one term.
fn term(retention: &Retention) -> Option<Gap> {
    let data = retention.data.trim().to_owned();
    if blank(&retention.term) {
        return Some(Gap::Retention(data));
    }
    let said = retention.term.to_lowercase();
    let endless = ENDLESS.iter().any(|word| said.contains(word));
    let ending = ENDING.iter().any(|word| said.contains(word));
    // What must be kept for ever by that law may be (AVG art. 5 lid 1 onder e, art. 89).
    let archived = format!("{said} {}", retention.reason.to_lowercase()).contains("archiefwet");
    (endless && !ending && !archived).then_some(Gap::Eternal(data))
}

/// Whether data go outside the European Economic Area, and nothing is said of what protects them there.
fn unguarded(transfers: &str, safeguard: &str) -> bool {
    let said = transfers.trim().to_lowercase();
    let bare = said.trim_end_matches(['.', '!', ';']);
    let nowhere = NOWHERE.contains(&bare)
        || ["nee,", "nee:", "nee;", "geen ", "niet buiten"]
            .iter()
            .any(|word| said.starts_with(word));
    !said.is_empty()
        && !nowhere
        && blank(safeguard)
        && !SAFEGUARDS.iter().any(|word| said.contains(word))
}

fn passed(review: Option<Date>, today: Date) -> Option<Gap> {
    review.filter(|review| *review < today).map(Gap::Review)
}

#[cfg(test)]
mod tests;
