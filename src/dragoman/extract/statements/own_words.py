"""What an author says without a word of saying, where the whole document is his.

"If one more shell falls, we will close the canal" threatens by itself in an address,
as does "No prisoner was beaten. That is a lie." deny in a communiqué.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.extract.statements.acts import refine_act
from dragoman.extract.statements.conditions import find_condition
from dragoman.extract.statements.reading import Attribution, Reading, Stretch
from dragoman.extract.statements.threats import HALTS
from dragoman.model.document import BlockKind
from dragoman.model.syntax import FUTURE, PAST, Sentence

# What merely asserts is the text itself, and no speech act worth a line.
_TELLING = frozenset(
    {"threaten", "warn", "pledge", "deny", "reject", "accuse", "condemn", "request"}
    | {"demand", "thank", "agree", "direct"}
)
_BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_SHORTEST = 4
# Without one of these a sentence tells of others.
_OWN = frozenset({"i", "we", "our", "my", "us", "you", "no", "never", "lie", "false"})


def find_own_words(
    reading: Reading, found: Sequence[Attribution]
) -> Iterator[Attribution]:
    """Yield the sentences in which an author acts by what he says.

    Args:
        reading: The document.
        found: What is attributed in it already.
    """
    voice = reading.own_voice
    if voice is None:
        return
    told = {one.sentence for one in found if one.act is not None}
    laid_out = [one for one in found if one.frame == "turn"]
    blocks = reading.document.blocks
    for index, sentence in enumerate(reading.sentences):
        if sentence.start < voice.start or index in told:
            continue
        if any(one.holds(sentence.start) for one in laid_out):
            continue
        if blocks[sentence.block].kind not in _BODY or len(sentence) < _SHORTEST:
            continue
        start, end = sentence.start, sentence.end
        if any(q.outer_start < end and start < q.outer_end for q in reading.quotations):
            continue
        if not any(token.small in _OWN for token in sentence):
            continue
        content = (start, end)
        condition = find_condition(reading, content)
        said = _said(index, content)
        act = refine_act(reading, said, content, condition, part=True)
        denied = _is_denied(sentence)
        foretold = condition is not None and _is_foretold(sentence)
        if foretold or denied or act in _TELLING:
            own_act = _act_of(reading, sentence, foretold=foretold, denied=denied)
            yield replace(said, act=own_act)


def _said(index: int, content: Stretch) -> Attribution:
    """Return what the author of a document says in a sentence."""
    return Attribution(
        sentence=index,
        cue=-1,
        cue_span=content,
        source=None,
        source_sentence=index,
        content=(content,),
        frame="turn",
        act="assert",
        own=True,
    )


def _act_of(
    reading: Reading, sentence: Sentence, *, foretold: bool, denied: bool
) -> str:
    """Return the act of what the form of a sentence tells; else its words decide."""
    if foretold:
        lexicon = reading.lexicon
        verb = sentence[sentence.root].lemma.lower()
        hostile = verb in HALTS or verb in lexicon.consequence | lexicon.grave
        return "threaten" if hostile else "announce"
    return "deny" if denied else "assert"


def _is_denied(sentence: Sentence) -> bool:
    """Tell "we bought no rockets from anyone" and "we never met him"."""
    for verb, token in enumerate(sentence):
        if token.tag not in PAST or token.upos != "VERB":
            continue
        subject = sentence.child(verb, "nsubj")
        if subject is None or sentence[subject].text.lower() not in {"we", "i"}:
            continue
        words = {
            sentence[below].text.lower()
            for child in (verb, *sentence.children(verb, "obj"))
            for below in sentence.children(child, "det", "advmod")
        }
        if words & {"no", "never"}:
            return True
    return False


def _is_foretold(sentence: Sentence) -> bool:
    """Tell "if the bill is passed, we shall not teach": what one's own side will do."""
    subject = sentence.subject(sentence.root)
    if subject is None:
        return False
    owners = sentence.children(subject, "nmod:poss")
    words = {sentence[i].text.lower() for i in (subject, *owners)}
    if not words & {"we", "i", "our", "my"}:
        return False
    aux = {sentence[c].text.lower() for c in sentence.children(sentence.root, "aux")}
    return bool(aux & FUTURE)
