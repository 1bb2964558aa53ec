//! Every dependency says why it is here, and something names it.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What is named on the lines of a table of dependencies: the name, and the comment behind it.
fn dependencies(manifest: &str) -> Vec<(String, String)> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.trim_end_matches(']').ends_with("dependencies");
            continue;
        }
        let line = line.trim();
        if !inside || line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (name, rest) = line.split_once(" = ").unwrap();
        let why = rest.rsplit_once(" # ").map_or("", |(_, why)| why.trim());
        found.push((name.trim().to_owned(), why.to_owned()));
    }
    found
}

/// The Rust files below a folder, with what is in them.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(texts(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.clone(), fs::read_to_string(path).unwrap()));
        }
    }
    found
}

/// Whether a text names this crate: `name::…`, `name!…`, or `use name;`, and not as part of a longer path.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = &text[start + name.len()..];
        let whole = before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':');
        whole && ["::", "!", ";"].iter().any(|mark| after.starts_with(mark))
    })
}

#[test]
fn every_dependency_says_why_it_is_here() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let found = dependencies(&manifest);
    assert!(found.len() > 30, "{found:?}");
    let silent: Vec<_> = found.iter().filter(|(_, why)| why.is_empty()).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn every_dependency_is_named_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let mut files = texts(&root.join("src"));
    files.extend(texts(&root.join("tests")));
    let mut unnamed = Vec::new();
    for (name, _) in dependencies(&manifest) {
        let name = name.replace('-', "_");
        // A room of the same name is meant everywhere but in that room.
        let place = root.join("src").join(&name);
        let named = |(path, text): &(PathBuf, String)| {
            names(text, &name) && (!place.is_dir() || path.starts_with(&place))
        };
        if !files.iter().any(named) {
            unnamed.push(name);
        }
    }
    assert!(unnamed.is_empty(), "nothing names {unnamed:?}");
}

#[test]
fn a_line_of_the_manifest_is_read() {
    let manifest = "[package]\nname = \"x\"\n[dev-dependencies]\n# all\na-b = \"1\" # for this\nc = \"2\"\n[lints.rust]\nd = \"3\"\n";
    let found = dependencies(manifest);
    assert_eq!(found, [("a-b".to_owned(), "for this".to_owned()), ("c".to_owned(), String::new())]);
    assert!(names("use a_b::C;", "a_b") && names("a_b!(x)", "a_b"));
    assert!(!names("crate::a_b::C", "a_b") && !names("xa_b::C", "a_b"));
}
