import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tequio.apps.files.models import Upload
from tequio.apps.processes.models import Process
from tequio.apps.solutions.models import Version
from tests.apps.files.pictures import picture
from tests.apps.solutions.made import a_prototype, a_solution
from tests.people import Cast

HERE = "/red/procesos/parque/soluciones/"
NEW = HERE + "prototipo/1/version/"


def typed(**more: object) -> dict[str, object]:
    file = SimpleUploadedFile("portada.png", picture(), content_type="image/png")
    return {"what_changed_es": "Primera", "link": "", "picture": file, "description_es": "Puestos"} | more


def test_a_version_is_added_with_its_picture(cast: Cast):
    a_prototype(a_solution(cast.process))

    response = cast.signed_in(cast.ana).post(NEW, typed(made_on="2026-02-01", label="0.2", link="https://example.org/"))

    version = Version.objects.select_related("picture").get()
    assert response.url == HERE + "prototipo/1/version/1/funciones/"
    assert (version.label, version.link, str(version.made_on)) == ("0.2", "https://example.org/", "2026-02-01")
    assert (version.picture.description, version.picture.public) == ({"es": "Puestos"}, True)
    page = Client().get(HERE + "prototipo/1/").content.decode()
    assert 'alt="Puestos"' in page


def test_a_picture_without_words_comes_back_with_what_was_typed(cast: Cast):
    a_prototype(a_solution(cast.process))

    response = cast.signed_in(cast.ana).post(NEW, typed(description_es=""))

    assert (response.status_code, Version.objects.count(), Upload.objects.count()) == (422, 0, 0)
    assert "Primera" in response.content.decode()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x"])
def test_a_bad_link_keeps_neither_version_nor_picture(cast: Cast, link):
    a_prototype(a_solution(cast.process))

    response = cast.signed_in(cast.ana).post(NEW, typed(link=link))

    assert (response.status_code, Version.objects.count(), Upload.objects.count()) == (422, 0, 0)


def test_a_file_that_is_no_picture_is_refused_in_words(cast: Cast):
    a_prototype(a_solution(cast.process))
    page = SimpleUploadedFile("x.png", b"<html><script>alert(1)</script>", content_type="image/png")

    response = cast.signed_in(cast.ana).post(NEW, typed(picture=page))

    assert (response.status_code, Version.objects.count()) == (422, 0)


def test_editing_keeps_the_picture_and_mends_its_words(cast: Cast):
    a_prototype(a_solution(cast.process))
    ana = cast.signed_in(cast.ana)
    ana.post(NEW, typed())

    ana.post(NEW + "1/", {"what_changed_es": "Otra", "description_es": "Puestos de tianguis"})

    version = Version.objects.select_related("picture").get()
    assert (version.what_changed, version.picture.description) == ({"es": "Otra"}, {"es": "Puestos de tianguis"})


def test_the_picture_of_a_draft_is_for_staff_until_the_process_is_public(cast: Cast):
    a_prototype(a_solution(cast.process))
    Process.objects.update(public=False)
    ana = cast.signed_in(cast.ana)
    ana.post(NEW, typed())
    digest = Upload.objects.get().sha256
    addresses = [f"{HERE}imagen/{digest}/", f"/archivos/{digest}/"]

    before = [Client().get(one).status_code for one in addresses]
    staff = [ana.get(one).status_code for one in addresses]
    Process.objects.update(public=True)

    assert (before, staff) == ([404, 404], [200, 200])
    assert Client().get(addresses[0]).status_code == 200


def test_a_picture_of_another_process_is_not_found_through_this_one(cast: Cast):
    a_prototype(a_solution(cast.process))
    cast.signed_in(cast.ana).post(NEW, typed())
    Process.objects.create(
        space=cast.space, slug="otro", title={"es": "Otro"}, public=True, made_at=cast.process.made_at
    )

    digest = Upload.objects.get().sha256

    assert Client().get(f"/red/procesos/otro/soluciones/imagen/{digest}/").status_code == 404


def test_a_file_that_is_too_large_is_refused_in_words_and_the_rest_stays(cast: Cast, settings):
    settings.UPLOAD_MB = 0
    a_prototype(a_solution(cast.process))

    response = cast.signed_in(cast.ana).post(NEW, typed())

    assert (response.status_code, Version.objects.count(), Upload.objects.count()) == (422, 0, 0)
    assert "Primera" in response.content.decode()
