"""The command line: one module per command, loaded when it is called."""

from dragoman.cli.run import main

__all__ = ["main"]
