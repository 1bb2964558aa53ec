//! Signatures in files of other programs (ISO 32000-1, 12.8; ETSI EN 319 142-1).
//!
//! Here nothing is written again and compared: what such a file shows, and how it came to be, this program cannot tell. It
//! tells which bytes a signature covers, whose it is, whether it holds, and whether anything was added later. That makes
//! no record of it.

use const_oid::db::rfc5911::{ID_CONTENT_TYPE, ID_MESSAGE_DIGEST, ID_SIGNED_DATA};
use der::{
    Decode, Encode, Header, SliceReader,
    asn1::{ObjectIdentifier, OctetString, SetOfVec},
};

use super::{
    MAX_SIGNATURES,
    algorithm::{self, Hash},
    certificate::{Certificate, Trust},
    chain::path,
    claim::read_pdf_date,
    cms::{ContentInfo, SignedData, SignerInfo, one},
    hex,
    pdf::Scanner,
    problem::Problem,
    verification::SignatureReport,
};

/// A stated range and what stands in its gap.
struct Found<'a> {
    pdf: &'a [u8],
    /// Offset, length, offset, length.
    range: [usize; 4],
    /// The object that holds it, as far as it can be seen.
    object: &'a [u8],
}

/// What there is to say about every signature in a file that is none of ours, in the order in which they cover it.
pub(super) fn signatures(pdf: &[u8], trust: &Trust) -> Vec<SignatureReport> {
    let mut found: Vec<Found<'_>> = Vec::new();
    for at in places(pdf, b"/ByteRange") {
        let Some(range) = range(&pdf[at + 10..]) else { continue };
        if found.len() < MAX_SIGNATURES && !found.iter().any(|other| other.range == range) {
            found.push(Found { pdf, range, object: object(pdf, at) });
        }
    }
    found.sort_by_key(Found::end);
    let numbered = found.iter().enumerate();
    numbered.map(|(place, one)| one.report(place + 1, trust)).collect()
}

impl Found<'_> {
    /// Where the covered bytes end.
    fn end(&self) -> usize {
        self.range[2].saturating_add(self.range[3])
    }

    fn report(&self, number: usize, trust: &Trust) -> SignatureReport {
        let mut report = SignatureReport {
            revision: number,
            range: 0..self.end(),
            byte_range: self.range.to_vec(),
            time: self.date(),
            ..SignatureReport::default()
        };
        if let Err(problem) = self.examine(trust, &mut report) {
            report.problems.push(problem);
        }
        report
    }

    fn examine(&self, trust: &Trust, report: &mut SignatureReport) -> Result<(), Problem> {
        let [start, length, after, rest] = self.range;
        let covered = (start == 0).then(|| {
            let first = self.pdf.get(..length)?;
            let second = self.pdf.get(after..)?.get(..rest)?;
            Some((first, self.pdf.get(length..after)?, second))
        });
        let (first, gap, second) = covered.flatten().ok_or(Problem::ByteRange)?;
        let data = read(&contents(gap).ok_or(Problem::Contents)?).ok_or(Problem::CmsSyntax)?;
        let [info] = data.signer_infos.as_slice() else { return Err(Problem::CmsSigners) };
        let all = certificates(&data).ok_or(Problem::CmsSyntax)?;
        let own = all.iter().find(|one| one.is_of(&info.signer));
        let own = own.ok_or(Problem::CmsNoCertificate)?;
        let second_of_time =
            report.time.as_ref().map_or(i64::MIN, |time| time.timestamp().as_second());
        let signer = own.signer();
        report.name.clone_from(&signer.name);
        report.role.clone_from(&signer.role);
        report.fingerprint = own.fingerprint();
        let mut chain = path(own, &all);
        chain.insert(0, own.clone());
        report.known = chain.iter().any(|one| trust.knows(one, second_of_time));
        report.signer = Some(signer);
        report.certificate = Some(own.clone());
        if report.time.is_some() && !own.covers(second_of_time) {
            report.problems.push(Problem::CertificateValidity);
        }
        holds(info, own, &[first, second].concat())
    }

    /// The time that stands in the signature dictionary, by the signer's own clock.
    fn date(&self) -> Option<jiff::Zoned> {
        let text = |at: usize| Scanner::new(self.object, at + 2).value().ok()?.text();
        let date =
            places(self.object, b"/M").filter_map(text).find(|text| text.starts_with("D:"))?;
        match date.strip_suffix('Z') {
            Some(utc) => read_pdf_date(&format!("{utc}+00'00'")),
            // The last sign may be left out (ISO 32000-2, 7.9.4).
            None => read_pdf_date(&date).or_else(|| read_pdf_date(&format!("{date}'"))),
        }
    }
}

/// Whether the signature is over `covered` and made with the key of `own`.
fn holds(info: &SignerInfo, own: &Certificate, covered: &[u8]) -> Result<(), Problem> {
    let hash = Hash::of(info.digest_algorithm.oid).ok_or(Problem::CmsDigestAlgorithm)?;
    let key = own.parsed().tbs_certificate().subject_public_key_info();
    let value = info.signature.as_bytes();
    let Some(attributes) = &info.signed_attributes else {
        return algorithm::verify(key, &info.signature_algorithm, Some(hash), (covered, value));
    };
    one::<ObjectIdentifier>(attributes, ID_CONTENT_TYPE)?;
    let message = attributes.to_der().map_err(|_| Problem::CmsSyntax)?;
    algorithm::verify(key, &info.signature_algorithm, Some(hash), (&message, value))?;
    let stated: OctetString = one(attributes, ID_MESSAGE_DIGEST)?;
    if stated.as_bytes() == hash.digest(covered) { Ok(()) } else { Err(Problem::DigestMismatch) }
}

fn read(der: &[u8]) -> Option<SignedData> {
    let info = ContentInfo::from_der(der).ok()?;
    (info.content_type == ID_SIGNED_DATA).then(|| info.content.decode_as().ok()).flatten()
}

fn certificates(data: &SignedData) -> Option<Vec<Certificate>> {
    let held = data.certificates.as_ref().map(SetOfVec::as_slice).unwrap_or_default();
    let read = |value: &der::Any| Certificate::from_der(&value.to_der().ok()?).ok();
    held.iter().take(32).map(read).collect()
}

/// The CMS in a gap: one hexadecimal string, without the zeros behind it.
fn contents(gap: &[u8]) -> Option<Vec<u8>> {
    let digits = gap.strip_prefix(b"<")?.strip_suffix(b">")?.to_ascii_lowercase();
    let mut bytes = hex::read_lower(&digits)?;
    let mut reader = SliceReader::new(&bytes).ok()?;
    let header = Header::decode(&mut reader).ok()?;
    let length = usize::try_from((header.encoded_len().ok()? + header.length()).ok()?).ok()?;
    bytes.truncate(length);
    Some(bytes)
}

/// The four numbers behind the name.
fn range(text: &[u8]) -> Option<[usize; 4]> {
    let text = text.trim_ascii_start().strip_prefix(b"[")?;
    let end = text.iter().take(120).position(|byte| *byte == b']')?;
    let text = std::str::from_utf8(&text[..end]).ok()?;
    let numbers: Vec<usize> =
        text.split_ascii_whitespace().map(|number| number.parse().ok()).collect::<Option<_>>()?;
    numbers.try_into().ok()
}

/// From where the object begins to where it ends, around `at`.
fn object(pdf: &[u8], at: usize) -> &[u8] {
    let from = pdf[..at].windows(4).rposition(|window| window == b" obj").unwrap_or(0);
    let rest = &pdf[at..];
    let to = rest.windows(6).position(|window| window == b"endobj").unwrap_or(rest.len());
    &pdf[from..at + to]
}

/// Where `name` stands.
fn places<'a>(bytes: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    starts.map(|(at, _)| at).filter(move |at| bytes[*at..].starts_with(name))
}
