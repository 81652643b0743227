"""Every example in a docstring says what is so."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import newsarchive

ROOT = Path(newsarchive.__file__).parent
WITH_EXAMPLES = [
    ".".join((ROOT.name, *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    for path in sorted(ROOT.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    failed, tried = doctest.testmod(import_module(name))
    assert tried
    assert not failed
