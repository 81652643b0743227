"""Names with the date over the title or under the text, each beside lines like it that belong to something else."""

import pytest

from newsarchive.extraction import extract
from tests.extraction.test_printed_authors import TEXT

MENU = "<ul><li><a href=/>Home</a></li><li><a href=/ana/>Ana Sayfa</a></li></ul>"


def authors(above: str = "", below: str = "") -> tuple[str, ...]:
    html = f"<html><body>{MENU}{above}<h1>The mill grinds again</h1>{TEXT}{below}</body></html>"
    return extract(html, "https://weir.example/mill").authors


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<p>Peter Okafor 15 March 2026</p>", ("Peter Okafor",)),
        ("<div>24.03.2026, 10:22 Uhr | Karla Weiß | <a href=#c>12</a></div>", ("Karla Weiß",)),
        ("<div>Le 13 mars 2026 à 10:20 | Par Inès Carpentier, à Portvieux</div>", ("Inès Carpentier",)),
        ("<p>Share this</p><p>Ana Ionescu</p><p>25 martie 2026</p>", ("Ana Ionescu",)),
        ("<div><span>Szabó Péter</span><span>2026.03.15. 10:27</span></div>", ("Szabó Péter",)),
        ("<div>2026年3月14日 10時27分 | 【高橋健】</div>", ("高橋健",)),
        ("<div>입력 2026-03-14 10:27 | 글 박지훈</div>", ("박지훈",)),
        ("<div><span>نور المصري</span><span>17/03/2026 10:20</span></div>", ("نور المصري",)),
        ("<div>สมชาย ใจดี 14 มีนาคม 2569</div>", ("สมชาย ใจดี",)),
        ("<p>黃雅婷</p><p>2026/03/19 10:24</p>", ("黃雅婷",)),
    ],
)
def test_a_name_with_the_date_below_the_text_wrote_it(below: str, names: tuple[str, ...]) -> None:
    assert authors(below=below) == names


@pytest.mark.parametrize(
    "below",
    [
        "<h3>Ferry timetable changes</h3><p>Peter Okafor 15 March 2026</p>",  # another article
        "<p><a href=/2>Ferry timetable changes again from Monday</a></p><p>Ruth Lind | 15 March 2026</p>",
        f"<div><b>Ruth Lind</b> 15 March 2026</div>{TEXT}",  # a comment
        "<div><b>Peter Hill</b><i>29 January 2026</i><p>Nice piece, thanks for this.</p></div>",
        "<ul><li>Ferry changes</li></ul><p>Ruth Lind | 15 March 2026</p>",
        "<p>Harbour Bridge 15 March 2026</p>",
        "<p>高科技 2026-03-19</p>",
    ],
)
def test_a_name_and_date_of_something_else_did_not_write_it(below: str) -> None:
    assert authors(below=below) == ()


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p>Claire Morel</p><p>24 mars 2026</p>", ("Claire Morel",)),
        ("<div>25.03.2026 10:26 | נועה לוי | <a href=#c>12</a></div>", ("נועה לוי",)),
        ("<div>نرگس احمدی، خبرنگار &nbsp; 18 مارس 2026</div>", ("نرگس احمدی",)),
        ("<p>Villa Nova</p><p>24 mars 2026</p>", ()),
        ("<p>Ana Sayfa Gündem</p><p>24 Mart 2026</p>", ()),
        ("<p><a href=/2>Ana Sayfa</a></p><p>24 Mart 2026</p>", ()),
    ],
)
def test_a_name_with_the_date_above_the_title_wrote_it(above: str, names: tuple[str, ...]) -> None:
    assert authors(above) == names


def test_a_date_above_an_answer_is_none_of_the_article() -> None:
    answers = "".join(f"<div><b>User{i}</b> <i>2026-03-29 12:00</i><p>{TEXT[3:90]}</p></div>" for i in range(3))
    html = f"<h1>The mill grinds again</h1>{TEXT}<p>2026-03-15 10:22</p>{answers}"
    published = extract(html, "https://weir.example/mill").published
    assert published and published.day == 15
