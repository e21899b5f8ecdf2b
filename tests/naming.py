"""Texts read for names only, told in plain values."""

from functools import cache

from dragoman.annotate.actors import NamesAnnotator
from dragoman.annotate.quotations import QuotationsAnnotator
from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.model.annotation import Annotations, Mention, MentionKind
from dragoman.model.document import Document
from reading import make_read


@cache
def _encoder() -> EncoderAnnotator:
    return EncoderAnnotator()


def read_names(
    text: str, source: str | None = "Herald"
) -> tuple[Document, Annotations]:
    document = make_read(text, source=source)
    annotations = _encoder().annotate(document, Annotations(document.id))
    annotations = QuotationsAnnotator().annotate(document, annotations)
    return document, NamesAnnotator().annotate(document, annotations)


def tell_names(text: str) -> dict[str, str]:
    """``{"Ana Lee": "Person", "Rome": "Place"}``: entities with their kind."""
    _, annotations = read_names(text)
    return {
        chain.name: chain.schema.value
        for chain in annotations.chains
        if chain.name is not None and not chain.members
    }


def tell_spellings(text: str) -> dict[str, list[str]]:
    """Names of each entity, sorted."""
    _, annotations = read_names(text)
    return {
        chain.name: sorted(
            {
                mention.text
                for mention in annotations.mentions_by_chain[chain.id]
                if mention.kind is MentionKind.NAME
            }
        )
        for chain in annotations.chains
        if chain.name is not None
    }


def tell_referents(text: str, words: str) -> list[str]:
    """Whom each mention with these words means, in order of the text."""
    _, annotations = read_names(text)
    return [
        tell_chain(annotations, mention)
        for mention in annotations.mentions
        if mention.text.lower() == words.lower()
    ]


def tell_chain(annotations: Annotations, mention: Mention) -> str:
    names = [
        chain.name or annotations.mentions_by_chain[chain.id][0].text
        for chain in annotations.expand(mention.chain)
    ]
    return " + ".join(names)


def tell_offices(text: str) -> list[str]:
    """``Ana Lee: Foreign Minister of Norway``, with a status that is not current."""
    _, annotations = read_names(text)
    told = []
    for office in annotations.offices:
        line = f"{annotations.chain_by_id[office.holder].name}: {office.title}"
        if office.organization_name is not None:
            line += f" of {office.organization_name}"
        if office.status != "current":
            line += f" ({office.status})"
        if line not in told:
            told.append(line)
    return told
