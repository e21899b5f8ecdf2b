"""Slogans, themes and media that are passed on."""
