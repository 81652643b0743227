"""澄州日报: a Chinese newspaper in GBK that calls itself gb2312, with labelled meta lines and an editor's line."""

from __future__ import annotations

from html import escape

from newsarchive.newsroom.drafts import Draft, Page, paragraphs, template

SECTIONS = {"yaowen": "要闻", "shehui": "社会", "jingji": "经济", "fukan": "副刊"}
_PER_LIST = 3


def pages(drafts: list[Draft], base: str) -> dict[str, Page]:
    """Return all pages of the site by path."""
    printed = '<p class="szb"><a href="/2026/0312/t20260312_1.pdf">数字报：2026年3月12日 第1版</a></p>'
    made = {"/": _page("澄州日报", _list("头条", drafts[:6], printed))}
    made["/robots.txt"] = Page(b"User-agent: *\nDisallow: /admin/\n", "text/plain")
    made["/404.html"] = _page("找不到页面", "<p>您要找的页面不存在。</p>")
    made["/2026/0312/t20260312_1.pdf"] = Page(b"%PDF-1.4\n% the printed paper of 12 March\n%%EOF\n", "application/pdf")
    for slug, name in SECTIONS.items():
        made |= _lists(f"/{slug}/", name, [draft for draft in drafts if draft.section == slug])
    for draft in drafts:
        made[draft.path] = _article(draft)
    return made


def _page(title: str, body: str, keywords: str = "") -> Page:
    menu = " | ".join(f'<a href="/{slug}/">{name}</a>' for slug, name in SECTIONS.items())
    head = f'<meta name="keywords" content="{keywords}">' if keywords else ""
    html = template("chengzhou", "page.html", title=escape(title), head=head, menu=menu, body=body)
    return Page(html.encode("gbk", "xmlcharrefreplace"), "text/html")


def _lists(folder: str, name: str, drafts: list[Draft]) -> dict[str, Page]:
    chunks = [drafts[start : start + _PER_LIST] for start in range(0, len(drafts), _PER_LIST)]
    names = [folder, *(f"{folder}index_{number}.html" for number in range(1, len(chunks)))]
    made = {}
    for number, chunk in enumerate(chunks):
        following = names[number + 1] if number + 1 < len(chunks) else "javascript:void(0);"
        pager = f'<a href="{names[max(number - 1, 0)]}">上一页</a> <a class="next" href="{following}">下一页</a>'
        made[names[number]] = _page(f"{name}--澄州日报", _list(name, chunk, pager))
    return made


def _list(heading: str, drafts: list[Draft], pager: str) -> str:
    items = "\n".join(
        f'<li><a href="{draft.path}" target="_blank">{escape(draft.title)}</a>'
        f'<span class="date">{draft.published:%m-%d}</span></li>'
        for draft in drafts
    )
    return f'<h2 class="lm">{heading}</h2>\n<ul class="list_14">\n{items}\n</ul>\n<div class="page_n">{pager}</div>'


def _article(draft: Draft) -> Page:
    caption = f'<p style="text-align:center" class="tu"><img src="/mediafile/{draft.path[-9:-5]}.jpg" width="600"></p>'
    caption += f'<p style="text-align:center" class="tushuo">{escape(draft.caption)}</p>\n'
    body = template(
        "chengzhou",
        "article.html",
        slug=draft.section,
        section=SECTIONS[draft.section],
        title=escape(draft.title, quote=False),
        published=f"{draft.published:%Y年%m月%d日%H:%M}",
        source=escape(draft.source),
        picture=caption if draft.caption else "",
        text=paragraphs([f"　　{line}" for line in draft.paragraphs]),
        editor=escape(draft.editor),
    )
    return _page(f"{draft.title}--{SECTIONS[draft.section]}--澄州日报", body, ";".join(draft.tags))
