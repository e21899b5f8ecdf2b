"""What of a large case stands on its page: what most reports tell, from every part.

No browser opens the sentences of a hundred thousand reports, and nobody reads them.
The page and its Markdown keep so many of each section; ``dossier.json`` has all, and
the workbench finds them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from dragoman.model.dossier import CitedSentence, Dossier, Section

# Of one section. A case of some hundred reports is shown whole.
MOST = 1_000
SOURCES = "Sources"
# Where as many reports tell of two things, each group has so many in its turn.
_TURN = 10


def choose_for_page(dossier: Dossier, most: int = MOST) -> Dossier:
    """Keep of each long section what most reports tell, in its order.

    Of the sources those are kept that a sentence cites.

    Args:
        dossier: Whole.
        most: Sentences of a section at most; of the sources more, if more are cited.
    """
    told = [_choose(one, most) for one in dossier.sections if one.heading != SOURCES]
    cited = {
        citation.span.document_id
        for section in told
        for sentence in section.sentences
        for citation in sentence.citations
    }
    sections = []
    for whole in dossier.sections:
        if whole.heading != SOURCES:
            sections.append(told.pop(0))
        elif len(whole.sentences) > most:
            kept = [one for one in whole.sentences if not cited.isdisjoint(one.refs)]
            sections.append(_keep(whole, kept))
        else:
            sections.append(whole)
    return replace(dossier, sections=tuple(sections))


def _choose(section: Section, most: int) -> Section:
    if len(section.sentences) <= most:
        return section
    before: Counter[str] = Counter()
    ranks = []
    for place, sentence in enumerate(section.sentences):
        reports = len({one.span.document_id for one in sentence.citations})
        # A list of names cites a report a name.
        share = reports / max(len(sentence.refs), 1)
        ranks.append((-share, before[sentence.group] // _TURN, place))
        before[sentence.group] += 1
    places = sorted(place for *_, place in sorted(ranks)[:most])
    return _keep(section, (section.sentences[place] for place in places))


def _keep(section: Section, sentences: Iterable[CitedSentence]) -> Section:
    kept = tuple(sentences)
    return replace(section, sentences=kept, left=len(section.sentences) - len(kept))
