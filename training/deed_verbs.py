"""Forms of English verbs for the sentences that are made."""

_IRREGULAR = {
    "be": "was been", "beat": "beat beaten", "begin": "began begun",
    "blow": "blew blown", "break": "broke broken", "bring": "brought brought",
    "build": "built built", "buy": "bought bought", "catch": "caught caught",
    "come": "came come", "cut": "cut cut", "dig": "dug dug", "do": "did done",
    "drive": "drove driven", "fall": "fell fallen", "feed": "fed fed",
    "fight": "fought fought", "find": "found found", "fly": "flew flown",
    "forbid": "forbade forbidden", "forgive": "forgave forgiven", "get": "got got",
    "give": "gave given", "go": "went gone", "have": "had had", "hear": "heard heard",
    "hit": "hit hit", "hold": "held held", "know": "knew known", "lay": "laid laid",
    "lead": "led led", "leave": "left left", "lend": "lent lent", "let": "let let",
    "light": "lit lit", "lose": "lost lost", "make": "made made", "mean": "meant meant",
    "meet": "met met", "mistake": "mistook mistaken", "mow": "mowed mown",
    "offset": "offset offset", "overrun": "overran overrun",
    "overthrow": "overthrew overthrown", "pay": "paid paid", "put": "put put",
    "quit": "quit quit", "rebuild": "rebuilt rebuilt", "retake": "retook retaken",
    "rise": "rose risen", "run": "ran run", "say": "said said", "see": "saw seen",
    "seek": "sought sought", "sell": "sold sold", "send": "sent sent", "set": "set set",
    "shoot": "shot shot", "show": "showed shown", "shut": "shut shut",
    "sink": "sank sunk", "sit": "sat sat", "slay": "slew slain",
    "speak": "spoke spoken", "spend": "spent spent", "stand": "stood stood",
    "steal": "stole stolen", "strike": "struck struck", "swear": "swore sworn",
    "take": "took taken", "tear": "tore torn", "tell": "told told",
    "think": "thought thought", "throw": "threw thrown", "uphold": "upheld upheld",
    "win": "won won", "withdraw": "withdrew withdrawn", "withhold": "withheld withheld",
    "write": "wrote written",
}  # fmt: skip
# Their last letter is doubled before an ending.
_DOUBLED = frozenset(
    """
    admit ban bar beg begin cancel chat commit compel confer cut debar defer dig
    dispel drop equip expel flog gag gas get grab grit gun hit jam jet kidnap let
    lob mop nab pan permit plan put quit ram rap rebel rebut refer repel rip rob run
    scrap set ship shrug shun shut sit skip slam slap snub stab step stop strip
    submit swap tap transfer unban whip wrap
    """.split()
)
_VOWELS = "aeiou"


def past(verb: str) -> str:
    """Return the past tense."""
    return _IRREGULAR[verb].split()[0] if verb in _IRREGULAR else _regular(verb)


def participle(verb: str) -> str:
    """Return the past participle."""
    return _IRREGULAR[verb].split()[1] if verb in _IRREGULAR else _regular(verb)


def third(verb: str) -> str:
    """Return the third person of the present."""
    special = {"have": "has", "be": "is", "go": "goes", "do": "does"}
    if verb in special:
        return special[verb]
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}s"


def gerund(verb: str) -> str:
    """Return the form in "-ing"."""
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not (verb.endswith("ee") or verb == "be"):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def _regular(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"
