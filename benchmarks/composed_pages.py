"""Composes news pages by chance out of the parts of which real ones consist, in many languages, with what they say."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from random import Random
from typing import Final

from benchmarks.composed_furniture import Furniture

PARAGRAPHS: Final = {
    "p": "<p>{}</p>",
    "div": "<div>{}</div>",
    "br": "{}<br><br>\n",
    "wrapped p": "<div><p>{}</p></div>",
    "p with span": '<p><span style="font-size:16px">{}</span></p>',
    "section": "<section><p>{}</p></section>",
}
HEADLINES: Final = {
    "h1": "<h1{}>{}</h1>",
    "h2": "<h2{}>{}</h2>",
    "div": "<div{}>{}</div>",
    "font": "<p align=center{}><b><font size=5>{}</font></b></p>",
}
LEADS: Final = {
    "p": "<p{}>{}</p>",
    "strong": "<p{}><strong>{}</strong></p>",
    "h2": "<h2{}>{}</h2>",
    "div": "<div{}>{}</div>",
}
HEADINGS: Final = {"h2": "<h2>{}</h2>", "h3": "<h3>{}</h3>", "strong": "<p><strong>{}</strong></p>"}


@dataclass(frozen=True, slots=True)
class Composed:
    """A page with its truth: the lines of its text in order, ``comments`` that are none, and the ``parts`` it has."""

    html: str
    title: str
    author: str | None
    published: datetime
    tags: tuple[str, ...]
    lines: tuple[str, ...]
    comments: tuple[str, ...]
    parts: dict[str, str] = field(default_factory=dict)


def compose(seed: int) -> Composed:
    """Return the page of a seed."""
    return Composer(Random(seed)).page()


class Composer(Furniture):
    """One page in the making: its article, and the furniture around it."""

    def page(self) -> Composed:
        """Return the page."""
        title = self.say(self.source.choice(self.words["titles"]))
        published = datetime(2026, 3, self.day, 10, 20 + self.minute, tzinfo=UTC)
        text, lines = self.text()
        byline, author = self.byline(published)
        head, told = self.head(title, published)
        top = [
            self.crumb(),
            HEADLINES[self.choose("headline", *HEADLINES)].format(self.name("title"), escape(title, quote=False)),
        ]
        end: list[str] = []
        place = self.choose("by-line", "below the headline", "above the headline", "below the text")
        (end if place == "below the text" else top).insert(1 if place == "above the headline" else len(top), byline)
        lead = self.choose("lead", "none", *LEADS)
        if lead != "none":
            lines.insert(0, self.say(self.words["lead"]))
            top.append(LEADS[lead].format(self.name("lead"), lines[0]))
        tags = self.tags()
        top.append(self.counts())
        share = self.share()
        (top if self.choose("share", "top", "bottom") == "top" else end).append(share)
        story = f"{''.join(top)}<div{self.name('article-body')}>{text}</div>{''.join(end)}{tags}"
        inside = self.choose("below", "inside", "outside") == "inside"
        below = self.others() + self.comment_list()
        wrap = self.choose("wrapper", "article", "div", "td", "main")
        wrapped = {
            "article": "<article>{}</article>", "div": f"<div{self.name('content')}>{{}}</div>",
            "td": "<table><tr><td>{}</td></tr></table>", "main": "<main><div>{}</div></main>",
        }[wrap].replace("{}", story + (below if inside else ""))  # fmt: skip
        middle = f"<div{self.name('layout')}>{wrapped}{'' if inside else below}{self.sidebar()}</div>"
        html = f"<!DOCTYPE html><html><head>{head}</head><body>{self.menu()}{middle}{self.footer()}</body></html>"
        known = tuple(self.words["tags"]) if tags else ()
        return Composed(
            html,
            title,
            self.author if told else author,
            published,
            known,
            tuple(lines),
            tuple(self.comments),
            self.parts,
        )

    def text(self) -> tuple[str, list[str]]:
        """Return the paragraphs as HTML, with what stands among them, and the lines that are text."""
        kind = self.choose("paragraphs", *PARAGRAPHS)
        number = int(self.choose("length", "4", "6", "9", "14"))
        heading, picture = self.choose("heading", "none", *HEADINGS), self.choose("picture", "none", "figure", "div")
        promotion = self.choose("promotion", "none", "aside", "div", "form", "offer", "label")
        ends = int(self.choose("lines at the end", "0", "1", "2"))
        at = {part: self.source.randrange(1, number) for part in ("heading", "picture", "promotion")}
        html, lines = [], []
        for place in range(number):
            if picture != "none" and place == at["picture"]:
                html.append(self.picture(picture))
            if promotion != "none" and place == at["promotion"]:
                html.append(self.promotion(promotion))
            if heading != "none" and place == at["heading"]:
                lines.append(self.source.choice(self.words["headings"]))
                html.append(HEADINGS[heading].format(lines[-1]))
            sentences = self.source.sample(self.words["sentences"], self.source.choice([1, 2, 2, 3]))
            lines.append(self.space.join(map(self.say, sentences)))
            html.append(PARAGRAPHS[kind].format(escape(lines[-1], quote=False)))
        for what in self.source.sample(["share", "newsletter", "copyright", "copy_link", "mistake", "appeal"], ends):
            html.append(PARAGRAPHS["br" if kind == "br" else "p"].format(self.say(self.words[what])))
        if self.choose("biography", "yes", "no", "no", "no") == "yes":
            html.append(f"<p><em>{self.say(self.words['biography'], person=self.author)}</em></p>")
        return "".join(html), lines

    def picture(self, kind: str) -> str:
        """Return a picture with its caption."""
        image, caption = '<img src="/i/7.jpg" alt="">', self.say(self.words["caption"])
        if kind == "figure":
            return f"<figure>{image}<figcaption>{caption}</figcaption></figure>"
        return f"<div{self.name('image')}>{image}<div{self.name('caption')}>{caption}</div></div>"

    def promotion(self, kind: str) -> str:
        """Return a box between the paragraphs that sells something."""
        text = self.say(self.words[self.source.choice(["newsletter", "read_also"])])
        if kind == "form":
            form = '<form><input type="email" name="mail"><button>OK</button></form>'
            return f"<div{self.name('newsletter')}><h3>{self.words['newsletter']}</h3>{form}</div>"
        if kind == "offer":
            return f'<div{self.name("offer")}><p>{self.words["appeal"]}</p><a href="/newsletter/">OK</a></div>'
        if kind == "label":
            return f"<div{self.name('advertisement')}><span>{self.words['sponsored']}</span></div>"
        return f'<{kind}{self.name("promo")}><a href="/z/1">{text}</a></{kind}>'

    def byline(self, published: datetime) -> tuple[str, str | None]:
        """Return the line with author and date, and the author that it names."""
        text = self.say(self.source.choice(self.words["bylines"]), person=self.author)
        date = self.say(self.source.choice(self.words["dates"]))
        form = self.choose("form of the by-line", "one line", "two elements", "two lines", "bar", "link and time")
        named, time = self.name("byline"), f'<time datetime="{published.isoformat()}">{date}</time>'
        html = {
            "one line": f"<div{named}>{text} &nbsp; {date}</div>",
            "two elements": f"<div{named}><span>{text}</span><span{self.name('date')}>{date}</span></div>",
            "two lines": f"<p{named}>{text}</p><p{self.name('date')}>{date}</p>",
            "bar": f'<div{named}>{date} | {text} | <a href="#c">12</a></div>',
            "link and time": f'<div{named}><a href="/author/1">{text}</a> {time}</div>',
        }[form]
        return html, self.author if self.author in text else None

    def head(self, title: str, published: datetime) -> tuple[str, bool]:
        """Return the head, and whether it names the author."""
        site = f"{self.place} Post"
        ending = f"{self.source.choice([' | ', ' - ', ' – '])}{site}"
        html = f"<meta charset=utf-8><title>{escape(title, quote=False)}{ending}</title>"
        data = self.choose("data", "none", "none", "OpenGraph", "JSON-LD")
        if data == "OpenGraph":
            html += (
                f'<meta property="og:title" content="{escape(title)}"><meta property="og:site_name" content="{site}">'
            )
            html += f'<meta property="article:published_time" content="{published.isoformat()}">'
        if data == "JSON-LD":
            person = {"@type": "Person", "name": self.author}
            facts = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "author": person}
            facts |= {"datePublished": published.isoformat()}
            html += f'<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>'
        return html, data == "JSON-LD"
