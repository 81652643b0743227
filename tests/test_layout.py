"""The layout holds: each room imports only from lower levels, and every module says what it is for."""

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsarchive"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = {
    **dict.fromkeys(["han", "items", "urls", "dates", "text", "charsets", "memory"], 0),
    **dict.fromkeys(["sites", "discovery", "politeness", "health", "newsroom", "query"], 1),
    **dict.fromkeys(["extraction", "archive", "reports"], 2),
    **dict.fromkeys(["reader", "spiders", "pipelines", "middlewares", "alerts", "settings"], 3),
    "cli": 4,
}
FOUNDATIONS = {"han": 0, "text": 0, "items": 0, "urls": 1, "charsets": 1, "dates": 1, "memory": 1}
SCRAPY_ROOMS = {"spiders", "pipelines", "middlewares", "settings", "cli"}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.update({node.module} | {f"{node.module}.{alias.name}" for alias in node.names})
    return found


def rooms_imported(path: Path) -> set[str]:
    parts = [name.split(".") for name in imports(path)]
    return {name[1] for name in parts if name[0] == "newsarchive" and len(name) > 1} & ROOMS.keys()


PUBLIC = [path for path in MODULES if room(path) not in {"__init__", "__main__"}]


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_from_lower_levels(path: Path) -> None:
    here = room(path)
    others = rooms_imported(path) - {here}
    if ROOMS[here] == 0:
        assert {other for other in others if FOUNDATIONS.get(other, 9) >= max(FOUNDATIONS[here], 1)} == set()
    elif ROOMS[here] == 3:
        assert {other for other in others if ROOMS[other] > 3} == set()
    else:
        assert {other for other in others if ROOMS[other] >= ROOMS[here]} == set()


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_upper_levels_know_scrapy(path: Path) -> None:
    if room(path) not in SCRAPY_ROOMS:
        assert {name for name in imports(path) if name.split(".")[0] in {"scrapy", "twisted"}} == set()


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_settings_and_the_command_line_read_the_environment(path: Path) -> None:
    if room(path) not in {"settings", "cli"}:
        assert "os.environ" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_opens_with_what_it_is_for(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith(".")


PACKAGES = sorted({path.parent for path in MODULES if any(path.parent.glob("*/__init__.py"))})


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_the_rooms_of_a_package_import_one_another_in_no_circle(package: Path) -> None:
    inside = ".".join(package.relative_to(PACKAGE.parent).parts) + "."
    rooms = [path.parent for path in package.glob("*/__init__.py")]
    named = {
        each.name: {name[len(inside) :].split(".")[0] for name in imports_of(each) if name.startswith(inside)}
        for each in rooms
    }
    order = TopologicalSorter({name: (needs & named.keys()) - {name} for name, needs in named.items()})
    assert set(order.static_order()) == named.keys()  # raises CycleError


def imports_of(folder: Path) -> set[str]:
    return set().union(*(imports(path) for path in folder.rglob("*.py")))
