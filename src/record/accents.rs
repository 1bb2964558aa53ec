//! Letters with a separate accent, as some systems hand them over, in the one character that fonts draw well.

/// For each accent, letters and what they become with it (Unicode 15, canonical composition; UAX 15). Letters with two
/// accents come from the letter with one.
const ACCENTS: [(char, &str, &str); 25] = [
    ('\u{300}', "AEIOUaeiouÜüNnĒēŌōWwÂâĂăÊêÔôƠơƯưYy", "ÀÈÌÒÙàèìòùǛǜǸǹḔḕṐṑẀẁẦầẰằỀềỒồỜờỪừỲỳ"),
    (
        '\u{301}',
        "AEIOUYaeiouyCcLlNnRrSsZzÜüGgÅåÆæØøÇçĒēÏïKkMmÕõŌōPpŨũWwÂâĂăÊêÔôƠơƯư",
        "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǗǘǴǵǺǻǼǽǾǿḈḉḖḗḮḯḰḱḾḿṌṍṒṓṔṕṸṹẂẃẤấẮắẾếỐốỚớỨứ",
    ),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYyZzẠạẸẹỌọ", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑẬậỆệỘộ"),
    ('\u{303}', "ANOanoIiUuVvÂâĂăEeÊêÔôƠơƯưYy", "ÃÑÕãñõĨĩŨũṼṽẪẫẴẵẼẽỄễỖỗỠỡỮữỸỹ"),
    ('\u{304}', "AaEeIiOoUuÜüÄäȦȧÆæǪǫÖöÕõȮȯYyGgḶḷṚṛ", "ĀāĒēĪīŌōŪūǕǖǞǟǠǡǢǣǬǭȪȫȬȭȰȱȲȳḠḡḸḹṜṝ"),
    ('\u{306}', "AaEeGgIiOoUuȨȩẠạ", "ĂăĔĕĞğĬĭŎŏŬŭḜḝẶặ"),
    (
        '\u{307}',
        "CcEeGgIZzAaOoBbDdFfHhMmNnPpRrSsŚśŠšṢṣTtWwXxYyſ",
        "ĊċĖėĠġİŻżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṤṥṦṧṨṩṪṫẆẇẊẋẎẏẛ",
    ),
    ('\u{308}', "AEIOUaeiouyYHhÕõŪūWwXxt", "ÄËÏÖÜäëïöüÿŸḦḧṎṏṺṻẄẅẌẍẗ"),
    ('\u{309}', "AaÂâĂăEeÊêIiOoÔôƠơUuƯưYy", "ẢảẨẩẲẳẺẻỂểỈỉỎỏỔổỞởỦủỬửỶỷ"),
    ('\u{30A}', "AaUuwy", "ÅåŮůẘẙ"),
    ('\u{30B}', "OoUu", "ŐőŰű"),
    ('\u{30C}', "CcDdEeLlNnRrSsTtZzAaIiOoUuÜüGgKkƷʒjHh", "ČčĎďĚěĽľŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǙǚǦǧǨǩǮǯǰȞȟ"),
    ('\u{30F}', "AaEeIiOoRrUu", "ȀȁȄȅȈȉȌȍȐȑȔȕ"),
    ('\u{311}', "AaEeIiOoRrUu", "ȂȃȆȇȊȋȎȏȒȓȖȗ"),
    ('\u{31B}', "OoUu", "ƠơƯư"),
    (
        '\u{323}',
        "BbDdHhKkLlMmNnRrSsTtVvWwZzAaEeIiOoƠơUuƯưYy",
        "ḄḅḌḍḤḥḲḳḶḷṂṃṆṇṚṛṢṣṬṭṾṿẈẉẒẓẠạẸẹỊịỌọỢợỤụỰựỴỵ",
    ),
    ('\u{324}', "Uu", "Ṳṳ"),
    ('\u{325}', "Aa", "Ḁḁ"),
    ('\u{326}', "SsTt", "ȘșȚț"),
    ('\u{327}', "CcGgKkLlNnRrSsTtEeDdHh", "ÇçĢģĶķĻļŅņŖŗŞşŢţȨȩḐḑḨḩ"),
    ('\u{328}', "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
    ('\u{32D}', "DdEeLlNnTtUu", "ḒḓḘḙḼḽṊṋṰṱṶṷ"),
    ('\u{32E}', "Hh", "Ḫḫ"),
    ('\u{330}', "EeIiUu", "ḚḛḬḭṴṵ"),
    ('\u{331}', "BbDdKkLlNnRrTtZzh", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ"),
];

/// `text` in which a letter and the accent after it are one character, where such a character exists.
pub(super) fn composed(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for character in text.chars() {
        match whole.chars().next_back().and_then(|letter| with_accent(letter, character)) {
            Some(both) => {
                whole.pop();
                whole.push(both);
            }
            None => whole.push(character),
        }
    }
    whole
}

fn with_accent(letter: char, accent: char) -> Option<char> {
    if accent < ACCENTS[0].0 {
        return None;
    }
    let (_, letters, composed) = ACCENTS.iter().find(|(mark, _, _)| *mark == accent)?;
    let place = letters.chars().position(|found| found == letter)?;
    composed.chars().nth(place)
}

#[cfg(test)]
mod tests {
    use super::composed;

    #[test]
    fn a_letter_and_its_accent_become_one() {
        let apart = "Loi\u{308}s, Zoe\u{308}, cafe\u{301}, Nguye\u{302}\u{303}n, A\u{30A}sa";
        assert_eq!(composed(apart), "Loïs, Zoë, café, Nguyễn, Åsa");
    }

    #[test]
    fn what_is_whole_or_has_no_whole_stays() {
        for text in ["Loïs", "q\u{301}", "\u{301}", ""] {
            assert_eq!(composed(text), text);
        }
    }
}
