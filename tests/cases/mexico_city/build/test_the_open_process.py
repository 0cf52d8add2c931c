import pytest
from django.utils.timezone import localdate, now

from tequio.apps.commitments.models import Commitment
from tequio.apps.contributions.models import Contribution
from tequio.apps.contributions.queries import person_with_words
from tequio.apps.meetings.models import Meeting
from tequio.apps.organizations.models import Membership
from tequio.apps.prioritising.models import Round
from tequio.apps.prioritising.queries import is_counted, require_taking_part
from tequio.apps.processes.models import Invitation
from tequio.apps.processes.queries import groups_of, heard_of, open_activities
from tequio.cases.mexico_city.build.water import caro_words
from tequio.cases.mexico_city.build.water_results import slip_words
from tequio.cases.mexico_city.water import water
from tests.demo import Demo

pytestmark = pytest.mark.django_db


def test_everything_but_the_report_is_open_today(demo: Demo) -> None:
    kinds = [activity.kind for activity in open_activities(demo.water, localdate())]

    assert kinds == ["contribute", "prioritise", "feedback", "meet", "codesign"]


def test_caro_comes_back_with_her_words(demo: Demo) -> None:
    found = person_with_words(demo.water, caro_words())

    assert found == demo.caro
    assert str(found.code) == "W1#13"


def test_caro_is_invited_to_design(demo: Demo) -> None:
    invitation = Invitation.objects.get(participant=demo.caro, phase__key="try")

    assert (invitation.state, invitation.carried_from.key) == ("invited", "listen")


def test_the_last_slips_of_each_borough_were_not_used(demo: Demo) -> None:
    held, asked = Round.objects.get(process=demo.water), water().round

    require_taking_part(held, now())
    used = [
        sum(is_counted(held, words) for words in slip_words(borough, asked.slips)) for borough in ("09007", "09011")
    ]

    assert used == [6, 3]


def test_what_came_from_the_web_waits_to_be_read_but_one(demo: Demo) -> None:
    rows = Contribution.objects.filter(process=demo.water, channel="web").order_by("number")

    assert [row.status for row in rows] == ["accepted", "new", "new"]
    assert {row.participant.synthetic for row in rows} == {True}


def test_the_words_of_whoever_did_not_agree_are_counted_and_not_shown(demo: Demo) -> None:
    hidden = Contribution.objects.get(process=demo.water, shown=False)

    replies = {
        path: demo.reader().get(f"/cdmx/procesos/agua/{path}").content.decode()
        for path in ("aportes/", f"aportes/{hidden.number}/", "temas/3/", "voces/W1/9/")
    }

    assert "Pagamos dos veces" in hidden.body
    assert [path for path, page in replies.items() if "Pagamos dos veces" in page] == []


def test_one_meeting_was_held_and_one_is_to_come(demo: Demo) -> None:
    meetings = Meeting.objects.filter(process=demo.water).order_by("number")

    assert [(each.kind, each.state, each.attendances.count()) for each in meetings] == [
        ("assembly", "held", 13),
        ("workshop", "planned", 0),
    ]
    assert meetings[1].starts_at > now()


def test_beto_speaks_for_the_organisation_that_promised_something(demo: Demo) -> None:
    promised = Commitment.objects.get(process=demo.water)

    speaks_for = Membership.objects.get(person=demo.beto).organization

    assert promised.organization == speaks_for


def test_enough_people_speak_for_an_organisation_to_say_who_is_here(demo: Demo) -> None:
    groups = groups_of(demo.water)
    assert groups is not None

    heard = heard_of(demo.water, groups)

    assert (heard.drawn, heard.found.n, heard.alone) == (True, 13, 5)
