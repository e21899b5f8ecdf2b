"""How far one part of two tellings agrees."""

AGAINST = -1
OPEN = 0
FITS = 1
EQUAL = 2
