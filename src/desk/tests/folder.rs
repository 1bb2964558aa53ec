//! Where the data are: the strongest word counts.

use super::super::folder::{Places, choose};
use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

#[test]
fn the_strongest_word_counts() {
    let all = Places {
        asked: Some(Path::new("/asked")),
        environment: Some(OsStr::new("/environment")),
        program: Some(Path::new("/stick/verantwoord")),
    };
    let beside = |path: &Path| path == Path::new("/stick/verantwoord-gegevens");
    let chosen = |places| choose(places, beside, Some(PathBuf::from("/platform")));
    let path = |text: &str| Some(PathBuf::from(text));
    assert_eq!(chosen(all), path("/asked"));
    assert_eq!(chosen(Places { asked: None, ..all }), path("/environment"));
    let quiet = Places { asked: None, environment: Some(OsStr::new("")), ..all };
    assert_eq!(chosen(quiet), path("/stick/verantwoord-gegevens"));
    assert_eq!(choose(quiet, |_| false, path("/platform")), path("/platform"));
    assert_eq!(choose(Places::default(), |_| true, None), None);
}
