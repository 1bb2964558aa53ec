//! What went wrong, said to the person it happened to: plain Dutch, the file in full, and what to do.

use super::DeskError;
mod backup;
mod keys;
mod stamp;
pub(super) mod twins;

pub(super) use keys::signers_taken_over;

use crate::{
    model::{Holder, LONGEST_REASON, LONGEST_ROLE, Moment},
    record::{LayoutError, RecordError},
    signature::SignError,
    store::{ASIDE, Doing, Mended, StoreError, Warning},
};
use std::{
    io::{self, ErrorKind},
    path::Path,
};

/// What an assessment of no one processing is about, as long as the institution has no name.
pub const THE_ORGANISATION: &str = "De hele instelling";

/// Says why something was not done.
pub fn sentence(error: &DeskError) -> String {
    match error {
        DeskError::Store(error) => store(error),
        DeskError::NoQuestionnaire(id) => format!(
            "Dit programma kent de vragenlijst \"{id}\" niet. Misschien is er een nieuwere versie van het programma."
        ),
        DeskError::OtherQuestionnaire { path, .. } => format!(
            "De toets {} kan niet open. De vragenlijst waarmee u begon, ontbreekt of is veranderd. Zet het bestand \
             vragenlijst.ron uit een reservekopie terug in dezelfde map.",
            path.display()
        ),
        DeskError::Linked { name, assessments, actions } => {
            twins::linked(name, *assessments, *actions)
        }
        DeskError::NoTwin { path } => twins::no_twin(path),
        DeskError::TwinChanged { path } => twins::changed(path),
        DeskError::NoChoice { path } => twins::no_choice(path),
        DeskError::Key(error) => keys::key(error),
        DeskError::Keyring(error) => keys::sentence(error),
        DeskError::Certificate(_) => keys::NO_CERTIFICATE.to_owned(),
        DeskError::Unfinished(1) => {
            "Er ontbreekt nog een antwoord of een motivering. Vul die in; daarna kunt u ondertekenen.".to_owned()
        }
        DeskError::Unfinished(missing) => format!(
            "Er ontbreken nog {missing} antwoorden of motiveringen. Vul die in; daarna kunt u ondertekenen."
        ),
        DeskError::NoOrganisation => {
            "Op een verslag staat van wie het is. Vul eerst de naam van uw instelling in.".to_owned()
        }
        DeskError::Incomplete(left) => incomplete(left),
        DeskError::Print(problem) => format!("Het verslag kan niet worden gemaakt. {problem}"),
        DeskError::Record(error) => record(error),
        DeskError::Font(error) => format!(
            "Het programma is niet heel: een lettertype ontbreekt ({error}). Haal het programma opnieuw op."
        ),
        DeskError::Sign(error) => unsigned(error),
        DeskError::Unsound { problems } => format!(
            "Het verslag is niet gemaakt: de controle na het ondertekenen keurt het af ({}). De toets blijft open. \
             Meld dit aan de makers van het programma.",
            problems.join(", ")
        ),
        DeskError::Unread { path } => format!(
            "Het verslag {} staat niet goed op de schijf. Gebruik het niet. De toets blijft open; controleer de schijf \
             en onderteken opnieuw.",
            path.display()
        ),
        DeskError::Unclosed { record, source } => format!(
            "Het verslag staat in {}, maar de toets kon niet worden afgesloten. {}",
            record.display(),
            store(source)
        ),
        DeskError::NotGenuine { path } => format!(
            "{} is geen echt en compleet verslag. Zet daar geen handtekening onder. Vraag een goed exemplaar.",
            path.display()
        ),
        DeskError::NoField { path } => format!(
            "In {} is geen plaats meer voor deze handtekening. Controleer het verslag; misschien is het al getekend.",
            path.display()
        ),
        DeskError::OtherSigner { expected, signer } => format!(
            "Deze plaats is voor {expected}, en de sleutel is van {signer}. Kies een andere plaats of een andere sleutel."
        ),
        DeskError::Lengthy => format!(
            "De functie of de reden past niet bij de handtekening. Een functie heeft hoogstens {LONGEST_ROLE} tekens, en een reden {LONGEST_REASON}."
        ),
        DeskError::Stamp(error) => stamp::sentence(error),
        DeskError::Question { path, there } => stamp::question(path, *there),
        DeskError::NotEmpty { folder } => format!(
            "In {} staan echte gegevens. Kies voor het voorbeeld een andere, lege map.",
            folder.display()
        ),
        DeskError::Example(fault) => {
            format!("Het voorbeeld in dit programma klopt niet ({fault}). Haal het programma opnieuw op.")
        }
        DeskError::Show { path, .. } => format!(
            "Hier kan geen map worden geopend. Open haar zelf in uw bestandsbeheer: {}",
            path.parent().unwrap_or(path).display()
        ),
    }
}

/// Says why a record cannot be made.
fn record(error: &RecordError) -> String {
    match error {
        RecordError::Layout(LayoutError::Glyph { character, context }) => {
            let code = u32::from(*character);
            format!(
                "Het teken {character} (U+{code:04X}) kan niet in het verslag. Het staat in „{context}”. Haal het daar \
                 weg of schrijf het anders; er is niets ondertekend."
            )
        }
        error => format!(
            "Het verslag kan niet worden gemaakt ({error}). Maak lange teksten korter en probeer het nog eens."
        ),
    }
}

/// Says what went wrong with a file.
pub fn store(error: &StoreError) -> String {
    match error {
        StoreError::Io { doing, path, source } => refused(*doing, path, source),
        StoreError::InUse { folder, holder } => in_use(folder, holder.as_deref()),
        StoreError::TakenOver { folder, holder } => format!(
            "De map {} is overgenomen door {}. Wat u nu invult, wordt hier niet meer bewaard. Sluit dit venster, en open het \
             programma opnieuw.",
            folder.display(),
            holder.words()
        ),
        StoreError::OnlyLooking { folder } => format!(
            "U kijkt alleen: een ander heeft de map {} open. Er is niets veranderd.",
            folder.display()
        ),
        StoreError::Newer { path, version } => newer(path, *version),
        StoreError::Damaged { path, aside, problems } => {
            format!("{} De fout: {problems}", damaged(path, aside.as_deref()))
        }
        StoreError::Closed { path } => closed(path),
        StoreError::Name { folder, name } => format!(
            "\"{name}\" kan geen naam zijn in {}. Kies een naam met gewone letters en cijfers.",
            folder.display()
        ),
        StoreError::Print { path, problem } => {
            format!("{} is niet bewaard. {problem}", path.display())
        }
        StoreError::Archive { path, flaw } => backup::flaw(path, flaw),
        StoreError::Within { path, folder } => format!(
            "{} ligt in de map met uw gegevens ({}). Raakt die map weg, dan ook de reservekopie. Kies een andere plaats, \
             zoals een USB-stick.",
            path.display(),
            folder.display()
        ),
        StoreError::Empty { folder } => format!(
            "In {} staan nog geen gegevens. Is het de goede map? Kies anders een map met --data.",
            folder.display()
        ),
        StoreError::Occupied { folder, stake } => backup::occupied(folder, stake),
        StoreError::Halfway { aside, source } => format!(
            "{} De reservekopie staat niet helemaal terug. Uw oude gegevens zijn er nog: {}. Geef de opdracht nog eens \
             als dit is opgelost; dan gaat het verder.",
            store(source),
            aside.display()
        ),
    }
}

/// Says what a person should know about the data folder.
pub fn warning(warning: &Warning) -> String {
    match warning {
        Warning::NoLock { folder, .. } => no_lock(folder),
        Warning::ReadOnly { folder, .. } => format!(
            "U kunt hier alleen lezen: in {} kan niets worden bewaard. Wilt u iets invullen? Kies dan een andere map \
             met --data.",
            folder.display()
        ),
        Warning::Left(error) => store(error),
        Warning::Restored { error, copy } => restored(error, copy),
        Warning::StillAside(path) => still_aside(path),
        Warning::Beside { path, copy } => beside(path, copy),
        Warning::NoBackup(error) => {
            format!("Er kon geen reservekopie worden gemaakt. {}", store(error))
        }
    }
}

/// Says that the program itself failed.
pub fn broken(fault: Option<&str>) -> String {
    let fault = fault.map(|fault| format!(" ({fault})")).unwrap_or_default();
    format!(
        "Er ging iets mis in het programma zelf{fault}. Wat al bewaard was, blijft bewaard. Probeer het nog eens."
    )
}

/// Says why a record could not be signed.
fn unsigned(error: &SignError) -> String {
    match error {
        SignError::Validity => {
            "De sleutel is verlopen, of de klok van dit apparaat staat verkeerd. Zet de klok goed, of maak een nieuwe \
             sleutel."
                .to_owned()
        }
        SignError::Glyph(character) => format!(
            "Het teken {character:?} kan niet op een verslag staan. Maak een sleutel met een naam zonder dat teken."
        ),
        SignError::Room => {
            "De naam en functie passen niet in het vak voor de handtekening. Maak een sleutel met een kortere naam of \
             functie."
                .to_owned()
        }
        error => format!("Het verslag kan niet worden ondertekend ({error})."),
    }
}

fn refused(doing: Doing, path: &Path, source: &io::Error) -> String {
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => full(path),
        ErrorKind::ReadOnlyFilesystem => read_only(path),
        ErrorKind::PermissionDenied => forbidden(doing, path),
        ErrorKind::NotFound => vanished(doing, path),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory if doing == Doing::Create => format!(
            "{} kan niet worden gemaakt: daar staat een bestand, geen map. Kies een andere map met --data.",
            path.display()
        ),
        ErrorKind::FileTooLarge => {
            format!("{} is te groot. Zo'n bestand maakt dit programma niet.", path.display())
        }
        _ => format!(
            "{} kan niet worden {} ({source}). Controleer de schijf en probeer het nog eens.",
            path.display(),
            done(doing)
        ),
    }
}

fn done(doing: Doing) -> &'static str {
    match doing {
        Doing::Create => "gemaakt",
        Doing::Read | Doing::List => "gelezen",
        Doing::Write => "bewaard",
        Doing::Rename => "hernoemd",
        Doing::Lock => "in gebruik genomen",
    }
}

fn full(path: &Path) -> String {
    format!(
        "De schijf is vol: {} is niet bewaard. Maak ruimte vrij en probeer het nog eens. Sluit het programma niet: \
         wat u invulde staat nog op het scherm.",
        path.display()
    )
}

fn read_only(path: &Path) -> String {
    format!(
        "De schijf is alleen-lezen: {} is niet bewaard. Zet het schuifje op de stick om, of kies een andere map met \
         --data.",
        path.display()
    )
}

fn forbidden(doing: Doing, path: &Path) -> String {
    let held = if cfg!(windows) {
        " Misschien houdt een ander programma het bestand vast; wacht even."
    } else {
        ""
    };
    format!(
        "{} mag niet worden {}.{held} Vraag wie uw computer beheert om toegang, of kies een andere map met --data.",
        path.display(),
        done(doing)
    )
}

fn vanished(doing: Doing, path: &Path) -> String {
    // The folder is there: then no disk is gone, and only the file is.
    if doing == Doing::Read && path.parent().is_some_and(Path::is_dir) {
        return format!("{} is er niet. Klopt de naam, en de map?", path.display());
    }
    let lost = match doing {
        Doing::Create => "kan niet worden gemaakt: de map erboven is er niet",
        Doing::Write => "is niet bewaard: de map is weg",
        Doing::Read | Doing::List | Doing::Rename | Doing::Lock => "is er niet meer",
    };
    format!(
        "{} {lost}. Zit de USB-stick of netwerkschijf nog vast? Probeer het daarna nog eens.",
        path.display()
    )
}

fn in_use(folder: &Path, holder: Option<&Holder>) -> String {
    let holder = holder.map(|holder| format!(" bij {}", holder.words())).unwrap_or_default();
    format!(
        "De map {} is al open{holder}. Sluit het programma daar, of kies een andere map met --data.",
        folder.display()
    )
}

fn newer(path: &Path, version: u32) -> String {
    format!(
        "{} is gemaakt met een nieuwere versie van het programma (bestandsversie {version}). Het blijft zoals het is. \
         Gebruik het nieuwere programma.",
        path.display()
    )
}

fn damaged(path: &Path, aside: Option<&Path>) -> String {
    match aside {
        Some(aside) => format!(
            "{} is beschadigd. Het bestand is opzijgezet als {}; er is niets weggegooid.",
            path.display(),
            aside.display()
        ),
        None => format!("{} is beschadigd en kan niet worden gelezen.", path.display()),
    }
}

/// What is asked of a file that was set aside: it can be mended, put back, or taken away by who does not need it.
fn still_aside(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let name = name.split_once(ASIDE).map_or(&*name, |(name, _)| name);
    format!(
        "Van {name} is alleen nog het beschadigde bestand er: {}. Herstel het en noem het weer {name}, of zet {name} \
         terug uit een reservekopie. Hebt u het niet meer nodig? Haal het beschadigde bestand dan weg.",
        path.display()
    )
}

fn incomplete(left: &[Warning]) -> String {
    let told: Vec<String> = left.iter().map(warning).collect();
    format!(
        "Dit verslag zou niet compleet zijn; er is niets ondertekend. {} Is dat opgelost? Onderteken dan opnieuw.",
        told.join(" ")
    )
}

fn restored(error: &StoreError, copy: &Path) -> String {
    let lost = match error {
        StoreError::Damaged { path, aside, .. } => damaged(path, aside.as_deref()),
        error => store(error),
    };
    format!(
        "{lost} De toets is geopend uit de reservekopie {}. Controleer uw laatste antwoorden.",
        copy.display()
    )
}

fn closed(path: &Path) -> String {
    format!(
        "{} is al ondertekend en verandert niet meer. Begin een nieuwe toets als er iets anders is geworden.",
        path.display()
    )
}

fn beside(path: &Path, copy: &Path) -> String {
    format!(
        "Een ander programma heeft {} veranderd. Dat bestand is niet overschreven. Uw antwoorden staan ernaast in {}. \
         Vergelijk de twee bestanden.",
        path.display(),
        copy.display()
    )
}

fn no_lock(folder: &Path) -> String {
    format!(
        "De schijf van {} kan een map niet voor één venster reserveren. Open het programma maar één keer tegelijk in \
         deze map.",
        folder.display()
    )
}

pub(super) const JOURNAL_TORN: &str = "De laatste regel van het logboek is niet af. Het programma is gestopt terwijl het schreef. De regel blijft staan; controleer of het laatste verslag er is.";

pub(super) fn journal_unreadable(line: usize) -> String {
    format!(
        "Regel {line} van het logboek kan niet worden gelezen. Zet het logboek terug uit een reservekopie."
    )
}

pub(super) fn journal_unchained(line: usize) -> String {
    format!(
        "Regel {line} van het logboek past niet bij de regel ervoor. Er is een regel veranderd, verplaatst of weggehaald. Vergelijk het logboek met een reservekopie."
    )
}

pub(super) fn record_unknown(path: &Path) -> String {
    format!(
        "{} staat niet in het logboek. Het komt van een andere computer, of van een andere versie van het programma.",
        path.display()
    )
}

/// That a record is not the one that a later record names as its predecessor.
pub(super) fn chain_broken(path: &Path, record: &str) -> String {
    format!(
        "{} noemt als eerdere versie het verslag {record}. Het bestand met die naam is een ander bestand dan toen. \
         Zet het verslag terug uit een reservekopie.",
        path.display()
    )
}

pub(super) fn record_missing(path: &Path) -> String {
    format!(
        "{} is er niet meer. Zet het terug uit een reservekopie, of vraag het aan wie het verslag ook heeft.",
        path.display()
    )
}

pub(super) fn record_rolled_back(path: &Path, at: Moment) -> String {
    format!(
        "{} is teruggezet naar hoe het was op {}. Een latere handtekening ontbreekt. Vraag het latere bestand aan wie toen tekende.",
        path.display(),
        Moment::words(at.date())
    )
}

pub(super) fn record_altered(path: &Path) -> String {
    format!(
        "{} is een ander bestand dan het logboek noemt. Zet het goede bestand terug uit een reservekopie.",
        path.display()
    )
}

pub(super) fn record_other_signatures(path: &Path) -> String {
    format!(
        "{} heeft andere handtekeningen dan het logboek noemt. Is het op een andere computer getekend? Dan is dit goed.",
        path.display()
    )
}

pub(super) fn record_unanchored(path: &Path) -> String {
    format!(
        "{} noemt een andere stand van het logboek dan er nu staat. Het logboek is na het maken van dit verslag veranderd.",
        path.display()
    )
}

pub(super) fn bad_record(path: &Path, problems: &[String]) -> String {
    format!(
        "{} is geen echt en compleet verslag ({}). Zet het goede bestand terug uit een reservekopie.",
        path.display(),
        problems.join(", ")
    )
}

pub(super) fn mended(path: &Path, mended: &Mended) -> String {
    match mended {
        Mended::Restored(copy) => format!(
            "{} was beschadigd en is opzij gezet. De nieuwste goede kopie staat er nu: {}.",
            path.display(),
            copy.display()
        ),
        Mended::SetAside => {
            format!("{} was beschadigd en is opzij gezet. Er is geen kopie van.", path.display())
        }
    }
}

pub(super) fn set_aside(path: &Path) -> String {
    format!(
        "{} is eerder opzij gezet, omdat het beschadigd was. Hebt u het niet meer nodig? Dan mag u het weghalen.",
        path.display()
    )
}

/// How one chooses between two copies.
const CHOOSE: &str = "Kies in het overzicht van het programma, of met: verantwoord copies.";

pub(super) fn conflict(path: &Path) -> String {
    format!(
        "{} is gemaakt door een programma dat mappen gelijk houdt. Twee mensen hebben hetzelfde bestand veranderd. {CHOOSE}",
        path.display()
    )
}

pub(super) fn kept_beside(path: &Path) -> String {
    format!(
        "{} staat naast de toets, omdat een ander programma die had veranderd. {CHOOSE}",
        path.display()
    )
}

pub(super) fn stranger(path: &Path) -> String {
    format!("{} is niet van dit programma. Het kan geen kwaad.", path.display())
}

/// Where the file lies that proves that an action is done.
pub(super) fn proof_lies(path: &Path) -> String {
    format!("Het bewijs staat in {}.", path.display())
}

/// The file that is to prove that an action is done cannot be read, and why.
pub(super) fn proof_unread(why: &str) -> String {
    format!("Het bestand met het bewijs is niet gelezen; wat u typte, is als tekst bewaard. {why}")
}
