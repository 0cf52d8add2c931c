from uuid import UUID

import pytest
from django.test import Client
from django_scopes import scope

from tequio.apps.processes.models import Process
from tequio.apps.solutions import actions, queries
from tequio.apps.solutions.models import Answer, FeatureState, Problem, Response, Solution, Version
from tequio.core.thread import Kind
from tests.apps.solutions.made import (
    AS_ANA,
    a_problem,
    a_prototype,
    a_round,
    a_solution,
    a_version,
    answered,
    answered_by,
    features,
    knot,
    open_feedback,
)
from tests.apps.solutions.test_problems import links_into
from tests.people import Cast

HERE = "/red/procesos/parque/soluciones/"
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
SENT = {"sent_as": str(UUID(int=5))}
LIST = 8  # queries of the overview: space, process, problems, solutions, prototypes, feedback, phases, their activities

PUBLIC = [
    "",
    "problema/1/",
    "solucion/1/",
    "solucion/1/comparar/",
    "prototipo/1/",
    "opiniones/1/",
    "opiniones/1/gracias/",
    "opiniones/1/resultados.csv",
]
STAFF = [
    "problema/nuevo/",
    "problema/1/cambiar/",
    "problema/1/decidir/",
    "solucion/nueva/",
    "solucion/1/cambiar/",
    "solucion/1/funciones/",
    "solucion/1/prototipo/",
    "solucion/1/opiniones/",
    "prototipo/1/cambiar/",
    "prototipo/1/version/",
    "prototipo/1/version/1/",
    "prototipo/1/version/1/funciones/",
    "opiniones/1/cambiar/",
    "opiniones/1/preguntas/",
    "opiniones/1/preguntas/needs_met/",
    "opiniones/1/capturar/",
    "opiniones/1/comentarios/",
]


def body(response) -> str:
    return b"".join(response).decode() if response.streaming else response.content.decode()


def everything(cast: Cast):
    made = a_round(cast.process)
    features(made.solution, "Guías", "Convocatorias")
    a_version(made.plaza)
    a_version(made.telar)
    return made


@pytest.mark.parametrize("address", PUBLIC)
def test_everybody_reads_the_pages_without_a_cookie(cast: Cast, address):
    everything(cast)

    response = Client().get(HERE + address)

    assert (response.status_code, response.cookies.output()) == (200, "")


@pytest.mark.parametrize("address", PUBLIC)
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_pages_are_there_in_both_languages(cast: Cast, address, language):
    everything(cast)
    client = Client()
    client.cookies["lengua"] = language

    assert client.get(HERE + address).status_code == 200


@pytest.mark.parametrize("address", PUBLIC)
def test_the_pages_of_a_draft_are_not_there_but_for_staff(cast: Cast, address):
    everything(cast)
    Process.objects.filter(pk=cast.process.pk).update(public=False)

    codes = [client.get(HERE + address).status_code for client in (Client(), cast.signed_in(cast.beto))]

    assert codes == [404, 404]
    assert cast.signed_in(cast.ana).get(HERE + address).status_code == 200


@pytest.mark.parametrize("address", STAFF)
def test_only_staff_of_the_space_writes(cast: Cast, address):
    everything(cast)
    clients = (Client(), cast.returning(cast.caro), cast.signed_in(cast.beto), cast.signed_in(cast.dana))

    codes = [client.post(HERE + address).status_code for client in clients]

    assert codes == [403, 403, 403, 403]
    assert cast.signed_in(cast.ana).get(HERE + address).status_code == 200


@pytest.mark.parametrize("address", [*PUBLIC[1:], *STAFF[1:3], "opiniones/1/responder/"])
def test_nothing_of_one_process_is_found_through_another(cast: Cast, address):
    everything(cast)
    Process.objects.create(
        space=cast.space, slug="vacio", title={"es": "Vacío"}, public=True, made_at=cast.process.made_at
    )

    response = cast.signed_in(cast.ana).get(f"/red/procesos/vacio/soluciones/{address}")

    assert response.status_code == 404


def test_nothing_of_one_space_is_found_through_another(cast: Cast):
    everything(cast)
    with scope(space=cast.elsewhere.pk):
        Process.objects.create(
            space=cast.elsewhere, slug="parque", title={"es": "Otro parque"}, public=True, made_at=cast.process.made_at
        )

    response = cast.signed_in(cast.dana).get("/otra/procesos/parque/soluciones/problema/1/")

    assert response.status_code == 404


@pytest.mark.parametrize("n", [3, 30])
def test_the_overview_costs_the_same_for_few_and_for_many(cast: Cast, django_assert_num_queries, n):
    made = everything(cast)
    for k in range(n):
        a_problem(cast.process, f"Problema {k}")
        a_prototype(a_solution(cast.process, f"Solución {k}", made.solution and Problem.objects.first()))

    with django_assert_num_queries(LIST):
        Client().get(HERE)


def test_what_people_typed_is_shown_as_they_typed_it_and_never_run(cast: Cast):
    made = everything(cast)
    text = {"es": HOSTILE, "en": HOSTILE}
    Problem.objects.update(title=text, statement=text, affected=text, memo=text, state="aside", reason=text)
    Solution.objects.update(title=text, about=text, without_technology=text)
    Version.objects.update(what_changed=text, label=HOSTILE[:20])
    for model in (type(made.plaza), type(made.feedback), type(made.solution.features.first())):
        model.objects.update(title=text, about=text)
    made.feedback.questions.update(wording=text, notes=[{"said": text, "base": None, "source": HOSTILE}])
    answered(made.feedback, comment=HOSTILE)
    Answer.objects.update(shown=True)

    client = cast.signed_in(cast.ana)
    pages = {address: body(client.get(HERE + address)) for address in [*PUBLIC[:6], *STAFF]}

    assert [address for address, page in pages.items() if "<script>alert" in page or "<img src=x" in page] == []
    assert [address for address in PUBLIC[:6] if "&lt;script&gt;alert(1)" not in pages[address]] == []


def test_no_page_shows_the_inside_of_the_program(cast: Cast):
    made = everything(cast)
    answered(made.feedback, comment="Letra más grande.")
    client = cast.signed_in(cast.ana)

    pages = {address: body(client.get(HERE + address)) for address in [*PUBLIC, *STAFF]}

    assert [address for address, page in pages.items() if " object (" in page or "&#x27;es&#x27;" in page] == []


def test_a_problem_is_written_chosen_and_read(cast: Cast):
    knot(cast.process, Kind.THEME, "T4")
    knot(cast.process, Kind.CONTRIBUTION, "A7")
    ana = cast.signed_in(cast.ana)

    typed = {"title_es": "Nadie avisa", "statement_es": "Llegamos tarde", "themes": ["T4"], "contributions": "a7"}
    made = ana.post(HERE + "problema/nuevo/", typed)
    judged = ana.post(HERE + "problema/1/decidir/", {"judgement": "choose", "reason_es": "Toca a todas."})

    assert (made.status_code, made.url, judged.url) == (302, HERE + "problema/1/", HERE + "problema/1/")
    assert links_into("P1") == [("T4", "became"), ("A7", "became")]
    assert "Toca a todas." in body(Client().get(HERE))


def test_a_refused_problem_keeps_what_was_typed(cast: Cast):
    typed = {"title_es": "Nadie avisa", "statement_es": "Llegamos tarde", "contributions": "A99"}

    response = cast.signed_in(cast.ana).post(HERE + "problema/nuevo/", typed)

    page = body(response)
    assert (response.status_code, Problem.objects.count()) == (422, 0)
    assert all(words in page for words in ("Nadie avisa", "Llegamos tarde", "A99"))


def test_a_judgement_without_a_reason_comes_back(cast: Cast):
    a_problem(cast.process)

    response = cast.signed_in(cast.ana).post(HERE + "problema/1/decidir/", {"judgement": "set_aside"})

    assert (response.status_code, Problem.objects.get().state) == (422, "considered")


def test_editing_opens_with_what_is_there(cast: Cast):
    theme, voice = knot(cast.process, Kind.THEME, "T4"), knot(cast.process, Kind.CONTRIBUTION, "A7")
    a_problem(cast.process, became=[theme, voice], evidence=[voice])

    form = cast.signed_in(cast.ana).get(HERE + "problema/1/cambiar/").context["form"]

    assert (form["themes"].value(), form["contributions"].value(), form["evidence"].value()) == (
        ["T4", "A7"],
        "A7",
        "A7",
    )


def test_a_solution_asks_first_what_would_do_without_technology(cast: Cast):
    a_problem(cast.process)

    page = body(cast.signed_in(cast.ana).get(HERE + "solucion/nueva/"))

    assert page.index('name="without_technology_es"') < page.index('name="title_es"')


def test_a_solution_is_written_and_answers_its_problem(cast: Cast):
    a_problem(cast.process)

    typed = {"answers": ["P1"], "without_technology_es": "Un pizarrón", "title_es": "Tablero"}
    response = cast.signed_in(cast.ana).post(HERE + "solucion/nueva/", typed)

    assert (response.url, links_into("S1")) == (HERE + "solucion/1/", [("P1", "answered")])


def test_features_and_their_states_are_typed_on_one_screen_each(cast: Cast):
    made = a_round(cast.process)
    a_version(made.plaza)
    ana = cast.signed_in(cast.ana)

    ana.post(HERE + "solucion/1/funciones/", {"title_new0_es": "Guías", "title_new2_es": "Avisos"})
    guides, notices = queries.features_of(made.solution)
    states = {f"state_{guides.pk}": "yes", f"note_{guides.pk}_es": "Cuatro.", f"state_{notices.pk}": ""}
    said = ana.post(HERE + "prototipo/1/version/1/funciones/", states)

    assert said.url == HERE + "prototipo/1/"
    assert list(FeatureState.objects.values_list("feature__title", "state", "note")) == [
        ({"es": "Guías"}, "yes", {"es": "Cuatro."})
    ]


def test_two_prototypes_stand_side_by_side_in_a_table_with_heads(cast: Cast):
    made = everything(cast)
    guides, calls = queries.features_of(made.solution)
    for prototype, state in ((made.plaza, "yes"), (made.telar, "no")):
        version = prototype.versions.get()
        states = {guides.pk: ("yes", {}), calls.pk: (state, {"es": f"Nota de {prototype.number}"})}
        actions.set_feature_states(version=version, states=states, **AS_ANA)

    page = body(Client().get(HERE + "solucion/1/comparar/"))

    assert page.count('<th scope="col"') == 3
    assert page.count('<th scope="row"') == 2
    assert page.count('class="differs"') == 1
    assert all(words in page for words in ("Nota de 1", "Nota de 2", "La Plaza", "El Telar"))


def test_the_comparison_shows_only_the_prototypes_that_the_address_names(cast: Cast):
    everything(cast)

    page = body(Client().get(HERE + "solucion/1/comparar/?m=2&m=x"))

    assert ("El Telar" in page, "La Plaza" in page) == (True, False)


def test_anybody_answers_on_the_web_without_an_account(cast: Cast):
    everything(cast)
    open_feedback(cast.process)
    client = Client()

    shown = client.get(HERE + "opiniones/1/responder/").status_code
    answers = {"q_preferred": "1", "q_comment": "Más grande", **SENT}
    sent = [client.post(HERE + "opiniones/1/responder/", answers) for _ in range(2)]

    assert (shown, [one.url for one in sent]) == (200, [HERE + "opiniones/1/gracias/"] * 2)
    assert list(Response.objects.values_list("channel", "participant", "may_show")) == [("web", None, False)]


def test_who_came_back_with_a_passphrase_answers_with_their_code(cast: Cast):
    everything(cast)
    open_feedback(cast.process)

    caro = cast.returning(cast.caro)
    told = "W1#13" in body(caro.get(HERE + "opiniones/1/responder/"))
    caro.post(HERE + "opiniones/1/responder/", {"q_preferred": "1", "may_show": "on", **SENT})

    assert told is True
    assert list(Response.objects.values_list("participant", "may_show")) == [(cast.caro.pk, True)]


def test_a_participant_of_another_process_answers_without_a_code(cast: Cast):
    everything(cast)
    open_feedback(cast.process)
    other = Process.objects.create(
        space=cast.space, slug="otro", title={"es": "Otro"}, public=True, made_at=cast.process.made_at
    )
    stranger = type(cast.caro).objects.create(process=other, wave="W9", number=1, made_at=cast.process.made_at)

    cast.returning(stranger).post(HERE + "opiniones/1/responder/", {"q_preferred": "1", **SENT})

    assert list(Response.objects.values_list("participant", flat=True)) == [None]


def test_while_feedback_is_closed_nobody_answers_and_the_words_are_kept(cast: Cast):
    everything(cast)

    opened = Client().get(HERE + "opiniones/1/responder/")
    sent = Client().post(HERE + "opiniones/1/responder/", {"q_comment": "Más grande", **SENT})

    assert (opened.status_code, sent.status_code, Response.objects.count()) == (422, 422, 0)
    assert "Más grande" in body(sent)


def test_a_question_for_another_phase_comes_back_with_what_was_typed(cast: Cast):
    everything(cast)
    open_feedback(cast.process)

    sent = Client().post(HERE + "opiniones/1/responder/", {"q_empowered": "yes", "q_comment": "Más grande", **SENT})

    assert (sent.status_code, Response.objects.count(), "Más grande" in body(sent)) == (422, 0, True)


def test_answers_by_telephone_are_typed_in_with_the_code(cast: Cast):
    everything(cast)
    ana = cast.signed_in(cast.ana)

    typed = {"code": "w1 #13", "channel": "paper", "q_needs_met": "yes", **SENT}
    saved = ana.post(HERE + "opiniones/1/capturar/", typed)

    assert saved.url == HERE + "opiniones/1/capturar/?canal=paper"
    assert list(Response.objects.values_list("channel", "participant")) == [("paper", cast.caro.pk)]


@pytest.mark.parametrize("code", ["W1#99", "Caro"])
def test_a_wrong_code_comes_back_with_what_was_typed(cast: Cast, code):
    everything(cast)

    typed = {"code": code, "channel": "telephone", "q_comment": "Más grande", **SENT}
    sent = cast.signed_in(cast.ana).post(HERE + "opiniones/1/capturar/", typed)

    assert (sent.status_code, Response.objects.count()) == (422, 0)
    assert all(words in body(sent) for words in (code, "Más grande"))


def test_a_comment_is_not_read_by_anybody_until_staff_shows_it(cast: Cast):
    made = everything(cast)
    answered_by(made.feedback, cast.caro, comment="Letra más grande.")
    page = HERE + "opiniones/1/"

    before = "Letra más grande." in body(Client().get(page))
    ana = cast.signed_in(cast.ana)
    ana.post(page + "comentarios/", {"comment": str(Answer.objects.get().pk), "show": "1"})
    shown = body(Client().get(page))
    ana.post(page + "comentarios/", {"comment": str(Answer.objects.get().pk), "hide": "1"})

    assert (before, "Letra más grande." in shown, "W1#13" in shown) == (False, True, True)
    assert "Letra más grande." not in body(Client().get(page))


@pytest.mark.parametrize("pk", ["", "x", "999", "9" * 40])
def test_a_comment_that_is_not_there_is_not_found(cast: Cast, pk):
    everything(cast)

    response = cast.signed_in(cast.ana).post(HERE + "opiniones/1/comentarios/", {"comment": pk, "show": "1"})

    assert response.status_code == 404


def test_results_show_their_base_and_nothing_below_ten(cast: Cast):
    made = everything(cast)
    for n in range(12):
        answered(made.feedback, needs_met="yes" if n < 9 else "no", **({"preferred": "1"} if n < 9 else {}))

    page = body(Client().get(HERE + "opiniones/1/"))

    assert ("Sí · 9" in page, "75 %" in page, "La Plaza · 9" in page) == (True, True, False)


def test_questions_are_written_line_by_line(cast: Cast):
    made = everything(cast)

    typed = {"kind": "choice", "wording_es": "¿La usarías?", "choices_es": "Sí\r\nNo", "choices_en": "Yes\r\nNo"}
    cast.signed_in(cast.ana).post(HERE + "opiniones/1/preguntas/", typed | {"only_for": "codiseno"})

    asked = made.feedback.questions.get(key="q5")
    assert asked.choices == [
        {"key": "c1", "label": {"es": "Sí", "en": "Yes"}},
        {"key": "c2", "label": {"es": "No", "en": "No"}},
    ]
    assert asked.only_for == made.phase


def test_choices_that_do_not_match_in_both_languages_come_back(cast: Cast):
    made = everything(cast)

    typed = {"kind": "choice", "wording_es": "¿La usarías?", "choices_es": "Sí\nNo", "choices_en": "Yes"}
    response = cast.signed_in(cast.ana).post(HERE + "opiniones/1/preguntas/", typed)

    assert (response.status_code, made.feedback.questions.count()) == (422, 4)


def test_a_question_is_corrected_and_removed(cast: Cast):
    made = everything(cast)
    ana = cast.signed_in(cast.ana)

    typed = {"kind": "choice", "wording_es": "¿Te sirve?", "choices_es": "Mucho\nPoco"}
    ana.post(HERE + "opiniones/1/preguntas/needs_met/", typed)
    ana.post(HERE + "opiniones/1/preguntas/comment/", {"remove": "1"})

    assert list(made.feedback.questions.values_list("key", flat=True)) == ["preferred", "needs_met", "empowered"]
    assert made.feedback.questions.get(key="needs_met").wording == {"es": "¿Te sirve?"}


def test_a_round_is_opened_on_the_prototypes_that_are_ticked(cast: Cast):
    made = everything(cast)

    typed = {"title_es": "Segunda ronda", "prototypes": ["2"]}
    response = cast.signed_in(cast.ana).post(HERE + "solucion/1/opiniones/", typed)

    assert response.url == HERE + "opiniones/2/preguntas/"
    assert list(queries.feedback(cast.process, 2).prototypes.all()) == [made.telar]
