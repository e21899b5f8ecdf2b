"""Titles that show respect and say no office: "His Highness", "Her Majesty"."""

BY_RESPECT = frozenset(
    {"highness", "majesty", "excellency", "eminence", "holiness", "beatitude"}
)
