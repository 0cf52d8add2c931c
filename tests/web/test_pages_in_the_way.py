"""What a person reads when something stands in the way; nothing they wrote is lost."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from tequio.web.errors import broken, lost_session

pytestmark = pytest.mark.django_db
WROTE = {"title_es": "Agua", "about": "Dos\nrenglones", "empty": "", "hostile": "</textarea><script>x</script>"}


def lost(**headers: str) -> HttpResponse:
    request = RequestFactory().post("/algo/?q=1", WROTE | {"csrfmiddlewaretoken": "old"}, headers=headers)
    request.user = AnonymousUser()
    request.session = {}  # type: ignore[assignment]
    request._messages = []  # type: ignore[attr-defined]
    return lost_session(request)


def test_a_form_that_came_too_late_is_offered_again_to_the_same_address() -> None:
    shown = lost(origin="http://testserver").content.decode()

    sent = re.findall(r'<input type="hidden" name="(?!csrf)([^"]*)" value="([^"]*)">', shown)
    assert {name: unescape(value).replace("\r", "") for name, value in sent} == WROTE
    assert re.findall(r'<form method="post" action="([^"]+)">', shown) == ["/algo/?q=1"]


def test_it_carries_a_new_token_and_not_the_old_one() -> None:
    shown = lost(origin="http://testserver").content.decode()

    tokens = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
    assert (len(tokens), "old" in tokens) == (1, False)


def test_what_was_written_can_be_copied_and_stays_text() -> None:
    shown = lost(origin="http://testserver").content.decode()

    copies = re.findall(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", shown, re.DOTALL)
    assert [unescape(text).replace("\r", "") for text in copies] == [text for text in WROTE.values() if text]
    assert "<script>x" not in shown


def test_what_came_from_elsewhere_is_not_shown() -> None:
    shown = lost(origin="http://elsewhere.example").content.decode()

    assert ("Agua" in shown, "<textarea" in shown) == (False, False)


def test_an_address_with_nothing_says_so_in_both_languages() -> None:
    said = {
        language: re.findall(
            r"<h1>(.*?)</h1>",
            Client().get("/no/hay/", headers={"accept-language": language}).content.decode(),
        )
        for language in ("es", "en")
    }

    assert said == {"es": ["No hay nada en esta dirección"], "en": ["There is nothing at this address"]}


def test_the_page_for_when_all_fails_needs_nothing_to_be_drawn() -> None:
    alone = render_to_string("web/broken.html")

    assert ("{%" in alone, "{{" in alone, broken(RequestFactory().get("/")).content.decode()) == (False, False, alone)


def test_the_pages_of_the_sign_in_library_look_like_ours() -> None:
    shown = Client().get("/cuenta/clave/codigo/", headers={"accept-language": "es"}).content.decode()

    assert (shown.count("tequio/tequio.css"), shown.count('class="field'), shown.count("<h1>")) == (1, 1, 1)
