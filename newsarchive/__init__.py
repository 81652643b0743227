"""Archive news: read articles from pages, keep them faithfully, and find them again."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsarchive.archive import Archive
    from newsarchive.extraction import extract
    from newsarchive.extraction.fields.loader import ArticleLoader
    from newsarchive.items import Article, Link, NotAnArticle
    from newsarchive.sites import Discover, Rule, Site
    from newsarchive.spiders.links.places import Told
    from newsarchive.spiders.news import NewsSpider

__all__ = [
    "Archive",
    "Article",
    "ArticleLoader",
    "Discover",
    "Link",
    "NewsSpider",
    "NotAnArticle",
    "Rule",
    "Site",
    "Told",
    "__version__",
    "extract",
]
__version__ = "0.1.0"
_ROOMS = {
    "Archive": "archive",
    "Article": "items",
    "ArticleLoader": "extraction.fields.loader",
    "Discover": "sites",
    "Link": "items",
    "NewsSpider": "spiders.news",
    "NotAnArticle": "items",
    "Rule": "sites",
    "Site": "sites",
    "Told": "spiders.links.places",
    "extract": "extraction",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for: reading a page needs no database."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
