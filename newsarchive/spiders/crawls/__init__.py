"""Crawls as people order them: of which sites and pages, in which processes."""
