//! In which capacity someone signs a record, and why.

/// The role and the reason that stand with a signature; what is empty is filled in from what is usual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    /// As what one signs: "bestuurder".
    pub role: String,
    /// Why one signs: "Vaststelling van dit verslag".
    pub reason: String,
}

/// The role of who makes a record and gives no other.
pub const MAKER: &str = "opsteller";

/// The most characters of a role, and of a reason: they stand in a small field on page 1, and must be readable there.
pub const LONGEST_ROLE: usize = 60;
/// See [`LONGEST_ROLE`].
pub const LONGEST_REASON: usize = 120;

/// What is written in roles of those who decide.
const DECIDE: [&str; 4] = ["bestuur", "direct", "voorzitter", "eigenaar"];
/// What is written in roles of those who prepare.
const PREPARE: [&str; 3] = [MAKER, "coördinator", "coordinator"];

impl Capacity {
    /// The same with `role` where no role is given, and then with the usual reason where no reason is given.
    #[must_use]
    pub fn or(mut self, role: &str) -> Self {
        self.role = self.role.trim().to_owned();
        self.reason = self.reason.trim().to_owned();
        if self.role.is_empty() {
            role.trim().clone_into(&mut self.role);
        }
        if self.reason.is_empty() {
            Self::usual_reason(&self.role).clone_into(&mut self.reason);
        }
        self
    }

    /// Whether both fit the place for a signature.
    pub fn fits(&self) -> bool {
        self.role.chars().count() <= LONGEST_ROLE && self.reason.chars().count() <= LONGEST_REASON
    }

    /// Why someone in this role usually signs. The DPO advises and does not decide (AVG art. 38 and 39).
    pub fn usual_reason(role: &str) -> &'static str {
        let role = role.to_lowercase();
        let says = |parts: &[&str]| parts.iter().any(|part| role.contains(part));
        let words = || role.split(|letter: char| !letter.is_alphanumeric());
        if words().any(|word| word == "fg") || says(&["functionaris voor gegevens"]) {
            "Gezien; advies gegeven"
        } else if says(&DECIDE) {
            "Vaststelling van dit verslag"
        } else if says(&PREPARE) {
            "Opgesteld naar beste weten"
        } else {
            "Akkoord met dit verslag"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Capacity, MAKER};

    #[test]
    fn each_role_has_its_usual_reason() {
        for (role, reason) in [
            ("FG", "Gezien; advies gegeven"),
            ("externe fg (adviesbureau)", "Gezien; advies gegeven"),
            ("Functionaris voor gegevensbescherming", "Gezien; advies gegeven"),
            ("Directeur-bestuurder", "Vaststelling van dit verslag"),
            ("voorzitter", "Vaststelling van dit verslag"),
            (MAKER, "Opgesteld naar beste weten"),
            ("Privacycoördinator", "Opgesteld naar beste weten"),
            ("hoofd afgifte", "Akkoord met dit verslag"),
            ("", "Akkoord met dit verslag"),
        ] {
            assert_eq!(Capacity::usual_reason(role), reason, "{role}");
        }
    }

    #[test]
    fn what_is_given_stays_and_what_is_not_is_filled_in() {
        let given = Capacity { role: " FG ".into(), reason: "Tweede lezing ".into() };
        assert_eq!(
            given.or("directeur"),
            Capacity { role: "FG".into(), reason: "Tweede lezing".into() }
        );
        let filled = Capacity::default().or("directeur");
        assert_eq!(
            (filled.role.as_str(), filled.reason.as_str()),
            ("directeur", "Vaststelling van dit verslag")
        );
        let long = Capacity { reason: "e".repeat(121), ..filled.clone() };
        assert_eq!((filled.fits(), long.fits()), (true, false));
    }
}
