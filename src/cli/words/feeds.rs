//! What a questionnaire and the register have to do with each other, in words.

use crate::model::{Column, Draft, EntryField, Feed, Feeds, Id, Proves};

pub(in crate::cli) const PROVES: &str = "Wat de uitkomst bewijst in het register";

/// What the outcome proves, by the titles of its verdicts.
pub(in crate::cli) fn proves(proves: &Proves, draft: &Draft) -> String {
    let title = |id: &Id| {
        let verdict = draft.verdicts.iter().find(|verdict| verdict.id == *id);
        format!("{} [{id}]", verdict.map_or("", |verdict| &verdict.title))
    };
    let titles = proves.verdicts().iter().map(title).collect::<Vec<_>>().join(" · ");
    match proves {
        Proves::PreDpia { .. } => format!("Een DPIA is nodig bij: {titles}"),
        Proves::Balancing { .. } => format!("Het gerechtvaardigd belang houdt stand bij: {titles}"),
    }
}

/// Where the rows of a table with these columns go.
pub(in crate::cli) fn feeds(feeds: &Feeds, columns: &[Column]) -> String {
    let label = |id: &Id| {
        let column = columns.iter().find(|column| column.id == *id);
        column.map_or_else(|| id.to_string(), |column| column.label.clone())
    };
    match feeds {
        Feeds::Register(feeds) => {
            let one = |feed: &Feed| format!("{} = {}", label(&feed.column), field(feed.field));
            let all = feeds.iter().map(one).collect::<Vec<_>>().join(" · ");
            format!("Elke rij is een verwerking in het register: {all}.")
        }
        Feeds::Touched { column, reason, questionnaires, .. } => {
            let names = questionnaires.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
            format!(
                "Elke rij noemt bij \"{}\" wat u opnieuw bekijkt, wegens: {reason}. Het gaat om de toetsen {names}.",
                label(column)
            )
        }
    }
}

fn field(field: EntryField) -> &'static str {
    match field {
        EntryField::Name => "naam",
        EntryField::Purpose => "doel",
        EntryField::Department => "afdeling",
        EntryField::Owner => "verantwoordelijke",
        EntryField::Description => "omschrijving",
        EntryField::People => "van wie",
        EntryField::Data => "welke gegevens",
        EntryField::Source => "herkomst",
        EntryField::Place => "plaats",
        EntryField::Access => "toegang",
        EntryField::Recipients => "ontvangers",
        EntryField::Transfers => "buiten de EER",
        EntryField::Security => "beveiliging",
    }
}
