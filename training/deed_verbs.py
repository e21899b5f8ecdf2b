"""Forms of English verbs for the sentences that are made."""

_IRREGULAR = {
    "meet": "met met", "hold": "held held", "have": "had had", "sit": "sat sat",
    "send": "sent sent", "lead": "led led", "make": "made made", "pay": "paid paid",
    "fly": "flew flown", "begin": "began begun", "take": "took taken",
    "give": "gave given", "come": "came come", "strike": "struck struck",
    "speak": "spoke spoken", "stand": "stood stood", "throw": "threw thrown",
    "say": "said said", "tell": "told told", "seek": "sought sought",
    "fight": "fought fought", "withdraw": "withdrew withdrawn", "shoot": "shot shot",
    "set": "set set", "let": "let let", "cut": "cut cut", "put": "put put",
    "hit": "hit hit", "bring": "brought brought", "buy": "bought bought",
    "sell": "sold sold", "build": "built built", "lend": "lent lent",
    "spend": "spent spent", "write": "wrote written", "hand": "handed handed",
    "find": "found found", "file": "filed filed", "sue": "sued sued",
    "lash": "lashed lashed", "beat": "beat beaten", "blow": "blew blown",
    "drop": "dropped dropped", "ban": "banned banned", "jam": "jammed jammed",
    "ram": "rammed rammed", "break": "broke broken", "go": "went gone",
    "drive": "drove driven", "catch": "caught caught", "dig": "dug dug",
    "grab": "grabbed grabbed", "nab": "nabbed nabbed", "step": "stepped stepped",
    "quit": "quit quit", "lay": "laid laid", "do": "did done", "see": "saw seen",
    "get": "got got", "leave": "left left", "lose": "lost lost", "win": "won won",
    "stop": "stopped stopped", "swap": "swapped swapped", "plan": "planned planned",
    "commit": "committed committed", "admit": "admitted admitted",
    "permit": "permitted permitted", "submit": "submitted submitted",
    "slam": "slammed slammed", "slap": "slapped slapped", "strip": "stripped stripped",
    "rob": "robbed robbed", "bar": "barred barred", "snub": "snubbed snubbed",
    "scrap": "scrapped scrapped", "stab": "stabbed stabbed", "hang": "hanged hanged",
    "kidnap": "kidnapped kidnapped", "ship": "shipped shipped", "be": "was been",
    "shut": "shut shut", "burn": "burned burned", "swear": "swore sworn",
    "rebut": "rebutted rebutted", "confer": "conferred conferred",
    "beg": "begged begged", "tear": "tore torn", "shrug": "shrugged shrugged",
    "call": "called called", "feed": "fed fed", "hear": "heard heard",
    "arm": "armed armed", "rule": "ruled ruled", "plead": "pleaded pleaded",
    "bow": "bowed bowed", "stay": "stayed stayed", "sink": "sank sunk",
    "run": "ran run", "mean": "meant meant", "fall": "fell fallen",
    "forgive": "forgave forgiven", "show": "showed shown", "steal": "stole stolen",
    "equip": "equipped equipped", "recall": "recalled recalled", "live": "lived lived",
    "defer": "deferred deferred", "expel": "expelled expelled", "repel": "repelled repelled",
    "gun": "gunned gunned", "whip": "whipped whipped", "flog": "flogged flogged",
    "ban": "banned banned", "pan": "panned panned", "rip": "ripped ripped",
    "rap": "rapped rapped", "mow": "mowed mown", "rebel": "rebelled rebelled",
    "slay": "slew slain", "shun": "shunned shunned", "skip": "skipped skipped",
    "gag": "gagged gagged", "ransack": "ransacked ransacked", "mop": "mopped mopped",
    "boo": "booed booed", "gas": "gassed gassed", "curb": "curbed curbed",
    "chat": "chatted chatted", "quell": "quelled quelled", "offset": "offset offset",
    "overthrow": "overthrew overthrown", "retake": "retook retaken",
    "mistake": "mistook mistaken", "rebuild": "rebuilt rebuilt", "know": "knew known",
    "uphold": "upheld upheld", "withhold": "withheld withheld", "spurn": "spurned spurned",
    "overrun": "overran overrun", "beseech": "beseeched beseeched", "tap": "tapped tapped",
    "forbid": "forbade forbidden", "foil": "foiled foiled", "strip": "stripped stripped",
    "drop": "dropped dropped", "rise": "rose risen", "dispel": "dispelled dispelled",
    "think": "thought thought", "ask": "asked asked", "grit": "gritted gritted",
    "light": "lit lit", "debar": "debarred debarred", "refer": "referred referred",
    "jet": "jetted jetted", "transfer": "transferred transferred",
    "unban": "unbanned unbanned", "lob": "lobbed lobbed", "wrap": "wrapped wrapped",
    "compel": "compelled compelled", "dare": "dared dared", "wage": "waged waged",
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
    if verb in _DOUBLED or past(verb).endswith(verb[-1] + verb[-1] + "ed"):
        if not verb.endswith(verb[-1] * 2):
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
