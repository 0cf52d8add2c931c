"""Keeps what could point at a person out of the log."""

import logging


class BareRequests(logging.Filter):
    """Request lines keep the path alone: no query string, no body, no address, no user."""

    def filter(self, record: logging.LogRecord) -> bool:
        for name in ("request", "sock"):
            record.__dict__.pop(name, None)
        record.args = tuple(_bare(value) for value in record.args) if isinstance(record.args, tuple) else record.args
        return True


def _bare(value: object) -> object:
    return value.split("?")[0] if isinstance(value, str) and value.startswith("/") else value
