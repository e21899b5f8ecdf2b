"""When, where and before whom something is said: what is no part of it."""

from dragoman.extract.statements.clauses import Found, is_infinitive, subtree
from dragoman.model.syntax import Sentence

OCCASIONS = frozenset(
    {"interview", "speech", "statement", "debate", "conference", "letter", "tweet"}
    | {"rally", "meeting", "report", "address", "post", "message", "video", "court"}
    | {"day", "week", "month", "year", "morning", "evening", "night", "afternoon"}
    | {"call", "briefing", "article", "op-ed", "editorial", "hearing", "testimony"}
    | {"television", "radio", "tv", "twitter", "facebook", "show", "forum", "summit"}
    | {"congress", "parliament", "session", "talk", "remark", "comment", "document"}
    | {"filing", "recording", "email", "memo", "sermon", "homily", "communiqué"}
    | {"ruling", "decision", "judgment", "judgement", "diatribe", "tirade", "column"}
    | {"essay", "blog", "podcast", "broadcast", "lawsuit", "complaint", "motion"}
    | {"communique", "press", "book", "memoir", "monologue", "lecture", "toast"}
)
# What is done with words when they come out: "a letter sent on Monday".
ISSUED = frozenset(
    {"issue", "publish", "release", "send", "date", "post", "air", "broadcast"}
    | {"record", "sign", "deliver", "give", "circulate", "hold", "read", "make"}
    | {"unseal", "file", "fax", "distribute", "submit", "print", "upload", "share"}
    | {"email", "mail", "dispatch", "televise", "adopt", "present"}
)
_HELD = frozenset({"in", "at", "on", "during", "over", "through", "by", "via", "from"})


def is_occasion(sentence: Sentence, phrase: int) -> bool:
    """Tell when, where and before whom something was said."""
    token = sentence[phrase]
    if token.entity.endswith(("DATE", "TIME")) or token.entity.endswith("GPE"):
        return True
    case = sentence.case_of(phrase)
    if token.lemma.lower() in {"parliament", "court", "public", "council", "senate"}:
        return True
    if case in {"", "by", "to", "after", "before", "during", "through", "via", "at"}:
        return True
    return token.lemma.lower() in OCCASIONS


def hung_on_occasion(sentence: Sentence, verb: int) -> Found | None:
    """Read "urged Mali in a letter to pay", hung on the letter.

    A letter is no thing that pays: what is urged or promised stands behind it.
    """
    for phrase in sentence.children(verb, "obl"):
        if phrase < verb or sentence.case_of(phrase) not in _HELD:
            continue
        if sentence[phrase].lemma.lower() not in OCCASIONS:
            continue
        for below in sentence.children(phrase, "acl"):
            if below > phrase and is_infinitive(sentence, below):
                return Found("inf", subtree(sentence, below), below)
    return None
