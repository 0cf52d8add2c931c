import pytest

from tequio.apps.processes import actions, queries
from tequio.apps.processes.models import Participant, Phase, Process
from tequio.apps.record.models import Event
from tequio.core.phases import Activity, Override, Season, season_span
from tequio.core.refusals import Refusal
from tests.apps.processes.here import ANA, DOING, people, phase, verbs
from tests.people import NOON, Cast

PLAN = ["title", "purpose", "place", "start", "end", "override", "source"]


def test_a_process_begins_as_an_empty_draft(cast: Cast) -> None:
    made = actions.create_process(space=cast.space, slug="agua", title={"es": "El agua"}, **DOING)

    told = (made.title, made.summary, made.public, made.template, made.moderation, made.made_at)
    assert told == ({"es": "El agua"}, {}, False, False, "before", NOON)
    assert queries.timeline(made) == []
    assert verbs() == [("process.created", "agua")]


@pytest.mark.parametrize("slug", ["parque", "nuevo"])
def test_an_address_in_use_is_refused(cast: Cast, slug: str) -> None:
    with pytest.raises(Refusal) as refused:
        actions.create_process(space=cast.space, slug=slug, title={"es": "Otro"}, **DOING)

    assert refused.value.code == "process.slug_taken"
    assert refused.value.facts == {"slug": slug, "field": "slug"}
    assert list(Process.objects.values_list("slug", flat=True)) == ["parque"]


def test_a_copy_has_the_plan_and_nothing_of_what_happened(cast: Cast) -> None:
    summer = season_span(2021, Season.SUMMER)
    first = phase(cast, "Explorar", summer, Activity.MEET, Activity.CONTRIBUTE)
    second = phase(cast, "Probar")
    actions.override_phase(first, override=Override.CLOSED, **DOING)
    activity = cast.process.activities.get(kind="meet")
    actions.edit_activity(
        activity, kind=Activity.MEET, title={"es": "Juntas"}, about={"es": "Ven"}, phases=[first, second], **DOING
    )
    actions.add_attribute(cast.process, title={"es": "Edad"}, choices=[{"key": "a", "label": {"es": "A"}}], **DOING)
    actions.note_facts(cast.process, notes=[{"kind": "fact", "text": {"es": "Fue así"}}], **DOING)

    copy = actions.copy_process(cast.process, slug="otro", title={"es": "Otro"}, **DOING)

    phases = list(copy.phases.values_list(*PLAN))
    assert phases == [
        ({"es": "Explorar"}, {}, 1, None, None, "", ""),
        ({"es": "Probar"}, {}, 2, None, None, "", ""),
    ]
    activities = [(one.kind, one.title, one.about, codes_of(one)) for one in copy.activities.all()]
    assert activities == [
        ("meet", {"es": "Juntas"}, {"es": "Ven"}, ["explorar", "probar"]),
        ("contribute", {"es": "Para contribute"}, {}, ["explorar"]),
    ]
    assert list(copy.attributes.values_list("key", "choices")) == [("edad", [{"key": "a", "label": {"es": "A"}}])]
    assert (copy.public, copy.template, copy.notes, copy.participants.count()) == (False, False, [], 0)
    assert verbs()[-2:] == [("process.created", "otro"), ("process.copied", "parque")]


def codes_of(activity: object) -> list[str]:
    return [phase.key for phase in activity.phases.all()]  # type: ignore[attr-defined]


def test_a_copy_leaves_the_original_as_it_was(cast: Cast) -> None:
    phase(cast, "Explorar", season_span(2021, Season.SUMMER), Activity.MEET)
    before = queries.timeline(cast.process)

    copy = actions.copy_process(cast.process, slug="otro", title={"es": "Otro"}, as_template=True, **DOING)
    actions.remove_activity(copy.activities.get(), **DOING)

    assert queries.timeline(cast.process) == before
    assert (copy.template, Process.objects.get(slug="parque").template) == (True, False)


def test_a_template_starts_a_process(cast: Cast) -> None:
    phase(cast, "Explorar", season_span(2021, Season.SUMMER), Activity.MEET)
    plan = actions.copy_process(cast.process, slug="plan", title={"es": "Plan"}, as_template=True, **DOING)

    made = actions.copy_process(plan, slug="nuevo-2027", title={"es": "2027"}, summary={"es": "Va"}, **DOING)

    assert (made.template, made.title, made.summary) == (False, {"es": "2027"}, {"es": "Va"})
    assert [one.opens for one in queries.timeline(made)] == [frozenset({Activity.MEET})]
    assert list(queries.templates_in(cast.space)) == [plan]


def test_a_copy_that_may_not_be_made_leaves_nothing(cast: Cast) -> None:
    phase(cast)

    with pytest.raises(Refusal, match=r"process\.slug_taken"):
        actions.copy_process(cast.process, slug="parque", title={"es": "Otro"}, **DOING)

    assert (Process.objects.count(), Phase.objects.count()) == (1, 1)


def test_publishing_twice_is_noted_once(cast: Cast) -> None:
    draft = actions.create_process(space=cast.space, slug="agua", title={"es": "Agua"}, **DOING)

    actions.publish(draft, public=True, **DOING)
    actions.publish(draft, public=True, **DOING)
    actions.publish(draft, public=False, **DOING)

    assert verbs()[1:] == [("process.published", "agua"), ("process.unpublished", "agua")]
    assert Process.objects.get(slug="agua").public is False


def test_a_template_is_never_public(cast: Cast) -> None:
    plan = actions.create_process(space=cast.space, slug="plan", title={"es": "Plan"}, template=True, **DOING)

    with pytest.raises(Refusal) as refused:
        actions.publish(plan, public=True, **DOING)

    assert (refused.value.code, Process.objects.get(pk=plan.pk).public) == ("process.template_stays", False)


def test_what_is_edited_is_kept(cast: Cast) -> None:
    facts = {"title": {"es": "Parque"}, "summary": {"en": "A park"}, "moderation": "after", "territory": None}

    actions.edit_process(cast.process, **facts, **DOING)

    kept = Process.objects.values(*facts).get(slug="parque")
    assert kept == facts
    assert verbs() == [("process.edited", "parque")]


def test_facts_that_are_noted_replace_those_before(cast: Cast) -> None:
    notes = [{"kind": "contradiction", "text": {"es": "¿50 o 51?"}, "a": {"es": "50"}, "b": {"es": "51"}}]
    actions.note_facts(cast.process, notes=[{"kind": "fact", "text": {"es": "Nada"}}], **DOING)

    actions.note_facts(cast.process, notes=notes, **DOING)

    assert Process.objects.get(slug="parque").notes == notes


def test_the_record_says_who_and_where(cast: Cast) -> None:
    people(cast, 2)

    event = Event.objects.get()
    told = (event.space_id, event.process_id, event.actor_key, event.verb, event.target, event.facts)
    assert told == (cast.space.pk, cast.process.pk, ANA.key, "participants.added", "W1#14", {"n": 2})
    assert Participant.objects.count() == 3
