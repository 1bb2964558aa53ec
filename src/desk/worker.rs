//! The office on a thread of its own.

use super::{Office, words};
use crate::{
    model::Id,
    session::{Desk, Effect, Failure, Reply, Unkept},
};
use std::{
    any::Any,
    collections::VecDeque,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, Sender, channel},
    thread::{self, JoinHandle},
};

/// Takes effects on without keeping anybody waiting, and does them in order. Of several wishes in a row to keep one
/// assessment only the newest is carried out; its reply names the newest revision and so answers for all of them.
#[derive(Debug)]
pub struct Worker {
    effects: Option<Sender<Effect>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Puts `office` to work; `answer` is called on the worker's thread with every reply.
    ///
    /// # Errors
    /// The platform has no thread to spare.
    pub fn start(office: Office, answer: Box<dyn FnMut(Reply) + Send>) -> io::Result<Self> {
        Self::run(office, Office::perform, answer)
    }

    /// The worker around anything that performs; apart so that it can be watched at work.
    pub(super) fn run<T: Send + 'static>(
        mut performer: T,
        mut perform: impl FnMut(&mut T, Effect) -> Reply + Send + 'static,
        mut answer: Box<dyn FnMut(Reply) + Send>,
    ) -> io::Result<Self> {
        let (effects, inbox) = channel();
        let work = move || {
            let mut queue = Queue { inbox, waiting: VecDeque::new() };
            while let Some(effect) = queue.next() {
                // Saving must go on whatever happens: a fault in one effect is told, and the next is taken on.
                let reply = attempt(&mut performer, &mut perform, effect);
                let _ = catch_unwind(AssertUnwindSafe(|| answer(reply)));
            }
        };
        let thread = thread::Builder::new().name("desk".to_owned()).spawn(work)?;
        Ok(Self { effects: Some(effects), thread: Some(thread) })
    }

    /// Waits until everything that was taken on is done.
    pub fn finish(self) {
        drop(self);
    }
}

impl Office {
    /// Does `effect`, and tells what came of it; also of a fault, so that whoever waits for it hears.
    pub fn attempt(&mut self, effect: Effect) -> Reply {
        attempt(self, &mut Self::perform, effect)
    }
}

fn attempt<T>(
    performer: &mut T,
    perform: &mut impl FnMut(&mut T, Effect) -> Reply,
    effect: Effect,
) -> Reply {
    let unkept = unkept(&effect);
    catch_unwind(AssertUnwindSafe(|| perform(performer, effect)))
        .unwrap_or_else(|fault| broken(fault.as_ref(), unkept))
}

impl Desk for Worker {
    fn perform(&mut self, effect: Effect) {
        if let Some(effects) = &self.effects {
            // The thread only ends when this sender is gone.
            let _ = effects.send(effect);
        }
    }
}

impl Drop for Worker {
    /// Whichever way the program ends, what was said is kept first.
    fn drop(&mut self) {
        self.effects = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The effects in their order, superseded wishes to keep left out.
struct Queue {
    inbox: Receiver<Effect>,
    waiting: VecDeque<Effect>,
}

impl Queue {
    /// The next effect; waits for it, and is none once there will be no more.
    fn next(&mut self) -> Option<Effect> {
        let mut effect = match self.waiting.pop_front() {
            Some(effect) => effect,
            None => self.inbox.recv().ok()?,
        };
        self.waiting.extend(self.inbox.try_iter());
        while let (Some((id, _)), Some(next)) = (kept(&effect), self.waiting.front())
            && kept(next).is_some_and(|(next, _)| next == id)
            && let Some(newer) = self.waiting.pop_front()
        {
            effect = newer;
        }
        Some(effect)
    }
}

fn kept(effect: &Effect) -> Option<(&Id, u64)> {
    match effect {
        Effect::Keep { assessment, revision } => Some((&assessment.id, *revision)),
        _ => None,
    }
}

/// What is not kept if this is not done.
fn unkept(effect: &Effect) -> Option<Unkept> {
    match effect {
        Effect::Keep { revision, .. } => Some(Unkept::Revision(*revision)),
        wish if wish.is_of_form() || matches!(wish, Effect::Again(_)) => {
            Some(Unkept::Wish(Box::new(wish.clone())))
        }
        _ => None,
    }
}

fn broken(fault: &(dyn Any + Send), unkept: Option<Unkept>) -> Reply {
    let text = fault
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| fault.downcast_ref::<&str>().copied());
    Reply::Failed(Failure { message: words::broken(text), unkept, passphrase: false })
}
