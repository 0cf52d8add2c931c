"""The open data: all that is public, nothing that is not, and what every cell means."""

import csv
import io
import json
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from tequio.apps.contributions import actions as contributions
from tequio.apps.processes.models import Process
from tequio.apps.publishing import exports
from tequio.apps.publishing.models import Report
from tequio.apps.thread.actions import tie_many
from tequio.apps.thread.queries import knot_of, knots_of
from tequio.core.thread import Kind, LinkKind
from tequio.formats.tables.formulas import restored
from tests.apps.publishing.made import (
    DOING,
    DRAFT,
    HERE,
    SECRET_LINK,
    SECRET_NOTE,
    SECRET_WORDS,
    SEEN,
    WAITING,
    a_story,
    published,
)
from tests.apps.synthesis.voices import said
from tests.people import NOON, Cast

TABLES = {
    "contributions": 9,
    "meetings": 2,
    "themes": 2,
    "quotes": 1,
    "groupings": 8,
    "rounds": 1,
    "round_results": 2,
    "round_groups": 2,
    "round_slips": 1,
    "problems": 1,
    "solutions": 1,
    "prototype_versions": 0,
    "prototype_features": 0,
    "feedback_results": 5,
    "feedback_comments": 0,
    "decisions": 1,
    "commitments": 3,
    "commitment_changes": 2,
    "milestones": 1,
    "coverage": 3,
}
CHECKS = {
    "boolean": lambda cell: cell in {"true", "false"},
    "integer": lambda cell: str(int(cell)) == cell,
    "number": lambda cell: 0 <= float(cell) <= 1,
    "date": lambda cell: date.fromisoformat(cell).isoformat() == cell,
    "datetime": lambda cell: cell.endswith("Z") and bool(datetime.fromisoformat(cell)),
    "string": bool,
}


def packed(cast: Cast) -> ZipFile:
    out = io.BytesIO()
    exports.pack(cast.process, out, at=NOON)
    return ZipFile(out)


def texts(package: ZipFile) -> str:
    return "\n".join(package.read(name).decode() for name in package.namelist())


def rows_of(package: ZipFile, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(package.read(f"data/{table}.csv").decode(), newline="")))


def described(package: ZipFile) -> list[dict[str, Any]]:
    return [found for found in json.loads(package.read("datapackage.json"))["resources"] if "schema" in found]


def test_the_package_holds_every_table_the_thread_and_what_it_is_in_both_languages(cast: Cast):
    a_story(cast)

    found = packed(cast)

    tables = {f"data/{name}.csv" for name in (*TABLES, "knots", "links")}
    others = {"LEEME.txt", "README.txt", "datapackage.json", "thread.json", "thread.graphml"}
    assert set(found.namelist()) == tables | others
    assert {name: len(rows_of(found, name)) for name in TABLES} == TABLES


def test_every_column_of_every_table_says_whether_its_row_was_made_up(cast: Cast):
    a_story(cast)
    package = packed(cast)

    without = [found["name"] for found in described(package) if found["schema"]["fields"][-1]["name"] != "synthetic"]
    cells = {row["synthetic"] for name in TABLES for row in rows_of(package, name)}

    assert (without, cells) == ([], {"false"})


def test_what_was_made_up_is_marked_in_every_table_that_names_it(cast: Cast):
    a_story(cast)
    for knots in cast.process.knots.filter(ref__in=["A1", "R1", "T1"]):
        knots.synthetic = True
        knots.save()

    package = packed(cast)

    marked = {
        name: sum(row["synthetic"] == "true" for row in rows_of(package, name)) for name in ("groupings", "knots")
    }
    assert marked == {"groupings": 1, "knots": 3}
    assert {row["synthetic"] for row in rows_of(package, "round_results")} == {"true"}


def test_every_cell_is_of_the_type_that_is_declared(cast: Cast):
    a_story(cast)
    package = packed(cast)

    wrong = [
        (found["name"], field["name"], row[field["name"]])
        for found in described(package)
        for row in rows_of(package, found["name"])
        for field in found["schema"]["fields"]
        if row[field["name"]] and not CHECKS[field["type"]](row[field["name"]])
    ]

    assert wrong == []


def test_columns_of_numbers_and_days_are_not_declared_as_words(cast: Cast):
    """A cell that is a number, a day or yes and no in every row, yet called a text, would be a type forgotten."""
    a_story(cast)
    package = packed(cast)

    forgotten = []
    for found in described(package):
        rows = rows_of(package, found["name"])
        for field in found["schema"]["fields"]:
            cells = [row[field["name"]] for row in rows if row[field["name"]]]
            if field["type"] == "string" and cells and all(looks_typed(cell) for cell in cells):
                forgotten.append((found["name"], field["name"]))

    assert forgotten == [("coverage", "group")]  # codes of boroughs, which are names


def looks_typed(cell: str) -> bool:
    try:
        return cell in {"true", "false"} or bool(date.fromisoformat(cell))
    except ValueError:
        return cell.replace(".", "", 1).isdigit()


def test_nothing_private_is_in_the_package(cast: Cast):
    """A note, a way to join, words that are only counted or not yet read, a draft, who speaks for whom."""
    a_story(cast)

    everything = texts(packed(cast))

    private = (SECRET_NOTE, SECRET_LINK, SECRET_WORDS, WAITING, DRAFT, "Vecinas del Parque", "vecinas", "passphrase")
    assert [secret for secret in private if secret in everything] == []


def test_a_voice_that_is_only_counted_cannot_be_tied_to_a_code_or_a_meeting(cast: Cast):
    story = a_story(cast)
    hidden = story.voices[-1]

    package = packed(cast)

    row = next(row for row in rows_of(package, "contributions") if row["contribution"] == f"A{hidden.number}")
    assert (row["text"], row["participant"], row["meeting"], row["shown"]) == ("", "", "", "false")
    links = json.loads(package.read("thread.json"))["links"]
    assert [link for link in links if link["target"] == f"A{hidden.number}"] == []
    assert f'target="A{hidden.number}"' not in package.read("thread.graphml").decode()


def test_who_was_at_a_meeting_is_not_told(cast: Cast):
    story = a_story(cast)
    meeting = knot_of(cast.process, Kind.MEETING, story.meetings[0].pk)
    people = knots_of(cast.process, Kind.PARTICIPANT, [story.people[0].pk]).values()
    tie_many(cast.process, [(one, LinkKind.ATTENDED, meeting) for one in people], **DOING)

    package = packed(cast)

    assert cast.process.links.filter(kind=LinkKind.ATTENDED).count() == 1
    assert {row["kind"] for row in rows_of(package, "links")} >= {"said", "gathered"}
    assert "attended" not in {row["kind"] for row in rows_of(package, "links")}


def test_what_was_withdrawn_is_not_in_the_next_package(cast: Cast):
    story = a_story(cast)
    before = SEEN in texts(packed(cast))
    contributions.withdraw(contribution=story.voices[0], by=DOING["by"], at=NOON)

    assert (before, SEEN in texts(packed(cast))) == (True, False)


def test_the_same_process_gives_the_same_bytes(cast: Cast):
    a_story(cast)

    first, second = (io.BytesIO(), io.BytesIO())
    for out in (first, second):
        exports.pack(cast.process, out, at=NOON)

    assert first.getvalue() == second.getvalue()


def test_a_formula_is_not_run_by_a_spreadsheet(cast: Cast):
    said(cast, '=HYPERLINK("http://malo.example","ven")')

    row = rows_of(packed(cast), "contributions")[0]

    assert (row["text"][0], restored(row["text"])) == ("'", '=HYPERLINK("http://malo.example","ven")')


def test_the_readme_says_who_decides_on_the_licence(cast: Cast):
    cast.space.operator = {"name": "Universidad del Barrio", "url": "https://barrio.example"}
    cast.space.save()
    cast.process.space.refresh_from_db()
    a_story(cast)

    package = packed(cast)

    spanish, english = (package.read(name).decode() for name in ("LEEME.txt", "README.txt"))
    assert ["Universidad del Barrio" in text for text in (spanish, english)] == [True, True]
    assert ("Las 12 personas" in spanish, "The 12 people" in english) == (True, True)
    assert json.loads(package.read("datapackage.json"))["licenses"] == [
        {
            "name": "notspecified",
            "title": "Lo decide / Decided by: Universidad del Barrio",
            "path": "https://barrio.example",
        }
    ]


def test_fewer_than_ten_people_have_no_coverage(cast: Cast):
    a_story(cast)
    cast.process.participants.filter(number__gt=18).delete()

    assert rows_of(packed(cast), "coverage") == []


def test_a_command_writes_it_to_a_file(cast: Cast, tmp_path: Path):
    a_story(cast)

    exports.write(cast.process, tmp_path / "parque.zip", at=NOON)

    with ZipFile(tmp_path / "parque.zip") as package:
        assert package.testzip() is None
        assert len(rows_of(package, "contributions")) == 9


def test_everybody_takes_it_home_once_it_is_published(cast: Cast):
    a_story(cast)
    published(cast)

    response = Client().get(f"{HERE}datos.zip")

    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/zip")
    assert response.headers["Content-Disposition"] == 'attachment; filename="parque.zip"'
    assert ZipFile(io.BytesIO(b"".join(response))).testzip() is None


def test_before_that_only_those_who_may_export_do(cast: Cast):
    a_story(cast)
    clients = (Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana))

    responses = [client.get(f"{HERE}datos.zip") for client in (*clients, cast.signed_in(cast.ana))]

    assert [response.status_code for response in responses] == [422, 422, 422, 422, 200]
    assert "Estos datos todavía no se publican" in responses[0].content.decode()


@pytest.mark.parametrize("slug", ["Mi-Proceso_2", "-raro"])
def test_any_slug_gives_a_package(cast: Cast, slug: str):
    Process.objects.filter(pk=cast.process.pk).update(slug=slug)
    cast.process.slug = slug

    name = json.loads(packed(cast).read("datapackage.json"))["name"]

    assert (name, Report.objects.count()) == (slug.lower().lstrip("-"), 0)
