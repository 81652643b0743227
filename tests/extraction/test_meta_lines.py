"""The line of facts under a Chinese title has no labels: its words are told apart by shape, menu and place."""

import pytest

from newsarchive.extraction import extract

TEXT = (
    "<p>市里昨天召开会议，研究老桥加固工程的进度安排，有关部门负责人汇报了前期勘察的结果，并向居民公布绕行路线。</p>"
    * 3
)
MENU = "<ul><li><a href=/1/>本地</a></li><li><a href=/2/>民生</a></li><li><a href=/3/>时政新闻</a></li></ul>"
TITLE = "市里研究老桥加固工程进度安排"

Told = tuple[str | None, str | None, tuple[str, ...], tuple[str, ...], int | None]


def told(line: str, menu: str = MENU) -> Told:
    """Return source, section, authors, tags and the number of comments."""
    html = f"<html lang=zh><title>{TITLE}</title><body>{menu}<h1>{TITLE}</h1>{line}{TEXT}</body></html>"
    article = extract(html, "http://www.hedong.example/city/3474.html")
    return article.source, article.section, article.authors, article.tags, article.comment_count


def cells(tag: str, *texts: str) -> str:
    inner = "".join(f"<{tag}>{text}</{tag}>" for text in texts)
    return f"<table><tr>{inner}</tr></table>" if tag == "td" else f"<ul>{inner}</ul>"


@pytest.mark.parametrize("tag", ["li", "td"])
def test_cells_beside_the_date_are_one_line(tag: str) -> None:
    line = cells(tag, "网络编辑", "运城", "2024-03-05 10:17:57", "0", "老桥", "加固")
    assert told(line) == ("网络编辑", "运城", (), ("老桥", "加固"), 0)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本地 网络编辑 2024-03-05 10:17 3 老桥 加固", ("网络编辑", "本地", (), ("老桥", "加固"), 3)),
        ("民生｜融媒编辑部｜2024-03-05 10:17｜3｜老桥", ("融媒编辑部", "民生", (), ("老桥",), 3)),
        ("2024-03-05 10:17 | 秦文博 | 时政新闻 | 0 | 老桥 | 加固", ("秦文博", "时政新闻", ("秦文博",), ("老桥", "加固"), 0)),
        ("2024-03-05 · 民生 · 秦文博 · 12", ("秦文博", "民生", ("秦文博",), (), 12)),
        ("河东晚报 2024-03-05 10:17 民生 0 老桥 加固", ("河东晚报", "民生", (), ("老桥", "加固"), 0)),
        ("时政新闻 2024-03-05 10:17 河东晚报 0 老桥", ("河东晚报", "时政新闻", (), ("老桥",), 0)),
        ("admin 2024-03-05 10:17 12", (None, None, (), (), 12)),
        ("民生 2024-03-05 10:17 0 老桥 加固", (None, "民生", (), ("老桥", "加固"), 0)),
    ],
)  # fmt: skip
def test_words_are_told_apart_in_any_order(line: str, expected: Told) -> None:
    assert told(f"<div>{line}</div>") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("河东晚报 要闻 2024-03-05 10:17 0 老桥 加固", ("河东晚报", "要闻", (), ("老桥", "加固"), 0)),
        ("要闻 河东晚报 2024-03-05 10:17 0 老桥 加固", ("河东晚报", "要闻", (), ("老桥", "加固"), 0)),
        ("河东晚报 要闻 2024-03-05 10:17 浏览 88", ("河东晚报", "要闻", (), (), None)),
        ("高科技 要闻 2024-03-05 10:17", ("高科技", "要闻", (), (), None)),
    ],
)
def test_without_a_menu_the_names_of_outlets_tell(line: str, expected: Told) -> None:
    assert told(f"<div>{line}</div>", menu="") == expected


def test_boxes_that_are_no_cells_are_lines_of_their_own() -> None:
    boxes = "<div>2024-03-05 · 河东晚报</div><div>分享到</div><div>19 跟贴</div>"
    assert told(f"<div>{boxes}</div>")[0] == "河东晚报"


def test_a_list_of_longer_lines_is_no_line_of_facts() -> None:
    line = cells(
        "li",
        "桥梁安全月启动，全市对二百座桥梁进行检查，月底前公布结果，居民可以来电举报隐患，电话另行公布",
        "2024-03-05",
        "本地",
    )
    assert told(line)[:2] == (None, None)
