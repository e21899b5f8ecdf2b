"""Pronouns: he, she, it, they, their possessives, and relatives."""

from dragoman.annotate.coreference import Discourse, Referent
from dragoman.annotate.coreference_groups import Groups
from dragoman.model.annotation import Schema
from dragoman.model.syntax import Sentence

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "whose"})
_CORE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent"})
_NEAR = 3


def resolve_pronoun(
    discourse: Discourse, groups: Groups, number: int, token: int
) -> int | None:
    """Return the chain that a pronoun refers to, or ``None`` if unsure."""
    sentence = discourse.sentences[number]
    word = sentence[token].text.lower()
    if word in RELATIVE:
        return _relative(discourse, number, token)
    if word in HE or word in SHE:
        return _person(discourse, number, token, "m" if word in HE else "f")
    if word in THEY:
        return _plural(discourse, groups, number, token)
    if word in IT:
        return _thing(discourse, number, token)
    return None


def _relative(discourse: Discourse, number: int, token: int) -> int | None:
    sentence = discourse.sentences[number]
    index = token
    for _ in range(5):
        if sentence[index].deprel == "acl:relcl":
            return discourse.headed.get((number, sentence[index].head))
        if sentence[index].head < 0:
            return None
        index = sentence[index].head
    return None


def _governor(sentence: Sentence, token: int) -> int:
    """Return the head of the clause in which a pronoun stands."""
    index = sentence[token].head
    while index >= 0 and sentence[index].upos not in {"VERB", "AUX"}:
        if sentence.children(index, "cop", "nsubj"):
            return index
        index = sentence[index].head
    return index


def _cataphor(discourse: Discourse, number: int, token: int) -> int | None:
    """Read "Following his visit, the minister arrived": the subject that comes."""
    sentence = discourse.sentences[number]
    root = sentence.root
    subject = sentence.child(root, "nsubj")
    if subject is None or subject <= token:
        return None
    index = token
    while sentence[index].head >= 0 and sentence[index].head != root:
        index = sentence[index].head
    if sentence[index].head != root or index > subject:
        return None
    if sentence[index].deprel.partition(":")[0] not in {"obl", "advcl", "advmod"}:
        return None
    return discourse.named_heads.get((number, subject))


def _bound(discourse: Discourse, number: int, token: int) -> set[int]:
    """Return head tokens that a pronoun cannot stand for: arguments of its verb."""
    sentence = discourse.sentences[number]
    if sentence[token].text.lower() in _POSSESSIVE and sentence[
        token
    ].deprel.startswith("nmod:poss"):
        return set()
    if sentence[token].text.lower().endswith(("self", "selves")):
        return set()
    verb = sentence[token].head
    if verb < 0:
        return set()
    found: set[int] = set()
    for child in sentence.children(verb):
        if sentence[child].deprel in _CORE and child != token:
            found.update(sentence.conjuncts(child))
    subject = sentence.subject(verb)
    if subject is not None and subject != token:
        found.update(sentence.conjuncts(subject))
    return found


def _free(referent: Referent, number: int, bound: set[int]) -> bool:
    return referent.sentence != number or not any(h in bound for h in referent.heads)


def _person(discourse: Discourse, number: int, token: int, gender: str) -> int | None:
    coming = _coming_person(discourse, number, token, gender)
    if coming is not None:
        return coming
    sentence = discourse.sentences[number]
    bound = _bound(discourse, number, token)
    partners = _coordinated_owner(sentence, token)
    matrix = _matrix_subjects(sentence, token)
    best: tuple[float, int] | None = None
    for referent in discourse.candidates(number, _NEAR):
        if (
            not _agrees(discourse, referent, gender)
            or referent.plural
            or not _free(referent, number, bound)
        ):
            continue
        points = discourse.salience(referent, number)
        points += 60.0 if referent.gender == gender else 0.0
        if sentence[token].deprel.startswith("nsubj"):
            points += 40.0 if referent.role.startswith("nsubj") else 0.0
        if referent.sentence == number:
            points += 150.0 if partners.intersection(referent.heads) else 0.0
            points += 100.0 if matrix.intersection(referent.heads) else 0.0
        if best is None or points > best[0]:
            best = (points, referent.chain)
    if best is None:
        return None
    chosen = discourse.referents[best[1]]
    chosen.gender = chosen.gender or gender
    return best[1]


def _agrees(discourse: Discourse, referent: Referent, gender: str) -> bool:
    return (
        referent.schema is Schema.PERSON
        and referent.gender in {gender, None}
        and not discourse.chains[referent.chain].members
    )


def _coming_person(
    discourse: Discourse, number: int, token: int, gender: str
) -> int | None:
    """Return the coming subject if nobody before in the sentence can be meant."""
    if any(
        referent.sentence == number and _agrees(discourse, referent, gender)
        for referent in discourse.candidates(number, 0)
    ):
        return None
    coming = _cataphor(discourse, number, token)
    if coming is None or not _agrees(discourse, discourse.referents[coming], gender):
        return None
    referent = discourse.referents[coming]
    referent.gender = referent.gender or gender
    return coming


def _coordinated_owner(sentence: Sentence, token: int) -> set[int]:
    """Read "X and her minister": "her" is X."""
    index = sentence[token].head
    for _ in range(4):
        if index < 0:
            break
        if sentence[index].deprel == "conj" and sentence[index].head < token:
            return {sentence[index].head}
        if sentence[index].deprel not in {"appos", "compound", "flat", "nmod"}:
            break
        index = sentence[index].head
    return set()


def _matrix_subjects(sentence: Sentence, token: int) -> set[int]:
    """Return the subjects of the clauses above that of a pronoun."""
    found: set[int] = set()
    index = token
    for _ in range(12):
        index = sentence[index].head
        if index < 0:
            break
        subject = sentence.child(index, "nsubj", "nsubj:pass")
        if subject is not None and subject != token and subject < token:
            found.update(sentence.conjuncts(subject))
    return found


def _plural(
    discourse: Discourse, groups: Groups, number: int, token: int
) -> int | None:
    bound = _bound(discourse, number, token)
    pending = max(
        (
            (one.weight * 0.5 ** (number - one.sentence), one.members)
            for one in groups.recent(number)
            if one.sentence != number or not bound.intersection(one.heads)
        ),
        key=lambda ranked: ranked[0],
        default=(0.0, ()),
    )
    best: tuple[float, int | None] = (pending[0], None)
    for referent in discourse.candidates(number, 2):
        chain = discourse.chains[referent.chain]
        if not _free(referent, number, bound):
            continue
        points = discourse.salience(referent, number)
        if referent.schema is Schema.ORGANIZATION and not chain.members:
            points *= 0.6
        elif not (referent.plural or chain.members):
            continue
        if points > best[0]:
            best = (points, referent.chain)
    if best[1] is not None or not pending[1]:
        return best[1]
    return discourse.group(list(pending[1]), discourse.sentences[number][token].start)


def _thing(discourse: Discourse, number: int, token: int) -> int | None:
    """An organisation or a state that acts: only as a subject or a possessor."""
    sentence = discourse.sentences[number]
    word = sentence[token].text.lower()
    if word == "its":
        coming = _cataphor(discourse, number, token)
        if coming is not None and discourse.chains[coming].schema is not Schema.PERSON:
            return coming
        return _owner(discourse, number, token)
    if not sentence[token].deprel.startswith("nsubj"):
        return None
    verb = sentence[token].head
    if verb < 0 or sentence[verb].lemma.lower() not in discourse.words.person_verbs:
        return None
    if sentence.is_passive(verb):
        return None
    return _salient_body(discourse, number, _bound(discourse, number, token), 2)


def _owner(discourse: Discourse, number: int, token: int) -> int | None:
    sentence = discourse.sentences[number]
    verb = _governor(sentence, token)
    if verb >= 0:
        subject = sentence.subject(verb)
        if subject is not None and subject != token:
            chain = discourse.headed.get((number, subject))
            if chain is not None and discourse.chains[chain].schema in {
                Schema.ORGANIZATION,
                Schema.PLACE,
            }:
                return chain
    return _salient_body(discourse, number, set(), 1)


def _salient_body(
    discourse: Discourse, number: int, bound: set[int], reach: int
) -> int | None:
    best: tuple[float, int] | None = None
    for referent in discourse.candidates(number, reach):
        chain = discourse.chains[referent.chain]
        state = chain.types == ("state",)
        if chain.members or not (
            chain.schema is Schema.ORGANIZATION or (state and referent.role == "nsubj")
        ):
            continue
        if not _free(referent, number, bound):
            continue
        points = discourse.salience(referent, number)
        if best is None or points > best[0]:
            best = (points, referent.chain)
    return best[1] if best else None


def is_pronoun(sentence: Sentence, token: int) -> bool:
    """Tell whether a token is a pronoun that this module reads."""
    word = sentence[token].text.lower()
    if word in RELATIVE:
        return (sentence[token].upos == "PRON" and word != "that") or (
            word == "that"
            and sentence[token].upos == "PRON"
            and sentence[token].deprel.partition(":")[0] in {"nsubj", "obj"}
        )
    return word in HE or word in SHE or word in IT or word in THEY
