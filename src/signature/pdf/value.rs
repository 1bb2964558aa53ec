//! PDF objects as they stand in the file; numbers, names and strings keep their very bytes.

/// A direct object (ISO 32000-1, 7.3).
#[derive(Clone, Debug, PartialEq)]
pub(in super::super) enum Value<'a> {
    /// `null`, `true`, `false` or a number, as written.
    Plain(&'a [u8]),
    /// A name without its solidus, as written.
    Name(&'a [u8]),
    /// A string with its delimiters, as written.
    Text(&'a [u8]),
    /// `N 0 R`.
    Reference(u32),
    /// `[ ... ]`
    Array(Vec<Value<'a>>),
    /// `<< ... >>`
    Dict(Dict<'a>),
}

/// A dictionary in the order of the file; no key occurs twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Dict<'a>(pub Vec<(&'a [u8], Value<'a>)>);

impl<'a> Dict<'a> {
    /// The value under `key`.
    pub(in super::super) fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.0.iter().find(|(name, _)| *name == key.as_bytes()).map(|(_, value)| value)
    }

    /// Replaces the value under `key` where it stands, or adds it at the end.
    pub(in super::super) fn set(&mut self, key: &'static str, value: Value<'a>) {
        match self.0.iter_mut().find(|(name, _)| *name == key.as_bytes()) {
            Some(entry) => entry.1 = value,
            None => self.0.push((key.as_bytes(), value)),
        }
    }

    /// Appends the dictionary to `out`.
    pub(in super::super) fn write(&self, out: &mut Vec<u8>) {
        out.extend(b"<<");
        for (index, (key, value)) in self.0.iter().enumerate() {
            if index > 0 {
                out.push(b' ');
            }
            out.push(b'/');
            out.extend(*key);
            out.push(b' ');
            value.write(out);
        }
        out.extend(b">>");
    }
}

impl<'a> Value<'a> {
    /// The value as a dictionary.
    pub(in super::super) fn dict(&self) -> Option<&Dict<'a>> {
        if let Self::Dict(dict) = self { Some(dict) } else { None }
    }

    /// The value as the number of the object it refers to.
    pub(in super::super) fn reference(&self) -> Option<u32> {
        if let Self::Reference(number) = self { Some(*number) } else { None }
    }

    /// Whether the value is this name.
    pub(in super::super) fn is_name(&self, name: &str) -> bool {
        matches!(self, Self::Name(written) if *written == name.as_bytes())
    }

    /// The value as a whole number that is not negative.
    pub(in super::super) fn integer(&self) -> Option<usize> {
        let Self::Plain(digits) = self else { return None };
        let plain = digits.len() <= 10 && digits.iter().all(u8::is_ascii_digit);
        if plain { std::str::from_utf8(digits).ok()?.parse().ok() } else { None }
    }

    /// The value as thousandths, rounded towards zero; `None` outside ±100 000.
    pub(in super::super) fn thousandths(&self) -> Option<i64> {
        let Self::Plain(written) = self else { return None };
        let text = std::str::from_utf8(written).ok()?;
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if !all_digits || whole.len() > 5 || digits.len() < 1 + usize::from(digits.contains('.')) {
            return None;
        }
        let milli: String = fraction.chars().chain("000".chars()).take(3).collect();
        let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let size = whole * 1000 + milli.parse::<i64>().ok()?;
        Some(if negative { -size } else { size })
    }

    /// Appends the value to `out`.
    pub(in super::super) fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Plain(bytes) | Self::Text(bytes) => out.extend(*bytes),
            Self::Name(bytes) => {
                out.push(b'/');
                out.extend(*bytes);
            }
            Self::Reference(number) => out.extend(format!("{number} 0 R").bytes()),
            Self::Array(values) => {
                out.push(b'[');
                for (index, value) in values.iter().enumerate() {
                    if index > 0 {
                        out.push(b' ');
                    }
                    value.write(out);
                }
                out.push(b']');
            }
            Self::Dict(dict) => dict.write(out),
        }
    }
}
