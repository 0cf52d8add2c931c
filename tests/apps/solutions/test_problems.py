import pytest

from tequio.apps.record.models import Event
from tequio.apps.solutions import actions, queries
from tequio.apps.solutions.models import Problem
from tequio.apps.thread.models import Link
from tequio.core.refusals import Refusal
from tequio.core.thread import Kind, LinkKind
from tests.apps.solutions.made import AS_ANA, a_problem, a_solution, knot
from tests.people import Cast


def links_into(ref: str) -> list[tuple[str, str]]:
    return list(Link.objects.filter(target__ref=ref).order_by("pk").values_list("source__ref", "kind"))


def test_a_problem_is_tied_to_the_voices_it_was_made_from(cast: Cast):
    theme, voice, meeting = (knot(cast.process, *pair) for pair in _sources())

    problem = a_problem(cast.process, became=[theme, voice], evidence=[meeting])

    assert (problem.number, problem.title, problem.state) == (1, {"es": "Nadie avisa"}, "considered")
    assert links_into("P1") == [("T4", "became"), ("A7", "became"), ("E2", "evidence")]


def _sources() -> list[tuple[Kind, str]]:
    return [(Kind.THEME, "T4"), (Kind.CONTRIBUTION, "A7"), (Kind.MEETING, "E2")]


def test_numbers_go_on_after_the_last_problem_of_the_process(cast: Cast):
    numbers = [a_problem(cast.process, f"Problema {n}").number for n in range(3)]

    assert numbers == [1, 2, 3]


def test_a_problem_without_words_is_refused_and_nothing_is_kept(cast: Cast):
    with pytest.raises(Refusal) as refused:
        a_problem(cast.process, "   ")

    assert (refused.value.code, refused.value.facts) == ("solutions.words_needed", {"field": "title"})
    assert list(Problem.objects.all()) == []


def test_editing_ties_what_is_new_and_unties_what_is_gone(cast: Cast):
    theme, voice, meeting = (knot(cast.process, *pair) for pair in _sources())
    problem = a_problem(cast.process, became=[theme], evidence=[meeting])

    texts = {"title": {"es": "Otro"}, "statement": {"es": "Así"}, "affected": {"es": "Todas"}, "memo": {}}
    actions.edit_problem(problem=problem, **texts, became=[voice], evidence=[meeting], **AS_ANA)

    assert links_into("P1") == [("E2", "evidence"), ("A7", "became")]
    assert Problem.objects.values("title", "affected").get() == {"title": {"es": "Otro"}, "affected": {"es": "Todas"}}


def test_a_problem_cannot_rest_on_what_came_out_of_it(cast: Cast):
    problem = a_problem(cast.process)
    solution = a_solution(cast.process, problem=problem)
    asked = actions.add_feedback(solution=solution, title={"es": "Ronda"}, about={}, **AS_ANA)
    later = queries.knots_named(cast.process, [f"O{asked.number}"], LinkKind.EVIDENCE, Kind.PROBLEM, "evidence")

    texts = {"title": {"es": "Otro"}, "statement": {"es": "Así"}, "affected": {}, "memo": {}}
    with pytest.raises(Refusal) as refused:
        actions.edit_problem(problem=problem, **texts, became=[], evidence=later, **AS_ANA)

    assert refused.value.code == "thread.cycle"
    assert Problem.objects.get().title == {"es": "Nadie avisa"}


@pytest.mark.parametrize(("act", "state"), [(actions.choose_problem, "chosen"), (actions.set_aside_problem, "aside")])
def test_a_judgement_keeps_its_reason(cast: Cast, act, state):
    problem = a_problem(cast.process)

    act(problem=problem, reason={"es": "  Toca a todas.  ", "en": ""}, **AS_ANA)

    assert Problem.objects.values("state", "reason").get() == {"state": state, "reason": {"es": "Toca a todas."}}


def test_a_new_judgement_replaces_the_reason_so_that_only_one_is_shown(cast: Cast):
    problem = a_problem(cast.process)
    actions.choose_problem(problem=problem, reason={"es": "Toca a todas."}, **AS_ANA)

    actions.set_aside_problem(problem=problem, reason={"es": "Ya no."}, **AS_ANA)
    aside = Problem.objects.values_list("state", "reason").get()
    actions.reconsider_problem(problem=problem, **AS_ANA)

    assert aside == ("aside", {"es": "Ya no."})
    assert Problem.objects.values_list("state", "reason").get() == ("considered", {})


@pytest.mark.parametrize("act", [actions.choose_problem, actions.set_aside_problem])
def test_no_judgement_without_a_reason(cast: Cast, act):
    problem = a_problem(cast.process)

    with pytest.raises(Refusal) as refused:
        act(problem=problem, reason={"es": " "}, **AS_ANA)

    assert (refused.value.code, refused.value.facts) == ("solutions.words_needed", {"field": "reason"})
    assert Problem.objects.get().state == "considered"


def test_a_judgement_is_in_the_record(cast: Cast):
    problem = a_problem(cast.process)

    actions.choose_problem(problem=problem, reason={"es": "Toca a todas."}, **AS_ANA)

    event = Event.objects.first()
    assert (event.verb, event.target, event.facts) == (
        "problem.judged",
        "P1",
        {"before": "considered", "after": "chosen"},
    )


def test_chosen_problems_come_first_then_the_considered_then_those_set_aside(cast: Cast):
    aside, considered, chosen = (a_problem(cast.process, title) for title in ("Uno", "Dos", "Tres"))
    actions.set_aside_problem(problem=aside, reason={"es": "No."}, **AS_ANA)
    actions.choose_problem(problem=chosen, reason={"es": "Sí."}, **AS_ANA)

    found = queries.overview(cast.process).problems

    assert found == [chosen, considered, aside]


def test_a_code_that_names_nothing_is_refused_by_name(cast: Cast):
    with pytest.raises(Refusal) as refused:
        queries.knots_named(cast.process, ["A99"], LinkKind.BECAME, Kind.PROBLEM, "contributions")

    assert (refused.value.code, refused.value.facts) == (
        "solutions.no_such_ref",
        {"ref": "A99", "field": "contributions"},
    )


def test_a_code_that_may_not_lead_there_is_refused_by_name(cast: Cast):
    knot(cast.process, Kind.MEETING, "E2")

    with pytest.raises(Refusal) as refused:
        queries.knots_named(cast.process, ["E2"], LinkKind.BECAME, Kind.PROBLEM, "contributions")

    assert (refused.value.code, refused.value.facts) == (
        "solutions.cannot_lead",
        {"ref": "E2", "field": "contributions"},
    )
