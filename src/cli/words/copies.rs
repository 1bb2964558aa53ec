//! The words of second copies on the command line.

pub(in crate::cli) const COPIES: &str = "Zeg waarvan er twee exemplaren zijn, en kies er een";
pub(in crate::cli) const COPIES_USAGE: &str =
    "verantwoord copies [BESTAND] [--keep first|second|both] [--json]";
pub(in crate::cli) const SECOND_COPY: &str = "Het tweede exemplaar";
pub(in crate::cli) const WHICH_COPY: &str = "WELK";
pub(in crate::cli) const KEEP_WHICH: &str =
    "Houd het exemplaar dat in gebruik is (first), het tweede (second), of beide (both)";
pub(in crate::cli) const NO_COPIES: &str = "Van niets zijn er twee exemplaren.\n";
pub(in crate::cli) const SAME_COPIES: &str = "De twee zijn gelijk.";
pub(in crate::cli) const CHOOSE_COPY: &str = "Kies met: verantwoord copies BESTAND --keep first (of second). \
    Wat u niet kiest, gaat naar de map niet-gekozen. Per onderdeel kiezen kan in het programma zelf.\n";
