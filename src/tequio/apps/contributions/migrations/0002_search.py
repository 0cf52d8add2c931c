"""An index of the words of contributions: FTS5 in SQLite, GIN in PostgreSQL.

In SQLite the triggers belong to the table. A later migration that makes Django rebuild the table
(`contributions_contribution`) loses them, so it must run `index` of this file again at its end.
"""

from django.db import migrations

SQLITE = [
    "DROP TABLE IF EXISTS contributions_search",
    """CREATE VIRTUAL TABLE contributions_search USING fts5(
        stems, content='contributions_contribution', content_rowid='id', detail='none', columnsize=0,
        tokenize="unicode61 remove_diacritics 0 tokenchars '_'"
    )""",
    "INSERT INTO contributions_search (contributions_search) VALUES ('rebuild')",
    """CREATE TRIGGER IF NOT EXISTS contributions_search_added AFTER INSERT ON contributions_contribution
    BEGIN INSERT INTO contributions_search (rowid, stems) VALUES (new.id, new.stems); END""",
    """CREATE TRIGGER IF NOT EXISTS contributions_search_removed AFTER DELETE ON contributions_contribution
    BEGIN
        INSERT INTO contributions_search (contributions_search, rowid, stems) VALUES ('delete', old.id, old.stems);
    END""",
    """CREATE TRIGGER IF NOT EXISTS contributions_search_changed AFTER UPDATE OF stems ON contributions_contribution
    BEGIN
        INSERT INTO contributions_search (contributions_search, rowid, stems) VALUES ('delete', old.id, old.stems);
        INSERT INTO contributions_search (rowid, stems) VALUES (new.id, new.stems);
    END""",
]
POSTGRESQL = [
    "CREATE INDEX IF NOT EXISTS contributions_search ON contributions_contribution "
    "USING gin (string_to_array(stems, ' '))",
]
UNDO = {
    "sqlite": [
        "DROP TRIGGER contributions_search_added",
        "DROP TRIGGER contributions_search_removed",
        "DROP TRIGGER contributions_search_changed",
        "DROP TABLE contributions_search",
    ],
    "postgresql": ["DROP INDEX contributions_search"],
}


def index(apps, schema_editor) -> None:  # type: ignore[no-untyped-def]
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unindex(apps, schema_editor) -> None:  # type: ignore[no-untyped-def]
    for statement in UNDO[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("contributions", "0001_initial")]
    operations = [migrations.RunPython(index, unindex)]
