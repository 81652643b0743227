"""Spiders: discover, keep, hand over; one class per site, made from the site's file."""
