//! Checking a record: which file, and what was found.

use super::{
    reader::Reader,
    sign::{Sign, Work},
    stamp::Stamp,
};
use crate::{
    session::{Effect, LinkStanding, OpenField, Reply, Report, Standing},
    tui::{
        canvas::Canvas,
        flow::{self, Paragraph},
        form::{Form, FormField},
        keys::{Action, Mode},
        words::Word,
        world::{Reaction, Screen, World},
    },
};
use ratatui::layout::Rect;
use std::path::PathBuf;

/// Naming a file.
#[derive(Debug)]
pub(super) struct CheckFile {
    form: Form,
}

impl CheckFile {
    /// An empty field.
    pub(super) fn new(world: &World) -> Self {
        let words = world.words;
        Self {
            form: Form::new(vec![FormField::line(
                words.say(Word::File),
                words.say(Word::HintFile),
                "",
            )]),
        }
    }
}

impl Screen for CheckFile {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::CheckRecord).to_owned()
    }

    fn mode(&self) -> Mode {
        Mode::Writing
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        vec![Action::Finish]
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        match action {
            Action::Finish => {
                // A file that is dragged into a terminal comes in quotes.
                let path = self.form.text(0);
                let path = path.trim_matches(['\'', '"']).trim();
                if path.is_empty() {
                    return Reaction::Say(world.words.needed(world.words.say(Word::File)));
                }
                // The field stays below: a file that is not there is most often a slip of the pen.
                ReportScreen::check(PathBuf::from(path))
            }
            Action::Back => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn is_free(&mut self) -> bool {
        // The name of a file is soon typed again.
        true
    }

    fn draw(&self, _world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.form.draw(area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HintFile).to_owned()
    }
}

/// What was found.
#[derive(Debug)]
pub(super) struct ReportScreen {
    report: Option<Report>,
    path: PathBuf,
    reader: Reader,
}

impl ReportScreen {
    /// What was found already.
    pub(super) fn shown(report: Report) -> Self {
        Self { path: report.file.clone(), report: Some(report), reader: Reader::default() }
    }

    /// The report, if the record is genuine and someone is still to sign it.
    fn to_sign(&self) -> Option<&Report> {
        let report = self.report.as_ref().filter(|_| self.is_genuine());
        report.filter(|report| !report.open_fields.is_empty())
    }

    /// Whether the record is genuine, so that its moment is worth proving.
    fn is_genuine(&self) -> bool {
        let genuine = |report: &Report| report.verdict.is_genuine() && report.data.is_same();
        self.report.as_ref().is_some_and(genuine)
    }

    /// Has the file checked, and opens the screen.
    pub(super) fn check(path: PathBuf) -> Reaction {
        let screen = Self { report: None, path: path.clone(), reader: Reader::default() };
        Reaction::Several(vec![
            Reaction::Open(Box::new(screen)),
            Reaction::Perform(Effect::Check(path)),
        ])
    }
}

/// What was found, in words.
pub(super) fn paragraphs(world: &World, report: &Report) -> Vec<Paragraph> {
    let words = world.words;
    let tone = match report.verdict {
        Standing::Valid => crate::model::Tone::Good,
        Standing::ValidUnknownSigner | Standing::NotOurs | Standing::Unsigned => {
            crate::model::Tone::Caution
        }
        Standing::Modified | Standing::Invalid => crate::model::Tone::Stop,
    };
    let (title, sentence) = words.standing(report.verdict);
    let mut text = vec![
        Paragraph::new(title, world.theme.tone(tone)),
        Paragraph::new(sentence, world.theme.text),
        Paragraph::gap(),
    ];
    if let Some(data) = report.told_of_data() {
        text.push(Paragraph::new(words.data(data), world.theme.text));
        text.push(Paragraph::gap());
    }
    for signature in &report.signatures {
        text.push(Paragraph::item(
            words.signed_by(&signature.signer, &signature.role, &signature.time),
            world.theme.strong,
        ));
        text.push(Paragraph::inset(
            words.fingerprint(&signature.fingerprint, signature.known),
            world.theme.text,
        ));
        if !signature.reason.is_empty() {
            let why = words.signed_why(&signature.reason);
            text.push(Paragraph::inset(why, world.theme.text));
        }
        if report.verdict == Standing::NotOurs {
            text.push(Paragraph::inset(words.covers(&signature.covers), world.theme.text));
        }
        text.extend(
            signature
                .problems
                .iter()
                .map(|code| Paragraph::inset(words.problem(code), world.theme.alarm)),
        );
    }
    for stamp in &report.stamps {
        text.push(Paragraph::item(words.stamp(stamp), world.theme.strong));
        text.push(Paragraph::inset(
            words.fingerprint(&stamp.fingerprint, stamp.known),
            world.theme.text,
        ));
        let problems = stamp.problems.iter();
        text.extend(problems.map(|code| Paragraph::inset(words.problem(code), world.theme.alarm)));
    }
    let rest = report.problems_of_all();
    text.extend(rest.map(|code| Paragraph::item(words.problem(code), world.theme.alarm)));
    for open in &report.open_fields {
        text.push(Paragraph::item(words.still_to_sign(&open.name, &open.role), world.theme.strong));
    }
    if let Some(claim) = &report.claim {
        text.push(Paragraph::gap());
        text.push(Paragraph::new(claim.about(), world.theme.text));
        text.push(Paragraph::new(
            format!("{}: {}", words.say(Word::Outcome), claim.verdict),
            world.theme.strong,
        ));
    }
    for link in &report.chain {
        let broken = link.standing == LinkStanding::Different;
        let style = if broken { world.theme.alarm } else { world.theme.text };
        text.push(Paragraph::item(words.link(link), style));
    }
    text.push(Paragraph::gap());
    text.push(Paragraph::new(format!("SHA-256: {}", report.sha256), world.theme.text));
    text
}

impl Screen for ReportScreen {
    fn crumb(&self, world: &World) -> String {
        world.words.say(Word::Report).to_owned()
    }

    fn offers(&self, _world: &World) -> Vec<Action> {
        let mut offers = vec![Action::Folder];
        offers.extend(self.reader.offers());
        if self.to_sign().is_some() {
            offers.push(Action::Sign);
        }
        if self.is_genuine() {
            offers.push(Action::Stamp);
        }
        offers
    }

    fn act(&mut self, action: Action, world: &World) -> Reaction {
        if self.reader.act(action) {
            return Reaction::Stay;
        }
        match action {
            Action::Folder => return Reaction::Perform(Effect::Show(self.path.clone())),
            Action::Sign => {
                let Some(report) = self.to_sign() else { return Reaction::Stay };
                let (record, fields) = (report.file.clone(), report.open_fields.clone());
                // Whoever has a key here most likely signs in their own place.
                let own =
                    |open: &OpenField| world.overview.keys.iter().any(|key| key.name == open.name);
                let field = fields.iter().position(own).unwrap_or(0);
                return Reaction::Open(Box::new(Sign::new(Work::Countersign {
                    record,
                    fields,
                    field,
                })));
            }
            Action::Stamp if self.is_genuine() => {
                return Reaction::Open(Box::new(Stamp::new(self.path.clone())));
            }
            Action::Back => return Reaction::Back,
            _ => {}
        }
        Reaction::Stay
    }

    fn reply(&mut self, reply: &Reply, _world: &World) -> Reaction {
        match reply {
            Reply::Checked(report) => {
                self.report = Some((**report).clone());
                Reaction::Stay
            }
            Reply::Failed(_) if self.report.is_none() => Reaction::Back,
            _ => Reaction::Stay,
        }
    }

    fn fit(&mut self, area: Rect, world: &World) {
        let mut text = vec![
            Paragraph::gap(),
            Paragraph::new(self.path.display().to_string(), world.theme.text),
            Paragraph::gap(),
        ];
        match &self.report {
            Some(report) => text.extend(paragraphs(world, report)),
            None => text.push(Paragraph::new(world.words.say(Word::Checking), world.theme.text)),
        }
        self.reader.fit(area, |width| flow::wrap(&text, width));
    }

    fn draw(&self, _world: &World, area: Rect, canvas: &mut Canvas<'_>) {
        self.reader.draw(area, canvas);
    }

    fn help(&self, world: &World) -> String {
        world.words.say(Word::HelpReport).to_owned()
    }
}
