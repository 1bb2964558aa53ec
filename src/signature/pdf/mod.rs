//! Strict reading of the PDF files that we write ourselves (ISO 32000-1, 7.3 and 7.5).
//!
//! Not a general reader: what this grammar does not name is refused, so that two readers cannot see two different
//! files in the same bytes. Every byte of a file belongs to a revision, every object to a cross-reference table.

mod document;
mod revision;
mod scan;
mod text;
mod value;

pub(super) use document::{Document, Field};
pub(super) use revision::{Revision, read_revision, skip_header};
pub(super) use scan::Scanner;
pub(super) use text::{utf16_hex, write_name};
pub(super) use value::{Dict, Value};
