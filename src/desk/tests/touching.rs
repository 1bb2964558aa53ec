//! The yearly round: what it says changed comes back to be looked at again, until that is done or taken back.

use super::office;
use crate::{
    desk::{FixedClock, Office},
    model::{About, Answer, Capacity, Id, Organisation, Processing, Row},
    session::{AssessmentLine, Edit, Effect, NewKey, Reply, Secret, Session, SignOrder, Statement},
};
use std::{path::Path, sync::Arc};

fn secret() -> Secret {
    Secret("kaars molen tapijt zebra".to_owned().into())
}

fn on(folder: &Path, day: &str) -> Office {
    let now = format!("{day}T10:00:00+01:00").parse().expect("a moment");
    Office::open(folder, Box::new(FixedClock(now))).expect("opens")
}

fn begin(office: &mut Office, questionnaire: &str, about: About) -> Session {
    let questionnaire = Id::from(questionnaire);
    match office.perform(Effect::Begin { questionnaire, about, processing: None }) {
        Reply::Opened(session) => *session,
        other => panic!("{other:?}"),
    }
}

fn say(office: &mut Office, session: &mut Session, edit: Edit) {
    let kept = office.perform(session.apply(edit).expect("open"));
    assert!(matches!(kept, Reply::Kept { .. }), "{kept:?}");
}

fn sign(office: &mut Office, session: &Session) {
    let key = NewKey { name: "Vera Vos".into(), role: String::new(), passphrase: secret() };
    let Reply::KeyMade(key) = office.perform(Effect::MakeKey(key)) else { panic!("no key") };
    let order = SignOrder {
        assessment: session.assessment().clone(),
        capacity: Capacity::default(),
        others: Vec::new(),
        key: key.path,
        passphrase: secret(),
    };
    let signed = office.perform(Effect::Sign(Box::new(order)));
    assert!(matches!(signed, Reply::Signed(_)), "{signed:?}");
}

fn no_dpia(office: &mut Office, session: &mut Session) {
    say(office, session, Edit::answer(&Id::from("personal_data"), "no"));
    say(office, session, Edit::Motivation("Wij tellen alleen.".to_owned()));
    sign(office, session);
}

/// The pre-DPIAs, by what they are about.
fn lines(office: &mut Office) -> Vec<Arc<AssessmentLine>> {
    let mut lines = office.overview().expect("an overview").assessments;
    lines.retain(|line| line.questionnaire == *"pre-dpia" && !line.is_open());
    lines.sort_by(|a, b| a.subject.cmp(&b.subject).then(a.id.cmp(&b.id)));
    lines
}

fn reasons(office: &mut Office) -> Vec<(String, String, bool)> {
    let line = |line: Arc<AssessmentLine>| {
        (line.subject.to_string(), line.because.to_string(), line.review.is_some())
    };
    lines(office).into_iter().map(line).collect()
}

/// An institution with two entries, each with a signed pre-DPIA.
fn planted(folder: &Path) {
    let mut office = office(folder);
    let organisation = Organisation { name: "Museum Hof".to_owned(), ..Default::default() };
    office.perform(Effect::KeepOrganisation(Box::new(organisation)));
    for name in ["Kaartverkoop", "Nieuwsbrief"] {
        let entry = Processing { name: name.to_owned(), ..Processing::default() };
        office.perform(Effect::KeepProcessing(Box::new(entry)));
        let about = About::Processing(Id::from(name.to_lowercase().as_str()));
        let mut session = begin(&mut office, "pre-dpia", about);
        no_dpia(&mut office, &mut session);
    }
}

#[test]
fn what_changed_comes_back_with_the_reason_until_it_is_taken_back_or_done_again() {
    let folder = tempfile::tempdir().expect("a folder");
    planted(folder.path());
    let mut office = on(folder.path(), "2027-12-01");
    let ours = |because: &str| {
        vec![
            ("Kaartverkoop".to_owned(), because.to_owned(), true),
            ("Nieuwsbrief".to_owned(), String::new(), true),
        ]
    };
    let due = |office: &mut Office| -> Vec<bool> {
        let today = office.overview().expect("an overview").today.expect("a day");
        lines(office).iter().map(|line| line.review.is_some_and(|day| day <= today)).collect()
    };
    assert_eq!(due(&mut office), [false, false], "three years did not go by");
    let mut round = begin(&mut office, "jaarlijkse-ronde", About::Organisation);
    for (question, answer) in [("supplier", "yes"), ("data", "yes"), ("scale", "no")] {
        say(&mut office, &mut round, Edit::answer(&Id::from(question), answer));
    }
    let here = Row::from([(Id::from("where"), "kaartverkoop ".to_owned())]);
    for question in ["supplier_where", "data_where"] {
        let answer = Some(Answer::Rows(vec![here.clone()]));
        say(&mut office, &mut round, Edit::Answer { question: Id::from(question), answer });
    }
    assert_eq!(reasons(&mut office), ours("nieuwe leverancier, andere gegevens"));
    assert_eq!(due(&mut office), [true, false]);
    // Taken back, it is no longer due for that.
    office.perform(round.undo().expect("one to take back"));
    assert_eq!(reasons(&mut office), ours("nieuwe leverancier"));
    // And what is done again knows the change.
    let id = lines(&mut office)[0].id.clone();
    let Reply::Opened(mut again) = office.perform(Effect::Reopen(id)) else { panic!("not opened") };
    no_dpia(&mut office, &mut again);
    assert!(due(&mut office).iter().all(|due| !due), "{:?}", lines(&mut office));
    // For the board each toets is told once.
    let Reply::Preview(pages) = office.perform(Effect::PreviewStatement(Statement::Board)) else {
        panic!("no pages")
    };
    let told = pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("1 toets van eerder staat er niet bij"), "{told}");
}

#[test]
fn the_round_is_due_again_after_a_year_and_stands_in_the_report_for_the_board() {
    let folder = tempfile::tempdir().expect("a folder");
    planted(folder.path());
    let mut office = on(folder.path(), "2027-12-01");
    let pages =
        |office: &mut Office| match office.perform(Effect::PreviewStatement(Statement::Board)) {
            Reply::Preview(pages) => pages.join("\n"),
            other => panic!("{other:?}"),
        };
    assert!(pages(&mut office).contains("Nog niet gedaan"), "{}", pages(&mut office));
    let mut round = begin(&mut office, "jaarlijkse-ronde", About::Organisation);
    for question in ["supplier", "link", "purpose", "data", "scale", "technology"] {
        say(&mut office, &mut round, Edit::answer(&Id::from(question), "no"));
    }
    sign(&mut office, &round);
    let told = pages(&mut office);
    assert!(told.contains("Niets veranderd (ondertekend"), "{told}");
    drop(office);
    let mut next = on(folder.path(), "2028-12-02");
    let overview = next.overview().expect("an overview");
    let line = overview.assessments.iter().find(|line| line.questionnaire == *"jaarlijkse-ronde");
    let review = line.and_then(|line| line.review).expect("a day");
    assert!(Some(review) < overview.today, "{review}");
    // While the next one is being done, the last one that was signed is told of.
    begin(&mut next, "jaarlijkse-ronde", About::Organisation);
    assert!(pages(&mut next).contains("Niets veranderd (ondertekend"), "{}", pages(&mut next));
}
