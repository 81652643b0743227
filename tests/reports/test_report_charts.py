from xml.etree import ElementTree

from rich.cells import cell_len

from newsarchive.reports.charts import gapless, svg_bars, text_bars


def test_bars_line_up_beside_wide_characters() -> None:
    assert text_bars([("大院网", 10), ("harbour", 5)], 24) == [
        "大院网   10  ███████████",
        "harbour   5  █████▌",
    ]


def test_a_count_of_zero_has_no_bar() -> None:
    assert text_bars([("a", 0)], 20) == ["a  0"]


def test_days_without_an_article_count_as_zero() -> None:
    assert gapless([("2024-02-28", 2), ("2024-03-01", 1)], "day") == [
        ("2024-02-28", 2),
        ("2024-02-29", 0),
        ("2024-03-01", 1),
    ]
    assert gapless([("unknown", 3), ("2023", 2), ("2025", 1)], "year") == [
        ("2023", 2),
        ("2024", 0),
        ("2025", 1),
        ("unknown", 3),
    ]
    assert gapless([("1 news", 2), ("9 sport", 1)], "section") == [("1 news", 2), ("9 sport", 1)]
    assert gapless([("unknown", 3)], "month") == [("unknown", 3)]


def test_many_zeros_in_a_row_are_one_line() -> None:
    counts = gapless([("2022-04", 4), ("2022-11", 4), ("2023-03", 4)], "month")
    assert text_bars(counts, 27) == [
        "2022-04            4  █████",
        "2022-05 … 2022-10  0",
        "2022-11            4  █████",
        "2022-12            0",
        "2023-01            0",
        "2023-02            0",
        "2023-03            4  █████",
    ]
    assert "2022-05 … 2022-10" in svg_bars(counts, "Articles")


def test_the_picture_is_xml_with_a_bar_for_each_count() -> None:
    picture = ElementTree.fromstring(svg_bars([("<b>", 3), ("é", 1)], "Articles & sites"))
    names = [element.tag.rsplit("}")[-1] for element in picture]
    assert names.count("rect") == 3
    assert picture[0].text == "Articles & sites"


def test_long_labels_stay_inside_the_picture() -> None:
    long = "国际新闻通讯社" * 8
    picture = ElementTree.fromstring(svg_bars([(long, 3), ("短", 1)], "Articles by source: " + long * 4))
    title, label = picture.findall("{*}text")[:2]
    assert label.text == "国际新闻通讯社" * 3 + "…"
    assert float(label.attrib["x"]) >= cell_len(label.text) * 7.5
    assert cell_len(title.text or "") <= 92
    assert max(float(rect.attrib["x"]) + float(rect.attrib["width"]) for rect in picture.findall("{*}rect")[1:]) < 700
