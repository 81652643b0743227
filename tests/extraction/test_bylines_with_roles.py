"""By-lines that say who did what, from where and for whom; and authors whom only the scripts of a page name."""

import pytest

from newsarchive.extraction import extract
from tests.extraction.test_printed_authors import authors


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<p>By Ann Lee in Northby and Bo Yu in Gullport</p><p>3 March 2026</p>", ("Ann Lee", "Bo Yu")),
        ("<p>By Ann Lee in New York, Bo Yu in Gullport</p><p>3 March 2026</p>", ("Ann Lee", "Bo Yu")),
        ("<p>3. mars 2026 kl. 17:14</p><p>Journalist Kari Dahl</p><p>Fotograf Ola Vik</p>", ("Kari Dahl",)),
        ("<p>ავტორი: ნინო ბერიძე</p><p>3 მარტი 2026</p>", ("ნინო ბერიძე",)),
        ("<p>[강변=새소식] 홍길동 기자 · 사진 박지훈 기자</p><p>입력 2026-03-03 17:14</p>", ("홍길동",)),
        ("<p>글·사진=홍길동 기자</p><p>2026-03-03</p>", ("홍길동",)),
        ("<p>מאת: תמר אלון, כתבת לענייני תחבורה</p><p>03.03.26, 17:14</p>", ("תמר אלון",)),
    ],
)
def test_who_wrote_is_told_from_who_did_something_else(above: str, names: tuple[str, ...]) -> None:
    assert authors(above) == names


def test_an_original_text_has_its_writer_before_the_account() -> None:
    text = (
        "<p>市议会周二决定，旧桥将封闭三十天，让工程人员检查桥墩，居民说他们已经等了多年，希望冬天之前可以开工。</p>"
        * 6
    )
    article = extract(f"<h1>旧桥今春封闭维修</h1><p>原创 李明 河口观察 2026年3月3日 17:14</p>{text}")
    assert (article.authors, article.source) == (("李明",), "河口观察")


@pytest.mark.parametrize(
    ("script", "names"),
    [
        ('dataLayer = [{"pageType": "article", "author": "Ann Lee"}]', ("Ann Lee",)),
        ('{"article": {"authors": [{"id": 7, "name": "Ann Lee"}, {"id": 8, "name": "Bo Yu"}]}}', ("Ann Lee", "Bo Yu")),
        ("var page = {byline: 'By Ann Lee'};", ("Ann Lee",)),
        ('[{"title": "One", "author": "Ann Lee"}, {"title": "Two", "author": "Bo Yu"}]', ()),  # a list of articles
        ('{"authority": "Ann Lee", "author": "Weir Post"}', ()),
    ],
)
def test_scripts_name_the_author_where_nothing_else_does(script: str, names: tuple[str, ...]) -> None:
    head = f"<title>The mill grinds again</title><script>{script}</script>"
    assert authors("<p>3 March 2026</p>", head=head) == names
    assert authors("<p>By Cy Ott</p><p>3 March 2026</p>", head=head) == ("Cy Ott",)
