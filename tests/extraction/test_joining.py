from newsarchive.extraction.joining import join
from newsarchive.items import Article, Block, BlockKind, Image

EDITOR = "（责任编辑：林小满）"


def page(*lines: str, image: str | None = None) -> Article:
    return Article(
        url="https://a.test/1.html",
        title="走完一条河",
        body="\n".join(lines),
        blocks=tuple(Block(BlockKind.PARAGRAPH, line) for line in lines),
        images=(Image(image),) if image else (),
    )


def test_pages_become_one_text_in_their_order() -> None:
    joined = join([page("一", "二", image="1.jpg"), page("三", image="2.jpg"), page("四", image="1.jpg")])
    assert joined.body == "一\n二\n三\n四"
    assert [block.text for block in joined.blocks] == ["一", "二", "三", "四"]
    assert [image.url for image in joined.images] == ["1.jpg", "2.jpg"]
    assert joined.title == "走完一条河"
    assert joined.word_count == 4


def test_a_repeated_lead_is_said_once() -> None:
    lead = "导语：记者沿河走了七天。"
    assert join([page(lead, "一"), page(lead, "二"), page(lead, "三")]).body == f"{lead}\n一\n二\n三"


def test_a_repeated_ending_stands_once_at_the_end() -> None:
    assert join([page("一", EDITOR), page("二", EDITOR), page("三", EDITOR)]).body == f"一\n二\n三\n{EDITOR}"


def test_a_line_that_returns_in_the_middle_is_kept() -> None:
    assert join([page("他笑了。", "一"), page("二", "他笑了。", "三")]).body == "他笑了。\n一\n二\n他笑了。\n三"


def test_a_page_that_repeats_all_adds_nothing() -> None:
    assert join([page("一", "二"), page("一", "二")]).body == "一\n二"


def test_a_missing_page_is_told() -> None:
    assert join([page("一")], ["https://a.test/1_2.html"]).warnings == ("the page https://a.test/1_2.html is missing",)
