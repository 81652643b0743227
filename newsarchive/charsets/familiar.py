"""How much the text that a codec makes of some bytes looks like a language written in that codec."""

from __future__ import annotations

import re
from functools import cache

# What is written most: half of all running text consists of these. A wrong reading shows next to none of them.
_ZH_HANS = (
    "的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成"
    "事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者"
    "向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真，。、：；？！“”（）《》市县省区报记讯"
)
_ZH_HANT = (
    "的一是不了在人有我他這中大來上個國到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後小麼心多天而能好都然沒日於起還發成"
    "事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者"
    "向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真，。、：；？！「」（）《》市縣省區報記訊"
)
_HANGUL = (
    "이다의는에을가고를하은로지한사도기서대인시자그어나리정아일전부과만으제해보수라스"
    "조원장상여구국주들공있것와했까면니오"
)
_LATIN = "éèàçêîôûâëïùœäöüßñáíóúãõåøæ’‘“”–—…«»°€£©®·"
# Whole words
_CYRILLIC = re.compile("(?<![A-Za-z])(?<![^\x00-\x7f«„“—])[А-ЯЁ]?[а-яёіїє]+(?![A-Za-z]|[^\x00-\x7f»”“…—])")
FAMILIAR = {
    "gb18030": re.compile(f"[{_ZH_HANS}]"),
    "big5hkscs": re.compile(f"[{_ZH_HANT}]"),
    "cp932": re.compile("[\u3041-\u30f6、。「」]"),
    "euc_jp": re.compile("[\u3041-\u30f6、。「」]"),
    "cp949": re.compile(f"[{_HANGUL}]"),
    "cp1251": _CYRILLIC,
    "koi8-r": _CYRILLIC,
    "cp1252": re.compile(f"(?<![\x80-\U0010ffff])[{_LATIN}](?![\x80-\U0010ffff])"),  # one letter between plain ones
}
_FIRST_LEVEL = {"gb18030": (0xB0, 0xD7, 0xA1), "big5hkscs": (0xA4, 0xC6, 0x40)}
WIDE = re.compile(r"[^\x00-\x7f\xa0\u3000]")


def familiarity(sample: bytes, codec: str) -> float:
    """Return the share of non-ASCII characters that are common in the languages written in ``codec``, less errors."""
    text = sample.decode(codec, "replace")
    wide, errors = len(WIDE.findall(text)), text.count("\ufffd")
    if codec == "utf-8":
        return ((wide - errors) / max(wide, 1)) ** 2
    known: float = len("".join(FAMILIAR[codec].findall(text)))
    if codec in _FIRST_LEVEL:  # hardly a word of Chinese is written without the first level of its charset
        known += sum(map(_first_level(codec).__contains__, text)) / 4
    return (known - 3 * max(errors - 1, 0)) / max(wide, 1)


@cache
def _first_level(codec: str) -> frozenset[str]:
    """Return the characters that a Chinese charset puts first because they are in general use."""
    first, last, low = _FIRST_LEVEL[codec]
    pairs = (bytes((lead, trail)) for lead in range(first, last + 1) for trail in range(low, 0xFF))
    return frozenset(char for pair in pairs if len(char := pair.decode(codec, "ignore")) == 1)
