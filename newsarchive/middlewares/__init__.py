"""Scrapy's downloader middlewares of this project: thin adapters between requests and what the rooms below know."""
