"""What the result is told from: public things alone, counted once, with what stands behind each."""

from dataclasses import asdict

from tequio.apps.contributions.models import Contribution
from tequio.apps.processes.models import Phase
from tequio.apps.publishing import queries
from tequio.apps.synthesis import actions as synthesis
from tequio.apps.thread.actions import untie
from tequio.apps.thread.queries import knot_of
from tequio.core.commitments import CommitmentState
from tequio.core.thread import Kind, LinkKind, Rest
from tests.apps.commitments.made import TODAY, TOMORROW, YESTERDAY, knot
from tests.apps.publishing.made import DOING, DRAFT, SECRET_WORDS, SEEN, a_story, published
from tests.apps.synthesis.voices import one, theme
from tests.people import Cast


def fresh(cast: Cast):
    """The process as a page reads it."""
    cast.process.refresh_from_db()
    return cast.process


def test_the_counts_are_of_people_meetings_and_accepted_words(cast: Cast):
    a_story(cast)

    found = queries.counts_of(cast.process)

    assert {key: value for key, value in asdict(found).items() if key != "heard"} == {
        "waves": (("W1", 12),),
        "organizations": 1,
        "meetings": (("workshop", 2),),
        "kinds": (("idea", 2), ("need", 6), ("wish", 1)),
        "hidden": 1,
    }
    assert (found.people, found.held, found.said) == (12, 2, 9)


def test_coverage_is_told_only_of_those_who_speak_for_an_organisation_where_groups_are_small(cast: Cast):
    a_story(cast)

    heard = queries.counts_of(cast.process).heard

    assert (heard.found.n, heard.missing, heard.alone) == (12, ["Sur"], 0)


def test_themes_come_with_most_voices_first_and_without_drafts(cast: Cast):
    a_story(cast)

    found = queries.told(fresh(cast), TODAY).themes

    assert [(row.theme.title["es"], row.behind.voices, row.behind.meetings) for row in found] == [
        ("El agua", 5, 2),
        ("La luz", 3, 1),
    ]
    assert DRAFT not in str(found)


def test_a_theme_that_was_merged_is_told_once(cast: Cast):
    story = a_story(cast)
    synthesis.merge_themes(theme=story.light, into=story.water, **DOING)

    found = queries.told(fresh(cast), TODAY).themes

    assert [row.theme.title["es"] for row in found] == ["El agua"]


def test_only_words_that_may_be_quoted_are_quoted(cast: Cast):
    a_story(cast)

    quoted = [quote.passage for quote in queries.told(fresh(cast), TODAY).quotes]

    assert quoted == [SEEN]


def test_words_that_are_not_shown_any_more_are_not_quoted(cast: Cast):
    story = a_story(cast)
    Contribution.objects.filter(pk=story.voices[0].pk).update(shown=False)

    found = queries.told(fresh(cast), TODAY)

    assert (found.quotes, SECRET_WORDS in str(found)) == ((), False)


def test_a_result_rests_on_the_voices_the_thread_leads_to(cast: Cast):
    a_story(cast)

    found = queries.told(fresh(cast), TODAY)

    assert [(row.thing.title["es"], row.rest) for row in found.problems] == [("Nadie avisa", Rest(5, 3, 2))]
    assert [(made.solution.rest, [row.rest for row in made.prototypes]) for made in found.made] == [
        (Rest(5, 3, 2), [Rest(5, 3, 2), Rest(5, 3, 2)])
    ]
    assert [outcome.rest for outcome in found.outcomes] == [Rest(5, 3, 2)]


def test_what_a_result_rests_on_is_counted_anew_when_the_thread_changes(cast: Cast):
    story = a_story(cast)
    before = queries.rests_of(fresh(cast))["P1"]
    source = knot_of(cast.process, Kind.CONTRIBUTION, story.voices[0].pk)
    untie(source, LinkKind.GROUPED, knot_of(cast.process, Kind.THEME, story.water.pk), **DOING)

    after = queries.rests_of(fresh(cast))["P1"]

    assert (before, after) == (Rest(5, 3, 2), Rest(4, 2, 2))


def test_the_choice_is_told_with_its_base_and_places(cast: Cast):
    a_story(cast)

    chosen = queries.told(fresh(cast), TODAY).chosen

    assert chosen.round.result["n"] == 11
    assert [(line.rank, line.approvals, line.option.label["es"]) for line in chosen.lines] == [
        (1, 7, "El agua"),
        (2, 4, "La luz"),
    ]


def test_what_people_thought_has_the_newest_round_with_its_base(cast: Cast):
    a_story(cast)

    opinion = queries.told(fresh(cast), TODAY).opinion

    assert (opinion.feedback.number, opinion.responses, [result.base for result in opinion.results]) == (
        1,
        12,
        [12, 12, 0],
    )


def test_commitments_stand_as_on_the_day_that_is_asked_for(cast: Cast):
    a_story(cast)

    boards = [queries.told(fresh(cast), day).board for day in (TODAY, date_after_tomorrow())]

    assert boards == [
        {CommitmentState.OPEN: 1, CommitmentState.KEPT: 1, CommitmentState.DROPPED: 1},
        {CommitmentState.KEPT: 1, CommitmentState.LATE: 1, CommitmentState.DROPPED: 1},
    ]


def date_after_tomorrow():
    return TOMORROW.replace(day=TOMORROW.day + 1)


def test_an_empty_process_is_told_as_empty(cast: Cast):
    found = queries.told(fresh(cast), TODAY)

    assert (found.themes, found.quotes, found.chosen, found.problems, found.made, found.opinion, found.outcomes) == (
        (),
        (),
        None,
        (),
        (),
        None,
        (),
    )


def test_results_without_voices_are_found(cast: Cast):
    knot(cast.process, Kind.PROBLEM, "P7")
    theme(cast, "El agua", one(cast, "Falta agua."))
    theme(cast, "Vacío")

    assert [found.ref for found in queries.without_voices(cast.process)] == ["P7", "T2"]


def test_a_draft_without_voices_is_named_to_nobody(cast: Cast):
    theme(cast, DRAFT, public=False)

    assert queries.without_voices(cast.process) == []


def test_the_checks_name_what_is_missing(cast: Cast):
    a_story(cast)

    found = queries.checks_of(cast.process)

    assert (found.unheard, [one.title["es"] for one in found.undated], found.waiting) == ((), [], 1)
    assert found.limits[0].startswith("Las 12 personas")


def phase(cast: Cast, **dates: object) -> Phase:
    place = Phase.objects.count()
    return Phase.objects.create(process=cast.process, key=f"f{place}", title={"es": "Fase"}, place=place, **dates)


def test_a_process_is_over_when_every_phase_is(cast: Cast):
    without = queries.is_over(cast.process, TODAY)
    phase(cast, start=YESTERDAY, end=YESTERDAY)
    over = queries.is_over(cast.process, TODAY)
    phase(cast, start=YESTERDAY, end=TOMORROW)

    assert (without, over, queries.is_over(cast.process, TODAY)) == (False, True, False)


def test_a_result_is_readable_once_it_is_published(cast: Cast):
    before = queries.standing_of(cast.process, TODAY).readable
    published(cast)

    standing = queries.standing_of(cast.process, TODAY)

    assert (before, standing.readable, standing.opening) == (False, True, {"es": "Gracias por venir."})
