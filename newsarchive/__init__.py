"""Archive news: read articles from pages, keep them faithfully, and find them again."""
