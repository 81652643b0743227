"""Crawls that are divided among processes."""

from pathlib import Path

from tests.spiders.small_site import newsarchive, small_site

MANY = 170  # sites whose rows are more than a pipe holds: 64 KB


def test_processes_with_many_sites_come_to_their_end(tmp_path: Path) -> None:
    for number in range(MANY):
        start = f"http://{number}.town.example/"
        (tmp_path / f"{number:03}{'-long' * 40}.toml").write_text(
            f'start = "{start}"\nprivate = true\ndelay = 0\n[[discover]]\nkind = "list"\nurl = "{start}"\n'
        )
    with small_site({}) as (port, _):
        done = newsarchive(tmp_path, port, "crawl", "--jobs", "2")
    assert done.stdout.count("is broken: no place of discovery answers: 404") == MANY
