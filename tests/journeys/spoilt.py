"""Builds, in the folder that TEQUIO_DATA names, a space in which every text is hostile; says where its pages are."""

import json
import sys


def build() -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django_scopes import scope

    from tests.factories.everything import TOKEN, everything
    from tests.factories.hostile import overwrite
    from tests.factories.paths import ours, paths_of
    from tests.people import make_cast

    cast = make_cast()
    with scope(space=cast.space.pk):
        it = everything(cast)
        overwrite()
        paths = {address.name: paths_of(address, it)[0] for address in ours()}
    sys.stdout.write(json.dumps({"token": TOKEN, "paths": paths}))


if __name__ == "__main__":
    build()
