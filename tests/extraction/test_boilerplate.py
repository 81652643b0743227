"""Each row of the table removes what it was written for, and keeps what is like it."""

import pytest

from newsarchive.extraction.body import read_body
from newsarchive.extraction.body.rules.boilerplate import (
    ANYWHERE,
    AT_HEAD,
    AT_TAIL,
    LONGEST,
    ROWS,
    Row,
    Table,
    buttons,
    said_at_tail,
)
from newsarchive.extraction.page import Page

PLACES = {"anywhere": ANYWHERE, "edge": AT_HEAD, "tail": AT_TAIL}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_row_removes_its_lines_and_keeps_the_one_like_them(row: Row) -> None:
    table = Table([row])
    assert [table.rule_of(text) for text in (row.line, row.removes, row.keeps)] == [row.name, row.name, None]
    assert PLACES[row.place].rule_of(row.line)


def test_no_row_removes_what_another_must_keep() -> None:
    assert {row.keeps: AT_TAIL.rule_of(row.keeps) for row in ROWS} == {row.keeps: None for row in ROWS}


def test_the_table_speaks_the_languages_it_must() -> None:
    assert {row.language for row in ROWS} >= {"zh", "en", "de", "fr", "es", "it", "pt", "ru", "ja", "ko", "ar"}
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_patterns_are_quick_on_long_lines() -> None:
    for text in (
        "关注 " * 200,
        "Read more " * 60,
        "来源：" * 200,
        "(" * LONGEST,
        "a" * LONGEST,
        "newsletter app " * 40,
    ):
        assert AT_TAIL.rule_of(text[:LONGEST]) is None or len(text) <= LONGEST


# Articles about what elsewhere is boilerplate.
ABOUT = {
    "copyright in English": [
        "Copyright is what the two brothers quarrelled about for thirty years, and the quarrel has now outlived both.",
        "All rights reserved, said the title page of the first edition, and nobody in the village had ever read further.",
        "The court must decide whether the songs may be reproduced, broadcast or rewritten without the family's consent.",
        "Their lawyer said that no part of the book had ever been licensed to the theatre, and that it would appeal.",
    ],
    "copyright in Chinese": [
        "版权声明写得越长，读的人越少。清江大学的研究者比较了三百家网站的版权页，发现平均长度十年里增加了两倍。",
        "研究者说，未经许可不得转载这句话几乎每一页都有，但真正因此起诉的案件每年不到二十起，赔偿金额也很有限。",
        "一位编辑告诉记者，转载请注明出处本来是一种礼貌，后来变成了一种格式，最后变成了没有人看见的装饰。",
        "专家建议，把声明写成一句读者听得懂的话，比写成一页律师才读得懂的条文更有用，也更容易得到尊重。",
    ],
    "newsletters in English": [
        "Sign up for our newsletter, said the box on every page, and after ten years two million people had done so.",
        "The newsletter editor writes it at four in the morning, when the first ferry has not yet left the harbour.",
        "Subscribers may unsubscribe with one click, she says, but most write a long letter first to explain themselves.",
        "Advertisers now pay more for the newsletter than for the paper, and the printers know what that will mean.",
    ],
    "newsletters in German": [
        "Der Newsletter der kleinen Hafenstadt hat inzwischen mehr Leser als die gedruckte Zeitung, die ihn herausgibt.",
        "Wer ihn abonnieren will, muss persönlich in der Redaktion erscheinen, denn so kennt man sich wenigstens.",
        "Die Redakteurin schreibt ihn nachts, wenn die letzte Fähre abgelegt hat und im Haus endlich Ruhe herrscht.",
        "Werbung enthält er nicht, und auf die Frage, wovon er lebt, antwortet sie mit einem langen Schweigen.",
    ],
    "QR codes in Chinese": [
        "扫描二维码点菜已经成了很多餐馆的唯一选择，老人们说，他们宁愿走两条街，去还有纸质菜单的那一家。",
        "市消协调查发现，七成餐馆要求顾客关注公众号之后才能下单，有的还要授权手机号码、位置和生日。",
        "餐馆老板说，下载客户端的顾客回头率更高，平台每个月都会给他们看数据，不用二维码就看不到。",
        "律师认为，强制关注公众号侵害了消费者的选择权，监管部门应当明确规定餐馆必须提供纸质菜单。",
    ],
    "comments in English": [
        "Leave a comment, the page begged, and for eleven years nobody did, until the night of the storm.",
        "By morning there were four hundred comments below the harbour timetable, and every one was a report of damage.",
        "The moderators, two retired teachers, read them aloud to the fire brigade over a telephone that barely worked.",
        "The comments have been printed and bound, and the book now lies in the reading room of the town library.",
    ],
    "cookies in English": [
        "Websites must not hide the button that refuses cookies, the court ruled on Friday in a case brought by students.",
        "The students had counted how many clicks it took to refuse cookies on three hundred pages of news and weather.",
        "On the worst of them it took nineteen, and the last of these led back to the page where the visitor had begun.",
        "The publishers said that they would study the ruling, and that their partners valued the privacy of everyone.",
    ],
    "sharing in French": [
        "Partager un article est devenu un geste si banal que plus personne ne se demande qui le lira vraiment un jour.",
        "Une équipe de chercheurs a suivi mille liens partagés pendant un an et a compté ceux que quelqu'un a ouverts.",
        "Moins d'un sur cinq l'a été, et la plupart des lecteurs ont quitté la page avant la fin du premier paragraphe.",
        "Les auteurs en concluent que l'on partage d'abord pour dire qui l'on est, et ensuite seulement pour informer.",
    ],
    "editors in Chinese": [
        "责任编辑这个岗位今后还需要吗？记者走访了五家报社，听编辑们谈这些年的变化，也谈人手与时间的取舍。",
        "在清江日报，一篇稿件要经过初审、复审和终审，最后一个看稿的人往往在凌晨两点才能离开办公室。",
        "一位校对说，机器能找出错字，却看不出一句话为什么让人难过，这正是他还坐在这里的原因。",
        "报社的总编辑认为，来源不明的消息越多，读者就越需要知道是谁替他们看过、问过、删过这些文字。",
    ],
    "tags in Spanish": [
        "Las etiquetas con las que los lectores ordenan las noticias dicen más de ellos que de las propias noticias.",
        "Un estudio de la universidad del puerto analizó dos millones de etiquetas escritas a lo largo de diez años.",
        "La palabra más repetida no fue política ni deporte, sino mañana, y nadie ha sabido explicar todavía por qué.",
        "Los autores proponen suscribirse menos y releer más, aunque admiten que el consejo no les hará populares.",
    ],
}


@pytest.mark.parametrize("paragraphs", ABOUT.values(), ids=ABOUT.keys())
def test_an_article_about_boilerplate_keeps_its_text(paragraphs: list[str]) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = Page(f"<title>About it</title><body><nav><a href=/>Home</a></nav><article><h1>About it</h1>{text}</article>")
    assert read_body(page).text.split("\n") == paragraphs


PRESS_RELEASE = [
    "Ein Segelboot ist am Dienstag vor dem Leuchtturm gekentert; beide Segler konnten sich auf eine Sandbank retten.",
    "Die Wasserschutzpolizei sucht Zeugen, die das Boot vor dem Sturm gesehen haben, und bittet sie, sich zu melden.",
]
ADDRESS = ["Polizei Hafenstadt", "Anna Lehner", "Telefon: 0000 555-20"]


@pytest.mark.parametrize(
    ("heading", "kept"), [("Pressekontakt:", []), ("Auf der Sandbank lagen:", ["Auf der Sandbank lagen:", *ADDRESS])]
)
def test_the_address_under_a_press_contact_goes_with_it(heading: str, kept: list[str]) -> None:
    text = "".join(f"<p>{line}</p>" for line in [*PRESS_RELEASE, heading])
    page = Page(f"<title>Boot</title><body><h1>Boot gekentert</h1><div>{text}<p>{'<br>'.join(ADDRESS)}</p></div>")
    assert read_body(page).text.split("\n") == [*PRESS_RELEASE, *kept]


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("[ <a href=/1>Ferry fares to rise after the vote</a> ]", False),
        ("[The letter is printed in full in <a href=/1>the archive</a> of the town.]", True),
        ("[<a href=/1>The Guardian</a>]", True),
        ("* * *", False),
        ("［PR］", False),
        ("- Advertisement -", False),
        ("<span>ADVERTISEMENT</span><span>SCROLL TO CONTINUE</span>", False),
        ("Avec AFP", False),
        ("Avec des enfants", True),
        ("<b>PR</b> is the soul of trade, they say.", True),
        ("[sic]", True),
        ("<a href=/1>Reading time</a>:3 minutes<b>Why you can trust us</b>", False),
    ],
)
def test_a_line_among_paragraphs_goes_if_it_is_furniture(line: str, *, kept: bool) -> None:
    paragraphs = ABOUT["comments in English"]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in [*paragraphs[:2], line, *paragraphs[2:]])
    page = Page(f"<title>About it</title><body><article><h1>About it</h1>{text}</article>")
    assert len(read_body(page).blocks) == len(paragraphs) + kept


INTERVIEW = [
    "记者：桥什么时候通车？",
    "何云：预计明年五月。桥墩已经全部完成，两岸的引桥还要半年，工人们现在每天分三班施工，雨天也不停。",
    "记者：渡轮还开吗？",
    "何云：还开。老人们习惯坐渡轮，票价也不会变，船公司和镇上已经谈好了，至少再开十年，码头也会重新修。",
]


def test_what_an_interviewer_asks_is_no_credit() -> None:
    text = "".join(f"<p><strong>{line}</strong></p>" if "？" in line else f"<p>{line}</p>" for line in INTERVIEW)
    page = Page(f"<html lang=zh><title>大桥</title><body><article><h1>大桥何时通车</h1>{text}</article>")
    assert read_body(page).text.split("\n") == INTERVIEW


def test_links_with_dates_do_not_end_the_search_for_credits_above_them() -> None:
    (block,) = Page("<p>· <a href=/1>The ferries sail again after the storm</a> (19.04.2022)</p>").blocks
    assert said_at_tail(block) == "menu"


STORY = [
    "The council agreed on Tuesday to close the old bridge for forty days while engineers inspect its piers.",
    "Residents said that they had waited years for the repairs and hoped that the work would begin before winter.",
    "Traffic will be diverted through the harbour, where a second lane is to open in the spring.",
    "Opponents of the plan argue that the money would be better spent on schools and clinics.",
]


def lines_with(*added: str) -> list[str]:
    """Return what is read of a page with a line of its own above each paragraph."""
    story = "".join(f"<div>{line}</div><p>{text}</p>" for line, text in zip(added, STORY, strict=True))
    page = Page(f"<html lang=en><title>Old bridge</title><div><h1>Old bridge</h1>{story}</div></html>")
    return read_body(page).text.split("\n")


def test_counts_of_pictures_above_their_texts_are_no_text() -> None:
    assert lines_with("1 / 4", "2 / 4", "3 / 4", "4 / 4") == STORY


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("<p><a href=#>Tipărește</a> | <a href=#>E-mail</a></p>", "buttons"),
        ("<p><span>Listen</span><span>Bagikan artikel ini</span></p>", "buttons"),
        ("<pre><span>        </span><span>try</span><span>:</span></pre>", None),
        ("<p><span>Okuma süresi 3 dk</span><span>1.204 okunma</span><span>Yorumlar (3)</span></p>", "buttons"),
        ("<p><span>Listen</span><span>to the river</span></p>", None),
        ("<p>Print | the oldest of the arts</p>", None),
    ],
)
def test_a_row_of_buttons_is_told_by_what_the_table_knows_of_each(row: str, rule: str | None) -> None:
    page = Page(f"<div>{row}</div>")
    assert buttons(page, page.blocks[0]) == rule
