"""Scrapy's settings for this project, with what the environment says."""

import os

from newsarchive import __version__

BOT_NAME = "newsarchive"
USER_AGENT = f"newsarchive/{__version__}"

NEWSARCHIVE_DB = os.environ.get("NEWSARCHIVE_DB", "data/newsarchive.db")
NEWSARCHIVE_SITES = ["sites", *filter(None, os.environ.get("NEWSARCHIVE_SITES", "").split(os.pathsep))]
NEWSARCHIVE_INLINE = False  # read in this process
NEWSARCHIVE_DUE_ONLY = False  # ask only places whose interval has passed
NEWSARCHIVE_NOW = None  # a time at which the crawl's clock starts, for tests over simulated days

SPIDER_LOADER_CLASS = "newsarchive.spiders.loader.SiteLoader"
SCHEDULER = "newsarchive.spiders.scheduler.Scheduler"
ITEM_PIPELINES = {"newsarchive.pipelines.ReadCaptures": 500}
DOWNLOADER_MIDDLEWARES = {
    "newsarchive.spiders.keeping.KeepCaptures": 650,  # sees redirects (600) and the wire's bytes (590)
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,  # parses every page for a rare tag
}
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",  # no zstd: WARC readers cannot undo it
}

ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_FAIL_ON_DATALOSS = False  # what arrived is kept
COOKIES_ENABLED = False
TELNETCONSOLE_ENABLED = False
HTTPERROR_ALLOW_ALL = True  # what a server answers is a fact about the page
LOG_LEVEL = "INFO"
