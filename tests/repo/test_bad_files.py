"""Files that nobody should send, at every form that takes one: refused in words, and nothing of them is kept."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.everything import everything
from tests.factories.trying import places, tried

WORDS = "Palabras que escribí antes de elegir el archivo"
TAKE_FILES = {
    "/red/procesos/parque/aportes/importar/",
    "/red/procesos/parque/soluciones/prototipo/1/version/",
    "/red/procesos/parque/soluciones/prototipo/1/version/1/",
    "/red/territorios/archivo/",
    "/red/territorios/limites/",
}
PICTURES = {path for path in TAKE_FILES if "version" in path}
LANGUAGES = ("es", "en")


def bomb() -> bytes:
    """A workbook that says it holds a hundred million letters."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b" " * 100_000_000)
    return out.getvalue()


WRONG = {
    "a programme": ("aportes.exe", b"MZ\x90\x00\x03" + bytes(range(256)) * 20),
    "a picture under the name of a table": ("tabla.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
    "a page under the name of a picture": ("foto.png", b"<html><script>alert(1)</script></html>"),
    "letters that are none": ("tabla.csv", b"titulo,texto\n" + b"\xff\xfe\x00\x81" * 200),
    "half of a map": ("mapa.geojson", b'{"type": "FeatureCollection", "features": [{"type": "Fea'),
    "a map too deep to read": ("mapa.geojson", b"[" * 100_000),
    "a table of zeros": ("tabla.csv", b"\x00" * 5000),
    "a bomb": ("tabla.xlsx", bomb()),
}


def uploads(cast):
    return [place for place in places(cast.signed_in(cast.ana), everything(cast)) if place.form.files]


def sent(cast, place, file, language):
    data = place.form.filled(lambda name: WORDS if "what_changed" in name else "")
    everything_typed = {**data, place.form.files[0]: file, "source": "Censo", "description_es": WORDS}
    return tried(cast.signed_in(cast.ana), place.path, everything_typed, headers={"Accept-Language": language})


def told(page: str) -> bool:
    """Whether the page says at its top what there is to correct."""
    return "Hay algo que corregir" in page and "<li>" in page.partition("Hay algo que corregir")[2]


def test_these_are_the_forms_that_take_a_file(cast):
    assert {place.path for place in uploads(cast)} == TAKE_FILES


@pytest.mark.parametrize(
    ("language", "said"), [("es", "El archivo pesa más de 1 MB"), ("en", "The file is larger than 1 MB")]
)
def test_a_file_that_is_too_large_is_refused_in_words_at_every_form(cast, settings, language, said):
    settings.UPLOAD_MB = 1
    found = uploads(cast)

    answers = [sent(cast, place, SimpleUploadedFile("grande.csv", b"a,b\n" * 750_000), language) for place in found]

    assert [(answer.status, said in answer.page, answer.changed) for answer in answers] == [(422, True, ())] * len(
        found
    )


def test_the_words_sent_with_a_file_that_is_too_large_come_back(cast, settings):
    settings.UPLOAD_MB = 1
    found = [place for place in uploads(cast) if place.path in PICTURES]

    answers = [sent(cast, place, SimpleUploadedFile("grande.png", b"x" * 3_000_000), "es") for place in found]

    assert [answer.page.count(WORDS) for answer in answers] == [3] * len(found)


@pytest.mark.parametrize(("language", "said"), [("es", "Este archivo está vacío"), ("en", "This file is empty")])
def test_an_empty_file_is_refused_in_words_at_every_form(cast, language, said):
    found = uploads(cast)

    answers = [sent(cast, place, SimpleUploadedFile("nada.csv", b""), language) for place in found]

    assert [(answer.status, said in answer.page, answer.changed) for answer in answers] == [(422, True, ())] * len(
        found
    )


@pytest.mark.parametrize("kind", WRONG)
def test_a_file_of_another_kind_is_refused_and_nothing_is_kept(cast, kind):
    name, data = WRONG[kind]
    found = uploads(cast)

    answers = {place.path: sent(cast, place, SimpleUploadedFile(name, data), "es") for place in found}

    assert {path: (answer.status, answer.changed, told(answer.page)) for path, answer in answers.items()} == (
        dict.fromkeys(answers, (422, (), True))
    )


LACKS = {
    "es": "Elige la columna que tiene el título o el texto. Las columnas son: latitud, longitud.",
    "en": "Choose the column that has the title or the text. The columns are: latitud, longitud.",
}


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_table_without_words_says_what_it_lacks_and_brings_nothing(cast, language):
    it, client = everything(cast), cast.signed_in(cast.ana)
    before = it.process.contributions.count()
    table = SimpleUploadedFile("tabla.csv", b"latitud;longitud\n19.4;-99.1\n")
    preview = client.post("/red/procesos/parque/aportes/importar/", {"file": table}).headers["Location"]

    reply = client.post(preview, {"confirm": "1", "kind": "need", "shown": "no"}, headers={"Accept-Language": language})

    assert (reply.status_code, it.process.contributions.count()) == (422, before)
    assert LACKS[language] in reply.content.decode()
