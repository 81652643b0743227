"""Politeness: what sites ask of a crawler, read without the network: pace, robots.txt, reservations, addresses."""
