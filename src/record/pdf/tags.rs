//! The tree of tags: what each passage is, for who listens (ISO 32000-1, 14.7; PDF/UA-1, 7).

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::File;
use super::objects::integer;
use crate::record::layout::{Element, Numbering, Owner, Part, Role, Sheet};

/// The standard's name for `role`.
pub(super) fn tag(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Division => "Div",
        Role::Heading(0 | 1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::Span => "Span",
        Role::Link => "Link",
        Role::List(_) => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::Body => "LBody",
        Role::Table => "Table",
        Role::Caption => "Caption",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::Row => "TR",
        Role::ColumnHeading | Role::RowHeading => "TH",
        Role::Cell => "TD",
        Role::Form => "Form",
    }
}

impl File<'_> {
    /// Writes the tree and what leads into it: from passages by page, from areas one by one.
    pub(super) fn tags(&mut self, areas: &[ObjectId], catalog: &mut Dictionary) {
        let root = self.objects.new_object_id();
        let ids: Vec<ObjectId> =
            self.pages.tree.iter().map(|_| self.objects.new_object_id()).collect();
        for (element, id) in self.pages.tree.iter().zip(&ids) {
            let parent = element.parent.map_or(root, |parent| ids[parent]);
            let node = self.node(element, parent, (&ids, areas));
            self.objects.objects.insert(*id, Object::Dictionary(node));
        }
        let parents = self.parents(&ids);
        let next = self.sheets.len() + areas.len();
        let tree = dictionary! {
            "Type" => "StructTreeRoot",
            "K" => ids.first().map(|id| Object::Reference(*id)).into_iter().collect::<Vec<_>>(),
            "ParentTree" => parents,
            "ParentTreeNextKey" => integer(next),
        };
        self.objects.objects.insert(root, Object::Dictionary(tree));
        catalog.set("StructTreeRoot", root);
        catalog.set("MarkInfo", dictionary! {"Marked" => true});
    }

    fn node(
        &self,
        element: &Element,
        parent: ObjectId,
        ids: (&[ObjectId], &[ObjectId]),
    ) -> Dictionary {
        let mut parts: Vec<Object> =
            element.parts.iter().map(|part| self.part(*part, ids)).collect();
        // One part stands by itself, not in an array: checkers of signatures want a form field so.
        let parts = if parts.len() == 1 { parts.remove(0) } else { Object::Array(parts) };
        let mut node = dictionary! {
            "Type" => "StructElem",
            "S" => tag(element.role),
            "P" => parent,
            "K" => parts,
        };
        if let Some(attributes) = attributes(element.role) {
            node.set("A", attributes);
        }
        node
    }

    fn part(&self, part: Part, (elements, areas): (&[ObjectId], &[ObjectId])) -> Object {
        match part {
            Part::Element(element) => Object::Reference(elements[element]),
            Part::Passage(sheet, place) => Object::Dictionary(dictionary! {
                "Type" => "MCR",
                "Pg" => self.sheets[sheet],
                "MCID" => integer(owners(&self.pages.sheets[sheet], place).count()),
            }),
            Part::Area(area) => Object::Dictionary(dictionary! {
                "Type" => "OBJR",
                "Obj" => areas[area],
                "Pg" => self.sheets[self.pages.areas[area].sheet],
            }),
        }
    }

    /// The number tree from pages and areas to elements (ISO 32000-1, 14.7.4.4).
    fn parents(&mut self, ids: &[ObjectId]) -> ObjectId {
        let mut numbers = Vec::new();
        for (index, sheet) in self.pages.sheets.iter().enumerate() {
            let owners = owners(sheet, sheet.passages.len());
            let list: Vec<Object> = owners.map(|owner| Object::Reference(ids[owner])).collect();
            let list = self.objects.add_object(list);
            numbers.extend([integer(index), Object::Reference(list)]);
        }
        let from = self.pages.sheets.len();
        for (index, area) in self.pages.areas.iter().enumerate() {
            numbers.extend([integer(from + index), Object::Reference(ids[area.element])]);
        }
        self.objects.add_object(dictionary! {"Nums" => numbers})
    }
}

/// The elements that own the first `count` passages of `sheet`; a passage's number is how many come before it.
fn owners(sheet: &Sheet, count: usize) -> impl Iterator<Item = usize> {
    sheet.passages[..count].iter().filter_map(|passage| match passage.owner {
        Owner::Element(element) if !passage.inks.is_empty() => Some(element),
        _ => None,
    })
}

fn attributes(role: Role) -> Option<Dictionary> {
    match role {
        Role::ColumnHeading => Some(dictionary! {"O" => "Table", "Scope" => "Column"}),
        Role::RowHeading => Some(dictionary! {"O" => "Table", "Scope" => "Row"}),
        Role::List(numbering) => {
            let name = match numbering {
                Numbering::None => "None",
                Numbering::Disc => "Disc",
                Numbering::Decimal => "Decimal",
            };
            Some(dictionary! {"O" => "List", "ListNumbering" => name})
        }
        _ => None,
    }
}
