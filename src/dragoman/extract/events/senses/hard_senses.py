"""Hard words in a softer sense: whom drunks surround is not besieged.

What a deed of force, an accusation or a refusal is done with, to and by tells it from
what is only called so: blood tests test no weapon, and a campaign rally protests
against nobody.
"""

from collections.abc import Mapping

from dragoman.extract.events.draft import Filled
from dragoman.extract.events.triggers.triggers import Match
from dragoman.model.syntax import Sentence

_BESIEGERS = frozenset(
    {"police", "soldier", "troop", "gunman", "militant", "officer", "rebel", "army"}
    | {"militia", "protester", "demonstrator", "mob", "insurgent", "policeman", "agent"}
    | {"attacker", "guard", "commando", "fighter", "marine", "settler", "warship"}
)
_INFLATED = frozenset({"balloon", "photo", "photograph", "picture", "image", "tyre"})
# Warnings that threaten nobody.
_OF_WEATHER = frozenset(
    {"travel", "weather", "storm", "flood", "tsunami", "health", "hurricane", "safety"}
    | {"avalanche", "heat", "fire", "tornado", "profit", "cyclone"}
)
# Words beside which nothing is asked: "press ahead", "called her in for a talk".
_TURNED = {
    "call": frozenset({"in"}),
    "press": frozenset({"ahead", "forward", "on"}),
}
_UNARMED = frozenset(
    {"court", "regulation", "argument", "rhetoric", "tactic", "strategy", "lawyer"}
    | {"money", "capital", "software", "tool", "resource", "technique", "technology"}
    | {"base", "voter", "vote", "metaphor", "skill", "parachute", "airbag", "app"}
)
_CIVIL_TESTS = frozenset(
    {"dna", "blood", "drug", "medical", "lab", "laboratory", "virus", "coronavirus"}
    | {"covid", "forensic", "genetic", "sobriety", "breath", "safety", "crash", "road"}
    | {"aptitude", "driving", "water", "soil", "stress", "psychological", "hair"}
)
_CAMPAIGNS = frozenset({"campaign", "election", "political", "presidential", "tent"})
_TELLS = frozenset({"tell", "say", "speak", "address", "announce", "vow", "promise"})
_HURT = frozenset(
    {"injury", "surgery", "fracture", "knee", "ankle", "season", "forearm"}
)
_GUARDED = frozenset({"protective", "escort", "bodyguard", "safety", "detail"})
# What accusing verbs must be done to, to be misdeeds: "forged a passport".
_MISDONE = {
    "forge": frozenset(
        {"document", "passport", "paper", "signature", "ballot", "letter", "vote"}
        | {"certificate", "record", "evidence", "permit", "visa", "result", "cheque"}
    ),
    "execute": frozenset(
        {"prisoner", "captive", "civilian", "people", "man", "hostage"}
    ),
    "engineer": frozenset({"coup", "crisis", "fraud", "ouster", "attack", "famine"}),
}
_TESTED = frozenset({"test", "exam", "examination", "course", "class"})
_MAY = frozenset({"will", "would", "can", "could", "may", "might", "'ll", "'d"})
_OUGHT = frozenset({"must", "should", "ought", "shall"})
_SELF = frozenset({"i", "we"})


def is_softer(
    tree: Sentence,
    match: Match,
    filled: Filled,
    words: Mapping[str, frozenset[str]],
) -> bool:
    """Tell whether a hard word is meant in a sense that tells no event.

    Args:
        tree: The sentence.
        match: The trigger.
        filled: Its frame.
        words: Word sets of the ontology.
    """
    trigger, clause = match.trigger, match.clause
    if clause is None:
        return trigger.type == "PROTEST" and _is_show(tree, match.head, filled)
    if trigger.frame.name == "charging":
        return not _is_misdeed(tree, match)
    if trigger.type == "REQUEST":
        return _is_no_order(tree, match)
    if trigger.type == "MOBILIZE":
        return _is_unarmed(tree, match)
    protest = trigger.type == "PROTEST"
    if trigger.lemma == "surround" and clause.subjects and not protest:
        armed = words["forces"] | words["crowds"] | _BESIEGERS
        return not any(
            tree[one].upos == "PROPN" or tree[one].lemma.lower() in armed
            for one in clause.subjects
        )
    return _is_turned_softer(tree, match)


def _is_turned_softer(tree: Sentence, match: Match) -> bool:
    clause, lemma = match.clause, match.trigger.lemma
    if clause is None:
        return False
    if match.trigger.pattern == "break ~with":
        return bool(clause.objects)  # "broke a record with his goal"
    if match.trigger.pattern == "blow up":
        return any(tree[one].lemma.lower() in _INFLATED for one in clause.objects)
    if match.trigger.type == "THREATEN":
        return _is_forecast(tree, match)
    if lemma == "sideline":
        return not tree.lemmas.isdisjoint(_HURT)
    if lemma == "whisk":
        return not tree.lemmas.isdisjoint(_GUARDED)
    if lemma == "condemn" and match.trigger.type == "ACCUSE":
        return any(one.case == "to" for one in clause.obliques)  # "to death"
    if lemma == "expose":
        return not any(
            one.case == "as" and tree[one.token].upos in {"NOUN", "PROPN"}
            for one in clause.obliques
        )
    if lemma == "enforce" and match.noun is not None:
        martial = any(
            tree[child].lemma.lower() in {"martial", "emergency"}
            for child in tree.children(match.noun, "amod", "compound")
        )
        return tree[match.noun].lemma == "law" and not martial
    return False


def _is_forecast(tree: Sentence, match: Match) -> bool:
    """Tell "issued a storm warning", "warned us that gunmen might strike".

    In "warned us that it would strike", "that its men would" it is a threat.
    """
    if match.noun is not None:
        about = tree.children(match.noun, "compound", "amod")
        return any(tree[one].lemma.lower() in _OF_WEATHER for one in about)
    if match.trigger.lemma != "warn":
        return False
    for clause in tree.children(match.head, "ccomp"):
        subject = tree.subject(clause)
        if subject is None or tree[subject].upos == "PRON":
            continue
        owners = tree.children(subject, "nmod:poss")
        return not any(tree[owner].tag == "PRP$" for owner in owners)
    return False


def _is_show(tree: Sentence, noun: int, filled: Filled) -> bool:
    """Tell "told a campaign rally", "a demonstration of the game"."""
    lemma = tree[noun].lemma.lower()
    inside = {tree[c].lemma.lower() for c in tree.children(noun, "amod", "compound")}
    if lemma == "rally":
        if inside & _CAMPAIGNS:
            return True
        verb = tree[noun].head
        told = verb >= 0 and tree[verb].lemma.lower() in _TELLS
        return told and not any(one.part == "actor" for one in filled.participants)
    if lemma == "demonstration":
        return any(
            tree.case_of(child) == "of" and tree[child].tag in {"NN", "NNP"}
            for child in tree.children(noun, "nmod")
        )
    return False


def _is_misdeed(tree: Sentence, match: Match) -> bool:
    """Tell "said that Lee forged the papers" from "said he forged a reputation"."""
    wrong = match.trigger.complements
    for clause in tree.children(match.head, "ccomp", "xcomp"):
        for verb in (clause, *tree.children(clause, "conj", "xcomp")):
            lemma = tree[verb].lemma.lower()
            if lemma not in wrong and not wrong & set(tree.auxiliaries(verb)):
                continue
            done = {tree[one].lemma.lower() for one in tree.children(verb, "obj")}
            if lemma == "fail" and done & _TESTED:
                continue
            if lemma not in _MISDONE or done & _MISDONE[lemma]:
                return True
    return False


def _is_no_order(tree: Sentence, match: Match) -> bool:
    """Tell "press ahead", "told the paper that it would extend", "we must be clear"."""
    verb, lemma = match.head, match.trigger.lemma
    turned = _TURNED.get(lemma, frozenset())
    if any(
        tree[child].text.lower() in turned
        for child in tree.children(verb, "advmod", "compound:prt")
    ):
        return True
    clauses = tree.children(verb, "ccomp")
    helped = {aux for clause in clauses for aux in tree.auxiliaries(clause)}
    if lemma == "tell" and helped & _MAY and not helped & _OUGHT:
        return True
    return bool(clauses) and all(
        tree[subject].text.lower() in _SELF
        for clause in clauses
        for subject in tree.children(clause, "nsubj", "nsubj:pass") or [clause]
    )


def _is_unarmed(tree: Sentence, match: Match) -> bool:
    """Tell "deployed lawyers" and "conducted DNA tests" from moves of arms."""
    clause = match.clause
    if clause is None:
        return False
    if match.trigger.lemma in {"deploy", "mobilize", "mobilise", "redeploy"}:
        return bool(clause.objects) and all(
            tree[one].lemma.lower() in _UNARMED for one in clause.objects
        )
    if match.noun is None or tree[match.noun].lemma.lower() != "test":
        return False
    around = tree.children(match.noun, "compound", "amod", "nmod")
    return any(tree[one].lemma.lower() in _CIVIL_TESTS for one in around)
