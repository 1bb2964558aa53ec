//! The assessments that one rests on, or leads to: their state, opened from here and back again.

use super::{
    home,
    interview::Interview,
    list::{self, Cursor, Row},
    processing::ChooseProcessing,
};
use crate::{
    model::{About, Id, Subject},
    session::{AssessmentLine, Effect, Overview, Reply, Session},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        keys::Action,
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;
use std::sync::Arc;

/// The list, on behalf of one assessment.
#[derive(Debug)]
pub(super) struct Linked {
    /// The questionnaires that are looked for.
    questionnaires: Vec<Id>,
    /// The assessment that one comes back to.
    parent: Id,
    /// What that one is about: a new assessment is about the same, if it can be.
    about: About,
    cursor: Cursor,
}

/// What a row leads to.
#[derive(Clone, Debug)]
enum Target {
    Assessment(Id),
    Begin(Id),
    /// About this processing.
    BeginAbout(Id, Id),
}

impl Linked {
    /// The list of assessments of `questionnaires`, asked for in `session`; none if there is nothing to list.
    pub(super) fn open(session: &Session, questionnaires: Vec<Id>) -> Option<Box<dyn Screen>> {
        if questionnaires.is_empty() {
            return None;
        }
        let assessment = session.assessment();
        Some(Box::new(Self {
            questionnaires,
            parent: assessment.id.clone(),
            about: assessment.about.clone(),
            cursor: Cursor::default(),
        }))
    }

    fn rows(&self, world: &World) -> Vec<(Row, Option<Target>)> {
        let mut rows = Vec::new();
        for id in &self.questionnaires {
            let known = world.overview.questionnaires.iter().find(|line| line.id == *id);
            let title = known.map_or(id.as_str(), |line| &line.title);
            rows.push((Row::Heading(title.to_owned()), None));
            for line in assessments(&world.overview, id, &self.about) {
                let row = Row::item(&*line.subject, home::state(line, world.words));
                rows.push((row, Some(Target::Assessment(line.id.clone()))));
            }
            if known.is_some_and(|line| line.about == Subject::Processing) {
                rows.extend(self.without(world, id));
            }
            if known.is_some() {
                rows.push((
                    Row::item(world.words.say(Word::NewOne), ""),
                    Some(Target::Begin(id.clone())),
                ));
            }
        }
        rows
    }

    /// The processings that have no assessment of a questionnaire yet: an institution's step is about each of them.
    fn without<'a>(
        &'a self,
        world: &'a World,
        questionnaire: &'a Id,
    ) -> impl Iterator<Item = (Row, Option<Target>)> + 'a {
        let own = self.about == About::Organisation;
        let all = world.overview.processings.iter().filter(move |_| own);
        let bare = all.filter(move |processing| {
            let about = About::Processing(processing.id.clone());
            !world
                .overview
                .assessments
                .iter()
                .any(|line| line.questionnaire == *questionnaire && line.about == about)
        });
        bare.map(|processing| {
            let row = Row::item(&processing.name, world.words.say(Word::NotBegun));
            (row, Some(Target::BeginAbout(questionnaire.clone(), processing.id.clone())))
        })
    }

    fn targets(&self, world: &World) -> Vec<Target> {
        self.rows(world).into_iter().filter_map(|(_, target)| target).collect()
    }

    /// Whether the assessment that one comes back to is at hand again.
    fn is_back(&self, world: &World) -> bool {
        world.session.as_ref().is_some_and(|session| session.assessment().id == self.parent)
    }

    fn go(&self, world: &World) -> Reaction {
        let targets = self.targets(world);
        match targets.get(self.cursor.on(targets.len())) {
            None => Reaction::Stay,
            Some(Target::Assessment(id)) => Reaction::Perform(Effect::Resume(id.clone())),
            Some(Target::BeginAbout(id, processing)) => Reaction::Perform(Effect::Begin {
                questionnaire: id.clone(),
                about: About::Processing(processing.clone()),
                processing: None,
            }),
            Some(Target::Begin(id)) => {
                let about = world
                    .overview
                    .questionnaires
                    .iter()
                    .find(|line| line.id == *id)
                    .map(|line| line.about);
                let same = match (about, &self.about) {
                    (Some(Subject::Organisation), _) => About::Organisation,
                    (_, About::Processing(_)) => self.about.clone(),
                    (_, About::Organisation) => {
                        return Reaction::Open(ChooseProcessing::open(world, id.clone()));
                    }
                };
                Reaction::Perform(Effect::Begin {
                    questionnaire: id.clone(),
                    about: same,
                    processing: None,
                })
            }
        }
    }
}

/// The assessments of one questionnaire, as far as they are about the same: a whole institution is about everything in it.
pub(super) fn assessments<'a>(
    overview: &'a Overview,
    questionnaire: &'a Id,
    about: &'a About,
) -> impl Iterator<Item = &'a AssessmentLine> {
    overview.assessments.iter().map(Arc::as_ref).filter(move |line| {
        let same = *about == About::Organisation
            || line.about == About::Organisation
            || line.about == *about;
        line.questionnaire == *questionnaire && same
    })
}

impl Screen for Linked {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Linked).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Choose, Action::Up, Action::Down]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.cursor.act(action, self.targets(world).len()) {
            return Reaction::Stay;
        }
        match action {
            Action::Choose => self.go(world),
            // The screen below shows the assessment it belongs to: not before that one is at hand again.
            Action::Back if self.is_back(world) => Reaction::Back,
            Action::Back => Reaction::Perform(Effect::Resume(self.parent.clone())),
            _ => Reaction::Stay,
        }
    }

    fn click(&mut self, row: usize, world: &World) -> Reaction {
        self.cursor.0 = row;
        self.go(world)
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::Opened(session) if session.assessment().id != self.parent => Reaction::Open(
                Box::new(Interview::new(session).coming_back_to(self.parent.clone())),
            ),
            _ => Reaction::Stay,
        }
    }

    fn draw(&self, world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let text = [
            Paragraph::gap(),
            Paragraph::new(world.words.say(Word::LinkedHelp), world.theme.text),
            Paragraph::gap(),
        ];
        let lines = flow::wrap(&text, area.width);
        let top = u16::try_from(lines.len()).unwrap_or(0).min(area.height);
        canvas.lines(area, lines);
        let rows: Vec<Row> = self.rows(world).into_iter().map(|(row, _)| row).collect();
        let rest = Rect {
            y: area.y + top,
            height: area.height - top,
            width: area.width.min(flow::MEASURE),
            ..area
        };
        list::draw(&rows, self.cursor, rest, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::LinkedHelp).to_owned()
    }
}
