"""大院网: a Chinese portal in the shape of EmpireCMS under a theme that came from WordPress."""

from __future__ import annotations

from html import escape

from newsarchive.newsroom.drafts import Draft, Page, paragraphs, template

SECTIONS = {"yuncheng": "运城", "yunxi": "云溪", "minsheng": "民生", "wenhua": "文化"}
_PER_LIST = 4
_NBSP = "&nbsp;"
_DELETED = '<article class="excerpt"><h2><a href="/gsyl/minsheng/4099.html">城西菜市场搬迁公告</a></h2></article>'


def pages(drafts: list[Draft], base: str) -> dict[str, Page]:
    """Return all pages of the site by path."""
    made = {"/": _page("大院网-山西大院资讯网", _list_body(drafts[:8], "最新资讯", ""))}
    made["/robots.txt"] = Page(b"User-agent: *\nDisallow: /e/\n", "text/plain")
    made["/404.html"] = _page("页面不存在-大院网", "<p>您访问的页面不存在或已被删除。</p>")
    made["/about.html"] = _page("关于我们-大院网", "<h2>关于我们</h2><p>大院网是公共的资讯平台。</p>")
    for slug, name in SECTIONS.items():
        made |= _lists(f"/gsyl/{slug}/", name, [draft for draft in drafts if draft.section == slug])
    for number, draft in enumerate(drafts):
        made |= _article(draft, base, drafts[number - 1] if number else None, (*drafts, None)[number + 1])
    return made


def _page(title: str, body: str, head: str = "") -> Page:
    menu = "".join(f'<li class="menu-item"><a href="/gsyl/{slug}/">{name}</a></li>' for slug, name in SECTIONS.items())
    return Page(template("dayuan", "page.html", title=escape(title), head=head, menu=menu, body=body).encode())


def _lists(folder: str, name: str, drafts: list[Draft]) -> dict[str, Page]:
    chunks = [drafts[start : start + _PER_LIST] for start in range(0, len(drafts), _PER_LIST)]
    made = {}
    for number, chunk in enumerate(chunks, 1):
        pager = _pager(folder, "index", number, len(chunks), "Total record", len(drafts))
        page = _page(f"{name}-大院网", _list_body(chunk, name, pager))
        made[_numbered(folder, "index", number)] = page
        if number == 1:
            made[folder] = page
    return made


def _numbered(folder: str, stem: str, number: int) -> str:
    return f"{folder}{stem}.html" if number == 1 else f"{folder}{stem}_{number}.html"


def _pager(folder: str, stem: str, number: int, last: int, label: str, count: int) -> str:
    def link(target: int, text: str) -> str:
        return f'<a href="{_numbered(folder, stem, target)}">{text}</a>'

    around = [link(1, "首页"), link(number - 1, "上一页")] if number > 1 else []
    around += [f"<b>{each}</b>" if each == number else link(each, str(each)) for each in range(1, last + 1)]
    around += [link(number + 1, "下一页"), link(last, "尾页")] if number < last else []
    return f'<a title="{label}">{_NBSP}<b>{count}</b> </a>' + _NBSP.join(around) if last > 1 else ""


def _list_body(drafts: list[Draft], heading: str, pager: str) -> str:
    items = "\n".join(
        f'<article class="excerpt"><h2><a href="{draft.path}">{escape(draft.title)}</a></h2>'
        f'<p class="note">{escape(draft.summary[:60])}…</p>'
        f'<p class="meta"><time>{draft.published:%Y-%m-%d}</time></p></article>'
        for draft in drafts
    )
    dead = _DELETED if heading == SECTIONS["minsheng"] else ""  # lists often lead to what editors have deleted
    return f'<h3 class="list-title">{heading}</h3>\n{items}{dead}\n<div class="pagination">{pager}</div>'


def _article(draft: Draft, base: str, newer: Draft | None, older: Draft | None) -> dict[str, Page]:
    folder, stem = draft.path.rsplit("/", 1)[0] + "/", draft.path.rsplit("/", 1)[1].removesuffix(".html")
    texts = [draft.paragraphs, *(page.strip().splitlines() for page in draft.pages)]
    keywords = escape(",".join(draft.tags))
    head = f'<meta name="keywords" content="{keywords}" />\n'
    head += f'<meta name="description" content="{escape(draft.summary[:120])}" />'
    made = {}
    for number, text in enumerate(texts, 1):
        nav = _pager(folder, stem, number, len(texts), "Page", len(texts))
        path = _numbered(folder, stem, number)
        body = template(
            "dayuan",
            "article.html",
            path=escape(path),
            address=base + draft.path,
            id=stem,
            title=escape(draft.title),
            slug=draft.section,
            section=SECTIONS[draft.section],
            author=escape(draft.author),
            published=f"{draft.published:%Y-%m-%d %H:%M:%S}",
            tags=_NBSP.join(f'<a href="/e/tags/?tagname={tag}" rel="tag">{tag}</a>' for tag in draft.tags),
            text=paragraphs(text).removesuffix("</p>") + "&nbsp;</p>",
            pages=f'<div class="page5">{nav}</div>' if nav else "",
            newer=_neighbour(newer),
            older=_neighbour(older),
        )
        made[path] = _page(f"{draft.title}-大院网", body, head)
    return made


def _neighbour(draft: Draft | None) -> str:
    return f'<a href="{draft.path}">{escape(draft.title)}</a>' if draft else '<a href="/">返回列表</a>'
