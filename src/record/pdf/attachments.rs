//! Files inside the record (ISO 19005-3, 6.8 and annex E).

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::File;
use super::objects::{date, integer, text};
use crate::record::document::{Attachment, Relationship};
use crate::record::visible::one_line;

impl File<'_> {
    /// Writes the attachments, and says that they belong to the whole record.
    pub(super) fn attachments(&mut self, catalog: &mut Dictionary) {
        let mut attachments: Vec<&Attachment> = self.document.attachments.iter().collect();
        if attachments.is_empty() {
            return;
        }
        // A name tree is sorted (ISO 32000-1, 7.9.6).
        attachments.sort_by(|one, other| one.name.cmp(&other.name));
        let mut names = Vec::new();
        let mut belonging = Vec::new();
        for attachment in attachments {
            let specification = self.attachment(attachment);
            let specification = Object::Reference(self.objects.add_object(specification));
            names.extend([text(&attachment.name), specification.clone()]);
            belonging.push(specification);
        }
        catalog.set("Names", dictionary! {"EmbeddedFiles" => dictionary! {"Names" => names}});
        catalog.set("AF", belonging);
    }

    fn attachment(&mut self, attachment: &Attachment) -> Dictionary {
        let parameters = dictionary! {
            "Size" => integer(attachment.bytes.len()),
            "ModDate" => date(&self.document.created),
        };
        let file = dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => Object::Name(attachment.media_type.clone().into_bytes()),
            "Params" => parameters,
        };
        let file = self.objects.add_object(Stream::new(file, attachment.bytes.clone()));
        let relationship = match attachment.relationship {
            Relationship::Source => "Source",
            Relationship::Data => "Data",
        };
        dictionary! {
            "Type" => "Filespec",
            "F" => text(&attachment.name),
            "UF" => text(&attachment.name),
            "Desc" => text(&one_line(&attachment.description)),
            "AFRelationship" => relationship,
            "EF" => dictionary! {"F" => file, "UF" => file},
        }
    }
}
