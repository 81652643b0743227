"""Pages of Chinese authorities, county media and papers come out without their tables, buttons and by-lines."""

from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract

FETCHED = datetime(2026, 3, 12, tzinfo=UTC)
TITLE = "沿河步道二期工程下月开工 全长四点二公里"
TEXT = [
    "3月10日上午，市政府召开新闻发布会，通报沿河步道二期工程进展。记者从会上获悉，二期工程将于下月开工，全长四点二公里，串联沿线三座公园。",
    "据介绍，工程分三步实施，第一步投资一千二百万元，主要清理河床、加固堤岸，预计汛期到来之前完成。",
    "“我们在这里住了三十年，每到夏天就怕水。”家住河东街的李秀英说，去年她家的一楼进了水，“希望这次能修好。”",
    "也有居民提出，河滩是珍稀鸟类的栖息地。目前已有一千四百人在意见书上签名，约占全镇人口的十分之一。",
]
P = "".join(f"<p>　　{line}</p>" for line in TEXT)
LAYOUTS = {
    "authority": (
        "<div class=dqwz>当前位置：<a href=/>首页</a> > <a href=/xwzx/>新闻中心</a> > <a href=/xwzx/zwyw/>政务要闻</a></div>"
        "<table><tr><td>索 引 号：</td><td>000014349/2026-00012</td><td>主题分类：</td><td>城乡建设</td></tr><tr><td>发文机关：</td><td>市政府办公室</td><td>成文日期：</td><td>2026年03月09日</td></tr></table>"
        f"<h1>{TITLE}</h1><div><span>发布时间：2026-03-10 10:17</span><span>来源：市政府办公室</span><span>字体：【<a>大</a> <a>中</a> <a>小</a>】</span><span>浏览次数：<i>1234</i></span></div>"
        f"<div class=TRS_Editor>{P}</div><div><a>【打印本页】</a> <a>【关闭窗口】</a></div>",
        {"source": "市政府办公室", "section": "政务要闻"},
    ),
    "county media": (
        f"<h2>{TITLE}</h2><div>2026-03-10 10:17:35　　来源：河东县融媒体中心　　作者：张三 李四　　点击：次</div><div id=zoom><p>视频加载中...</p>{P}"
        "<p>（张三 李四）</p><p>一审：赵六</p><p>二审：钱七</p></div><div><p>上一篇：<a href=1.html>县委召开常委会会议</a></p></div>",
        {"source": "河东县融媒体中心", "authors": ("张三", "李四")},
    ),
    "magazine": (
        f"<h1>{TITLE}</h1><div id=artInfo>2026年03月10日 10:17 来源于 <a href=x>河东周刊网</a></div><div>{P}</div><div>责任编辑：李四 | 版面编辑：王五</div>",
        {"source": "河东周刊网", "section": None, "editor": "李四"},
    ),
    "old system": (
        f"<div class=place><strong>当前位置:</strong> <a href=/>主页</a> > <a href=/bdxw/>本地新闻</a> > </div><h2>{TITLE}</h2><div><small>时间:</small>2026-03-10 10:17<small>来源:</small>未知 <small>作者:</small>admin <small>点击: </small>123次</div>"
        f"<div class=intro>市政府召开新闻发布会，通报沿河步道二期工程进展。</div><div class=content>{P}（责任编辑：admin）</div>",
        {"source": None, "authors": (), "section": "本地新闻"},
    ),
    "blog system": (
        f"<h1><a href=x>{TITLE}</a></h1><div class=article-meta><span>2026-03-10</span><span>分类：<a href=/category/bdxw rel='category tag'>本地</a></span><span>阅读(1234)</span><span>评论(5)</span></div>"
        f"<article>{P}</article><div>标签：<a href=/tag/a rel=tag>步道</a><a href=/tag/b rel=tag>河道</a></div><div class=article-author><h4><a>小编</a></h4>这个人很懒，什么都没有留下</div>",
        {"source": None, "authors": (), "section": "本地", "tags": ("步道", "河道"), "comment_count": 5},
    ),
    "table below the title": (
        f"<h2>{TITLE}</h2><table><tr><td>发布日期：</td><td>2026-03-10</td><td>发布机构：</td><td>市水务局</td></tr><tr><td>文号：</td><td>无</td></tr></table>{P}",
        {"source": "市水务局"},
    ),
    "agency": (
        f"<div class=route>中新社&gt;&gt;<a href=/sh/>社会</a></div><h1>{TITLE}</h1><div><span>2026</span> <span><em>03</em>/ <em>10</em></span> <span>10:17:35</span></div><div>来源：中新社</div>{P}",
        {"source": "中新社", "section": "社会"},
    ),
    "day in words": (
        f"<h1>{TITLE}</h1><p>二〇二六年三月十日 星期二　河东日报　记者　张三</p>{P}",
        {"source": "河东日报", "authors": ("张三",)},
    ),
    "paper": (
        f"<div>2026年03月10日 星期二</div><div>第03版：要闻</div><p class=yinti>市政府召开新闻发布会</p><h1>{TITLE}</h1><p class=zuozhe>本报记者 张三 通讯员 李四</p>{P}",
        {"authors": ("张三", "李四")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_page_is_read(name: str) -> None:
    layout, wanted = LAYOUTS[name]
    page = f"<html lang=zh-CN><title>{TITLE}</title><body>{layout}</body></html>"
    article = extract(page, "https://www.example-news.cn/xw/202603/t20260310_123456.html", fetched_at=FETCHED)
    assert article.body.split("\n") == TEXT
    assert (article.title, f"{article.published:%Y-%m-%d}") == (TITLE, "2026-03-10")
    assert {field: getattr(article, field) for field in wanted} == wanted


@pytest.mark.parametrize(
    ("office", "stays"), [("河东市公安局交通警察支队", True), ("河东市人民政府办公室", True), ("全文到此为止", False)]
)
def test_the_day_under_the_office_that_signs_a_notice_is_text(office: str, stays: bool) -> None:
    end = f"<p align=right>{office}</p><p align=right>2026年3月9日</p>"
    page = (
        f"<html lang=zh-CN><body><h1>{TITLE}</h1><div>发布时间：2026-03-10 10:17</div><div>{P}{end}</div></body></html>"
    )
    lines = extract(page, "https://www.example-news.cn/xw/1.html", fetched_at=FETCHED).body.split("\n")
    assert ("2026年3月9日" in lines) is stays


def test_a_notice_has_its_number_and_its_day_whatever_stands_below() -> None:
    number, office, day = "河政通〔2026〕12号", "河东区人民政府", "2026年3月9日"
    text = "".join(f"<p>{line}</p>" for line in [number, *TEXT, office, day])
    page = f"""<html lang=zh-CN><title>{TITLE}</title><body><div class=t>{TITLE}</div><div class=laiyuan>日期：2026-03-10 字号：[ 大 中 小 ]</div>
        <div class=con>{text}<p>（此件公开发布）</p></div></body></html>"""
    lines = extract(page, "https://www.example-news.cn/xw/1.html", fetched_at=FETCHED).body.split("\n")
    assert lines == [number, *TEXT, office, day]
