"""Versions of one statement that contradict one another, each with its sources."""

from collections.abc import Iterator

from dragoman.dossier.material import Material, end_sentence, quote, shorten
from dragoman.dossier.prose import join_words
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Statement

_CHARS = 220


def tell_contrary(material: Material) -> Iterator[CitedSentence]:
    """Tell what sources let one speaker say in versions that exclude one another."""
    by_id = {one.id: one for one in material.statements}
    told: set[str] = set()
    for statement in material.statements:
        if statement.id in told or not statement.against:
            continue
        versions = _versions(statement, by_id)
        told.update(one.id for one in versions)
        if len(versions) > 1:
            yield _tell(material, versions)


def _versions(first: Statement, by_id: dict[str, Statement]) -> list[Statement]:
    """Return a statement with all that hang together with it, the most told first."""
    found = {first.id: first}
    waiting = [first]
    while waiting:
        for other in waiting.pop().against:
            if other in by_id and other not in found:
                found[other] = by_id[other]
                waiting.append(by_id[other])
    return sorted(found.values(), key=lambda one: (-len(one.reports), one.id))


def _tell(material: Material, versions: list[Statement]) -> CitedSentence:
    first = versions[0]
    who = join_words([material.name(party) for party in first.speakers])
    parts = []
    for one in versions:
        told = material.outlets(report.document_id for report in one.reports)
        words = quote(shorten(one.content, _CHARS))
        parts.append(f"{words} ({join_words(told)})")
    text = f"The sources differ on what {who or 'an unnamed speaker'} said: "
    cited = dict.fromkeys(c for one in versions for c in one.citations[:1])
    return CitedSentence(
        end_sentence(text + "; ".join(parts)),
        tuple(cited),
        tuple(one.id for one in versions),
    )
