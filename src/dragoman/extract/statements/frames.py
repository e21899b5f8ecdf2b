"""Which frames a verb has in the lexicon, its particle counted in."""

from dragoman.extract.statements.lexicon import Frames
from dragoman.extract.statements.reading import Reading
from dragoman.extract.statements.sources import is_let_known
from dragoman.model.syntax import Sentence


def frames_of(reading: Reading, sentence: Sentence, verb: int) -> Frames | None:
    """Return the frames of a verb, its particle counted in."""
    lemma = sentence[verb].lemma.lower()
    particle = sentence.child(verb, "compound:prt")
    if particle is not None:
        lemma = f"{lemma}_{sentence[particle].text.lower()}"
    elif is_let_known(sentence, verb):
        lemma = "let_know"
    elif lemma == "know" and sentence[verb].deprel == "xcomp":
        if sentence[sentence[verb].head].lemma in {"want", "wish", "demand", "ask"}:
            lemma = "want_to_know"
    elif lemma == "put" and verb + 1 < len(sentence):
        if sentence[verb + 1].text.lower() == "it":
            lemma = "put_it"
    elif lemma in {"make", "speak"} and verb + 1 < len(sentence):
        after = sentence[verb + 1].text.lower()
        if after in {"clear", "out"}:
            lemma = f"{lemma}_{after}"
    return reading.lexicon.verbs.get(lemma)
