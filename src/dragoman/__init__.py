"""dragoman turns published reports into cited dossiers."""

__version__ = "0.1.0"
