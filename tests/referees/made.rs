//! An institution that signs: four people with keys, and a clock that stands still.

use std::path::{Path, PathBuf};
use verantwoord::{
    desk::{FixedClock, Office},
    model::{About, Assessment, Id, Organisation, Participant, Processing},
    session::{
        Countersignature, Effect, KeyLine, NewKey, Overview, Reply, Report, Secret, SignOrder,
        Statement, StatementOrder,
    },
};

const PASSPHRASE: &str = "de linde bloeit in juni weer";

/// Who signs, in this order, and as what.
const PEOPLE: [(&str, &str); 4] = [
    ("Vera Visser", "Opsteller"),
    ("Piet Peeters", "Privacycoördinator"),
    ("Dirk Dijk", "Bestuurder"),
    ("Fenna Groen", "Functionaris voor gegevensbescherming"),
];

/// An institution at work in a folder of its own.
pub(super) struct Institution {
    office: Office,
    keys: Vec<KeyLine>,
}

fn secret() -> Secret {
    Secret(PASSPHRASE.to_owned().into())
}

/// When everything happens.
pub(super) fn now() -> FixedClock {
    FixedClock("2026-11-23T14:02:00+01:00".parse().unwrap())
}

impl Institution {
    /// A museum in `folder`, in which so many of its people sign.
    pub(super) fn new(folder: &Path, signers: usize) -> Self {
        let mut office = Office::open(folder, Box::new(now())).unwrap();
        let organisation = Organisation {
            name: "Museum De Linde".into(),
            sector: "Museum".into(),
            departments: vec!["Publiek en kassa".into(), "Collectie".into(), "Kantoor".into()],
            contact: "privacy@delinde.example".into(),
            coordinator: PEOPLE[1].0.into(),
            dpo: PEOPLE[3].0.into(),
            staff: Some(12),
            ..Organisation::default()
        };
        office.perform(Effect::KeepOrganisation(Box::new(organisation)));
        let mut key = |(name, role): &(&str, &str)| {
            let key = NewKey { name: (*name).into(), role: (*role).into(), passphrase: secret() };
            match office.perform(Effect::MakeKey(key)) {
                Reply::KeyMade(key) => key,
                other => panic!("{other:?}"),
            }
        };
        let keys = PEOPLE.iter().take(signers).map(&mut key).collect();
        Self { office, keys }
    }

    /// The certificates of all who sign.
    pub(super) fn certificates(&self) -> Vec<PathBuf> {
        self.keys.iter().map(|key| key.path.with_extension("pem")).collect()
    }

    /// Keeps something, or does something else that only has to succeed.
    pub(super) fn perform(&mut self, effect: Effect) -> Reply {
        match self.office.perform(effect) {
            Reply::Failed(failure) => panic!("{}", failure.message),
            reply => reply,
        }
    }

    /// What its screens show.
    pub(super) fn overview(&mut self) -> Overview {
        self.office.overview().unwrap()
    }

    /// A filling-in of this questionnaire, about a processing if one is named.
    pub(super) fn begin(&mut self, questionnaire: &str, about: Option<Processing>) -> Assessment {
        let effect = Effect::Begin {
            questionnaire: Id::from(questionnaire),
            about: About::Organisation,
            processing: about.map(Box::new),
        };
        self.opened(effect)
    }

    /// The version after a signed one.
    pub(super) fn again(&mut self, signed: &Id) -> Assessment {
        self.opened(Effect::Reopen(signed.clone()))
    }

    fn opened(&mut self, effect: Effect) -> Assessment {
        match self.perform(effect) {
            Reply::Opened(session) => session.assessment().clone(),
            other => panic!("{other:?}"),
        }
    }

    /// The record of `assessment`, signed by the first.
    pub(super) fn sign(&mut self, assessment: Assessment) -> PathBuf {
        let order = SignOrder {
            assessment,
            others: self.others(),
            key: self.keys[0].path.clone(),
            passphrase: secret(),
            capacity: verantwoord::model::Capacity::default(),
        };
        self.signed(Effect::Sign(Box::new(order)))
    }

    /// The record of `statement`, signed by the first.
    pub(super) fn state(&mut self, statement: Statement) -> PathBuf {
        let order = StatementOrder {
            statement,
            others: self.others(),
            key: self.keys[0].path.clone(),
            passphrase: secret(),
            capacity: verantwoord::model::Capacity::default(),
        };
        self.signed(Effect::SignStatement(Box::new(order)))
    }

    fn others(&self) -> Vec<Participant> {
        let others = PEOPLE.iter().take(self.keys.len()).skip(1);
        others.map(|(name, role)| Participant::new(*name, *role)).collect()
    }

    fn signed(&mut self, effect: Effect) -> PathBuf {
        match self.perform(effect) {
            Reply::Signed(record) => record.path,
            other => panic!("{other:?}"),
        }
    }

    /// The record's next signature, by whoever's turn it is.
    pub(super) fn countersign(&mut self, record: &Path) -> Report {
        let Reply::Checked(report) = self.perform(Effect::Check(record.to_path_buf())) else {
            panic!("not checked")
        };
        let field = report.open_fields[0].field.clone();
        let key = self.keys[report.signatures.len()].path.clone();
        let record = record.to_path_buf();
        let order = Countersignature {
            record,
            field,
            key,
            passphrase: secret(),
            capacity: verantwoord::model::Capacity::default(),
        };
        match self.perform(Effect::Countersign(Box::new(order))) {
            Reply::Checked(report) => *report,
            other => panic!("{other:?}"),
        }
    }
}
