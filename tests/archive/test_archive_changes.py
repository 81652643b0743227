import pytest

from newsarchive.archive.revisions import diffs
from newsarchive.archive.revisions.changes import kind_of_change
from newsarchive.archive.revisions.content import Content

ZH = "市政府今天召开会议。\n会议要求各部门不得延误,年底前完成23个项目。"
EN = "The council met on Tuesday and approved the budget.\nIt did not discuss the harbour, said Peter Andersson."
CASES = [
    (ZH, ZH.replace(",", "，"), "typo"),
    (ZH, ZH.replace("今天召开", "今天召开了"), "typo"),
    (ZH, ZH.replace("23", "32"), "substantive"),
    (ZH, ZH.replace("不得", "得"), "substantive"),
    (ZH, ZH.replace("市政府", "省政府"), "substantive"),
    (ZH, ZH + "\n会议还讨论了预算。", "substantive"),
    (ZH, ZH.splitlines()[0], "substantive"),
    (ZH, "本文已撤回。\n" + ZH, "retraction"),
    (ZH, "应当事人要求,该文已删除。", "retraction"),
    (EN, EN.replace("approved", "aproved"), "typo"),
    (EN, EN.replace("Andersson", "Anderson"), "typo"),
    (EN, EN.replace("the budget", "the the budget"), "typo"),
    (EN, EN.replace("Tuesday and", "Tuesday, and"), "typo"),
    (EN, EN.replace("harbour", "harbuor"), "typo"),
    (EN, EN.replace("did not discuss", "did discuss"), "substantive"),
    (EN, EN.replace("Tuesday", "Thursday"), "substantive"),
    (EN, EN.replace("Peter", "Pieter"), "substantive"),
    (EN, EN.replace("approved", "rejected"), "substantive"),
    (EN, "This article has been withdrawn while we check its sources.", "retraction"),
    (EN, EN + "\nThe mayor said a report was removed from the website of the council.", "substantive"),
    ("It cost two million.", "It cost two billion.", "substantive"),
]
SENTENCES = [
    ("The engineer reopens the crossing.", "The enginer reopens the crosisng.", "typo"),
    ("The engineer reopens the crossing.", "The engineer re-opens the the crossing.", "typo"),
    ("Growth was 3.5 % in May.", "Growth was 35 % in May.", "substantive"),
    ("It was -5 degrees.", "It was 5 degrees.", "substantive"),
    ("気温は-5度だった。", "気温は5度だった。", "substantive"),
    ("It costs $30 a day.", "It costs €30 a day.", "substantive"),
    ("The rating is A+ now.", "The rating is A now.", "substantive"),
    ("She found sixty cracks.", "She found sixth cracks.", "substantive"),
    ("Police held the suspect.", "Police held the suspects.", "substantive"),
    ("It was a moral choice.", "It was an amoral choice.", "substantive"),
    ("It passes Gambia today.", "It passes Zambia today.", "substantive"),
    ("Asked Petersen, who left.", "Asked Peterson, who left.", "substantive"),
    ("He did it.", "He did it?", "substantive"),
    ("El informe cita sesenta casos.", "El informe cita setenta casos.", "substantive"),
    ("Custou três milhões.", "Custou três bilhões.", "substantive"),
    ("Prší devět dní.", "Prší deset dní.", "substantive"),
    ("Die Möllerstraße ist zu.", "Die Möllerstrasse ist zu.", "typo"),
    ("عثر الخبراء على سبعين شقا.", "عثر الخبراء على تسعين شقا.", "substantive"),
    ("قال محمود ذلك.", "قال محمد ذلك.", "substantive"),
    ("رفض الإجابة عن الأسئلة.", "رفض الاجابة عن الأسئلة.", "typo"),
    ("آنها پیدا کردند.", "آنها پیدا نکردند.", "substantive"),
    ("हेमा पाटिल ने कहा।", "हेमा पटेल ने कहा।", "substantive"),
    ("维修费用由市政府承担。", "维修费费用由市政府承担。", "typo"),
    ("检查人员截至周一。", "检察人员截止周一。", "typo"),
    ("会议在周一召开。", "会议的周一召开。", "substantive"),
    ("정부가 통보를 했다.", "정부가 통보을 했다.", "typo"),
    ("개가 사람을 물었다.", "개를 사람이 물었다.", "substantive"),
]
RETRACTIONS = [
    "We have retracted this article because a quote was invented.",
    "Wir haben diesen Artikel zurückgezogen, weil eine Quelle falsch war.",
    "Nous avons retiré cet article à la suite d'une erreur.",
    "Hemos retirado esta noticia porque una fuente era falsa.",
    "Esta reportagem foi retirada do ar.",
    "Questo articolo è stato rimosso.",
    "Dit artikel is ingetrokken.",
    "Ten artykuł został wycofany.",
    "Этот материал был удалён по решению редакции.",
    "Bu haber yayından kaldırıldı.",
    "تم سحب هذا المقال.",
    "این خبر پس گرفته شد.",
    "यह लेख वापस ले लिया गया है।",
    "Цю статтю відкликано.",
    "כתבה זו הוסרה.",
    "Artikel ini telah ditarik.",
    "Bài viết này đã bị gỡ.",
    "经核实,该报道内容不实,现予撤稿。",
    "この記事は取り消しました。",
    "본 기사는 삭제되었습니다.",
]


@pytest.mark.parametrize(("before", "after", "kind"), CASES)
def test_a_change_of_the_text_has_its_kind(before: str, after: str, kind: str) -> None:
    assert kind_of_change(Content("Title", before), Content("Title", after)) == kind


@pytest.mark.parametrize(("before", "after", "kind"), SENTENCES)
def test_a_change_of_one_word_has_its_kind(before: str, after: str, kind: str) -> None:
    assert kind_of_change(Content("Title", before), Content("Title", after)) == kind


@pytest.mark.parametrize("line", RETRACTIONS)
def test_an_article_is_taken_back_in_any_language(line: str) -> None:
    assert kind_of_change(Content("Title", EN), Content("Title", line)) == "retraction"
    assert kind_of_change(Content("Title", EN), Content("Title", f"{line}\n{EN}")) == "retraction"


@pytest.mark.parametrize(
    "line", ["本文件已撤回,新规下月施行。", "Retraction of the troops began at dawn.", "该报道称票已售完。"]
)
def test_a_text_about_something_taken_back_is_no_retraction(line: str) -> None:
    assert kind_of_change(Content("Title", EN), Content("Title", f"{line}\n{EN}")) == "substantive"


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Content("Budget approved", EN), Content("Council approves budget", EN), "headline"),
        (Content("Budget approved", EN), Content("Budget aproved", EN), "typo"),
        (Content("预算通过", ZH), Content("撤稿:预算通过", ZH), "retraction"),
        (Content("T", EN, source="Agency"), Content("T", EN, source="Desk"), "substantive"),
        (Content("Old", EN), Content("Entirely new", EN + "\nAnother paragraph."), "substantive"),
    ],
)
def test_a_change_beside_the_text_has_its_kind(before: Content, after: Content, kind: str) -> None:
    assert kind_of_change(before, after) == kind


def test_an_article_about_a_retraction_is_none() -> None:
    text = "The journal said on Monday that it would look at the paper."
    added = text + "\nTwo years ago a similar study was retracted by its authors.\nThe review takes a month."
    assert kind_of_change(Content("Journal", text), Content("Journal", added)) == "substantive"


@pytest.mark.parametrize(("before", "after", "kind"), CASES)
def test_a_diff_gives_both_texts_back(before: str, after: str, kind: str) -> None:
    pieces = diffs.word_diff(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "insert") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "delete") == after


def test_two_long_texts_without_a_word_in_common_are_told_apart_at_once() -> None:
    before, after = "一二三四五" * 4000, "甲乙丙丁戊" * 4000
    assert [piece.kind for piece in diffs.word_diff(before, after)] == ["delete", "insert"]


def test_words_with_vowel_signs_or_joiners_are_compared_whole() -> None:
    pieces = diffs.word_diff("हेमा पाटिल ने कहा، می‌شود", "हेमा पटेल ने कहा، نمی‌شود")
    changed = [(piece.kind, piece.text) for piece in pieces if piece.kind != "equal"]
    assert changed == [("delete", "पाटिल"), ("insert", "पटेल"), ("delete", "می‌شود"), ("insert", "نمی‌شود")]
