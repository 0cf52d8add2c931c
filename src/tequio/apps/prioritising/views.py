"""Pages of rounds. Every one of them says that this is not an official vote."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.apps.prioritising import actions, queries
from tequio.apps.prioritising.drawing import qr
from tequio.apps.prioritising.forms import CHANNELS, ChooseForm, KeyForm, RoundForm, SlipsForm, WordsForm, said
from tequio.apps.prioritising.models import Ballot, Option, Round
from tequio.apps.prioritising.slips import new_words
from tequio.apps.processes.queries import process_for
from tequio.apps.thread.kinds import PAGE, number_of
from tequio.apps.thread.queries import knot_of, traced
from tequio.core.charts.bars import Value
from tequio.core.refusals import Refusal
from tequio.core.roles import Permission
from tequio.core.thread import Kind
from tequio.web.pages import page, tried
from tequio.web.permissions import ANYONE, needs, staff
from tequio.web.refusals import sentence
from tequio.web.requests import Request, may

EDITS = staff(Permission.PRIORITISING_EDIT)
HANDS_OUT = staff(Permission.PRIORITISING_TOKENS)
REVIEW, SEND = "review", "send"


@needs(ANYONE)
def index(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    return page(request, "prioritising/list.html", {"process": found, "rounds": queries.rounds_for(request, found)})


@needs(ANYONE)
def round(request: Request, process: str, number: int) -> HttpResponse:  # noqa: A001 (what the field calls it)
    found = _round(request, process, number)
    options = queries.options_of(found)
    lines = queries.lines_of(found, options)
    knot = knot_of(found.process, Kind.ROUND, found.pk)
    context = {
        "process": found.process,
        "round": found,
        "options": [(option, _address(found, option)) for option in options],
        "lines": lines,
        "values": [Value(f"{line.rank}. {said(line.option.label)}", line.share, line.low, line.high) for line in lines],
        "areas": queries.groups_of(found, "areas", options),
        "channels": [
            (CHANNELS[Ballot.Channel(group.name)], group) for group in queries.groups_of(found, "channels", options)
        ],
        "waits": _waits(found, request),
        "traced": traced(found.process, knot, everything=may(request, Permission.RECORD_READ)),
    }
    return page(request, "prioritising/round.html", context)


@needs(ANYONE, "GET", "POST")
def choose(request: Request, process: str, number: int) -> HttpResponse:
    """Type the words of a slip and mark; look at it; send it. Nothing is kept between the steps but in the page."""
    found = queries.round_of(process_for(request, process), number)
    request.personal = True
    queries.require_taking_part(found, request.at)
    form = ChooseForm(request.POST or None, options=queries.options_of(found))
    context = {"process": found.process, "round": found, "form": form}
    step = request.POST.get("step")
    if step == SEND and tried(form, lambda: _send(request, found, form)):
        return page(request, "prioritising/receipt.html", context | {"counted": True})
    if step == REVIEW and (chosen := tried(form, lambda: queries.checked(found, *_typed(form)))):
        return page(request, "prioritising/review.html", context | {"chosen": chosen[1]})
    return page(request, "prioritising/choose.html", context)


@needs(ANYONE, "GET", "POST")
def receipt(request: Request, process: str, number: int) -> HttpResponse:
    """Whether a choice made with a slip is in the count. Never which, nor when: nobody can ask to be shown more."""
    found = queries.round_of(process_for(request, process), number)
    request.personal = True
    if found.state == Round.State.DRAFT:
        raise Refusal("round.not_open_yet")
    form = WordsForm(request.POST or None)
    counted = tried(form, lambda: (queries.is_counted(found, form.cleaned_data["words"]),))
    context = {"process": found.process, "round": found, "form": form, "counted": counted and counted[0]}
    return page(request, "prioritising/receipt.html", context)


@needs(EDITS, "GET", "POST")
def add(request: Request, process: str) -> HttpResponse:
    found = process_for(request, process)
    form = RoundForm(request.POST or None, process=found, options=queries.candidates(found))
    made = tried(form, lambda: actions.add_round(process=found, by=request.actor, at=request.at, **form.cleaned_data))
    if made:
        return redirect("prioritising:round", request.space.slug, process, made.number)
    return page(request, "prioritising/round_form.html", {"process": found, "form": form})


@needs(EDITS, "GET", "POST")
def edit(request: Request, process: str, number: int) -> HttpResponse:
    found = _round(request, process, number)
    chosen = [option.knot_id for option in found.options.all()]
    facts = {"title": found.title, "about": found.about, "most": found.most, "activity": found.activity}
    form = RoundForm(
        request.POST or None,
        process=found.process,
        options=queries.candidates(found.process),
        initial={**facts, "options": chosen},
    )
    if tried(form, lambda: actions.edit_round(round=found, by=request.actor, at=request.at, **form.cleaned_data)):
        return redirect("prioritising:round", request.space.slug, process, number)
    return page(request, "prioritising/round_form.html", {"process": found.process, "round": found, "form": form})


@needs(EDITS, "GET", "POST")
def opening(request: Request, process: str, number: int) -> HttpResponse:
    found = _round(request, process, number)
    if request.method == "POST":
        actions.open_round(round=found, by=request.actor, at=request.at)
        messages.success(request, _("It is open."))
        return redirect("prioritising:round", request.space.slug, process, number)
    options = queries.options_of(found)
    return page(request, "prioritising/open.html", {"process": found.process, "round": found, "options": options})


@needs(EDITS, "GET", "POST")
def closing(request: Request, process: str, number: int) -> HttpResponse:
    found = _round(request, process, number)
    if request.method == "POST":
        actions.close_round(round=found, by=request.actor, at=request.at)
        messages.success(request, _("It is closed, and the result is here."))
        return redirect("prioritising:round", request.space.slug, process, number)
    return page(request, "prioritising/close.html", {"process": found.process, "round": found})


@needs(HANDS_OUT, "GET", "POST")
def slips(request: Request, process: str, number: int) -> HttpResponse:
    """Ask how many, and answer with the sheet: the only time that the words are shown."""
    found = _round(request, process, number)
    form = SlipsForm(request.POST or None)
    words = new_words(form.cleaned_data["slips"]) if form.is_bound and form.is_valid() else []
    context = {"process": found.process, "round": found, "form": form}
    if tried(form, lambda: _issue(request, found, form, words)):
        address = reverse("prioritising:choose", args=[request.space.slug, process, number])
        shown = {"words": words, "address": request.build_absolute_uri(address), "area": form.cleaned_data["area"]}
        options = queries.options_of(found) if form.cleaned_data["marks"] else []
        return page(
            request, "prioritising/sheet.html", context | shown | {"qr": qr(shown["address"]), "options": options}
        )
    return page(request, "prioritising/slips.html", context | {"issued": queries.issued(found)})


@needs(HANDS_OUT, "GET", "POST")
def key(request: Request, process: str, number: int) -> HttpResponse:
    """Type ballots in one after the other, as they lie on the table."""
    found = _round(request, process, number)
    options = queries.options_of(found)
    form = KeyForm(request.POST or None)
    if tried(form, lambda: _key(request, found, form, form.chosen(options))):
        messages.success(request, _("It is in the count. Next one."))
        return redirect("prioritising:key", request.space.slug, process, number)
    context = {"process": found.process, "round": found, "options": options, "form": form}
    return page(request, "prioritising/key.html", context)


def _round(request: Request, process: str, number: int) -> Round:
    return queries.round_for(request, process_for(request, process), number)


def _address(found: Round, option: Option) -> str:
    """Where to read more of an option, if that is public."""
    if option.knot is None or not option.knot.public:
        return ""
    place = [found.process.space.slug, found.process.slug, number_of(option.knot.ref)]
    return reverse(PAGE[Kind(option.knot.kind)], args=place)


def _waits(found: Round, request: Request) -> str:
    """Why nobody can choose on the web now, although the round is open."""
    try:
        queries.require_taking_part(found, request.at)
    except Refusal as refusal:
        return sentence(refusal) if found.state == Round.State.OPEN else ""
    return ""


def _typed(form: ChooseForm) -> tuple[str, list[str]]:
    return form.cleaned_data["words"], form.cleaned_data["choices"]


def _send(request: Request, found: Round, form: ChooseForm) -> bool:
    words, choices = _typed(form)
    actions.choose(round=found, words=words, choices=choices, at=request.at)
    return True


def _issue(request: Request, found: Round, form: SlipsForm, words: list[str]) -> bool:
    facts = {name: form.cleaned_data[name] for name in ("area", "sent_as")}
    actions.issue_slips(round=found, words=words, by=request.actor, at=request.at, **facts)
    return True


def _key(request: Request, found: Round, form: KeyForm, choices: list[str]) -> bool:
    facts = {name: form.cleaned_data[name] for name in ("words", "channel")}
    actions.key_ballot(round=found, choices=choices, by=request.actor, at=request.at, **facts)
    return True
