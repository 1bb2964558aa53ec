//! The registers as files for other programs, in the folder for what goes out.

use super::{DeskError, Office};
use crate::{
    exchange,
    session::{Ledger, Reply},
};

impl Office {
    /// Writes a register for a spreadsheet and as running text, and tells where the files are.
    pub(super) fn export(&mut self, ledger: Ledger) -> Result<Reply, DeskError> {
        let overview = self.overview()?;
        let today = self.now().date();
        let (name, table, text) = match ledger {
            Ledger::Register => {
                let gaps = |entry: &_| overview.gaps(entry);
                let entries = &overview.processings;
                let table = exchange::register_csv(entries, gaps);
                ("verwerkingsregister", table, exchange::register_text(entries, gaps, today))
            }
            Ledger::Commissions => {
                let entries = &overview.commissions;
                let table = exchange::commissions_csv(entries, today);
                ("verwerkersregister", table, exchange::commissions_text(entries, today))
            }
        };
        let files = [("csv", table), ("md", text.into_bytes())];
        let mut written = Vec::new();
        for (extension, bytes) in files {
            let name = format!("{name}-{today}.{extension}");
            written.push(self.shelf.keep_export(&name, &bytes)?);
        }
        // What went wrong while looking is told with the next overview.
        self.notices.extend(overview.warnings);
        Ok(Reply::Exported(written))
    }
}
