"""One line for one passage: all that it tells, and how each of it is put."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.dossier.material import end_sentence, quote
from dragoman.dossier.prose import capitalize, join_words, lower_first
from dragoman.dossier.telling_events import MODALITY_WORDS, quoted_words
from dragoman.model.dossier import CitedSentence
from dragoman.model.entity import Event

# What stands behind the words of the source: " (2 reports of 1 origin)."
_REST = re.compile(r"(?: \((?P<extras>[^()]*)\))?\.?")


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence in parts: "A ban", "was reported", and what is added in brackets."""

    event: Event
    sentence: CitedSentence
    name: str
    put: str
    extras: tuple[str, ...]


def join_told(
    told: Iterable[tuple[Event, CitedSentence]],
) -> Iterator[tuple[Event, CitedSentence]]:
    """Join sentences that let one passage tell several events.

    "A ban was reported: “…”" and "a seizure was demanded: “…”" become "a ban was
    reported and a seizure was demanded: “…”".

    Args:
        told: Events with their sentences, in the order in which they stand.
    """
    groups: dict[str, list[_Told]] = {}
    for event, sentence in told:
        words = f": {quote(quoted_words(event))}"
        head, found, rest = sentence.text.partition(words)
        put = MODALITY_WORDS[event.modality]
        behind = _REST.fullmatch(rest)
        if found and behind and head.endswith(f" {put}"):
            extras = tuple((behind["extras"] or "").split("; "))
            part = _Told(event, sentence, head[: -len(put) - 1], put, extras)
            groups.setdefault(words, []).append(part)
        else:
            groups[event.id] = [_Told(event, sentence, "", put, ())]
    for words, group in groups.items():
        sentence = _join(words, group) if len(group) > 1 else group[0].sentence
        yield group[0].event, sentence


def _join(words: str, group: list[_Told]) -> CitedSentence:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for one in group:
        if (name := lower_first(one.name)) not in names[one.put]:
            names[one.put].append(name)
    puts = [
        f"{join_words(some)} {_agree(put, len(some))}" for put, some in names.items()
    ]
    extras = dict.fromkeys(extra for one in group for extra in one.extras if extra)
    added = f" ({'; '.join(extras)})" if extras else ""
    return CitedSentence(
        end_sentence(f"{capitalize(join_words(puts))}{words}{added}"),
        tuple(dict.fromkeys(c for one in group for c in one.sentence.citations)),
        tuple(dict.fromkeys(ref for one in group for ref in one.sentence.refs)),
    )


def _agree(put: str, number: int) -> str:
    return put if number == 1 else put.replace("was ", "were ", 1)
