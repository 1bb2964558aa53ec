//! Wrapping and splicing: signed bytes are moved, repeated, or put under another document.

use super::{
    Attack,
    tools::{first, places},
    victim::VICTIM,
};

pub(super) fn all() -> Vec<Attack> {
    let (base, once, twice, other) = (&VICTIM.base, &VICTIM.once, &VICTIM.twice, &VICTIM.other);
    let first_signature = &once[base.len()..];
    let second_signature = &twice[once.len()..];
    let other_base = &other[..first(other, b"%%EOF\n", 0) + 6];
    let other_signature = &other[other_base.len()..];
    let join = |parts: &[&[u8]]| parts.concat();
    let mut attacks = vec![
        Attack::new("SWA", "signature under another record", join(&[other_base, first_signature])),
        Attack::new("SWA", "signature of another record", join(&[base, other_signature])),
        Attack::new("SWA", "only the second signature", join(&[base, second_signature])),
        Attack::new(
            "SWA",
            "signatures in another order",
            join(&[base, second_signature, first_signature]),
        ),
        Attack::new("SWA", "a signature twice", join(&[once, first_signature])),
        Attack::new("SWA", "another record after it", join(&[twice, other])),
        Attack::new("SWA", "another record before it", join(&[other, twice])),
        Attack::new("rollback", "before anyone signed", base.clone()),
        Attack::new(
            "rollback",
            "half a signature",
            twice[..once.len() + second_signature.len() / 2].to_vec(),
        ),
        Attack::new("rollback", "half a record", base[..base.len() / 2].to_vec()),
    ];
    attacks.extend(gaps());
    attacks.extend(rewritten());
    attacks
}

/// Something in the gap that the first signature leaves for its own value, and signed bytes moved up behind it.
fn gaps() -> Vec<Attack> {
    let pdf = &VICTIM.once;
    let contents = places(pdf, b"/Contents <").into_iter().next_back().unwrap() + 10;
    let end = first(pdf, b">", contents) + 1;
    let junk = b" /Extra (ruimte) ";
    let mut inside = pdf.clone();
    // The padding of the value makes room: the file stays as long as it was.
    inside.splice(end - 1 - junk.len()..end, junk.iter().copied().chain([b'>']));
    let mut moved = pdf.clone();
    moved.splice(end..end, b"\n900 0 obj\n<<>>\nendobj\n".iter().copied());
    let mut twice = pdf.clone();
    let value = pdf[contents..end].to_vec();
    twice.splice(end..end, b" /Contents ".iter().copied().chain(value));
    vec![
        Attack::new("SWA", "junk in the gap", inside),
        Attack::new("SWA", "signed bytes moved up", moved),
        Attack::new("SWA", "value twice", twice),
    ]
}

/// The same document, written anew by another program.
fn rewritten() -> Vec<Attack> {
    let mut attacks = Vec::new();
    for (name, pdf) in [("signed once", &VICTIM.once), ("signed twice", &VICTIM.twice)] {
        let mut document = lopdf::Document::load_mem(pdf).unwrap();
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        attacks.push(Attack::new("SWA", format!("written anew, {name}"), bytes));
        let mut pruned = lopdf::Document::load_mem(pdf).unwrap();
        pruned.prune_objects();
        pruned.compress();
        let mut bytes = Vec::new();
        pruned.save_to(&mut bytes).unwrap();
        attacks.push(Attack::new("SWA", format!("written anew and pruned, {name}"), bytes));
    }
    attacks
}
