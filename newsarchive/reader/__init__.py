"""From captures to articles; what loads all rules of reading, which takes a second, stands in the modules beside."""

from collections import Counter

Counts = Counter[tuple[str, str]]
"""How many captures of a site ended how: ``("harbour", "new")``, ``("harbour", "skipped/list: it is a list")``."""
