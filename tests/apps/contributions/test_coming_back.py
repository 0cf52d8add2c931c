"""Coming back with one's words: reading, correcting, allowing, withdrawing, leaving."""

import pytest
from django.db import connection
from django.test import Client

from tequio.apps.contributions import actions
from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Participant
from tequio.apps.record.models import Event
from tequio.apps.spaces.middleware import RETURNING
from tequio.apps.synthesis.models import Quote, Theme
from tequio.core.refusals import Refusal
from tests.apps.contributions.voices import (
    BASE,
    DOING,
    ENGLISH,
    HOSTILE,
    WORDS,
    borough,
    caro_has_words,
    knots,
    links,
    meeting,
    one,
    said,
    theme,
)  # fmt: skip
from tests.people import NOON, Cast

TYPED = (WORDS, "  ABACO, abdomen; abeja\n1. abie 2. abog 3. abon 4. abor", WORDS.title())


@pytest.mark.parametrize("typed", TYPED)
def test_the_words_open_however_they_are_typed_and_the_key_of_the_session_is_new(
    cast: Cast, client: Client, typed: str
):
    caro_has_words(cast)
    client.get(BASE + "volver/")
    before = client.session.session_key

    answer = client.post(BASE + "volver/", {"words": typed})

    assert answer.headers["Location"] == BASE + "mios/"
    assert client.session[RETURNING] == {str(cast.process.pk): cast.caro.pk}
    assert client.session.session_key != before


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("ábaco abdomen abeja abierto abogado abono abrazo", "Nobody came in with these words here."),
        ("ábaco abdomen", "There must be 7 words."),
        ("perro zzzz", "is not one of the words we give"),
        ("", "required"),
    ],
)
def test_other_words_are_refused_in_words_and_stay_in_the_form(cast: Cast, client: Client, typed: str, sentence: str):
    caro_has_words(cast)

    page = client.post(BASE + "volver/", {"words": typed}, headers=ENGLISH)

    assert (page.status_code, sentence in page.text, typed in page.text) == (422, True, True)
    assert RETURNING not in client.session


def test_words_open_only_the_process_they_were_given_in(cast: Cast, client: Client):
    caro_has_words(cast)
    cast.process.pk, cast.process.slug = None, "vecino"
    cast.process.save()

    assert client.post("/red/procesos/vecino/aportes/volver/", {"words": WORDS}).status_code == 422


def test_my_page_has_what_i_said_with_its_state_and_what_came_of_it(cast: Cast):
    first = one(cast, "Falta agua", participant=cast.caro)
    said(cast, "Falta luz", participant=cast.caro, status="aside")
    one(cast, "De alguien más")
    theme(cast, first)
    Contribution.objects.filter(number=2).update(reason="No es de este barrio")

    page = cast.returning(cast.caro).get(BASE + "mios/", headers=ENGLISH)

    rows = [(row.ref, row.kind, row.status, row.came) for row in page.context["rows"]]
    assert rows == [("A2", "Need", "Set aside", []), ("A1", "Need", "Accepted", [("theme", 1, "")])]
    assert "No es de este barrio" in page.text
    assert "De alguien más" not in page.text


@pytest.mark.parametrize("n", [3, 30])
def test_my_page_takes_the_same_few_queries_however_much_i_said(cast: Cast, django_assert_num_queries, n: int):
    voices = said(cast, *(f"Voz {k}" for k in range(n)), participant=cast.caro)
    theme(cast, *voices[:2])
    caro = cast.returning(cast.caro)

    with django_assert_num_queries(9):
        caro.get(BASE + "mios/")


def test_correcting_changes_words_search_and_thread_and_asks_to_be_read_again(cast: Cast, client: Client):
    one(cast, "Falta agua", participant=cast.caro)

    cast.returning(cast.caro).post(BASE + "mios/1/corregir/", {"kind": "wish", "body": "Falta luz"})

    said = Contribution.objects.get()
    assert (said.body, said.kind, said.status, said.number) == ("Falta luz", "wish", "new", 1)
    assert knots() == [("A1", {"es": "Falta luz"}, False)]
    assert Event.objects.filter(target="A1").values_list("verb", flat=True).first() == "contribution.corrected"
    assert client.get(BASE).context["rows"] == []


def test_where_words_are_read_afterwards_a_correction_is_seen_at_once(cast: Cast, client: Client):
    cast.process.moderation = "after"
    cast.process.save()
    row = one(cast, "Falta agua", participant=cast.caro)

    actions.correct(contribution=row, kind="need", body="Falta luz", **DOING)

    assert [row.head for row in client.get(BASE + "?q=luz").context["rows"]] == ["Falta luz"]


def test_a_refused_correction_keeps_what_was_typed(cast: Cast):
    one(cast, "Falta agua", participant=cast.caro)

    page = cast.returning(cast.caro).post(BASE + "mios/1/corregir/", {"kind": "wish", "body": "¿¿??"}, headers=ENGLISH)

    assert (page.status_code, "¿¿??" in page.text, Contribution.objects.get().body) == (422, True, "Falta agua")


def test_taking_back_a_permission_takes_the_words_off_every_public_page(cast: Cast, client: Client):
    one(cast, "Falta agua", participant=cast.caro)
    cast.caro.consents = {"show": "2026-01-01", "quote": "2026-01-01"}
    cast.caro.save()

    cast.returning(cast.caro).post(BASE + "mios/permisos/", {"quote": "on"})

    assert Participant.objects.get(pk=cast.caro.pk).consents == {"quote": "2026-01-01"}
    assert [row.head for row in client.get(BASE, headers=ENGLISH).context["rows"]] == ["Counted, not shown"]
    assert client.get(BASE + "?q=agua").context["rows"] == []
    assert "agua" not in client.get(BASE + "1/").text
    assert knots()[0][1]["en"] == "Contribution A1: counted, not shown"


def test_giving_a_permission_shows_the_words_from_that_day_on(cast: Cast, client: Client):
    one(cast, "Falta agua", participant=cast.caro, shown=False)

    actions.consent(participant=cast.caro, consents=["show"], **DOING)

    assert Participant.objects.get(pk=cast.caro.pk).consents == {"show": "2026-03-02"}
    assert [row.head for row in client.get(BASE + "?q=agua").context["rows"]] == ["Falta agua"]


def quoted(cast: Cast, row: Contribution) -> None:
    made = Theme.objects.create(process=cast.process, number=3, title={"es": "El agua"}, made_at=NOON)
    Quote.objects.create(theme=made, contribution=row, passage=row.body, made_at=NOON)


def test_withdrawing_erases_words_quotes_and_links_and_keeps_the_number(cast: Cast, client: Client):
    row = one(
        cast, "Zarzamora amarga", title="Zarzamora", participant=cast.caro, territory_id=borough().pk,
        meeting=meeting(cast), source_id="zarzamora-7",
    )  # fmt: skip
    theme(cast, row)
    quoted(cast, row)
    one(cast, "Otra voz")

    page = cast.returning(cast.caro).post(BASE + "mios/1/retirar/", follow=True)

    gone = Contribution.objects.get(number=1)
    assert (gone.title, gone.body, gone.stems, gone.fingerprint, gone.source_id) == ("", "", "", "", "")
    assert (gone.status, gone.shown, gone.territory, gone.meeting, gone.participant) == (
        "withdrawn",
        False,
        None,
        None,
        cast.caro,
    )
    assert (links(), [knot[0] for knot in knots()], Quote.objects.count()) == ([], ["A2"], 0)
    assert "Zarzamora" not in page.text
    assert [row.ref for row in client.get(BASE).context["rows"]] == ["A2"]
    assert Event.objects.filter(verb="contribution.withdrawn").get().target == "A1"


def test_what_was_withdrawn_says_so_in_a_plain_sentence(cast: Cast, client: Client):
    actions.withdraw(contribution=one(cast, "Zarzamora", participant=cast.caro), **DOING)

    page = client.get(BASE + "1/", headers=ENGLISH)

    assert page.status_code == 200
    assert "Whoever said this withdrew it." in page.text
    assert "W1#13" not in page.text


def test_a_withdrawn_number_is_never_given_again_and_its_words_can_be_said_anew(cast: Cast):
    actions.withdraw(contribution=one(cast, "Zarzamora", participant=cast.caro), **DOING)

    assert one(cast, "Zarzamora").number == 2


def test_nothing_more_can_be_done_with_what_was_withdrawn(cast: Cast):
    row = one(cast, participant=cast.caro)
    actions.withdraw(contribution=row, **DOING)

    with pytest.raises(Refusal) as refused:
        actions.correct(contribution=row, kind="need", body="Otra vez", **DOING)

    assert (refused.value.code, refused.value.facts) == ("contributions.withdrawn", {"ref": "A1"})
    assert cast.returning(cast.caro).get(BASE + "mios/1/retirar/").status_code == 404


def test_withdrawing_everything_forgets_the_person_and_closes_the_device(cast: Cast):
    caro_has_words(cast)
    said(cast, "Una", "Dos", participant=cast.caro)
    one(cast, "De alguien más")
    browser = cast.returning(cast.caro)

    page = browser.post(BASE + "mios/retirar/", headers=ENGLISH)

    caro = Participant.objects.get(pk=cast.caro.pk)
    assert (caro.passphrase_hash, caro.consents, caro.withdrawn_at is None) == (None, {}, False)
    assert list(Contribution.objects.order_by("number").values_list("body", "status")) == [
        ("", "withdrawn"), ("", "withdrawn"), ("De alguien más", "accepted"),
    ]  # fmt: skip
    assert "The words of 2 contributions were erased" in page.text
    assert page.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert browser.get(BASE + "mios/").headers["Location"] == BASE + "volver/"
    assert Client().post(BASE + "volver/", {"words": WORDS}).status_code == 422


def test_withdrawing_takes_three_screens_at_most(cast: Cast):
    caro_has_words(cast)
    one(cast, participant=cast.caro)
    browser = Client()

    screens = [
        browser.post(BASE + "volver/", {"words": WORDS}).status_code,
        browser.get(BASE + "mios/1/retirar/").status_code,
        browser.post(BASE + "mios/1/retirar/").status_code,
    ]

    assert (screens, Contribution.objects.get().status) == ([302, 200, 302], "withdrawn")


def test_closing_leaves_nothing_in_the_browser(cast: Cast):
    browser = cast.returning(cast.caro)

    page = browser.post(BASE + "mios/cerrar/", headers=ENGLISH)

    assert page.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert page.headers["Cache-Control"] == "no-store"
    assert browser.get(BASE + "mios/").headers["Location"] == BASE + "volver/"


def test_closing_does_not_sign_out_staff_who_share_the_browser(cast: Cast):
    browser = cast.signed_in(cast.ana)
    session = browser.session
    session[RETURNING] = {str(cast.process.pk): cast.caro.pk}
    session.save()

    page = browser.post(BASE + "mios/cerrar/")

    assert page.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.get(BASE + "mios/").headers["Location"] == BASE + "volver/"
    assert browser.get(BASE + "por-leer/").status_code == 200


def test_nobody_reads_or_changes_the_words_of_another_person(cast: Cast):
    dora = Participant.objects.create(process=cast.process, wave="W1", number=14, made_at=NOON)
    one(cast, "Lo de Dora", participant=dora, shown=False)
    caro = cast.returning(cast.caro)

    answers = [
        caro.get(BASE + "mios/1/corregir/").status_code,
        caro.post(BASE + "mios/1/corregir/", {"kind": "need", "body": "Mío"}).status_code,
        caro.post(BASE + "mios/1/retirar/").status_code,
    ]

    assert (answers, Contribution.objects.get().body) == ([404, 404, 404], "Lo de Dora")
    assert "Lo de Dora" not in caro.get(BASE + "mios/").text + caro.get(BASE + "1/").text


def test_without_ones_words_the_pages_ask_for_them(cast: Cast, client: Client):
    one(cast, "Lo de Caro", participant=cast.caro)

    pages = [client.get(BASE + page) for page in ("mios/", "mios/1/corregir/", "mios/permisos/", "mios/retirar/")]

    assert [page.headers["Location"] for page in pages] == [BASE + "volver/"] * 4


def test_a_correction_sent_after_the_session_ended_loses_no_word(cast: Cast, client: Client):
    one(cast, "Falta agua", participant=cast.caro)

    page = client.post(BASE + "mios/1/corregir/", {"kind": "need", "body": "Un texto largo y pensado"})

    assert (page.status_code, "Un texto largo y pensado" in page.text) == (403, True)
    assert Contribution.objects.get().body == "Falta agua"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_are_shown_as_words(cast: Cast, hostile: str):
    one(cast, hostile, title=hostile, participant=cast.caro)
    caro = cast.returning(cast.caro)

    pages = [caro.get(BASE + page).text for page in ("mios/", "mios/1/corregir/", "mios/1/retirar/", "1/")]

    assert [hostile in page for page in pages] == [False] * 4


def test_my_pages_are_never_kept_by_a_browser(cast: Cast):
    one(cast, participant=cast.caro)
    caro = cast.returning(cast.caro)

    kept = {caro.get(BASE + page).headers["Cache-Control"] for page in ("mios/", "mios/permisos/", "1/")}

    assert kept == {"no-store"}


@pytest.mark.sqlite
def test_no_byte_of_withdrawn_words_stays_in_the_database(cast: Cast):
    """All pages of SQLite are searched, free ones too; PostgreSQL frees those of a row when it vacuums."""
    row = one(cast, "quetzalmarca en el patio", title="quetzalmarca", participant=cast.caro)
    said(cast, *(f"relleno {n}" for n in range(50)))
    before = _bytes()

    actions.withdraw(contribution=row, **DOING)

    assert (b"quetzalm" in before, b"quetzalm" in _bytes()) == (True, False)


def _bytes() -> bytes:
    connection.ensure_connection()
    return connection.connection.serialize()
