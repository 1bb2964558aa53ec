//! However the program ends: what was shown as kept is kept, and one stands where one stood.

use super::{ENTER, ESC, Home, Journey};
use rustix::process::Signal;
use std::{fs, path::Path, thread, time::Duration};

/// Goes on where one was: the first row of the overview.
fn resume(home: &Home) -> Journey {
    let mut journey = home.start();
    journey.see("Ga verder:").press(ENTER);
    journey
}

fn has(home: &Home, answers: &[(&str, &str)]) {
    let kept = home.assessment();
    for (question, value) in answers {
        assert!(kept.contains(&format!("\"{question}\": \"{value}\"")), "{question}: {kept}");
    }
}

#[test]
fn killed_after_every_answer_nothing_kept_is_lost() {
    let home = Home::new();
    home.start().begin_pre_dpia().leave();
    let steps = [
        ("Gebruikt u in deze verwerking", "j", "personal_data", "yes"),
        ("Welke rol heeft uw instelling", "1", "role", "controller"),
        ("Is er al een DPIA voor een verwerking", "n", "existing_dpia", "no"),
        ("Verplicht een wet precies deze", "w", "statutory_dpia", "unknown"),
        ("Heeft de privacytoezichthouder", "n", "prior_check", "no"),
        ("Doet één zelfstandige", "n", "solo_practitioner", "no"),
        ("Beoordeelt een computer mensen", "j", "art35_3a", "yes"),
    ];
    let standing = steps.iter().skip(1).map(|step| step.0).chain(["Verwerkt u op grote schaal"]);
    for (step, next) in steps.iter().zip(standing) {
        let mut journey = resume(&home);
        journey.see(step.0).press(step.1).see_kept(next).signal(Signal::KILL).end();
        has(&home, &[(step.2, step.3)]);
    }
    has(&home, &steps.map(|step| (step.2, step.3)));
    resume(&home).see("Verwerkt u op grote schaal").see("[ja ] Ingrijpende beoordeling").leave();
}

#[test]
fn killed_while_writing_the_text_that_was_kept_is_there() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().press("o").see("Deze opmerking komt bij de vraag");
    journey.press("Alleen namen van kopers.").see_kept("Alleen namen van kopers.");
    journey.signal(Signal::KILL).end();
    assert!(home.assessment().contains("Alleen namen van kopers."));
    resume(&home)
        .see("Gebruikt u in deze verwerking")
        .press("o")
        .see("Alleen namen van kopers.")
        .press(ESC);
}

#[test]
fn killed_in_the_middle_of_many_answers_the_file_is_whole() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().answer_to_lists().see_kept("Drie gevallen uit de AVG");
    // One answer after another, and the end comes while they are being kept.
    journey.press(&"jnuw".repeat(40)).signal(Signal::KILL).end();
    has(&home, &[("personal_data", "yes"), ("role", "controller"), ("solo_practitioner", "no")]);
    let mut again = resume(&home);
    again.see("Drie gevallen uit de AVG").leave();
    let kept = fs::read_dir(home.assessment_file().parent().unwrap()).unwrap();
    let names: Vec<_> = kept.map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("beschadigd")), "{names:?}");
}

/// An answer that was just given, not waited for, and the end in good order.
fn told_to_end(end: impl Fn(&mut Journey), status: u32) {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().press("j").see("Welke rol heeft uw instelling");
    journey.press("o").see("Deze opmerking komt bij").press("Half af").see("Half af");
    end(&mut journey);
    assert_eq!(journey.end(), status, "{}", journey.shown());
    has(&home, &[("personal_data", "yes")]);
    assert!(home.assessment().contains("Half af"), "{}", home.assessment());
    resume(&home).see("Welke rol heeft uw instelling").leave();
}

#[test]
fn told_to_end_it_keeps_what_was_typed() {
    told_to_end(|journey| _ = journey.signal(Signal::TERM), 143);
}

#[test]
fn hung_up_on_it_keeps_what_was_typed() {
    told_to_end(|journey| _ = journey.signal(Signal::HUP), 129);
}

#[test]
fn without_its_terminal_it_keeps_what_was_typed_and_goes() {
    told_to_end(|journey| _ = journey.hang_up(), 129);
}

/// As with Ctrl+Z in a shell: meanwhile the terminal is the shell's; afterwards it is ours, with the mouse only where that is wanted.
#[test]
fn stopped_and_gone_on_the_terminal_is_as_it_was() {
    let home = Home::new();
    home.start().begin_pre_dpia().leave();
    for mouse in [true, false] {
        let settings = format!("(versie: 1, inhoud: (mouse: {mouse}))");
        fs::write(home.data().join("instellingen.ron"), settings).unwrap();
        let mut journey = home.start();
        journey.see("Ga verder:").rest();
        assert_eq!(journey.lent(), [true, mouse, true]);
        journey.signal(Signal::TSTP).lose("Ga verder:").stopped();
        assert_eq!(journey.lent(), [false; 3]);
        journey.signal(Signal::CONT).see("Ga verder:").rest();
        assert_eq!(journey.lent(), [true, mouse, true]);
        journey.leave();
        assert_eq!(journey.last_words().0, 0);
        assert_eq!(journey.lent(), [false; 3]);
    }
}

/// The processor time of a process so far, in clock ticks.
fn ticks(stat: &Path) -> u64 {
    let text = fs::read_to_string(stat).unwrap();
    let fields: Vec<&str> = text.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

#[test]
fn while_nothing_happens_it_does_nothing() {
    let home = Home::new();
    let mut journey = home.start();
    journey.begin_pre_dpia().rest();
    let stat = format!("/proc/{}/stat", journey.id());
    let stat = Path::new(&stat);
    if !stat.exists() {
        return super::skip("processor time: there is no /proc here");
    }
    // Time is what is measured here; no wait for anything.
    let before = ticks(stat);
    thread::sleep(Duration::from_millis(500));
    assert!(ticks(stat) - before <= 2, "busy while nothing happens");
    journey.leave();
}
