"""Mentions, chains and offices: who is spoken of.

The annotator runs the steps of its neighbours in order: words of names
(``names.units``), titles (``names.titles``), capitalised sequences
(``names.sequences``), what they name (``names.types``), which belong together
(``names.chains``), bodies of states in small letters (``names.state_bodies``), titles
joined to names (``offices``), and what refers back to them (``coreference.passing``).
"""

from dragoman.annotate.appointments.final import finish_offices
from dragoman.annotate.coreference.discourse import Discourse
from dragoman.annotate.coreference.passing import CoreferencePass
from dragoman.annotate.coreference.teams import tell_armed, tell_teams
from dragoman.annotate.coreference.titled import find_kin, part_titled
from dragoman.annotate.coreference.topics import read_topics
from dragoman.annotate.names.drafts import display_name
from dragoman.annotate.names.initials import part_initials
from dragoman.annotate.names.reading import read_names
from dragoman.annotate.names.state_bodies import add_state_bodies
from dragoman.annotate.offices.held import join_titles
from dragoman.annotate.offices.remarks import name_speakers
from dragoman.data.tables import name_words
from dragoman.model.annotation import Annotations, Chain, Mention, Schema
from dragoman.model.document import BlockKind, Document
from dragoman.model.ids import hash_id


class NamesAnnotator:
    """Named, described and pronominal mentions in English prose."""

    name = "names"
    version = "5"
    requires = frozenset({"sentences", "quotations", "times"})
    provides = frozenset({"mentions", "chains", "offices"})

    def annotate(self, document: Document, annotations: Annotations) -> Annotations:
        """Find the mentions of a document, join them to chains, find the offices."""
        words = name_words()
        reading = read_names(document, annotations)
        add_state_bodies(reading, annotations.sentences, document.text, words)
        held = join_titles(reading, annotations.sentences, words)
        name_speakers(reading, annotations.sentences, held)
        reader = CoreferencePass(reading, annotations, held, words, document.text)
        reader.source = document.source.name
        discourse = reader.discourse
        discourse.topics = read_topics(document, discourse.chains)
        reader.run(_find_titles(document, annotations))
        tell_teams(discourse.chains, discourse.drafts, annotations.sentences)
        tell_armed(discourse.chains, annotations.sentences)
        names = list(map(display_name, discourse.chains))
        ids = [
            hash_id("c", document.id, number, draft.schema, name, draft.first)
            for number, (draft, name) in enumerate(
                zip(discourse.chains, names, strict=True)
            )
        ]
        mentions = _make_mentions(document, discourse, ids)
        chains = _make_chains(discourse, ids, names)
        parts = part_initials(mentions, chains, finish_offices(reader, ids))
        mentions, chains, offices = part_titled(
            *parts, find_kin(reader, ids, document.text)
        )
        return annotations.with_(mentions=mentions, chains=chains, offices=offices)


def _find_titles(document: Document, annotations: Annotations) -> frozenset[int]:
    """Return the sentences of headlines."""
    return frozenset(
        number
        for number, sentence in enumerate(annotations.sentences)
        if document.blocks[sentence.block].kind is BlockKind.TITLE
    )


def _make_chains(
    discourse: Discourse, ids: list[str], names: list[str | None]
) -> list[Chain]:
    """Return the chains that are mentioned, and the members of those."""
    drafts = discourse.chains
    used = {draft.chain for draft in discourse.drafts}
    for number in sorted(used):
        used.update(drafts[number].members)
    return [
        Chain(
            id=ids[number],
            schema=draft.schema,
            types=draft.types,
            name=names[number],
            members=tuple(ids[member] for member in draft.members),
            gender=discourse.referents[number].sure_gender
            if draft.schema is Schema.PERSON
            else None,
            country=draft.country,
        )
        for number, draft in enumerate(drafts)
        if number in used
    ]


def _make_mentions(
    document: Document, discourse: Discourse, ids: list[str]
) -> list[Mention]:
    """Return the mentions in order of the text."""
    mentions = [
        Mention(
            start=draft.start,
            end=draft.end,
            text=document.text[draft.start : draft.end],
            kind=draft.kind,
            schema=discourse.chains[draft.chain].schema,
            sentence=draft.sentence,
            head=draft.head,
            chain=ids[draft.chain],
        )
        for draft in discourse.drafts
    ]
    return sorted(mentions, key=lambda one: (one.start, one.end, one.chain))
