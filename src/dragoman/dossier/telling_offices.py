"""Who held an office when, and whom a report means that names the office alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from dragoman.analyze.tenures import Tenure, list_tenures
from dragoman.dossier.material import Material, quote
from dragoman.dossier.prose import capitalize, date_words, join_words
from dragoman.dossier.telling_entities import says_status
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Described
from dragoman.model.span import Citation

MAX_CITATIONS = 3


def add_glosses(text: str, described: Iterable[Described]) -> str:
    """Add to a sentence in brackets whom the source names by office only.

    What only the list that ships says is marked as such: it is no evidence.
    """
    glosses = []
    for one in described:
        words = quote(one.words)
        if one.basis == "reports":
            glosses.append(f"the source says {words}, other reports name the holder")
        elif one.entity is not None:
            glosses.append(
                f"the source says {words}, a list of offices names the holder"
            )
        else:
            glosses.append(f"{words}: {one.name}, by a list of offices")
    return f"{text} [{'; '.join(glosses)}]" if glosses else text


def cite_glosses(described: Iterable[Described]) -> tuple[Citation, ...]:
    """Return what shows who held the offices."""
    return tuple(citation for one in described for citation in one.citations)


def tell_offices(material: Material) -> Iterator[CitedSentence]:
    """Tell the offices that changed hands, and those whose term a source gives."""
    offices: defaultdict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in list_tenures(material.entities):
        offices[tenure.office.body, tenure.office.line].append(tenure)
    for _, tenures in sorted(offices.items()):
        told = [one for one in tenures if _changes(one)]
        if not told or _is_shared(tenures):
            continue
        shown = tenures if len(tenures) > 1 else told
        main = max(shown, key=lambda one: len(one.citations))
        body = main.organization_name or ""
        title = capitalize(main.title)
        name = title if body.casefold() in title.casefold() else f"{title} ({body})"
        holders = [f"{_name(material, one)} ({when_words(one)})" for one in shown]
        citations: list[Citation] = []
        for one in shown:
            citations.extend(one.citations[:MAX_CITATIONS])
        refs = tuple(one.holder for one in shown)
        text = f"{name}: {join_words(holders)}."
        yield CitedSentence(text, tuple(dict.fromkeys(citations)), refs)


def _changes(tenure: Tenure) -> bool:
    """Tell whether a source says that somebody enters or leaves."""
    return any(
        (
            *(tenure.start, tenure.end),
            *(tenure.over_by, tenure.due_after, tenure.succeeded),
        )
    )


def _is_shared(tenures: list[Tenure]) -> bool:
    """Tell whether several hold an office at once, so that it is no single post."""
    spans = [one for one in tenures if one.first_cited and one.last_cited]
    spans.sort(key=lambda one: one.first_cited or "")
    return any(
        (one.last_cited or "") > (after.first_cited or "")
        and not (one.over_by or after.over_by)
        for one, after in pairwise(spans)
    )


def _name(material: Material, tenure: Tenure) -> str:
    entity = material.entity_by_id.get(tenure.holder)
    return tenure.holder if entity is None else entity.name


def when_words(tenure: Tenure) -> str:
    """Return what is known of a term, told and cited apart.

    ``since 2021, cited 3 March 2024`` or ``former by 12 March 2024``.
    """
    parts = []
    if tenure.status == "acting" and not says_status(tenure.title, "acting"):
        parts.append("acting")
    if tenure.start and tenure.end:
        parts.append(date_words(f"{tenure.start}/{tenure.end}"))
    elif tenure.start:
        parts.append(f"since {date_words(tenure.start)}")
    elif tenure.end:
        parts.append(f"until {date_words(tenure.end)}")
    if tenure.first_cited and tenure.last_cited:
        parts.append(_cited(tenure.first_cited, tenure.last_cited))
    if tenure.over_by and not tenure.end:
        parts.append(f"called former on {date_words(tenure.over_by)}")
    elif tenure.succeeded:
        parts.append(f"another in office on {date_words(tenure.succeeded)}")
    if tenure.due_after:
        parts.append(f"not yet in office on {date_words(tenure.due_after)}")
    return ", ".join(parts) or tenure.status


def _cited(first: str, last: str) -> str:
    if first == last:
        return f"cited on {date_words(first)}"
    return f"cited from {date_words(first)} to {date_words(last)}"
