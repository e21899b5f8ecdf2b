"""Predict for one task of the benchmark with the pipeline that users run.

    python benchmarks/predict.py TASK INPUT OUTPUT [DICTIONARY ...]

DICTIONARY, for the task ``events``: dictionaries of actors, agents and verbs, and lists
of phrases that discard a sentence, in the form of PETRARCH. With them a sentence is
coded by nothing else (``dictionary_coder``).

INPUT is JSON lines as ``strip.py`` of the benchmark makes them, OUTPUT gets one
prediction a line. Exit status 2 for a task that the pipeline cannot answer yet.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec
from crossdoc import predict_crossdoc
from dictionary_coder import DictionaryCoder
from incidents import predict_muc4
from pairs import predict_plv
from timelines import predict_timelines
from verb_dictionary import Verb, read_discards, read_verbs

from dragoman.analyze.actor_codes import code_description, code_party
from dragoman.analyze.event_codes import find_cameo, find_kind, find_type
from dragoman.analyze.identify import identify
from dragoman.analyze.own_codes import OwnCodes
from dragoman.annotate.names.hints import find_event_names
from dragoman.annotate.times.annotator import find_times
from dragoman.data.starter import find_in_starter, name_key
from dragoman.data.tables import countries, demonyms, fold_key
from dragoman.extract.entities.extractor import EntityExtractor
from dragoman.extract.statements.attributions import find_attributions
from dragoman.model.annotation import Annotations, MentionKind, Schema
from dragoman.model.assembly import assemble_entity
from dragoman.model.claim import (
    Claim,
    EntityClaim,
    EventClaim,
    NameUse,
    Party,
    RoleClaim,
)
from dragoman.model.directory import Directory
from dragoman.model.document import Document
from dragoman.model.entity import Entity
from dragoman.model.judgement import Judgement
from dragoman.model.knowledge import Known
from dragoman.resolve import organizations, persons
from dragoman.resolve.persons_told import make_person
from dragoman.store.knowledge_files import read_knowledge
from dragoman.text.dates import FoundTime
from dragoman.text.name_score import (
    LIKELY,
    compare_organization_names,
    compare_person_names,
)
from dragoman.text.transliteration import latin_forms
from reading import Record, annotate, extract, load_steps, make_document

LABELS = {Schema.PERSON: "PER", Schema.ORGANIZATION: "ORG", Schema.PLACE: "LOC"}
NOT_YET = ("triggers", "relations")


def predict_entities(record: Record) -> Record:
    """Named mentions with their coarse kind; the outermost where they are nested."""
    annotations = annotate(make_document(record, sentence=True))
    found = {
        (mention.start, mention.end): LABELS[mention.schema]
        for mention in annotations.mentions
        if mention.kind is MentionKind.NAME and mention.schema in LABELS
    }
    found |= dict.fromkeys(find_event_names(annotations.sentences), "EVENT")
    outermost: list[Record] = []
    for (start, end), label in sorted(
        found.items(), key=lambda one: (one[0][0], -one[0][1])
    ):
        if not outermost or end > outermost[-1]["end"]:
            outermost.append({"start": start, "end": end, "label": label})
    return {"entities": outermost}


def predict_coref(record: Record) -> Record:
    """Everything that refers, with its chain, and the articles of known names."""
    document = make_document(record)
    annotations = annotate(document)
    titles = find_titles(document, annotations)
    found = []
    for one in annotations.references:
        mention = annotations.mention_headed(one.sentence, one.head)
        # A list knows names; what a pronoun means is coreference's to say, and
        # "southern Russia" is not what its list word names. Titles change no person.
        bare = _bare(document.text[one.start : one.end])
        named = (
            mention is not None
            and mention.kind is MentionKind.NAME
            and (
                bare == _bare(mention.text)
                or (mention.schema is Schema.PERSON and bare.endswith(mention.text))
            )
        )
        found.append(
            {
                "start": one.start,
                "end": one.end,
                "chain": str(one.chain),
                "wiki": titles.get(mention.chain) if mention and named else None,
            }
        )
    return {"mentions": found}


def _bare(text: str) -> str:
    """Return a name without its article and the sign of its possessive."""
    text = text.removesuffix("’s").removesuffix("'s").strip(" ,’'")
    return text.removeprefix("the ").removeprefix("The ")


def find_titles(document: Document, annotations: Annotations) -> dict[str, str]:
    """Return the titles in the English Wikipedia by chain, where they are known."""
    claims = EntityExtractor().extract(document, annotations, ())
    directory = Directory({}, {}, {document.id: document.published})
    titles = {}
    for claim in claims:
        entity = assemble_entity(claim.id, [claim], directory)
        if entity is None:
            continue
        found = {use.text: find_in_starter(use.text) for use in entity.names}
        known = identify(entity, found)
        if known is not None and known.wiki is not None:
            titles[claim.id] = known.wiki.replace(" ", "_")
    return titles


DICTIONARIES: list[DictionaryCoder] = []


def read_dictionaries(paths: Sequence[Path]) -> DictionaryCoder:
    """Return the coder of some dictionaries; each tells by its text what it lists."""
    known: dict[str, list[Known]] = {}
    verbs: dict[str, Sequence[Verb]] = {}
    discards: list[str] = []
    for path in paths:
        data = path.read_bytes()
        text = data.decode("utf-8")
        if "\n---" in text:
            verbs |= read_verbs(text)
            continue
        if "[" not in text:
            discards.extend(read_discards(text))
            continue
        for entry in read_knowledge(data, path.name, path.stem):
            for name in entry.names:
                known.setdefault(name_key(name), []).append(entry)

    def find(names: Iterable[str]) -> dict[str, tuple[Known, ...]]:
        found = {name: tuple(known.get(name_key(name), ())) for name in names}
        return {name: entries for name, entries in found.items() if entries}

    return DictionaryCoder(verbs, OwnCodes(find), discards)


def predict_events(record: Record) -> Record:
    """Typed events with the words of actor and recipient."""
    document = make_document(record)
    annotations = annotate(document)
    for coder in DICTIONARIES:
        return {
            "events": [
                {
                    "type": find_kind(code),
                    "cameo": code,
                    "source": [source],
                    "target": [target],
                }
                for tree in annotations.sentences
                for source, target, code in coder.code(document, tree)
            ]
        }
    found: dict[tuple[str, int], Record] = {}
    claims = extract(document, annotations)
    find_entity = assemble_entities(document, claims)
    for claim in claims:
        if not isinstance(claim, EventClaim):
            continue
        kind = find_type(claim.type, claim.modality, claim.citations[0].quote)
        if kind is not None:
            key = kind, claim.citations[0].span.start
            if key not in found:
                found[key] = _event(annotations, claim, kind, find_entity)
    return {"events": list(found.values())}


def assemble_entities(
    document: Document, claims: Sequence[Claim]
) -> Callable[[str], Entity | None]:
    """Return what finds the entities of one document by the identifiers of chains."""
    directory = Directory({}, {}, {document.id: document.published})
    about: dict[str, list[Claim]] = {}
    for claim in claims:
        if isinstance(claim, EntityClaim):
            about.setdefault(claim.id, []).append(claim)
        elif isinstance(claim, RoleClaim):
            about.setdefault(claim.entity, []).append(claim)

    @cache
    def find(identifier: str) -> Entity | None:
        listed = about.get(identifier)
        return assemble_entity(identifier, listed, directory) if listed else None

    return find


def _event(
    annotations: Annotations,
    claim: EventClaim,
    kind: str,
    find_entity: Callable[[str], Entity | None],
) -> Record:
    """Code an event; where no other side is named, the place stands for it."""
    words: dict[str, str] = {}
    codes: dict[str, list[str]] = {"source": [], "target": []}
    for participant in claim.participants:
        part = "source" if participant.part == "actor" else "target"
        phrase = _phrase(annotations, claim, participant.party)
        words.setdefault(f"{part}_text", phrase)
        code = str(code_party(participant.party, find_entity))
        codes[part].append(code or str(code_description(phrase)))
    parties = [participant.party for participant in claim.participants]
    if "target_text" not in words and len(parties) < 2 and claim.place_name:
        words["target_text"] = claim.place_name
    told = claim.citations[0].quote if kind == claim.type else ""
    cameo = find_cameo(kind, claim.mode, told)
    return {"type": kind, "cameo": cameo, **words, **codes}


def _phrase(annotations: Annotations, claim: EventClaim, party: Party) -> str:
    """Return the words of the noun phrase in which a sentence names a party."""
    citation = claim.citations[0]
    span = citation.span
    for mention in annotations.mentions:
        inside = span.start <= mention.start and mention.end <= span.end
        if mention.chain != party.entity or not inside:
            continue
        sentence = annotations.sentences[mention.sentence]
        top = mention.head
        while sentence[top].deprel in {"compound", "amod", "nmod:poss", "flat"}:
            top = sentence[top].head
        low, high = sentence.extent(top, without=frozenset({"acl", "conj", "cc"}))
        start, end = min(low, mention.start), max(high, mention.end)
        return citation.quote[start - span.start : end - span.start]
    if party.entity is None:
        at = re.search(rf"\b{re.escape(party.name)}\b", citation.quote)
        if at is not None:
            end = _find_end(annotations, span.start + at.start(), span.start + at.end())
            return citation.quote[at.start() : end - span.start]
    for word in citation.quote.split():  # "the Chadian offer": Chad
        code = demonyms().get(fold_key(word))
        if code is not None and countries()[code].name == party.name:
            return word
    return party.name


_BELONGING = frozenset({"of", "from", "in", "at", "for", "near"})
_BESIDE = frozenset({"acl", "conj", "cc", "parataxis", "punct"})


def _find_end(annotations: Annotations, start: int, end: int) -> int:
    """Return where a description ends with its "in Lebanon" or the name after it."""
    last = end
    for sentence in annotations.sentences:
        if not sentence.start <= start < sentence.end:
            continue
        for child, token in enumerate(sentence.tokens):
            if token.head < 0 or not start <= sentence[token.head].start < end:
                continue
            within = token.deprel == "nmod" and sentence.case_of(child) in _BELONGING
            if token.start >= end and (within or token.deprel in {"appos", "flat"}):
                last = max(last, sentence.extent(child, without=_BESIDE)[1])
    return last


def predict_quotes(record: Record) -> Record:
    """Attributions: source, cue and content spans."""
    document = make_document(record)
    found = find_attributions(document, annotate(document))
    return {
        "quotes": [
            {
                "source": _spans(one.source),
                "cue": _spans(one.cue),
                "content": _spans(one.content),
            }
            for one in found
            if one.content
        ]
    }


def _spans(stretches: Iterable[tuple[int, int]]) -> list[Record]:
    return [{"start": start, "end": end} for start, end in stretches]


def predict_times(record: Record) -> Record:
    """Time expressions with TimeML type and value, from the reading of a build."""
    document = make_document(record)
    syntax = next(a for a in load_steps()[0] if "sentences" in a.provides)
    annotations = syntax.annotate(document, Annotations(document.id))
    found = find_times(document, annotations)
    return {"timex": [part for each in found for part in timex_parts(each, document)]}


_RANGE = re.compile(r"\W*\b(?:and|to|through|until|till)\s+(?:the\s+)?$|\s*[-–—/]\s*$")


def timex_parts(found: FoundTime, document: Document) -> list[Record]:
    """Return a time as TimeML marks it: the two ends of a range each by itself."""
    start, end = found.start, found.end
    one = {"start": start, "end": end, "type": found.kind, "value": found.timeml}
    if found.last is None:
        return [one]
    second, value = found.last
    first = document.text[start:second]
    opening = re.match(r"(?:from|between)\s+", first, re.IGNORECASE)
    one["start"] = start + (opening.end() if opening else 0)
    one["end"] = start + len(_RANGE.sub("", first))
    return [one, {"start": second, "end": end, "type": found.kind, "value": value}]


def predict_names(record: Record) -> Record:
    """Whether two names are judged one when nothing else is known."""
    kinds = {
        "Person": [compare_person_names],
        "LegalEntity": [compare_person_names, compare_organization_names],
    }
    score = max(
        compare(record["name1"], record["name2"]).probability
        for compare in kinds.get(record["schema"], [compare_organization_names])
    )
    return {"match": score >= LIKELY, "score": score}


def join_names(one: str, other: str, schema: str) -> tuple[bool, float]:
    """Return whether two claims of a bare name each would be joined, and how surely."""
    claims = [
        EntityClaim(
            id=f"c{n}",
            document_id=f"d{n}",
            schema=schema,
            types=(),
            name=name,
            names=(NameUse(name, None, ()),),
            gender=None,
            country=None,
            citations=(),
            producer="benchmark/1",
        )
        for n, name in enumerate((one, other))
    ]
    if schema == "Person":
        verdict = persons.compare(*map(make_person, claims))
    else:
        verdict = organizations.compare(*map(organizations.make_organization, claims))
    if verdict is None:
        return False, 0.0
    return verdict.judgement is Judgement.POSITIVE, verdict.score


def predict_translit(record: Record) -> Record:
    """Latin forms of a name token, likeliest first."""
    return {"variants": list(latin_forms(record["text"]))}


PREDICTORS: dict[str, Callable[[Record], Record]] = {
    "entities": predict_entities,
    "coref": predict_coref,
    "events": predict_events,
    "muc4": predict_muc4,
    "names": predict_names,
    "plv": predict_plv,
    "quotes": predict_quotes,
    "timelines": predict_timelines,
    "times": predict_times,
    "translit": predict_translit,
}

# Tasks for which the records of a file are read together.
TOGETHER: dict[str, Callable[[Sequence[Record]], Iterable[Record]]] = {
    "crossdoc": predict_crossdoc,
}


def predict(task: str, records: Iterable[Record]) -> Iterator[tuple[str, Record]]:
    """Yield the identifier and the prediction of each record."""
    if task in TOGETHER:
        whole = list(records)
        found = TOGETHER[task](whole)
        yield from zip((one["id"] for one in whole), found, strict=True)
        return
    for record in records:
        yield record["id"], PREDICTORS[task](record)


def main(arguments: list[str]) -> int:
    """Predict every record of a file."""
    if len(arguments) < 3 or (len(arguments) > 3 and arguments[0] != "events"):
        print("usage: predict.py TASK INPUT OUTPUT [DICTIONARY ...]", file=sys.stderr)
        return 2
    task, source, target = arguments[:3]
    if arguments[3:]:
        DICTIONARIES.append(read_dictionaries([Path(one) for one in arguments[3:]]))
    if task not in PREDICTORS | TOGETHER:
        known = ", ".join(sorted(PREDICTORS | TOGETHER))
        state = "not yet" if task in NOT_YET else "no such task"
        print(f"{task}: {state}; answered are {known}", file=sys.stderr)
        return 2
    with Path(source).open("rb") as lines, Path(target).open("wb") as out:
        records = (msgspec.json.decode(line) for line in lines)
        out.writelines(
            msgspec.json.encode({"id": identifier, **prediction}) + b"\n"
            for identifier, prediction in predict(task, records)
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
