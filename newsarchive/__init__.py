"""Archive news: read articles from pages, keep them faithfully, and find them again."""

__version__ = "0.1.0"
