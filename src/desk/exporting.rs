//! Files for other programs, in a folder of their own.

use super::{DeskError, Office};
use crate::{
    exchange,
    model::Actions,
    session::{Overview, Reply, Statement},
};

impl Office {
    /// Writes the register, or the actions and their days, into the folder for other programs; an earlier file of that name is
    /// replaced, because it says what is true now.
    pub(super) fn export(&mut self, statement: Statement) -> Result<Reply, DeskError> {
        let overview = self.overview()?;
        let today = self.now().date();
        let register = &overview.processings;
        let files = match statement {
            Statement::Register | Statement::Board => {
                let csv = exchange::register_csv(register, |entry| overview.gaps(entry));
                vec![("verwerkingsregister.csv", csv)]
            }
            Statement::Actions => {
                let actions = Actions(overview.actions.clone());
                let calendar = exchange::calendar(&actions, register, &reviews(&overview), today);
                vec![
                    ("acties.csv", exchange::actions_csv(&actions, register)),
                    ("acties.ics", calendar.into_bytes()),
                ]
            }
        };
        let mut paths = Vec::new();
        for (name, bytes) in files {
            paths.push(self.shelf.keep_export(name, &bytes)?);
        }
        Ok(Reply::Exported(paths))
    }
}

/// The assessments that must be looked at again, with the day.
pub fn reviews(overview: &Overview) -> Vec<exchange::Reviewed> {
    let reviews = overview.assessments.iter().filter_map(|line| {
        Some(exchange::Reviewed {
            id: line.id.clone(),
            title: format!("{} · {}", line.title, line.subject),
            day: line.review?,
        })
    });
    reviews.collect()
}
