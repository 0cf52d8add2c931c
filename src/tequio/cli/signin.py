"""`tequio link`: a printed one-time link, the way in where no e-mail is configured."""

from typing import Annotated

import typer

from tequio.cli.start import fail, in_step, ready


def link(
    who: Annotated[str, typer.Argument(help="E-mail or exact name of the person.")],
    base: Annotated[str, typer.Option(help="Where the pages are.")] = "http://127.0.0.1:8000",
) -> None:
    """Print a link that signs a person in once."""
    ready()
    in_step()
    from django.db.models import Q
    from django.utils.timezone import now

    from tequio.apps.accounts import actions
    from tequio.apps.accounts.models import Person
    from tequio.core.actors import SYSTEM

    found = list(Person.objects.filter(Q(email__iexact=who) | Q(name__iexact=who), is_active=True)[:2])
    if len(found) != 1:
        fail(
            f"There is no one person called “{who}” here."
            if not found
            else f"More than one person is called “{who}”: use the e-mail."
        )
    typer.echo(base.rstrip("/") + actions.make_sign_in_link(person=found[0], by=SYSTEM, at=now()))
