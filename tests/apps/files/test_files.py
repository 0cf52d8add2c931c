from hashlib import sha256

import pytest
from django.test import Client

from tequio.apps.accounts.models import Person
from tequio.apps.files import actions
from tequio.apps.files.models import Upload
from tequio.apps.files.queries import path_of
from tequio.apps.record.models import Event
from tequio.apps.spaces.models import Assignment
from tequio.core.actors import Actor, ActorKind
from tequio.core.refusals import Refusal
from tests.apps.files.pictures import picture
from tests.people import NOON, Cast

AS_ANA = {"by": Actor(ActorKind.FACILITATOR, "a" * 16), "at": NOON}
WORDS = {"es": "Portada con puestos", "en": "Front page with stalls"}


def kept(space_id: int | None, *, public: bool = False, **more: object) -> Upload:
    facts = {"data": picture(), "name": "portada.png", "description": WORDS, **more}
    return actions.store(space_id=space_id, public=public, **facts, **AS_ANA)


def address(upload: Upload) -> str:
    return f"/archivos/{upload.sha256}/"


def test_an_image_is_kept_under_the_name_of_its_content(cast: Cast):
    upload = kept(cast.space.pk)

    data = path_of(upload.sha256).read_bytes()
    assert (sha256(data).hexdigest(), len(data)) == (upload.sha256, upload.bytes)
    assert (upload.mime, upload.width, upload.height) == ("image/webp", 40, 30)
    assert (upload.name, upload.description, upload.public) == ("portada.png", WORDS, False)


def test_the_same_image_sent_again_is_the_same_upload_with_better_words(cast: Cast):
    first = kept(cast.space.pk, description={"es": "Portada"})

    second = kept(cast.space.pk, description={"en": "Front page"})

    assert (second, Upload.objects.count()) == (first, 1)
    assert second.description == {"es": "Portada", "en": "Front page"}


def test_what_was_public_stays_public_when_it_is_sent_again(cast: Cast):
    kept(cast.space.pk, public=True)

    again = kept(cast.space.pk, public=False)

    assert again.public is True


def test_two_spaces_keep_the_same_image_apart(cast: Cast):
    public, private = kept(cast.space.pk, public=True), kept(cast.elsewhere.pk)

    assert (public.sha256 == private.sha256, public == private) == (True, False)
    assert (public.public, private.public) == (True, False)


@pytest.mark.parametrize("description", [{}, {"es": "   "}])
def test_an_image_without_a_description_is_refused_and_nothing_is_kept(cast: Cast, description):
    data = picture("teal")

    with pytest.raises(Refusal) as refused:
        kept(cast.space.pk, data=data, description=description)

    assert (refused.value.code, refused.value.facts) == ("files.no_description", {"field": "description"})
    assert (Upload.objects.count(), Event.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    "data", [b"", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", b"GIF89a"]
)
def test_what_is_no_image_is_refused_and_nothing_is_kept(cast: Cast, data):
    with pytest.raises(Refusal):
        kept(cast.space.pk, data=data)

    assert Upload.objects.count() == 0


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\fotos\\plaza.png", "plaza.png"),
        ("a\r\nSet-Cookie: x.png", "aSet-Cookie: x.png"),
        ("x" * 300 + ".png", "x" * 196 + ".png"),
    ],
)
def test_only_the_last_part_of_a_name_is_kept(cast: Cast, sent, name):
    assert kept(cast.space.pk, name=sent).name == name


def test_a_better_description_replaces_the_old_one(cast: Cast):
    upload = kept(cast.space.pk)

    actions.describe(upload=upload, description={"es": "Otra cosa", "en": " "}, **AS_ANA)

    assert Upload.objects.get().description == {"es": "Otra cosa"}


def test_a_public_file_is_served_as_what_it_is_and_can_run_nothing(cast: Cast):
    upload = kept(cast.space.pk, public=True)

    response = Client().get(address(upload))

    assert (response.status_code, b"".join(response)) == (200, path_of(upload.sha256).read_bytes())
    names = (
        "Content-Type",
        "X-Content-Type-Options",
        "Content-Security-Policy",
        "Cache-Control",
        "Content-Disposition",
    )
    assert {name: response.headers[name] for name in names} == {
        "Content-Type": "image/webp",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Disposition": 'inline; filename="portada.png"',
    }
    assert response.cookies.output() == ""


def test_what_is_no_image_is_saved_and_not_opened(cast: Cast):
    upload = kept(cast.space.pk, public=True)
    Upload.objects.update(mime="text/html", name="pagina.html")

    response = Client().get(address(upload))

    assert response.headers["Content-Disposition"] == 'attachment; filename="pagina.html"'


def test_a_file_that_is_not_public_is_read_by_staff_of_its_space_alone(cast: Cast):
    upload = kept(cast.space.pk)
    readers = [Client(), cast.returning(cast.caro), *(cast.signed_in(one) for one in (cast.beto, cast.dana, cast.ana))]

    codes = [client.get(address(upload)).status_code for client in readers]

    assert codes == [404, 404, 404, 404, 200]


def test_a_role_that_reads_no_drafts_reads_no_private_files(cast: Cast):
    upload = kept(cast.space.pk)
    note_taker = Person.objects.create_person(name="Nora", email="nora@example.org")
    Assignment.objects.create(space=cast.space, person=note_taker, role="note_taker", since=NOON)

    assert cast.signed_in(note_taker).get(address(upload)).status_code == 404


def test_a_private_file_is_kept_by_no_browser(cast: Cast):
    upload = kept(cast.space.pk)

    response = cast.signed_in(cast.ana).get(address(upload))

    assert response.headers["Cache-Control"] == "no-store"


def test_an_image_that_another_space_keeps_private_is_still_public_where_it_was_made_so(cast: Cast):
    kept(cast.elsewhere.pk)
    upload = kept(cast.space.pk, public=True)

    assert Client().get(address(upload)).headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("digest", ["0" * 64, "0" * 63, "G" * 64, "../../../../etc/passwd", "A" * 64])
def test_what_was_never_kept_is_not_there(cast: Cast, digest):
    assert Client().get(f"/archivos/{digest}/").status_code == 404


def test_a_file_that_is_gone_from_the_disk_is_not_there(cast: Cast):
    upload = kept(cast.space.pk, public=True, data=picture("orange"))
    path_of(upload.sha256).unlink()

    assert Client().get(address(upload)).status_code == 404


def test_nothing_is_posted_to_a_file(cast: Cast):
    upload = kept(cast.space.pk, public=True)

    assert cast.signed_in(cast.ana).post(address(upload)).status_code == 405
