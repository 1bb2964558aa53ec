//! How long a record takes, in one process: `cargo bench --bench record`.
//!
//! The house promises 60 ms for making and signing a record of ten pages, 100 ms with checking it, one second for a hundred
//! pages, and a hundred records checked a second. What is checked is everything: signatures, grammar, the pages made again
//! from the data. What costs time on purpose, opening a key with a passphrase, is left out.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]
#![expect(clippy::disallowed_methods, reason = "what is measured may be lost in a power cut")]

mod papers;

use divan::{Bencher, black_box, counter::ItemsCount};
use papers::{Press, noon};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use verantwoord::{
    desk,
    engine::Engine,
    format::{Library, Syntax, parse_answers, print_file},
    model::{About, Assessment, Id},
    record::{Assessed, Content, Inquiry, Matter},
    session::{Report, Standing},
};

fn main() {
    divan::main();
}

/// The lengths of registers; the shortest there is has some pages too.
const PAGES: [usize; 3] = [1, 10, 100];

fn check(file: &Path, known: &[String]) -> Report {
    let report = desk::check(file, known).unwrap();
    assert_eq!(report.verdict, Standing::Valid, "{:?}", report.problems);
    report
}

#[divan::bench(args = PAGES, sample_count = 20, sample_size = 1)]
fn make(bencher: Bencher<'_, '_>, pages: usize) {
    let press = Press::new();
    let data = press.register(0, press.entries_for(pages).0);
    bencher.bench_local(|| black_box(press.print(&data)));
}

#[divan::bench(args = PAGES, sample_count = 20, sample_size = 1)]
fn make_and_sign(bencher: Bencher<'_, '_>, pages: usize) {
    let press = Press::new();
    let data = press.register(0, press.entries_for(pages).0);
    bencher.bench_local(|| black_box(press.sign(&press.print(&data))));
}

#[divan::bench(args = PAGES, sample_count = 20, sample_size = 1)]
fn make_sign_and_check(bencher: Bencher<'_, '_>, pages: usize) {
    let press = Press::new();
    let data = press.register(0, press.entries_for(pages).0);
    let folder = tempfile::tempdir().unwrap();
    let (file, known) = (folder.path().join("verslag.pdf"), [press.certificate()]);
    bencher.bench_local(|| {
        std::fs::write(&file, press.sign(&press.print(&data))).unwrap();
        black_box(check(&file, &known))
    });
}

#[divan::bench(args = PAGES, sample_count = 20, sample_size = 1)]
fn check_one(bencher: Bencher<'_, '_>, pages: usize) {
    let press = Press::new();
    let data = press.register(0, press.entries_for(pages).0);
    let folder = tempfile::tempdir().unwrap();
    let (file, known) = (folder.path().join("verslag.pdf"), [press.certificate()]);
    std::fs::write(&file, press.sign(&press.print(&data))).unwrap();
    bencher.bench_local(|| black_box(check(&file, &known)));
}

/// The record of the plan with the most questions, all answered, unsigned.
fn step_plan(press: &Press) -> Vec<u8> {
    let edition = Library.get(&Id::from("stappenplan-publieksdata")).unwrap();
    let text = include_str!("../answers/stappenplan-publieksdata/alles-klaar.json");
    let answers = parse_answers(text, Syntax::Json, &edition.questionnaire).unwrap();
    let engine = Engine::new(Arc::clone(&edition.questionnaire), noon().date());
    let evaluation = engine.evaluate(&answers);
    let begun =
        Assessment::begin("meting".into(), edition.pinned.clone(), About::Organisation, noon());
    let assessment = Assessment { answers, ..begun };
    let assessed = Assessed::new(None, &assessment, &evaluation).unwrap();
    let data = press.data(Content::Assessment(Box::new(assessed.clone())));
    let matter = Matter::Assessment(Inquiry {
        data: &data,
        assessed: &assessed,
        questionnaire: &edition.questionnaire,
        evaluation: &evaluation,
        ron: &print_file(&assessed.assessment).unwrap(),
        text: &edition.text,
    });
    press.print_matter(&data, matter)
}

/// The longest plan with everything answered: what is asked is read from the record, and evaluated again.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn check_a_step_plan(bencher: Bencher<'_, '_>) {
    let press = Press::new();
    let folder = tempfile::tempdir().unwrap();
    let (file, known) = (folder.path().join("verslag.pdf"), [press.certificate()]);
    std::fs::write(&file, press.sign(&step_plan(&press))).unwrap();
    bencher.bench_local(|| black_box(check(&file, &known)));
}

/// A thousand different records, one after another on one processor.
#[divan::bench(args = PAGES[..2].iter().copied(), sample_count = 3, sample_size = 1)]
fn check_a_thousand(bencher: Bencher<'_, '_>, pages: usize) {
    let press = Press::new();
    let (folder, known) = (tempfile::tempdir().unwrap(), [press.certificate()]);
    let entries = press.entries_for(pages).0;
    let files: Vec<PathBuf> = (0..1_000)
        .map(|number| {
            let file = folder.path().join(format!("{number}.pdf"));
            let data = press.register(number, entries);
            std::fs::write(&file, press.sign(&press.print(&data))).unwrap();
            file
        })
        .collect();
    bencher.counter(ItemsCount::new(files.len())).bench_local(|| {
        for file in &files {
            black_box(check(file, &known));
        }
    });
}
