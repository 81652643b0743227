"""Whether a page shows one of many lines is told as a search for each would, and no slower for many."""

import random
import time

import pytest

from newsarchive.archive.upkeep.lines import Lines

LETTERS = "天地玄黄宇宙洪荒"


def drawn(source: random.Random, longest: int) -> str:
    return "".join(source.choices(LETTERS, k=source.randint(4, longest)))


@pytest.mark.parametrize("seed", range(20))
def test_a_line_is_found_wherever_it_stands(seed: int) -> None:
    source = random.Random(seed)
    lines = [drawn(source, 24) for _ in range(4)]
    texts = [drawn(source, 2000) for _ in range(5)]
    texts += [f"{drawn(source, 30)}{source.choice(lines)}{drawn(source, 30)}", lines[0], lines[0][:-1], ""]
    found = [Lines(lines).any_in(text) for text in texts]
    assert found == [any(line in text for line in lines) for text in texts]
    assert set(found) == {True, False}


def test_many_lines_cost_no_more_than_few() -> None:
    source = random.Random(1)
    many = [f"{number}{drawn(source, 60)}" for number in range(40_000)]
    text = "".join(source.choices(LETTERS, k=20_000))

    def cost(lines: list[str]) -> float:
        known = Lines(lines)
        start = time.process_time()
        assert not known.any_in(text)
        return time.process_time() - start

    assert cost(many) < 10 * cost(many[:40]) + 0.05
