//! The same work as `beside.py` has other programs do, measured in one process and told as JSON, a line for each length:
//! `cargo bench --bench beside -- FOLDER RUNS PAGES...`, on Linux. Each record and what it is made of is left in the folder.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on should stop")]
#![expect(
    clippy::disallowed_methods,
    reason = "the files are for another program, and to be looked at"
)]

mod papers;

use papers::Press;
use std::{fs, path::Path, thread, time::Duration};
use verantwoord::{desk, format::canonical_json, session::Standing};

fn main() {
    // Cargo adds an option of its own.
    let arguments: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let [folder, runs, pages @ ..] = arguments.as_slice() else {
        println!("usage: beside FOLDER RUNS PAGES...");
        return;
    };
    let press = Press::new();
    let folder = Path::new(folder);
    fs::write(folder.join("ours.pem"), press.certificate()).unwrap();
    for pages in pages {
        measure(&press, folder, (runs.parse().unwrap(), pages.parse().unwrap()));
    }
}

/// Does it, and adds how many seconds of computing that took.
fn timed<T>(times: &mut Vec<f64>, work: impl FnOnce() -> T) -> T {
    let start = computed();
    let done = work();
    times.push(computed() - start);
    done
}

/// For how many seconds a processor worked for this thread: what else runs does not count (proc(5), `schedstat`).
fn computed() -> f64 {
    // The kernel brings the count up to date when a thread rests.
    thread::sleep(Duration::from_nanos(1));
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    let nanoseconds = told.split_whitespace().next().unwrap().parse().unwrap();
    Duration::from_nanos(nanoseconds).as_secs_f64()
}

fn measure(press: &Press, folder: &Path, (runs, wanted): (usize, usize)) {
    let (entries, pages) = press.entries_for(wanted);
    let data = press.register(0, entries);
    fs::write(folder.join(format!("{wanted}.json")), canonical_json(&data).unwrap()).unwrap();
    let file = folder.join(format!("ours-{wanted}.pdf"));
    let known = [press.certificate()];
    let [mut made, mut signed, mut checked] = [const { Vec::new() }; 3];
    for _ in 0..runs {
        let unsigned = timed(&mut made, || press.print(&data));
        let record = timed(&mut signed, || press.sign(&unsigned));
        fs::write(&file, record).unwrap();
        let report = timed(&mut checked, || desk::check(&file, &known).unwrap());
        assert_eq!(report.verdict, Standing::Valid, "{:?}", report.problems);
    }
    println!(
        "{}",
        serde_json::json!({
            "wanted": wanted, "pages": pages, "entries": entries,
            "make": made, "sign": signed, "check": checked,
        })
    );
}
