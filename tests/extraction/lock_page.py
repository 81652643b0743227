"""One page about a lock, with whatever a test puts above and below its text, or into its head."""

from newsarchive.extraction import extract
from newsarchive.items import Article

TEXT = "".join(
    f"<p>{line}</p>"
    for line in (
        "The lock on the upper canal will be closed until May, because its gates have to be cut from new oak.",
        "Eleven barges that carry gravel to the works on the hill have to unload at the old quay for that time.",
        "The keeper of the lock, who has lived beside it for thirty years, will show the dry chamber on Sundays.",
        "After that the water is let in by hand, as it was when the canal was dug, for the pumps are broken too.",
    )
)


def read(above: str = "", below: str = "", *, head: str = "", ending: str = "") -> Article:
    return extract(
        f"<html lang=en><head><title>Lock closes until May{ending}</title>{head}</head>"
        f"<body><h1>Lock closes until May</h1>{above}{TEXT}{below}</body></html>",
        "https://canal.example/a/33",
    )
