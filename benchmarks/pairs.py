"""Invents pairs of articles of which it is known whether one is a copy of the other.

Copies are changed as newspapers change agencies' copy. The others only look alike: two reports of one event, follow-ups
with the same background, two weather reports, two notes on share prices.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks.samples import CHINESE, ENGLISH, Sample, chinese_paragraph, english_paragraph, sample

OTHER_WORDING = 0.3  # how often a template's sentence takes its second form
WIDE = str.maketrans("，。：；！？（）", ",.:;!?()")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles; ``same`` says whether they tell the same story from the same text."""

    kind: str
    same: bool
    one: Sample
    other: Sample


def pairs(count: int) -> list[Pair]:
    """Return pairs, half of them the same story, the kinds and the two languages taking turns."""
    return [pair(number) for number in range(count)]


def pair(number: int) -> Pair:
    """Return the pair of that number."""
    source = random.Random(f"pair{number}")
    language = "zh" if number // 2 % 2 else "en"
    same = number % 2 == 0
    kinds = COPIES if same else LOOKALIKES
    make = kinds[number // 4 % len(kinds)]
    one = sample(1_000_000 + number, language)
    first, second = make(one, source)
    return Pair(make.__name__, same, first, replace(second, number=2_000_000 + number))


Maker = Callable[[Sample, random.Random], tuple[Sample, Sample]]


def framed(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Give the copy another first and last line."""
    return one, replace(one, paragraphs=(line(one, source), *one.paragraphs, line(one, source)))


def other_punctuation(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Set the copy with other marks and spaces."""
    paragraphs = tuple(text.translate(WIDE).replace(" ", "  ").replace(".", ". ") for text in one.paragraphs)
    return one, replace(one, paragraphs=paragraphs)


def edited_1(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Change one word in a hundred."""
    return one, edited(one, source, 0.01)


def edited_5(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Change five words in a hundred."""
    return one, edited(one, source, 0.05)


def edited_10(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Change ten words in a hundred."""
    return one, edited(one, source, 0.10)


def local_lead(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Put a paragraph of the copy's own before it."""
    return one, replace(one, paragraphs=(fresh(one, source), *one.paragraphs))


def shortened(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Leave out the last paragraphs, about a quarter."""
    return one, replace(one, paragraphs=one.paragraphs[: round(0.75 * len(one.paragraphs))])


def half(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Take over the first half only."""
    return one, replace(one, paragraphs=one.paragraphs[: (len(one.paragraphs) + 1) // 2])


def framed_and_edited(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Change the frame and three words in a hundred."""
    return one, framed(edited(one, source, 0.03), source)[1]


def same_event(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Report one event twice: other sentences about the same things, and the same quote in every third paragraph."""
    texts = [text if n % 3 == 1 else fresh(one, source) for n, text in enumerate(one.paragraphs)]
    return one, replace(one, paragraphs=tuple(texts))


def same_background(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """End a follow-up with the last two paragraphs of the story before."""
    ahead = tuple(fresh(one, source) for _ in range(len(one.paragraphs)))
    return one, replace(one, paragraphs=(*ahead, *one.paragraphs[-2:]))


def same_statement(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Quote the same paragraph in the middle of two reports."""
    ahead = tuple(fresh(one, source) for _ in range(4))
    return one, replace(one, paragraphs=(*ahead, one.paragraphs[2], *(fresh(one, source) for _ in range(3))))


def weather(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Report the weather of two days by one template."""
    return from_template(one, source, WEATHER[one.language]), from_template(one, source, WEATHER[one.language])


def next_day(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Report the weather of the same places on two days: other figures, a sentence or two worded otherwise."""
    seed = source.random()
    return (
        from_template(one, source, WEATHER[one.language], random.Random(seed)),
        from_template(one, source, WEATHER[one.language], random.Random(seed)),
    )


def shares(one: Sample, source: random.Random) -> tuple[Sample, Sample]:
    """Report two companies' shares by one template."""
    return from_template(one, source, SHARES[one.language]), from_template(one, source, SHARES[one.language])


COPIES: Sequence[Maker] = (
    framed,
    other_punctuation,
    edited_1,
    edited_5,
    edited_10,
    local_lead,
    shortened,
    half,
    framed_and_edited,
)
LOOKALIKES: Sequence[Maker] = (same_event, same_background, same_statement, weather, next_day, shares)


def topic_of(one: Sample) -> list[str]:
    """Return some of an article's own words."""
    if one.language == "en":
        return [word for word in one.title.lower().split() if len(word) > 3]
    return [one.title[at : at + 2] for at in range(0, len(one.title), 2)]


def fresh(one: Sample, source: random.Random) -> str:
    """Return a paragraph that stands nowhere else."""
    write = chinese_paragraph if one.language == "zh" else english_paragraph
    return write(source, topic_of(one))


def line(one: Sample, source: random.Random) -> str:
    """Return a line such as a source or a credit."""
    if one.language == "zh":
        return "来源：" + "".join(CHINESE.draw(source, 4, topic_of(one)))
    return "Source: " + " ".join(ENGLISH.draw(source, 5, topic_of(one)))


def edited(one: Sample, source: random.Random, share: float) -> Sample:
    """Return the article with a share of its words (in Chinese, pairs of characters) changed for others."""
    return replace(one, paragraphs=tuple(with_edits(text, one.language, source, share) for text in one.paragraphs))


def with_edits(text: str, language: str, source: random.Random, share: float) -> str:
    """Change a share of the words of a text."""
    if language == "en":
        words = text.split(" ")
        new = iter(ENGLISH.draw(source, len(words), ENGLISH.words[:1]))
        return " ".join(next(new) if source.random() < share else word for word in words)
    pieces = [text[at : at + 2] for at in range(0, len(text), 2)]
    new = iter(CHINESE.draw(source, len(pieces), CHINESE.words[:1]))
    return "".join(next(new) if source.random() < share else piece for piece in pieces)


def from_template(
    one: Sample, source: random.Random, template: Sequence[Sequence[str]], names: random.Random | None = None
) -> Sample:
    """Fill a template: of each sentence one of its wordings, with numbers and names drawn, the names apart if told."""
    words = CHINESE if one.language == "zh" else ENGLISH
    filled = []
    for wordings in template:
        drawn = words.draw(names or source, 3, topic_of(one))
        numbers = [source.randint(2, 39), source.randint(2, 39), source.randint(100, 9999)]
        filled.append(wordings[int(source.random() < OTHER_WORDING)].format(*drawn, *numbers))
    return replace(one, paragraphs=tuple(filled))


WEATHER = {
    "en": (
        (
            "The {0} weather office expects {3} to {4} degrees on {1}day.",
            "On {1}day temperatures in {0} reach {4} degrees.",
        ),
        ("Rain is likely in the {0} hills, with up to {3} millimetres.", "Showers move over {0} and {1} before noon."),
        ("Winds blow from the {0} at {3} kilometres an hour.", "It stays calm around {1}, with gusts of {4} near {2}."),
        (
            "At night it cools down to {3} degrees in the valleys of {0}.",
            "The night brings {4} degrees to {1} and {2}.",
        ),
        ("Drivers between {0} and {1} should expect fog.", "The road to {2} may be slippery above {5} metres."),
        (
            "The outlook for the week: {0} skies and {3} degrees.",
            "Later in the week {1} sees {4} degrees and more sun.",
        ),
        ("The pollen count for {0} is {3}, for {1} it is {4}.", "Pollen is low in {2} with a count of {3}."),
        ("Sunrise in {0} is at 6:{3}, sunset at 19:{4}.", "The sun sets over {1} at 19:{3} and rises at 6:{4}."),
    ),
    "zh": (
        ("{0}市气象台今天预报，白天到夜间气温{3}到{4}度。", "{1}气象局发布消息，明天最高气温{4}度。"),
        ("受冷空气影响，{0}北部有小到中雨，降水量{3}毫米。", "{1}和{2}一带上午有阵雨，午后转多云。"),
        ("{0}方向风力{3}级，阵风可达{4}级。", "{1}风力不大，{2}附近阵风{4}级。"),
        ("夜间{0}最低气温降到{3}度，请注意添衣保暖。", "今晚{1}、{2}最低气温{4}度左右。"),
        ("{0}至{1}路段有雾，请司机朋友减速慢行。", "通往{2}的道路海拔{5}米以上可能结冰。"),
        ("预计本周后期{0}以晴天为主，气温回升到{3}度。", "本周末{1}天气晴好，最高{4}度。"),
        ("空气质量方面，{0}指数为{5}，{1}较好。", "{2}空气质量指数{5}，为良。"),
    ),
}
SHARES = {
    "en": (
        (
            "Shares of {0} {1} rose {3}.{4} percent to close at {5}.",
            "{0} {1} stock fell {3}.{4} percent, closing at {5}.",
        ),
        ("Some {5} shares changed hands, against a daily average of {5}.", "Volume was {5} shares, below the average."),
        ("The company, based in {2}, makes {0} and {1} products.", "{0}, which sells {1}, employs {5} people in {2}."),
        ("Analysts at {0} Bank rate the stock a buy with a target of {5}.", "{1} Research has a hold rating at {5}."),
        ("Over the last {3} weeks the stock has gained {4} percent.", "The stock has lost {3} percent in {4} weeks."),
        ("It reports its quarter on {0}day; earnings of {3} cents are expected.", "Earnings are due in {4} weeks."),
        ("The price to earnings ratio stands at {3}.{4}.", "It trades at {3} times the earnings of {2}."),
    ),
    "zh": (
        ("{0}股份今日收盘上涨{3}.{4}%，报{5}元。", "截至收盘，{1}{2}下跌{3}.{4}%，报{5}元。"),
        ("全天成交额{5}万元，换手率{3}.{4}%。", "成交量{5}手，较前一交易日减少。"),
        ("该公司主营{0}和{1}业务，总部位于{2}。", "{1}公司从事{0}产品的生产，员工{5}人。"),
        ("{0}证券给予买入评级，目标价{5}元。", "{1}研究维持中性评级，目标价{5}元。"),
        ("近{3}周该股累计上涨{4}%。", "最近{4}周股价累计下跌{3}%。"),
        ("公司预计于{3}日公布季报，每股收益{4}分。", "季报将在{4}日披露。"),
        ("目前市盈率为{3}.{4}倍。", "动态市盈率{3}倍，低于{2}行业平均。"),
    ),
}
