//! The words of the manual page and of completion.

pub(in crate::cli) const COMPLETIONS: &str =
    "Maak een script waarmee uw opdrachtregel opdrachten aanvult";
pub(in crate::cli) const COMPLETIONS_USAGE: &str = "verantwoord completions SCHIL";
pub(in crate::cli) const SHELL: &str = "SCHIL";
pub(in crate::cli) const SHELL_HELP: &str =
    "Uw opdrachtregel: bash, zsh, fish, powershell of elvish";
pub(in crate::cli) const MAN: &str = "Maak de handleiding voor de opdracht man";
pub(in crate::cli) const MAN_USAGE: &str = "verantwoord man";

pub(in crate::cli) const MAN_NAME: &str = "NAAM";
pub(in crate::cli) const MAN_USE: &str = "GEBRUIK";
pub(in crate::cli) const MAN_WHAT: &str = "BESCHRIJVING";
pub(in crate::cli) const MAN_COMMANDS: &str = "OPDRACHTEN";
pub(in crate::cli) const MAN_OPTIONS: &str = "OPTIES";

pub(in crate::cli) const MAN_TEXT: &[&str] = &[
    "verantwoord begeleidt kleine culturele instellingen door stappenplannen en toetsen voor de AVG: is een DPIA nodig, houdt een gerechtvaardigd \
     belang stand, wat moet er nog gebeuren. Elk antwoord wordt meteen bewaard. Aan het eind staat een digitaal ondertekend verslag in PDF.",
    "Zonder opdracht opent het programma op het hele scherm. In een pijp, of met --plain, spreekt het in regels tekst. \
     Het gebruikt nooit internet.",
];

type List = (&'static str, &'static [(&'static str, &'static str)]);

pub(in crate::cli) const MAN_LISTS: &[List] = &[
    (
        "OMGEVING",
        &[
            ("VERANTWOORD_DATA", "De map met uw gegevens. --data gaat voor."),
            ("NO_COLOR, CLICOLOR=0", "Geen kleuren."),
            ("COLORTERM=truecolor", "Alle kleuren; anders 256 of 16, naar TERM."),
            (
                "LC_ALL, LC_CTYPE, LANG",
                "Staat er een tekenset die geen UTF-8 is, dan alleen ASCII.",
            ),
            ("TERM=dumb", "Regels tekst in plaats van een heel scherm."),
        ],
    ),
    (
        "UITGANG",
        &[
            ("0", "Gedaan, en alles is in orde."),
            ("1", "Gedaan, maar wat bekeken werd is niet in orde."),
            ("2", "Niet gedaan, door wat gevraagd of opgegeven werd."),
            (
                "129, 143",
                "Beëindigd doordat het venster wegging (SIGHUP) of door een verzoek te stoppen (SIGTERM).",
            ),
        ],
    ),
    (
        "BESTANDEN",
        &[
            (
                "instelling.ron, verwerkingen/, toetsen/, acties.ron",
                "Uw gegevens, als leesbare tekst.",
            ),
            ("verslagen/", "De ondertekende verslagen."),
            ("sleutels/", "Uw sleutels, en de certificaten van wie u kent."),
            ("reservekopie/", "Eerdere versies van uw toetsen."),
        ],
    ),
];

pub(in crate::cli) fn also_called(names: &str) -> String {
    format!("Ook: {names}.")
}
