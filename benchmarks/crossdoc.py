"""Chains across documents for given mentions: the same story, the same occurrence.

Documents are grouped into stories (``analyze.stories``); within a story, mentions of
events are one where they name the same occurrence (``text.occurrences``), those of
entities where they name or mean the same one (``analyze.mentions``).
"""

from collections.abc import Iterator, Sequence

from dragoman.analyze.mentions import chain_mentions
from dragoman.analyze.stories import group_texts
from dragoman.model.annotation import Annotations
from dragoman.text.families import stem
from dragoman.text.occurrences import name_occurrence
from reading import Record, load_steps, make_document


def predict_crossdoc(records: Sequence[Record]) -> Iterator[Record]:
    """Yield the chains of each record; labels are global over the records."""
    texts = [record["text"] for record in records]
    stories = group_texts(texts)
    spans = [
        [
            (mention["start"], mention["end"])
            for mention in record["mentions"]
            if mention["kind"] != "event"
        ]
        for record in records
    ]
    entities = chain_mentions(texts, spans, stories)
    syntax = next(a for a in load_steps()[0] if "sentences" in a.provides)
    for record, story, some in zip(records, stories, entities, strict=True):
        document = make_document(record)
        read = syntax.annotate(document, Annotations(document.id))
        labels = iter(some)
        yield {
            "chains": [
                f"{story}|{_label(read, record, mention)}"
                if mention["kind"] == "event"
                else f"entity|{next(labels)}"
                for mention in record["mentions"]
            ],
            "cluster": str(story),
        }


def _label(read: Annotations, record: Record, mention: Record) -> str:
    start, end = mention["start"], mention["end"]
    index = read.sentence_at(start)
    tokens = (
        []
        if index is None
        else [
            place
            for place, token in enumerate(read.sentences[index])
            if token.start < end and token.end > start
        ]
    )
    if index is None or not tokens:
        return f"event|{stem(record['text'][start:end])}"
    name = name_occurrence(read.sentences[index], tokens)
    # Nobody knows who says it: it is a saying of its own.
    return f"event|{name}{record['id'] if name.endswith('|') else ''}"
