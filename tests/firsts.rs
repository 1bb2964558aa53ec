//! What whoever uses the program for the first time reads: each thing once, in full, and in the words of this program.

use crate::stage::{Stage, overview, session};
use std::{fs, path::Path, process::Command};
use verantwoord::{
    model::{About, Action, Answers, Id, Participant, Progress},
    session::{Effect, Overview},
};

fn at_questions() -> Stage {
    let about = About::Processing(Id::from("ticketsysteem"));
    Stage::with(session("pre-dpia", about, Answers::default()), 80, 24)
}

/// A pre-DPIA with one person on its list.
fn in_company() -> Stage {
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut open = session("pre-dpia", about, Answers::default());
    let listed = open.list(0, Participant::new("Vera", "")).unwrap();
    open.apply(listed);
    Stage::with(open, 80, 24)
}

/// On the screen of the actions, of which there is this one.
fn at_action(action: Action) -> Stage {
    let mut stage = Stage::set(Overview { actions: vec![action.into()], ..overview() }, 80, 24);
    stage.press("a");
    stage
}

#[test]
fn that_a_passphrase_is_weak_is_said_once_and_that_there_is_none_too() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<Ctrl+P>sleutels<Enter><Enter>Vera<Tab>baliemedewerker<Tab><Tab>");
    let again = stage.screen();
    assert!(again.contains("Typ dezelfde wachtzin nog een keer."), "{again}");
    let none = stage.press("<Enter>").screen();
    assert!(none.contains("► Wachtzin") && none.contains("Vul eerst in: wachtzin."), "{none}");
    let weak = stage.press("kort<Tab>kort<Enter>").screen();
    assert!(weak.contains("► Wachtzin"), "{weak}");
    assert_eq!(weak.matches("Te makkelijk te raden.").count(), 1, "{weak}");
}

#[test]
fn where_one_is_never_reads_on_in_whether_it_is_saved() {
    let mut stage = in_company();
    stage.press("s<Right>m");
    let screen = stage.screen();
    let bar = screen.lines().next().unwrap();
    assert!(bar.contains("Minuten voor dit deel  opgeslagen"), "{bar}");
}

#[test]
fn a_long_line_can_be_read_in_full_below_the_fields() {
    let long =
        "Zet deze uitkomst met datum, naam en redenen bij de verwerking in uw verwerkingsregister.";
    let mut stage = at_action(Action::by_hand(long.to_owned()));
    let screen = stage.press("<Enter>").screen();
    assert!(screen.contains("► Wat") && screen.contains("   verwerkingsregister."), "{screen}");
    // The fields stay where they are on the way down.
    let row = |screen: &str| screen.lines().position(|line| line.contains("Bewijs")).unwrap();
    assert_eq!(row(&stage.press("<Tab><Tab>").screen()), row(&screen));
}

#[test]
fn an_action_that_is_under_way_says_so_in_a_word() {
    let due = jiff::civil::Date::new(2026, 12, 18).ok();
    let busy = Action { due, state: Progress::Busy, ..Action::by_hand("Bel de gemeente".into()) };
    let screen = at_action(busy).screen();
    assert!(screen.contains("  Bel de gemeente"), "{screen}");
    assert!(screen.contains("bezig · 18-12-2026"), "{screen}");
}

#[test]
fn an_action_written_at_a_question_is_said_to_be_kept() {
    let mut stage = at_questions();
    let screen = stage.press("aBel de gemeente<Esc>").screen();
    let kept = stage.effects.try_iter().any(|wish| matches!(wish, Effect::KeepAction(_)));
    assert!(kept && screen.contains("De actie is opgeschreven"), "{screen}");
    let screen = stage.press("a<Esc>").screen();
    assert!(!screen.contains("De actie is opgeschreven"), "{screen}");
}

#[test]
fn who_is_on_the_list_is_taken_off_it_and_no_answer_is_erased() {
    let mut stage = in_company();
    let help = stage.press("s?").screen();
    assert!(help.contains("Haal deze rij uit de lijst."), "{help}");
    assert!(!help.contains("Wis het antwoord"), "{help}");
    let screen = stage.press("?<Del>").screen();
    assert!(!screen.contains("Vera"), "{screen}");
    assert!(stage.kept().participants.is_empty());
}

#[test]
fn the_example_comes_in_the_folder_that_is_named() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("daar");
    let said = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
        .args(["demo", "--data", folder.to_str().unwrap()])
        .current_dir(parent.path())
        .output()
        .unwrap();
    assert!(said.status.success(), "{said:?}");
    assert!(folder.join("verslagen").is_dir());
    assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
}

#[test]
fn where_nothing_can_be_read_nobody_is_asked_who_they_are() {
    let folder = tempfile::tempdir().unwrap();
    #[expect(clippy::disallowed_methods, reason = "a test makes its own files")]
    fs::write(folder.path().join("opdrachten"), "geen map").unwrap();
    let said = Command::new(env!("CARGO_BIN_EXE_verantwoord"))
        .args(["--plain", "--data", folder.path().to_str().unwrap()])
        .output()
        .unwrap();
    let (told, why) =
        (String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr));
    assert_eq!((said.status.code(), &*told), (Some(2), ""), "{why}");
    assert!(why.contains("opdrachten kan niet worden gelezen"), "{why}");
}

/// Every file below `folder`.
fn below(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { below(&path, files) } else { files.push(path) }
    }
}

#[test]
fn no_sentence_has_a_hole_in_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "questionnaires"] {
        below(&root.join(folder), &mut files);
    }
    let told = |path: &Path| {
        let path = path.to_string_lossy();
        path.ends_with(".ron") || path.contains("words") && !path.contains("tests")
    };
    files.retain(|path| told(path));
    assert!(files.len() > 40, "{files:?}");
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            // Columns of names and their values have holes too, after a colon or before something else than a word.
            let hole = line.trim_start().split_once("   ").is_some_and(|(before, after)| {
                before.ends_with(|last: char| last.is_alphabetic() || ",.;".contains(last))
                    && after.trim_start().starts_with(char::is_alphabetic)
            });
            assert!(!hole, "{}:{}: {line}", path.display(), number + 1);
        }
    }
}

#[test]
fn what_is_taken_back_of_many_rows_is_told_in_number() {
    let mut stage = at_questions();
    let rest = stage.press("j1nnnnr").screen();
    let rows: usize = rest
        .split_once(" rijen zijn met nee beantwoord")
        .and_then(|(before, _)| before.split_whitespace().last()?.parse().ok())
        .unwrap_or_else(|| panic!("{rest}"));
    let told = format!("en nog {} vragen", rows - 1);
    let words = |screen: String| screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let back = words(stage.press("u").screen());
    assert!(back.contains("Ongedaan gemaakt bij: ") && back.contains(&told), "{back}");
    let again = words(stage.press("<Ctrl+Y>").screen());
    assert!(again.contains("Opnieuw gedaan bij: ") && again.contains(&told), "{again}");
}

#[test]
fn why_it_cannot_be_signed_yet_is_said_where_one_tries() {
    let mut stage = at_questions();
    let outcome = stage.press("<F2>").screen();
    assert!(!outcome.contains("F10"), "{outcome}");
    let told = stage.press("<F10>").screen();
    assert!(told.contains("Ondertekenen kan nog niet."), "{told}");
    assert!(!stage.press("<Down>").screen().contains("Ondertekenen kan nog niet."));
    assert!(stage.effects.try_iter().all(|wish| !matches!(wish, Effect::Sign(_))));
}

/// One question that decides whether there are 35 more is not the end of it; in a narrow window that is said in fewer words.
#[test]
fn that_more_may_be_asked_is_said_beside_the_number() {
    let mut stage = at_questions();
    assert!(stage.screen().contains("vraag 1 van 1 of meer · deel 1 van 7"), "{}", stage.screen());
    let next = stage.press("j1").screen();
    assert!(next.contains("vraag 3 van 5 · deel 2 van 7"), "{next}");
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut narrow = Stage::with(session("pre-dpia", about, Answers::default()), 40, 12);
    let kept = narrow.press("j").screen();
    assert!(kept.contains("vraag 2 van 2 │ opgeslagen 14:02"), "{kept}");
}
