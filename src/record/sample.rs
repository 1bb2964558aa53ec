//! A record with every kind of block, for the tests of this room.

use super::document::{
    Align, Answer, Attachment, Block, Check, Column, Document, Fact, Mark, Relationship,
    SignatureField, Table, Text, Title, Tone, Verdict,
};

/// A URL that no line can hold.
pub(super) const LONG_URL: &str = "https://autoriteitpersoonsgegevens.example/themas/basis-avg/praktisch-avg/data-protection-impact-assessment/lijst-verplichte-dpia/bijlage-2019-64418-toelichting.html?versie=3&taal=nl#criterium-9";
/// A word that no line can hold.
pub(super) const LONG_WORD: &str = "Persoonsgegevensverwerkingsverantwoordelijkheidsaansprakelijkheidsverzekeringspolisvoorwaardenboekjeshouder";
/// A hash.
pub(super) const HASH: &str = "3f9a21c45b7e8d0912af66e07c4413d95ae1f08bb2c96d7734e5901fa8cd2b60";

/// A full record of a pre-DPIA.
pub(super) fn record() -> Document {
    let mut blocks = front();
    blocks.extend(reasons());
    blocks.extend(answers());
    blocks.extend(tables());
    blocks.extend(accounts());
    Document {
        title: "Pre-DPIA Nieuw kaartverkoopsysteem – Museum De Blauwe Engel".into(),
        subject: "Uitkomst van de pre-DPIA over het nieuwe kaartverkoopsysteem".into(),
        author: "Stichting Museum De Blauwe Engel".into(),
        identifier: "Verslag 3f9a 21c4".into(),
        created: "2026-11-22T14:30:00+01:00[Europe/Amsterdam]".parse().expect("a time"),
        lang: "nl-NL".into(),
        producer: "verantwoord 0.1.0".into(),
        blocks,
        attachments: attachments(),
    }
}

/// A document with only `blocks`.
pub(super) fn of(blocks: Vec<Block>) -> Document {
    Document { blocks, attachments: Vec::new(), ..record() }
}

fn attachments() -> Vec<Attachment> {
    vec![
        Attachment {
            name: "toets.ron".into(),
            media_type: "application/octet-stream".into(),
            description: "De antwoorden waaruit dit verslag is gemaakt".into(),
            relationship: Relationship::Source,
            bytes: b"(versie: 1, antwoorden: {\"c1\": yes})\n".to_vec(),
        },
        Attachment {
            name: "gegevens.json".into(),
            media_type: "application/json".into(),
            description: "Dezelfde gegevens voor andere programma’s".into(),
            relationship: Relationship::Data,
            bytes: b"{\"verdict\":\"required\"}".to_vec(),
        },
    ]
}

fn front() -> Vec<Block> {
    vec![
        Block::Title(Title {
            kicker: "Verslag van een pre-DPIA".into(),
            title: "Nieuw kaartverkoopsysteem met bezoekersprofielen".into(),
            facts: vec![
                Fact::new("Instelling", "Stichting Museum De Blauwe Engel, Gouda"),
                Fact::new("Verwerking", "Kaartverkoop en nieuwsbrief (register nr. 7)"),
                Fact::new("Ingevuld door", "Loïs Noordhoek-Öztürk, coördinator privacy"),
                Fact::new("Datum", "22 november 2026, 14.30 uur (klok van dit apparaat)"),
                Fact::new("Vragenlijst", "Pre-DPIA, versie 2026.11.0"),
                Fact::new("Rechtsstand", "22 november 2026"),
            ],
        }),
        Block::Verdict(Verdict {
            tone: Tone::Required,
            label: "Uitkomst".into(),
            sentence: "Een DPIA is verplicht voordat u met het nieuwe kaartverkoopsysteem begint.".into(),
        }),
        Block::Heading { level: 2, text: "De belangrijkste redenen".into() },
        Block::List {
            items: vec![
                Text::new()
                    .strong("Twee criteria tegelijk. ")
                    .plain("U maakt profielen van bezoekers (criterium 1) en u koppelt bestanden van kaartverkoop, nieuwsbrief en wifi (criterium 6)."),
                Text::new()
                    .strong("Onderwerp van de lijst. ")
                    .plain("Grootschalige gegevens over locatie staan op de lijst van de Autoriteit Persoonsgegevens, nr. 9."),
                Text::new()
                    .strong("Kwetsbare mensen. ")
                    .plain("Een derde van de bezoekers komt met een schoolklas: kinderen jonger dan 16 jaar."),
            ],
            numbered: true,
        },
        Block::Heading { level: 2, text: "Wat moet er gebeuren".into() },
        Block::Checks(vec![
            Check { mark: Mark::Open, text: "Voer een DPIA uit, vóór 1 februari 2027 – Loïs Noordhoek-Öztürk.".into() },
            Check { mark: Mark::Open, text: "Zet de koppeling met wifi uit tot de DPIA klaar is – Facilitair.".into() },
            Check { mark: Mark::Done, text: "Neem de verwerking op in het register (art. 30 AVG).".into() },
            Check { mark: Mark::NotApplicable, text: "Vraag de ondernemingsraad om instemming: niet van toepassing, minder dan 50 mensen.".into() },
        ]),
        Block::Signatures(vec![
            SignatureField { name: "Coordinator".into(), label: "Loïs Noordhoek-Öztürk".into(), role: "Coördinator privacy".into() },
            SignatureField { name: "Director".into(), label: "drs. E. van ’t Hek".into(), role: "Directeur-bestuurder".into() },
        ]),
    ]
}

fn reasons() -> Vec<Block> {
    vec![
        Block::PageBreak,
        Block::Heading { level: 1, text: "Waarop de uitkomst rust".into() },
        Block::Paragraph(
            "De uitkomst volgt uit een vaste beslistabel. Elke regel die past, staat hieronder; de eerste gaf de doorslag. Wie dezelfde antwoorden in dezelfde versie van de vragenlijst invult, krijgt altijd dezelfde uitkomst. Zo kan de Autoriteit Persoonsgegevens – of een collega over vijf jaar – nagaan hoe het besluit tot stand kwam.".into(),
        ),
        Block::Paragraph(
            Text::new()
                .plain("De lijst van verwerkingen waarvoor een DPIA ")
                .strong("altijd")
                .plain(" moet, staat in de Staatscourant: ")
                .link("Besluit lijst verplichte DPIA (Stcrt. 2019, 64418)", "https://zoek.officielebekendmakingen.nl/stcrt-2019-64418.html")
                .plain(". Lees ook de richtsnoeren WP 248 rev.01 van de gezamenlijke toezichthouders."),
        ),
        Block::Heading { level: 2, text: "Wat de uitkomst anders zou maken".into() },
        Block::List {
            items: vec![
                "Als u geen profielen maakt en niets koppelt, blijft één criterium over: dan is een DPIA sterk aangeraden, niet verplicht.".into(),
                "Als minder dan 10.000 bezoekers per jaar hun wifi aan hebben staan, is nr. 9 van de lijst niet van toepassing.".into(),
            ],
            numbered: false,
        },
        Block::Note {
            label: "Voorbeeld".into(),
            text: "Een museum dat alleen naam, e-mailadres en betaling van kaartkopers bewaart en die na twee jaar wist, heeft geen profielen. Ook niet als het die adressen voor een „nieuwsbrief” gebruikt.".into(),
        },
        Block::Note {
            label: "Onenigheid".into(),
            text: "Marketing (S. Jansen) vindt dat aanbevelingen geen profiel zijn.\nDe FG vindt van wel: “evaluatie van persoonlijke aspecten”, overweging 71 AVG.".into(),
        },
        Block::Heading { level: 2, text: "Wie deden mee".into() },
        Block::Facts(vec![
            Fact::new("Verwerkingsverantwoordelijke", "Stichting Museum De Blauwe Engel, KvK 41170000"),
            Fact::new("Deelnemers", "Loïs Noordhoek-Öztürk, Sjoerd Jansen, Zoë Łukasiewicz, Andrés Núñez"),
            Fact::new("Functionaris gegevensbescherming", Text::new().plain("mr. P. Đorđević, ").link("fg@blauwe-engel.example", "mailto:fg@blauwe-engel.example")),
            Fact::new("Kosten", "€ 12.500 per jaar, waarvan ½ voor beveiliging; ≥ 3 jaar → herzien"),
        ]),
    ]
}

fn answers() -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading { level: 1, text: "Antwoorden".into() },
        Block::Heading { level: 2, text: "A. Persoonsgegevens en rol".into() },
    ];
    let questions = [
        ("Verwerkt u persoonsgegevens?", "Ja"),
        ("Bepaalt u zelf het doel en de middelen?", "Ja, zelfstandig verantwoordelijke"),
        ("Is er al een DPIA gedaan voor een verwerking die hier sterk op lijkt?", "Nee"),
        ("Volgt u bezoekers stelselmatig, bijvoorbeeld met camera’s of wifi?", "Weet ik niet"),
        (
            "Worden gegevens uit verschillende bestanden gekoppeld of gecombineerd, die voor verschillende doelen zijn verzameld, op een manier die bezoekers niet verwachten?",
            "Ja",
        ),
    ];
    for (index, (question, answer)) in questions.into_iter().enumerate() {
        blocks.push(Block::Answer(Answer {
            number: format!("A.{}", index + 1),
            question: question.into(),
            answer: answer.into(),
            notes: Vec::new(),
            source: Some("Art. 35 lid 3 AVG; WP 248 rev.01, p. 10".into()),
        }));
    }
    blocks.push(Block::Heading { level: 2, text: "B. Toelichting in eigen woorden".into() });
    blocks.push(Block::Answer(Answer {
        number: "B.1".into(),
        question: "Beschrijf wat u met de gegevens gaat doen.".into(),
        answer: "Bezoekers kopen hun kaart op de website. Het systeem onthoudt welke tentoonstellingen zij bezochten, hoe laat zij binnenkwamen en – als zij inloggen op de wifi – in welke zalen zij waren.\nDaarmee stelt het systeem een persoonlijke nieuwsbrief samen. Wie dat niet wil, kan zich onder aan elke nieuwsbrief afmelden.\n\nDe leverancier bewaart alles in Ierland; er is een verwerkersovereenkomst.".into(),
        notes: vec![
            Fact::new("Notitie", "Nog navragen: bewaart de leverancier ook IP-adressen?"),
            Fact::new("Oneens", "Educatie wil scholen helemaal buiten de profielen houden."),
        ],
        source: Some(Text::new().plain("Art. 35 lid 7, onder a, AVG – ").link("uitleg van de toezichthouder", LONG_URL)),
    }));
    blocks.push(Block::Answer(Answer {
        number: "B.2".into(),
        question: "Welke woorden gebruikt u daarvoor?".into(),
        answer: LONG_WORD.into(),
        notes: vec![Fact::new("Bron", LONG_URL)],
        source: None,
    }));
    blocks.push(Block::Answer(Answer {
        number: "B.3".into(),
        question: "Tekst met verborgen tekens".into(),
        answer: "factuur\u{202E}fdp.exe en nul\u{200B}breed\u{7}".into(),
        ..Answer::default()
    }));
    blocks
}

fn tables() -> Vec<Block> {
    let themes = ["Kaartverkoop", "Nieuwsbrief", "Wifi", "Camera’s", "Vrijwilligers", "Donateurs"];
    let rows = (1..=34).map(|number| {
        let theme = themes[number % themes.len()];
        let text = if number % 5 == 0 {
            "Naam, adres, woonplaats, e-mailadres, telefoonnummer, bezochte tentoonstellingen en de tijd van binnenkomst; van kinderen alleen de schoolklas"
        } else {
            "Naam, e-mailadres"
        };
        vec![format!("{number}").into(), theme.into(), text.into(), format!("{} jaar", number % 7 + 1).into()]
    });
    vec![
        Block::Heading { level: 1, text: "Gegevens en bewaartermijnen".into() },
        Block::Table(Table {
            caption: "Tabel 1. Welke gegevens, hoe lang".into(),
            columns: vec![
                Column { align: Align::Right, ..Column::new("Nr.", 0.7) },
                Column::new("Verwerking", 2.0),
                Column::new("Gegevens", 5.0),
                Column { align: Align::Right, ..Column::new("Bewaren", 1.3) },
            ],
            rows: rows.collect(),
            row_headings: false,
        }),
    ]
}

fn accounts() -> Vec<Block> {
    vec![
        Block::Heading { level: 1, text: "Verantwoording".into() },
        Block::Heading { level: 3, text: "Hoe dit verslag is gemaakt".into() },
        Block::Paragraph("De gegevens waaruit dit verslag is gemaakt, zitten als bijlage in dit bestand. Vingerafdrukken staan in groepjes van vier, zodat u ze aan de telefoon kunt voorlezen.".into()),
        Block::Fingerprint { label: "Gegevens van dit verslag (SHA-256)".into(), digits: HASH.into() },
        Block::Fingerprint { label: "Vragenlijst".into(), digits: HASH.chars().rev().collect() },
        Block::Link { text: "Controleer dit verslag met verantwoord".into(), url: "https://example.org/verantwoord/controleer?taal=nl".into() },
        Block::Signatures(vec![
            SignatureField { name: "Author".into(), label: "S. Jansen".into(), role: "Opsteller".into() },
            SignatureField { name: "Dpo".into(), label: "mr. P. Đorđević".into(), role: "Functionaris gegevensbescherming".into() },
            SignatureField { name: "Adviser".into(), label: "A. Núñez".into(), role: "Adviseur".into() },
        ]),
    ]
}

/// Every string that the blocks hand over, in reading order.
pub(super) fn strings(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(of_block).collect()
}

fn of_block(block: &Block) -> Vec<String> {
    let all = |texts: &[Text]| texts.iter().map(Text::words).collect::<Vec<_>>();
    match block {
        Block::Title(title) => {
            let mut strings = vec![title.kicker.clone(), title.title.clone()];
            strings.extend(of_facts(&title.facts));
            strings
        }
        Block::Verdict(verdict) => vec![verdict.label.clone(), verdict.sentence.words()],
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Link { text, url } => vec![text.clone(), url.clone()],
        Block::Paragraph(text) => vec![text.words()],
        Block::Note { label, text } => vec![label.clone(), text.words()],
        Block::List { items, .. } => all(items),
        Block::Checks(items) => items.iter().map(|item| item.text.words()).collect(),
        Block::Facts(facts) => of_facts(facts),
        Block::Bars(bars) => {
            bars.iter().flat_map(|bar| [bar.label.clone(), bar.value.clone()]).collect()
        }
        Block::Table(table) => {
            let mut strings = vec![table.caption.clone()];
            strings.extend(table.columns.iter().map(|column| column.heading.clone()));
            strings.extend(table.rows.iter().flat_map(|row| all(row)));
            strings
        }
        Block::Answer(answer) => {
            let mut strings =
                vec![answer.number.clone(), answer.question.words(), answer.answer.words()];
            strings.extend(of_facts(&answer.notes));
            strings.extend(answer.source.as_ref().map(Text::words));
            strings
        }
        Block::Signatures(fields) => {
            fields.iter().flat_map(|field| [field.label.clone(), field.role.clone()]).collect()
        }
        Block::Fingerprint { label, digits } => vec![label.clone(), digits.clone()],
        Block::PageBreak => Vec::new(),
    }
}

fn of_facts(facts: &[Fact]) -> Vec<String> {
    facts.iter().flat_map(|fact| [fact.label.clone(), fact.value.words()]).collect()
}
