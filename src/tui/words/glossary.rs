//! What the words of this field mean, in plain Dutch.

/// One word and what it means.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// The word.
    pub term: &'static str,
    /// The beginnings of words by which it is met in a text, in small letters.
    pub forms: &'static [&'static str],
    /// What it means, and where the law says so.
    pub text: &'static str,
}

const fn define(
    term: &'static str,
    forms: &'static [&'static str],
    text: &'static str,
) -> Definition {
    Definition { term, forms, text }
}

/// By name.
pub(super) const GLOSSARY: &[Definition] = &[
    define(
        "AP",
        &["ap ", "ap.", "ap,", "autoriteit persoonsgegevens"],
        "De Autoriteit Persoonsgegevens: de toezichthouder in Nederland. Zij kan controleren, advies geven en boetes opleggen (AVG art. 51 tot en met 58).",
    ),
    define(
        "AVG",
        &["avg"],
        "De Algemene verordening gegevensbescherming: de Europese wet over persoonsgegevens. Zij geldt sinds 25 mei 2018 (AVG art. 99).",
    ),
    define(
        "Betrokkene",
        &["betrokkene"],
        "Degene over wie een gegeven gaat: een bezoeker, lid, cursist, vrijwilliger of medewerker (AVG art. 4 lid 1).",
    ),
    define(
        "Bewaartermijn",
        &["bewaartermijn", "bewaren"],
        "Hoe lang u gegevens houdt. Niet langer dan nodig is voor het doel, tenzij een wet een langere tijd vraagt (AVG art. 5 lid 1 onder e).",
    ),
    define(
        "Bijzondere persoonsgegevens",
        &["bijzonder"],
        "Gegevens over gezondheid, afkomst, geloof, politiek, vakbond, seksualiteit, genen, en biometrie om iemand te herkennen. Die mag u niet gebruiken, \
         tenzij de wet een uitzondering geeft (AVG art. 9).",
    ),
    define(
        "Datalek",
        &["datalek", "inbreuk"],
        "Gegevens zijn kwijt, gewijzigd of in verkeerde handen gekomen. Is er een risico voor mensen, dan meldt u dit binnen 72 uur aan de AP (AVG art. 33).",
    ),
    define(
        "Doorgifte",
        &["doorgifte", "buiten de eer", "buiten europa"],
        "Gegevens gaan naar een land buiten de Europese Economische Ruimte, of kunnen van daaruit worden bekeken. Dat mag alleen met een waarborg (AVG art. 44 tot en met 49).",
    ),
    define(
        "DPIA",
        &["dpia", "gegevensbeschermingseffectbeoordeling"],
        "Een onderzoek vooraf naar de risico’s voor mensen, met maatregelen ertegen. Verplicht als een verwerking waarschijnlijk een hoog risico geeft (AVG art. 35).",
    ),
    define(
        "EER",
        &["eer)", "eer ", "eer,", "economische ruimte"],
        "De Europese Economische Ruimte: de landen van de Europese Unie, met IJsland, Liechtenstein en Noorwegen.",
    ),
    define(
        "FG",
        &["fg ", "fg,", "fg.", "fg?", "fg’", "functionaris"],
        "De functionaris gegevensbescherming: een onafhankelijke adviseur en toezichthouder binnen uw instelling. Soms verplicht (AVG art. 37 tot en met 39).",
    ),
    define(
        "Gerechtvaardigd belang",
        &["gerechtvaardigd"],
        "Een grondslag: u hebt een echt belang, de verwerking is daarvoor nodig, en de belangen van mensen wegen niet zwaarder (AVG art. 6 lid 1 onder f).",
    ),
    define(
        "Grondslag",
        &["grondslag", "rechtsgrond"],
        "De reden in de wet waarom u gegevens mag gebruiken. Er zijn er zes: toestemming, overeenkomst, wettelijke plicht, levensbelang, publieke taak en gerechtvaardigd belang (AVG art. 6 lid 1).",
    ),
    define(
        "Hoog risico",
        &["hoog risico"],
        "De kans is groot dat mensen er ernstig last van hebben, zoals discriminatie, schade of verlies van geheimen (AVG art. 35 lid 1; overweging 75).",
    ),
    define(
        "Persoonsgegeven",
        &["persoonsgegeven"],
        "Alle informatie over iemand die u kent of kunt herkennen: naam, adres, foto, kaartnummer, surfgedrag (AVG art. 4 lid 1).",
    ),
    define(
        "Pre-DPIA",
        &["pre-dpia"],
        "Een korte toets vooraf, die zegt of een DPIA nodig is. Ook wel pre-scan.",
    ),
    define(
        "Privacycoördinator",
        &["privacycoördinator"],
        "Wie binnen uw instelling de zorg voor privacy regelt. Dat is geen FG: een coördinator mag ook zelf beslissen en uitvoeren.",
    ),
    define(
        "Profilering",
        &["profiler", "profiel"],
        "Een computer gebruikt gegevens om iets over iemand te voorspellen of te beoordelen, zoals smaak, gedrag of koopkracht (AVG art. 4 lid 4).",
    ),
    define(
        "Pseudonimiseren",
        &["pseudonimi", "pseudoniem"],
        "Namen vervangen door codes. Wie de sleutel heeft, kan mensen terugvinden. Het blijven dus persoonsgegevens (AVG art. 4 lid 5).",
    ),
    define(
        "Rechtsstand",
        &["rechtsstand"],
        "De dag waarop de regels in een vragenlijst voor het laatst met de wet zijn vergeleken.",
    ),
    define(
        "Register",
        &["register"],
        "Het verwerkingsregister: een lijst van alles waarvoor u persoonsgegevens gebruikt, met doel, soorten gegevens en bewaartermijn (AVG art. 30).",
    ),
    define(
        "Toestemming",
        &["toestemming"],
        "Een grondslag: iemand zegt vrij en duidelijk ja, weet waartegen, en kan het even makkelijk intrekken (AVG art. 4 lid 11 en art. 7).",
    ),
    define(
        "Verwerker",
        &["verwerker"],
        "Een ander bedrijf dat in uw opdracht met gegevens werkt, zoals de leverancier van uw kassa of mailprogramma. U maakt er afspraken mee op papier (AVG art. 4 lid 8 en art. 28).",
    ),
    define(
        "Verwerking",
        &["verwerking", "verwerken", "verwerkt"],
        "Alles wat u met persoonsgegevens doet: verzamelen, bewaren, bekijken, delen, wissen (AVG art. 4 lid 2). In dit programma: dat alles samen, voor één doel.",
    ),
    define(
        "Verwerkingsverantwoordelijke",
        &["verantwoordelijke"],
        "Wie bepaalt waarvoor en hoe gegevens worden gebruikt. Meestal uw instelling (AVG art. 4 lid 7).",
    ),
    define(
        "Wachtzin",
        &["wachtzin"],
        "Een lang wachtwoord van een paar losse woorden. Het beschermt uw sleutel.",
    ),
    define(
        "WP248",
        &["wp248"],
        "De richtlijn van de Europese toezichthouders met negen tekens van een hoog risico. Bij twee of meer is een DPIA meestal nodig.",
    ),
];
