"""Every write to contributions, by name."""

from tequio.apps.contributions.actions.entering import Typed, enter, problems
from tequio.apps.contributions.actions.importing import (
    Preview,
    Report,
    confirm,
    drop,
    import_file,
    open_batch,
    preview,
    report_of,
)
from tequio.apps.contributions.actions.keeping import Words, keep
from tequio.apps.contributions.actions.moderating import accept, edit, set_aside
from tequio.apps.contributions.actions.saying import (
    QUOTE,
    SHOW,
    WAVE,
    Saying,
    Told,
    consent,
    correct,
    say,
    withdraw,
    withdraw_everything,
)

__all__ = [
    "QUOTE",
    "SHOW",
    "WAVE",
    "Preview",
    "Report",
    "Saying",
    "Told",
    "Typed",
    "Words",
    "accept",
    "confirm",
    "consent",
    "correct",
    "drop",
    "edit",
    "enter",
    "import_file",
    "keep",
    "open_batch",
    "preview",
    "problems",
    "report_of",
    "say",
    "set_aside",
    "withdraw",
    "withdraw_everything",
]
