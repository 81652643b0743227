"""Invents articles in English and Chinese, always the same for the same number, for measurements that need many."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate

COMMON = (
    "的一是了不在有个人这上中大为来我到出要以时和地们得可下对生也子就过能他会多发说而于自之用年行家方后作成开面事好小心前所道法如进着同"
    "经分定都然与本还其当起动已两点从问里主实天高去现长此三将无国全文理明日些看只公等十意正外想间把情者没重相那向知因样学应又手信关量表"
    "力水化少今女性体期先实教总给更向身通月百市内设办区工建委组织京海部门报告记者提出议题解决群众企业项目资金农村城镇服务管理安全环境保护"
    "科技创新产品质量标准检查责任制度改革计划投资增长比例价格销售电力交路桥梁铁运输航空港口船舶旅游文化艺术体育比赛冠军球队员练医院病防治"
)
STOP_WORDS = (
    "the of and to in a that for was on is with as by at it from be his has had an were are this not or but".split()
)
STARTS = "b br c ch d dr f g gr h k l m n p pr r s st t tr v w".split()
MIDDLES = "a e i o u ai ea ou".split()
ENDS = "l n r s t m nd st rt ck".split()
FIRST_DAY = datetime(2019, 1, 1, 6, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sample:
    """One invented article."""

    number: int
    language: str
    title: str
    paragraphs: tuple[str, ...]
    author: str
    section: str
    tags: tuple[str, ...]
    published: datetime

    @property
    def body(self) -> str:
        """The paragraphs as one text."""
        return "\n".join(self.paragraphs)

    @property
    def path(self) -> str:
        """The path of the article's URL."""
        section = "yc" if self.language == "zh" else self.section.lower()
        return f"/{section}/{self.published:%Y/%m}/{100_000 + self.number}.html"


class Words:
    """A vocabulary in which, as in real text, few words make up most of it."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(len(words))))

    def draw(self, source: random.Random, count: int, topic: Sequence[str]) -> list[str]:
        """Return words of which every fifth or so is of the topic."""
        drawn = source.choices(self.words, cum_weights=self._weights, k=count)
        return [source.choice(topic) if source.random() < 0.2 else word for word in drawn]


def invented_words(count: int) -> list[str]:
    """Return words that sound English and mean nothing."""
    source = random.Random(1)
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = [source.choice(STARTS) + source.choice(MIDDLES) for _ in range(source.choice((1, 2, 2, 3)))]
        found["".join(syllables) + source.choice(ENDS)] = None
    return list(found)


def invented_pairs(count: int) -> list[str]:
    """Return Chinese words of two characters."""
    source = random.Random(2)
    found: dict[str, None] = {}
    while len(found) < count:
        found[source.choice(COMMON) + source.choice(COMMON)] = None
    return list(found)


NOUNS = invented_words(20_000)
PAIRS = invented_pairs(20_000)
ENGLISH = Words(NOUNS)
CHINESE = Words(PAIRS)


def sample(number: int, language: str = "en") -> Sample:
    """Return the article of that number: about 600 English words or 800 Chinese characters."""
    source = random.Random(f"{language}{number}")
    topic = source.sample(PAIRS if language == "zh" else NOUNS, 40)
    write = chinese_paragraph if language == "zh" else english_paragraph
    paragraphs = tuple(write(source, topic) for _ in range(source.randint(6, 10)))
    title = "".join(topic[:6]) if language == "zh" else " ".join(topic[:7]).capitalize()
    author = "王小明" if language == "zh" else f"{topic[7].capitalize()} {topic[8].capitalize()}"
    section = "运城" if language == "zh" else "City"
    published = FIRST_DAY + timedelta(minutes=97 * number)
    return Sample(number, language, title, paragraphs, author, section, tuple(topic[:3]), published)


def english_paragraph(source: random.Random, topic: Sequence[str]) -> str:
    """Return four or five sentences."""
    return " ".join(english_sentence(source, topic) for _ in range(source.randint(4, 5)))


def english_sentence(source: random.Random, topic: Sequence[str]) -> str:
    """Return a sentence in which about half of the words are stop words."""
    nouns = ENGLISH.draw(source, source.randint(6, 11), topic)
    words = [word for noun in nouns for word in (source.choice(STOP_WORDS), noun)]
    return " ".join(words).capitalize() + "."


def chinese_paragraph(source: random.Random, topic: Sequence[str]) -> str:
    """Return a paragraph of about 100 characters."""
    clauses = ["".join(CHINESE.draw(source, source.randint(4, 8), topic)) for _ in range(source.randint(8, 11))]
    return "，".join(clauses) + "。"
