"""Composes pages by chance whose texts have pictures, lists, tables, quotes, headings and embeds, with their blocks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.composed_pages import PARAGRAPHS, Composer
from newsarchive.items import Block, BlockKind, Image, Span, SpanKind

SHAPES: Final[dict[str, dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("composed_shapes.toml").read_text(encoding="utf-8")
)
SITE: Final = "https://news.example.test"
NAMED: Final = re.compile(r" @([\w-]+)")
# Between what a picture shows and who took it: …。{person} 摄, …＝{person}撮影
JOINT: Final = re.compile(r"(?<=[.。।])\s*|＝|\s(?=ภาพ)")
LEVEL: Final = re.compile(r'<(?:h|div role="heading" aria-level=")(\d)|<details')
KINDS: Final = ("pictures", "decorations", "list", "table", "quotes", "pulled", "headings", "embeds", "code", "links")
ADDRESSES: Final = ("/i/{}.jpg", "/2026/03/bridge-{}.jpeg", "/upload/{}/photo.png", "/img/{}.webp?v=3", "/media/{}")
OF_FILES: Final = ADDRESSES[:4]
NAMING: Final = re.compile(r"^<a|data-(?:retina-src|interchange)")  # shapes that are read by the endings of files
TABLES: Final = (
    "head,plain,row heads,columns joined,rows joined,empty corner,paragraphs,layout,links,lists in cells".split(",")
)
LISTS: Final = "ul,ol,nested,ol in ul,paragraphs,several paragraphs,headed,definitions,short,unclosed".split(",")
# What a page says that its addresses begin at, and what they begin at.
BASES: Final = {"none": (None, "/2026/03/"), "root": ("/", "/"), "elsewhere": (f"{SITE}/old/", "/old/")}
CODE: Final = "for pier in bridge:\n    inspect(pier)  # {}"


@dataclass(frozen=True, slots=True)
class Structured:
    """A page and the blocks of its article in order, with the parts it is made of."""

    html: str
    blocks: tuple[Block, ...]
    parts: dict[str, str]


def compose_structure(seed: int) -> Structured:
    """Return the page of a seed."""
    composer = StructureComposer(Random(seed))
    page = composer.page()
    lead = page.lines[: len(page.lines) - composer.lines]
    base = BASES[page.parts["base"]][0]
    html = page.html.replace("<head>", f'<head><base href="{base}">', 1) if base else page.html
    return Structured(html, (*(Block(BlockKind.PARAGRAPH, line) for line in lead), *composer.blocks), page.parts)


def linked(rows: Sequence[Sequence[str]], kind: str) -> Iterator[Span]:
    """Yield the links of the first column of a table that has such, under its head."""
    start = 0
    for number, row in enumerate(rows):
        if kind == "links" and number:
            yield Span(start, start + len(row[0]), SpanKind.LINK, f"{SITE}/place/{number}.html")
        start += sum(map(len, row)) + len(row)


class StructureComposer(Composer):
    """One page in the making, with the blocks of its text so far."""

    def __init__(self, source: Random) -> None:
        super().__init__(source)
        self.blocks: list[Block] = []
        self.lines = 0
        self.said: list[list[str]] = []
        self.base = ""
        self.serial = source.randrange(1000, 9000)

    def text(self) -> tuple[str, list[str]]:
        """Return paragraphs with other blocks between them, and their lines."""
        kind, length = self.choose("paragraphs", *PARAGRAPHS), int(self.choose("length", "6", "9", "14"))
        self.base = BASES[self.choose("base", "none", "none", "root", "elsewhere")][1]
        chosen = [part for part in KINDS if self.source.random() < (0.8 if part == "pictures" else 0.4)]
        html: list[str] = []
        after = [self.source.randrange(1, length) for _ in chosen]
        for place in range(length):
            html.extend(getattr(self, f"_{part}")() for part, at in zip(chosen, after, strict=True) if at == place)
            html.append(PARAGRAPHS[kind].format(escape(self.add(self.sentences()), quote=False)))
        self.blocks = [block for block in self.blocks if not self.is_repeated(block)]
        lines = [line for block in self.blocks for line in block.text.split("\n") if not block.image]
        self.lines = len(lines)
        return "".join(html), lines

    def is_repeated(self, block: Block) -> bool:
        """Say whether a quotation says only what a paragraph says, too."""
        words = block.text.partition("\n")[0]
        return block.kind is BlockKind.QUOTE and any(
            words in other.text for other in self.blocks if other.kind is BlockKind.PARAGRAPH
        )

    def sentences(self) -> str:
        """Return one to three sentences that do not stand in the text together yet."""
        while True:
            chosen = self.source.sample(self.words["sentences"], self.source.choice([1, 2, 2, 3]))
            if chosen not in self.said:
                self.said.append(chosen)
                return self.space.join(map(self.say, chosen))

    def add(self, text: str, kind: BlockKind = BlockKind.PARAGRAPH, **more: Any) -> str:
        """Note a block and return its text."""
        self.blocks.append(Block(kind, text, **more))
        return text

    def shape(self, kind: str) -> Any:
        """Choose a shape of a kind."""
        return SHAPES[kind][self.choose(kind, *SHAPES[kind])]

    def fill(self, shape: str, **values: str) -> str:
        """Fill in a shape and name its elements."""
        return NAMED.sub(lambda named: self.name(named[1]), shape.format(**values))

    def _pictures(self) -> str:
        image, box = self.shape("images"), self.shape("pictures")
        number = int(self.choose("number of pictures", "1", "1", "2", "4"))
        around, each = self.shape("galleries") if number > 1 else ("{items}", "{item}")
        items = (self.fill(each, item=self._picture(image, box)) for _ in range(number))
        return self.fill(around, items="".join(items))

    def _picture(self, image: str, box: str) -> str:
        self.serial += 1
        url = self.source.choice(OF_FILES if NAMING.search(image) else ADDRESSES).format(self.serial)
        person = self.source.choice(self.words["people"])
        caption, credit = JOINT.split(self.say(f"{self.words['caption']}", person=person), maxsplit=1)
        if "({credit})" in box:
            credit = credit.strip("（）")
        bare = caption.rstrip(".。।")
        said = f"{bare} {self.serial}{caption[len(bare) :]}" if "{caption}" in box else None
        who = f"{person}/Reuters" if "/Reuters" in box else person
        credited = who if "{credit}" in box or "{person}" in box else None
        self.add(said or "", BlockKind.IMAGE, image=Image(SITE + url, said, credited))
        inner = image.format(url=url, small=f"/small{url}", words=caption)
        return self.fill(box, image=inner, caption=said or "", credit=credit, person=person)

    def _decorations(self) -> str:
        title, more, follow = self.source.choice(self.words["others"]), self.words["more"], self.words["follow"]
        return self.fill(self.shape("decorations"), name=self.author, title=title, more=more, follow=follow)

    def _list(self) -> str:
        kind = self.choose("list", *LISTS)
        if kind in ("several paragraphs", "headed"):
            return self._large_items(headed=kind == "headed")
        ordered = kind == "ol"
        items = [self.sentences() for _ in range(4)] if kind != "short" else self.words["others"][:4]
        depth = {"nested": (1, 2, 2, 1), "ol in ul": (1, 2, 2, 1)}.get(kind, (1, 1, 1, 1))
        if kind == "definitions":
            for item in items:
                self.add(item)
            return (
                f"<dl>{''.join(f'<dt>{a}</dt><dd>{b}</dd>' for a, b in zip(items[::2], items[1::2], strict=True))}</dl>"
            )
        for item, level in zip(items, depth, strict=True):
            inner = kind == "ol in ul" and level > 1
            self.add(item, BlockKind.LIST_ITEM, level=level, ordered=ordered or inner)
        one, two, three, four = items
        if depth[1] > 1:
            tag = "ol" if kind == "ol in ul" else "ul"
            return f"<ul><li>{one}<{tag}><li>{two}</li><li>{three}</li></{tag}></li><li>{four}</li></ul>"
        form = {"paragraphs": "<li><p>{}</p></li>", "unclosed": "<li>{}\n"}.get(kind, "<li>{}</li>")
        tag = "ol" if ordered else "ul"
        return f"<{tag}>{''.join(map(form.format, items))}</{tag}>"

    def _large_items(self, *, headed: bool) -> str:
        html = ""
        for heading in self.source.sample(self.words["headings"], 2):
            one, other = self.sentences(), self.sentences()
            if headed:
                self.add(heading, BlockKind.HEADING, level=3)
                self.add(one)
                self.add(other)
            else:
                self.add(f"{one}\n{other}", BlockKind.LIST_ITEM, level=1)
            html += f"<li>{f'<h3>{heading}</h3>' if headed else ''}<p>{one}</p><p>{other}</p></li>"
        return f"<ul>{html}</ul>"

    def _links(self) -> str:
        text = self.sentences()
        start = len(text) // 4
        while text[start].isspace() or text[start - 1].isspace():
            start -= 1
        name = f"archive/{self.serial}.html"
        self.add(text, spans=(Span(0, start, SpanKind.LINK, f"{SITE}{self.base}{name}"),))
        return f'<p><a href="{name}">{text[:start]}</a>{text[start:]}</p>'

    def _table(self) -> str:
        kind = self.choose("table", *TABLES)
        if kind == "layout":
            text = self.add(self.sentences())
            return f'<table width="100%"><tr><td><p>{text}</p></td></tr></table>'
        number = self.source.randrange
        places, people = self.words["places"], self.words["people"]
        rows = [(self.words["menu"][1], self.words["menu"][2], self.words["menu"][3])]
        rows += [(place, f"{number(10, 90)} %", person) for place, person in zip(places, people, strict=False)]
        tags = [["th" if not row and kind != "plain" else "td"] * 3 for row in range(len(rows))]
        if kind == "row heads":
            tags = [["th", "td", "td"]] * len(rows)
        joined = {"columns joined": (0, 1), "rows joined": (2, 0)}.get(kind)
        if kind == "empty corner":
            rows[0] = ("", *rows[0][1:])
        html, cells = [], [list(row) for row in rows]
        if kind == "lists in cells":
            cells[1][2] = self.space.join(people[:3])
        for y, row in enumerate(rows):
            line = ""
            for x, cell in enumerate(row):
                covered = (kind == "columns joined" and (y, x) == (0, 2)) or (
                    kind == "rows joined" and (y, x) == (3, 0)
                )
                if covered:
                    cells[y][x] = ""
                    continue
                span = (' colspan="2"' if kind == "columns joined" else ' rowspan="2"') if joined == (y, x) else ""
                inner = f"<p>{cell}</p>" if kind == "paragraphs" else cell
                if kind == "links" and y and not x:
                    inner = f'<a href="/place/{y}.html">{cell}</a>'
                if kind == "lists in cells" and (y, x) == (1, 2):
                    inner = f"<ul>{''.join(f'<li>{one}</li>' for one in people[:3])}</ul>"
                line += f"<{tags[y][x]}{span}>{inner}</{tags[y][x]}>"
            html.append(f"<tr>{line}</tr>")
        grid = tuple(map(tuple, cells))
        self.add("\n".join(map("\t".join, grid)), BlockKind.TABLE, rows=grid, spans=tuple(linked(grid, kind)))
        head, rest = html[0], "".join(html[1:])
        return f"<table{self.name('data')}><thead>{head}</thead><tbody>{rest}</tbody></table>"

    def _quotes(self) -> str:
        shape = self.shape("quotes")
        quote, person = self.sentences(), self.source.choice(self.words["people"])
        dash = "— " if "— {person}" in shape else ""
        text = f"{quote}\n{dash}{person}" if "{person}" in shape else quote
        self.add(text, BlockKind.QUOTE)
        return self.fill(shape, quote=quote, person=person)

    def _pulled(self) -> str:
        said = next(block.text for block in self.blocks if block.kind is BlockKind.PARAGRAPH)
        return self.fill(self.shape("pulled"), quote=said)

    def _headings(self) -> str:
        shape = self.shape("headings")
        level = int(match[1] or 3) if (match := LEVEL.match(shape)) else 2
        text = self.add(self.source.choice(self.words["headings"]), BlockKind.HEADING, level=level)
        said = self.add(self.sentences()) if "{said}" in shape else ""
        return self.fill(shape.replace("{}", "{text}"), text=text, said=said)

    def _embeds(self) -> str:
        html, url = self.shape("embeds")
        if url:
            self.add("", BlockKind.EMBED, url=url)
        return str(html)

    def _code(self) -> str:
        self.serial += 1
        text = self.add(CODE.format(self.serial), BlockKind.CODE)
        return str(self.shape("code")).format(text)
