"""Offices that stand beside names and bodies."""
