"""One article with an unlabelled line of facts, in the layouts of six content management systems: always read the same."""

from datetime import datetime

import pytest

from newsarchive.extraction import extract

URL = "http://www.shanxidayuan.com/gsyl/yuncheng/3474.html"
TITLE = "市委第九十一次疫情防控专题会暨市疫情防控指挥部会议召开"
PARAGRAPHS = [
    "4月18日,在省委第八十三次疫情防控专题会之后,市长储祥好主持召开市委第九十一次疫情防控专题会暨市疫情防控指挥部会议。他强调,要坚持总策略"
    "总方针不放松不动摇,切实守护好1.4万平方公里河东大地的康宁安然。",
    "储祥好指出,近段时间以来,各地各部门协同作战、合力防控,我市局部疫情得到快速有效处置。但常态化疫情防控不是一朝一夕之事,更不可能毕其功于一役。",
    "储祥好强调,疫情防控一失万无。一要集中力量守住交通卡口,严格 第一落点 管控、 点对点 转运,形成闭环管理。二要织密扎紧市域边界电子围栏。",
    "储祥好强调,疫情防控是检验领导干部的 试金石 。各级领导干部要始终心怀 国之大者 ,率先垂范、以身作则,抓好常态化长效化疫情防控。",
    "会议以视频方式召开。各县(市、区)委书记、市直相关单位主要负责同志等参加会议。",
]
TEXT = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:-1]) + f"<p>{PARAGRAPHS[-1]}&nbsp;</p>"
NAV = '<ul class="menu"><li><a href="/">首页</a></li><li><a href="/gsyl/">公司</a></li><li><a href="/gsyl/yuncheng/">运城</a></li></ul>'
RELATED = (
    '<div class="relpost"><h3>相关文章</h3><ul><li><a href="/gsyl/yuncheng/3470.html">运城开展春季植树活动</a> 2022-04-11</li>'
    '<li><a href="/gsyl/yuncheng/3471.html">河东大地春意浓</a> 2022-04-12</li></ul></div>'
)
COPYRIGHT = (
    "<div class=post-declare><h5>版权声明</h5><p>本文仅代表作者观点,不代表本站立场。<br>本文系作者授权发表,未经许可,不得转载。<br>"
    f"本文地址:{URL}</p></div>"
)
COMMENTS = (
    '<div class="showpage" id="plpost"><table><tr><td>留言与评论（共有 <span id="infocommentnumarea"></span> 条评论）</td></tr></table>'
    '<form id="saypl" action="/e/pl/doaction.php"><textarea name="saytext"></textarea>&nbsp;&nbsp;&nbsp;<table><tr><td>验证码：'
    '<input name="key"></td></tr></table></form></div>'
)
FOOTER = "<footer><h4>关于山西大院新闻网</h4><p>山西大院是公共的资讯平台。</p><p>Copyright ©山西大院新闻网</p></footer>"


def page(body: str, *, head: str = "", title: str = f"{TITLE}-大院网") -> str:
    return f'<!DOCTYPE html><html lang="zh-CN"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


EMPIRE = page(
    f"""<header id=masthead><h1 class=logo><a href=/>大院网-山西大院资讯网</a></h1>{NAV}</header>
<div id=content><article id=post-3474><h2 class="entry-title">{TITLE}</h2>
<div class="single-meta"><span class="single-meta-author"><i class="fa fa-user">&nbsp;</i>网络编辑</span>
<span class="single-meta-category"><i class="fa fa-folder-o">&nbsp;</i><a href="/gsyl/yuncheng/" rel="category tag">运城</a></span>
<span class="single-meta-time"><i class="fa fa-clock-o">&nbsp;</i>2022-04-19 10:17:57</span>
<span class="single-meta-comments"><i class="fa fa-comments">&nbsp;</i>0</span>
<span class="single-meta-tag"><a href="/e/tags/?tagname=1">防控</a>&nbsp;<a href="/e/tags/?tagname=2">疫情</a>&nbsp;<a href="/e/tags/?tagname=3">指挥部</a></span></div>
<div class="entry-content"><div class="single-content">{TEXT}</div></div>{COPYRIGHT}</article>{RELATED}{COMMENTS}</div>{FOOTER}"""
)
PLAIN = page(
    f"""<div class=top>{NAV}</div><div class="article-header"><h1>{TITLE}</h1>
<div class="minibar">网络编辑 运城 2022-04-19 10:17:57 0 防控&nbsp;疫情&nbsp;指挥部</div></div>
<div class="article-content">{TEXT}</div>{COPYRIGHT}{RELATED}{COMMENTS}{FOOTER}"""
)
DEDE = page(
    f"""<div class="header">{NAV}</div><div class="viewbox"><div class="place">当前位置: <a href="/">主页</a> > <a href="/gsyl/yuncheng/">运城</a> ></div>
<div class="title"><h2>{TITLE}</h2></div><div class="info"><small>时间:</small>2022-04-19 10:17:57<small>来源:</small>网络编辑
<small>栏目:</small>运城<small>评论:</small>0 <small>标签:</small>防控 疫情 指挥部</div>
<div class="content"><table><tr><td>{TEXT}</td></tr></table></div></div>{COPYRIGHT}{RELATED}{FOOTER}""",
    title=f"{TITLE}_大院网",
)
PHPCMS = page(
    f"""<div class="header">{NAV}</div><div class="crumbs"><a href="/">首页</a> > <a href="/gsyl/yuncheng/">运城</a> > 正文</div>
<div id="Article"><h1>{TITLE}<br><span>2022-04-19 10:17:57&nbsp;&nbsp;&nbsp;来源：网络编辑&nbsp;&nbsp;&nbsp;评论：<a href="#comment">0</a></span></h1>
<div class="content">{TEXT}</div><p>相关热词搜索：<a class="blue" href="/tag/1">防控</a> <a class="blue" href="/tag/2">疫情</a> <a class="blue" href="/tag/3">指挥部</a></p></div>
{COPYRIGHT}{RELATED}{FOOTER}""",
    title=f"{TITLE} - 运城 - 大院网",
)
WORDPRESS = page(
    f"""<header class="header"><div class="logo"><a href="/">大院网</a></div>{NAV}</header><section class="container"><div class="content">
<header class="article-header"><h1 class="article-title"><a href="{URL}">{TITLE}</a></h1><div class="article-meta">
<span class="item">网络编辑</span> <span class="item"><a href="/gsyl/yuncheng/" rel="category tag">运城</a></span>
<span class="item"><time datetime="2022-04-19T10:17:57+08:00">2022-04-19 10:17:57</time></span> <span class="item">评论(0)</span></div></header>
<article class="article-content">{TEXT}<p class="post-copyright">未经允许不得转载：<a href="/">大院网</a> » <a href="{URL}">{TITLE}</a></p></article>
<div class="article-tags">标签：<a href="/tag/fk" rel="tag">防控</a><a href="/tag/yq" rel="tag">疫情</a><a href="/tag/zhb" rel="tag">指挥部</a></div>
</div></section>{RELATED}{FOOTER}""",
    title=f"{TITLE} | 大院网",
)
ZBLOG = page(
    f"""<div id="divNavBar">{NAV}</div><div class="post single"><h2 class="post-title">{TITLE}</h2>
<p class="post-footer">2022-04-19 10:17:57　作者:网络编辑 | 分类:<a href="/gsyl/yuncheng/">运城</a> | 评论:0</p>
<div class="post-body">{TEXT}</div><p class="post-tags">标签: <a href="/tags-1.html">防控</a> <a href="/tags-2.html">疫情</a> <a href="/tags-3.html">指挥部</a></p></div>
{COPYRIGHT}{RELATED}{FOOTER}""",
    head='<meta charset="gb2312">',
    title=f"{TITLE}--大院网",
)
LAYOUTS = {
    "EmpireCMS": EMPIRE.encode(),
    "plain line": PLAIN.encode(),
    "DedeCMS": DEDE.encode("gbk", "xmlcharrefreplace"),
    "PHPCMS": PHPCMS.encode(),
    "WordPress": WORDPRESS.encode(),
    "Z-Blog": ZBLOG.encode("gbk", "xmlcharrefreplace"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_article_is_read_exactly_in_every_layout(layout: str) -> None:
    article = extract(LAYOUTS[layout], URL)
    assert {
        "title": article.title,
        "source": article.source,
        "section": article.section,
        "published": article.published,
        "precision": article.published_precision,
        "tags": article.tags,
        "comments": article.comment_count,
        "language": article.language,
        "body": article.body.split("\n"),
    } == {
        "title": TITLE,
        "source": "网络编辑",
        "section": "运城",
        "published": datetime.fromisoformat("2022-04-19T10:17:57+08:00"),
        "precision": "minute",
        "tags": ("防控", "疫情", "指挥部"),
        "comments": 0,
        "language": "zh",
        "body": PARAGRAPHS,
    }
