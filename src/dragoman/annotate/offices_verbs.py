"""Offices that a verb tells: "X, who heads the commission", "Y chairs the bloc"."""

from dragoman.annotate.coreference_pass import CoreferencePass
from dragoman.annotate.names_chains import display_name
from dragoman.model.annotation import Office, Schema

_TITLES = {
    "head": "head",
    "lead": "leader",
    "chair": "chair",
    "command": "commander",
    "preside": "president",
    "govern": "governor",
}


def find_verbal_offices(reader: CoreferencePass, ids: list[str]) -> list[Office]:
    """Return the offices of persons who head, lead, chair or command a body."""
    discourse = reader.discourse
    found: list[Office] = []
    for number, sentence in enumerate(reader.sentences):
        for verb, token in enumerate(sentence.tokens):
            title = _TITLES.get(token.lemma.lower())
            if title is None or token.tag not in {"VBZ", "VBD", "VBP"}:
                continue
            subject = sentence.child(verb, "nsubj")
            body = sentence.child(verb, "obj", "obl")
            if subject is None or body is None or sentence.is_negated(verb):
                continue
            if sentence.case_of(body) not in {"", "over"}:
                continue
            holder = discourse.headed.get((number, subject))
            chain = discourse.headed.get((number, body))
            if holder is None or chain is None:
                continue
            person, organization = discourse.chains[holder], discourse.chains[chain]
            if (
                person.schema is not Schema.PERSON
                or not person.names
                or organization.schema is not Schema.ORGANIZATION
                or not organization.names
            ):
                continue
            start, end = (
                token.start,
                sentence.extent(body, without=frozenset({"acl"}))[1],
            )
            found.append(
                Office(
                    start=token.start,
                    end=token.end,
                    title=title,
                    holder=ids[holder],
                    organization=ids[chain],
                    organization_name=display_name(organization),
                    status="former" if token.tag == "VBD" else "current",
                    evidence=(min(start, sentence[subject].start), end),
                )
            )
    return found
