"""Tequio: from what people say to what is done, on one thread."""

__version__ = "0.1.0"
