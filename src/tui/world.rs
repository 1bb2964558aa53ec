//! What every screen may look at, and what it may ask.

use super::{
    canvas::Canvas,
    clock::Clock,
    form::Form,
    guide::Scene,
    keys::{Action, Mode},
    theme::Theme,
    widgets::prose::Prose,
    words::Words,
};
use crate::{
    model::{About, Id},
    session::{Edit, Effect, Guide, Overview, Reply, Session},
};
use crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use std::{fmt, sync::Arc};

/// Whether what was said is safe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was said yet.
    #[default]
    Nothing,
    /// It is on its way.
    Pending,
    /// Everything is safe since this time of day.
    At(String),
    /// It is not safe, and this is why.
    Failed(String),
}

/// The state that screens share. They look; the loop changes.
pub struct World {
    /// The words of the language.
    pub words: &'static dyn Words,
    /// The styles.
    pub theme: Theme,
    /// What there is in the data folder.
    pub overview: Arc<Overview>,
    /// The assessment at hand.
    pub session: Option<Session>,
    /// Whether it is safe.
    pub saved: Saved,
    /// The clock of the group that works on it.
    pub clock: Clock,
    /// What leads through the example, while a newcomer walks through it.
    pub guide: Option<Guide>,
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").field("saved", &self.saved).finish_non_exhaustive()
    }
}

impl World {
    /// The same with another session: what it will look like.
    pub(super) fn with(&self, session: Session) -> Self {
        Self {
            words: self.words,
            theme: self.theme,
            overview: Arc::clone(&self.overview),
            session: Some(session),
            saved: self.saved.clone(),
            clock: self.clock.clone(),
            guide: self.guide.clone(),
        }
    }

    /// What an assessment is about, in words.
    pub fn subject(&self, about: &About) -> String {
        match about {
            About::Organisation => self.organisation().to_owned(),
            About::Processing(id) => self.processing(id).to_owned(),
        }
    }

    fn organisation(&self) -> &str {
        let named = self
            .overview
            .organisation
            .as_ref()
            .filter(|organisation| !organisation.name.is_empty());
        named.map_or(self.words.the_organisation(), |organisation| &organisation.name)
    }

    fn processing<'a>(&'a self, id: &'a Id) -> &'a str {
        let found = self.overview.processings.iter().find(|processing| processing.id == *id);
        found.map_or(id.as_str(), |processing| &processing.name)
    }

    /// Whether everything here is made up for practice.
    pub fn is_example(&self) -> bool {
        self.overview.organisation.as_ref().is_some_and(|organisation| organisation.example)
    }
}

/// What a screen wants after an input.
#[derive(Debug)]
pub enum Reaction {
    /// Nothing beyond a new drawing.
    Stay,
    /// The assessment changes.
    Edit(Edit),
    /// The person stands at this question now.
    Stand(Id),
    /// The last change is taken back.
    Undo,
    /// It is done again.
    Redo,
    /// Something is done outside.
    Perform(Effect),
    /// Another screen comes on top.
    Open(Box<dyn Screen>),
    /// Another screen comes in the place of this one.
    Replace(Box<dyn Screen>),
    /// This screen closes.
    Back,
    /// The last change of the register or the actions is taken back.
    TakeBack,
    /// What was taken back last is done again.
    DoAgain,
    /// Every screen but the first closes.
    Home,
    /// The same as the key for this action.
    Act(Action),
    /// On from what was just answered: what comes next is only known now.
    CarryOn,
    /// Back to where questions are answered, at this one.
    Visit(Id),
    /// The clock of the group runs for this section, or stands still.
    Clock(Option<Id>),
    /// A text goes to the clipboard.
    Copy(String),
    /// A line is said at the bottom.
    Say(String),
    /// One after another.
    Several(Vec<Reaction>),
}

impl Reaction {
    /// Whether it leads to another screen.
    pub(super) fn is_move(&self) -> bool {
        matches!(self, Self::Open(_) | Self::Replace(_) | Self::Back | Self::Home)
    }
}

/// One screen. Input goes to the top one; drawing changes nothing.
pub trait Screen: fmt::Debug {
    /// Where one is, for the bread-crumbs.
    fn crumb(&self, world: &World) -> String;

    /// How far one is, beside the bread-crumbs: in words, and in fewer and fewer words where there is less room.
    fn progress(&self, _world: &World) -> Vec<String> {
        Vec::new()
    }

    /// Whether letters go into a text.
    fn mode(&self) -> Mode {
        Mode::Choosing
    }

    /// What can be done now.
    fn offers(&self, world: &World) -> Vec<Action>;

    /// What is done here at other times, and why it cannot be now.
    fn withheld(&self, _world: &World) -> Option<(Action, String)> {
        None
    }

    /// Does what is wanted.
    fn act(&mut self, action: Action, world: &World) -> Reaction;

    /// The form that takes what is typed, if there is one now.
    fn form(&mut self) -> Option<&mut Form> {
        None
    }

    /// The long text that is written here, if there is one now.
    fn prose(&mut self) -> Option<&mut Prose> {
        None
    }

    /// Whether one can go elsewhere from here and lose nothing: a form keeps what was typed only when it is handed in.
    fn is_free(&mut self) -> bool {
        self.form().is_none()
    }

    /// Takes a key that means no action.
    fn key(&mut self, key: KeyEvent, world: &World) -> Reaction {
        self.form().map_or(Reaction::Stay, |form| form.take_key(key, world.words))
    }

    /// Takes pasted text.
    fn paste(&mut self, text: &str, world: &World) -> Reaction {
        self.form().map_or(Reaction::Stay, |form| form.take_paste(text, world.words))
    }

    /// Takes a click on a row it drew.
    fn click(&mut self, row: usize, _world: &World) -> Reaction {
        if let Some(form) = self.form() {
            form.focus(row);
        }
        Reaction::Stay
    }

    /// Hands in what was typed, when the typing rests or the screen is left.
    fn settle(&mut self, _world: &World) -> Reaction {
        Reaction::Stay
    }

    /// Whether something was typed that was not handed in yet, and so cannot be safe.
    fn is_ahead(&self, _world: &World) -> bool {
        false
    }

    /// Hears what came of an effect.
    fn reply(&mut self, _reply: &Reply, _world: &World) -> Reaction {
        Reaction::Stay
    }

    /// Whether this screen was only in between, and closes before the one below it hears this reply.
    fn gives_way(&self, _reply: &Reply) -> bool {
        false
    }

    /// Where this is in the guided example.
    fn scene(&self) -> Scene<'_> {
        Scene::Elsewhere
    }

    /// Whether one only looks something up here: what was asked on the screen below is answered there.
    fn is_aside(&self) -> bool {
        false
    }

    /// Whether what lies here was gathered from the screens below, and leads astray once something else can be done there.
    fn is_of_the_moment(&self) -> bool {
        false
    }

    /// Whether questions are answered here.
    fn is_walk(&self) -> bool {
        false
    }

    /// Goes on from what was just answered.
    fn carry_on(&mut self, _world: &World) -> Reaction {
        Reaction::Stay
    }

    /// Goes to a question, where questions are answered.
    fn visit(&mut self, _question: &Id, _world: &World) -> Reaction {
        Reaction::Stay
    }

    /// Learns how much room there is, before it is drawn.
    fn fit(&mut self, area: Rect, _world: &World) {
        if let Some(form) = self.form() {
            form.fit(area);
        }
    }

    /// Draws itself.
    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>);

    /// The text that is read here, for which words may need explaining.
    fn text(&self, world: &World) -> String {
        self.help(world)
    }

    /// A few sentences for the help.
    fn help(&self, world: &World) -> String;
}
