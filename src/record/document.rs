//! What a record says, in blocks, before anyone thinks of paper.
//!
//! `compose` makes a [`Document`] out of an assessment; [`super::layout()`] sets it on pages. Every text is data: line
//! ends in it become line breaks, and characters that hide themselves are made visible when it is set.

use jiff::Zoned;

/// A record to be set and printed: what its pages say, and what travels with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Title of the file, shown by readers in the window's bar (PDF/UA-1, 7.1).
    pub title: String,
    /// What the record is about, in one line.
    pub subject: String,
    /// The institution that made the record.
    pub author: String,
    /// The record's short hash, as it stands in every footer.
    pub identifier: String,
    /// When it was made, on the clock of the device that made it.
    pub created: Zoned,
    /// Language of the text (BCP 47), such as `nl-NL`.
    pub lang: String,
    /// Program and version that printed it: the mark by which our own records are known.
    pub producer: String,
    /// The text, in reading order.
    pub blocks: Vec<Block>,
    /// Files inside the record (ISO 19005-3, 6.8).
    pub attachments: Vec<Attachment>,
}

/// One piece of a record, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The head of page 1; stands first, or not at all.
    Title(Title),
    /// The outcome in one sentence, in a box.
    Verdict(Verdict),
    /// A heading; also a bookmark. The tags skip no level, even if these do.
    Heading {
        /// 1 (section) to 3 (within a part).
        level: u8,
        /// Its words.
        text: String,
    },
    /// Running text.
    Paragraph(Text),
    /// An aside with a word beside it, such as "Notitie" or "Voorbeeld".
    Note {
        /// One or two words.
        label: String,
        /// What it says.
        text: Text,
    },
    /// A list with bullets or numbers.
    List {
        /// The items.
        items: Vec<Text>,
        /// Numbers (true) or bullets (false).
        numbered: bool,
    },
    /// A list in which each item has its own mark.
    Checks(Vec<Check>),
    /// Words and what they stand for, in two columns.
    Facts(Vec<Fact>),
    /// How much of each whole is done, as bars.
    Bars(Vec<Bar>),
    /// Rows and columns; the header row comes back on every page. Without rows it is left out, as is any empty list.
    Table(Table),
    /// A question with its answer.
    Answer(Answer),
    /// Empty signature fields, two beside each other.
    Signatures(Vec<SignatureField>),
    /// A hash or key, set in groups of four so that it can be read aloud.
    Fingerprint {
        /// What it is the fingerprint of.
        label: String,
        /// Hexadecimal digits, without spaces.
        digits: String,
    },
    /// A link on a line of its own, with its address in full below it for who reads on paper.
    Link {
        /// The words that are shown.
        text: String,
        /// Where they lead.
        url: String,
    },
    /// What follows starts on a new page.
    PageBreak,
}

/// The head of page 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Title {
    /// Small line above the title: what kind of document this is.
    pub kicker: String,
    /// The title.
    pub title: String,
    /// The particulars below it, two beside each other.
    pub facts: Vec<Fact>,
}

/// The outcome, for who reads no further.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Which sign stands in the bar.
    pub tone: Tone,
    /// One or two words above the sentence, such as "Uitkomst".
    pub label: String,
    /// The outcome.
    pub sentence: Text,
}

/// What an outcome asks of the reader; drawn as a sign and never as a colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing has to be done: ✓.
    Settled,
    /// Something has to be done: !.
    Required,
    /// This may not be done: ✗.
    Refused,
    /// It cannot be said yet: ?.
    Open,
}

/// An item with its own mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The mark before it.
    pub mark: Mark,
    /// What it says.
    pub text: Text,
}

/// The mark before an item of [`Block::Checks`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// ✓
    Done,
    /// ☐
    Open,
    /// – (does not apply)
    NotApplicable,
}

/// A part of a whole, drawn as a bar and told in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Of what.
    pub label: String,
    /// How much is done.
    pub part: u32,
    /// How much there is.
    pub whole: u32,
    /// The same in words.
    pub value: String,
}

/// A word and what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The word.
    pub label: String,
    /// What it stands for.
    pub value: Text,
}

impl Fact {
    /// A word and what it stands for.
    pub fn new(label: impl Into<String>, value: impl Into<Text>) -> Self {
        Self { label: label.into(), value: value.into() }
    }
}

/// Rows and columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What the table shows; empty for none.
    pub caption: String,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// The rows; a cell that is missing stays empty, one too many is an error.
    pub rows: Vec<Vec<Text>>,
    /// Whether the first cell of a row is its heading.
    pub row_headings: bool,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its part of the width, against the other columns' parts.
    pub share: f32,
    /// Where its text stands.
    pub align: Align,
}

impl Column {
    /// A column whose text starts at the left.
    pub fn new(heading: impl Into<String>, share: f32) -> Self {
        Self { heading: heading.into(), share, align: Align::Left }
    }
}

/// Where text stands in its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// At the right: numbers.
    Right,
}

/// A question with its answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Its number in the questionnaire, such as `2.4`; empty for none.
    pub number: String,
    /// The question.
    pub question: Text,
    /// The answer, as it was given.
    pub answer: Text,
    /// What was said with it: a label ("Notitie", "Oneens") and the words.
    pub notes: Vec<Fact>,
    /// Where the question comes from: article, number.
    pub source: Option<Text>,
}

/// An empty signature field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureField {
    /// Name of the form field, ASCII: `Coordinator`, `Director`.
    pub name: String,
    /// Who is to sign.
    pub label: String,
    /// In which function.
    pub role: String,
}

/// A file inside the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its file name.
    pub name: String,
    /// Its media type, such as `application/json`.
    pub media_type: String,
    /// What it is, in one line.
    pub description: String,
    /// What it is to the record.
    pub relationship: Relationship,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What an attachment is to the record (ISO 19005-3, annex E: `AFRelationship`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relationship {
    /// The record was made from it.
    Source,
    /// The data behind what the record shows.
    Data,
}

/// Text with here and there a stress or a link.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The pieces, one after another, without anything between them.
    pub spans: Vec<Span>,
}

/// A piece of text that is set in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Set bold.
    pub strong: bool,
    /// Where the words lead, if they are a link.
    pub url: Option<String>,
}

impl Text {
    /// No text.
    pub fn new() -> Self {
        Self::default()
    }

    /// This text, and then `text`.
    #[must_use]
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.with(Span { text: text.into(), strong: false, url: None })
    }

    /// This text, and then `text` in bold.
    #[must_use]
    pub fn strong(self, text: impl Into<String>) -> Self {
        self.with(Span { text: text.into(), strong: true, url: None })
    }

    /// This text, and then `text` that leads to `url`.
    #[must_use]
    pub fn link(self, text: impl Into<String>, url: impl Into<String>) -> Self {
        self.with(Span { text: text.into(), strong: false, url: Some(url.into()) })
    }

    /// The words alone.
    pub fn words(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// Whether there is nothing to set.
    pub fn is_empty(&self) -> bool {
        self.spans.iter().all(|span| span.text.is_empty())
    }

    fn with(mut self, span: Span) -> Self {
        self.spans.push(span);
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new().plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new().plain(text)
    }
}
