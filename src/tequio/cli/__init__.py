"""The command `tequio`. Nothing here decides anything: each command reads its words, calls the product and prints."""

from tequio.cli.app import main

__all__ = ["main"]
