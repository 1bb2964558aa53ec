//! The house stands as `src/lib.rs` draws it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use syn::{UseTree, visit::Visit};
use verantwoord::{format::Library, model::Id};

/// Each room, and the rooms it may use: all of them on floors below its own.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("signature", &[]),
    ("engine", &["model"]),
    ("format", &["model"]),
    ("session", &["engine", "model"]),
    ("record", &["engine", "model"]),
    ("exchange", &["engine", "model"]),
    ("store", &["format", "model"]),
    ("tui", &["session", "engine", "model"]),
    ("desk", &["session", "store", "record", "exchange", "signature", "format", "engine", "model"]),
    ("cli", &["tui", "desk", "session", "store", "format", "exchange", "engine", "model"]),
    ("main", &["cli"]),
];

/// Each guest from outside, and the places that may name it.
const GUESTS: &[(&str, &[&str])] = &[
    ("chrono", &["exchange/calendar.rs"]),
    ("clap", &["cli"]),
    ("crossterm", &["tui", "cli"]),
    ("anstyle_query", &["cli"]),
    ("csv", &["exchange"]),
    ("deunicode", &["tui"]),
    ("der", &["signature"]),
    ("directories", &["cli", "desk", "store"]),
    ("icalendar", &["exchange"]),
    ("lopdf", &["record"]),
    ("miniz_oxide", &["format/library.rs", "record/pdf", "signature/contents.rs"]),
    ("nucleo_matcher", &["tui/screens/palette.rs"]),
    ("open", &["desk"]),
    ("p12_keystore", &["signature"]),
    ("p256", &["signature"]),
    ("p384", &["signature"]),
    ("printpdf", &["record"]),
    ("rand", &["signature", "desk"]),
    ("ratatui", &["tui", "cli"]),
    ("ratatui_textarea", &["tui/widgets"]),
    ("ron", &["format"]),
    ("rpassword", &["cli"]),
    ("rsa", &["signature/algorithm.rs", "signature/secret_key.rs", "signature/tests"]),
    ("serde_json", &["format", "exchange"]),
    ("sha2", &["format", "record/pdf", "signature"]),
    ("shell_words", &["cli/editor.rs"]),
    ("slug", &["store", "desk"]),
    ("strsim", &["format"]),
    ("subsetter", &["record", "signature/fonts.rs"]),
    ("tempfile", &["store", "cli/editor.rs"]),
    ("tui_big_text", &["tui/screens/workshop/big.rs"]),
    ("ttf_parser", &["record", "signature/fonts.rs"]),
    ("x509_cert", &["signature"]),
    ("zip", &["store/archive.rs"]),
    ("zxcvbn", &["session/passphrase.rs"]),
    ("std::env", &["cli"]),
    ("std::fs", &["store", "cli/input.rs", "cli/editor.rs"]),
    ("std::net", &[]),
    ("std::time::SystemTime", &["desk"]),
];

/// Words of every day that happen to be the name of a question too.
const EVERYDAY: &[&str] = &["list", "role"];

const LONGEST_FILE: usize = 500;
const LONGEST_FUNCTION: usize = 80;

#[test]
fn rooms_use_only_rooms_below() {
    let mut faults = Vec::new();
    for source in sources() {
        if source.place == "lib.rs" {
            continue;
        }
        let Some((room, allowed)) = ROOMS.iter().find(|(room, _)| *room == source.room()) else {
            faults.push(format!("{} stands in no room", source.place));
            continue;
        };
        for path in &source.paths {
            let Some(other) = path.strip_prefix("crate::") else { continue };
            let other = other.split("::").next().unwrap();
            if other != *room && !allowed.contains(&other) {
                faults.push(format!("{} uses {path}", source.place));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_room_is_drawn() {
    let map = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    for (room, _) in ROOMS.iter().filter(|(room, _)| *room != "main") {
        assert!(map.contains(&format!("pub mod {room};")), "{room} is not there");
        let row = [format!("//! | [`{room}`]"), format!("//! | [`{room}`](mod@{room})")];
        assert!(row.iter().any(|row| map.contains(row)), "{room} is not on the map");
    }
    assert_eq!(map.matches("pub mod ").count() + 1, ROOMS.len());
}

#[test]
fn guests_stay_in_their_rooms() {
    let mut faults = Vec::new();
    for source in sources() {
        for (guest, places) in GUESTS {
            let welcome = places.iter().any(|place| source.place.starts_with(place));
            let named = source
                .paths
                .iter()
                .find(|path| path.strip_prefix(guest).is_some_and(|rest| rest.starts_with("::")));
            if let (false, Some(path)) = (welcome, named) {
                faults.push(format!("{} names {path}", source.place));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn only_the_upper_floors_know_the_time() {
    let clocks = ["Timestamp::now", "Zoned::now", "SystemTime::now", "Instant::now"];
    let mut faults = Vec::new();
    for source in sources() {
        let asks = source.paths.iter().any(|path| clocks.iter().any(|now| path.ends_with(now)));
        if asks && !["desk", "tui", "cli"].contains(&source.room()) {
            faults.push(format!("{} asks the time", source.place));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn nothing_is_printed_in_passing() {
    let prints = ["print!", "println!", "eprint!", "eprintln!", "dbg!"];
    let mut faults = Vec::new();
    for source in sources() {
        let named = source.paths.iter().filter(|path| prints.contains(&path.as_str()));
        faults.extend(named.map(|name| format!("{} prints with {name}", source.place)));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_question_is_named_in_code() {
    let asked: BTreeSet<Id> = Library
        .ids()
        .filter_map(|id| Library.get(&Id::from(id)))
        .flat_map(|edition| {
            let ids: Vec<Id> = edition
                .questionnaire
                .questions()
                .map(|(_, question)| question.id.clone())
                .collect();
            ids
        })
        .filter(|id| !EVERYDAY.contains(&id.as_str()))
        .collect();
    assert!(asked.len() > 50);
    let mut faults = Vec::new();
    for source in sources() {
        let named = source.literals.iter().filter(|literal| asked.contains(literal.as_str()));
        faults.extend(named.map(|name| format!("{} names the question {name}", source.place)));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut faults = Vec::new();
    for (place, text) in texts("src").into_iter().chain(texts("tests")) {
        let lines = text.lines().count();
        if lines > LONGEST_FILE {
            faults.push(format!("{place} has {lines} lines"));
        }
        if !text.starts_with("//! ") {
            faults.push(format!("{place} does not say what it is"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn functions_are_short() {
    let mut faults = Vec::new();
    for (place, text) in texts("src").into_iter().chain(texts("tests")) {
        for (name, lines) in functions(&text) {
            if lines > LONGEST_FUNCTION {
                faults.push(format!("{place}: {name} has {lines} lines"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_test_file_is_forgotten() {
    let suite = fs::read_to_string(root().join("tests/suite.rs")).unwrap();
    for (place, _) in texts("tests") {
        let Some(name) = place.strip_suffix(".rs").filter(|name| !name.contains('/')) else {
            continue;
        };
        assert!(name == "suite" || suite.contains(&format!("mod {name};")), "{place} never runs");
    }
}

#[test]
fn functions_are_measured() {
    let text = "fn one() {\n    two()\n}\n\nimpl A {\n    pub fn three(\n        a: u8,\n    ) {\n    }\n}\n";
    assert_eq!(functions(text), [("fn one() {".to_owned(), 3), ("pub fn three(".to_owned(), 4)]);
}

/// Every function with how many lines it has. The source is formatted, so that a function ends with the first line that
/// closes it at its own depth. A table written as a function is left out where it says so to the compiler.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let words = line.trim_start();
        let depth = line.len() - words.len();
        let own = words
            .strip_prefix("pub")
            .map_or(words, |rest| rest.trim_start_matches(|c: char| c != ' ').trim_start());
        if !own.trim_start_matches("const ").starts_with("fn ") || line.ends_with([';', '}']) {
            continue;
        }
        let above = start.checked_sub(1).and_then(|above| lines.get(above));
        if above.is_some_and(|line| line.contains("expect(clippy::too_many_lines")) {
            continue;
        }
        let close = format!("{}}}", " ".repeat(depth));
        if let Some(length) = lines[start..].iter().position(|line| *line == close) {
            found.push((words.to_owned(), length + 1));
        }
    }
    found
}

#[derive(Debug)]
struct Source {
    /// Where the file lies under `src`.
    place: String,
    /// Every path and macro that the file names outside its tests, whole: `crate::model::Answer`, `format!`.
    paths: BTreeSet<String>,
    /// Every text that stands in the file outside its tests.
    literals: BTreeSet<String>,
}

impl Source {
    fn room(&self) -> &str {
        self.place.split(['/', '.']).next().unwrap()
    }
}

#[derive(Default)]
struct Names {
    /// The modules around what is read, from the root.
    around: Vec<String>,
    paths: BTreeSet<String>,
    literals: BTreeSet<String>,
}

impl<'ast> Visit<'ast> for Names {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let attributes = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            _ => return syn::visit::visit_item(self, item),
        };
        if !attributes.iter().any(is_test) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.around.push(item.ident.to_string());
        syn::visit::visit_item_mod(self, item);
        self.around.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.grow("", &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let words: Vec<_> = path.segments.iter().map(|word| word.ident.to_string()).collect();
        self.add(&words.join("::"));
        syn::visit::visit_path(self, path);
    }

    fn visit_lit_str(&mut self, text: &'ast syn::LitStr) {
        self.literals.insert(text.value());
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        if let Some(name) = item.path.segments.last() {
            self.paths.insert(format!("{}!", name.ident));
        }
        let inside = item.tokens.to_string();
        let texts = inside.split('"').skip(1).step_by(2);
        self.literals.extend(texts.map(str::to_owned));
        syn::visit::visit_macro(self, item);
    }
}

fn is_test(attribute: &syn::Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else { return false };
    list.path.is_ident("cfg") && list.tokens.to_string() == "test"
}

impl Names {
    fn grow(&mut self, stem: &str, tree: &UseTree) {
        match tree {
            UseTree::Path(path) => self.grow(&format!("{stem}{}::", path.ident), &path.tree),
            UseTree::Name(name) => self.add(&format!("{stem}{}", name.ident)),
            UseTree::Rename(name) => self.add(&format!("{stem}{}", name.ident)),
            UseTree::Glob(_) => self.add(&format!("{stem}*")),
            UseTree::Group(group) => group.items.iter().for_each(|item| self.grow(stem, item)),
        }
    }

    /// Notes a path, written from the root.
    fn add(&mut self, path: &str) {
        let mut around = self.around.clone();
        let mut rest = path.strip_prefix("self::").unwrap_or(path);
        let mut relative = false;
        while let Some(after) = rest.strip_prefix("super::") {
            around.pop();
            (rest, relative) = (after, true);
        }
        if relative {
            around.insert(0, "crate".to_owned());
            around.push(rest.to_owned());
            self.paths.insert(around.join("::"));
        } else {
            self.paths.insert(rest.to_owned());
        }
    }
}

/// The modules around what a file of `src` says.
fn around(place: &str) -> Vec<String> {
    let words = place.trim_end_matches(".rs").split('/');
    words.filter(|word| !["mod", "lib", "main"].contains(word)).map(str::to_owned).collect()
}

fn sources() -> Vec<Source> {
    let files = texts("src").into_iter();
    let files =
        files.filter(|(place, _)| !place.ends_with("/tests.rs") && !place.contains("/tests/"));
    files
        .map(|(place, text)| {
            let mut names = Names { around: around(&place), ..Names::default() };
            names.visit_file(&syn::parse_file(&text).unwrap());
            Source { place, paths: names.paths, literals: names.literals }
        })
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file under `folder`: where it lies in there, and what it says.
fn texts(folder: &str) -> BTreeMap<String, String> {
    let root = root().join(folder);
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let place = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(place, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}
