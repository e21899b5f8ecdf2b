"""Names in quotation marks that somebody gives, by whatever words say so."""

import re
from collections.abc import Iterator

from dragoman.extract.epithets.bearers import entity_of
from dragoman.extract.epithets.eyes import find_behind, find_eyes, find_front
from dragoman.extract.epithets.known import find_known
from dragoman.extract.epithets.labels import is_plain, may_name, without_article
from dragoman.extract.epithets.meant import find_meant, find_origin
from dragoman.extract.epithets.nicknames import find_bearer, find_givers
from dragoman.extract.epithets.users import users_of
from dragoman.extract.epithets.verbs import find_named
from dragoman.extract.epithets.words import Epithet, Named, load_words
from dragoman.extract.epithets.written import find_written
from dragoman.model.annotation import Annotations, Quotation, Schema
from dragoman.model.document import Document

_LONGEST = 10
_NICKNAME = 3  # words of one that is written like a name
_ALIKE = 3  # letters by which two forms of a given name begin alike
_PAIR = 2  # words of one that plays on a name: "Iron Ana"
# "Earned him the name “X”": with other verbs a name is a name like others.
_NAME = re.compile(
    r"\b(?P<noun>name|label|tag|title)[\s,:]*(?:(?:of|the|an?)\s+)*$", re.IGNORECASE
)
_BEFORE = 60  # code points
_CALLED_OWN = re.compile(
    r"\bwhat (?:\w+ ){1,3}(?:calls?|called|terms?|termed|dubs?|dubbed)"
    r" (?:his|her|its|their|our|my) $",
    re.IGNORECASE,
)
_BY = re.compile(r",? by [A-Z]")
_PLAIN = frozenset({"name", "label", "tag", "title"})
_EARNING = frozenset({"earn", "win", "gain", "acquire", "get"})


def find_quoted(document: Document, annotations: Annotations) -> Iterator[Epithet]:
    """Yield names in quotation marks with whom they name and who uses them."""
    for quotation in annotations.quotations:
        inner = document.text[quotation.start : quotation.end]
        number = annotations.sentence_at(quotation.start)
        end = quotation.start + len(inner.rstrip(" ,.;:!?"))
        if number is None or end <= quotation.start or len(inner.split()) > _LONGEST:
            continue
        token = annotations.sentences[number].token_at(quotation.start)
        if token is None:
            continue
        if _is_thing_named(document.text, quotation):
            continue
        named = _named(document, annotations, number, quotation)
        if named is None:
            continue
        chain, by = named
        chain = _in_label(annotations, inner, chain)
        if _is_own(annotations, chain, inner):
            continue  # "calling itself “The Sova League”"
        if not may_name(annotations, number, quotation, chain, inner):
            continue
        by = find_origin(document, annotations, number, quotation, chain) or by
        if not by:
            behind = find_behind(
                document, annotations, number, quotation, chain, cause=True
            )
            by = behind or find_front(document, annotations, number, quotation, chain)
        yield Epithet(chain, quotation.start, end, number, token, by)


def _is_thing_named(text: str, quotation: Quotation) -> bool:
    """Tell a title in brackets, and what somebody calls his own.

    "(“The Long War” by Ana Ruiz)", "did what she called her “civic duty”".
    """
    before = text[max(quotation.outer_start - _BEFORE, 0) : quotation.outer_start]
    if _CALLED_OWN.search(before) is not None:
        return True
    behind = text[quotation.outer_end : quotation.outer_end + 6]
    return before.endswith("(") and _BY.match(behind) is not None


def _is_own(annotations: Annotations, chain: str, label: str) -> bool:
    """Tell the name of somebody, or the end of it, from what others call him."""
    name, label = annotations.chain_by_id[chain].name or "", label.rstrip(" ,.;:!?")
    return name.endswith(label) or without_article(label) == without_article(name)


def _in_label(annotations: Annotations, label: str, chain: str) -> str:
    """Return whose name a nickname plays on, "Iron Ana", else whom it is said of."""
    words = {word for word in label.split() if word[:1].isupper()}
    own = annotations.chain_by_id[chain].name or ""
    if len(words) < _PAIR or not words.isdisjoint(own.split()):
        return chain
    alike = [
        one.id
        for one in annotations.chains
        if one.schema is Schema.PERSON
        and one.name is not None
        and not words.isdisjoint(one.name.split())
        and one.name != label
    ]
    return alike[0] if len(alike) == 1 else chain


def find_announced(document: Document, annotations: Annotations) -> Iterator[Epithet]:
    """Yield names of persons in large letters that words announce."""
    for number, name in find_written(document, annotations):
        token = annotations.sentences[number].token_at(name.start)
        found = (
            _shown(document, annotations, number, name)
            or find_known(document, annotations, number, name)
            or find_named(document, annotations, number, name)
        )
        if token is None or found is None:
            continue
        chain, by = found
        known = annotations.chain_by_id[chain]
        label = without_article(document.text[name.start : name.end])
        own = label in (known.name or "") or _is_spelling(label, known.name or "")
        if known.schema is Schema.PERSON and not own:
            by = by or find_behind(document, annotations, number, name, chain) or ()
            yield Epithet(chain, name.start, name.end, number, token, by)


def _is_spelling(label: str, name: str) -> bool:
    """Tell "Natsuko Higuchi" beside "Natsu Higuchi": a form of the same name."""
    words, own = label.split(), name.split()
    return (
        len(words) > 1
        and len(own) > 1
        and words[-1] == own[-1]
        and words[0][:_ALIKE] == own[0][:_ALIKE]
    )


def _shown(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Read "the nickname “X”" with whoever bears it."""
    sentence = annotations.sentences[number]
    before = document.text[sentence.start : quotation.outer_start]
    words = load_words()
    shown = words.nickname.search(before) or _NAME.search(before)
    if shown is None:
        return None
    offset = sentence.start + shown.start("noun")
    return _nicknamed(document, annotations, number, sentence.token_at(offset))


def _named(
    document: Document, annotations: Annotations, number: int, quotation: Quotation
) -> Named | None:
    """Return who is named and by whom, by what stands before the name or behind."""
    sentence = annotations.sentences[number]
    inner = document.text[quotation.start : quotation.end]
    shown = _shown(document, annotations, number, quotation)
    if shown is not None:
        return shown
    named = (
        find_meant(document, annotations, number, quotation)
        or find_eyes(document, annotations, number, quotation)
        or find_known(document, annotations, number, quotation)
    )
    if named is not None:
        return named
    capital = inner[:1].isupper() and without_article(inner) == inner
    long = capital and len(inner.split()) > _NICKNAME
    if long and is_plain(sentence, quotation, inner):
        return None  # a sentence: "called Lee: “Come here at once”"
    return find_named(document, annotations, number, quotation)


def _nicknamed(
    document: Document, annotations: Annotations, number: int, noun: int | None
) -> Named | None:
    """Read "earned him the nickname “X” among his men"."""
    if noun is None:
        return None
    sentence = annotations.sentences[number]
    bearer = find_bearer(sentence, noun, load_words())
    target = entity_of(annotations, number, bearer)
    if target is None:
        return None
    if sentence[noun].lemma.lower() in _PLAIN:
        verbs = [sentence[noun].head, *sentence.children(noun, "acl")]
        telling = _EARNING | load_words().giving
        given = any(
            verb >= 0 and sentence[verb].lemma.lower() in telling for verb in verbs
        )
        under = sentence.case_of(noun) in {"under", "by"}
        person = annotations.chain_by_id[target].schema is Schema.PERSON
        if not ((given or under) and person):
            return None
    users = [
        party
        for giver in find_givers(sentence, noun, load_words())
        for party in users_of(document, annotations, number, giver, target)
    ]
    return target, tuple(dict.fromkeys(users))
