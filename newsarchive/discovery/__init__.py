"""Discovery: the bytes of feeds, sitemaps, list pages and front pages in, links with hints out."""
