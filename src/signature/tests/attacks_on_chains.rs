//! Attacks by the certificates that travel along: an issuer is who really signed, not who bears the name.

use der::{Any, Decode};

use super::{attacks_on_cms::with_data_of, fixtures::*, papers::*};
use crate::signature::{Problem, Standing, Trust, sign, verify};

/// A file signed by `anna`, with `others` beside the certificate.
fn signed_with(anna: &Holder, others: &[&Holder]) -> Vec<u8> {
    let identity = anna.identity(&[]);
    with_data_of(&identity, &certifying("Auteur", &identity), |data| {
        for other in others {
            let other = Any::from_der(other.certificate.der()).unwrap();
            data.certificates.as_mut().unwrap().insert(other).unwrap();
        }
    })
}

fn refused(name: &str, anna: &Holder, others: &[&Holder]) {
    let pdf = signed_with(anna, others);
    assert_refused(name, &pdf, Standing::Invalid, Problem::CmsStrayCertificate);
}

#[test]
fn the_path_may_travel_along() {
    let root = Paper::authority("CN=Wortel").issued_by(None);
    let middle = Paper::authority("CN=Tussenpersoon").issued_by(Some(&root));
    let anna = Paper::person("CN=Anna").issued_by(Some(&middle));
    for others in [vec![], vec![&root, &middle]] {
        let pdf = signed_with(&anna, &others);
        assert_eq!(check(&pdf).standing, Standing::ValidUnknownSigner, "{}", others.len());
    }
    let signed = sign(
        &Base::default().bytes(),
        &anna.identity(&[&middle, &root]),
        &certifying("Auteur", &anna.identity(&[])),
        &FACE,
    );
    let trust = Trust { certificates: vec![middle.certificate.clone()] };
    assert_eq!(verify(&signed.unwrap(), &trust, &FACE).standing, Standing::Valid);
}

/// Who issued the uppermost is not there to vouch for it: it could be changed unnoticed. So it stays home, and is refused.
#[test]
fn a_path_without_its_end_stays_home() {
    let root = Paper::authority("CN=Wortel").issued_by(None);
    let middle = Paper::authority("CN=Tussenpersoon").issued_by(Some(&root));
    let anna = Paper::person("CN=Anna").issued_by(Some(&middle));
    refused("the root is not there", &anna, &[&middle]);
    let identity = anna.identity(&[&middle]);
    let claim = certifying("Auteur", &identity);
    let signed = sign(&Base::default().bytes(), &identity, &claim, &FACE).unwrap();
    let trust = Trust { certificates: vec![middle.certificate] };
    assert_eq!(verify(&signed, &trust, &FACE).standing, Standing::Valid);
}

#[test]
fn a_name_alone_makes_no_issuer() {
    let root = Paper::authority("CN=Wortel").issued_by(None);
    let impostor = Paper::authority("CN=Wortel").issued_by(None);
    let anna = Paper::person("CN=Anna").issued_by(Some(&root));
    refused("same name, other key", &anna, &[&impostor]);
    refused("beside the real one", &anna, &[&root, &impostor]);
    let double = Paper::person("CN=Anna").issued_by(None);
    let alone = Paper::person("CN=Anna").issued_by(None);
    refused("same name as who signs for himself", &alone, &[&double]);
    let crown = Paper::authority("CN=Anna").issued_by(None);
    refused("an authority of that name", &alone, &[&crown]);
}

#[test]
fn what_serves_no_path_stays_home() {
    let root = Paper::authority("CN=Wortel").issued_by(None);
    let anna = Paper::person("CN=Anna").issued_by(Some(&root));
    let above = Paper::authority("CN=Ander").issued_by(None);
    let aside = Paper::person("CN=Bram").issued_by(Some(&root));
    refused("an unrelated authority", &anna, &[&above]);
    refused("someone else with the same issuer", &anna, &[&root, &aside]);
    let person = Paper::person("CN=Persoon").issued_by(None);
    let below = Paper::person("CN=Onder").issued_by(Some(&person));
    refused("issued by someone who is no authority", &below, &[&person]);
}

/// Key files of elsewhere hold all sorts of certificates; only the path goes into the signature.
#[test]
fn what_a_key_file_holds_too_much_is_left_out() {
    let root = Paper::authority("CN=Wortel").issued_by(None);
    let impostor = Paper::authority("CN=Wortel").issued_by(None);
    let anna = Paper::person("CN=Anna").issued_by(Some(&root)).identity(&[&impostor, &root]);
    let claim = certifying("Auteur", &anna);
    let pdf = sign(&Base::default().bytes(), &anna, &claim, &FACE).unwrap();
    assert_eq!(check(&pdf).standing, Standing::ValidUnknownSigner);
}
