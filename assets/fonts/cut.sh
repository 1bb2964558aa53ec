#!/bin/sh
# Cuts the fonts of a record out of the full Noto fonts (pyftsubset of fonttools 4.68; Debian's fonts-noto-core).
# Usage: cut.sh FOLDER-WITH-FULL-FONTS FOLDER-FOR-CUT-FONTS
# A character added here can be used in a record; a character in none of the fonts is an error that names it.
set -eu
from=$1
to=$2
latin=U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BD,U+02C6-02C7,U+02D8-02DD,U+0300-0304,U+0306-030C,U+0326-0328
names=U+0370-03FF,U+0400-045F,U+0490-0491,U+1E00-1E9F,U+1EA0-1EF9
marks=U+2000-200A,U+2010-2016,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044
signs=U+2070,U+2074-208E,U+20A0-20BF,U+2103,U+2116,U+2117,U+2120,U+2122,U+2126,U+212E,U+2150-215E,U+FB01-FB02,U+FFFD
arrows=U+2190-2194,U+21D0,U+21D2,U+21D4,U+2202,U+2205,U+2206,U+2208,U+220F,U+2211,U+2212,U+221A,U+221E,U+2229
relations=U+222A,U+222B,U+2248,U+2260,U+2261,U+2264,U+2265
ticks=U+2610-2612,U+2713-2718,U+25A0,U+25A1,U+25AA,U+25AB,U+25B2,U+25B3,U+25B6,U+25B8,U+25BC,U+25C0,U+25C6,U+25C7
pictures=U+25CB,U+25CF,U+2605,U+2606,U+260E,U+261E,U+26A0,U+2709,U+270E,U+1F512
cut() {
    pyftsubset "$from/$1.ttf" --unicodes="$2" --layout-features="$3" --no-hinting --desubroutinize \
        --name-IDs=0,1,2,3,4,5,6,13,14 --notdef-outline --no-recalc-timestamp --output-file="$to/$1.ttf"
}
cut NotoSans-Regular "$latin,$names,$marks,$signs" kern
cut NotoSans-Bold "$latin,$names,$marks,$signs" kern
cut NotoSansMath-Regular "U+0020,$arrows,$relations" ''
cut NotoSansSymbols2-Regular "U+0020,$ticks,$pictures" ''
