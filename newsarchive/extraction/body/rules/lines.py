"""Lines that are no sentences in any language: dates with their labels, links, buttons without a space between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsarchive.dates.months import month_number
from newsarchive.dates.relative import DAY_WORDS, is_time_ago
from newsarchive.extraction.page.elements import TextBlock, joints
from newsarchive.text import MARKS, utf8_length

# No longer line is a date; so many joints of a small letter and a capital are a row of buttons.
LONGEST_DATE: Final = 120
LONGEST_AGE: Final = 24
LONGEST_AGES: Final = 80
LONGEST_LABEL: Final = 20
LONGEST_BUTTON: Final = 40
MOST_BUTTONS: Final = 6
JOINTS: Final = 2
LINKED: Final = 0.8
LINK_TEXT: Final = 15  # bytes of UTF-8
LINKS: Final = 4
CELLS: Final = 2
BETWEEN: Final = re.compile(r"\s[·•|/–—-]\s")
BEHIND: Final = re.compile(r"[(（\[][^()（）\[\]]{6,24}[)）\]]$")  # (19 April 2022)
DAY: Final = re.compile(  # not 清政通〔2026〕12号, which numbers a document
    r"(?<!\d)\d{1,2}(?!\d)\D{1,14}(?<!\d)(?:19|2[05])\d\d(?!\d)|(?<!\d)(?:19|20)\d\d(?![\d〕﹞])\D{1,14}\d{1,2}(?!\d)"
    r"|(?<!\d)\d{1,2}(?!\d)\D{1,14}(?:[১१١۱][৯९٩۹۳۴]|[২२٢][০०٠])\d\d(?!\d)"  # ২২ মার্চ ২০২৬
    r"|(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d\d(?!\d)|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月"
)
COUNTER: Final = re.compile(  # 2 of 3, Bild 1 von 9
    r"(?:\w+\s)?\d{1,3}\s?(?:/|of|von|sur|de|di|van|av|af|z|из)\s?\d{1,3}"
)
LONGEST_COUNTER: Final = 16
SEPARATOR: Final = re.compile(r"\s*[|·•/]\s*")
# …, she said. …, a dit le maire.
SAID: Final = re.compile(
    r"[,!?]['\"”’»“]?\s(?:[\w'’-]+\s){0,6}?(?:said|says|wrote|writes|sagte?|schrieb|schreibt|a dit|dit-(?:il|elle)"
    r"|déclar[eé]|dijo|dice|afirm[aó]|ha detto|disse|zei|zegt|säger|sagde|siger|powiedział\w*|сказал\w*|говорит)\b"
)
WORD: Final = re.compile(rf"(?:[^\W\d_][{MARKS}]*)+")
# How the words begin that stand before dates, and the small words, days and zones among them.
LABELS: Final = tuple(
    """
    publi post updat last modif date
    veröffentlicht aktualisi geändert erst stand datum data fecha actuali aggiorna atualiz
    bijgewerkt geplaatst gepubliceerd laatste oppdater uppdater opdater dato julkaistu päivitetty
    zaktualiz opublik aktualiz vydáno kreirano frissít megjelen actualizat publicat
    güncelle oluştur yayın giriş tarih diperbarui diterbitkan
    обновл опублик изменен дата созда објав ажури δημοσί ενημέρ تحديث نشر انتشار منتشر
    प्रकाशित अपडेट प्रकाश আপডেট প্রকাশ เผยแพร่ อัปเดต อัพเดท ปรับปรุง פורסם עודכן đăng cập
    """.split()
)
SMALL: Final = frozenset(
    """
    am at on to by and of the from p m th st nd rd um uhr mis mise maj jour le la à a h heures min les il alle ore del
    di de do dos às as el los las o den kl klo klokken op om uur dne v ve saat ora ob в г года год час часов γ
    est edt cst cdt mst mdt pst pdt gmt utc bst ist cet cest mez mesz eet eest msk мск wib wita wit jst kst
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
    mo mi fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend
    lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche
    mié jue vie sáb dom lunes martes miércoles jueves viernes sábado domingo
    gio sab lunedì martedì mercoledì giovedì venerdì sabato domenica
    ter qua qui sex seg segunda terça quarta quinta sexta feira
    ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    понедельник вторник среда четверг пятница суббота воскресенье
    poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle
    måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    thứ hai ba tư năm sáu bảy chủ nhật ngày tháng lúc
    बजे น
    pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu kamis jumat sabtu minggu
    """.split()
)


def is_age(text: str) -> bool:
    """Say whether a line tells nothing but how long ago something was, with or without a label.

    >>> is_age("3 hours ago"), is_age("Oppdatert for 2 timer siden"), is_age("Posted 3 letters ago")
    (True, True, False)
    >>> is_age("First published 4 hours ago • Updated 2 hours ago")
    True
    """
    if len(text) <= LONGEST_AGES and BETWEEN.search(text):
        return all(map(is_age, BETWEEN.split(text)))
    text = text.removeprefix("First ")
    label, _, rest = text[:LONGEST_LABEL].partition(" ")
    said = text.removeprefix(label).lstrip() if rest and label.lower().startswith(LABELS) else text
    return len(said) <= LONGEST_AGE and is_time_ago(said)


def is_date(text: str) -> bool:
    """Say whether a line is a date, or several, with the words that pages put around them.

    >>> is_date("Publicerad 10 mars 2026 Uppdaterad igår 11.02"), is_date("Am 10. März 2026 kam das Wasser")
    (True, False)
    >>> is_date("২২ মার্চ ২০২৬"), is_date("২২ মার্চ ১২০৪")
    (True, False)
    """
    if len(text) > LONGEST_DATE or not DAY.search(text):
        return False
    return all(map(is_date_word, WORD.findall(text.lower())))


def is_date_word(word: str) -> bool:
    """Say whether pages put a word (in small letters) into dates or before them."""
    return bool(word in SMALL or month_number(word, None) or word in DAY_WORDS or word.startswith(LABELS))


def is_dated_row(runs: Sequence[str]) -> bool:
    """Say whether the texts of a line's elements are several and short, and one of them a date, as in by-lines.

    >>> is_dated_row(["By ", "Ada Moor", "13 May 2026", "3 min."]), is_dated_row(["On ", "13 May 2026", " he died."])
    (True, False)
    """
    texts = [text for run in runs for text in map(str.strip, BETWEEN.split(run)) if text]
    if len(texts) < CELLS or any(len(text) > LONGEST_BUTTON or text[0].islower() for text in texts):
        return False
    return any(map(is_date, texts))


def is_linked(block: TextBlock) -> bool:
    """Say whether all but all of a block's text stands in links."""
    return block.link_chars > LINKED * len(block.text)


def is_link(block: TextBlock) -> bool:
    """Say whether a block is a link and no more than that."""
    return is_linked(block) and utf8_length(block.text) >= LINK_TEXT


def is_menu(block: TextBlock) -> bool:
    """Say whether a line is several links with signs between them, or one with a date in brackets behind it."""
    if not block.anchors:
        return False
    behind = BEHIND.search(block.text)
    dated = behind is not None and DAY.search(behind[0]) is not None
    said = block.text[: behind.start()] if behind and dated else block.text
    return (dated or len(block.anchors) >= LINKS) and sum(map(str.isalnum, said)) <= block.link_chars


def is_spoken(text: str) -> bool:
    """Say whether a sentence tells who says it, as no invitation of a page does.

    >>> is_spoken("Join the queue, a man in oilskins said, and laughed."), is_spoken("Join our readers.")
    (True, False)
    """
    return bool(SAID.search(text))


def is_counter(text: str) -> bool:
    """Say whether a line counts pictures: 3 / 12."""
    return len(text) <= LONGEST_COUNTER and text[-1].isdigit() and COUNTER.fullmatch(text) is not None


def words_of_buttons(runs: Sequence[str]) -> Sequence[str]:
    """Return what each of the buttons says that a line may be a row of: none if one would be too long.

    >>> words_of_buttons(["Print", " | ", "E-mail"]), words_of_buttons(["He said yes."])
    (['Print', 'E-mail'], ())
    """
    if sum(map(len, runs)) > MOST_BUTTONS * LONGEST_BUTTON:
        return ()
    words = [word for run in runs for word in SEPARATOR.split(run.strip()) if word]
    return words if len(words) > 1 and max(map(len, words)) <= LONGEST_BUTTON else ()


def is_buttons(runs: Sequence[str]) -> bool:
    """Say whether the texts of elements stand side by side as words of their own, without a space between them.

    >>> is_buttons(["Save", "Facebook", "E-mail", "Copy link"]), is_buttons(["T", "he ", "Mac", "Donald", " case"])
    (True, False)
    """
    if len(runs) <= JOINTS or max(map(len, runs)) > LONGEST_BUTTON:
        return False
    return joints(runs) >= JOINTS
