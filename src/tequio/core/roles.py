"""Roles as data: a name, the sentence a person reads before giving the role to somebody, and what it permits."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tequio.core.localized import Localized, both


class Permission(StrEnum):
    """One thing that a role lets a person do; named area.act."""

    SPACE_MANAGE = "space.manage"
    SPACE_ROLES = "space.roles"
    ORGANIZATIONS_EDIT = "organizations.edit"
    ORGANIZATIONS_VERIFY = "organizations.verify"
    TERRITORIES_EDIT = "territories.edit"
    PROCESSES_EDIT = "processes.edit"
    MEETINGS_EDIT = "meetings.edit"
    MEETINGS_ATTENDANCE = "meetings.attendance"
    CONTRIBUTIONS_ENTER = "contributions.enter"
    CONTRIBUTIONS_MODERATE = "contributions.moderate"
    CONTRIBUTIONS_IMPORT = "contributions.import"
    PARTICIPANTS_SEE = "participants.see"
    PARTICIPANTS_EDIT = "participants.edit"
    SYNTHESIS_EDIT = "synthesis.edit"
    PRIORITISING_EDIT = "prioritising.edit"
    PRIORITISING_TOKENS = "prioritising.tokens"
    SOLUTIONS_EDIT = "solutions.edit"
    FEEDBACK_EDIT = "feedback.edit"
    COMMITMENTS_EDIT = "commitments.edit"
    PUBLISHING_EXPORT = "publishing.export"
    RECORD_READ = "record.read"
    ACCOUNTS_INVITE = "accounts.invite"


@dataclass(frozen=True, slots=True)
class Role:
    """`sentence` says in one breath what a person with this role can do and see."""

    key: str
    name: Localized
    sentence: Localized
    permissions: frozenset[Permission]


OPERATOR = Role(
    "operator",
    both("Quien opera el espacio", "Operator"),
    both(
        "Cuida todo el espacio: puede hacer lo mismo que una facilitadora y además decide quién tiene qué papel.",
        "Looks after the whole space: can do all that a facilitator does, and also decides who has which role.",
    ),
    frozenset(Permission),
)
FACILITATOR = Role(
    "facilitator",
    both("Facilitadora o facilitador", "Facilitator"),
    both(
        "Lleva los procesos de principio a fin: encuentros, aportes, síntesis, priorización y compromisos. "
        "Ve los datos de quienes participan, pero no reparte papeles.",
        "Runs processes from start to end: meetings, contributions, synthesis, prioritisation and commitments. "
        "Sees the details of participants, but does not hand out roles.",
    ),
    frozenset(Permission) - {Permission.SPACE_ROLES},
)
NOTE_TAKER = Role(
    "note_taker",
    both("Relatora o relator", "Note-taker"),
    both(
        "Toma nota en los encuentros: pasa lista, escribe lo que se dijo y ve quiénes participan. "
        "No cambia el proceso ni publica nada.",
        "Takes notes at meetings: marks attendance, writes down what was said and sees who takes part. "
        "Does not change the process and publishes nothing.",
    ),
    frozenset(
        {
            Permission.MEETINGS_EDIT,
            Permission.MEETINGS_ATTENDANCE,
            Permission.CONTRIBUTIONS_ENTER,
            Permission.PARTICIPANTS_SEE,
        }
    ),
)
OBSERVER = Role(
    "observer",
    both("Observadora u observador", "Observer"),
    both(
        "Mira sin tocar: lee los borradores y lo que se ha hecho. No ve datos de personas ni cambia nada.",
        "Looks without touching: reads drafts and what has been done. Sees no personal details and changes nothing.",
    ),
    frozenset({Permission.RECORD_READ}),
)
ORGANIZATION = Role(
    "organization",
    both("Representante de una organización", "Representative of an organisation"),
    both(
        "Habla por su organización: cuida su página y participa en su nombre. No ve datos de otras personas.",
        "Speaks for an organisation: keeps its page and takes part in its name. Sees no details of other people.",
    ),
    frozenset(),
)
ROLES = {role.key: role for role in (OPERATOR, FACILITATOR, NOTE_TAKER, OBSERVER, ORGANIZATION)}


def permissions_of(role_keys: Iterable[str]) -> frozenset[Permission]:
    """Return all that these roles permit together. A key that is no longer a role permits nothing."""
    return frozenset().union(*(ROLES[key].permissions for key in role_keys if key in ROLES))


def may(role_keys: Iterable[str], permission: Permission) -> bool:
    """Tell whether any of these roles permits this."""
    return any(permission in ROLES[key].permissions for key in role_keys if key in ROLES)
