"""Every row and file is equal after a restore into an empty installation; a damaged file changes nothing."""

import pytest
from django.apps import apps
from django.db import connection
from django_scopes import scopes_disabled

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Activity, Phase
from tequio.apps.record import actions as record
from tequio.apps.spaces.models import Space
from tequio.core.actors import SYSTEM
from tequio.core.refusals import Refusal
from tequio.project import backups
from tests.people import NOON, make_cast

pytestmark = pytest.mark.django_db


DROP_GUARD = {"sqlite": "DROP TRIGGER IF EXISTS {}", "postgresql": "DROP TRIGGER IF EXISTS {} ON record_event"}


@pytest.fixture
def full(settings, tmp_path):
    """An installation with the cast, a phase with its activity, a hostile contribution and an upload."""
    settings.MEDIA_ROOT = tmp_path / "files"
    with scopes_disabled():
        cast = make_cast()
        phase = Phase.objects.create(process=cast.process, key="oir", title={"es": "Oír"}, place=1)
        Activity.objects.create(process=cast.process, kind="contribute", key="decir").phases.add(phase)
        Contribution.objects.create(
            process=cast.process,
            number=1,
            channel="web",
            body="<b>Ñandú</b>\n\u2028=1+1",
            fingerprint="x",
            made_at=NOON,
        )
        record.note("process.opened", by=SYSTEM, at=NOON, space=cast.space.pk)
    (settings.MEDIA_ROOT / "ab").mkdir(parents=True)
    (settings.MEDIA_ROOT / "ab/abcd").write_bytes(bytes(range(256)))
    return cast


def everything():
    """Every row of every table, many-to-many links too."""
    with scopes_disabled():
        tables = {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in backups.tables()}
        return tables | {"phases of activities": list(Activity.objects.order_by("pk").values_list("pk", "phases"))}


def emptied():
    """An installation with nothing in it. The test's own transaction brings the guard of the record back."""
    with connection.cursor() as cursor:
        for guard in ("record_never_changes", "record_never_shrinks"):
            cursor.execute(DROP_GUARD[connection.vendor].format(guard))
    for model in [Activity.phases.through, *backups.tables()]:
        model._base_manager.all()._raw_delete("default")


def test_every_row_and_file_is_equal_after_a_restore(full, settings, tmp_path):
    before = everything()
    backups.write(tmp_path / "b.zip", at=NOON)
    emptied()
    (settings.MEDIA_ROOT / "ab/abcd").unlink()

    backups.restore(tmp_path / "b.zip")

    assert everything() == before
    assert (settings.MEDIA_ROOT / "ab/abcd").read_bytes() == bytes(range(256))


def test_new_rows_get_new_numbers_after_a_restore(full, tmp_path):
    backups.write(tmp_path / "b.zip", at=NOON)
    emptied()
    backups.restore(tmp_path / "b.zip")

    space = Space.objects.create(slug="nueva", made_at=NOON)

    assert space.pk > full.elsewhere.pk


def test_a_damaged_backup_is_refused_and_nothing_is_restored(full, tmp_path):
    path = tmp_path / "b.zip"
    backups.write(path, at=NOON)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 64] = bytes(64)
    path.write_bytes(data)
    emptied()

    with pytest.raises(Refusal) as refused:
        backups.restore(path)

    assert refused.value.code.startswith("archive.")
    assert not Space.objects.exists()


def test_a_restore_never_overwrites_what_is_there(full, tmp_path):
    backups.write(tmp_path / "b.zip", at=NOON)

    with pytest.raises(Refusal, match="backup.not_empty"):
        backups.restore(tmp_path / "b.zip")

    assert Space.objects.count() == 2


def test_progress_tells_every_row(full, tmp_path):
    told = []
    backups.write(tmp_path / "b.zip", at=NOON, progress=told.append)

    assert sum(told) == backups.rows() == backups.rows_in(tmp_path / "b.zip")


def test_no_table_of_ours_is_left_out():
    ours = {m._meta.label for m in apps.get_models() if m.__module__.startswith("tequio.")}

    assert ours - {model._meta.label for model in backups.tables()} == set()
