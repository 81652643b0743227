"""Names are freed of what stands around them, and what names nobody is refused."""

import pytest

from newsarchive.extraction.fields.labels import labelled
from newsarchive.extraction.fields.names import is_person, people
from newsarchive.extraction.fields.names.chinese import byline


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("Von Max Muster, Berlin", ["Max Muster", "Berlin"]),
        ("Ann Lee and Bo Yu, Senior Editor", ["Ann Lee", "Bo Yu"]),
        ("Ann Lee (London)", ["Ann Lee"]),
        ("CHÍ QUỐC - BỬU ĐẤU", ["CHÍ QUỐC", "BỬU ĐẤU"]),
        ("马　勇", ["马勇"]),
        ("Thứ Bảy", []),
        ("PM IST", []),
        ("D.R.", ["D.R."]),
        ("A A A", []),
        ("Par Matthieu Hy le 07 Mai 2020", []),
        ("记者 唐霁", ["唐霁"]),
        ("记者 上官云 诸葛明亮", ["上官云", "诸葛明亮"]),
        ("中央社記者諸葛明亮台北9日電", ["諸葛明亮"]),
        ("中央社記者王大明台北9日電", ["王大明"]),
        ("南都记者 余毅菁 向雪妮", ["余毅菁", "向雪妮"]),
        ("阿卜杜拉·艾合买提", ["阿卜杜拉·艾合买提"]),
        ("大渡 美咲", ["大渡 美咲"]),
        ("杨倩_NF4425", ["杨倩"]),
        ("Ann Lee October", ["Ann Lee"]),
        ("name, email@gmail.com", []),
        ("104363", []),
        ("admin", []),
        ("Redaktion", []),
        ("https://facebook.com/harbour", []),
        ("佚名", []),
        ("x" * 400, []),
        ("", []),
    ],
)
def test_names_are_taken_apart(text: str, names: list[str]) -> None:
    assert people(text, spaced=True) == names


@pytest.mark.parametrize(
    "name", ["Ann Lee", "Jan van der Berg", "J.R. Stone", "ANNA DE LA CRUZ", "O'Neill Burke", "张三"]
)
def test_persons_have_the_shape_of_names(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("name", ["Redaktion", "more posts", "the team", "这是一个很长的中文句子", "a b", "Sign"])
def test_other_words_have_not(name: str) -> None:
    assert not is_person(name)


def test_a_name_of_parts_needs_no_family_name_of_china() -> None:
    found = byline("本报记者 热依汗·买买提")
    assert found is not None
    assert found.names == ("热依汗·买买提",)


@pytest.mark.parametrize(
    ("pieces", "values"),
    [
        (["2022-04-19 来源：", "运城日报", "举报"], [("source", "运城日报")]),
        (["来 源：新华社　　作 者：李四"], [("source", "新华社"), ("author", "李四")]),
        (["[责任编辑：韩保林 PK155]"], [("editor", "韩保林 PK155")]),
        (["文章来源:网络", "|", "栏目：要闻"], [("source", "网络"), ("section", "要闻")]),
        (["标签：", "防控", "疫情"], [("tags", "防控,疫情")]),
        (["图片来源：摄图网"], []),
        (["Tags: mills | rivers"], [("tags", "mills,rivers")]),
        (["Quelle: ntv.de"], [("source", "ntv.de")]),
        (["Источник: ТАСС"], [("source", "ТАСС")]),
        (["الكلمات المفتاحية:", "النهر"], [("tags", "النهر")]),
        (["作者︱春春"], [("author", "春春")]),
        (["编辑 刘晓阳 校对 李铭"], []),
        (["他说来源于生活"], []),
        (["来源："], []),
        ([], []),
    ],
)
def test_labels_tell_what_follows(pieces: list[str], values: list[tuple[str, str]]) -> None:
    assert [(one.kind, one.value) for one in labelled(pieces)] == values
