"""The furniture of composed pages: menus, breadcrumbs, buttons, tags, other articles, comments, footers."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random
from typing import Any, Final

LANGUAGES: Final[dict[str, dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("composed.toml").read_text(encoding="utf-8")
)
UNSPACED: Final = {"ja", "th", "zh", "zh-hant"}


class Furniture:
    """What stands around the article of one page; every choice among parts is noted in ``parts``."""

    def __init__(self, source: Random) -> None:
        self.source = source
        self.parts: dict[str, str] = {}
        language = self.choose("language", *LANGUAGES)
        self.words = LANGUAGES[language]
        self.space = "" if language in UNSPACED else " "
        self.style = self.choose("names", "telling", "hashed", "numbered", "none")
        self.named: dict[str, str] = {}
        self.day, self.minute = source.randrange(13, 28), source.randrange(9)
        self.place, self.author = source.choice(self.words["places"]), source.choice(self.words["people"])
        self.comments: list[str] = []

    def choose(self, part: str, *kinds: str) -> str:
        """Choose a kind of a part and note it."""
        self.parts[part] = self.source.choice(kinds)
        return self.parts[part]

    def say(self, text: str, *, person: str | None = None) -> str:
        """Fill in a text."""
        return text.format(
            place=self.place,
            person=person or self.source.choice(self.words["people"]),
            number=self.source.randrange(30, 90),
            day=self.day,
            day2=f"{self.day:02}",
            minute=self.minute,
        )

    def name(self, what: str) -> str:
        """Return the class attribute of an element, named as this page names its elements."""
        if self.style == "none":
            return ""
        if self.style == "telling":
            return f' class="{what}"'
        letters = "".join(self.source.choices("abcdefghkmnprst0123456789", k=6))
        made = f"css-{letters}" if self.style == "hashed" else f"box{self.source.randrange(99)}"
        return f' class="{self.named.setdefault(what, made)}"'

    def tags(self) -> str:
        """Return the tags of the article, or nothing."""
        links = [f'<a href="/tag/{number}" rel="tag">{tag}</a>' for number, tag in enumerate(self.words["tags"])]
        return {
            "none": "",
            "labelled": f"<div{self.name('tags')}>{self.words['tags_label']} {' '.join(links)}</div>",
            "list": f'<ul class="article-tags">{"".join(f"<li>{link}</li>" for link in links)}</ul>',
        }[self.choose("tags", "none", "labelled", "list")]

    def share(self) -> str:
        """Return the row of buttons."""
        links = f'<a href="#f">Facebook</a> <a href="#x">X</a> <a href="#c">{self.words["copy_link"]}</a>'
        return f"<div{self.name('share')}><span>{self.words['share']}</span> {links}</div>"

    def counts(self) -> str:
        """Return how long and how often the article is read, or nothing."""
        row = f"<div{self.name('counts')}><span>{self.words['minutes']}</span><span>{self.words['views']}</span></div>"
        return row if self.choose("counts", "yes", "no", "no") == "yes" else ""

    def crumb(self) -> str:
        """Return the path to the section, or nothing."""
        home, section = self.words["menu"][:2]
        path = f'<div{self.name("crumb")}><a href="/">{home}</a> &gt; <a href="/1/">{section}</a> &gt; </div>'
        return path if self.choose("breadcrumb", "yes", "no") == "yes" else ""

    def others(self) -> str:
        """Return other articles below."""
        kind, heading = self.choose("others", "none", "list", "cards", "teasers"), self.words["more"]
        titles = list(enumerate(self.words["others"]))
        if kind == "list":
            items = "".join(f'<li><a href="/n/{n}">{title}</a></li>' for n, title in titles)
            return f"<div{self.name('related')}><h3>{heading}</h3><ul>{items}</ul></div>"
        cards = "".join(
            f'<div{self.name("card")}><a href="/n/{n}"><img src="/i/{n}.jpg"></a><h4><a href="/n/{n}">{title}</a></h4>'
            f"<p>{self.say(self.source.choice(self.words['sentences']))}</p></div>"
            for n, title in titles[:4]
        )
        if kind == "teasers":  # a script leads to what they announce
            cards = re.sub("</?a\\b[^>]*>", "", cards)
        return f"<div{self.name('related')}><h3>{heading}</h3>{cards}</div>" if kind != "none" else ""

    def comment_list(self) -> str:
        """Return the form for comments, with some."""
        kind = self.choose("comments", "none", "form", "list")
        if kind == "none":
            return ""
        form = "<form><textarea></textarea><button>OK</button></form>"
        if kind == "list":
            self.comments = [self.say(sentence) for sentence in self.source.sample(self.words["sentences"], 3)]
        people = self.words["people"]
        said = "".join(
            f"<div{self.name('comment')}><b>{person}</b> <span>2026-03-29 12:00</span><p>{text}</p></div>"
            for person, text in zip(people, self.comments, strict=False)
        )
        return f"<div{self.name('comments')}><h3>{self.words['comment']}</h3>{form}{said}</div>"

    def sidebar(self) -> str:
        """Return the list of what is read most."""
        links = "".join(f'<li><a href="/m/{n}">{title}</a>' for n, title in enumerate(self.words["others"]))
        box = f"<aside{self.name('sidebar')}><h3>{self.words['most_read']}</h3><ol>{links}</ol></aside>"
        return box if self.choose("sidebar", "yes", "no") == "yes" else ""

    def menu(self) -> str:
        """Return the site's menu."""
        items = "".join(f'<li><a href="/{n}/">{text}</a></li>' for n, text in enumerate(self.words["menu"]))
        tag = self.choose("menu", "nav", "div")
        return f"<{tag}{self.name('menu')}><ul>{items}</ul></{tag}>"

    def footer(self) -> str:
        """Return the site's last lines."""
        links = " | ".join(f'<a href="/f{n}">{text}</a>' for n, text in enumerate(self.words["footer"]))
        return f"<div{self.name('footer')}><p>{links}</p><p>{self.say(self.words['copyright'])}</p></div>"
