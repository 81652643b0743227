"""Copies of one article: fingerprints to find them by, and the groups that they make."""
