//! What whoever is new here, or in a hurry, does: a key pressed twice, a name mistyped, an arrow in a text, a change regretted.

use crate::{
    homes::line,
    stage::{Stage, genuine, overview, session},
};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::Modifier;
use std::{path::PathBuf, sync::Arc};
use verantwoord::{
    model::{About, Action, Answer, Answers, Id, Participant, Status},
    session::{
        Advance, AssessmentLine, Cover, DataStanding, Edit, Effect, Failure, KeyLine, Overview,
        RecordLine, Reply, Report, Standing,
    },
    tui::Message,
};

fn wished(stage: &Stage) -> Vec<Effect> {
    stage.effects.try_iter().collect()
}

fn failed(message: &str) -> Reply {
    Reply::Failed(Failure { message: message.into(), unkept: None, passphrase: false })
}

fn at_questions(questionnaire: &str) -> Stage {
    let about = About::Processing(Id::from("ticketsysteem"));
    Stage::with(session(questionnaire, about, Answers::default()), 80, 24)
}

fn footer(stage: &mut Stage) -> String {
    stage.screen().lines().last().unwrap().to_owned()
}

/// The same keys, before the desk answers any of them.
fn hasty(stage: &mut Stage, key: KeyCode, times: usize) {
    for _ in 0..times {
        let key = KeyEvent::new(key, KeyModifiers::NONE);
        stage.app.take(Message::Input(Event::Key(key)));
    }
}

#[test]
fn whoever_presses_enter_twice_begins_one_toets() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<Ctrl+P>direct marketing<Enter><Enter>Nieuwsbrief");
    let kept = stage.press("<Esc>").screen();
    assert!(kept.contains("Nieuwsbrief") && kept.contains("nog niet bewaard"), "{kept}");
    wished(&stage);
    hasty(&mut stage, KeyCode::Enter, 7);
    let begun = wished(&stage).into_iter().filter(|wish| matches!(wish, Effect::Begin { .. }));
    assert_eq!(begun.count(), 1);
}

#[test]
fn what_could_not_be_opened_is_asked_for_again() {
    let about = About::Organisation;
    let assessment = session("fg-plicht", about, Answers::default()).assessment().clone();
    let line =
        AssessmentLine { id: assessment.id, ..AssessmentLine::clone(&line(1, Status::Open)) };
    let mut stage =
        Stage::set(Overview { assessments: vec![Arc::new(line)], ..overview() }, 80, 24);
    hasty(&mut stage, KeyCode::Enter, 3);
    assert!(matches!(&wished(&stage)[..], [Effect::Resume(_)]));
    stage.take(failed("De stick is eruit."));
    hasty(&mut stage, KeyCode::Enter, 2);
    assert!(matches!(&wished(&stage)[..], [Effect::Resume(_)]));
}

#[test]
fn an_arrow_moves_in_the_text_and_tab_goes_on() {
    let mut stage = at_questions("gerechtvaardigd-belang");
    stage.press("nnnnnnn").press("Wij willn<Left>e");
    assert!(footer(&mut stage).contains("Tab verder"), "{}", stage.screen());
    stage.press("<Tab><Left>");
    let given = stage.kept().answers.get(&Id::from("interest")).cloned();
    assert_eq!(given, Some(Answer::one("Wij willen")));
}

#[test]
fn an_undo_goes_to_the_question_it_is_about_and_says_which() {
    let mut stage = at_questions("pre-dpia");
    let screen = stage.press("j1n").press("<F2>").press("<Esc>").screen();
    assert!(screen.contains("vraag 4 van"), "{screen}");
    let screen = stage.press("<Left><Left><Left>u").screen();
    assert!(screen.contains("vraag 3 van") && screen.contains("( ) n  Nee"), "{screen}");
    assert!(screen.contains("Ongedaan gemaakt bij: "), "{screen}");
    let screen = stage.press("u").screen();
    assert!(screen.contains("vraag 2 van"), "{screen}");
    let screen = stage.press("<Ctrl+Y><Ctrl+Y>").screen();
    assert!(screen.contains("vraag 3 van") && screen.contains("(•) n  Nee"), "{screen}");
    assert!(screen.contains("Opnieuw gedaan bij: "), "{screen}");
    let screen = stage.press("<Ctrl+Y>").screen();
    assert!(screen.contains("Er is niets om opnieuw te doen."), "{screen}");
    let screen = stage.press("uuuu").screen();
    assert!(screen.contains("Er is niets om ongedaan te maken."), "{screen}");
    // Looking at the outcome, one stays there.
    let screen = stage.press("jjj<F2>u").screen();
    assert!(screen.contains("› Uitkomst") && screen.contains("Ongedaan gemaakt bij"), "{screen}");
}

#[test]
fn what_is_typed_about_the_institution_is_one_change_and_settings_are_done_again() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<Ctrl+P>uw instelling<Enter>");
    wished(&stage);
    let mut there = overview();
    for typed in [" te", " Zwolle"] {
        stage.press(typed).rest();
        let wish = wished(&stage).pop();
        let Some(Effect::KeepOrganisation(kept)) = wish else { panic!("{wish:?}") };
        there.organisation = Some(*kept);
        stage.take(Reply::Overview(there.clone().into()));
    }
    stage.press("<Esc>");
    wished(&stage);
    let name = |stage: &Stage| match wished(stage).pop() {
        Some(Effect::KeepOrganisation(kept)) => kept.name,
        other => panic!("{other:?}"),
    };
    stage.press("u");
    assert_eq!(name(&stage), "Museum De Linde");
    stage.take(Reply::Overview(overview().into()));
    stage.press("<Ctrl+Y>");
    assert_eq!(name(&stage), "Museum De Linde te Zwolle");
    stage.take(Reply::Overview(there.clone().into()));
    stage.press("<F12><Down><Enter>");
    let Some(Effect::KeepSettings(large)) = wished(&stage).pop() else { panic!() };
    assert!(large.projector);
    stage.take(Reply::Overview(Overview { settings: large, ..there.clone() }.into()));
    stage.press("u");
    assert!(matches!(&wished(&stage)[..], [Effect::KeepSettings(was)] if !was.projector));
    stage.take(Reply::Overview(there.into()));
    stage.press("<Ctrl+Y>");
    assert!(matches!(&wished(&stage)[..], [Effect::KeepSettings(again)] if again.projector));
}

#[test]
fn an_action_that_was_just_written_down_is_taken_back() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("aaBel de leverancier<Esc>");
    let Some(Effect::KeepAction(new)) = wished(&stage).pop() else { panic!() };
    let kept = Action { id: Id::from("2026-11-23-1"), ..*new };
    let there = Overview { actions: vec![Arc::new(kept.clone())], ..overview() };
    stage.take(Reply::Overview(there.clone().into()));
    stage.press("u");
    assert!(matches!(&wished(&stage)[..], [Effect::RemoveAction(id)] if *id == kept.id));
    stage.take(Reply::Overview(overview().into()));
    stage.press("<Ctrl+Y>");
    assert!(matches!(&wished(&stage)[..], [Effect::KeepAction(again)] if **again == kept));
}

#[test]
fn the_cursor_goes_to_an_action_that_was_just_written_down() {
    let duty = |id: &str, text: &str| {
        Arc::new(Action { id: Id::from(id), ..Action::by_hand(text.into()) })
    };
    let there = vec![duty("1", "Ruim de lijst op"), duty("2", "Vraag toestemming")];
    let mut stage = Stage::set(Overview { actions: there.clone(), ..overview() }, 80, 24);
    stage.press("aaBel de leverancier<Esc>");
    let actions = [there, vec![duty("3", "Bel de leverancier")]].concat();
    stage.take(Reply::Overview(Overview { actions, ..overview() }.into()));
    // What the cursor is on is told in full below the list.
    let screen = stage.screen();
    assert_eq!(screen.matches("Bel de leverancier").count(), 2, "{screen}");
}

#[test]
fn at_the_last_field_the_footer_says_how_one_is_done() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<Ctrl+P>uw instelling<Enter>");
    assert!(footer(&mut stage).contains("Tab volgend veld"), "{}", stage.screen());
    // What is no number is said, and not left out or taken for another one.
    stage.press("<Tab><Tab><Tab><Tab><Tab><Tab>").press("10-12<Enter>");
    assert!(stage.screen().contains("Typ één getal"), "{}", stage.screen());
    stage.press("<Backspace><Backspace><Backspace><Backspace><Backspace>ongeveer 12<Tab><Down>");
    let last = footer(&mut stage);
    assert!(last.contains("Enter klaar") && !last.contains("volgend veld"), "{last}");
    wished(&stage);
    stage.press("<Enter>");
    let wish = wished(&stage).into_iter().find_map(|wish| match wish {
        Effect::KeepOrganisation(kept) => kept.staff,
        _ => None,
    });
    assert_eq!(wish, Some(12));
}

#[test]
fn a_file_that_is_not_there_leaves_its_name_to_be_mended() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<Ctrl+P>controleer een<Enter>/home/vera/verslg.pdf<Enter>");
    stage.take(failed("Dat is er niet."));
    let screen = stage.screen();
    assert!(screen.contains("/home/vera/verslg.pdf"), "{screen}");
    wished(&stage);
    stage.press("<Left><Left><Left><Left><Left>a<Enter>");
    let asked = wished(&stage);
    assert!(
        matches!(&asked[..], [Effect::Check(path)] if path.ends_with("verslag.pdf")),
        "{asked:?}"
    );
    // From what is found one goes anywhere.
    let found = Report { verdict: Standing::Unsigned, data: DataStanding::Absent, ..genuine() };
    stage.take(Reply::Checked(Box::new(found)));
    let screen = stage.press("<Ctrl+P>sleutels en<Enter>").screen();
    assert!(screen.contains("› Sleutels en ondertekenaars"), "{screen}");
}

#[test]
fn a_long_line_is_read_from_its_beginning_and_whole_where_one_writes_it() {
    let text = "Begin niet met deze verwerking, of leg haar stil, tot het onderzoek klaar is.";
    let action = Action { id: Id::from("2026-11-23-1"), ..Action::by_hand(text.into()) };
    let mut stage = Stage::set(Overview { actions: vec![Arc::new(action)], ..overview() }, 80, 24);
    let screen = stage.press("a<Enter>").screen();
    let whole = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(whole.contains(text), "{screen}");
    let screen = stage.press("<Tab>").screen();
    let row = screen.lines().find(|line| line.contains("Wat  ")).unwrap();
    assert!(row.contains("Begin niet met deze verwerking") && row.ends_with('…'), "{screen}");
}

#[test]
fn why_a_signature_is_for_good_and_what_to_do_instead_is_told_where_one_signs() {
    let key = KeyLine {
        name: "Vera Vos".into(),
        role: "coördinator".into(),
        organisation: "Museum De Linde".into(),
        fingerprint: "05b6".into(),
        from: None,
        until: None,
        kind: "P-256".into(),
        path: PathBuf::from("/home/vera/vera.key"),
    };
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut stage = Stage::set(Overview { keys: vec![key], ..overview() }, 80, 24);
    stage.take(Reply::Opened(Box::new(session("pre-dpia", about, Answers::default()))));
    stage.press("j1nnnnnjr<F2><F10>");
    let words = |screen: String| screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let help = words(stage.press("?").screen());
    assert!(help.contains("Ondertekenen") && help.contains("teruggenomen"), "{help}");
    assert!(help.contains("doe opnieuw (h)"), "{help}");
    let typing = words(stage.press("<Esc><Enter>").screen());
    assert!(typing.contains("met Esc gaat u"), "{typing}");
}

#[test]
fn the_footer_is_filled_with_what_matters_and_help_is_there() {
    for (keys, wanted) in [
        ("j1nn", vec!["j ja", "w weet ik niet", "F2 uitkomst", "? hulp", "Esc terug"]),
        ("j1nnnn", vec!["j ja", "r de rest nee", "? hulp", "Esc terug"]),
        ("j1nnnnnjr<F2>", vec!["F10 onderteken", "? hulp", "Esc terug"]),
    ] {
        let mut stage = at_questions("pre-dpia");
        stage.press(keys);
        let footer = footer(&mut stage);
        for words in wanted {
            assert!(footer.contains(words), "{words}: {footer}");
        }
    }
    let mut stage = at_questions("pre-dpia");
    stage.see(Event::Resize(40, 12));
    let narrow = footer(&mut stage);
    assert!(narrow.contains("Esc terug"), "{narrow}");
    stage.see(Event::Resize(200, 24));
    let wide = footer(&mut stage);
    assert!(wide.contains("Ctrl+Q stop") && wide.contains("F1 handleiding"), "{wide}");
}

#[test]
fn what_to_do_comes_before_what_else_holds() {
    let mut stage = at_questions("pre-dpia");
    stage.see(Event::Resize(120, 60));
    let screen = stage.press("j1nnnnjnn<Right>jj<F2>").screen();
    let place = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words}: {screen}"));
    assert!(place("Waarom") < place("Wat moet u nu doen?"), "{screen}");
    assert!(place("Wat moet u nu doen?") < place("Dit telt ook mee"), "{screen}");
}

#[test]
fn a_newcomer_sees_all_that_is_kept_in_a_wide_window() {
    let mut stage = Stage::set(overview(), 120, 35);
    let screen = stage.screen();
    for row in ["Jaarlijkse ronde", "Verwerkingsregister", "Sleutels en ondertekenaars"] {
        assert!(screen.contains(row), "{row}: {screen}");
    }
    assert!(!screen.contains('▼'), "{screen}");
}

#[test]
fn the_rest_is_answered_no_only_where_rows_are_yes_or_no() {
    let mut stage = Stage::with(
        session("stappenplan-publieksdata", About::Organisation, Answers::default()),
        80,
        24,
    );
    let before = footer(&mut stage);
    assert!(!before.contains("r de rest nee"), "{before}");
    stage.press("1");
    let after = footer(&mut stage);
    assert!(after.contains("r de rest nee"), "rows came with the answer: {after}");
}

#[test]
fn a_row_that_is_written_says_how_it_is_opened() {
    let beginning = session("privacybeleid", About::Organisation, Answers::default());
    let mut stage = Stage::with(beginning, 80, 24);
    let told = "Druk op Enter om hier te antwoorden.";
    let first = stage.screen();
    assert!(!first.contains(told), "this one is answered by a number: {first}");
    let row = stage.press(&"<Down>".repeat(7)).screen();
    assert!(row.contains("Wanneer is dit onderdeel klaar") && row.contains(told), "{row}");
    let open = stage.press("<Enter>").screen();
    assert!(open.contains("Typ een datum"), "{open}");
    stage.press("over 2 weken<Enter>");
    let given: Vec<_> = stage.kept().answers.iter().map(|(_, answer)| answer.clone()).collect();
    assert_eq!(given, [Answer::one("2026-12-07")]);
}

#[test]
fn that_none_was_chosen_is_said_too() {
    let answers: Answers = serde_json::from_str(include_str!(
        "answers/gerechtvaardigd-belang/grens-gate-weight-heavy-flags-no-vanaf-3.json"
    ))
    .unwrap();
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut stage = Stage::with(session("gerechtvaardigd-belang", about, answers), 80, 24);
    let screen = stage.press("<F2>").screen();
    let words = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Extra maatregelen: geen Bron"), "{screen}");
}

#[test]
fn bars_stand_right_below_each_other() {
    let asked = |number: u8, asked: usize| {
        let advance = Advance { answered: 0, asked, verdict: None };
        Arc::new(AssessmentLine { advance, ..AssessmentLine::clone(&line(number, Status::Open)) })
    };
    let assessments = vec![asked(1, 39), asked(2, 1), asked(3, 31)];
    let mut stage = Stage::set(Overview { assessments, ..overview() }, 80, 24);
    let screen = stage.screen();
    let bars: Vec<usize> = screen
        .lines()
        .filter(|line| line.contains("Verwerking"))
        .filter_map(|line| line.chars().position(|sign| sign == '░'))
        .collect();
    assert!(bars.len() == 3 && bars.iter().all(|bar| *bar == bars[0]), "{screen}");
}

/// What stands on the screen, in one line.
fn in_one(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn where_enter_goes_on_the_footer_says_so() {
    for (questionnaire, keys) in [("pre-dpia", "j1nnnn"), ("gerechtvaardigd-belang", "nnnnnnn")] {
        let mut stage = at_questions(questionnaire);
        assert!(footer(&mut stage).contains("Enter kies"), "{}", stage.screen());
        let there = footer(stage.press(keys));
        assert!(there.contains("Enter verder") || there.contains("Tab verder"), "{there}");
        assert!(!there.contains("Enter kies"), "{there}");
    }
    let mut file = Stage::set(overview(), 80, 24);
    let there = footer(file.press("<Ctrl+P>controleer een<Enter>"));
    assert!(there.contains("Enter klaar"), "{there}");
}

#[test]
fn the_cursor_of_the_overview_stays_on_its_row_and_what_was_begun_comes_first() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("<Down><Down><Down><Down>");
    let told = "Een privacybeleid is een kort stuk";
    assert!(stage.screen().contains(told), "{}", stage.screen());
    let late = Action { due: "2026-11-01".parse().ok(), ..Action::by_hand("Bel".into()) };
    let there = Overview { actions: vec![Arc::new(late)], ..overview() };
    stage.take(Reply::Overview(there.clone().into()));
    assert!(stage.screen().contains(told), "{}", stage.screen());
    stage.see(Event::Resize(120, 35));
    assert!(stage.screen().contains(told), "{}", stage.screen());
    let begun = Overview { assessments: vec![line(1, Status::Open)], ..there };
    stage.take(Reply::Overview(begun.into()));
    assert!(!stage.screen().contains(told), "{}", stage.screen());
    wished(&stage);
    stage.press("<Enter>");
    assert!(matches!(&wished(&stage)[..], [Effect::Resume(_)]));
}

#[test]
fn a_filter_that_nothing_passes_says_so_and_esc_shows_all_again() {
    let action = Action { id: Id::from("1"), ..Action::by_hand("Bel de leverancier".into()) };
    let mut stage = Stage::set(Overview { actions: vec![Arc::new(action)], ..overview() }, 80, 24);
    let none = stage.press("afxyzzy").screen();
    assert!(none.contains("Hier past geen actie bij"), "{none}");
    let all = stage.press("<Esc>").screen();
    assert!(all.contains("Bel de leverancier") && all.contains("› Acties"), "{all}");
}

#[test]
fn what_a_field_of_an_action_lacks_is_said_when_one_leaves_it_and_where_it_belongs() {
    let action = Action { id: Id::from("1"), ..Action::by_hand("Bel de leverancier".into()) };
    let mut stage = Stage::set(Overview { actions: vec![Arc::new(action)], ..overview() }, 80, 24);
    let said = stage.press("aa<Tab>").screen();
    assert!(said.contains("Schrijf eerst op wat er moet gebeuren."), "{said}");
    let said = stage.press("<Up>Vraag het na<Tab><Tab><Tab>morgn<Enter>").screen();
    assert!(said.contains("Dit is geen datum.") && said.contains("► Belang"), "{said}");
    // The reason is asked for in the field of the reason.
    let said = stage.press("<Esc><Esc>v<Tab><Enter>").screen();
    assert!(said.contains("► Waarom vervallen"), "{said}");
    assert!(said.contains("Schrijf op waarom dit niet meer hoeft."), "{said}");
    wished(&stage);
    stage.press("De leverancier is gestopt.<Esc>");
    let wish = wished(&stage).pop();
    assert!(
        matches!(&wish, Some(Effect::KeepAction(kept)) if !kept.state.is_pending()),
        "{wish:?}"
    );
}

#[test]
fn who_signs_a_list_reads_that_the_list_goes_on() {
    let mut stage = Stage::set(overview(), 80, 24);
    let list = in_one(&stage.press("a<F10>").screen());
    assert!(list.contains("houdt u gewoon verder bij") && !list.contains("toets"), "{list}");
}

#[test]
fn where_a_record_lies_is_read_whole() {
    let path = format!("/home/vera/{}/2026-11-23-pre-dpia-ticketsysteem-v1.pdf", "map/".repeat(20));
    let cover = Cover { outcome: "U hoeft geen DPIA te doen.".into(), ..Cover::default() };
    let cover = Arc::new(cover);
    let record = RecordLine { path: path.clone().into(), name: String::new(), cover };
    let mut stage = Stage::set(Overview { records: vec![record], ..overview() }, 80, 24);
    let screen = stage.press("v").screen();
    assert!(screen.replace(char::is_whitespace, "").contains(&path), "{screen}");
}

#[test]
fn whatever_is_wrong_with_a_record_is_said_in_words() {
    let source = include_str!("../src/signature/problem.rs");
    let mut codes: Vec<&str> =
        source.lines().filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\",")).collect();
    assert!(codes.len() > 40, "{codes:?}");
    codes.extend(["data_different", "data_absent", "signer_differs"]);
    for code in codes {
        let found =
            Report { verdict: Standing::Modified, problems: vec![code.into()], ..genuine() };
        let mut stage = Stage::set(overview(), 80, 24);
        stage.press("<Ctrl+P>controleer een<Enter>/tmp/v.pdf<Enter>");
        stage.take(Reply::Checked(Box::new(found)));
        let screen = stage.screen();
        let whole = screen.replace(char::is_whitespace, "");
        assert!(whole.contains(code) && !whole.contains("Erkloptietsniet"), "{screen}");
    }
}

#[test]
fn headings_of_the_preview_stand_out() {
    let mut stage = Stage::set(overview(), 80, 24);
    stage.press("a<F10>b");
    stage.take(Reply::Preview(vec!["Titel\n\nKop\nTekst".into(), "Vervolg".into()]));
    assert!(stage.screen().contains("Bladzijde 1 van 2"), "{}", stage.screen());
    let drawn = stage.draw();
    let mut bold = |word: &str| {
        let row = stage.screen().lines().position(|line| line.trim() == word).unwrap();
        drawn[(1, u16::try_from(row).unwrap())].modifier.contains(Modifier::BOLD)
    };
    assert!(bold("Titel") && bold("Kop") && !bold("Tekst") && !bold("Vervolg"));
}

#[test]
fn how_many_more_there_are_is_said_in_words() {
    let mut stage = at_questions("pre-dpia");
    let screen = stage.screen();
    assert!(screen.contains("; en nog 6") && !screen.contains("(+"), "{screen}");
    stage.see(Event::Resize(120, 60));
    let screen = stage.press("j1nnnnr<Enter>r<Enter>jr<Enter>n<F2>").screen();
    assert!(screen.contains("; en nog 3") && !screen.contains("(+"), "{screen}");
    // The sources of nine criteria are no help on a screen.
    assert!(in_one(&screen).contains("AVG art. 22; en nog 14 "), "{screen}");
}

#[test]
fn a_group_sees_in_the_footer_how_to_go_on_and_where_help_is() {
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut session = session("pre-dpia", about, Answers::default());
    let people = ["Vera", "Jan"].map(|name| Participant::new(name, "")).to_vec();
    session.apply(Edit::Participants(people));
    let mut stage = Stage::with(session, 80, 24);
    let asked = footer(stage.press("s<Right>"));
    assert!(asked.contains("Enter kies") && asked.contains("? hulp"), "{asked}");
    let voted = footer(stage.press("sjj<Enter>"));
    assert!(voted.contains("Enter verder"), "{voted}");
    // What is decided or is to be done while one talks about the votes is written down there.
    stage.press("bWij beginnen in maart<Enter>").press("aBel de leverancier<Esc>");
    assert_eq!(stage.kept().workshop.unwrap().decisions, ["Wij beginnen in maart"]);
    let agreed = footer(stage.press("<Esc>"));
    assert!(agreed.contains("Enter verder") && agreed.contains("? hulp"), "{agreed}");
}
