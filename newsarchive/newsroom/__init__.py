"""A small newsroom on loopback: four invented news sites in the shapes of real ones, for the demo and the tests."""

from newsarchive.newsroom.server import LoggedRequest, NewsroomServer, site_folder

__all__ = ["LoggedRequest", "NewsroomServer", "site_folder"]
