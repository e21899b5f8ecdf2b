"""Pronouns: he, she, it, they, their possessives, and relatives."""

from dragoman.annotate.coreference.binding import bound_by, is_free
from dragoman.annotate.coreference.discourse import Discourse, Referent
from dragoman.annotate.coreference.groups import Groups
from dragoman.annotate.coreference.learned import Learned
from dragoman.annotate.coreference.several import several_since
from dragoman.model.annotation import Schema
from dragoman.model.syntax import FUTURE, RELATIVE, Sentence
from dragoman.text.sayings import SAYING

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEAR = 3
# Sentences over which "she" is the only woman told of, and how often she was before.
_FAR, _OFTEN = 8, 3
# What salience counts beside the model; by how much one has to be likelier than all
# others, and than somebody without a name.
_SALIENT = 0.5
_MARGIN = 0.15
# Who is less salient than this by himself says little by being the only one.
_PLAIN = 100.0
# "Lee briefed Cole on his visits": rather the visits of Lee.
_OWNER = 0.4
# By which somebody is told what one will do; what rather befalls him.
_TOLD = frozenset({"tell", "warn", "assure", "inform", "notify", "promise", "remind"})
_SUFFERED = frozenset(
    {"be", "become", "bear", "collapse", "die", "face", "fail", "fall", "find", "get"}
    | {"have", "lose", "miss", "need", "pay", "receive", "regret", "risk", "see"}
    | {"suffer"}
)
_STRIKING = frozenset(
    {"kill", "arrest", "capture", "detain", "assassinate", "target", "attack", "strike"}
    | {
        "bomb",
        "shell",
        "wound",
        "injure",
        "seize",
        "destroy",
        "neutralize",
        "neutralise",
    }
    | {"eliminate", "raid", "storm", "hit", "ambush", "abduct", "kidnap", "shoot"}
    | {"behead", "execute", "torture", "besiege", "encircle", "defeat", "oust"}
)


def resolve_pronoun(
    discourse: Discourse, groups: Groups, learned: Learned, number: int, token: int
) -> int | None:
    """Return the chain that a pronoun refers to, or ``None`` if unsure.

    Who comes later in the sentence and who owns by syntax is told by rule; then the
    model is asked (of "he" and "she" it knows 5 to 7 in 100 more), then salience.
    """
    word = discourse.sentences[number][token].text.lower()
    if word in RELATIVE:
        return _relative(discourse, number, token)
    if word in HE or word in SHE:
        return _person(discourse, learned, number, token, "m" if word in HE else "f")
    if word in THEY:
        found = _plural(discourse, groups, number, token)
        return learned.several(number, token) if found is None else found
    return _thing(discourse, learned, number, token) if word in IT else None


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


def _person(
    discourse: Discourse, learned: Learned, number: int, token: int, gender: str
) -> int | None:
    coming = _coming_person(discourse, number, token, gender)
    if coming is not None:
        return coming
    found = _likeliest(discourse, learned, number, token, gender)
    if found is None:
        found = _only_one(discourse, number, token, gender)
    if found is not None:
        discourse.referents[found].show(gender)
    return found


def _likeliest(
    discourse: Discourse, learned: Learned, number: int, token: int, gender: str
) -> int | None:
    """Return whom the model and salience together take for "he", if they are sure.

    Of two who are nearly as likely neither is named: a wrong name is worse than none.
    """
    salience = _weigh(discourse, number, token, gender)
    shares = learned.shares(number, token)
    if shares is None:
        return max(salience, key=salience.__getitem__, default=None)
    sentence = discourse.sentences[number]
    bound = bound_by(sentence, token)
    likely = {
        chain: share
        for chain, share in shares.items()
        if chain is not None
        and _agrees(discourse, discourse.referents[chain], gender)
        and is_free(discourse.referents[chain], number, bound)
    }
    nobody = shares.get(None, 0.0)
    # What the model gives to those who cannot be meant is left to salience.
    salient = _SALIENT + max(0.0, 1.0 - sum(likely.values()) - nobody)
    salient /= sum(salience.values()) + _PLAIN
    owner = _OWNER if sentence[token].deprel.endswith("poss") else 0.0
    above = _matrix_subjects(sentence, token)
    points = {
        chain: likely.get(chain, 0.0)
        + salient * salience.get(chain, 0.0)
        + owner * discourse.referents[chain].is_at(number, above)
        for chain in likely.keys() | salience.keys()
    }
    if not points:
        return None
    best, *others = sorted(points, key=points.__getitem__, reverse=True)
    rival = max([nobody, *(points[other] for other in others)])
    if points[best] < rival + _MARGIN:
        discourse.recall(best, number, token)
        return None
    return best


def _only_one(discourse: Discourse, number: int, token: int, gender: str) -> int | None:
    """Return whom a text is about, the only woman or man of whom it goes on telling.

    Nobody else whom it has named of late may be meant.
    """
    bound = bound_by(discourse.sentences[number], token)
    near = discourse.candidates(number, _FAR)
    found = [
        referent
        for referent in near
        if _agrees(discourse, referent, gender) and not referent.plural
    ]
    if len(found) != 1 or found[0].gender != gender or found[0].count < _OFTEN:
        return None
    return found[0].chain if is_free(found[0], number, bound) else None


def _weigh(
    discourse: Discourse, number: int, token: int, gender: str
) -> dict[int, float]:
    """Return how salient everybody is who may be meant by "he", by chain."""
    sentence = discourse.sentences[number]
    bound = bound_by(discourse.sentences[number], token)
    partners = _coordinated_owner(sentence, token)
    matrix = _matrix_subjects(sentence, token)
    found: dict[int, float] = {}
    for referent in discourse.candidates(number, _NEAR):
        if (
            not _agrees(discourse, referent, gender)
            or referent.plural
            or not is_free(referent, number, bound)
        ):
            continue
        points = discourse.salience(referent, number)
        points += 60.0 if referent.gender == gender else 0.0
        if sentence[token].deprel.startswith("nsubj"):
            points += 40.0 if referent.role.startswith("nsubj") else 0.0
        points += 150.0 * referent.is_at(number, partners)
        points += 100.0 * referent.is_at(number, matrix)
        found[referent.chain] = points
    return found


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
    discourse.referents[coming].show(gender)
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
    bound = bound_by(discourse.sentences[number], token)
    pending = max(
        (
            (one.weight * 0.5 ** (number - one.sentence), one.members)
            for one in groups.recent(number)
            if one.sentence != number or not bound.intersection(one.heads)
            if not several_since(
                discourse.sentences, one.sentence, number, token, telling=True
            )
        ),
        key=lambda ranked: ranked[0],
        default=(0.0, ()),
    )
    best: tuple[float, int | None] = (pending[0], None)
    for referent in discourse.candidates(number, 2):
        chain = discourse.chains[referent.chain]
        if not is_free(referent, number, bound):
            continue
        points = discourse.salience(referent, number)
        if referent.schema is Schema.ORGANIZATION and not chain.members:
            if several_since(discourse.sentences, referent.sentence, number, token):
                continue
            points *= 0.6
        elif not (referent.plural or chain.members):
            continue
        if points > best[0]:
            best = (points, referent.chain)
    if best[1] is not None or not pending[1]:
        return best[1]
    return discourse.group(list(pending[1]), discourse.sentences[number][token].start)


def _thing(
    discourse: Discourse, learned: Learned, number: int, token: int
) -> int | None:
    """An organisation or a state that acts: only as a subject or a possessor."""
    found = _body(discourse, learned, number, token)
    if found is None or discourse.referents[found].sentence == number:
        return found
    teller = _teller(discourse.sentences[number], token)
    if teller is not None and (number, teller) not in discourse.headed:
        return None  # "the junta said it would leave": no body told of before
    return found


def _body(
    discourse: Discourse, learned: Learned, number: int, token: int
) -> int | None:
    sentence = discourse.sentences[number]
    if sentence[token].text.lower() == "its":
        found = _beside(discourse, number, token)
        if found is None:
            found = _struck(discourse, number, token)
        if found is None:
            found = _owner(discourse, number, token)
        if found is None:
            found = learned.thing(number, token)
        return _salient_body(discourse, number, set(), 1) if found is None else found
    if not sentence[token].deprel.startswith("nsubj"):
        return None
    found = _who_will(discourse, number, token)
    if found is None:
        found = learned.thing(number, token)
    if found is not None:
        return found
    verb = sentence[token].head
    if verb < 0 or sentence[verb].lemma.lower() not in discourse.words.person_verbs:
        return None
    if sentence.is_passive(verb):
        return None
    return _salient_body(discourse, number, bound_by(sentence, token), 2)


def _who_will(discourse: Discourse, number: int, token: int) -> int | None:
    """Return Chad in "Chad told Mali it would leave": who speaks tells what he will do.

    What is not done but suffered may be the hearer's: "warned Mali it would suffer".
    """
    sentence = discourse.sentences[number]
    verb = sentence[token].head
    said = sentence[verb].head if verb >= 0 else -1
    if said < 0 or sentence[verb].deprel != "ccomp" or sentence.is_passive(verb):
        return None
    ahead = {sentence[child].small for child in sentence.children(verb, "aux")}
    if ahead.isdisjoint(FUTURE) or sentence[verb].lemma.lower() in _SUFFERED:
        return None
    subject = sentence.subject(said)
    hearers = sentence.children(said, "obj", "iobj")
    if subject is None or not hearers or sentence.is_passive(said):
        return None
    if sentence[said].lemma.lower() not in _TOLD or token < hearers[0]:
        return None
    found = discourse.headed.get((number, subject))
    if found is None or discourse.chains[found].schema is Schema.PERSON:
        return None
    return found


def _teller(sentence: Sentence, token: int) -> int | None:
    """Return who says the clause in which a pronoun stands."""
    verb = _governor(sentence, token)
    while verb >= 0 and sentence[verb].deprel in {"conj", "xcomp"}:
        verb = sentence[verb].head
    above = sentence[verb].head if verb >= 0 else -1
    if above < 0 or sentence[verb].deprel != "ccomp":
        return None
    if sentence[above].lemma.lower() not in SAYING:
        return None
    subject = sentence.subject(above)
    noun = subject is not None and sentence[subject].upos in {"NOUN", "PROPN"}
    return subject if noun else None


def _struck(discourse: Discourse, number: int, token: int) -> int | None:
    """Return the League of "Chad attacked the League, killing its fighters".

    Nobody strikes his own where another was told of in the sentence.
    """
    sentence = discourse.sentences[number]
    noun = sentence[token].head
    while noun >= 0 and sentence[noun].deprel in {"nmod", "obl", "conj"}:
        noun = sentence[noun].head  # "several of its fighters"
    verb = sentence[noun].head if noun >= 0 else -1
    if verb < 0 or sentence[noun].deprel != "obj":
        return None
    if sentence[verb].lemma.lower() not in _STRIKING:
        return None
    own = bound_by(sentence, noun)
    for referent in discourse.candidates(number, 0):
        body = discourse.chains[referent.chain]
        if (
            body.schema is Schema.ORGANIZATION
            and not body.members
            and is_free(referent, number, own)
        ):
            return referent.chain
    return None


def _beside(discourse: Discourse, number: int, token: int) -> int | None:
    """Return X of "fined X and its chairwoman", "the group X and its leader"."""
    sentence = discourse.sentences[number]
    if sentence[sentence[token].head].deprel != "conj":
        return None  # "signed for X by A and for the movement by its secretary"
    for first in _coordinated_owner(sentence, token):
        for head in (first, *sentence.children(first, "appos", "flat")):
            chain = discourse.headed.get((number, head)) if head < token else None
            if chain is None or discourse.chains[chain].schema is Schema.PERSON:
                continue
            if discourse.chains[chain].names:
                return chain
    return None


def _owner(discourse: Discourse, number: int, token: int) -> int | None:
    """Return the body or state that comes, or is the subject of the clause."""
    coming = _cataphor(discourse, number, token)
    if coming is not None and discourse.chains[coming].schema is not Schema.PERSON:
        return coming
    sentence = discourse.sentences[number]
    verb = _governor(sentence, token)
    subject = sentence.child(verb, "nsubj") if verb >= 0 else None
    if subject is None or subject == token:
        return None
    chain = discourse.headed.get((number, subject))
    if chain is None or discourse.chains[chain].schema not in {
        Schema.ORGANIZATION,
        Schema.PLACE,
    }:
        return None
    return chain


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
        if not is_free(referent, number, bound):
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
