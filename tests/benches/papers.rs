//! Records of any length, made and signed as the program does it, without a folder and without a passphrase.

use jiff::{Timestamp, tz::Offset};
use verantwoord::{
    format::{canonical_json, sha256},
    model::{Basis, Id, Moment, Organisation, Processing, Processor, Retention},
    record::{
        Composition, Content, Document, Fonts, Frame, Matter, RecordData, Register, RegisterEntry,
        Signatory, Sources, compose, compose::zoned, fonts::Letter, layout, render,
    },
    signature::{Claim, Face, Identity, Signer, sign},
};

const FIELD: &str = "Signature1";
const NAME: &str = "Anna de Boer";
const ROLE: &str = "privacycoördinator";

/// The moment of every record.
pub(super) fn noon() -> Moment {
    let at: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    Moment::new(at, Offset::constant(1))
}

/// Letters, and someone who signs.
pub(super) struct Press {
    fonts: &'static Fonts,
    identity: Identity,
}

impl Press {
    /// Opens the letters and makes a key.
    pub(super) fn new() -> Self {
        let signer = Signer {
            name: NAME.into(),
            role: ROLE.into(),
            organisation: "Museum De Zolder".into(),
        };
        let identity = Identity::create(&signer, noon().instant(), &mut rand::rng()).unwrap();
        Self { fonts: Fonts::shipped().unwrap(), identity }
    }

    /// The certificate of who signs, in PEM.
    pub(super) fn certificate(&self) -> String {
        self.identity.certificate_pem()
    }

    /// The data of a record of `content`.
    pub(super) fn data(&self, content: Content) -> RecordData {
        let signatory = Signatory {
            field: FIELD.into(),
            name: NAME.into(),
            role: ROLE.into(),
            fingerprint: self.identity.fingerprint(),
        };
        let frame = Frame {
            organisation: Organisation {
                name: "Museum De Zolder".into(),
                ..Organisation::default()
            },
            signatories: vec![signatory],
            made: noon(),
            follows: String::new(),
        };
        RecordData::new(frame, content)
    }

    /// The data of a register with so many entries, numbered from `first`.
    pub(super) fn register(&self, first: usize, entries: usize) -> RecordData {
        let entry = |number| RegisterEntry {
            processing: processing(number),
            gaps: Vec::new(),
            assessments: Vec::new(),
        };
        let entries = (first..first + entries).map(entry).collect();
        self.data(Content::Register(Register { entries, commissions: Vec::new() }))
    }

    /// How many entries make a register that is at least so many pages long, and how many pages that is.
    pub(super) fn entries_for(&self, pages: usize) -> (usize, usize) {
        let long = |entries| {
            let document = document(&self.register(0, entries));
            layout(&document, self.fonts).unwrap().sheets.len()
        };
        let enough = (0..2_000).collect::<Vec<usize>>().partition_point(|many| long(*many) < pages);
        (enough, long(enough))
    }

    /// The bytes of the record, unsigned.
    pub(super) fn print(&self, data: &RecordData) -> Vec<u8> {
        self.print_matter(data, Matter::of(data).unwrap())
    }

    /// The bytes of the record of `data`, which is of `matter`, unsigned.
    pub(super) fn print_matter(&self, data: &RecordData, matter: Matter<'_>) -> Vec<u8> {
        let composed = compose(&Composition { data, matter, sources: &sources(data) });
        render(&composed, self.fonts).unwrap()
    }

    /// `pdf` with a signature.
    pub(super) fn sign(&self, pdf: &[u8]) -> Vec<u8> {
        let claim = Claim {
            field: FIELD.into(),
            name: NAME.into(),
            role: ROLE.into(),
            reason: "Vastgesteld".into(),
            time: zoned(noon()),
            certify: true,
        };
        let (ps_name, font) = Letter::Regular.file();
        sign(pdf, &self.identity, &claim, &Face { font, ps_name }).unwrap()
    }
}

fn sources(data: &RecordData) -> Sources {
    let json = canonical_json(data).unwrap();
    Sources { json_sha256: sha256(&json), json }
}

fn document(data: &RecordData) -> Document {
    let matter = Matter::of(data).unwrap();
    compose(&Composition { data, matter, sources: &sources(data) })
}

fn processing(number: usize) -> Processing {
    Processing {
        id: Id::new(format!("verwerking-{number}")),
        name: format!("Kaarten verkopen voor tentoonstelling nummer {number}"),
        purpose: "Bezoekers een kaartje verkopen voor een dag en een tijdvak, en hun dat mailen.".into(),
        department: ["Publiek en kassa", "Collectie", "Educatie"][number % 3].into(),
        description: "Bezoekers kopen vooraf een kaartje. Een week na het bezoek krijgen zij één keer de vraag wat zij ervan vonden.".into(),
        owner: "Hoofd publiek".into(),
        people: "Bezoekers die een kaartje kopen, ook namens een groep".into(),
        data: "Naam, e-mailadres, postcode, welk kaartje, hoe er is betaald".into(),
        sensitive: Some(false),
        source: "De bezoeker zelf".into(),
        place: "Het ticketsysteem van de leverancier".into(),
        access: "Drie medewerkers van de kassa en de leverancier".into(),
        basis: Some(Basis::Contract),
        basis_reason: "Zonder deze gegevens is er geen kaartje".into(),
        recipients: "De bank, voor de betaling".into(),
        processors: vec![Processor {
            name: "KassaHuis B.V.".into(),
            task: "beheert het ticketsysteem".into(),
            agreement: "map contracten, 3 mei 2025".into(),
        }],
        retention: vec![Retention {
            data: "Naam en e-mailadres".into(),
            term: "1 jaar na het bezoek".into(),
            reason: "klachten komen binnen een jaar".into(),
        }],
        security: "Inloggen in twee stappen; leesrechten per functie; back-ups zijn versleuteld".into(),
        ..Processing::default()
    }
}
