"""Every benchmark finds what it measures, although few are run in the tests."""

from importlib import import_module
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent.parent / "benchmarks"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.py")))
def test_a_benchmark_can_be_imported(name: str) -> None:
    try:
        import_module(f"benchmarks.{name}")
    except ModuleNotFoundError as error:  # of the extra [bench]; a name that is not there is another error
        assert not (error.name or "").startswith(("newsarchive", "benchmarks"))
