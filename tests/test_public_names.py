import subprocess
import sys
from importlib.resources import files

import newsarchive

PURE = """
import sys
sys.modules["scrapy"] = sys.modules["twisted"] = None  # itemadapter loads Scrapy wherever it is installed
from newsarchive import extract
extract("<title>Ferry sails</title><article><h1>Ferry sails</h1>" + "<p>The ferry sailed at noon, as it had said.</p>" * 9)
assert "sqlite3" not in sys.modules
"""


def test_every_public_name_is_there() -> None:
    assert [name for name in newsarchive.__all__ if not hasattr(newsarchive, name)] == []


def test_extract_needs_neither_scrapy_nor_a_database() -> None:
    subprocess.run([sys.executable, "-c", PURE], check=True)


def test_type_checkers_of_users_see_the_types() -> None:
    assert (files(newsarchive) / "py.typed").is_file()  # PEP 561: without it every name is Any


CRAWLS = """
import sys
import newsarchive.spiders.crawls.running, newsarchive.spiders.loader, newsarchive.spiders.records.recorder
assert not [name for name in sys.modules if name.startswith("newsarchive.extraction")]
"""


def test_the_process_that_crawls_loads_no_rules_of_reading() -> None:
    subprocess.run([sys.executable, "-c", CRAWLS], check=True)  # a second and 20 MB for each of --jobs
