"""The open call: somebody without an account says something, and gets words to come back with."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import Client

from tequio.apps.contributions import actions
from tequio.apps.contributions.actions import Saying
from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Participant
from tequio.apps.processes.passphrases import sealed_words
from tequio.apps.record.models import Event
from tequio.core.actors import NOBODY
from tequio.core.refusals import Refusal
from tests.apps.contributions.voices import BASE, ENGLISH, HOSTILE, SENT, WORDS, borough, knots, links, one, open_call
from tests.people import NOON, Cast

OTHER_WORDS = "abrazo abrir abuelo abuso acabar academia acceso"
SAYING = Saying("Falta agua en la escuela", SENT)


def say(cast: Cast, saying: Saying = SAYING, words: str = WORDS, participant: Participant | None = None, at=NOON):
    return actions.say(process=cast.process, saying=saying, participant=participant, words=words, by=NOBODY, at=at)


def sent(**changes: str) -> dict[str, str]:
    return {"kind": "need", "body": "Falta agua", "speaks_for": "self", "sent_as": str(SENT)} | changes


def test_what_is_said_gets_a_number_a_person_a_knot_and_a_line_in_the_record(cast: Cast):
    open_call(cast)
    place = borough()

    told = say(cast, replace(SAYING, kind="wish", territory=place, consents=["show"]))

    said, person = told.contribution, told.contribution.participant
    assert (str(person), person.territory, person.consents) == ("A1#01", place, {"show": "2026-03-02"})
    assert person.passphrase_hash == sealed_words(WORDS)
    assert (said.number, said.kind, said.status, said.channel, said.shown) == (1, "wish", "new", "web", True)
    assert (said.body, said.territory, told.words_given) == ("Falta agua en la escuela", place, True)
    assert knots() == [("A1", {"es": "Falta agua en la escuela"}, False)]
    assert links() == [("A1#01", "said", "A1")]
    assert Event.objects.filter(verb="contribution.said").values_list("target", "actor_kind").get() == ("A1", "nobody")


def test_without_permission_the_words_stay_out_of_the_thread_too(cast: Cast):
    open_call(cast)

    say(cast)

    assert knots() == [
        ("A1", {"es": "Aporte A1: se cuenta y no se muestra", "en": "Contribution A1: counted, not shown"}, False)
    ]


def test_where_words_are_read_afterwards_they_are_there_at_once(cast: Cast):
    open_call(cast)
    cast.process.moderation = "after"
    cast.process.save()

    assert say(cast).contribution.status == Contribution.Status.ACCEPTED


def test_sending_the_same_twice_is_one_contribution_and_the_second_answer_brings_words_that_open(cast: Cast):
    open_call(cast)
    first = say(cast)

    again = say(cast, words=OTHER_WORDS, at=NOON + timedelta(minutes=1))

    assert (again.contribution, again.words_given, Contribution.objects.count()) == (first.contribution, True, 1)
    assert Participant.objects.get(wave="A1").passphrase_hash == sealed_words(OTHER_WORDS)


def test_sending_again_much_later_or_by_who_is_known_changes_no_words(cast: Cast):
    open_call(cast)
    person = say(cast).contribution.participant

    later = say(cast, words=OTHER_WORDS, at=NOON + timedelta(hours=2))
    known = say(cast, words=OTHER_WORDS, participant=person)

    assert [(told.words_given, told.contribution.number) for told in (later, known)] == [(False, 1), (False, 1)]
    assert Participant.objects.get(wave="A1").passphrase_hash == sealed_words(WORDS)


def test_who_is_known_says_more_under_the_same_code_with_what_they_allowed(cast: Cast):
    open_call(cast)
    cast.caro.consents = {"show": "2026-01-01"}
    cast.caro.save()

    told = say(cast, participant=cast.caro)

    assert (told.contribution.participant, told.contribution.shown, told.words_given) == (cast.caro, True, False)
    assert links() == [("W1#13", "said", "A1")]


@pytest.mark.parametrize(
    ("override", "dates", "code"),
    [
        ("closed", {}, "activity.closed"),
        ("", {}, "activity.no_date_yet"),
        ("", {"start": date(2026, 4, 1)}, "activity.not_yet"),
        ("", {"start": date(2026, 1, 1), "end": date(2026, 3, 1)}, "activity.closed"),
    ],
)
def test_outside_its_time_nothing_is_kept(cast: Cast, override: str, dates: dict[str, date], code: str):
    open_call(cast, override, **dates)

    with pytest.raises(Refusal) as refused:
        say(cast)

    assert (refused.value.code, Contribution.objects.count(), Participant.objects.count()) == (code, 0, 1)


def test_the_last_day_is_that_of_the_city_and_not_of_greenwich(cast: Cast):
    open_call(cast, "", start=date(2026, 3, 1), end=date(2026, 3, 2))
    late = NOON + timedelta(hours=11)

    assert say(cast, at=late).contribution.number == 1


@pytest.mark.parametrize("body", ["…", " ", "!!!"])
def test_words_without_a_letter_are_no_words(cast: Cast, body: str):
    open_call(cast)

    with pytest.raises(Refusal) as refused:
        say(cast, replace(SAYING, body=body))

    assert (refused.value.code, Participant.objects.filter(wave="A1").count()) == ("contributions.no_words", 0)


def test_the_whole_way_on_the_web_without_an_account(cast: Cast, client: Client):
    open_call(cast)
    form = client.get(BASE + "decir/").text

    answer = client.post(BASE + "decir/", sent(show="on"))
    page = client.get(answer.headers["Location"])

    assert 'name="show"' in form
    assert "checked" not in form.partition('name="show"')[2].partition(">")[0]
    assert "Qué pasa con lo que escribes" in form
    said = Contribution.objects.get()
    assert (said.shown, said.participant.passphrase_hash) == (True, sealed_words(page.context["words"]))
    assert [len(page.context["words"].split()), page.headers["Cache-Control"]] == [7, "no-store"]
    assert f'<p class="words" translate="no" lang="es">{page.context["words"]}</p>' in page.text


def test_the_words_are_shown_once(cast: Cast, client: Client):
    open_call(cast)
    client.post(BASE + "decir/", sent())
    first = client.get(BASE + "decir/listo/").context["words"]

    second = client.get(BASE + "decir/listo/", headers=ENGLISH)

    assert first not in second.text
    assert "cannot be read again" in second.text


def test_the_server_keeps_no_copy_of_the_words(cast: Cast, client: Client):
    open_call(cast)
    client.post(BASE + "decir/", sent())
    words = client.get(BASE + "decir/listo/").context["words"]

    kept = [str(row) for model in (Participant, Contribution, Event) for row in model.objects.values()]

    assert [row for row in kept if words in row] == []
    assert words not in str(dict(client.session))


def test_a_second_post_of_the_same_form_shows_the_same_number_and_the_words_nobody_saw_yet(cast: Cast, client: Client):
    open_call(cast)
    client.post(BASE + "decir/", sent())
    client.post(BASE + "decir/", sent())

    page = client.get(BASE + "decir/listo/")

    assert (Contribution.objects.count(), page.context["number"]) == (1, 1)
    assert sealed_words(page.context["words"]) == Participant.objects.get(wave="A1").passphrase_hash


def test_a_refused_form_keeps_what_was_typed(cast: Cast, client: Client):
    open_call(cast)

    page = client.post(BASE + "decir/", sent(body="…", kind="idea"), headers=ENGLISH)

    assert page.status_code == 422
    assert "Write at least one word." in page.text
    assert str(SENT) in page.text
    assert 'value="idea" id="id_kind_1" checked' in page.text.replace(" required", "").replace(
        ' aria-describedby="id_kind_helptext"', ""
    )


def test_before_and_after_its_time_a_page_says_so_and_a_post_is_refused_in_words(cast: Cast, client: Client):
    open_call(cast, "closed")

    asked = client.get(BASE + "decir/", headers=ENGLISH)
    posted = client.post(BASE + "decir/", sent(body="No me pierdas"), headers=ENGLISH)

    assert "This is closed: its time is over." in asked.text
    assert "<textarea" not in asked.text
    assert posted.status_code == 422
    assert "This is closed: its time is over." in posted.text
    assert "No me pierdas" in posted.text


def test_somebody_known_is_asked_only_for_the_words_and_told_who_they_write_as(cast: Cast):
    open_call(cast)
    caro = cast.returning(cast.caro)

    page = caro.get(BASE + "decir/", headers=ENGLISH)
    caro.post(BASE + "decir/", sent())
    after = caro.get(BASE + "decir/listo/", headers=ENGLISH)

    assert "You are writing as <b>W1#13</b>" in page.text
    assert 'name="show"' not in page.text
    assert Contribution.objects.get().participant == cast.caro
    assert "Your seven words are the same as before." in after.text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_come_back_as_words(cast: Cast, client: Client, hostile: str):
    open_call(cast)

    page = client.post(BASE + "decir/", sent(body=hostile, kind=hostile, territory=hostile))

    assert (page.status_code, hostile in page.text) == (422, False)


def test_a_process_that_is_no_longer_public_takes_no_words(cast: Cast, client: Client):
    open_call(cast)
    cast.process.public = False
    cast.process.save()

    assert client.post(BASE + "decir/", sent()).status_code == 404
    assert Contribution.objects.count() == 0


def test_numbers_go_on_after_those_of_staff(cast: Cast):
    open_call(cast)
    one(cast)

    assert say(cast).contribution.number == 2
