"""What titles tell of the walk of life of those who bear them.

A minister and a goalkeeper of one name may be one person, but a name alone does not
say so.
"""

from collections.abc import Iterable
from functools import cache

_WALKS = {
    "public office": """
        minister president premier chancellor ambassador envoy governor mayor senator
        lawmaker legislator mp mep mk mla mna parliamentarian congressman
        congresswoman king queen emir sultan general colonel brigadier admiral commander
        lieutenant sergeant prosecutor commissioner spokesman spokeswoman spokesperson
        diplomat consul rebel warlord militant secretary-general undersecretary
        """,
    "medicine": """
        surgeon physician doctor nurse paramedic paediatrician pediatrician midwife
        anaesthetist psychiatrist dentist pharmacist
        """,
    "sport": """
        goalkeeper striker midfielder footballer player coach athlete boxer
        wrestler swimmer sprinter cyclist cricketer referee
        """,
    "arts": """
        poet novelist singer actor actress painter musician composer filmmaker sculptor
        artist dancer photographer rapper pianist violinist
        """,
    "trade": """
        baker farmer shopkeeper trader teacher student fisherman shepherd
        electrician mechanic carpenter butcher cook tailor barber waiter waitress
        driver welder plumber porter vendor hawker grocer miner labourer laborer
        builder mason seamstress hairdresser cleaner gardener pensioner housewife
        herder pupil schoolboy schoolgirl weaver potter bricklayer taxi-driver
        """,
}
_OFFICE, _TRADE = "public office", "trade"


@cache
def _by_word() -> dict[str, str]:
    return {word: walk for walk, words in _WALKS.items() for word in words.split()}


def find_walks(titles: Iterable[str]) -> frozenset[str]:
    """Return the walks of life that titles tell, none for titles of any walk."""
    words = (word for title in titles for word in title.lower().split())
    return frozenset(_by_word()[word] for word in words if word in _by_word())


def are_apart(titles: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether two sets of titles are known to be of different walks of life.

    >>> are_apart(["foreign minister"], ["head surgeon"])
    True
    >>> are_apart(["foreign minister"], ["chairman"])
    False
    """
    one, other = find_walks(titles), find_walks(others)
    return bool(one and other) and not one & other


def is_calling(word: str) -> bool:
    """Tell whether a noun says what somebody lives by, and no office."""
    return _by_word().get(word, _OFFICE) != _OFFICE


def are_other_trades(callings: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether two are known by nothing but a trade, and each by another one.

    Of whom it is told what he lives by, readers know nothing else.

    >>> are_other_trades(["trader"], ["fisherman"])
    True
    >>> are_other_trades(["poet"], ["singer"])
    False
    """
    one, other = set(callings), set(others)
    walks = find_walks(one) | find_walks(other)
    return bool(one and other) and one.isdisjoint(other) and walks == {_TRADE}
