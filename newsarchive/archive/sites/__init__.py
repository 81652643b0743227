"""What the archive knows of sites: which it has met, which lines they repeat, how much of them it has."""
