"""Forms of English verbs for the sentences that are made."""

_IRREGULAR = {
    "admit": "admitted admitted", "arm": "armed armed", "ask": "asked asked",
    "ban": "banned banned", "bar": "barred barred", "be": "was been",
    "beat": "beat beaten", "beg": "begged begged", "begin": "began begun",
    "beseech": "beseeched beseeched", "blow": "blew blown", "boo": "booed booed",
    "bow": "bowed bowed", "break": "broke broken", "bring": "brought brought",
    "build": "built built", "burn": "burned burned", "buy": "bought bought",
    "call": "called called", "catch": "caught caught", "chat": "chatted chatted",
    "come": "came come", "commit": "committed committed",
    "compel": "compelled compelled", "confer": "conferred conferred",
    "curb": "curbed curbed", "cut": "cut cut", "dare": "dared dared",
    "debar": "debarred debarred", "defer": "deferred deferred", "dig": "dug dug",
    "dispel": "dispelled dispelled", "do": "did done", "drive": "drove driven",
    "drop": "dropped dropped", "equip": "equipped equipped",
    "expel": "expelled expelled", "fall": "fell fallen", "feed": "fed fed",
    "fight": "fought fought", "file": "filed filed", "find": "found found",
    "flog": "flogged flogged", "fly": "flew flown", "foil": "foiled foiled",
    "forbid": "forbade forbidden", "forgive": "forgave forgiven",
    "gag": "gagged gagged", "gas": "gassed gassed", "get": "got got",
    "give": "gave given", "go": "went gone", "grab": "grabbed grabbed",
    "grit": "gritted gritted", "gun": "gunned gunned", "hand": "handed handed",
    "hang": "hanged hanged", "have": "had had", "hear": "heard heard",
    "hit": "hit hit", "hold": "held held", "jam": "jammed jammed",
    "jet": "jetted jetted", "kidnap": "kidnapped kidnapped", "know": "knew known",
    "lash": "lashed lashed", "lay": "laid laid", "lead": "led led",
    "leave": "left left", "lend": "lent lent", "let": "let let", "light": "lit lit",
    "live": "lived lived", "lob": "lobbed lobbed", "lose": "lost lost",
    "make": "made made", "mean": "meant meant", "meet": "met met",
    "mistake": "mistook mistaken", "mop": "mopped mopped", "mow": "mowed mown",
    "nab": "nabbed nabbed", "offset": "offset offset", "overrun": "overran overrun",
    "overthrow": "overthrew overthrown", "pan": "panned panned", "pay": "paid paid",
    "permit": "permitted permitted", "plan": "planned planned",
    "plead": "pleaded pleaded", "put": "put put", "quell": "quelled quelled",
    "quit": "quit quit", "ram": "rammed rammed", "ransack": "ransacked ransacked",
    "rap": "rapped rapped", "rebel": "rebelled rebelled",
    "rebuild": "rebuilt rebuilt", "rebut": "rebutted rebutted",
    "recall": "recalled recalled", "refer": "referred referred",
    "repel": "repelled repelled", "retake": "retook retaken", "rip": "ripped ripped",
    "rise": "rose risen", "rob": "robbed robbed", "rule": "ruled ruled",
    "run": "ran run", "say": "said said", "scrap": "scrapped scrapped",
    "see": "saw seen", "seek": "sought sought", "sell": "sold sold",
    "send": "sent sent", "set": "set set", "ship": "shipped shipped",
    "shoot": "shot shot", "show": "showed shown", "shrug": "shrugged shrugged",
    "shun": "shunned shunned", "shut": "shut shut", "sink": "sank sunk",
    "sit": "sat sat", "skip": "skipped skipped", "slam": "slammed slammed",
    "slap": "slapped slapped", "slay": "slew slain", "snub": "snubbed snubbed",
    "speak": "spoke spoken", "spend": "spent spent", "spurn": "spurned spurned",
    "stab": "stabbed stabbed", "stand": "stood stood", "stay": "stayed stayed",
    "steal": "stole stolen", "step": "stepped stepped", "stop": "stopped stopped",
    "strike": "struck struck", "strip": "stripped stripped",
    "submit": "submitted submitted", "sue": "sued sued", "swap": "swapped swapped",
    "swear": "swore sworn", "take": "took taken", "tap": "tapped tapped",
    "tear": "tore torn", "tell": "told told", "think": "thought thought",
    "throw": "threw thrown", "transfer": "transferred transferred",
    "unban": "unbanned unbanned", "uphold": "upheld upheld", "wage": "waged waged",
    "whip": "whipped whipped", "win": "won won", "withdraw": "withdrew withdrawn",
    "withhold": "withheld withheld", "wrap": "wrapped wrapped",
    "write": "wrote written",
}  # fmt: skip
_DOUBLED = frozenset(
    {"sit", "set", "let", "cut", "put", "hit", "get", "quit", "shut", "begin", "dig"}
    | {"run"}
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
    doubled = verb in _DOUBLED or past(verb).endswith(verb[-1] * 2 + "ed")
    if doubled and not verb.endswith(verb[-1] * 2):
        return f"{verb}{verb[-1]}ing"
    if verb.endswith("e") and not (verb.endswith("ee") or verb == "be"):
        return f"{verb[:-1]}ing"
    if verb == "cancel":
        return "cancelling"
    return f"{verb}ing"


def _regular(verb: str) -> str:
    if verb == "cancel":
        return "cancelled"
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"
