//! What the desk answers, and where it is heard.

use super::App;
use crate::{
    model::Moment,
    session::{Effect, Overview, Reply, Session},
    tui::{chrome::Said, clock::Clock, screens, world::Saved},
};
use std::sync::Arc;

impl App {
    /// What comes of a wish is for the screen that wished it, and not for what one looks up on top of it.
    pub(super) fn reply(&mut self, reply: &Reply) {
        let own = self.screens.iter().rposition(|screen| !screen.is_aside()).map_or(0, |at| at + 1);
        let mut asides = self.screens.split_off(own);
        self.hear(reply);
        // These change nothing about what can be done.
        let quiet = matches!(
            reply,
            Reply::Overview(_) | Reply::Kept { .. } | Reply::KeptAgain { .. } | Reply::Time(_)
        );
        if !quiet {
            asides.retain(|screen| !screen.is_of_the_moment());
        }
        self.screens.append(&mut asides);
    }

    fn hear(&mut self, reply: &Reply) {
        // What was asked for is there, or will not come.
        self.opening &= !matches!(
            reply,
            Reply::Opened(_) | Reply::Outdated(_) | Reply::Compared(_) | Reply::Failed(_)
        );
        if self.top().is_some_and(|screen| screen.gives_way(reply)) && self.screens.len() > 1 {
            self.screens.pop();
        }
        match reply {
            Reply::Overview(overview) => {
                self.see(overview);
            }
            Reply::KeptAgain { overview, at } => {
                self.is_kept_again(at.clock());
                self.see(overview);
            }
            Reply::Opened(session) => {
                self.world.clock = Clock::default();
                self.world.session = Some(self.with_unkept(session));
                if !self.keeping.failing {
                    self.world.saved = Saved::Nothing;
                }
                // A processing may be new: its name comes with the overview.
                self.desk.perform(Effect::Look);
            }
            Reply::Time(now) => self.tell(*now),
            Reply::Outdated(upgrade) => {
                self.screens.push(Box::new(screens::UpgradeScreen::new((**upgrade).clone())));
                return;
            }
            Reply::Kept { assessment, revision, at, warning } => {
                self.kept(assessment.as_str(), *revision, at.clock());
                if let Some(warning) = warning {
                    self.said = Said { text: warning.clone(), wrong: true };
                }
            }
            Reply::Failed(failure) => {
                if let Some(unkept) = &failure.unkept {
                    self.fails(unkept, &failure.message);
                }
                self.said = Said { text: failure.message.clone(), wrong: true };
            }
            // What was said while it was being made is over.
            Reply::KeyMade(_) | Reply::Signed(_) | Reply::Checked(_) => self.said = Said::default(),
            _ => {}
        }
        self.with_top(|screen, world| screen.reply(reply, world));
    }

    /// Sees what there is now.
    fn see(&mut self, overview: &Arc<Overview>) {
        let told = overview.warnings == self.world.overview.warnings;
        if !told && !overview.warnings.is_empty() {
            self.said = Said { text: overview.warnings.join(" "), wrong: true };
        }
        self.show(overview);
        self.read_on();
    }

    /// Whether time goes by on the screen.
    pub fn is_timed(&self) -> bool {
        self.world.clock.runs()
    }

    /// Asks how late it is.
    pub fn tick(&mut self) {
        self.desk.perform(Effect::Time);
    }

    /// The clock of the group runs for this section of the assessment at hand, or stands still.
    pub(super) fn clock(&mut self, section: Option<crate::model::Id>) {
        let session = self.world.session.as_ref().filter(|session| !session.is_locked());
        let wanted = section.zip(session.map(|session| session.assessment().id.clone()));
        if self.world.clock.set(wanted.map(|(section, assessment)| (assessment, section))) {
            self.tick();
        }
    }

    /// It is `now`.
    fn tell(&mut self, now: Moment) {
        let Some(stretch) = self.world.clock.tell(now) else { return };
        let here = |session: &Session| session.assessment().id == stretch.assessment;
        if self.world.session.as_ref().is_some_and(here) {
            self.change(|session| session.spend(&stretch.section, stretch.from, now));
        }
    }

    /// Only the newest revision says that everything is safe.
    fn kept(&mut self, assessment: &str, revision: u64, clock: String) {
        self.is_kept(assessment, revision);
        let newest = self.world.session.as_ref().is_some_and(|session| {
            session.assessment().id.as_str() == assessment && session.revision() == revision
        });
        if (newest || matches!(self.world.saved, Saved::Failed(_))) && !self.keeping.failing {
            self.world.saved = Saved::At(clock);
        }
    }
}
