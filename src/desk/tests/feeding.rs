//! From the inventory of a plan to the register, and from the register to files.

use super::office;
use crate::{
    model::{About, Answer, Assessment, Commission, Feeds, Id, Kind, Row},
    session::{Edit, Effect, Ledger, Reply, Session},
};

/// The plan whose table feeds the register, begun; its question and the columns.
fn begun(office: &mut crate::desk::Office) -> (Session, Id, Vec<Id>) {
    let plan = "stappenplan-klantgegevens";
    let effect = Effect::Begin {
        questionnaire: Id::from(plan),
        about: About::Organisation,
        processing: None,
    };
    let Reply::Opened(session) = office.perform(effect) else { panic!("not begun") };
    let feeding = |question: &&crate::model::Question| question.feeds.is_some();
    let question =
        session.questionnaire().questions().map(|(_, question)| question).find(feeding).cloned();
    let question = question.expect("a table that feeds the register");
    let Kind::Table(columns) = &question.kind else { panic!("no table") };
    let Some(Feeds::Register(feeds)) = &question.feeds else { panic!("no feed") };
    assert_eq!(feeds.len(), columns.len(), "the six columns each have a field");
    let columns = columns.iter().map(|column| column.id.clone()).collect();
    (*session, question.id, columns)
}

fn keep(office: &mut crate::desk::Office, session: &mut Session, edit: Edit) {
    let effect = session.apply(edit).expect("open");
    let reply = office.perform(effect);
    assert!(matches!(reply, Reply::Kept { .. }), "{reply:?}");
}

fn filled(question: &Id, rows: Vec<Row>) -> Edit {
    Edit::Answer { question: question.clone(), answer: Some(Answer::Rows(rows)) }
}

#[test]
fn the_inventory_of_a_plan_fills_the_register_and_a_changed_row_is_offered_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let (mut session, question, columns) = begun(&mut office);
    let row = |cells: [&str; 6]| -> Row {
        columns.iter().cloned().zip(cells.map(str::to_owned)).collect()
    };
    let first = row(["Nieuwsbrief", "naam, e-mail", "mailbox", "nieuws", "balie", "MailBureau"]);
    let second = row(["Cursus", "naam", "kast", "inschrijven", "balie", "niemand"]);
    keep(&mut office, &mut session, filled(&question, vec![first.clone(), second.clone()]));
    let proposals = office.overview().expect("looked").proposals;
    assert_eq!(proposals.len(), 2);
    for proposal in proposals {
        office.perform(Effect::KeepProcessing(Box::new(proposal.entry)));
    }
    let overview = office.overview().expect("looked");
    assert_eq!(overview.proposals, [], "not twice");
    let entry = &overview.processings[1];
    assert_eq!((entry.name.as_str(), entry.data.as_str()), ("Nieuwsbrief", "naam, e-mail"));
    assert_eq!((entry.place.as_str(), entry.recipients.as_str()), ("mailbox", "MailBureau"));
    let changed =
        row(["Nieuwsbrief", "naam, e-mail", "mailbox", "nieuws", "iedereen", "MailBureau"]);
    keep(&mut office, &mut session, filled(&question, vec![changed, second]));
    let overview = office.overview().expect("looked");
    let [proposal] = overview.proposals.as_slice() else { panic!("{:?}", overview.proposals) };
    assert!(!proposal.is_new());
    assert_eq!(proposal.cells.len(), 1);
    assert_eq!(proposal.entry.access, "iedereen");
    let assessment: &Assessment = session.assessment();
    assert_eq!(assessment.about, About::Organisation);
}

#[test]
fn a_register_is_written_to_files_that_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let one = Commission { controller: "Oude Kerk".into(), ..Commission::default() };
    let Reply::Overview(overview) = office.perform(Effect::KeepCommission(Box::new(one))) else {
        panic!("not kept")
    };
    assert_eq!(overview.commissions.len(), 1);
    for ledger in [Ledger::Register, Ledger::Commissions] {
        let Reply::Exported(paths) = office.perform(Effect::Export(ledger)) else {
            panic!("not written")
        };
        assert_eq!(paths.len(), 2);
        for path in paths {
            assert!(path.starts_with(folder.path().join("uitvoer")), "{path:?}");
            let text = crate::store::read_whole(&path, 1 << 20).expect("there");
            let text = String::from_utf8(text).expect("text");
            assert_eq!(text.contains("Oude Kerk"), ledger == Ledger::Commissions, "{text}");
        }
    }
}

#[test]
fn a_row_that_is_not_wanted_is_proposed_no_more_until_it_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = office(folder.path());
    let (mut session, question, columns) = begun(&mut office);
    let row = |data: &str| -> Row {
        let cells = ["Nieuwsbrief", data, "mailbox", "nieuws", "balie", "MailBureau"];
        columns.iter().cloned().zip(cells.map(str::to_owned)).collect()
    };
    keep(&mut office, &mut session, filled(&question, vec![row("naam")]));
    let proposal = office.overview().expect("looked").proposals.swap_remove(0);
    let dismiss = |dismissed| Effect::Dismiss {
        row: Box::new(proposal.entry.fed.clone().expect("a row")),
        dismissed,
    };
    let counted = |office: &mut crate::desk::Office, dismissed| {
        let Reply::Overview(overview) = office.perform(dismiss(dismissed)) else {
            panic!("failed")
        };
        overview.proposals.len()
    };
    assert_eq!(counted(&mut office, true), 0);
    assert_eq!(counted(&mut office, false), 1, "it can be taken back");
    assert_eq!(counted(&mut office, true), 0);
    // Also for who opens the folder later.
    drop(office);
    let mut office = super::office(folder.path());
    assert_eq!(office.overview().expect("looked").proposals, []);
    office.perform(Effect::Resume(session.assessment().id.clone()));
    keep(&mut office, &mut session, filled(&question, vec![row("naam en e-mail")]));
    assert_eq!(office.overview().expect("looked").proposals.len(), 1, "it is another row now");
}
