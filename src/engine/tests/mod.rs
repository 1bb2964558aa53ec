//! The engine against brute force: made-up questionnaires, part of the answers, and every way to answer the rest.

mod completions;
mod laws;
mod linting;
mod made;
mod oracle;
mod proof;
