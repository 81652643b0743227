"""Pages in the shapes that newsrooms of China, Taiwan, Japan and Korea give them come out whole, and without their furniture."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from newsarchive.extraction import extract

FETCHED = datetime(2022, 4, 20, tzinfo=UTC)
ZH = [
    "四月十九日上午，记者从水务局了解到，今年计划整治河道四十二公里，前期勘测工作已经完成，涉及沿线七个乡镇。",
    "据介绍，工程分三期进行，第一期投资一千二百万元，主要清理淤泥、加固堤防，预计汛期到来之前完工。",
    "“我们在这里住了三十年，每到夏天就担心发水。”家住河边的王大爷说，去年的洪水淹到了他家的门槛。",
    "水务局副局长表示，施工期间将尽量减少对居民的影响，夜间十点以后停止作业，并设置便民通道。",
]
TW = [
    "市政府今天宣布，河岸步道第二期工程預計下個月動工，全長四點二公里，將串連沿線三座公園。",
    "工務局表示，工程分三階段進行，第一階段經費一億二千萬元，主要清理河床並加固堤防。",
    "「我們住在這裡三十年了，每逢颱風就擔心淹水。」住在河邊的王先生說，去年水曾經漫到家門口。",
    "工務局副局長指出，施工期間會盡量減少對居民的影響，夜間十點後停止作業，並設置臨時便道。",
]
JA = [
    "市は、川沿いの遊歩道を延長する第2期工事を来月始めると発表した。全長4.2キロで、沿線の三つの公園を結ぶ。",
    "工事は3段階に分けて進められ、第1期の費用は約1億2千万円。川底の土砂を取り除き、堤防を補強する。",
    "川の近くに住む男性（72）は「30年住んでいるが、大雨のたびに心配だった。早く完成してほしい」と話した。",
]
KO = [
    "시는 19일 하천 산책로 2단계 공사를 다음 달 시작한다고 밝혔다. 전체 길이는 4.2킬로미터로 공원 세 곳을 잇는다.",
    "공사는 3단계로 나누어 진행되며 1단계에는 12억 원이 들어간다. 하천 바닥의 흙을 걷어 내고 제방을 보강한다.",
    '하천 근처에 사는 주민은 "30년을 살았지만 큰비가 올 때마다 걱정했다"며 "빨리 끝났으면 좋겠다"고 말했다.',
]
RELATED = "".join(
    f'<li><a href="/news/{number}.html">第{number}號颱風來襲，各地嚴陣以待</a></li>' for number in range(7)
)


@dataclass
class Case:
    lang: str
    title: str
    html: str
    text: list[str]
    source: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    minute: str = "10:17"


def p(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


CASES = {
    "printed paper": Case("zh-CN", "四十二公里河道整治工程启动",
        f"<h1>四十二公里河道整治工程启动</h1><div class=channel>2022年04月19日10:17 | 来源：<a>河东晚报</a></div>"
        f"<div class=rm_txt_con>{p(ZH)}<p class=paper_num>《 河东晚报 》（ 2022年04月19日 04 版）</p><div class=edit>(责编：何云、陆山)</div></div>",
        ZH, "河东晚报", editor="何云、陆山"),
    "account of a messenger": Case("zh-CN", "四十二公里河道整治工程启动",
        f'<h1 class="rich_media_title">四十二公里河道整治工程启动</h1><div id="meta_content"><span class="rich_media_meta">何云</span>'
        f'<span class="rich_media_meta_nickname" id="profileBt"><a href="javascript:void(0);">河东发布</a></span><em id="publish_time">2022-04-19 10:17</em></div>'
        f'<div id="js_content" style="visibility: hidden; opacity: 0;"><section>{p(ZH)}</section><p>编辑丨陆山</p></div>',
        ZH, "河东发布", editor="陆山"),
    "portal of a forum": Case("zh-CN", "四十二公里河道整治工程启动",
        f'<div class="bm vw"><h1 class="ph">四十二公里河道整治工程启动</h1><p class="xg1">2022-4-19 10:17<span class="pipe">|</span> 发布者: <a>admin</a>'
        f'<span class="pipe">|</span> 查看: <em>123</em><span class="pipe">|</span>来自: 河东晚报</p><div class="s"><strong>摘要</strong>: {ZH[0][:30]} ...</div>'
        f'<table class="vwtb"><tr><td id="article_content">{p(ZH)}</td></tr></table></div>',
        ZH, "河东晚报"),
    "agency of Taiwan": Case("zh-Hant-TW", "河岸步道二期下月動工",
        f"<h1>河岸步道二期下月動工</h1><div class=timeBox><span>2022/4/19 10:17</span><span>（4/19 11:02 更新）</span></div>"
        f"<div class=paragraph>{p(TW)}<p>（編輯：李明宗）1110419</p></div><div class=keywordTag><a href=/tag/3>#步道</a></div>"
        f"<div class=articlecopyright>本網站之文字、圖片及影音，非經授權，不得轉載、公開播送或公開傳輸及利用。</div>",
        TW, editor="李明宗", tags=("步道",)),
    "broadcaster of Taiwan": Case("zh-Hant-TW", "河岸步道二期下月動工",
        f"<h1 class=title>河岸步道二期下月動工</h1><time class=date>2022年04月19日 10:17</time><div class=story><p>記者張大明／清江報導</p>{p(TW)}"
        f"<p>▲ 河岸步道示意圖。（圖／工務局提供）</p></div>",
        TW, authors=("張大明",)),
    "paper of Taiwan": Case("zh-Hant-TW", "河岸步道二期下月動工",
        f"<h1>河岸步道二期下月動工</h1><section class=authors><time>2022-04-19 10:17</time><span class=author>清江報／ 記者<a href=/author/1>張大明</a>／清江即時報導</span></section>"
        f"<article>{p(TW)}</article>",
        TW, "清江報", ("張大明",)),
    "name that ends like a label": Case("zh-HK", "河岸步道二期下月動工",
        f"<h1>河岸步道二期下月動工</h1><div>撰文：<a href=/author/1>陳小文</a></div><div>出版：<time>2022-04-19 10:17</time></div><article>{p(TW)}</article>",
        TW, "陳小文", ("陳小文",)),
    "portal with the time it takes": Case("zh-Hant-TW", "河岸步道二期下月動工",
        f"<h1>河岸步道二期下月動工</h1><div class=attr><span class=author>張大明</span><time>2022年4月19日 週二 上午10:17</time><span>·2 分鐘 (閱讀時間)</span></div>"
        f"<div class=body>{p(TW)}<p>更多清江社新聞</p></div>",
        TW, "張大明", ("張大明",)),
    "portal of Japan": Case("ja", "川沿いの遊歩道、第2期工事が来月着工へ",
        f"<h1>川沿いの遊歩道、第2期工事が来月着工へ</h1><div><time>4/19(火) 10:17</time> <a>配信</a></div><div class=article_body><p>{'<br><br>'.join(JA)}</p></div>",
        JA),
    "agency of Korea": Case("ko", "하천 산책로 2단계 다음 달 착공",
        f"<h1>하천 산책로 2단계 다음 달 착공</h1><p class=update-time><span>송고시간</span>2022-04-19 10:17</p><article>{p(KO)}<p>이하늘 기자</p><p>sky@news.example</p>"
        f"<p>무단 전재-재배포 금지</p></article>",
        KO, authors=("이하늘",)),
    "paper of Korea": Case("ko", "하천 산책로 2단계 다음 달 착공",
        f"<h1>하천 산책로 2단계 다음 달 착공</h1><p class=date-time><em>등록 :</em>2022-04-19 10:17</p><div class=text>{p(KO)}</div><p>이하늘 기자 sky@news.example</p>",
        KO, authors=("이하늘",)),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_article_comes_out_whole_and_alone(case: Case) -> None:
    html = (
        f'<html lang="{case.lang}"><head><meta charset="utf-8"><title>{case.title}</title></head><body>'
        f'<nav><a href="/">首頁</a><a href="/s">社會</a><a href="/c">文化</a></nav>{case.html}<div class="related"><ul>{RELATED}</ul></div>'
        "<footer>© 2022 Example News</footer></body></html>"
    )
    article = extract(html.encode(), "https://news.example.test/life/3474.html", fetched_at=FETCHED)
    assert article.title == case.title
    assert article.body.split("\n")[: len(case.text)] == case.text
    assert [line for line in article.body.split("\n")[len(case.text) :] if "기자" not in line] == []
    assert article.published is not None
    assert (f"{article.published:%Y-%m-%d %H:%M}", article.published_precision) == (
        f"2022-04-19 {case.minute}",
        "minute",
    )
    found = (article.source, article.authors, article.editor, article.section, article.tags)
    assert found == (case.source, case.authors, case.editor, case.section, case.tags)
    assert article.comment_count is None


@pytest.mark.parametrize("caption", ["<figcaption>{}</figcaption>", "<p class=caption>{}</p>"])
def test_who_took_the_picture_did_not_write_the_article(caption: str) -> None:
    picture = (
        f"<figure><img src=/d.jpg>{caption.format('항구에서 바라본 낡은 다리. 오기석 기자 key@example.test')}</figure>"
    )
    text = (
        "<p>시의회는 화요일 낡은 다리를 14일 동안 닫고 교각을 점검하기로 했다. 주민들은 겨울이 오기 전에 공사가 끝나기를 바란다.</p>"
        * 4
    )
    page = f"<html lang=ko><article><h1>낡은 다리 2주간 폐쇄</h1>{picture}{text}<p>홍길동 기자 hong@example.test</p></article></html>"
    assert extract(page, "https://www.example.test/news/1").authors == ("홍길동",)
