"""What is written in Python for one site, where its TOML file cannot say it: a file of the same name beside it."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from newsarchive.items import NewsarchiveError, SiteError
from newsarchive.sites.site import Site

_T = TypeVar("_T")


def class_of(site: Site | None, base: type[_T]) -> type[_T]:
    """Return the subclass of ``base`` in the site's Python file, ``base`` itself if there is none.

    Raises SiteError if the file cannot be run, or has several.
    """
    if site is None or site.python is None:
        return base
    module = _module(site.python)
    found = [each for each in vars(module).values() if _is_own(each, base, module)]
    if len(found) > 1:
        names = " and ".join(each.__name__ for each in found)
        raise SiteError(f"The Python file {site.python} has {names}, but a site has one {base.__name__}.")
    return found[0] if found else base


def fault(error: Exception, path: str) -> str:
    """Return how a site's Python file is to blame for an error: by the line in which it fails."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    line = lines[-1] if lines else getattr(error, "lineno", None)  # a file that cannot be parsed has no frame
    return f"fails in line {line}" if line else "returns what is of no use"


def blamed(error: Exception, path: str) -> SiteError:
    """Return what went wrong in a site's Python file as a sentence."""
    return SiteError(f"The Python file {path} {fault(error, path)}: {type(error).__name__}: {error}.")


@contextmanager
def blaming(path: str | None) -> Iterator[None]:
    """Turn whatever goes wrong in a site's Python file into a SiteError that says in which line."""
    try:
        yield
    except NewsarchiveError:
        raise
    except Exception as error:  # whatever people write
        if path is None:
            raise
        raise blamed(error, path) from error


def _is_own(each: Any, base: type, module: ModuleType) -> bool:
    return isinstance(each, type) and issubclass(each, base) and each.__module__ == module.__name__


@cache
def _module(path: str) -> ModuleType:
    name = f"newsarchive_site_{Path(path).stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise SiteError(f"The Python file {path} cannot be loaded.")
    module = sys.modules[name] = module_from_spec(spec)
    with blaming(path):
        spec.loader.exec_module(module)
    return module
