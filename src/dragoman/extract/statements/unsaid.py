"""Words that are no statement of anybody after all.

What the next sentence denies flatly, a piece that another statement within it left,
what a number says ("10% said") or a work tells its reader ("a score that tells you").
"""

import re

from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.model.claim import Party
from dragoman.model.syntax import Sentence

# "The minister herself did not."
_LONGEST_DENIAL = 5
_READER = frozenset({"you", "us"})
# What belongs to "said", though it stands behind the words.
_ASIDE = re.compile(
    r",? without (?:further )?(?:elaborat(?:ing|ion)|explanation|comment"
    r"|(?:giving|providing|offering|citing) (?:any |more |further )?"
    r"(?:details?|evidence|proof|specifics))\W*$"
)


def is_flatly_denied(reading: Reading, sentence: int) -> bool:
    """Tell "Channels claim that Lee called it a farce. She did not."."""
    following = sentence + 1
    if following >= len(reading.sentences):
        return False
    tree = reading.sentences[following]
    if tree.block != reading.sentences[sentence].block:
        return False
    words = [token for token in tree if token.upos != "PUNCT"]
    return (
        len(words) <= _LONGEST_DENIAL
        and any(token.deprel == "nsubj" for token in words)
        and words[-1].lemma in {"not", "never", "n't"}
        and words[-2].upos == "AUX"
    )


def is_of_nobody(
    reading: Reading, one: Attribution, speakers: tuple[Party, ...]
) -> bool:
    """Tell who cannot speak: "10% said", "a score that tells you what they feel"."""
    if any(party.entity is not None for party in speakers):
        return False
    if not any(letter.isalpha() for party in speakers for letter in party.name):
        return True
    sentence: Sentence = reading.sentences[one.sentence]
    if one.cue < 0 or sentence[one.cue].deprel != "acl:relcl":
        return False
    told = sentence.children(one.cue, "iobj", "obj")
    return any(sentence[token].text.lower() in _READER for token in told)


def is_torn(reading: Reading, one: Attribution, content: tuple[int, int]) -> bool:
    """Tell "for the second month" of "said that for the second month A told of B"."""
    if one.frame != "clause":
        return False  # who is asked may answer so: "Since the flood."
    sentence = reading.sentences[one.sentence]
    inside = [t for t in sentence if content[0] <= t.start < content[1]]
    return (
        bool(inside)
        and inside[0].upos == "ADP"
        and all(token.upos not in {"VERB", "AUX"} for token in inside)
        and not reading.annotations.is_quoted(content[0])
    )


def without_aside(text: str, content: tuple[int, int]) -> tuple[int, int]:
    """Cut "without elaborating" from the end of what somebody said."""
    found = _ASIDE.search(text, *content)
    if found is None or found.start() <= content[0]:
        return content
    return content[0], found.start()


def follows_question(text: str, one: Attribution, content: tuple[int, int]) -> bool:
    """Tell "I see none." of “Who does?” he asked. “I see none.”."""
    before = [span for span in one.content if span[1] <= content[0]]
    if not before or "?" in text[content[0] : content[1]]:
        return False
    return text[before[0][0] : before[0][1]].rstrip("\"”’' ").endswith("?")
