//! In order, without needless writing, and never silent.

use super::{begin, office};
use crate::{
    desk::Worker,
    model::{Assessment, Id},
    session::{Desk as _, Edit, Effect, Reply},
};
use std::sync::{
    Arc, Mutex,
    mpsc::{Receiver, Sender, channel},
};

fn assessment(name: &str) -> Assessment {
    let folder = tempfile::tempdir().expect("a folder");
    let mut assessment = begin(&mut office(folder.path())).assessment().clone();
    assessment.id = Id::from(name);
    assessment
}

fn keep(assessment: &Assessment, revision: u64) -> Effect {
    Effect::Keep { assessment: Arc::new(assessment.clone()), revision }
}

/// What a performer was asked, in order.
type Seen = Arc<Mutex<Vec<String>>>;

/// A worker whose performer waits for the gate, notes what it is asked, and says that it is done.
fn watched() -> (Worker, Sender<()>, Seen, Receiver<Reply>) {
    let (gate, waits) = channel();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (replies, answers) = channel();
    let note = Arc::clone(&seen);
    let perform = move |waits: &mut Receiver<()>, effect: Effect| {
        let text = match &effect {
            Effect::Keep { assessment, revision } => format!("{} {revision}", assessment.id),
            Effect::Look => "look".to_owned(),
            _ => panic!("a fault in the making"),
        };
        let _ = waits.recv();
        note.lock().expect("whole").push(text);
        Reply::Done
    };
    let answer = Box::new(move |reply| drop(replies.send(reply)));
    (Worker::run(waits, perform, answer).expect("a thread"), gate, seen, answers)
}

#[test]
fn of_wishes_in_a_row_only_the_newest_is_done() {
    let (mut worker, gate, seen, _answers) = watched();
    let (a, b) = (assessment("a"), assessment("b"));
    worker.perform(Effect::Look);
    for effect in
        [keep(&a, 1), keep(&a, 2), keep(&a, 3), keep(&b, 1), keep(&a, 4), Effect::Look, keep(&a, 5)]
    {
        worker.perform(effect);
    }
    // All of them were there before the first was done, or the gate was passed later.
    for _ in 0..6 {
        gate.send(()).expect("heard");
    }
    worker.finish();
    assert_eq!(*seen.lock().expect("whole"), ["look", "a 3", "b 1", "a 4", "look", "a 5"]);
}

#[test]
fn everything_is_done_before_the_end() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = office(folder.path());
    let mut session = begin(&mut desk);
    let first = session.stops()[0].questions[0].clone();
    let (replies, answers) = channel();
    let mut worker =
        Worker::start(desk, Box::new(move |reply| drop(replies.send(reply)))).expect("a thread");
    for turn in 0..40 {
        let answer = if turn % 2 == 0 { "yes" } else { "no" };
        worker.perform(session.apply(Edit::answer(&first, answer)).expect("a wish"));
    }
    worker.finish();
    let revisions: Vec<_> = answers
        .into_iter()
        .map(|reply| match reply {
            Reply::Kept { revision, .. } => revision,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(revisions.last(), Some(&40));
    assert!(revisions.is_sorted());
    match office(folder.path()).perform(Effect::Resume(session.assessment().id.clone())) {
        Reply::Opened(resumed) => {
            assert_eq!(resumed.assessment().answers, session.assessment().answers);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_fault_is_told_and_work_goes_on() {
    let (mut worker, gate, seen, answers) = watched();
    worker.perform(Effect::Resume(Id::from("a")));
    worker.perform(Effect::Look);
    gate.send(()).expect("heard");
    worker.finish();
    let replies: Vec<_> = answers.into_iter().collect();
    match replies.as_slice() {
        [Reply::Failed(failure), Reply::Done] => {
            assert!(failure.message.contains("a fault in the making"), "{}", failure.message);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(*seen.lock().expect("whole"), ["look"]);
}
