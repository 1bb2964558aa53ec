//! The scanner: bytes to values, one token at a time, with bounded depth and bounded number of values.

use super::value::{Dict, Value};
use crate::signature::problem::Problem;

const MAX_DEPTH: usize = 64;
/// Our own largest object is the tree of a long record's tags, some ten thousand values.
const MAX_VALUES: usize = 500_000;
/// The largest object number a conforming file may use (ISO 32000-1, annex C).
const MAX_OBJECT_NUMBER: u32 = 8_388_607;

/// Reads values from `bytes`, from `at` on.
pub(in super::super) struct Scanner<'a> {
    bytes: &'a [u8],
    /// Where the next byte is read.
    pub(in super::super) at: usize,
    depth: usize,
    values: usize,
}

impl<'a> Scanner<'a> {
    /// A scanner that starts at `at`.
    pub(in super::super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, depth: 0, values: 0 }
    }

    /// The next byte, not taken.
    pub(in super::super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Takes `expected` when it comes next.
    pub(in super::super) fn take(&mut self, expected: &[u8]) -> bool {
        let found = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(expected));
        if found {
            self.at += expected.len();
        }
        found
    }

    /// Takes `expected`, which must come next.
    pub(in super::super) fn expect(&mut self, expected: &[u8]) -> Result<(), Problem> {
        if self.take(expected) { Ok(()) } else { Err(Problem::Grammar) }
    }

    /// Takes blanks.
    pub(in super::super) fn blanks(&mut self) {
        self.span(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    }

    /// Takes `count` bytes.
    pub(in super::super) fn skip(&mut self, count: usize) -> Result<&'a [u8], Problem> {
        let end = self.at.checked_add(count).ok_or(Problem::Grammar)?;
        let taken = self.bytes.get(self.at..end).ok_or(Problem::Grammar)?;
        self.at = end;
        Ok(taken)
    }

    /// Takes a whole number of at most ten digits.
    pub(in super::super) fn number(&mut self) -> Result<usize, Problem> {
        let digits = self.span(|byte| byte.is_ascii_digit());
        Value::Plain(digits).integer().filter(|_| !digits.is_empty()).ok_or(Problem::Grammar)
    }

    /// Takes an object number.
    pub(in super::super) fn object_number(&mut self) -> Result<u32, Problem> {
        let number = u32::try_from(self.number()?).map_err(|_| Problem::Grammar)?;
        if (1..=MAX_OBJECT_NUMBER).contains(&number) { Ok(number) } else { Err(Problem::Grammar) }
    }

    /// Takes one value and the blanks before it.
    pub(in super::super) fn value(&mut self) -> Result<Value<'a>, Problem> {
        self.blanks();
        self.values += 1;
        if self.depth >= MAX_DEPTH || self.values > MAX_VALUES {
            return Err(Problem::Grammar);
        }
        self.depth += 1;
        let value = match self.peek().ok_or(Problem::Grammar)? {
            b'/' => self.name().map(Value::Name),
            b'(' => self.literal(),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.dict().map(Value::Dict),
            b'<' => self.hexadecimal(),
            b'[' => self.array(),
            b'0'..=b'9' | b'-' | b'.' | b'+' => Ok(self.numeric()),
            _ => self.keyword(),
        };
        self.depth -= 1;
        value
    }

    fn span(&mut self, belongs: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !belongs(*byte)).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// A name. An escape may only stand for a byte that needs one, so that a name has one spelling.
    fn name(&mut self) -> Result<&'a [u8], Problem> {
        self.at += 1;
        let name = self.span(|byte| byte.is_ascii_graphic() && !is_delimiter(byte));
        let mut rest = name;
        while let Some(at) = rest.iter().position(|byte| *byte == b'#') {
            let digits = rest.get(at + 1..at + 3).and_then(|two| std::str::from_utf8(two).ok());
            match digits.and_then(|two| u8::from_str_radix(two, 16).ok()) {
                Some(byte) if !byte.is_ascii_alphanumeric() && byte != 0 => rest = &rest[at + 3..],
                _ => return Err(Problem::Grammar),
            }
        }
        if name.is_empty() { Err(Problem::Grammar) } else { Ok(name) }
    }

    fn literal(&mut self) -> Result<Value<'a>, Problem> {
        let start = self.at;
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'\\' => drop(self.skip(1)?),
                b'(' => open += 1,
                b')' if open == 1 => return Ok(Value::Text(&self.bytes[start..self.at])),
                b')' => open -= 1,
                _ => {}
            }
        }
        Err(Problem::Grammar)
    }

    fn hexadecimal(&mut self) -> Result<Value<'a>, Problem> {
        let start = self.at;
        self.at += 1;
        let digits = self.span(|byte| byte.is_ascii_hexdigit());
        if !digits.len().is_multiple_of(2) {
            return Err(Problem::Grammar);
        }
        self.expect(b">")?;
        Ok(Value::Text(&self.bytes[start..self.at]))
    }

    fn array(&mut self) -> Result<Value<'a>, Problem> {
        self.at += 1;
        let mut values = Vec::new();
        loop {
            self.blanks();
            if self.take(b"]") {
                return Ok(Value::Array(values));
            }
            values.push(self.value()?);
        }
    }

    /// A dictionary; a key that occurs twice would be read differently by different programs.
    pub(in super::super) fn dict(&mut self) -> Result<Dict<'a>, Problem> {
        self.expect(b"<<")?;
        let mut entries: Vec<(&[u8], Value)> = Vec::new();
        loop {
            self.blanks();
            if self.take(b">>") {
                break;
            }
            if self.peek() != Some(b'/') {
                return Err(Problem::Grammar);
            }
            let key = self.name()?;
            entries.push((key, self.value()?));
        }
        let mut keys: Vec<&[u8]> = entries.iter().map(|(key, _)| *key).collect();
        keys.sort_unstable();
        if keys.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Problem::Grammar);
        }
        Ok(Dict(entries))
    }

    /// A number, or a reference when generation and `R` follow.
    fn numeric(&mut self) -> Value<'a> {
        let written = self.span(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
        let after = self.at;
        let number = Value::Plain(written).integer().and_then(|number| u32::try_from(number).ok());
        if let Some(number) = number.filter(|number| (1..=MAX_OBJECT_NUMBER).contains(number))
            && self.take(b" 0 R")
            && !self.peek().is_some_and(|byte| byte.is_ascii_alphanumeric())
        {
            return Value::Reference(number);
        }
        self.at = after;
        Value::Plain(written)
    }

    fn keyword(&mut self) -> Result<Value<'a>, Problem> {
        let word = self.span(|byte| byte.is_ascii_alphabetic());
        match word {
            b"true" | b"false" | b"null" => Ok(Value::Plain(word)),
            _ => Err(Problem::Grammar),
        }
    }
}

/// ISO 32000-1, 7.2.2.
fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}
