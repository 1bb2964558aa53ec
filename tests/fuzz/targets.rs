//! What is tried on any bytes, and what must hold whatever they are. Shared by the tests and by the fuzzer in this folder.

use crate::stage::{Stage, overview, session};
use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use std::{
    ops::Range,
    sync::{Arc, LazyLock},
};
use verantwoord::{
    engine::Engine,
    format::{
        Edition, Library, MOST_PROBLEMS, Problems, Syntax, canonical_json, parse_answers,
        parse_file, parse_journal, parse_json, parse_manifest, print_file, sha256,
    },
    model::{About, Answer, Answers, Assessment, Id},
    record::{
        Composition, Content, Fonts, Inquiry, Matter, RecordData, Sources, compose, fonts::Letter,
        layout, pdf, told as words_of,
    },
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

/// A sound record, out of which others are made.
pub(crate) const RECORD: &[u8] = include_bytes!("../kept/1/toets.pdf");

/// What stands for a stream of [`RECORD`] where its bytes are left out, with its number after it.
const LEFT_OUT: &[u8] = b"stream\n@";

/// The place where the signature stands in [`RECORD`], in hexadecimal digits.
fn signature_place() -> Range<usize> {
    let opening = b"/Contents <30";
    let at = RECORD.windows(opening.len()).position(|window| window == opening).unwrap();
    let begin = at + opening.len() - 2;
    begin..begin + RECORD[begin..].iter().position(|byte| *byte == b'>').unwrap()
}

/// [`RECORD`] with other bytes as its signature: what a fuzzer does to them, it cannot do to hexadecimal digits.
fn signed_with(signature: &[u8]) -> Vec<u8> {
    let place = signature_place();
    let mut digits: Vec<u8> = Vec::with_capacity(place.len());
    for byte in signature {
        digits.extend(format!("{byte:02x}").bytes());
    }
    digits.resize(place.len(), b'0');
    [&RECORD[..place.start], &digits, &RECORD[place.end..]].concat()
}

/// Where the streams of [`RECORD`] stand: half of a record is pages and letters folded up, and what a fuzzer does to them is seen
/// at once.
fn streams() -> &'static [Range<usize>] {
    static STREAMS: LazyLock<Vec<Range<usize>>> = LazyLock::new(|| {
        let mut streams = Vec::new();
        let mut from = 0;
        while let Some(at) = find(&RECORD[from..], b"stream\n") {
            let begin = from + at + b"stream\n".len();
            let end = begin + find(&RECORD[begin..], b"endstream").unwrap();
            streams.push(begin..end);
            from = end + b"endstream".len();
        }
        streams
    });
    &STREAMS
}

fn find(bytes: &[u8], piece: &[u8]) -> Option<usize> {
    bytes.windows(piece.len()).position(|window| window == piece)
}

/// [`RECORD`] without its streams: what is left is what holds it together.
pub(crate) fn bones() -> Vec<u8> {
    let mut bones = RECORD.to_vec();
    for (number, place) in streams().iter().enumerate().rev() {
        drop(bones.splice(place.clone(), [b'@', u8::try_from(number).unwrap()]));
    }
    bones
}

/// A file with the streams of [`RECORD`] where it says that they are left out.
fn filled(bones: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(RECORD.len());
    let mut rest = bones;
    while let Some(at) = find(rest, LEFT_OUT).map(|at| at + LEFT_OUT.len()) {
        let stream = rest.get(at).and_then(|number| streams().get(usize::from(*number)));
        let Some(stream) = stream else { break };
        whole.extend_from_slice(&rest[..at - 1]);
        whole.extend_from_slice(&RECORD[stream.clone()]);
        rest = &rest[at + 1..];
    }
    whole.extend_from_slice(rest);
    whole
}

/// The signature of [`RECORD`].
pub(crate) fn signature_of_record() -> Vec<u8> {
    let digits = &RECORD[signature_place()];
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    let mut bytes: Vec<u8> = digits.chunks_exact(2).map(byte).collect();
    bytes.truncate(bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1));
    bytes
}

/// The file that is meant by these bytes.
pub(crate) fn whole(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(b"%PDF") { filled(bytes) } else { signed_with(bytes) }
}

/// A record: its signatures, its attachments and its words. What does not begin as a record does, is put where the signature
/// of one stands.
pub(crate) fn record(bytes: &[u8]) {
    let bytes = &whole(bytes);
    let (ps_name, font) = Letter::Regular.file();
    let found = verify(bytes, &Trust::from_pem(&[]).unwrap(), &Face { font, ps_name });
    let length = found.base_length.unwrap_or(0);
    assert!(length <= bytes.len());
    let files = Contents::open(bytes).and_then(|contents| contents.files()).unwrap_or_default();
    assert!(files.values().all(|file| file.len() <= 64 << 20));
    // The program reads the words of a whole file only; those of the sound one are known, and take their time.
    let base = &bytes[..length];
    if !RECORD.starts_with(base) {
        drop(words_of(base));
    }
}

/// The data in a record, by someone who has a key and makes up all of it: there are pages, or there is none.
pub(crate) fn pages(json: &[u8]) {
    let fonts = Fonts::shipped().unwrap();
    let Ok(data) = parse_json::<RecordData>(json) else { return };
    let json = canonical_json(&data).unwrap();
    let sources = Sources { json_sha256: sha256(&json), json };
    let made = |matter| {
        let document = compose(&Composition { data: &data, matter, sources: &sources });
        let Ok(pages) = layout(&document, fonts) else { return };
        let printed = pdf(&document, &pages, fonts).unwrap();
        let files = Contents::open(&printed).and_then(|contents| contents.files());
        assert!(files.is_some_and(|files| (1..=3).contains(&files.len())));
    };
    let Content::Assessment(assessed) = &data.content else {
        return Matter::of(&data).map_or((), made);
    };
    let Some(edition) = Library.get(&assessed.questionnaire().id) else { return };
    let engine = Engine::new(Arc::clone(&edition.questionnaire), data.made.date());
    let evaluation = engine.evaluate(&assessed.assessment.answers);
    made(Matter::Assessment(Inquiry {
        data: &data,
        assessed,
        questionnaire: &edition.questionnaire,
        evaluation: &evaluation,
        ron: &print_file(&assessed.assessment).unwrap(),
        text: &edition.text,
    }));
}

/// The answer of a timestamp authority: refused, or in the record, which is then as good as it was.
pub(crate) fn stamp(answer: &[u8]) {
    let (ps_name, font) = Letter::Regular.file();
    let asked = include_bytes!("stamp/question.tsq");
    let Ok(stamped) = into_record(RECORD, (asked, answer), &Trust::default()) else { return };
    assert!(stamped.starts_with(RECORD));
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
            kept = Some(Arc::unwrap_or_clone(assessment));
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
