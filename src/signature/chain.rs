//! The path from a signer's certificate to those who issued it (RFC 5280, 6.1).

use super::certificate::Certificate;

/// The certificates among `others` that form the path above `own`, nearest first, each of which really signed the
/// one before it. A certificate that merely bears the name of an issuer is none. Who issued the uppermost cannot be told here
/// if it did not sign itself: that is left to whoever trusts it.
pub(super) fn path(own: &Certificate, others: &[Certificate]) -> Vec<Certificate> {
    let mut path: Vec<Certificate> = Vec::new();
    loop {
        let last = path.last().unwrap_or(own);
        if last.names_issuer(last) {
            return path;
        }
        let fresh = |other: &&Certificate| *other != own && !path.contains(other);
        match others.iter().filter(fresh).find(|other| is_above(other, last)) {
            Some(issuer) => path.push(issuer.clone()),
            None => return path,
        }
    }
}

/// The same, if it ends in a certificate that signed itself; none otherwise. Of such a path every byte is vouched for by a signature
/// in it. What stands uppermost and did not sign itself could be changed by anyone: its key is all that the one below it proves. So
/// it is neither put in a record nor accepted in one.
pub(super) fn whole_path(own: &Certificate, others: &[Certificate]) -> Vec<Certificate> {
    let mut path = path(own, others);
    if path.last().is_some_and(|last| !last.names_issuer(last)) {
        path.clear();
    }
    path
}

/// Whether `issuer` issued `one`; and itself, if it says so.
fn is_above(issuer: &Certificate, one: &Certificate) -> bool {
    one.is_issued_by(issuer) && (!issuer.names_issuer(issuer) || issuer.is_issued_by(issuer))
}
