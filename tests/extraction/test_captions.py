"""Lines that belong to a picture are no text; the paragraphs beside and below pictures are."""

import pytest

from newsarchive.extraction import extract

TEXT = [
    "市政府周二宣布，滨河步道二期工程将于下月开工，全长四点二公里。此前，有关部门与草地承包户的协商历时三年。",
    "工程分三个阶段进行。第一阶段投资一千二百万元，将在秋汛来临之前完成河床清淤和护岸加固。",
    "“我们在这里住了三十年，每年夏天都怕发大水。”去年家中进水的柯女士说，“没有人跟我们讲过这件事。”",
    "副市长安朗表示，施工将在每晚十点前停止，并为居民和学生开辟临时通道。",
]
CAPTIONS = {
    "credited": "<p><img src=1.jpg></p><p><font color=navy>10日，市民在步道上散步。清江社发（陆山摄）</font></p>",
    "credited and centred": "<p><img src=1.jpg></p><p style='text-align:center'>市民在步道上散步（《清江晚报》图片）</p>",
    "pointing at it": "<p><img src=1.jpg></p><p>　　图为雨后的步道和河边的石碑，摄于上周二。</p>",
    "from a screen": "<p><img src=1.jpg></p><p>步道的效果图。来源：网页截图</p>",
    "said by the picture": "<p><img src=1.jpg alt='雨后的步道。 清江 资料'></p><p>雨后的步道。 清江 资料</p>",
    "in a figcaption": "<figure><img src=1.jpg><figcaption><span>图像加注文字，</span><p>步道的长度在五年里增加了一倍。</p></figcaption></figure>",
    "in a figure without a figcaption": "<figure class=c1><picture class=c2><noscript><img src=1.jpg></noscript></picture><div class=c3><p>步道的长度在五年里增加了一倍，沿河的居民每天都在这里散步。</p><p class=c4>陆山摄</p></div></figure>",
    "in a table at the side": "<table align=right width=200><tr><td><img src=1.jpg></td></tr><tr><td>步道旁挖出的石碑。<br>记者何云／摄影</td></tr></table>",
    "in a box at the side": "<div style='float: left'><img src=1.jpg><p>步道旁挖出的石碑。</p></div>",
}  # fmt: skip
KEPT = {
    "a paragraph under a picture": "<p><img src=1.jpg></p><p>步道旁的店主们说，他们还没有接到任何通知。</p>",
    "a paragraph that begins with a drawing": "<p><img src=1.jpg></p><p>图纸上的步道比现在的短，只有三公里。</p>",
    "a paragraph with a bracket": "<p><img src=1.jpg></p><p>他在这里住了三十年（中间有两年在外地读书）。</p>",
    "the caption of a quotation": "<figure><blockquote>没有人跟我们讲过这件事，一次也没有，直到推土机来了。</blockquote><figcaption>河东街居民柯女士</figcaption></figure>",
}  # fmt: skip


def read(inserted: str, at: int) -> list[str]:
    paragraphs = [f"<p>　　{line}</p>" for line in TEXT]
    story = "".join([*paragraphs[:at], inserted, *paragraphs[at:]])
    page = f"<html lang=zh-CN><body><h1>滨河步道将延长四公里</h1><div>2022-04-19 10:17</div><div>{story}</div></body></html>"
    return extract(page, "https://www.example.test/2022/0419/1.html").body.split("\n")


@pytest.mark.parametrize("at", [0, 2])
@pytest.mark.parametrize("name", CAPTIONS)
def test_a_caption_is_no_text(name: str, at: int) -> None:
    if name != "said by the picture" or at:  # above the text, a summary may stand in both places
        assert read(CAPTIONS[name], at) == TEXT


@pytest.mark.parametrize("name", KEPT)
def test_what_only_stands_beside_a_picture_is_text(name: str) -> None:
    assert len(read(KEPT[name], 2)) > len(TEXT)


@pytest.mark.parametrize(
    "picture",
    [
        "<span class=photo_org><div><div><img style='display:none' src=1.jpg></div></div><em class=img_desc>步道旁的石碑在雨中。</em></span>",
        "<img src=1.jpg><br><span class=photo-caption>步道旁的石碑在雨中。</span>",
    ],
)
def test_a_line_between_breaks_whose_name_says_caption_is_no_text(picture: str) -> None:
    story = f"{TEXT[0]}<br><br>{picture}<br><br>" + "<br><br>".join(TEXT[1:])
    page = f"<html lang=zh-CN><body><h1>滨河步道将延长四公里</h1><div>{story}</div></body></html>"
    assert extract(page, "https://www.example.test/2022/0419/1.html").body.split("\n") == TEXT
