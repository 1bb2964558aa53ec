//! Attacks that a second kind of key could open: one algorithm passed off as the other, or the same one said otherwise.

use std::sync::LazyLock;

use const_oid::db::rfc5912::{
    ECDSA_WITH_SHA_256, ID_RSASSA_PSS, RSA_ENCRYPTION, SHA_256_WITH_RSA_ENCRYPTION,
    SHA_512_WITH_RSA_ENCRYPTION,
};
use der::{
    Any,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};
use spki::AlgorithmIdentifierOwned;

use super::{attacks_on_cms::with_data_of, fixtures::*};
use crate::signature::{Identity, Problem, Standing, cms::SignerInfo, verify};

/// Someone with an RSA key.
static RIK: LazyLock<Identity> = LazyLock::new(|| {
    Identity::from_key_file(include_bytes!("data/rsa-signs.p12"), "geheim").unwrap()
});

/// A file that `identity` signed, whose signer info was changed afterwards.
fn changed(identity: &Identity, change: impl FnOnce(&mut SignerInfo)) -> Vec<u8> {
    with_data_of(identity, &certifying("Auteur", identity), |data| {
        let mut info = data.signer_infos.get(0).unwrap().clone();
        change(&mut info);
        data.signer_infos = SetOfVec::try_from(vec![info]).unwrap();
    })
}

#[track_caller]
fn refused(name: &str, pdf: &[u8], problem: Problem) {
    let verification = verify(pdf, &trust(&[&ANNA, &RIK]), &FACE);
    let problems = verification.all_problems();
    assert!(problems.contains(&problem), "{name}: {problem} not among {problems:?}");
    assert_eq!(verification.standing, Standing::Invalid, "{name}: {problems:?}");
}

fn named(oid: ObjectIdentifier, parameters: Option<Any>) -> impl FnOnce(&mut SignerInfo) {
    move |info| info.signature_algorithm = AlgorithmIdentifierOwned { oid, parameters }
}

#[test]
fn the_control_is_valid() {
    let pdf = changed(&RIK, |_| ());
    assert_eq!(verify(&pdf, &trust(&[&RIK]), &FACE).standing, Standing::Valid);
    assert_eq!(verify(&pdf, &trust(&[&ANNA]), &FACE).standing, Standing::ValidUnknownSigner);
}

#[test]
fn the_algorithm_is_that_of_the_key_and_is_said_in_one_way() {
    let null = || Some(Any::null());
    for (name, oid) in [
        ("the name of the other kind", ECDSA_WITH_SHA_256),
        ("no digest", RSA_ENCRYPTION),
        ("a longer digest", SHA_512_WITH_RSA_ENCRYPTION),
        ("another padding", ID_RSASSA_PSS),
    ] {
        refused(name, &changed(&RIK, named(oid, null())), Problem::SignatureAlgorithm);
    }
    let silent = changed(&RIK, named(SHA_256_WITH_RSA_ENCRYPTION, None));
    refused("nothing beside it", &silent, Problem::CmsNotCanonical);
    let passed_off = changed(&ANNA, named(SHA_256_WITH_RSA_ENCRYPTION, null()));
    refused("RSA with a key on a curve", &passed_off, Problem::SignatureAlgorithm);
}

#[test]
fn a_value_of_another_length_or_of_another_kind_is_none() {
    let valued = |value: &dyn Fn(Vec<u8>) -> Vec<u8>| {
        changed(&RIK, |info| {
            let value = value(info.signature.as_bytes().to_vec());
            info.signature = OctetString::new(value).unwrap();
        })
    };
    let invalid = Problem::SignatureInvalid;
    refused("one byte less", &valued(&|value| value[1..].to_vec()), invalid);
    refused("a zero before it", &valued(&|value| [vec![0], value].concat()), invalid);
    refused(
        "the number one",
        &valued(&|value| [vec![0; value.len() - 1], vec![1]].concat()),
        invalid,
    );
    refused("as large as can be", &valued(&|value| vec![0xff; value.len()]), invalid);
    refused("of a curve", &valued(&|_| ANNA.sign(b"iets").unwrap()), invalid);
}
