//! The guided example, as a newcomer walks it who does what the hint says and nothing else.

use super::{ENTER, ESC, F2, F10, Home, Journey, only};
use std::fs;

const DOWN: &str = "\x1b[B";
const STOP: &str = "\x0f";

/// What the guide says now.
fn hint(journey: &Journey) -> Option<String> {
    let read = journey.read();
    let (_, rest) = read.split_once("Rondleiding · stap ")?;
    Some(rest.split_once(" ──").map_or(rest, |(_, text)| text).trim_start_matches('─').to_owned())
}

/// The row of the terminal in which this stands.
fn row(journey: &Journey, words: &str) -> usize {
    journey.shown().lines().position(|line| line.contains(words)).unwrap()
}

/// What someone presses who reads this.
fn obey(journey: &mut Journey, hint: &str) -> String {
    let key = |words: &str| hint.contains(words);
    if let Some((_, rest)) = hint.split_once('„').filter(|_| key("met ↓ heen")) {
        let (label, _) = rest.split_once('”').unwrap();
        let from = usize::from(journey.screen.lock().unwrap().screen().cursor_position().0);
        let steps = row(journey, label).checked_sub(from).unwrap();
        return DOWN.repeat(steps) + "jr";
    }
    if let Some((_, rest)) = hint.split_once("het voorbeeld is: ") {
        return rest.split_once(". Typ hem").unwrap().0.to_owned() + ENTER;
    }
    let presses = [
        ("Druk op Enter bij", ENTER),
        ("Druk op 1.", "1"),
        ("Druk op j.", "j"),
        ("Druk op n.", "n"),
        ("Druk op r:", "r"),
        ("Druk op Enter: de volgende", ENTER),
        ("Druk op F2", F2),
        ("Druk op m", "m"),
        ("Druk daarna op Esc", "Er is weinig risico.\x1b"),
        ("Druk op Esc: u gaat terug", ESC),
        ("Druk op F10", F10),
        ("en druk op Enter.", ENTER),
        ("Enter gaat naar het overzicht", ENTER),
    ];
    let found = presses.into_iter().find(|(words, _)| key(words));
    found.unwrap_or_else(|| panic!("nothing to press: {hint}\n{}", journey.shown())).1.to_owned()
}

#[test]
fn a_newcomer_who_does_what_the_hint_says_makes_a_signed_example_and_comes_back() {
    let home = Home::new();
    let mut journey = home.start();
    journey.see("Welkom bij verantwoord").press(DOWN).press(ENTER);
    journey.see("Rondleiding · stap 1 van 6");
    let mut steps = 0;
    loop {
        journey.rest();
        let told = hint(&journey).unwrap();
        assert!(journey.read().contains("VOORBEELD"), "{}", journey.shown());
        if told.contains("Dit was de rondleiding") {
            break;
        }
        let keys = obey(&mut journey, &told);
        let before = journey.shown();
        journey.press(&keys);
        // Another hint, or the same one at the next question.
        journey.wait(&format!("for what comes after {told:?}"), |text| {
            text.contains("Rondleiding · stap")
                && !text.contains("opslaan…")
                && text != before.split_whitespace().collect::<Vec<_>>().join(" ")
        });
        steps += 1;
        assert!(steps < 80, "no end to it:\n{}", journey.shown());
    }
    let example = home.beside("gegevens-voorbeeld");
    let record = only(&example.join("verslagen"));
    let checked = home.say(&["verify", record.to_str().unwrap()]);
    assert!(checked.out.contains("Museum Voorbeeld"), "{}", checked.out);
    assert_eq!(checked.status, 0, "{}{}", checked.out, checked.err);
    // Back to one's own data, where nothing of all this is.
    journey.press(STOP).see("Welkom bij verantwoord").lose("VOORBEELD");
    assert!(
        !fs::exists(home.data().join("toetsen")).unwrap()
            || fs::read_dir(home.data().join("toetsen")).unwrap().count() == 0
    );
    journey.leave();
}

#[test]
fn it_is_stopped_at_any_moment_and_gone_on_with_later() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia();
    // From one's own question, by name, from the palette.
    journey.press("/").see("Zoek").press("bekijk een voorbeeld").press(ENTER);
    journey.see("Rondleiding · stap 1 van 6").see("Museum Voorbeeld").press(ENTER);
    journey.see("stap 2 van 6").press("j").see("Welke rol").press("o").see("Opmerking");
    journey.press("Zomaar iets.").see("Zomaar iets.").press(STOP);
    journey.lose("VOORBEELD").see("Ga verder:");
    journey.press(STOP).see("VOORBEELD").press(ENTER).see("Welke rol").see("stap 2 van 6");
    journey.press("o").see("Zomaar iets.").leave();
    let own = home.assessment();
    assert!(!own.contains("Zomaar iets."), "{own}");
}
