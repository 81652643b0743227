from pathlib import Path

import pytest

from newsarchive import ArticleLoader, NewsSpider, extract
from newsarchive.items import SiteError
from newsarchive.sites import Site, class_of, load

PAGE = """<title>Riverlands</title><h1>The ferry sails again</h1><i class=when>12|03|26 – 19h05</i>
<script id=data>{"story": {"byline": [{"name": "Ida Marsh"}, {"name": "Bo Yu"}]}}</script><b class=by>By Ann Lee</b>""" + (
    "<p>The ferry sailed at noon, as it had before the strike of its crew.</p>" * 5
)
LOADER = """
from datetime import datetime

from newsarchive import ArticleLoader


class RiverlandsLoader(ArticleLoader):
    def add_own(self, page) -> None:
        self.add_value("authors", page.css("#data::text").jmespath("story.byline[].name").getall())
        for printed in self.get_css(".when::text", re=r"[\\d|]+ – \\d+h\\d+"):
            self.add_value("published", datetime.strptime(printed, "%d|%m|%y – %Hh%M"))
"""


def site(folder: Path, python: str | None) -> Site:
    (folder / "river.toml").write_text(
        'start = "https://river.test/"\ntimezone = "Europe/Paris"\n[[rules]]\nauthors = ".by"\n', encoding="utf-8"
    )
    if python is not None:
        (folder / "river.py").write_text(python, encoding="utf-8")
    return load(folder / "river.toml")


def test_a_loader_in_python_adds_what_selectors_cannot_say_and_goes_before_the_rules(tmp_path: Path) -> None:
    article = extract(PAGE, "https://river.test/1", site=site(tmp_path, LOADER))
    assert article.authors == ("Ida Marsh", "Bo Yu")
    assert str(article.published) == "2026-03-12 19:05:00+01:00"
    assert [(one.origin, one.where) for one in article.origins["authors"] if one.chosen] == [
        ("rule", "RiverlandsLoader"),
        ("rule", "RiverlandsLoader"),
    ]


def test_a_site_without_a_python_file_is_read_by_its_rules(tmp_path: Path) -> None:
    found = site(tmp_path, None)
    assert (found.python, class_of(found, ArticleLoader), class_of(None, NewsSpider)) == (
        None,
        ArticleLoader,
        NewsSpider,
    )
    assert extract(PAGE, "https://river.test/1", site=found).authors == ("Ann Lee",)


WRONG = {
    "class A(\n": "fails in line 1: SyntaxError",
    "\nimport nowhere_to_be_found": "fails in line 2: ModuleNotFoundError",
    "from newsarchive import ArticleLoader\nclass A(ArticleLoader):\n    def add_own(self, page):\n        self.add_value('title', [][0])": (
        "fails in line 4: IndexError: list index out of range"
    ),
    "from newsarchive import ArticleLoader\nclass A(ArticleLoader):\n    def add_own(self, page):\n        page.css('p[')": (
        "fails in line 4: SelectorSyntaxError: Expected ident or '*'"
    ),
    "from newsarchive import ArticleLoader\nclass A(ArticleLoader):\n    def add_own(self, page):\n        self.add_value('titel', 'B')": (
        "fails in line 4: ValueError: 'titel' is no field of a loader, which are title, source"
    ),
    "from newsarchive import ArticleLoader\nclass A(ArticleLoader): ...\nclass B(ArticleLoader): ...": (
        "has A and B, but a site has one ArticleLoader"
    ),
}


@pytest.mark.parametrize(("python", "reason"), WRONG.items())
def test_what_is_wrong_in_a_python_file_is_told_with_its_line(tmp_path: Path, python: str, reason: str) -> None:
    with pytest.raises(SiteError, match="The Python file ") as error:
        extract(PAGE, "https://river.test/1", site=site(tmp_path, python))
    assert f"{tmp_path / 'river.py'} {reason}" in str(error.value)
