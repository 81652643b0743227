from xml.etree import ElementTree

from newsarchive.reports.charts import svg_bars, text_bars


def test_bars_line_up_beside_wide_characters() -> None:
    assert text_bars([("大院网", 10), ("harbour", 5)], 24) == [
        "大院网   10  ███████████",
        "harbour   5  █████▌",
    ]


def test_a_count_of_zero_has_no_bar() -> None:
    assert text_bars([("a", 0)], 20) == ["a  0"]


def test_the_picture_is_xml_with_a_bar_for_each_count() -> None:
    picture = ElementTree.fromstring(svg_bars([("<b>", 3), ("é", 1)], "Articles & sites"))
    names = [element.tag.rsplit("}")[-1] for element in picture]
    assert names.count("rect") == 3
    assert picture[0].text == "Articles & sites"
