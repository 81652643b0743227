"""Invented articles are always the same, differ from each other, and read as what they were written as."""

import pytest

from benchmarks.measures import overlap
from benchmarks.sample_pages import LAYOUTS, sample_page
from benchmarks.samples import sample


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_article_is_the_same_at_every_call_and_unlike_the_next(language):
    assert sample(7, language) == sample(7, language)
    assert overlap(sample(7, language).body, sample(8, language).body).hit < 0.05


def test_chinese_articles_have_about_800_characters_and_english_600_words():
    chinese = [len(sample(number, "zh").body) for number in range(50)]
    english = [len(sample(number, "en").body.split()) for number in range(50)]
    assert 700 < sum(chinese) / 50 < 1000
    assert 500 < sum(english) / 50 < 800


def test_layouts_and_languages_take_turns_and_pages_weigh_about_70_kb():
    pages = [sample_page(number) for number in range(2 * len(LAYOUTS))]
    assert ["application/ld+json" in page for page in pages] == [True, True, False, False, False, False]
    assert all(68_000 < len(page.encode()) < 76_000 for page in pages)
