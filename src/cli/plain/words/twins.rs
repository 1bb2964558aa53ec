//! What is said of second copies.

pub(in crate::cli::plain) const SAME: &str = "De twee zijn gelijk.";
pub(in crate::cli::plain) const NOTHING_CHOSEN: &str = "Er is nog niets gekozen.";

pub(in crate::cli::plain) fn prompt(by_part: bool, separable: bool) -> String {
    let by_part = if by_part { ", per onderdeel" } else { "" };
    let both = if separable { ", beide" } else { "" };
    format!("Welk exemplaar houdt u? 1, 2{by_part}{both}, ? of Enter om later te kiezen:")
}

pub(in crate::cli::plain) fn which(label: &str) -> String {
    format!("{label}: 1 of 2?")
}
