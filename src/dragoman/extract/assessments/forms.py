"""Forms of words in which authors judge: verdicts on others, what hangs on an "if"."""

import re

AT_HEART = re.compile(
    r"At the (?:very )?(?:core|heart|cent(?:re|er)|root|bottom) of\b.*"
    r"\b(?:lies?|is|are|stands?|was|were|lay)\b"
)
# What one has to reckon with, in words that name nobody who reckons.
FORESEEN = re.compile(
    r"\b(?:is|are|was|were) to be (?:expected|feared|hoped|reckoned with|doubted)\b|"
    r"\bremains? to be seen\b"
)
# What goes on in somebody's mind, and what is on a calendar.
MINDS = frozenset({"try", "attempt", "hope", "fear", "want"})
MINDED = frozenset(
    {"worried", "concerned", "afraid", "confident", "convinced", "fear", "hope"}
    | {"believe", "think", "know", "understand", "realize", "realise", "feel", "want"}
)
SCHEDULED = frozenset({"decide", "face", "change"})
BESIDE = frozenset({"while", "so", "that", "as", "whether", "when", "if"})
KNOWN = frozenset({"unclear", "clear", "uncertain", "evident", "obvious", "plain"})
# Superlatives that are measured, not judged.
MEASURED = frozenset(
    {"large", "big", "high", "low", "long", "late", "old", "young", "small", "short"}
    | {"largest", "biggest", "highest", "lowest", "longest", "latest", "oldest"}
    | {"youngest", "smallest", "early", "earliest", "near", "nearest", "close"}
)
_FIRST_PERSON = re.compile(r"\b(?:I(?=[’'\s])|[Mm]y|me)\b")
_OPENED, _CLOSED = re.compile(r"“|``"), re.compile(r"”|''")
_FORETOLD = re.compile(
    r"(?:If|Should|Were|Unless)\b[^.;:\n]{4,160}, [^.;\n]*\b(?:will|are off|"
    r"is (?:almost |all but |very |most )?(?:certain|likely|unlikely|inevitable))\b"
)
# The author's verdict on what others say.
_VERDICT = re.compile(
    r"\b[Ww]e (?:see|find|found|have) (?:no|little|few|scant) (?:sign|evidence|reason|"
    r"prospect|indication|basis|proof|hint|trace)s?\b|"
    r"\b[Tt]here is (?:no|little|scant) (?:proof|evidence) (?:of|that|for)\b|"
    r"^(?:This|That) (?:is|was) (?:untrue|false|not true|a lie|misleading|"
    r"fabricated)\b|"
    r"\b(?:is|are|was|were) (?:\w+er|more \w+|less \w+) than (?:advertised|claimed|"
    r"announced|billed|promised|presented|(?:it|they) (?:looks?|seems?|appears?))\b"
)


def is_foretold(words: str) -> bool:
    """Tell "if the cabinet is made to vote, it will split" from what is so."""
    return _FORETOLD.match(words) is not None


def is_verdict(words: str) -> bool:
    """Tell "we see no sign that", "there is no proof of it", "this is untrue"."""
    return _VERDICT.search(words) is not None


def is_anothers(words: str, *, personal: bool) -> bool:
    """Tell words of a quotation that was opened before, and an "I" in a report.

    Args:
        words: A sentence.
        personal: Whether the author writes of himself.
    """
    torn = len(_CLOSED.findall(words)) > len(_OPENED.findall(words))
    if torn or words.count('"') % 2 == 1:
        return True
    return not personal and _FIRST_PERSON.search(words) is not None
