"""Scrapy's settings for this project, with what the environment says."""

import os

from newsarchive import __version__

BOT_NAME = "newsarchive"
USER_AGENT = f"newsarchive/{__version__}"

NEWSARCHIVE_CONTACT = os.environ.get("NEWSARCHIVE_CONTACT")  # an e-mail address or a web page, sent with each request

NEWSARCHIVE_DB = os.environ.get("NEWSARCHIVE_DB", "data/newsarchive.db")
NEWSARCHIVE_SITES = ["sites", *filter(None, os.environ.get("NEWSARCHIVE_SITES", "").split(os.pathsep))]
NEWSARCHIVE_INLINE = False  # read in this process
NEWSARCHIVE_READING_JOBS = 1  # processes that read pages while more wait than one can read
NEWSARCHIVE_DUE_ONLY = False  # ask only places whose interval has passed
NEWSARCHIVE_LOG_JSON = False
NEWSARCHIVE_LOG_FILE = None  # append log lines to this file instead of writing them on standard error
NEWSARCHIVE_ALERT_MAIL = os.environ.get("NEWSARCHIVE_ALERT_MAIL")  # who is told when a site's state changes
NEWSARCHIVE_ALERT_SENDER = os.environ.get("NEWSARCHIVE_ALERT_SENDER", "newsarchive@localhost")
NEWSARCHIVE_SMTP = os.environ.get("NEWSARCHIVE_SMTP", "smtp://localhost")  # smtp(s)://user:password@host:port
NEWSARCHIVE_ALERT_WEBHOOK = os.environ.get("NEWSARCHIVE_ALERT_WEBHOOK")  # is posted the changes as JSON
NEWSARCHIVE_HEALTH_FILE = os.environ.get("NEWSARCHIVE_HEALTH_FILE")  # JSON with the state of every site
NEWSARCHIVE_METRICS_FILE = os.environ.get("NEWSARCHIVE_METRICS_FILE")  # for Prometheus' node exporter
NEWSARCHIVE_STATS_DAYS = os.environ.get("NEWSARCHIVE_STATS_DAYS", "90")  # for so long a run's counts of Scrapy stay
NEWSARCHIVE_NOW = os.environ.get("NEWSARCHIVE_NOW")  # when the clock starts, for tests over simulated days

SPIDER_LOADER_CLASS = "newsarchive.spiders.loader.SiteLoader"
SCHEDULER = "newsarchive.spiders.scheduler.Scheduler"
ITEM_PIPELINES = {"newsarchive.pipelines.ReadCaptures": 500}
DOWNLOADER_MIDDLEWARES = {
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,  # knows no crawl delay, and takes 500 for yes
    "newsarchive.middlewares.addresses.OwnSite": 50,
    "newsarchive.middlewares.robots.RobotsTxt": 100,
    "newsarchive.middlewares.introduction.Introduction": 490,
    "newsarchive.middlewares.hosts.HostPace": 560,  # hears of 429 before RetryMiddleware (550) asks again
    "newsarchive.middlewares.keeping.KeepCaptures": 650,  # sees redirects (600) and the wire's bytes (590)
    "newsarchive.middlewares.reservations.SkipReserved": 660,  # before anything is kept
    "newsarchive.middlewares.addresses.PublicAddresses": 760,  # after HttpProxyMiddleware (750)
    "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,  # parses every page for a rare tag
}
# These would run whatever is sent to a port, and to load the second, with aiohttp, takes a tenth of a second.
EXTENSIONS = dict.fromkeys(("scrapy.extensions.telnet.TelnetConsole", "scrapy.extensions.remote_control.RemoteControl"))
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br",  # no zstd: WARC readers cannot undo it
}

DOWNLOAD_HANDLERS = dict.fromkeys(("data", "file", "ftp", "s3"))  # http and https are all there is
TWISTED_DNS_RESOLVER = "newsarchive.middlewares.addresses.PublicResolver"
DOWNLOAD_MAXSIZE = 32 * 1024 * 1024  # as received, and after decompression
SCRAPER_SLOT_MAX_ACTIVE_SIZE = DOWNLOAD_MAXSIZE  # a sitemap that is being read keeps no page waiting
REDIRECT_MAX_TIMES = 5
REDIRECT_PRIORITY_ADJUST = 0  # a sitemap stays one, wherever it lies

RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # the run counts it with its reason; cron mails warnings and errors
ROBOTSTXT_OBEY = True
NEWSARCHIVE_MAX_CRAWL_DELAY = 30.0  # seconds that robots.txt may ask for
NEWSARCHIVE_LONGEST_WAIT = 120.0  # seconds that a crawl waits for a host that asks to be left alone
NEWSARCHIVE_BACKOFF = 30.0  # seconds of the first rest of a host that does not say how long
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_FAIL_ON_DATALOSS = False  # what arrived is kept
COOKIES_ENABLED = False
HTTPERROR_ALLOW_ALL = True  # what a server answers is a fact about the page
CONCURRENT_ITEMS = 1  # Scrapy starts this many tasks for each response, and a page gives one capture
LOG_LEVEL = "INFO"
