"""Every write of this app, by name: problems, solutions and features, prototypes and versions, feedback."""

from tequio.apps.solutions.actions.answers import show_comment, submit_response
from tequio.apps.solutions.actions.feedback import (
    add_feedback,
    add_question,
    edit_feedback,
    edit_question,
    remove_question,
)
from tequio.apps.solutions.actions.problems import (
    add_problem,
    choose_problem,
    edit_problem,
    reconsider_problem,
    set_aside_problem,
)
from tequio.apps.solutions.actions.prototypes import (
    add_prototype,
    add_version,
    edit_prototype,
    edit_version,
    set_feature_states,
)
from tequio.apps.solutions.actions.solutions import add_features, add_solution, edit_solution, write_features

__all__ = [
    "add_features",
    "add_feedback",
    "add_problem",
    "add_prototype",
    "add_question",
    "add_solution",
    "add_version",
    "choose_problem",
    "edit_feedback",
    "edit_problem",
    "edit_prototype",
    "edit_question",
    "edit_solution",
    "edit_version",
    "reconsider_problem",
    "remove_question",
    "set_aside_problem",
    "set_feature_states",
    "show_comment",
    "submit_response",
    "write_features",
]
