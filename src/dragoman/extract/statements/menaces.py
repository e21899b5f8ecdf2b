"""Threats by those who have arms, or give no name: what they foretell they will do.

"The depot would go up again if the trucks came back", said by a brigade, forecasts
nothing; said by an engineer of a dam and the rain, it does.
"""

from collections.abc import Iterator, Sequence

from dragoman.extract.statements.content_words import Place
from dragoman.extract.statements.reading import Attribution, Reading
from dragoman.model.syntax import FUTURE, SUBJECTS, Sentence

# What nobody does: said even by an army it is a forecast.
_NATURE = frozenset(
    {"rain", "snow", "river", "water", "wind", "weather", "drought", "harvest", "flood"}
    | {"storm", "price", "disease", "vaccine", "ice", "ash", "cloud", "heat", "tide"}
    | {"fire", "quake", "earthquake", "virus", "epidemic", "inflation", "it"}
)
_WEATHER = frozenset({"rain", "snow", "freeze", "thaw", "hail"})
# What lies ahead of those who are threatened, by an action or by itself.
_DIRE = frozenset(
    {"answer", "bleed", "blow", "break", "burn", "close", "collapse", "deal", "die"}
    | {"disappear", "drown", "end", "explode", "fall", "finish", "lose", "mourn", "pay"}
    | {"regret", "sink", "starve", "suffer", "vanish", "weep", "flame", "gone", "next"}
)
# What they will do no more.
_LIVING = frozenset(
    {"find", "leave", "live", "pass", "reach", "remain", "rest", "return", "safe"}
    | {"see", "sleep", "stand", "survive", "welcome", "spare"}
)
_UPWARD = frozenset({"go", "come"})
_UP = frozenset({"up", "down"})
# What one may well want of them.
_BENIGN = frozenset(
    {"release", "free", "hand", "lay", "cease", "halt", "stop", "reopen", "open"}
    | {"lift", "withdraw", "disarm", "surrender", "return", "sign", "join", "meet"}
    | {"attend", "talk", "negotiate", "discuss", "agree", "leave", "retreat", "let"}
    | {"consider"}
)
_ANYBODY = frozenset(
    {"anyone", "anybody", "everyone", "whoever", "those", "any", "all"}
)
_PAST = frozenset({"former", "retired", "ex"})
# Generals of no army: "the attorney general".
_CIVIL = frozenset(
    {"attorney", "auditor", "consul", "director", "governor", "inspector", "manager"}
    | {"postmaster", "prosecutor", "secretary", "solicitor", "surgeon", "assembly"}
)
_MANY = frozenset({"NNS", "NNPS"})


def is_armed(reading: Reading, one: Attribution) -> bool:
    """Tell whether the words on a source, his name or an office say that he has arms.

    So does a caller without a name.
    """
    armed = reading.lexicon.armed
    if one.source is None:
        voice = reading.own_voice
        return one.own and voice is not None and not armed.isdisjoint(voice.words)
    sentence = reading.sentences[one.source_sentence]
    words = {
        form
        for index in sentence.subtree(one.source)
        for form in (sentence[index].lemma.lower(), sentence[index].small)
    }
    mention = reading.annotations.mention_headed(one.source_sentence, one.source)
    if mention is not None:
        chain = reading.annotations.chain_by_id[mention.chain]
        words.update((chain.name or "").lower().split())
        for office in reading.annotations.offices:
            if office.holder == chain.id and office.status != "former":
                told = f"{office.title} {office.organization_name or ''}"
                words.update(told.lower().split())
    if words & _CIVIL:
        words.discard("general")
    return words.isdisjoint(_PAST) and not armed.isdisjoint(words)


def is_menace(
    premise: Sequence[Place], rest: Sequence[Place], *, adverse: bool
) -> bool:
    """Tell whether words of those who have arms threaten.

    Args:
        premise: The words of the condition, if there is one.
        rest: The other words.
        adverse: Whether the condition is that somebody does not do something.
    """
    ahead = list(futures(rest))
    if any(tree[verb].lemma.lower() in _BENIGN for tree, verb in ahead):
        return False
    if not premise:
        return any(
            _is_dire(tree, verb) and _whoever(tree, verb) for tree, verb in ahead
        )
    if any(_is_natural(tree, index) for tree, index in premise):
        return False
    return bool(ahead) and (
        adverse or any(_is_dire(tree, verb) for tree, verb in ahead)
    )


def futures(places: Sequence[Place]) -> Iterator[Place]:
    """Yield the predicates with "will" or "would"."""
    for tree, index in places:
        token = tree[index]
        if token.small in FUTURE and token.deprel.startswith("aux") and token.head >= 0:
            yield tree, token.head


def _is_dire(tree: Sentence, verb: int) -> bool:
    """Tell "will burn", "would go up", "will not return", "nobody will be safe"."""
    lemma = tree[verb].lemma.lower()
    subject = tree.child(verb, *SUBJECTS)
    none = subject is not None and (
        tree[subject].small in {"nobody", "none", "nothing"}
        or any(tree[c].small == "no" for c in tree.children(subject, "det"))
    )
    if none or tree.is_negated(verb):
        return lemma in _LIVING or tree[verb].small in _LIVING
    paid = tree.is_passive(verb) or tree.child(verb, "obj") is not None
    if lemma == "pay" and paid:
        return False  # a wage, a pension
    up = {tree[child].small for child in tree.children(verb)} & _UP
    return (
        lemma in _DIRE or tree[verb].small in _DIRE or (lemma in _UPWARD and bool(up))
    )


def _whoever(tree: Sentence, verb: int) -> bool:
    """Tell "anyone who works for them", "drivers who break it", in the present."""
    subject = tree.child(verb, *SUBJECTS, "csubj")
    if subject is None:
        return False
    if tree[tree.subtree(subject)[0]].small == "whoever":
        return True
    every = tree[subject].small in _ANYBODY or tree[subject].tag in _MANY
    every = every or any(
        tree[child].small in _ANYBODY for child in tree.children(subject, "det")
    )
    return every and any(
        tree[clause].tag in {"VBZ", "VBP", "VB"}
        for clause in tree.children(subject, "acl:relcl")
    )


def _is_natural(tree: Sentence, index: int) -> bool:
    """Tell what nobody does in a condition: "if the rain goes on", "if it snows"."""
    token = tree[index]
    if token.upos == "VERB" and token.lemma.lower() in _WEATHER:
        return True
    return token.deprel.startswith("nsubj") and token.lemma.lower() in _NATURE
