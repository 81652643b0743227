"""Keeps an archive in order over the years: check, mend, back up, take down, merge."""
