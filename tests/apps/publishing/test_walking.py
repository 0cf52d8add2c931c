"""Every number of the result leads to a page that shows the same number."""

from dataclasses import replace

import pytest
from django.test import Client

from tequio.apps.contributions.actions.keeping import Words, keep
from tequio.apps.processes.actions import note_facts
from tequio.apps.solutions.models import Question
from tests.apps.publishing.made import DOING, HERE, a_story, published
from tests.apps.publishing.walking import astray, claims, main_of, walks
from tests.people import Cast


def reader(language: str = "es") -> Client:
    client = Client()
    client.cookies["lengua"] = language
    return client


def fetched(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def everything_told(cast: Cast) -> None:
    story = a_story(cast)
    Question.objects.filter(feedback=story.asked.feedback, key="needs_met").update(
        notes=[{"said": {"es": "Tres cuartas partes"}, "base": None, "admissible": [[9, 12]], "source": "Informe"}]
    )
    notes = [
        {"kind": "contradiction", "text": {"es": "Cuántas fueron"}, "a": "51 dice", "b": "52 dice", "source": "L1"}
    ]
    note_facts(cast.process, notes=notes, **DOING)
    published(cast)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_number_of_the_result_can_be_walked_back(cast: Cast, language: str):
    everything_told(cast)
    client = reader(language)
    html = fetched(client, HERE)

    lost = astray(html, lambda address: fetched(client, address))

    assert lost == []


def test_the_result_has_numbers_and_ways_to_walk(cast: Cast):
    """So that the test above cannot pass on an empty page."""
    everything_told(cast)
    main = main_of(fetched(reader(), HERE))

    found = (len(list(claims(main))) > 60, len(walks(main)) > 15)

    assert found == (True, True)


def test_a_number_without_a_way_is_found_out(cast: Cast):
    everything_told(cast)
    client = reader()
    html = fetched(client, HERE).replace("</main>", "<p>Y 4321 más.</p></main>")

    lost = astray(html, lambda address: fetched(client, address))

    assert lost == [("4321", set())]


def test_more_of_a_kind_than_a_filtered_list_counts_leads_to_the_counts(cast: Cast):
    ideas = [replace(Words("Una idea", shown=True), kind="idea") for _ in range(1001)]
    keep(cast.process, ideas, channel="file", status="accepted", **DOING)
    published(cast)
    client = reader()
    html = fetched(client, HERE)

    lost = astray(html, lambda address: fetched(client, address))

    assert (lost, "1,001\N{NO-BREAK SPACE}ideas" in html) == ([], True)


def test_a_process_of_which_nobody_said_anything_has_nothing_to_walk(cast: Cast):
    published(cast)
    client = reader()
    html = fetched(client, HERE)

    lost = astray(html, lambda address: fetched(client, address))

    assert lost == []
