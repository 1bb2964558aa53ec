//! Bookmarks: nested as the headings are, in their order (ISO 32000-1, 12.3.3).

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::File;
use super::objects::{integer, length, text};
use crate::record::layout::{Bookmark, PAGE_HEIGHT};
use crate::record::visible::one_line;

impl File<'_> {
    /// Writes the bookmarks, and has a reader show them; without headings there are none.
    pub(super) fn outline(&mut self, catalog: &mut Dictionary) {
        let bookmarks = &self.pages.bookmarks;
        if bookmarks.is_empty() {
            return;
        }
        let root = self.objects.new_object_id();
        let ids: Vec<ObjectId> = bookmarks.iter().map(|_| self.objects.new_object_id()).collect();
        for index in 0..bookmarks.len() {
            let item = self.item(index, root, &ids);
            self.objects.objects.insert(ids[index], Object::Dictionary(item));
        }
        let mut outlines = dictionary! {"Type" => "Outlines"};
        let top = children(bookmarks, None);
        link(&mut outlines, &top, &ids);
        outlines.set("Count", integer(top.len()));
        self.objects.objects.insert(root, Object::Dictionary(outlines));
        catalog.set("Outlines", root);
        catalog.set("PageMode", "UseOutlines");
    }

    fn item(&self, index: usize, root: ObjectId, ids: &[ObjectId]) -> Dictionary {
        let bookmarks = &self.pages.bookmarks;
        let bookmark = &bookmarks[index];
        let parent = parent(bookmarks, index);
        let place = vec![
            Object::Reference(self.sheets[bookmark.sheet]),
            "XYZ".into(),
            Object::Null,
            length(PAGE_HEIGHT - bookmark.y),
            Object::Null,
        ];
        let mut item = dictionary! {
            "Title" => text(&one_line(&bookmark.title)),
            "Parent" => parent.map_or(root, |parent| ids[parent]),
            "Dest" => place,
        };
        let siblings = children(bookmarks, parent);
        let place = siblings.iter().position(|sibling| *sibling == index).unwrap_or(0);
        if let Some(before) = place.checked_sub(1).and_then(|place| siblings.get(place)) {
            item.set("Prev", ids[*before]);
        }
        if let Some(after) = siblings.get(place + 1) {
            item.set("Next", ids[*after]);
        }
        let inner = children(bookmarks, Some(index));
        if !inner.is_empty() {
            link(&mut item, &inner, ids);
            // Below 0: folded.
            item.set("Count", -i64::try_from(inner.len()).unwrap_or(i64::MAX));
        }
        item
    }
}

fn link(dictionary: &mut Dictionary, items: &[usize], ids: &[ObjectId]) {
    if let (Some(first), Some(last)) = (items.first(), items.last()) {
        dictionary.set("First", ids[*first]);
        dictionary.set("Last", ids[*last]);
    }
}

/// The nearest bookmark before `index` of a level further out.
fn parent(bookmarks: &[Bookmark], index: usize) -> Option<usize> {
    (0..index).rev().find(|before| bookmarks[*before].level < bookmarks[index].level)
}

fn children(bookmarks: &[Bookmark], of: Option<usize>) -> Vec<usize> {
    (0..bookmarks.len()).filter(|index| parent(bookmarks, *index) == of).collect()
}
