import itertools
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.archive.duplicates import clusters
from newsarchive.archive.duplicates.shingles import likeness
from newsarchive.items import Article, Capture

NOW = datetime(2022, 4, 19, tzinfo=UTC)
WIRE = (
    "省生态环境厅19日在新闻发布会上说，今年前三个月全省空气质量优良天数比例达到78.6%，同比提高4.2个百分点。"
    "会上介绍，细颗粒物平均浓度为每立方米41微克，下降9.1%，11个设区市全部完成季度目标。"
    "下一步将推进钢铁、焦化行业的超低排放改造，年底前完成23家企业的设备更新，并对沿河排污口逐一登记。"
    "发言人表示，改善的成果还不稳固，秋冬季的任务仍然艰巨，各地不能松劲。"
)
ENGLISH = (
    "The regional council approved a plan on Tuesday to rebuild the harbour wall, which storms had damaged in January. "
    "Work on the 340-metre wall will start in May and cost 12.5 million, the council said in a statement. "
    "Fishermen had asked for the repair for years, and the ferry company warned that it would leave the port. "
    "The first of three sections should be finished before winter, according to the chief engineer."
)
WEATHER = (
    "市气象台今天{}时发布天气预报：今天白天晴转多云，最高气温{}度，偏北风{}级，夜间最低气温{}度，相对湿度百分之{}。"
)


def edited(text: str, share: float, seed: int = 1) -> str:
    """Put other characters in the place of a share of them."""
    chance = random.Random(seed)
    places = set(chance.sample(range(len(text)), int(len(text) * share)))
    return "".join(chance.choice("东南西北") if place in places else char for place, char in enumerate(text))


COPIES = {
    "header and footer": "本网讯 记者王一报道：" + WIRE + "责任编辑：李二。",
    "punctuation": WIRE.replace("，", ",").replace("。", ". "),
    "three per cent": edited(WIRE, 0.03),
    "local lead": "本市昨日也召开会议，部署下一阶段的治理工作，要求各区县对照全省目标抓好落实。" + WIRE,
    "half": WIRE[: len(WIRE) // 2],
}


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_a_copy_is_told_from_its_text(text: str) -> None:
    assert likeness(WIRE, text).is_copy


def test_a_copy_in_a_script_with_spaces_is_told() -> None:
    assert likeness(ENGLISH, "HARBOUR (Local News) - " + ENGLISH.replace("Tuesday", "Wednesday")).is_copy
    assert not likeness(ENGLISH, "The council met on Tuesday. " + ENGLISH[330:].replace("winter", "May")[-60:]).is_copy


def test_two_weather_reports_are_no_copies() -> None:
    one, other = WEATHER.format(6, 25, 3, 12, 40), WEATHER.format(18, 19, 5, 8, 65)
    assert likeness(one, other).resemblance > 0.4
    assert not likeness(one, other).is_copy


def test_one_or_two_other_figures_do_not_make_another_text() -> None:
    told = "据港务局介绍，受大风影响，{}艘渔船昨夜在港内避风，船员全部上岸，预计{}天后恢复出海作业，请旅客留意通知。"
    assert likeness(told.format(7, 2), told.format(9, 3)).is_copy


def test_a_digest_that_repeats_a_short_report_is_no_copy_of_it() -> None:
    report = WIRE[:50]
    digest = report + "".join(edited(WIRE, 0.9, seed) for seed in range(4))
    assert likeness(report, digest).containment == 1.0
    assert not likeness(report, digest).is_copy


def add(archive: Archive, site: str, body: str, hours: int, source: str | None = None) -> str:
    url = f"http://www.{site}.test/{hours}"
    published = NOW + timedelta(hours=hours)
    article = Article(url, f"标题{hours}", body, site=site, source=source, published=published)
    archive.add_article(article, Capture(url, NOW + timedelta(days=1)))
    return url


def test_copies_are_one_story_with_its_earliest_article_and_its_agency(tmp_path: Path) -> None:
    texts = [
        ("north", COPIES["local lead"], 3, "Harbour News Agency"),
        ("south", WIRE, 1, "south"),
        ("east", COPIES["three per cent"], 2, "Harbour News Agency"),
        ("west", ENGLISH, 4, "Harbour News Agency"),
    ]
    for number, order in enumerate(itertools.permutations(texts)):
        with Archive(tmp_path / f"{number}.db") as archive:
            urls = [add(archive, *text) for text in order]
            stories = archive.connection.execute("select size, url, credited, sites from stories").fetchall()
            story = (3, "http://www.south.test/1", "Harbour News Agency")
            assert [tuple(row)[:3] for row in stories] == [story]
            assert set(stories[0]["sites"].split(",")) == {"north", "south", "east"}
            similar = {url: {each.url for each in archive.similar(url)} for url in urls}
            assert similar.pop("http://www.west.test/4") == set()
            assert all(found == set(similar) - {url} for url, found in similar.items())


def test_an_article_that_changes_leaves_its_story(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        one, other = add(archive, "north", WIRE, 1), add(archive, "south", WIRE, 2)
        assert [each.url for each in archive.similar(one)] == [other]
        changed = Article(other, "标题2", ENGLISH, site="south")
        archive.add_article(changed, Capture(other, NOW + timedelta(days=2)))
        assert archive.similar(one) == archive.similar(other) == []
        assert archive.connection.execute("select count(*) from clusters").fetchone()[0] == 0


def test_a_text_that_joins_two_stories_makes_them_one(tmp_path: Path) -> None:
    first, second = WIRE[:100], WIRE[80:]
    with Archive(tmp_path / "news.db") as archive:
        for site, body, hours in [("a", first, 1), ("b", first, 2), ("c", second, 3), ("d", second, 4)]:
            add(archive, site, body, hours)
        assert archive.connection.execute("select count(*) from stories").fetchone()[0] == 2
        add(archive, "e", WIRE, 5)
        assert [row["size"] for row in archive.connection.execute("select size from stories")] == [5]


def change(archive: Archive, url: str, site: str) -> None:
    archive.add_article(Article(url, "标题", ENGLISH, site=site), Capture(url, NOW + timedelta(days=2)))


def test_two_stories_part_when_the_text_that_joined_them_changes(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for site, body, hours in [("a", WIRE[:100], 1), ("b", WIRE[:100], 2), ("c", WIRE[80:], 3), ("d", WIRE[80:], 4)]:
            add(archive, site, body, hours)
        change(archive, add(archive, "e", WIRE, 5), "e")
        stories = archive.connection.execute("select sites from stories order by sites")
        assert [row["sites"] for row in stories] == ["a,b", "c,d"]


def test_one_of_many_copies_leaves_and_the_others_are_not_grouped_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive(tmp_path / "news.db") as archive:
        urls = [add(archive, f"site{number}", f"{WIRE}（{number}）", number) for number in range(5)]
        monkeypatch.setattr(clusters, "_part", None)
        change(archive, urls[0], "site0")
        story = archive.connection.execute("select size, first_published from clusters").fetchall()
        assert [tuple(row) for row in story] == [(4, "2022-04-19T01:00:00Z")]
        assert archive.similar(urls[0]) == []


def test_a_copy_is_told_with_the_first_and_how_much_later_it_came(tmp_path: Path) -> None:
    with Archive(tmp_path / "news.db") as archive:
        for site, hours in (("late", 3), ("first", 0), ("later", 26)):
            add(archive, site, WIRE, hours)
        rows = archive.connection.execute(
            "select site, is_first, first_site, hours_later from copies order by published"
        )
        assert [tuple(row) for row in rows] == [
            ("first", 1, "first", 0),
            ("late", 0, "first", 3),
            ("later", 0, "first", 26),
        ]
