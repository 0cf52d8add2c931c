from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.apps.processes.models import Participant
from tequio.apps.solutions import actions, columns, exports, queries
from tequio.apps.solutions.models import Answer, Feedback, Question, Response
from tequio.apps.solutions.results import Published, _result, results
from tequio.core.coverage import wilson
from tests.apps.solutions.made import AS_ANA, a_round, answered, ask
from tests.people import NOON, Cast

FRACTION = {
    "said": {"es": "tres cuartas partes", "en": "three quarters"},
    "base": None,
    "admissible": [[38, 51], [39, 51], [11, 15], [12, 15]],
    "source": "000:L216",
    "counts": ["yes"],
}


def fresh(feedback: Feedback) -> Feedback:
    return queries.feedback(feedback.process, feedback.number)


def answer_many(feedback: Feedback, **values: int) -> None:
    """As many answers to `needs_met` as each value says."""
    for value, n in values.items():
        for _ in range(n):
            answered(feedback, needs_met=value)


def result_of(feedback: Feedback, key: str):
    return next(one for one in results(fresh(feedback)) if one.question.key == key)


def test_each_answer_has_its_count_its_share_and_its_interval(cast: Cast):
    made = a_round(cast.process)

    answer_many(made.feedback, yes=9, no=3)

    found = result_of(made.feedback, "needs_met")
    rows = [(one.key, one.label, one.n, one.share, one.low, one.high) for one in found.shares]
    yes, no = wilson(9, 12), wilson(3, 12)
    assert rows == [
        ("yes", {"es": "Sí", "en": "Yes"}, 9, 0.75, yes.low, yes.high),
        ("no", {"es": "No", "en": "No"}, 3, 0.25, no.low, no.high),
    ]


def test_not_knowing_and_leaving_empty_are_counted_apart_from_the_base(cast: Cast):
    made = a_round(cast.process)

    answer_many(made.feedback, yes=8, no=2, dont_know=4)
    answered(made.feedback, comment="Nada más quiero opinar.")

    found = result_of(made.feedback, "needs_met")
    assert (found.asked, found.base, found.dont_know, found.empty) == (15, 10, 4, 1)


def test_below_ten_answers_there_are_no_shares(cast: Cast):
    made = a_round(cast.process)

    answer_many(made.feedback, yes=9, dont_know=5)

    found = result_of(made.feedback, "needs_met")
    assert (found.enough, found.base, found.shares) == (False, 9, ())


def test_the_base_of_a_question_for_one_phase_is_those_who_took_part_in_it(cast: Cast):
    made = a_round(cast.process)
    answer_many(made.feedback, yes=3)
    for n in range(12):
        actions.submit_response(
            feedback=made.feedback,
            answers={"empowered": "yes"} if n < 11 else {"needs_met": "no"},
            channel=Response.Channel.PAPER,
            took_part_in=[made.phase],
            **AS_ANA,
        )

    found = result_of(made.feedback, "empowered")

    assert (found.asked, found.base, found.empty) == (12, 11, 1)


def test_prototypes_are_counted_by_their_name_also_when_nobody_chose_them(cast: Cast):
    made = a_round(cast.process)
    for _ in range(10):
        answered(made.feedback, preferred="2")

    found = result_of(made.feedback, "preferred")

    assert [(one.label["es"], one.n) for one in found.shares] == [("La Plaza", 0), ("El Telar", 10)]


def test_who_withdrew_is_not_counted(cast: Cast):
    made = a_round(cast.process)
    answer_many(made.feedback, yes=10)
    actions.submit_response(
        feedback=made.feedback,
        answers={"needs_met": "no"},
        channel=Response.Channel.PAPER,
        participant=cast.caro,
        **AS_ANA,
    )

    Participant.objects.filter(pk=cast.caro.pk).update(withdrawn_at=NOON)

    found = result_of(made.feedback, "needs_met")
    assert (found.asked, found.base, [one.n for one in found.shares]) == (10, 10, [10, 0])


def test_a_published_figure_without_a_base_stands_beside_the_answers(cast: Cast):
    made = a_round(cast.process)
    Question.objects.filter(key="needs_met").update(notes=[FRACTION])

    answer_many(made.feedback, yes=9, no=3)

    (told,) = result_of(made.feedback, "needs_met").published
    assert (told.said, told.base, told.source) == (FRACTION["said"], None, "000:L216")
    assert told.admissible == ((38, 51), (39, 51), (11, 15), (12, 15))
    assert (told.here.n, told.here.share) == (9, 0.75)


def test_a_published_figure_beside_too_few_answers_stands_alone(cast: Cast):
    made = a_round(cast.process)
    note = {"said": "three quarters", "base": 51, "source": "000:L216"}
    Question.objects.filter(key="needs_met").update(notes=[note])

    answer_many(made.feedback, yes=3)

    found = result_of(made.feedback, "needs_met").published
    assert found == (Published({"es": "three quarters"}, 51, (), "000:L216", None),)


@given(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(0, 60)), st.integers(0, 9), st.integers(0, 9))
def test_shares_of_any_answers_add_up_to_one(counts, dont_know, empty):
    choices = [{"key": key, "label": {"es": key}} for key in "abc"]
    question = Question(kind="choice", choices=choices, notes=[])
    base = sum(counts.values())

    found = _result(question, base + dont_know + empty, Counter({**counts, "dont_know": dont_know}), [])

    assert (found.base, found.dont_know, found.empty) == (base, dont_know, empty)
    assert sum(one.n for one in found.shares) == (base if base >= 10 else 0)
    assert all(one.low <= one.share <= one.high for one in found.shares)
    assert sum(one.share for one in found.shares) == pytest.approx(1 if base >= 10 else 0)


def test_results_cost_the_same_for_few_and_for_many(cast: Cast, django_assert_num_queries):
    made = a_round(cast.process)
    answer_many(made.feedback, yes=3)
    few = fresh(made.feedback)

    with django_assert_num_queries(3):
        results(few)
    for n in range(6):
        Response.objects.all().delete()
        ask(made.feedback, Question.Kind.CHOICE, f"¿{n}?", choices=[{"key": k, "label": {"es": k}} for k in "ab"])
    answer_many(made.feedback, yes=30)
    many = fresh(made.feedback)
    with django_assert_num_queries(3):
        results(many)


def test_the_table_of_results_gives_no_number_below_ten(cast: Cast):
    made = a_round(cast.process)
    answer_many(made.feedback, yes=10, no=2)
    answered(made.feedback, preferred="1")

    rows = [dict(zip(columns.RESULTS, row, strict=True)) for row in exports.results_table(fresh(made.feedback)).rows]

    assert [(row["question"], row["answer_es"], row["base"], row["n"]) for row in rows] == [
        ("preferred", None, None, None),
        ("needs_met", "Sí", 12, 10),
        ("needs_met", "No", 12, 2),
        ("empowered", None, None, None),
    ]


def test_only_comments_that_are_shown_leave_in_the_tables(cast: Cast):
    made = a_round(cast.process)
    for words in ("Letra más grande.", "Secreto."):
        answered(made.feedback, comment=words)
    actions.show_comment(answer=Answer.objects.order_by("pk").first(), shown=True, **AS_ANA)

    (table,) = [one for one in exports.tables(cast.process) if one.name == "feedback_comments"]

    assert table.rows == [("O1", "comment", "", "telephone", "Letra más grande.", False)]


def test_every_row_of_every_table_has_a_cell_for_each_column(cast: Cast):
    made = a_round(cast.process)
    answer_many(made.feedback, yes=10)

    found = exports.tables(cast.process)

    assert {table.name: {len(row) for row in table.rows} - {len(table.columns)} for table in found} == {
        "problems": set(),
        "solutions": set(),
        "prototype_versions": set(),
        "prototype_features": set(),
        "feedback_results": set(),
        "feedback_comments": set(),
    }
