"""The text of the page that the project began with, in the layouts of seven systems, comes out exactly."""

from pathlib import Path

import pytest

from newsarchive.extraction import extract

PARAGRAPHS = Path(__file__).with_name("seed_paragraphs.txt").read_text(encoding="utf-8").splitlines()
TITLE = "市委第九十一次疫情防控专题会暨市疫情防控指挥部会议召开"
NAVIGATION = "".join(
    f"<li><a href=/{name}/>{name}</a></li>" for name in ("首页", "运城", "大同", "临汾", "晋中", "忻州")
)
RELATED = "".join(f"<li><a href=/gsyl/{n}.html>河东大地第{n}期农业科技培训班开班</a></li>" for n in range(1, 9))
COPYRIGHT = """<div class="copy"><h5>版权声明</h5><p>本文仅代表作者观点,不代表本站立场。<br>本文系作者授权发表,未经许可,不得转载。<br>
本文地址:http://www.shanxidayuan.com/gsyl/yuncheng/3474.html</p></div>"""
COMMENTS = """<div id="plpost"><table><tr><td>留言与评论(共有 <span></span> 条评论)</td></tr></table><form id="saypl">
<textarea name="saytext"></textarea>&nbsp;&nbsp;&nbsp;<table><tr><td>验证码:<input name="key"></td></tr></table></form></div>"""
FOOTER = """<div class="footer"><h3>关于山西大院新闻网</h3><p>山西大院是公共的资讯平台,公开,绿色,守法,其主要目的服务于广大本地网民的综合门户网站,
还拥有强大的本地公共服务导航一站式进入本地各大政府服务平台方便业务开展。</p><p>山西大院新闻网</p><p>Copyright &copy;山西大院新闻网</p>
<p>copyright protection: All articles, text, video, pictures, music sources and network reproduced non-original works, only for
learning and communication, the content of the article information does not mean</p><p>that the network agrees with its views or is
responsible for its authenticity, if there are any problems, please contact the webmaster for processing at the first time!</p>
<p>版权声明: 本站所有文章,文字,视频,图片,音乐来源与网络转载非原创作品,仅限于学习交流,对文章信息内容并不代表本网赞同其观点或对其真实性负责,
如果存在任何问题,请第一时间联系站长处理!</p></div>"""
PS = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:-1]) + f"<p>{PARAGRAPHS[-1]}&nbsp;</p>"
META = "<span>网络编辑</span> <span>运城</span> <span>2022-04-19 10:17:57</span> <span>0</span> <span>防控&nbsp;疫情&nbsp;指挥部</span>"
LIKE = "&nbsp;<b id=diggnum>0</b>&nbsp;"


def page(main: str, side: str = "") -> str:
    return (
        f"<html lang=zh-CN><head><meta charset=utf-8><title>{TITLE}-大院网</title></head><body><header><h1><a href=/>大院网-山西大院资讯网"
        f"</a></h1><ul>{NAVIGATION}</ul></header>{main}<div class=sidebar><h3>相关新闻</h3><ul>{RELATED}</ul>{side}</div>{FOOTER}</body></html>"
    )


LAYOUTS = {
    "EmpireCMS, the look of WordPress": page(
        f"<div id=content><article>{LIKE}<h2 class=entry-title>{TITLE}</h2><div class=single-meta>{META}</div><div class=entry-content>"
        f"<div class=single-content>{PS}</div></div>{LIKE}{COPYRIGHT}</article>{COMMENTS}</div>"
    ),
    "EmpireCMS, default tables": page(
        f"<table class=position><tr><td>您当前的位置：首页 > 运城</table><table class=title_info><tr><td><h1>{TITLE}</h1><tr><td class=info_text>"
        f"时间：2022-04-19 10:17:57&nbsp;&nbsp;来源：网络编辑</table><table><tr><td id=text>{'<br><br>'.join(PARAGRAPHS)}<br>"
        f"<p class=pageLink align=center></p></table>{COMMENTS}"
    ),
    "DedeCMS": page(
        f"<div class=viewbox><div class=title><h2>{TITLE}</h2></div><div class=info><small>时间:</small>2022-04-19 10:17<small>来源:</small>"
        f"网络编辑</div><div class=content><table><tr><td>{PS}(责任编辑：网络编辑)</td></tr></table></div></div>{COPYRIGHT}"
    ),
    "PHPCMS": page(
        f"<div id=Article><h1>{TITLE}<br><span>2022-04-19 10:17:57&nbsp;&nbsp;来源：网络编辑&nbsp;&nbsp;点击：</span></h1><div class=content>"
        f"{PS}</div><div>相关热词搜索：<a href=/t/1>防控</a> <a href=/t/2>疫情</a></div></div>{COPYRIGHT}{COMMENTS}"
    ),
    "Discuz! with jammers": page(
        f"<h1 class=ph>{TITLE}</h1><p class=xg1>2022-4-19 10:17<span class=pipe>|</span>发布者: 网络编辑</p><table><tr><td id=article_content>"
        + "".join(
            f'<div>{text}<font class="jammer">{n}x7 qk</font><span style="display:none">u 9{n}</span></div>'
            for n, text in enumerate(PARAGRAPHS)
        )
        + "</td></tr></table>"
        + COMMENTS
    ),
    "TRS with a pasted style": page(
        f"<div class=main><div class=tit>{TITLE}</div><div class=pub-time>2022-04-19 10:17 来源：网络编辑</div><div class=TRS_Editor>"
        "<style>.TRS_Editor P{margin:1em}</style>"
        + "".join(f"<div>\u3000\u3000{text}</div>" for text in PARAGRAPHS)
        + f"</div></div>{COPYRIGHT}"
    ),
    "Z-Blog with one line break": page(
        f"<div class=post><h2 class=post-title>{TITLE}<span class=post-date>2022-04-19</span></h2><div class=post-body>"
        + "<br>".join(f"\u3000\u3000{text}" for text in PARAGRAPHS)
        + f"</div><p class=post-footer>作者:网络编辑 | 分类:运城 | 浏览:12</p></div>{COPYRIGHT}{COMMENTS}"
    ),
}


@pytest.mark.parametrize("html", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_the_text_is_exact_in_every_layout(html: str) -> None:
    article = extract(html, "http://www.shanxidayuan.com/gsyl/yuncheng/3474.html")
    assert article.body.split("\n") == PARAGRAPHS
    assert [block.text for block in article.blocks] == PARAGRAPHS
