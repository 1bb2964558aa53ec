//! What is tried on any bytes, and what must hold whatever they are. Shared by the tests and by the fuzzer in this folder.

use crate::stage::{Stage, overview, session};
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use std::sync::{Arc, LazyLock};
use verantwoord::{
    engine::Engine,
    format::{
        Edition, Library, MOST_PROBLEMS, Problems, Syntax, parse_answers, parse_file,
        parse_journal, parse_manifest, print_file,
    },
    model::{About, Answer, Answers, Assessment, Id},
    record::{Fonts, fonts::Letter, told as words_of},
    session::Effect,
    signature::{
        Certificate, Contents, Face, Identity, Standing as Soundness, Trust, stamp as into_record,
        verify,
    },
};

/// Problems are told in words, and stand inside the text.
fn told(text: &str, problems: &Problems) {
    let lines = text.lines().count().max(1);
    assert!((1..=MOST_PROBLEMS + 1).contains(&problems.0.len()));
    for problem in &problems.0 {
        assert!(!problem.message.is_empty());
        assert!(problem.line <= lines + 1, "{problem} of {lines}");
        assert!(problem.message.len() < 2_000, "{}", problem.message.len());
    }
}

/// A questionnaire of an author: read or refused in words, and what is read can be evaluated.
pub(crate) fn questionnaire(text: &str) {
    let edition = match Edition::read(text) {
        Ok(edition) => edition,
        Err(problems) => return told(text, &problems),
    };
    let day = edition.questionnaire.draft().legal_state.date;
    let engine = Engine::new(Arc::clone(&edition.questionnaire), day);
    let mut answers = Answers::default();
    for (_, question) in edition.questionnaire.questions() {
        if let Some(value) = question.values().pop() {
            let several = [Answer::one(value.as_str()), Answer::Several(vec![value])];
            let fits = several.into_iter().find(|answer| question.accept(answer).is_ok());
            answers.put(question.id.clone(), fits);
        }
    }
    for answers in [Answers::default(), answers] {
        let evaluation = engine.evaluate(&answers);
        assert_eq!(evaluation.is_settled(), evaluation.verdict.is_some());
        engine.changes(&answers);
    }
    engine.lint(&[]);
    engine.reading();
}

/// A toets in the data folder: read or refused in words, and what is read is written and read again as it was.
pub(crate) fn toets(text: &str) {
    match parse_file::<Assessment>(text) {
        Ok(toets) => {
            let printed = print_file(&toets).unwrap();
            assert_eq!(parse_file::<Assessment>(&printed).unwrap(), toets);
        }
        Err(problems) => told(text, &problems),
    }
}

/// Answers of another program to a questionnaire that ships.
pub(crate) fn answers(text: &str, edition: &Edition, engine: &Engine) {
    for syntax in [Syntax::Json, Syntax::Ron] {
        match parse_answers(text, syntax, &edition.questionnaire) {
            Ok(answers) => drop(engine.evaluate(&answers)),
            Err(problems) => told(text, &problems),
        }
    }
}

/// The journal, and the list in a backup.
pub(crate) fn ledgers(bytes: &[u8]) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        drop(parse_journal(text));
    }
    drop(parse_manifest(bytes));
}

/// A record: its signatures, its attachments and its words.
pub(crate) fn record(bytes: &[u8]) {
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::shipped().unwrap());
    let (ps_name, font) = FONTS.file(Letter::Regular);
    let found = verify(bytes, &Trust::from_pem(&[]).unwrap(), &Face { font, ps_name });
    let length = found.base_length.unwrap_or(0);
    assert!(length <= bytes.len());
    let files = Contents::open(bytes).and_then(|contents| contents.files()).unwrap_or_default();
    assert!(files.values().all(|file| file.len() <= 64 << 20));
    drop(words_of(bytes));
}

/// The answer of a timestamp authority: refused, or in the record, which is then as good as it was.
pub(crate) fn stamp(answer: &[u8]) {
    static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::shipped().unwrap());
    let (ps_name, font) = FONTS.file(Letter::Regular);
    let record = include_bytes!("../kept/1/toets.pdf");
    let Ok(stamped) = into_record(record, include_bytes!("stamp/question.tsq"), answer) else {
        return;
    };
    assert!(stamped.starts_with(record));
    let found = verify(&stamped, &Trust::default(), &Face { font, ps_name });
    assert_eq!(found.standing, Soundness::ValidUnknownSigner, "{:?}", found.all_problems());
    assert_eq!((found.signatures.len(), found.stamps.len()), (1, 1));
}

/// A key file (PKCS#12), and a certificate.
pub(crate) fn key(bytes: &[u8]) {
    for passphrase in ["", "geheim"] {
        if let Ok(identity) = Identity::from_pkcs12(bytes, passphrase) {
            assert!(!identity.fingerprint().is_empty());
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        drop(Certificate::from_pem(text));
    }
}

/// Whatever is typed, clicked or pasted in any window: it is drawn, and what stands on the screen was handed in to be kept.
pub(crate) fn screen(bytes: &[u8]) {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    let ids: Vec<Id> = Library.ids().map(Id::from).collect();
    let id = &ids[usize::from(*first) % ids.len()];
    let about = About::Processing(Id::from("ticketsysteem"));
    let mut stage = if first & 0x80 == 0 {
        Stage::with(session(id.as_str(), about, Answers::default()), 80, 24)
    } else {
        Stage::set(overview(), 80, 24)
    };
    // A session that a person left is another's business.
    let mut kept: Option<Assessment> = None;
    for (place, pair) in rest.chunks(2).take(400).enumerate() {
        let event = event(pair[0], pair.get(1).copied().unwrap_or(0));
        let resized = matches!(event, Event::Resize(..));
        stage.see(event);
        // Much may happen between two pictures, as when someone pastes.
        if resized || place % 4 == 0 {
            stage.draw();
        }
    }
    stage.rest();
    while let Ok(effect) = stage.effects.try_recv() {
        if let Effect::Keep { assessment, .. } = effect {
            kept = Some(*assessment);
        }
    }
    if let (Some(kept), Some(session)) = (kept, &stage.app.world().session)
        && kept.id == session.assessment().id
        && session.revision() > 0
    {
        assert_eq!(kept.answers, session.assessment().answers);
        assert_eq!(kept.notes, session.assessment().notes);
        assert_eq!(kept.motivation, session.assessment().motivation);
    }
}

/// What two bytes make happen.
fn event(kind: u8, what: u8) -> Event {
    const CODES: [KeyCode; 16] = [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::PageUp,
        KeyCode::PageDown,
        KeyCode::Delete,
        KeyCode::Backspace,
        KeyCode::Insert,
        KeyCode::Null,
    ];
    const PASTES: [&str; 6] =
        ["j\nn\n", "\u{1b}[2J\u{202e}", "é\u{301}👩‍🚒\u{200b}", "", "\t\r\n\0", "2026-02-30"];
    let key = |code, held| Event::Key(KeyEvent::new(code, held));
    match kind % 8 {
        0..=2 => key(KeyCode::Char(char::from(what)), KeyModifiers::NONE),
        3 => {
            key(CODES[usize::from(what) % CODES.len()], KeyModifiers::from_bits_truncate(what >> 4))
        }
        4 => key(KeyCode::F(what % 13), KeyModifiers::NONE),
        5 if kind & 8 == 0 => Event::Paste(PASTES[usize::from(what) % PASTES.len()].into()),
        5 => key(KeyCode::Char(char::from(b'a' + what % 26)), KeyModifiers::CONTROL),
        6 => {
            let wheel = [MouseEventKind::ScrollDown, MouseEventKind::ScrollUp];
            let down = MouseEventKind::Down(MouseButton::Left);
            Event::Mouse(MouseEvent {
                kind: if what < 224 { down } else { wheel[usize::from(what) % 2] },
                column: u16::from(what) * 3 % 130,
                row: u16::from(kind >> 3),
                modifiers: KeyModifiers::NONE,
            })
        }
        _ => Event::Resize(u16::from(what), u16::from(kind >> 3)),
    }
}
