//! Which answers make a condition hold, or fail.

use super::{
    program::{Expr, NO, Name, YES},
    truth::{Reading, Truth},
};
use std::collections::BTreeSet;

/// The places of the questions whose answers make `expr` hold (`wanted`) or fail (not `wanted`), in their order.
pub(super) fn explain(reading: &Reading<'_>, expr: &Expr) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    Explanation { reading, found: &mut found }.add(expr, true);
    found
}

struct Explanation<'a, 'p> {
    reading: &'a Reading<'p>,
    found: &'a mut BTreeSet<usize>,
}

impl Explanation<'_, '_> {
    fn add(&mut self, expr: &Expr, wanted: bool) {
        match expr {
            Expr::Is(Name::Question(place), _)
            | Expr::Answered(place)
            | Expr::Between(Name::Question(place), ..) => self.question(*place),
            Expr::Is(Name::Definition(place), values) => self.definition(*place, values, wanted),
            Expr::Is(Name::Count(_), _)
            | Expr::Between(Name::Definition(_), ..)
            | Expr::InForce(_) => {}
            Expr::Between(Name::Count(place), low, high) => {
                self.count(*place, (*low, *high), wanted);
            }
            Expr::Not(inner) => self.add(inner, !wanted),
            Expr::All(inner) => self.each(inner, wanted, wanted),
            Expr::Any(inner) => self.each(inner, wanted, !wanted),
        }
    }

    fn question(&mut self, place: usize) {
        if self.reading.asked(place) == Truth::Yes {
            self.found.insert(place);
        }
    }

    /// All parts count when all are needed; otherwise only the parts that did it.
    fn each(&mut self, inner: &[Expr], wanted: bool, all: bool) {
        let did = if wanted { Truth::Yes } else { Truth::No };
        for part in inner {
            if all || self.reading.holds(part) == did {
                self.add(part, wanted);
            }
        }
    }

    fn definition(&mut self, place: usize, values: &[u16], wanted: bool) {
        let Some(defined) = self.reading.program.definitions.get(place) else { return };
        let (yes, no) = self.reading.definition(place);
        match (yes, no) {
            (Truth::Yes, _) if wanted == values.contains(&YES) => self.add(&defined.yes, true),
            (_, Truth::Yes) if wanted == values.contains(&NO) => self.add(&defined.no, true),
            _ => {
                self.add(&defined.yes, false);
                self.add(&defined.no, false);
            }
        }
    }

    /// What is counted when there must be many; what is not counted when there must be few.
    fn count(&mut self, place: usize, (low, high): (i64, i64), wanted: bool) {
        let Some(count) = self.reading.program.counts.get(place) else { return };
        let many = (low > i64::MIN) == wanted;
        let few = (high < i64::MAX) == wanted;
        for item in &count.items {
            match self.reading.holds(item) {
                Truth::Yes if many => self.add(item, true),
                Truth::No if few => self.add(item, false),
                _ => {}
            }
        }
    }
}
