"""A site whose articles exist only after its scripts ran."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from newsarchive.archive import Archive
from newsarchive.items import SiteError
from newsarchive.sites import Site
from newsarchive.spiders.browser import CHROMIUM, browser_settings
from tests.spiders.small_site import small_site

ROOT = Path(__file__).parent.parent.parent
SITE = Site(key="scripted", name="Scripted", start="http://a.test/", browser=True)
PAGES = {
    "/": '<html><title>Town</title><body><script>document.body.innerHTML = \'<a href="/2026/1001.html">The bridge is '
    "open again</a>'</script></body></html>",
    "/2026/1001.html": """<html><title>The bridge is open again</title><body><div id="text"></div><script>
        const line = "The bridge over the river is open again after three years of work and much patience. ";
        document.querySelector("#text").innerHTML = "<h1>The bridge is open again</h1>"
            + ("<p>" + line.repeat(4) + "</p>").repeat(3);
        </script></body></html>""",
}


@pytest.fixture
def address() -> Iterator[str]:
    with small_site(PAGES) as (port, _):
        yield f"127.0.0.1:{port}"


@pytest.mark.skipif(not any(map(shutil.which, CHROMIUM)), reason="there is no Chromium on this machine")
@pytest.mark.skipif(find_spec("scrapy_playwright") is None, reason="the extra newsarchive[browser] is not installed")
def test_text_that_scripts_write_is_archived(tmp_path: Path, address: str) -> None:
    (tmp_path / "scripted.toml").write_text(
        f'start = "http://{address}/"\ndomains = ["{address}"]\nbrowser = true\nprivate = true\ndelay = 0\n'
        '[[discover]]\nkind = "home"\n'
    )
    done = subprocess.run(
        [sys.executable, "-m", "newsarchive", "crawl", "scripted", "--db", "a.db"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "NEWSARCHIVE_SITES": str(tmp_path), "no_proxy": "*"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    with Archive(tmp_path / "a.db", read_only=True) as archive:
        article = archive.article(f"http://{address}/2026/1001.html")
    assert article is not None, done.stdout + done.stderr
    assert article.body.count("The bridge over the river") == 12


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsarchive.spiders.browser.find_spec", lambda name: None)
    with pytest.raises(SiteError, match=r"pip install 'newsarchive\[browser\]'"):
        browser_settings(SITE)
    monkeypatch.setattr("newsarchive.spiders.browser.find_spec", lambda name: object())
    monkeypatch.setattr("newsarchive.spiders.browser.shutil.which", lambda name: None)
    with pytest.raises(SiteError, match="apt install chromium"):
        browser_settings(SITE)
