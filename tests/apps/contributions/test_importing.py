"""Bringing in a file: all of it or nothing, once, with every row that stays out told by its line and reason."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.translation import override

from tequio.apps.contributions import actions
from tequio.apps.contributions.imports import Choices
from tequio.apps.contributions.models import Batch, Contribution
from tequio.apps.record.models import Event
from tequio.apps.thread.models import Knot
from tequio.core.refusals import Refusal
from tequio.formats.contributions import Mapping
from tequio.formats.tables import read_in_child, write_xlsx
from tests.apps.contributions.voices import BASE, DOING, ENGLISH, HOSTILE, borough, knots, links, one
from tests.people import NOON, Cast

TABLE = """id;título;descripción;tipo;alcaldía;código;fecha
1;Agua;<p>Falta <b>agua</b></p>;necesidad;Iztapalapa;W1#13;02/03/2026
2;Luz;Falta luz;idea;Nezahualcóyotl;W9#1;ayer
3;Agua;Falta agua;;;;
4;;;;;;
5;Parque;Un parque;cosa
"""
CONFIRMED = {
    "column_title": "título", "column_body": "descripción", "column_kind": "tipo", "column_territory": "alcaldía",
    "column_code": "código", "column_said_on": "fecha", "column_source_id": "id", "kind": "need", "shown": "yes",
    "confirm": "1",
}  # fmt: skip


@pytest.fixture(autouse=True)
def media(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


def written(tmp_path: Path, text: str = TABLE, encoding: str = "utf-8") -> Path:
    path = tmp_path / "voces.csv"
    path.write_bytes(text.encode(encoding))
    return path


def brought(cast: Cast, path: Path, **choices: object) -> actions.Report:
    return actions.import_file(cast.process, path, path.name, **choices, **DOING)


def upload(browser: Client, data: bytes = TABLE.encode(), name: str = "voces.csv", **options: object):
    return browser.post(BASE + "importar/", {"file": SimpleUploadedFile(name, data)}, **options)


def waiting_files(media: Path) -> list[Path]:
    return sorted((media / "imports").glob("*"))


def test_rows_come_in_with_all_that_they_say(cast: Cast, tmp_path: Path):
    place = borough()

    brought(cast, written(tmp_path))

    first, second = Contribution.objects.order_by("number")
    assert (first.title, first.body, first.kind, first.source_id) == ("Agua", "Falta agua", "need", "1")
    assert (first.territory, first.participant, first.said_on) == (place, cast.caro, date(2026, 3, 2))
    assert (first.status, first.channel, first.shown, first.batch.number) == ("accepted", "file", True, 1)
    assert (second.kind, second.territory, second.participant, second.said_on) == ("idea", None, None, None)
    assert links() == [("W1#13", "said", "A1")]
    assert [knot[0] for knot in knots()] == ["A1", "A2"]


def test_the_report_has_the_documented_shape_in_the_language_of_whoever_asks(cast: Cast, tmp_path: Path):
    with override("en"):
        report = brought(cast, written(tmp_path)).to_json()

    assert report == {
        "rows": 5,
        "imported": 2,
        "duplicates": 1,
        "rejected": [
            {"line": 5, "code": "row.empty", "message": "The row has no words."},
            {"line": 6, "code": "row.cells", "message": "The row has 4 cells and the table has 7 columns."},
        ],
    }


def test_the_record_says_how_many_came_in_and_no_word_of_them(cast: Cast, tmp_path: Path):
    brought(cast, written(tmp_path))

    event = Event.objects.get(verb="import.done")
    assert (event.target, event.facts) == ("import 1", {"imported": 2, "shown": True})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_every_usual_way_of_writing_a_table_is_read(cast: Cast, tmp_path: Path, encoding: str, separator: str):
    rows = f"título;descripción\nNiñez;El año que viene habrá más{chr(10)}Café;Sí".replace(";", separator)

    report = brought(cast, written(tmp_path, rows, encoding))

    assert (report.imported, list(Contribution.objects.order_by("number").values_list("title", flat=True))) == (
        2,
        ["Niñez", "Café"],
    )


def test_a_workbook_is_read_as_well(cast: Cast, tmp_path: Path):
    path = tmp_path / "voces.xlsx"
    path.write_bytes(write_xlsx(("título", "fecha"), [("Falta agua", date(2026, 3, 2))]))

    brought(cast, path)

    assert Contribution.objects.values_list("title", "said_on").get() == ("Falta agua", date(2026, 3, 2))


def test_the_same_file_twice_brings_nothing_new(cast: Cast, tmp_path: Path):
    brought(cast, written(tmp_path))

    again = brought(cast, written(tmp_path))

    assert (again.imported, again.duplicates, Contribution.objects.count()) == (0, 3, 2)


def test_what_somebody_said_already_is_a_duplicate_and_what_was_withdrawn_is_not(cast: Cast, tmp_path: Path):
    one(cast, "falta LUZ", title="Luz")
    actions.withdraw(contribution=one(cast, "Falta agua", title="Agua", participant=cast.caro), **DOING)

    assert brought(cast, written(tmp_path)).imported == 1


def test_boroughs_are_known_by_code_name_or_the_first_part_of_it(cast: Cast, tmp_path: Path):
    place, other = borough("Cuajimalpa de Morelos", "09004"), borough("La Magdalena Contreras", "09008")
    names = ["CUAJIMALPA", "Alcaldía Cuajimalpa de Morelos", "09004", "magdalena contreras", "Contreras"]
    rows = "\n".join(f"Voz {n},{name}" for n, name in enumerate(names))

    brought(cast, written(tmp_path, f"texto,alcaldía\n{rows}"))

    found = list(Contribution.objects.order_by("number").values_list("territory", flat=True))
    assert found == [place.pk, place.pk, place.pk, other.pk, None]


def test_a_mapping_of_ones_own_is_followed(cast: Cast, tmp_path: Path):
    mapping = Mapping(body="q1", said_on="cuando")

    brought(cast, written(tmp_path, "q0,q1,cuando\nnada,Falta agua,2026-03-02"), mapping=mapping)

    assert Contribution.objects.values_list("body", "said_on").get() == ("Falta agua", date(2026, 3, 2))


def test_words_that_people_did_not_agree_to_show_are_only_counted(cast: Cast, tmp_path: Path, client: Client):
    brought(cast, written(tmp_path), shown=False)

    assert {row.head for row in client.get(BASE, headers=ENGLISH).context["rows"]} == {"Counted, not shown"}


@pytest.mark.parametrize(
    ("text", "mapping", "code"),
    [
        ("", None, "table.empty"),
        ("título,texto", None, "table.no_rows"),
        ("%PDF-1.7 nada", None, "table.not_a_table"),
        ("a,b\n1,2", Mapping(body="c"), "contributions.column_missing"),
        ("a,b\n1,2", Mapping(code="a"), "contributions.no_words_column"),
    ],
)
def test_a_file_that_cannot_come_in_leaves_nothing_behind(
    cast: Cast, tmp_path: Path, text: str, mapping: Mapping | None, code: str
):
    with pytest.raises(Refusal) as refused:
        brought(cast, written(tmp_path, text), mapping=mapping)

    assert (refused.value.code, Batch.objects.count(), Contribution.objects.count()) == (code, 0, 0)


def test_a_plan_to_copy_from_takes_no_file(cast: Cast, tmp_path: Path):
    cast.process.template = True
    cast.process.save()

    with pytest.raises(Refusal) as refused:
        brought(cast, written(tmp_path))

    assert refused.value.code == "contributions.of_template"


def test_if_anything_fails_half_way_nothing_has_come_in(cast: Cast, tmp_path: Path):
    """A knot that has the number of the second row already: the database refuses it, and with it the whole file."""

    Knot.objects.create(process=cast.process, kind="contribution", object_id=999_999, ref="A2", label={})

    with pytest.raises(Exception, match=r"UNIQUE|unique|duplicate"):
        brought(cast, written(tmp_path))


def test_a_preview_shows_what_would_come_and_writes_nothing(cast: Cast, media: Path):
    ana = cast.signed_in(cast.ana)

    answer = upload(ana)
    page = ana.get(answer.headers["Location"], headers=ENGLISH)

    assert answer.headers["Location"] == BASE + "importar/1/"
    assert (Contribution.objects.count(), len(waiting_files(media))) == (0, 1)
    seen = page.context["seen"]
    assert [(draft.line, draft.title, draft.body) for draft in seen.first] == [
        (2, "Agua", "Falta agua"),
        (3, "Luz", "Falta luz"),
    ]
    assert [(line.line, line.message) for line in seen.rejected] == [
        (5, "The row has no words."),
        (6, "The row has 4 cells and the table has 7 columns."),
    ]
    assert [(line.line, line.code) for line in seen.noted] == [
        (2, "row.territory_unknown"), (3, "row.date_unread"), (3, "row.territory_unknown"), (3, "row.code_unknown"),
    ]  # fmt: skip
    assert [
        words in page.text for words in ("5 rows", "read as utf-8", "<code>;</code>", "Line 4", "the same as line 2")
    ] == [True] * 5
    assert page.context["form"].fields["column_title"].initial == "título"


def test_looking_again_with_other_columns_changes_the_preview_and_writes_nothing(cast: Cast):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]

    page = ana.post(place, {"column_body": "tipo", "kind": "wish", "look": "1"})

    assert page.status_code == 200
    assert [(draft.line, draft.title, draft.body, draft.kind) for draft in page.context["seen"].first] == [
        (2, "", "necesidad", "wish"), (3, "", "idea", "wish"),
    ]  # fmt: skip
    assert Contribution.objects.count() == 0


def test_without_a_column_of_words_the_preview_asks_for_one(cast: Cast):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]

    page = ana.post(place, {"kind": "need", "look": "1"}, headers=ENGLISH)

    assert page.context["seen"] is None
    assert "Choose the column that has the title or the text." in page.text


def test_repeated_rows_can_be_told_to_be_of_different_people(cast: Cast):
    ana = cast.signed_in(cast.ana)
    place = upload(ana, b"texto\nManos\nManos").headers["Location"]

    page = ana.post(place, {"column_body": "texto", "kind": "need", "repeats": "on", "look": "1"})

    assert (len(page.context["seen"].read.parsed.accepted), page.context["seen"].read.parsed.duplicates) == (2, ())


def test_confirming_brings_it_in_deletes_the_file_and_tells_what_became_of_it(cast: Cast, media: Path):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]

    page = ana.post(place, CONFIRMED, headers=ENGLISH, follow=True)

    assert page.redirect_chain == [(BASE + "importar/1/listo/", 302)]
    assert "2 contributions came in" in page.text
    assert "Line 6: The row has 4 cells and the table has 7 columns." in page.text
    assert (Contribution.objects.count(), waiting_files(media)) == (2, [])


def test_confirming_twice_brings_it_in_once(cast: Cast):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]

    answers = [ana.post(place, CONFIRMED).headers["Location"] for _ in range(2)]

    assert (answers, Contribution.objects.count()) == ([BASE + "importar/1/listo/"] * 2, 2)


def test_two_confirmations_at_once_bring_it_in_once(cast: Cast):
    """Both read the file while it waited; the second finds it in when its turn to write comes."""
    upload(cast.signed_in(cast.ana))
    batch = Batch.objects.get()
    table = read_in_child(settings.MEDIA_ROOT / batch.path)

    done = [actions.confirm(batch=batch, table=table, choices=Choices(), **DOING) for _ in range(2)]

    assert ([one.state for one in done], Contribution.objects.count()) == (["done", "done"], 2)


def test_whether_words_may_be_shown_has_to_be_answered_and_what_was_chosen_stays(cast: Cast):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]

    page = ana.post(place, {**CONFIRMED, "shown": "", "kind": "wish"}, headers=ENGLISH)

    assert (page.status_code, Contribution.objects.count()) == (422, 0)
    assert '<option value="wish" selected>' in page.text
    assert len(page.context["seen"].first) == 2


def test_cancelling_keeps_nothing(cast: Cast, media: Path):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]

    ana.post(place + "cancelar/")

    assert (Batch.objects.get().state, waiting_files(media), Contribution.objects.count()) == ("dropped", [], 0)
    assert ana.get(place).headers["Location"] == BASE + "importar/"
    assert ana.post(place, CONFIRMED).headers["Location"] == BASE + "importar/"


def test_a_file_that_came_in_cannot_be_cancelled(cast: Cast):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]
    ana.post(place, CONFIRMED)

    ana.post(place + "cancelar/")

    assert (Batch.objects.get().state, Contribution.objects.count()) == ("done", 2)


def test_a_file_that_nobody_confirmed_is_forgotten_the_next_time(cast: Cast, media: Path):
    ana = cast.signed_in(cast.ana)
    upload(ana)
    Batch.objects.update(made_at=NOON - timedelta(days=400))

    upload(ana)

    assert list(Batch.objects.order_by("number").values_list("state", flat=True)) == ["dropped", "preview"]
    assert len(waiting_files(media)) == 1


def test_a_file_that_was_lost_says_so(cast: Cast, media: Path):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]
    waiting_files(media)[0].unlink()

    page = ana.get(place, headers=ENGLISH)

    assert page.status_code == 422
    assert "This file is no longer here." in page.text


def test_the_rows_left_out_come_as_a_table(cast: Cast):
    ana = cast.signed_in(cast.ana)
    place = upload(ana).headers["Location"]
    ana.post(place, CONFIRMED)

    answer = ana.get(place + "fuera.csv", headers=ENGLISH)

    rows = list(csv.reader(StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert rows == [
        ["line", "reason", "repeats line"],
        ["5", "The row has no words.", ""],
        ["6", "The row has 4 cells and the table has 7 columns.", ""],
        ["4", "It is here already.", "2"],
    ]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="left-out-1.csv"'


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("vacío.csv", b"", "This file is empty"),
        ("blanco.csv", b"\n\n  \n", "“blanco.csv” is empty."),
        ("foto.csv", b"\x89PNG\r\n\x1a\n0000", "“foto.csv” is not a table (PNG)."),
        ("roto.xlsx", b"PK\x03\x04 nada", "“roto.xlsx” is damaged."),
        ("viejo.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "Save it as .xlsx."),
        ("solo.csv", "título;texto".encode(), "has column names and no rows."),
    ],
)
def test_a_wrong_file_is_refused_in_words_and_not_kept(cast: Cast, media: Path, name: str, data: bytes, sentence: str):
    page = upload(cast.signed_in(cast.ana), data, name, headers=ENGLISH)

    assert (page.status_code, sentence in page.text) == (422, True)
    assert (waiting_files(media), Batch.objects.count()) == ([], 0)


def test_no_file_at_all_is_refused_in_words(cast: Cast):
    page = cast.signed_in(cast.ana).post(BASE + "importar/", {}, headers=ENGLISH)

    assert page.status_code == 422


@pytest.mark.parametrize("megabytes", [1, 5])
def test_a_file_that_is_too_large_is_refused_in_words_and_not_kept(cast: Cast, media: Path, settings, megabytes: int):
    """As a browser sends it: the token of the form comes first, and is looked at before the file."""
    settings.UPLOAD_MB = 1
    ana = Client(enforce_csrf_checks=True)
    ana.force_login(cast.ana)
    token = ana.get(BASE + "importar/").context["csrf_token"]
    data = BytesIO(b"texto\n" + b"a\n" * 600_000 * megabytes)
    data.name = "grande.csv"

    page = ana.post(BASE + "importar/", {"csrfmiddlewaretoken": str(token), "file": data}, headers=ENGLISH)

    assert (page.status_code, "larger than 1 MB" in page.text) == (422, True)
    assert (waiting_files(media), Batch.objects.count()) == ([], 0)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_in_every_cell_and_name_are_shown_as_words(cast: Cast, hostile: str):
    ana = cast.signed_in(cast.ana)
    cell = '"{}"'.format(hostile.replace('"', '""'))
    table = f"título,texto,tipo,código,{cell}\n{','.join([cell] * 5)}"
    place = upload(ana, table.encode(), f"{hostile}.csv").headers["Location"]
    confirmed = {"column_title": "título", "shown": "yes", "kind": "need", "confirm": "1"}

    pages = [ana.get(place).text, ana.post(place, confirmed, follow=True).text]

    assert [hostile in page for page in pages] == [False, False]


@pytest.mark.shared
def test_the_proposals_of_madrid_come_in_with_their_repeats_told(cast: Cast, shared_data: Path):
    report = brought(cast, shared_data / "proposals/proposals_latest.csv")

    assert (report.rows, report.imported, report.duplicates, report.rejected) == (2738, 2662, 76, ())
    said = Contribution.objects.order_by("number")
    assert Contribution.objects.filter(body="").count() == 493
    assert (said[0].title, said[0].source_id, said[0].said_on) == (
        "Metro accesible Campamento",
        "35573",
        date(2024, 1, 1),
    )
    assert [row.number for row in said if "<p>" in row.body] == []


@pytest.mark.shared
def test_the_offers_and_needs_of_the_earthquake_come_in_with_their_repeats_told(cast: Cast, shared_data: Path):
    place = borough("Álvaro Obregón", "09010")

    report = brought(cast, shared_data / "needs_offers/earthquake_2017_offers_needs.csv")

    assert (report.rows, report.imported, report.duplicates, report.rejected) == (1104, 544, 560, ())
    assert Contribution.objects.order_by("number").values_list("title", "territory").first() == ("Manos", place.pk)
