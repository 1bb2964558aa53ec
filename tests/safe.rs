//! What was said and is not safe: it stays on the screen, is tried again, and nobody leaves without knowing.

use crate::stage::{overview, session};
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::{buffer::Buffer, layout::Rect};
use std::sync::{
    Arc,
    mpsc::{Receiver, Sender, channel},
};
use verantwoord::{
    model::{About, Action, Answers, Id, Organisation, Processing},
    session::{Desk, Effect, Failure, Reply, Unkept},
    tui::{App, Depth, Display, Message, Signs, words::Dutch},
};

/// A desk that answers nothing by itself.
struct Silent(Sender<Effect>);

impl Desk for Silent {
    fn perform(&mut self, effect: Effect) {
        self.0.send(effect).unwrap();
    }
}

fn open() -> (App, Receiver<Effect>) {
    let (sender, effects) = channel();
    let display = Display { depth: Depth::Sixteen, signs: Signs::All };
    let mut app = App::new(Arc::new(overview()), Box::new(Silent(sender)), &Dutch, display);
    let opened = session("pre-dpia", About::Organisation, Answers::default());
    app.take(Message::Reply(Reply::Opened(Box::new(opened))));
    (app, effects)
}

fn press(app: &mut App, letter: char, held: KeyModifiers) {
    shown(app);
    app.take(Message::Input(Event::Key(KeyEvent::new(KeyCode::Char(letter), held))));
}

fn shown(app: &mut App) -> String {
    let area = Rect::new(0, 0, 80, 24);
    let mut buffer = Buffer::empty(area);
    app.draw(area, &mut buffer);
    let row = |y| (0..80).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..24).map(row).collect::<Vec<_>>().join("\n")
}

/// The revisions that were to be kept since this was last asked.
fn kept(effects: &Receiver<Effect>) -> Vec<u64> {
    let revision = |effect| match effect {
        Effect::Keep { revision, .. } => Some(revision),
        _ => None,
    };
    effects.try_iter().filter_map(revision).collect()
}

fn fail(app: &mut App, revision: u64) {
    let message = "De schijf is vol.".to_owned();
    let failure = Failure { message, unkept: Some(Unkept::Revision(revision)), passphrase: false };
    app.take(Message::Reply(Reply::Failed(failure)));
}

fn keep(app: &mut App, revision: u64) {
    let at = "2026-11-23T14:02:00+01:00".parse().unwrap();
    let assessment = Id::from("2026-11-23-toets");
    app.take(Message::Reply(Reply::Kept { assessment, revision, at, warning: None }));
}

#[test]
fn what_could_not_be_kept_is_tried_again_until_it_is() {
    let (mut app, effects) = open();
    press(&mut app, 'j', KeyModifiers::NONE);
    let revision = kept(&effects).pop().unwrap();
    assert!(!app.is_unsaved(), "it is on its way");
    fail(&mut app, revision);
    assert!(app.is_unsaved());
    assert!(shown(&mut app).contains("NIET OPGESLAGEN"));
    app.try_again();
    assert_eq!(kept(&effects), [revision]);
    fail(&mut app, revision);
    // What is said meanwhile makes it no safer.
    press(&mut app, '1', KeyModifiers::NONE);
    let later = kept(&effects).pop().unwrap();
    assert!(shown(&mut app).contains("NIET OPGESLAGEN"));
    // An earlier one that comes through after all is not all.
    keep(&mut app, revision);
    assert!(app.is_unsaved() && shown(&mut app).contains("NIET OPGESLAGEN"));
    app.try_again();
    assert_eq!(kept(&effects), [later]);
    keep(&mut app, later);
    assert!(!app.is_unsaved());
    assert!(shown(&mut app).contains("opgeslagen 14:02"), "{}", shown(&mut app));
    app.try_again();
    assert_eq!(kept(&effects), [0_u64; 0], "once is enough");
}

#[test]
fn whoever_leaves_while_something_is_not_safe_is_told_first() {
    let (mut app, effects) = open();
    press(&mut app, 'j', KeyModifiers::NONE);
    let revision = kept(&effects).pop().unwrap();
    fail(&mut app, revision);
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(!app.is_left());
    assert_eq!(kept(&effects), [revision], "it is tried once more");
    fail(&mut app, revision);
    assert!(shown(&mut app).contains("Toch stoppen?"), "{}", shown(&mut app));
    // Any other key is a change of mind.
    press(&mut app, '?', KeyModifiers::NONE);
    press(&mut app, '?', KeyModifiers::NONE);
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(!app.is_left());
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(app.is_left());
    // And once all is safe, nobody is asked anything.
    let (mut app, effects) = open();
    press(&mut app, 'j', KeyModifiers::NONE);
    keep(&mut app, kept(&effects).pop().unwrap());
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(app.is_left());
}

#[test]
fn an_assessment_that_is_opened_again_has_what_was_not_kept() {
    let (mut app, effects) = open();
    press(&mut app, 'j', KeyModifiers::NONE);
    fail(&mut app, kept(&effects).pop().unwrap());
    let as_on_disk = session("pre-dpia", About::Organisation, Answers::default());
    app.take(Message::Reply(Reply::Opened(Box::new(as_on_disk))));
    let session = app.world().session.as_ref().unwrap();
    assert_eq!(session.assessment().answers.iter().count(), 1);
    assert!(app.is_unsaved() && shown(&mut app).contains("NIET OPGESLAGEN"));
}

fn entry(id: &str, name: &str) -> Effect {
    let entry = Processing { id: Id::from(id), name: name.into(), ..Processing::default() };
    Effect::KeepProcessing(Box::new(entry))
}

fn refuse(app: &mut App, wish: Effect) {
    let message = "De schijf is vol.".to_owned();
    let unkept = Some(Unkept::Wish(Box::new(wish)));
    app.take(Message::Reply(Reply::Failed(Failure { message, unkept, passphrase: false })));
}

/// What is tried again, of everything that was asked since.
fn again(effects: &Receiver<Effect>) -> Vec<Effect> {
    let mut again = effects.try_iter().filter_map(|effect| match effect {
        Effect::Again(wishes) => Some(wishes),
        _ => None,
    });
    let wishes = again.next().unwrap_or_default();
    assert!(again.next().is_none(), "once is enough");
    wishes
}

fn names(app: &App) -> Vec<&str> {
    app.world().overview.processings.iter().map(|entry| entry.name.as_str()).collect()
}

#[test]
fn what_a_form_handed_in_is_shown_and_tried_again_and_told_to_who_leaves() {
    let (mut app, effects) = open();
    refuse(&mut app, entry("kassa", "Kassa"));
    assert!(app.is_unsaved());
    assert!(shown(&mut app).contains("NIET OPGESLAGEN"));
    assert_eq!(names(&app), ["Kassa", "Nieuw ticketsysteem"]);
    // Looking again does not take it off the screen.
    app.take(Message::Reply(Reply::Overview(Arc::new(overview()))));
    assert_eq!(names(&app), ["Kassa", "Nieuw ticketsysteem"]);
    effects.try_iter().for_each(drop);

    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(!app.is_left());
    assert_eq!(again(&effects).len(), 1, "it is tried once more");
    app.try_again();
    assert_eq!(again(&effects).len(), 0, "the desk is at it");
    refuse(&mut app, Effect::Again(vec![entry("kassa", "Kassa")]));
    assert!(shown(&mut app).contains("Toch stoppen?"), "{}", shown(&mut app));
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(app.is_left());
}

#[test]
fn once_there_is_room_everything_of_all_forms_is_kept_in_order() {
    let (mut app, effects) = open();
    refuse(&mut app, entry("kassa", "Kassa"));
    let named = |name: &str| Organisation { name: name.into(), ..Organisation::default() };
    refuse(&mut app, Effect::KeepOrganisation(Box::new(named("Museum De Eik"))));
    let duty = Action { id: Id::from("2026-11-23-1"), ..Action::by_hand("Contract".into()) };
    refuse(&mut app, Effect::KeepAction(Box::new(duty)));
    // The last word about a thing is the one that counts.
    refuse(&mut app, entry("kassa", "Kassa beneden"));
    assert_eq!(names(&app), ["Kassa beneden", "Nieuw ticketsysteem"]);
    assert_eq!(app.world().overview.actions.len(), 1);
    assert_eq!(app.world().overview.organisation, Some(named("Museum De Eik")));
    effects.try_iter().for_each(drop);
    app.try_again();
    let wishes = again(&effects);
    assert!(
        matches!(&wishes[..], [Effect::KeepOrganisation(_), Effect::KeepAction(_), Effect::KeepProcessing(entry)]
            if entry.name == "Kassa beneden"),
        "{wishes:?}"
    );
    let at = "2026-11-23T14:02:00+01:00".parse().unwrap();
    app.take(Message::Reply(Reply::KeptAgain { overview: Arc::new(overview()), at }));
    assert!(!app.is_unsaved());
    assert!(shown(&mut app).contains("opgeslagen 14:02"), "{}", shown(&mut app));
    assert_eq!(names(&app), ["Nieuw ticketsysteem"], "what the disk has is what is shown");
    app.try_again();
    assert_eq!(again(&effects).len(), 0, "once is enough");
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(app.is_left());
}

#[test]
fn what_is_refused_for_good_is_told_and_not_tried_for_ever() {
    let (mut app, effects) = open();
    refuse(&mut app, entry("kassa", "Kassa"));
    app.try_again();
    assert_eq!(again(&effects).len(), 1);
    refuse(&mut app, Effect::Again(Vec::new()));
    assert!(!app.is_unsaved());
    assert!(effects.try_iter().any(|effect| matches!(effect, Effect::Look)));
    assert!(shown(&mut app).contains("De schijf is vol"), "why is said");
}

#[test]
fn whoever_leaves_waits_for_what_is_on_its_way_and_hears_if_it_fails() {
    let (mut app, effects) = open();
    press(&mut app, 'j', KeyModifiers::NONE);
    let revision = kept(&effects).pop().unwrap();
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(!app.is_left(), "nobody knows yet whether it is safe");
    keep(&mut app, revision);
    assert!(app.is_left());

    let (mut app, effects) = open();
    press(&mut app, 'j', KeyModifiers::NONE);
    let revision = kept(&effects).pop().unwrap();
    press(&mut app, 'q', KeyModifiers::CONTROL);
    fail(&mut app, revision);
    assert!(!app.is_left());
    assert!(shown(&mut app).contains("Toch stoppen?"), "{}", shown(&mut app));
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(app.is_left());
}

/// The form of a new entry of the register.
fn at_new_entry() -> (App, Receiver<Effect>) {
    let (sender, effects) = channel();
    let display = Display { depth: Depth::Sixteen, signs: Signs::All };
    let mut app = App::new(Arc::new(overview()), Box::new(Silent(sender)), &Dutch, display);
    write(&mut app, "/Verwerkingsregister");
    let enter = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
    app.take(Message::Input(Event::Key(enter)));
    press(&mut app, 'a', KeyModifiers::NONE);
    (app, effects)
}

fn write(app: &mut App, text: &str) {
    for letter in text.chars() {
        press(app, letter, KeyModifiers::NONE);
    }
}

#[test]
fn a_form_that_lacks_something_is_told_to_who_leaves_and_kept_all_the_same() {
    let (mut app, effects) = at_new_entry();
    let down = KeyEvent::new(KeyCode::Down, KeyModifiers::NONE);
    app.take(Message::Input(Event::Key(down)));
    write(&mut app, "Elke maand nieuws");
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(!app.is_left());
    assert!(shown(&mut app).contains("Elke maand nieuws"), "{}", shown(&mut app));
    effects.try_iter().for_each(drop);
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(app.is_left());
    let handed_in = effects.try_iter().any(|effect| {
        matches!(effect, Effect::KeepProcessing(entry) if entry.purpose == "Elke maand nieuws")
    });
    assert!(handed_in);
}

#[test]
fn what_stands_in_an_open_form_is_handed_in_by_whoever_leaves() {
    let (mut app, effects) = at_new_entry();
    write(&mut app, "Nieuwsbrief");
    // Help and glossary on top of it are no reason to lose it.
    app.take(Message::Input(Event::Key(KeyEvent::new(KeyCode::F(1), KeyModifiers::NONE))));
    press(&mut app, 'q', KeyModifiers::CONTROL);
    assert!(!app.is_left());
    let wishes = again(&effects);
    assert!(
        matches!(&wishes[..], [Effect::KeepProcessing(entry)] if entry.name == "Nieuwsbrief"),
        "{wishes:?}"
    );
    let at = "2026-11-23T14:02:00+01:00".parse().unwrap();
    app.take(Message::Reply(Reply::KeptAgain { overview: Arc::new(overview()), at }));
    assert!(app.is_left());
}
