"""Opens the archive in a browser, through Datasette."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from newsarchive.archive import Archive
from newsarchive.cli._kinds import Whole
from newsarchive.cli._options import db_option
from newsarchive.items import NewsarchiveError


@click.command()
@db_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=Whole(0, 65535), default=8001, show_default=True, help="0 takes a free one.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser at the first page.")
def serve(db: Path, host: str, port: int, open_browser: bool) -> None:
    """Browse the archive: search, facets, SQL, and a page for every article.

    Needs Datasette: pip install 'newsarchive[serve]'

    Example: newsarchive serve --port 8001
    """
    with Archive(db, read_only=True) as archive:
        descriptions = archive.descriptions()
    try:
        import uvicorn
        from datasette.app import Datasette
        from datasette.plugins import pm

        from newsarchive.reports.browser import SETTINGS, TEMPLATES, metadata, plugin
    except ImportError as error:
        raise NewsarchiveError("Browsing needs Datasette; install it with: pip install 'newsarchive[serve]'") from error
    pm.register(plugin, "newsarchive")
    datasette = Datasette(
        [str(db)], metadata=metadata(db.stem, descriptions), template_dir=str(TEMPLATES), settings=SETTINGS
    )
    listening = _listening(host, port)
    address = f"http://{host}:{listening.getsockname()[1]}/"
    click.echo(f"Serving {db} at {address} (Ctrl-C ends it)", err=True)
    if open_browser:
        click.launch(address)
    server = uvicorn.Server(uvicorn.Config(datasette.app(), log_level="warning", lifespan="on"))
    server.run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise NewsarchiveError(
            f"Port {port} of {host} cannot be used ({error.strerror}); choose another with --port."
        ) from error
