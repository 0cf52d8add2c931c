"""The record can only grow: the database itself refuses to change or remove a line."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = [
    """CREATE TRIGGER record_never_changes BEFORE UPDATE ON record_event
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    """CREATE TRIGGER record_never_shrinks BEFORE DELETE ON record_event
    BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION record_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the record is append-only'; END $$""",
    """CREATE TRIGGER record_never_changes BEFORE UPDATE OR DELETE ON record_event
    FOR EACH ROW EXECUTE FUNCTION record_is_append_only()""",
]


def guard(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
