"""Whoever goes back and sends the same again has said it once; said anew, or otherwise, it is said twice."""

from dataclasses import replace
from uuid import uuid4

from django.test import Client

from tequio.apps.contributions import actions
from tequio.apps.contributions.models import Contribution
from tests.apps.contributions.test_saying import OTHER_WORDS, SAYING, say
from tests.apps.contributions.voices import BASE, DOING, open_call
from tests.people import Cast


def again(**changes: object):
    """The same page sent once more, under a name of its own, as a browser does that went back."""
    return replace(SAYING, sent_as=uuid4(), **changes)


def numbers() -> list[int]:
    return list(Contribution.objects.order_by("number").values_list("number", flat=True))


def test_the_same_words_of_the_same_person_are_one_contribution(cast: Cast):
    open_call(cast)
    first = say(cast).contribution

    told = say(cast, again(body="  FALTA agua en la escuela."), OTHER_WORDS, first.participant)

    assert (told.contribution, told.words_given, numbers()) == (first, False, [1])


def test_other_words_another_kind_and_another_person_are_contributions_of_their_own(cast: Cast):
    open_call(cast)
    person = say(cast).contribution.participant

    say(cast, again(body="Falta luz en la escuela"), OTHER_WORDS, person)
    say(cast, again(kind="wish"), OTHER_WORDS, person)
    say(cast, again(), OTHER_WORDS, cast.caro)

    assert numbers() == [1, 2, 3, 4]


def test_what_was_withdrawn_can_be_said_anew(cast: Cast):
    open_call(cast)
    first = say(cast).contribution
    actions.withdraw(contribution=first, **DOING)

    say(cast, again(), OTHER_WORDS, first.participant)

    assert numbers() == [1, 2]


def test_whoever_is_in_is_not_asked_for_their_words_again(cast: Cast):
    place = f"{BASE}volver/"

    asked = [cast.returning(cast.caro).get(place), Client().get(place)]

    assert [answer.status_code for answer in asked] == [302, 200]
    assert asked[0].headers["Location"] == f"{BASE}mios/"
