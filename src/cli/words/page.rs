//! A page of text for standard output, 80 columns wide.

use textwrap::{Options, fill};

const COLUMNS: usize = 80;

/// A page, grown from the top.
#[derive(Debug, Default)]
pub(in crate::cli) struct Page(String);

impl Page {
    /// What the page is about.
    pub(in crate::cli) fn title(&mut self, text: &str) {
        self.put(text, "", "");
    }

    /// A white line and the name of what follows.
    pub(in crate::cli) fn heading(&mut self, text: &str) {
        self.0.push('\n');
        self.put(text, "", "");
    }

    /// A paragraph; nothing when it is empty.
    pub(in crate::cli) fn line(&mut self, text: &str) {
        self.put(text, "  ", "  ");
    }

    /// One of a list.
    pub(in crate::cli) fn item(&mut self, text: &str) {
        self.put(text, "  - ", "    ");
    }

    /// What belongs to the item above it; nothing when it is empty.
    pub(in crate::cli) fn detail(&mut self, text: &str) {
        self.put(text, "    ", "    ");
    }

    /// A list under a heading; nothing when it is empty.
    pub(in crate::cli) fn list(&mut self, heading: &str, items: impl IntoIterator<Item = String>) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            self.heading(heading);
            items.for_each(|item| self.item(&item));
        }
    }

    /// The whole text.
    pub(in crate::cli) fn finish(self) -> String {
        self.0
    }

    fn put(&mut self, text: &str, first: &str, rest: &str) {
        if text.trim().is_empty() {
            return;
        }
        let options = Options::new(COLUMNS).initial_indent(first).subsequent_indent(rest);
        self.0.push_str(&fill(text.trim(), options));
        self.0.push('\n');
    }
}
