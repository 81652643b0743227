"""Measures what a crawl asks of a site that has not changed, and the memory of one with a long frontier.

python -m benchmarks.recrawl [--pages 5000] [--urls 1000000]
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from typing import Any

from benchmarks.site_server import site_server

REQUESTS = 0.02  # for each article of a site that has not changed
MEMORY = 300  # MB


def main() -> None:
    """Crawl twice, then queue the addresses of sitemaps, and print the figures."""
    options = arguments()
    with site_server(options.pages) as address, tempfile.TemporaryDirectory() as folder:
        first, second = (crawl("ours", address, folder) for _ in range(2))
    share = second["requests"] / options.pages
    print(f"{options.pages} articles: {first['requests']} requests, then {second['requests']} as nothing has changed:")
    print(f"{share:.4f} for each article (at most {REQUESTS}); {second['memory']:.0f} MB (at most {MEMORY})")
    with site_server(1, urls=options.urls) as address, tempfile.TemporaryDirectory() as folder:
        long = crawl("frontier", address, folder)
    print(f"{options.urls} addresses of sitemaps queued: {long['memory']:.0f} MB (at most {MEMORY})")


def arguments() -> argparse.Namespace:
    """Return the parsed command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.recrawl", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pages", type=int, default=5000, help="articles of the site crawled twice (default 5000)")
    parser.add_argument("--urls", type=int, default=1_000_000, help="addresses in sitemaps (default 1000000)")
    return parser.parse_args()


def crawl(name: str, address: str, folder: str) -> dict[str, Any]:
    """Crawl in a fresh process; return what it measured about itself."""
    command = [sys.executable, "-m", "benchmarks.crawl_one", name, address, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"The crawl failed:\n{done.stderr[-2000:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


if __name__ == "__main__":
    main()
