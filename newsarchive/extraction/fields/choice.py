"""The one rule by which a field is chosen among its candidates: those that agree add up, the surest wins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp, log

from newsarchive.items import Candidate

LEAST = 0.42
"""No list is better than one that is less sure."""
_SURE = 0.995
# One line of names; elsewhere each name has an element of its own, and some may have none.
_LINES = (("byline", "by"), ("byline", "signed"))
# Share of right values among the chosen authors and tags by the number of other places that give them (measured).
_BY_WITNESSES = (0.55, 0.75, 0.88, 0.95, 0.96)


@dataclass(frozen=True, slots=True)
class Group:
    """Candidates that mean the same, and how sure they make us together."""

    key: str
    candidates: tuple[Candidate, ...]
    confidence: float


def candidate(
    weights: Mapping[str, float], value: str, origin: str, where: str, reason: str = "", default: float = 0.5
) -> Candidate:
    """Return a candidate with the confidence that a table gives its place, its kind in brackets, or its origin."""
    confidence = next((weights[name] for name in places(origin, where) if name in weights), default)
    return Candidate(value, origin, confidence, where, reason=reason)


def places(origin: str, where: str) -> tuple[str, ...]:
    """Return the names under which a table may know a place, the narrowest first.

    >>> places("meta", "author (site)")
    ('meta author (site)', 'meta (site)', 'meta')
    """
    kind = where[where.rfind("(") :] if where.endswith(")") else ""
    return (f"{origin} {where}", *([f"{origin} {kind}"] if kind else []), origin)


def weighed(candidates: Iterable[Candidate], same: Callable[[str], str], *, mild: bool = False) -> list[Group]:
    """Return the groups of candidates that agree, the surest first.

    ``same`` maps values that mean the same to one key. Confidences are read as odds: the odds of a group are the
    product over its places, and its confidence is its share among all groups and "none of them" (McFadden's
    conditional logit). So a value that stands alone is less sure when others contradict it. Site rules decide alone.
    With ``mild``, a place of less than even odds adds nothing to others, where it would speak against what it says too.
    """
    groups: dict[str, dict[tuple[str, str], Candidate]] = {}
    for one in candidates:
        groups.setdefault(same(one.value), {}).setdefault((one.origin, one.where), one)
    odds = {name: exp(_together(list(map(_log_odds, group.values())), mild=mild)) for name, group in groups.items()}
    total = 1.0 + sum(odds.values())
    found = [Group(name, tuple(group.values()), odds[name] / total) for name, group in groups.items()]
    return sorted(found, key=lambda group: -group.confidence)


def _together(logs: Sequence[float], *, mild: bool) -> float:
    """Return the log-odds of what several places say."""
    return max(logs) if mild and max(logs) <= 0 else sum(one for one in logs if one > 0 or not mild)


def chosen(candidates: Sequence[Candidate], same: Callable[[str], str] = str) -> tuple[Candidate, ...]:
    """Return all candidates, the winner first and marked, with what it weighs in the end and who agrees."""
    groups = weighed(candidates, same)
    if not groups:
        return ()
    winner = won(groups[0])
    return (winner, *(one for one in candidates if one is not groups[0].candidates[0]))


def won(group: Group) -> Candidate:
    """Return the first candidate of a group as the winner, with the group's confidence and its witnesses."""
    first = group.candidates[0]
    witnesses = dict.fromkeys(f"{one.origin} {one.where}".strip() for one in group.candidates[1:])
    agreement = f"agrees with {', '.join(witnesses)}" if witnesses else ""
    reason = "; ".join(filter(None, (first.reason, agreement)))
    return replace(first, chosen=True, confidence=round(group.confidence, 3), reason=reason)


def chosen_list(candidates: Sequence[Candidate], same: Callable[[str], str] = str) -> tuple[Candidate, ...]:
    """Return all candidates of a field of many values, those of the winning place first and marked.

    Each place that gives values is one witness for its whole list. The surest list wins; lists that overlap with it
    support it by half of their log-odds. A list that stays below ``LEAST`` is worse than none.
    """
    lists: dict[tuple[str, str], dict[str, Candidate]] = {}
    for one in candidates:
        lists.setdefault((one.origin, one.where), {}).setdefault(same(one.value), one)
    scores = {place: _supported(place, lists) for place in lists}
    best = max(scores, key=lambda place: scores[place], default=None)
    if best is None or scores[best] < log(LEAST / (1 - LEAST)):
        return tuple(candidates)
    if best[0] == "byline":  # what machines are told is all of it
        best = next((place for place in _LINES if lists.get(place, {}).keys() > lists[best].keys()), best)
    winners = [_confirmed(name, one, lists) for name, one in lists[best].items()]
    return (*winners, *(one for one in candidates if (one.origin, one.where) != best))


def _supported(place: tuple[str, str], lists: Mapping[tuple[str, str], Mapping[str, Candidate]]) -> float:
    own = lists[place].keys()
    score = _log_odds(next(iter(lists[place].values())))
    for other, values in lists.items():
        if other != place:
            overlap = 2 * len(own & values.keys()) / (len(own) + len(values))
            score += overlap * max(0.0, _log_odds(next(iter(values.values()))) + 0.8) / 2
    return score


def _confirmed(name: str, one: Candidate, lists: Mapping[tuple[str, str], Mapping[str, Candidate]]) -> Candidate:
    """Mark a value as chosen, as sure as the number of places makes it that give it too."""
    witnesses = [place for place, values in lists.items() if name in values and place != (one.origin, one.where)]
    sure = _BY_WITNESSES[min(len(witnesses), len(_BY_WITNESSES) - 1)]
    agreement = ", ".join(" ".join(place).strip() for place in witnesses)
    reason = f"agrees with {agreement}" if agreement else one.reason
    return replace(one, chosen=True, confidence=one.confidence if one.origin == "rule" else sure, reason=reason)


def _log_odds(one: Candidate) -> float:
    confidence = min(max(one.confidence, 1 - _SURE), _SURE)
    return log(confidence / (1 - confidence)) if one.origin != "rule" else 20.0
