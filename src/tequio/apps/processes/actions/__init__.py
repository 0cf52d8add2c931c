"""Every write to a process, its plan, its people and their invitations."""

from tequio.apps.processes.actions.activities import add_activity, edit_activity, remove_activity
from tequio.apps.processes.actions.attributes import add_attribute, edit_attribute, remove_attribute
from tequio.apps.processes.actions.invitations import carry, change_invitations, invite
from tequio.apps.processes.actions.participants import (
    Newcomer,
    add_participant,
    add_participants,
    edit_participant,
    give_passphrase,
    give_passphrases,
    withdraw,
)
from tequio.apps.processes.actions.phases import (
    add_phase,
    date_phase,
    edit_phase,
    move_phase,
    override_phase,
    remove_phase,
)
from tequio.apps.processes.actions.processes import copy_process, create_process, edit_process, note_facts, publish

__all__ = [
    "Newcomer",
    "add_activity",
    "add_attribute",
    "add_participant",
    "add_participants",
    "add_phase",
    "carry",
    "change_invitations",
    "copy_process",
    "create_process",
    "date_phase",
    "edit_activity",
    "edit_attribute",
    "edit_participant",
    "edit_phase",
    "edit_process",
    "give_passphrase",
    "give_passphrases",
    "invite",
    "move_phase",
    "note_facts",
    "override_phase",
    "publish",
    "remove_activity",
    "remove_attribute",
    "remove_phase",
    "withdraw",
]
