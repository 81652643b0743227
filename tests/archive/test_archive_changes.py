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


@pytest.mark.parametrize(("before", "after", "kind"), CASES)
def test_a_change_of_the_text_has_its_kind(before: str, after: str, kind: str) -> None:
    assert kind_of_change(Content("Title", before), Content("Title", after)) == kind


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
