//! How long things take: `cargo bench`.
//!
//! The house promises 200 µs for evaluating the largest questionnaire that ships, 20 ms for a made-up one of 5,000 questions
//! and 1,000 rules, and growth in line with its size.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]

mod made;

use divan::{Bencher, black_box};
use jiff::{Timestamp, tz::Offset};
use std::sync::{Arc, LazyLock};
use verantwoord::{
    engine::Engine,
    format::{Edition, Library, Syntax, canonical_json, parse_answers, print_file, sha256},
    model::{About, Answers, Assessment, Id, Moment, Organisation, Questionnaire},
    record::{
        Assessed, Composition, Content, Fonts, Frame, Inquiry, Matter, RecordData, Signatory,
        Sources, compose, compose::zoned, document::Document, fonts::Letter, render,
    },
    signature::{Claim, Face, Identity, Signer, Trust, sign, verify},
};

fn main() {
    divan::main();
}

/// The questionnaires that ship, the one with the most questions first.
static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let mut editions: Vec<Edition> =
        Library.ids().map(|id| Library.get(&Id::from(id)).unwrap()).collect();
    editions.sort_by_key(|edition| std::cmp::Reverse(edition.questionnaire.questions().count()));
    editions
});

/// Everything answered, and done.
fn complete(edition: &Edition) -> Answers {
    let text = include_str!("../answers/stappenplan-publieksdata/alles-klaar.json");
    parse_answers(text, Syntax::Json, &edition.questionnaire).unwrap()
}

/// The first half of `answers`, in the order of the questions.
fn half(questionnaire: &Questionnaire, answers: &Answers) -> Answers {
    let given = questionnaire.questions().filter_map(|(_, question)| {
        Some((question.id.clone(), answers.get(&question.id)?.clone()))
    });
    let given: Vec<_> = given.collect();
    given.iter().take(given.len() / 2).cloned().collect()
}

#[divan::bench_group]
mod shipped {
    use super::{
        Answers, Arc, Bencher, EDITIONS, Engine, Id, Library, black_box, complete, half, noon,
    };

    #[divan::bench(args = ["nothing", "half", "everything"])]
    fn evaluate_largest(bencher: Bencher<'_, '_>, answered: &str) {
        let edition = &EDITIONS[0];
        let engine = Engine::new(Arc::clone(&edition.questionnaire), noon().date());
        let all = complete(edition);
        let answers = match answered {
            "nothing" => Answers::default(),
            "half" => half(&edition.questionnaire, &all),
            _ => all,
        };
        bencher.bench(|| black_box(engine.evaluate(black_box(&answers))));
    }

    #[divan::bench(args = EDITIONS.iter().map(|edition| edition.pinned.id.as_str()))]
    fn evaluate_nothing_answered(bencher: Bencher<'_, '_>, id: &str) {
        let edition = Library.get(&Id::from(id)).unwrap();
        let engine = Engine::new(edition.questionnaire, noon().date());
        let answers = Answers::default();
        bencher.bench(|| black_box(engine.evaluate(black_box(&answers))));
    }

    #[divan::bench]
    fn compile_largest(bencher: Bencher<'_, '_>) {
        let edition = &EDITIONS[0];
        bencher.bench(|| Engine::new(Arc::clone(black_box(&edition.questionnaire)), noon().date()));
    }
}

#[divan::bench_group]
mod made_up {
    use super::{Arc, Bencher, Engine, black_box, half, made, noon};

    /// A rule for every five questions; 5,000 questions have 1,000 rules.
    #[divan::bench(args = [100, 500, 1000, 5000, 10_000])]
    fn evaluate_half_answered(bencher: Bencher<'_, '_>, questions: usize) {
        let questionnaire = Arc::new(made::questionnaire(questions));
        let engine = Engine::new(Arc::clone(&questionnaire), noon().date());
        let answers = half(&questionnaire, &made::answers(&questionnaire));
        bencher.bench(|| black_box(engine.evaluate(black_box(&answers))));
    }

    #[divan::bench(args = [100, 500, 1000, 5000, 10_000])]
    fn evaluate_all_answered(bencher: Bencher<'_, '_>, questions: usize) {
        let questionnaire = Arc::new(made::questionnaire(questions));
        let engine = Engine::new(Arc::clone(&questionnaire), noon().date());
        let answers = made::answers(&questionnaire);
        bencher.bench(|| black_box(engine.evaluate(black_box(&answers))));
    }
}

fn noon() -> Moment {
    let at: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    Moment::new(at, Offset::constant(1))
}

fn signer() -> Signer {
    Signer {
        name: "Anna de Boer".into(),
        role: "privacycoördinator".into(),
        organisation: "Museum De Zolder".into(),
    }
}

/// The record of the largest questionnaire, everything answered.
fn document() -> Document {
    let edition = &EDITIONS[0];
    let answers = complete(edition);
    let evaluation =
        Engine::new(Arc::clone(&edition.questionnaire), noon().date()).evaluate(&answers);
    let begun =
        Assessment::begin("meting".into(), edition.pinned.clone(), About::Organisation, noon());
    let assessment = Assessment { answers, ..begun };
    let signatory = Signatory {
        field: "Auteur".into(),
        name: signer().name,
        role: signer().role,
        fingerprint: String::new(),
    };
    let organisation = Organisation { name: "Museum De Zolder".into(), ..Organisation::default() };
    let frame =
        Frame { organisation, signatories: vec![signatory], made: noon(), follows: String::new() };
    let assessed = Assessed::new(None, &assessment, &evaluation).unwrap();
    let data = RecordData::new(frame, Content::Assessment(Box::new(assessed.clone())));
    let json = canonical_json(&data).unwrap();
    let sources = Sources { json_sha256: sha256(&json), json };
    let ron = print_file(&assessment).unwrap();
    let matter = Matter::Assessment(Inquiry {
        data: &data,
        assessed: &assessed,
        questionnaire: &edition.questionnaire,
        evaluation: &evaluation,
        ron: &ron,
        text: &edition.text,
    });
    compose(&Composition { data: &data, matter, sources: &sources })
}

fn face(fonts: &Fonts) -> Face<'_> {
    let (ps_name, font) = fonts.file(Letter::Regular);
    Face { font, ps_name }
}

fn claim() -> Claim {
    Claim {
        field: "Auteur".into(),
        name: signer().name,
        role: signer().role,
        reason: "Vastgesteld".into(),
        time: zoned(noon()),
        certify: true,
    }
}

#[divan::bench_group(sample_count = 20)]
mod record {
    use super::{
        Bencher, Fonts, Identity, Trust, black_box, claim, document, face, noon, render, sign,
        signer, verify,
    };

    #[divan::bench]
    fn render_largest(bencher: Bencher<'_, '_>) {
        let (document, fonts) = (document(), Fonts::shipped().unwrap());
        bencher.bench(|| render(black_box(&document), &fonts).unwrap());
    }

    #[divan::bench]
    fn sign_once(bencher: Bencher<'_, '_>) {
        let fonts = Fonts::shipped().unwrap();
        let pdf = render(&document(), &fonts).unwrap();
        let identity = Identity::create(&signer(), noon().instant(), &mut rand::rng()).unwrap();
        bencher.bench(|| sign(black_box(&pdf), &identity, &claim(), &face(&fonts)).unwrap());
    }

    #[divan::bench]
    fn verify_once(bencher: Bencher<'_, '_>) {
        let fonts = Fonts::shipped().unwrap();
        let pdf = render(&document(), &fonts).unwrap();
        let identity = Identity::create(&signer(), noon().instant(), &mut rand::rng()).unwrap();
        let signed = sign(&pdf, &identity, &claim(), &face(&fonts)).unwrap();
        let trust = Trust::from_pem(&[&identity.certificate_pem()]).unwrap();
        bencher.bench(|| verify(black_box(&signed), &trust, &face(&fonts)));
    }
}
