"""A file of what was said at a meeting is tied to it; the question of showing it stands out until it is answered."""

from datetime import date

import pytest

from tequio.apps.contributions.models import Contribution
from tequio.apps.meetings import actions as meetings
from tequio.apps.meetings.models import Meeting
from tequio.apps.processes.models import Process
from tests.apps.contributions.test_importing import upload
from tests.apps.contributions.voices import BASE, DOING, ENGLISH, borough, links
from tests.people import NOON, Cast

TABLE = "texto;fecha;código\nFalta agua;02/02/2026;\nFalta luz;;W1#13\n".encode()
COLUMNS = {"column_body": "texto", "column_said_on": "fecha", "column_code": "código", "kind": "need"}


@pytest.fixture(autouse=True)
def media(tmp_path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


def held(cast: Cast, process: Process | None = None) -> Meeting:
    plan = {"kind": "focus_group", "mode": "in_person", "title": {"es": "En el patio"}, "starts_at": NOON}
    return meetings.plan_meeting(process or cast.process, **plan, territory=borough(), **DOING)


def brought(cast: Cast, **answers: str):
    ana = cast.signed_in(cast.ana)
    place = upload(ana, TABLE).headers["Location"]
    return ana.post(place, {**COLUMNS, "shown": "yes", **answers}, headers=ENGLISH)


def test_what_was_said_at_a_meeting_is_tied_to_it_with_its_day_and_place(cast: Cast):
    meeting = held(cast)

    brought(cast, meeting="1", confirm="1")

    rows = Contribution.objects.order_by("number").values_list("meeting", "said_on", "territory")
    place = meeting.territory_id
    assert list(rows) == [(meeting.pk, date(2026, 2, 2), place), (meeting.pk, date(2026, 3, 2), place)]
    tied = {("E1", "gathered", "A1"), ("E1", "gathered", "A2"), ("W1#13", "said", "A2")}
    assert (set(links()), len(links())) == (tied, 3)


def test_without_a_meeting_a_file_is_tied_to_none(cast: Cast):
    held(cast)

    brought(cast, confirm="1")

    assert links() == [("W1#13", "said", "A2")]


def test_a_meeting_of_another_process_cannot_be_named(cast: Cast):
    other = Process.objects.create(space=cast.space, slug="otro", title={"es": "Otro"}, made_at=NOON)
    held(cast, other)

    page = brought(cast, meeting="1", confirm="1")

    assert (page.status_code, Contribution.objects.count()) == (422, 0)


def test_what_is_still_to_be_answered_is_said_at_the_top(cast: Cast):
    page = brought(cast, shown="", confirm="1")

    said = "Something is still to be answered before it comes in."
    assert (page.status_code, page.text.index(said) < page.text.index("What would happen")) == (422, True)


@pytest.mark.parametrize("answers", [{}, {"look": "1", "shown": ""}, {"confirm": "1", "shown": ""}])
def test_whether_words_may_be_shown_is_never_called_optional(cast: Cast, answers: dict[str, str]):
    ana = cast.signed_in(cast.ana)
    place = upload(ana, TABLE).headers["Location"]

    page = ana.post(place, {**COLUMNS, **answers}, headers=ENGLISH) if answers else ana.get(place, headers=ENGLISH)

    question = page.text[page.text.index("May these words be shown") :][:120]
    assert ("(optional)" in question, page.context["form"].fields["shown"].required) == (False, True)


def test_the_next_step_is_offered_to_those_who_may_take_it(cast: Cast):
    ana = cast.signed_in(cast.ana)
    place = upload(ana, TABLE).headers["Location"]

    page = ana.post(place, {**COLUMNS, "shown": "yes", "confirm": "1"}, follow=True)

    assert f'href="{BASE.replace("aportes/", "temas/agrupar/")}"' in page.text
