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
        let families = Families::of(bookmarks);
        for (index, id) in ids.iter().enumerate() {
            let item = self.item(index, root, (&ids, &families));
            self.objects.objects.insert(*id, Object::Dictionary(item));
        }
        let mut outlines = dictionary! {"Type" => "Outlines"};
        link(&mut outlines, &families.top, &ids);
        outlines.set("Count", integer(families.top.len()));
        self.objects.objects.insert(root, Object::Dictionary(outlines));
        catalog.set("Outlines", root);
        catalog.set("PageMode", "UseOutlines");
    }

    fn item(
        &self,
        index: usize,
        root: ObjectId,
        (ids, families): (&[ObjectId], &Families),
    ) -> Dictionary {
        let bookmark = &self.pages.bookmarks[index];
        let family = &families.each[index];
        let place = vec![
            Object::Reference(self.sheets[bookmark.sheet]),
            "XYZ".into(),
            Object::Null,
            length(PAGE_HEIGHT - bookmark.y),
            Object::Null,
        ];
        let mut item = dictionary! {
            "Title" => text(&one_line(&bookmark.title)),
            "Parent" => family.parent.map_or(root, |parent| ids[parent]),
            "Dest" => place,
        };
        let siblings = family.parent.map_or(&families.top, |parent| &families.each[parent].inner);
        if let Some(before) = family.place.checked_sub(1).and_then(|place| siblings.get(place)) {
            item.set("Prev", ids[*before]);
        }
        if let Some(after) = siblings.get(family.place + 1) {
            item.set("Next", ids[*after]);
        }
        if !family.inner.is_empty() {
            link(&mut item, &family.inner, ids);
            // Below 0: folded.
            item.set("Count", -i64::try_from(family.inner.len()).unwrap_or(i64::MAX));
        }
        item
    }
}

/// How bookmarks hang together.
#[derive(Default)]
struct Families {
    each: Vec<Family>,
    /// Those that hang under no other.
    top: Vec<usize>,
}

#[derive(Default)]
struct Family {
    /// The nearest bookmark before it of a level further out.
    parent: Option<usize>,
    /// How many siblings stand before it.
    place: usize,
    /// Those that hang under it.
    inner: Vec<usize>,
}

impl Families {
    fn of(bookmarks: &[Bookmark]) -> Self {
        let mut families = Self::default();
        let mut around: Vec<usize> = Vec::new();
        for (index, bookmark) in bookmarks.iter().enumerate() {
            around.retain(|outer| bookmarks[*outer].level < bookmark.level);
            let parent = around.last().copied();
            let siblings = match parent {
                Some(parent) => &mut families.each[parent].inner,
                None => &mut families.top,
            };
            let place = siblings.len();
            siblings.push(index);
            families.each.push(Family { parent, place, inner: Vec::new() });
            around.push(index);
        }
        families
    }
}

fn link(dictionary: &mut Dictionary, items: &[usize], ids: &[ObjectId]) {
    if let (Some(first), Some(last)) = (items.first(), items.last()) {
        dictionary.set("First", ids[*first]);
        dictionary.set("Last", ids[*last]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The nearest bookmark before `index` of a level further out.
    fn parent(bookmarks: &[Bookmark], index: usize) -> Option<usize> {
        (0..index).rev().find(|before| bookmarks[*before].level < bookmarks[index].level)
    }

    proptest! {
        #[test]
        fn each_hangs_under_the_nearest_that_is_further_out(
            levels in prop::collection::vec(1_u8..6, 0..40),
        ) {
            let bookmark = |level| Bookmark { level, title: String::new(), sheet: 0, y: 0.0 };
            let bookmarks: Vec<Bookmark> = levels.into_iter().map(bookmark).collect();
            let families = Families::of(&bookmarks);
            prop_assert_eq!(families.each.len(), bookmarks.len());
            for (index, family) in families.each.iter().enumerate() {
                prop_assert_eq!(family.parent, parent(&bookmarks, index));
                let inner: Vec<usize> = (0..bookmarks.len())
                    .filter(|other| parent(&bookmarks, *other) == Some(index))
                    .collect();
                prop_assert_eq!(&family.inner, &inner);
                let siblings =
                    family.parent.map_or(&families.top, |parent| &families.each[parent].inner);
                prop_assert_eq!(siblings.get(family.place), Some(&index));
            }
        }
    }
}
