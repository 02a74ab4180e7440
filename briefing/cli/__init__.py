"""The command line: arguments in, messages out. The only user of click."""

from briefing.cli.run import main

__all__ = ["main"]
