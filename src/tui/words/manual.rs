//! The manual, chapter by chapter.

/// One chapter. A paragraph that begins with `- ` is an item of a list.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// What it is about.
    pub title: &'static str,
    /// Its text.
    pub paragraphs: &'static [&'static str],
}

/// In the order in which someone new needs them.
pub(super) const CHAPTERS: &[Chapter] = &[
    Chapter {
        title: "Waar dit programma voor is",
        paragraphs: &[
            "De AVG vraagt niet alleen dat u zorgvuldig omgaat met persoonsgegevens. U moet het ook kunnen laten zien (AVG art. 5 lid 2). \
             Met dit programma beantwoordt u vragen, ziet u wat eruit volgt en waarom, en maakt u een ondertekend verslag.",
            "Alles blijft op deze computer. Het programma gebruikt geen internet. Onderaan het overzicht staat in welke map uw gegevens liggen.",
        ],
    },
    Chapter {
        title: "De weg erdoor",
        paragraphs: &[
            "- Begin met een stappenplan als u nog niet weet wat er bij uw instelling speelt.",
            "- Schrijf op welke verwerkingen u hebt. Een verwerking is alles wat u met persoonsgegevens doet voor één doel, zoals kaarten verkopen.",
            "- Doe voor elke nieuwe of riskante verwerking de pre-DPIA. Die zegt of een DPIA nodig is: een onderzoek vooraf naar de risico's \
             voor mensen (AVG art. 35).",
            "- Rust een verwerking op een gerechtvaardigd belang? Doe dan de toets die dat belang afweegt (AVG art. 6 lid 1 onder f).",
            "- Onderteken het verslag. Wat er moet gebeuren, staat daarna in de lijst met acties.",
            "- Kijk elk jaar, of als er iets verandert, of de antwoorden nog kloppen.",
        ],
    },
    Chapter {
        title: "Antwoorden",
        paragraphs: &[
            "Druk op j voor ja, op n voor nee en op w als u het niet weet. Een keuze uit een lijst maakt u met het cijfer ervoor, met de pijlen of \
             met de muis. „Weet ik niet” is ook een antwoord: het programma rekent ermee en zegt wat u moet uitzoeken.",
            "Naast de vraag staat de uitleg: wat ermee bedoeld wordt, waarom de vraag er staat, voorbeelden en de bron in de wet. Is die uitleg lang, \
             lees dan verder met PgDn.",
            "Bij elke vraag kunt u een opmerking schrijven. Is iemand het er niet mee eens, leg dat dan vast. Beide komen in het verslag.",
            "U hoeft niets te bewaren: elk antwoord staat meteen op de schijf. Rechtsboven staat hoe laat dat was. Met Ongedaan draait u een wijziging terug.",
        ],
    },
    Chapter {
        title: "De uitkomst",
        paragraphs: &[
            "De uitkomst volgt uit een tabel met regels. Het programma laat zien welke regels gelden, op welke antwoorden ze rusten, waar ze in de wet staan \
             en welk ander antwoord de uitkomst zou veranderen.",
            "„Staat vast” betekent: de open vragen kunnen deze uitkomst niet meer veranderen.",
            "Soms vraagt de wet om een motivering, bijvoorbeeld als u geen DPIA doet. Die kunt u niet overslaan.",
        ],
    },
    Chapter {
        title: "Het verslag en de handtekening",
        paragraphs: &[
            "Het verslag is een PDF die ook over twintig jaar nog te lezen is. De vragen, de antwoorden en de regels zitten erin, als tekst en als gegevens.",
            "U ondertekent met een eigen sleutel. Dat is een bestand met een wachtzin die alleen u kent. Meer mensen kunnen ondertekenen, ook later \
             en op een andere computer: zij hebben alleen dit programma en het verslag nodig.",
            "Verandert iemand daarna iets aan het bestand, dan ziet dit programma dat bij Verslag controleren. Elke moderne PDF-lezer meldt het ook.",
            "Bij het ondertekenen kiest u als wat u tekent en waarom: opsteller, privacycoördinator, bestuurder of FG. Uw naam, functie, reden en de \
             datum staan daarna op bladzijde 1. Wie er later mee tekent, kiest u vooraf; die plaatsen staan dan al op het verslag.",
            "Wat de handtekening niet is: een gekwalificeerde handtekening volgens de Europese regels (eIDAS). De tijd erin is de klok van deze computer.",
            "Wilt u het moment door een ander laten bewijzen? Vraag dan een tijdstempel, bij Verslag controleren. Een dienst buiten uw instelling zegt \
             daarmee dat dit verslag toen al bestond. Dat loont als er ruzie kan komen over de datum: bij een datalek, een klacht, of een verslag \
             dat vóór het begin van de verwerking klaar moest zijn. Voor gewone verslagen is het niet nodig. Doe het als laatste, nadat iedereen tekende.",
        ],
    },
    Chapter {
        title: "Elk jaar opnieuw kijken",
        paragraphs: &[
            "Elke toets heeft een dag waarop u er opnieuw naar kijkt: na een jaar, en bij een pre-DPIA na drie jaar. Dat is niet voor de vorm. U moet \
             uw maatregelen nalopen en zo nodig bijwerken (AVG art. 24 lid 1), en bij een DPIA opnieuw kijken zodra het risico verandert \
             (art. 35 lid 11). Een andere dag kiest u bij de uitkomst.",
            "Bij het opnieuw kijken staat het antwoord van vorige keer bij elke vraag. Klopt het nog, dan bevestigt u het met één toets: F5. Zegt u \
             iets anders, dan is het gewijzigd. Wat er vorige keer niet was, is nieuw. Het nieuwe verslag zegt per vraag wat er is veranderd, en \
             noemt elk eerder verslag met een getal dat alleen bij dat bestand hoort.",
            "De jaarlijkse ronde vraagt naar zes soorten veranderingen, zoals een nieuwe leverancier. U kiest bij welke verwerkingen die horen. De \
             toetsen daarover komen dan terug op uw lijst, met de reden erbij.",
        ],
    },
    Chapter {
        title: "Bewaren en veilig houden",
        paragraphs: &[
            "Uw gegevens staan in één map met gewone bestanden. Maak regelmatig een reservekopie op een andere plek, met de opdracht \
             verantwoord reservekopie BESTAND.zip. Terugzetten overschrijft nooit ongevraagd iets dat nieuwer is.",
            "De opdracht verantwoord doctor kijkt elk bestand na en zegt wat er mis is. Een beschadigd bestand wordt opzij gezet en nooit weggegooid.",
            "Hebt u al een sleutel van een uitgever van certificaten? Haal hem over bij Sleutels en ondertekenaars. Is het een RSA-sleutel, dan \
             zegt het programma eerst wat het risico is, en kiest u zelf. Een sleutel die het programma maakt, heeft dat risico niet.",
            "Van elk verslag komt een regel in een logboek, en elk verslag noemt de stand daarvan. Zo ziet doctor of er een verslag weg is, is \
             veranderd of is teruggezet. Wie alles op de computer opnieuw maakt, verslagen en logboek samen, ziet doctor niet. Geef daarom \
             een kopie van elk verslag aan iemand anders.",
            "Raakt u de wachtzin van uw sleutel kwijt, maak dan een nieuwe sleutel. Wat u eerder ondertekende, blijft geldig.",
        ],
    },
    Chapter {
        title: "Sneller werken",
        paragraphs: &[
            "- Zoek met / of Ctrl+P: een vraag, een toets of iets dat u kunt doen.",
            "- Onder in beeld staan de toetsen die nu werken. Met ? ziet u ze allemaal.",
            "- Klik op een regel, op een toets onder in beeld of op een plek in de balk bovenaan.",
            "- Esc gaat altijd één stap terug. Er gaat niets verloren.",
            "- Met F12 kiest u kleuren, grote letters voor een zaal, en of de muis werkt.",
        ],
    },
    Chapter {
        title: "Met een schermlezer of brailleregel",
        paragraphs: &[
            "Start het programma met verantwoord --regels. Dan is alles gewone tekst, regel na regel, zonder lijnen en sprongen. \
             Typ ? voor hulp.",
        ],
    },
];
