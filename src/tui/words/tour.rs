//! What the guided example says, step by step.

use super::Dutch;

/// A hint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tour<'a> {
    /// Which step of how many.
    Step(usize, usize),
    /// On the overview: go into the assessment.
    Begin,
    /// Elsewhere: back to the overview.
    ToHome,
    /// Elsewhere: back to the questions.
    ToQuestions,
    /// The example answers yes.
    Yes,
    /// The example answers no.
    No,
    /// The example chooses this number, with this label.
    Choose(usize, &'a str),
    /// The example does not say; anything will do.
    Any,
    /// The answer is there already.
    Answered,
    /// The answer is another one than the example's.
    Otherwise(&'a str),
    /// Every row of the list is no.
    AllNo,
    /// This row of the list is yes, the rest no.
    ListBut(&'a str),
    /// The list is full.
    ListDone,
    /// All is answered: look at the outcome.
    ToOutcome,
    /// The outcome asks for reasons.
    ToMotivation,
    /// Writing the reasons.
    Motivate,
    /// The reasons are there.
    Written,
    /// All is there: sign.
    ToSign,
    /// Choose this key.
    ChooseKey(&'a str),
    /// Type this passphrase.
    Passphrase(&'a str),
    /// The record is there.
    Signed,
    /// Everything was seen.
    Finished,
    /// One must first finish what is being filled in.
    FinishFirst,
    /// What was said is not kept yet.
    NotKept,
}

/// The words of the guided example.
pub trait TourWords {
    /// What the guide says.
    fn tour(&self, hint: Tour<'_>) -> String;
}

impl TourWords for Dutch {
    fn tour(&self, hint: Tour<'_>) -> String {
        dutch(hint)
    }
}

fn dutch(hint: Tour<'_>) -> String {
    let text = match hint {
        Tour::Step(step, of) => return format!("Rondleiding · stap {step} van {of}"),
        Tour::Choose(number, label) => {
            return format!("Museum Voorbeeld kiest hier: {label}. Druk op {number}.");
        }
        Tour::Otherwise(label) => {
            return format!(
                "In het voorbeeld is het antwoord: {label}. Met u neemt u uw antwoord terug. U mag het ook zo laten."
            );
        }
        Tour::ListBut(label) => {
            return format!(
                "Een lijst. Bij Museum Voorbeeld is „{label}” van toepassing: ga er met ↓ heen en druk op j. Druk daarna op r: de rest is nee."
            );
        }
        Tour::ChooseKey(signer) => {
            return format!("Wie ondertekent? Zet de balk op {signer} en druk op Enter.");
        }
        Tour::Passphrase(passphrase) => {
            return format!(
                "Een sleutel gaat open met een wachtzin. Die van het voorbeeld is: {passphrase}. Typ hem en druk op Enter."
            );
        }
        Tour::Begin => {
            "U bent in Museum Voorbeeld; alles is verzonnen. Druk op Enter bij „Ga verder”: daar wacht een toets over een ticketsysteem."
        }
        Tour::ToHome => "Druk op Esc tot u weer in het overzicht bent.",
        Tour::ToQuestions => "Kijk gerust rond. Met Esc gaat u terug naar de vragen.",
        Tour::Yes => "Lees de vraag, en de uitleg erbij. Museum Voorbeeld antwoordt ja. Druk op j.",
        Tour::No => {
            "Museum Voorbeeld antwoordt nee. Druk op n. Met ← gaat u terug, met u neemt u een antwoord terug."
        }
        Tour::Any => "Beantwoord deze vraag zoals u wilt.",
        Tour::Answered => "Deze vraag is beantwoord. Met → gaat u verder.",
        Tour::AllNo => {
            "Een lijst. Museum Voorbeeld doet niets van wat hier staat. Druk op r: alle open regels worden nee. Lees ze wel eerst."
        }
        Tour::ListDone => "De lijst is klaar. Druk op Enter: de volgende vraag komt.",
        Tour::ToOutcome => {
            "De uitkomst staat vast: meer hoeft u niet te beantwoorden. Druk op F2: dan ziet u haar, en waarom."
        }
        Tour::ToMotivation => {
            "Lees de uitkomst. Bij deze uitkomst hoort een motivatie. Druk op m om die te schrijven."
        }
        Tour::Motivate => "Schrijf in een paar woorden waarom dit klopt. Druk daarna op Esc.",
        Tour::Written => "De motivatie staat er. Druk op Esc: u gaat terug naar de uitkomst.",
        Tour::ToSign => "Nu kan het verslag worden gemaakt. Druk op F10 om te ondertekenen.",
        Tour::Signed => {
            "Klaar: een ondertekend verslag, dat iedereen kan controleren. Met m ziet u het bestand. Enter gaat naar het overzicht."
        }
        Tour::Finished => {
            "Dit was de rondleiding. Kijk gerust verder rond. Met Ctrl+O gaat u naar uw eigen gegevens."
        }
        Tour::FinishFirst => "Maak eerst af wat u aan het invullen bent, of ga met Esc terug.",
        Tour::NotKept => "Nog niet alles is bewaard. Los dat eerst op.",
    };
    text.to_owned()
}
