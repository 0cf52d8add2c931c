"""Reads about spaces and who may do what in them."""

from tequio.apps.accounts.keys import sealed
from tequio.apps.accounts.models import Person
from tequio.apps.accounts.queries import lacks_second_factor
from tequio.apps.spaces.models import Assignment, Space
from tequio.core.roles import Permission, permissions_of


def space_named(slug: str) -> Space | None:
    return Space.objects.filter(slug=slug).first()


def permissions_in(space: Space, person: Person) -> frozenset[Permission]:
    """What the person may do here; nothing as long as a second factor that is asked of them is missing."""
    roles = Assignment.objects.filter(space=space, person=person).values_list("role", flat=True)
    permissions = permissions_of(roles)
    return frozenset() if permissions and lacks_second_factor(person) else permissions


def represented(person: Person) -> frozenset[int]:
    """Ids of the organisations of the space in force that the person speaks for."""
    memberships = person.memberships.all()
    return frozenset(memberships.values_list("organization_id", flat=True))


def only_space() -> Space | None:
    """The space of an installation that has just one."""
    spaces = list(Space.objects.order_by("pk")[:2])
    return spaces[0] if len(spaces) == 1 else None


def all_spaces() -> list[Space]:
    return list(Space.objects.order_by("slug"))


def setup_code() -> str:
    """What the first person must copy from the server's own window, so that a stranger cannot claim an empty house."""
    return sealed("setup", "first run")[:8]


def people_of(space: Space) -> list[Assignment]:
    return list(Assignment.objects.filter(space=space).select_related("person").order_by("person__name", "role"))
