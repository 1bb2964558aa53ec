//! Who, what and when: the same in XMP and in the old information dictionary (ISO 19005-3, 6.6.2).

use lopdf::{Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::objects::{date, text};
use super::{File, PdfError};
use crate::record::document::Document;
use crate::record::visible::one_line;

/// Spaces at the end of the packet, so that it can be mended in place (XMP, part 1, 7.3.2).
const PADDING: usize = 1000;

impl File<'_> {
    /// Writes the XMP packet, readable without unpacking.
    pub(super) fn metadata(&mut self) -> ObjectId {
        let kind = dictionary! {"Type" => "Metadata", "Subtype" => "XML"};
        let packet = Stream::new(kind, packet(self.document).into_bytes());
        self.objects.add_object(packet.with_compression(false))
    }

    /// Writes the information dictionary and the file's identity.
    pub(super) fn info(&mut self) -> Result<(), PdfError> {
        let document = self.document;
        let producer = text(&one_line(&document.producer));
        let info = dictionary! {
            "Title" => text(&one_line(&document.title)),
            "Author" => text(&one_line(&document.author)),
            "Subject" => text(&one_line(&document.subject)),
            "Creator" => producer.clone(),
            "Producer" => producer,
            "CreationDate" => date(&document.created),
            "ModDate" => date(&document.created),
        };
        let id = self.objects.trailer.get(b"Info")?.as_reference()?;
        self.objects.objects.insert(id, Object::Dictionary(info));
        let identity = Object::String(self.identity(), StringFormat::Hexadecimal);
        self.objects.trailer.set("ID", vec![identity.clone(), identity]);
        Ok(())
    }

    /// Sixteen bytes that follow from what the record says and when it was made (ISO 32000-1, 14.4).
    fn identity(&self) -> Vec<u8> {
        let mut digest = Sha256::new();
        digest.update(packet(self.document));
        for text in self.pages.reading() {
            digest.update(text);
            digest.update([0]);
        }
        for attachment in &self.document.attachments {
            digest.update(&attachment.bytes);
        }
        digest.finalize()[..16].to_vec()
    }
}

fn packet(document: &Document) -> String {
    let time = document.created.strftime("%Y-%m-%dT%H:%M:%S%:z");
    let properties = [
        "<dc:format>application/pdf</dc:format>".to_owned(),
        format!("<dc:title>{}</dc:title>", alternative(&document.title)),
        format!("<dc:description>{}</dc:description>", alternative(&document.subject)),
        format!("<dc:creator><rdf:Seq>{}</rdf:Seq></dc:creator>", item(&document.author)),
        format!("<dc:language><rdf:Bag>{}</rdf:Bag></dc:language>", item(&document.lang)),
        format!("<dc:identifier>{}</dc:identifier>", escaped(&document.identifier)),
        format!("<pdf:Producer>{}</pdf:Producer>", escaped(&document.producer)),
        format!("<xmp:CreatorTool>{}</xmp:CreatorTool>", escaped(&document.producer)),
        format!("<xmp:CreateDate>{time}</xmp:CreateDate>"),
        format!("<xmp:ModifyDate>{time}</xmp:ModifyDate>"),
        "<pdfaid:part>3</pdfaid:part>".to_owned(),
        "<pdfaid:conformance>A</pdfaid:conformance>".to_owned(),
        "<pdfuaid:part>1</pdfuaid:part>".to_owned(),
    ];
    let padding = format!("{}\n", " ".repeat(99)).repeat(PADDING / 100);
    format!("{HEAD}{}\n{SCHEMA}{padding}<?xpacket end=\"w\"?>", properties.join("\n"))
}

fn alternative(text: &str) -> String {
    let text = escaped(text);
    format!("<rdf:Alt><rdf:li xml:lang=\"x-default\">{text}</rdf:li></rdf:Alt>")
}

fn item(text: &str) -> String {
    format!("<rdf:li>{}</rdf:li>", escaped(text))
}

fn escaped(text: &str) -> String {
    one_line(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

const HEAD: &str = "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">
<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">
<rdf:Description rdf:about=\"\"
 xmlns:dc=\"http://purl.org/dc/elements/1.1/\"
 xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"
 xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"
 xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"
 xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">
";

/// PDF/A wants to know what `pdfuaid` is (ISO 19005-3, 6.6.2.3).
const SCHEMA: &str = "</rdf:Description>
<rdf:Description rdf:about=\"\"
 xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"
 xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"
 xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
";
