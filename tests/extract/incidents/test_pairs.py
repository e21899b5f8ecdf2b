"""What speaks for two in one incident."""

from builders import make_document
from dragoman.annotate.sentences import EncoderAnnotator
from dragoman.extract.incidents.pairs import PairFigures
from dragoman.extract.incidents.parts import find_parts
from dragoman.model.annotation import Annotations
from dragoman.model.incident import IncidentKind, IncidentPart, IncidentRole
from dragoman.model.syntax import Sentence, Token

NEAR = "Gunmen shot the mayor."
FAR = "Gunmen fled. It rained. Nobody came. Elsewhere a bomb hit the mayor."


def figures(text: str) -> list[float]:
    """Figures of "Gunmen" and "mayor", each word its own head."""
    sentences = []
    at = 0
    for line in text.split(". "):
        tokens = []
        for word in line.split():
            low = text.index(word, at)
            at = low + len(word)
            tokens.append(Token(low, at, word, word.lower(), "NOUN", "NN", -1, "root"))
        sentences.append(Sentence(tokens, 0))
    parts = [
        IncidentPart(
            text.index(word),
            text.index(word) + len(word),
            text[: text.index(word)].count(". "),
            0,
            role,
            2.0,
            2.0,
            (2.0,),
        )
        for word, role in (
            ("Gunmen", IncidentRole.PERPETRATOR),
            ("mayor", IncidentRole.UNNAMED),
        )
    ]
    read = Annotations("d").with_(sentences=sentences)
    annotations = read.with_incidents([IncidentKind("attack", 2.0)], parts)
    found = find_parts(annotations, 0, text)
    return PairFigures(annotations, text).gather(0, found)[0].tolist()


def test_first_figures_are_sentences_between() -> None:
    assert (figures(NEAR)[0], figures(FAR)[0]) == (0, 3)


def test_as_many_figures_for_each_pair_of_any_text(
    annotator: EncoderAnnotator,
) -> None:
    text = "A bomb killed the judge أمينة قاسم in Tarvik. Gunmen shot her driver."
    document = make_document(text)
    annotations = annotator.annotate(document, Annotations(document.id))
    found = find_parts(annotations, 0, text, -9.0)

    gathered = PairFigures(annotations, text).gather(0, found)

    count = len(found)
    assert count > 1
    assert gathered.shape == (count * (count - 1) // 2, len(figures(NEAR)))
