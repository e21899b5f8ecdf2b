"""Checks the corpus of our own against its guide, and counts what is marked in it.

    python training/corpus_check.py [FOLDER]

Every fault is printed; the exit status is 1 if there is one.
"""

import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from corpus_reader import CORPUS, CorpusError, Extent, Report, read_corpus
from dragoman.schema.loader import PLOVER

TYPES = frozenset(
    {
        "person",
        "party",
        "armed_group",
        "government_body",
        "international_organization",
        "media",
        "organization",
        "country",
        "city",
        "region",
        "facility",
        "event",
        "work",
        "people",
    }
)
KINDS = frozenset({"name", "nominal", "pronoun"})
STATUSES = frozenset({"current", "former", "acting", "designate"})
EVENT_TYPES = frozenset(PLOVER)
# Modes of PLOVER 0.8, and those of meetings and visits.
MODES = {
    "CONSULT": "meeting visit call multilateral mediation",
    "RETREAT": "withdraw release return disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict ban arrest relations expel territory violence",
    "ACCUSE": "disapprove investigate allege",
    "PROTEST": "demo riot strike hunger boycott obstruct",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold "
    "misinformation cyber raid",
    "ASSAULT": "beat torture execute sexual assassinate primitive firearms explosives "
    "suicide-attack heavy-weapons crowd-control abduct",
}
MODALITIES = frozenset(
    {
        "asserted",
        "denied",
        "planned",
        "cancelled",
        "hypothetical",
        "demanded",
        "assessed",
    }
)
MANNERS = frozenset({"direct", "mixed", "indirect"})
ACTS = frozenset(
    {
        "assert",
        "announce",
        "pledge",
        "threaten",
        "warn",
        "demand",
        "direct",
        "request",
        "accuse",
        "deny",
        "reject",
        "praise",
        "condemn",
        "thank",
        "agree",
        "assess",
    }
)
ALLOWED = {
    "report": "id title source published region kind",
    "h": "",
    "p": "",
    "entity": "id t name",
    "m": "e t k",
    "role": "e of status",
    "time": "v",
    "ev": "id type mode mod actor recipient place time",
    "q": "id speaker via to act manner cond",
    "cue": "s",
    "src": "s",
    "slogan": "by",
    "recirc": "carrier origin",
}
_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)(T\d\d(:\d\d){0,2}Z?)?")
_MONTH = re.compile(r"(\d{4}|XXXX)-(0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])")
_YEAR = re.compile(r"\d{4}|\d{3}X|\d{2}XX")


def is_edtf(value: str) -> bool:
    """Tell whether a value is a day, month, season, year or decade in EDTF.

    Intervals may be open on one side (``2024-05/..``).

    >>> is_edtf("2023-06-31"), is_edtf("XXXX-09-01"), is_edtf("2024-05~/2024-06")
    (False, True, True)
    """
    first, slash, last = value.partition("/")
    if slash:
        ends = {first, last} - {".."}
        return bool(ends) and all(is_edtf(end) and "/" not in end for end in ends)
    bare = value.removesuffix("~").removesuffix("?").removesuffix("%")
    if match := _DAY.fullmatch(bare):
        year = 2000 if match[1] == "XXXX" else int(match[1])
        try:
            date(year, int(match[2]), int(match[3]))
        except ValueError:
            return False
        return True
    return bool(_MONTH.fullmatch(bare) or _YEAR.fullmatch(bare))


def find_faults(report: Report) -> Iterator[str]:
    """Yield what does not keep to the guide in a report, one line a fault."""
    if report.text[: report.headline_end] != report.title:
        yield "the headline differs from the title"
    if not is_edtf(report.published):
        yield f"published {report.published!r} is no EDTF"
    yield from _mention_faults(report)
    yield from _role_and_time_faults(report)
    yield from _event_faults(report)
    yield from _quote_faults(report)
    for slogan in report.slogans:
        yield from _known(report, "slogan", slogan.by)
    for passing in report.recirculations:
        yield from _known(report, "recirc", (*passing.carriers, *passing.origins))


def _mention_faults(report: Report) -> Iterator[str]:
    for mention in report.mentions:
        what = f"m {_words(report, mention.extent)!r}"
        yield from _whole(report, what, mention.extent)
        yield from _legal(what, mention.type, TYPES)
        yield from _legal(what, mention.kind, KINDS)
        if not mention.entities:
            yield f"{what}: no entity"
        elif len(mention.entities) == 1:
            yield from _legal(
                what, mention.type, {report.entities[mention.entities[0]]}
            )


def _role_and_time_faults(report: Report) -> Iterator[str]:
    for role in report.roles:
        what = f"role {_words(report, role.extent)!r}"
        yield from _whole(report, what, role.extent)
        yield from _legal(what, role.status, STATUSES)
        yield from _known(report, what, (*role.holders, *role.of))
    for time in report.times:
        what = f"time {_words(report, time.extent)!r}"
        yield from _whole(report, what, time.extent)
        if not is_edtf(time.value):
            yield f"{what}: {time.value!r} is no EDTF"


def _event_faults(report: Report) -> Iterator[str]:
    for event in report.events:
        what = f"ev {event.id} {_words(report, event.triggers[0])!r}"
        for trigger in event.triggers:
            yield from _whole(report, what, trigger)
        yield from _legal(what, event.type, EVENT_TYPES)
        yield from _legal(what, event.modality, MODALITIES)
        if event.mode:
            yield from _legal(what, event.mode, MODES.get(event.type, "").split())
        parts = (*event.actors, *event.recipients, *event.places)
        yield from _known(report, what, parts)
        if event.time and not is_edtf(event.time):
            yield f"{what}: {event.time!r} is no EDTF"


def _quote_faults(report: Report) -> Iterator[str]:
    for quote in report.quotes:
        what = f"q {quote.id} {_words(report, quote.content[0])[:30]!r}"
        for extent in (*quote.content, *quote.cues, *quote.sources):
            yield from _whole(report, what, extent)
        yield from _legal(what, quote.act, ACTS)
        yield from _legal(what, quote.manner, MANNERS)
        parties = (*quote.speakers, *quote.via, *quote.addressees)
        yield from _known(report, what, parties)
        said = " ".join(_words(report, extent) for extent in quote.content)
        if quote.condition not in said:
            yield f"{what}: the condition {quote.condition!r} is not in the content"
        if said.startswith("that ") and quote.manner != "direct":
            yield f"{what}: the content begins with 'that'"


def _words(report: Report, extent: Extent) -> str:
    return report.text[extent.start : extent.end]


def _known(report: Report, what: str, ids: Iterable[str]) -> Iterator[str]:
    for one in ids:
        if one not in report.entities:
            yield f"{what}: no entity {one}"


def _legal(what: str, value: str, allowed: Iterable[str]) -> Iterator[str]:
    if value not in allowed:
        yield f"{what}: {value!r} is not one of {', '.join(sorted(allowed))}"


def _whole(report: Report, what: str, extent: Extent) -> Iterator[str]:
    text = report.text
    words = _words(report, extent)
    if words != words.strip() or not words:
        yield f"{what}: white space at the edge of {words!r}"
        return
    for here in (extent.start, extent.end):
        if 0 < here < len(text) and text[here - 1].isalnum() and text[here].isalnum():
            yield f"{what}: {words!r} cuts a word"


def find_markup_faults(markup: str) -> Iterator[str]:
    """Yield what the reader passes over: unknown tags and attributes, loose ends."""
    root = ET.fromstring(markup)  # noqa: S314 - our own files
    for element in root.iter():
        if element.tag not in ALLOWED:
            yield f"unknown element <{element.tag}>"
            continue
        for key in set(element.attrib) - set(ALLOWED[element.tag].split()):
            yield f"unknown attribute {key} of <{element.tag}>"
    contents = {one.get("id") for one in root.iter("q")}
    for tag in ("cue", "src"):
        for one in root.iter(tag):
            if one.get("s") not in contents:
                words = "".join(one.itertext())
                yield f"<{tag}> {words!r} belongs to no q {one.get('s')}"


def count_marks(reports: Iterable[Report]) -> dict[str, Counter[str]]:
    """Count reports, words and marks by kind."""
    counts: dict[str, Counter[str]] = {
        name: Counter()
        for name in (
            "size",
            "region",
            "kind",
            "mention",
            "event",
            "modality",
            "act",
            "manner",
        )
    }
    for report in reports:
        counts["size"].update(
            reports=1,
            words=len(report.text.split()),
            entities=len(report.entities),
            mentions=len(report.mentions),
            roles=len(report.roles),
            times=len(report.times),
            events=len(report.events),
            quotes=len(report.quotes),
            conditions=sum(bool(quote.condition) for quote in report.quotes),
            relays=sum(bool(quote.via) for quote in report.quotes),
            slogans=len(report.slogans),
            recirculations=len(report.recirculations),
        )
        counts["region"][report.region] += 1
        counts["kind"][report.kind] += 1
        counts["mention"].update(f"{one.type}/{one.kind}" for one in report.mentions)
        counts["event"].update(
            f"{one.type}.{one.mode}".rstrip(".") for one in report.events
        )
        counts["modality"].update(one.modality for one in report.events)
        counts["act"].update(one.act for one in report.quotes)
        counts["manner"].update(one.manner for one in report.quotes)
    return counts


def main(folder: Path = CORPUS) -> int:
    """Print faults and counts; return 1 if there is a fault."""
    faults = 0
    reports: list[Report] = []
    try:
        reports.extend(read_corpus(folder))
    except CorpusError as error:
        print(error)
        return 1
    for report in reports:
        markup = (folder / f"{report.id}.xml").read_text(encoding="utf-8")
        for fault in (*find_markup_faults(markup), *find_faults(report)):
            print(f"{report.id}: {fault}")
            faults += 1
    for name, counter in count_marks(reports).items():
        print(
            name,
            ", ".join(f"{key} {count}" for key, count in counter.most_common()),
            sep=": ",
        )
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(*(Path(argument) for argument in sys.argv[1:2])))
