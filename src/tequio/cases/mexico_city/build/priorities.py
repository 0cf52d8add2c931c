"""The round in which participants said what comes first: slips by area, ballots, and the result once it is closed."""

from collections import Counter
from datetime import timedelta
from uuid import uuid4

from tequio.apps.prioritising import actions
from tequio.apps.prioritising.models import Round
from tequio.apps.prioritising.slips import new_words
from tequio.cases.mexico_city.build.story import EVENING, Story, moment
from tequio.cases.mexico_city.build.voices import Themes
from tequio.core.localized import Localized, both
from tequio.core.thread import Kind


def hold(story: Story, themes: Themes) -> Round:
    told = story.case.round
    held = _opened(story, themes)
    keys = {theme.pk: key for key, theme in themes.items()}
    options = {keys[pk]: str(option) for option, pk in held.options.values_list("pk", "knot__object_id")}
    slips = _slips(story, held)
    days = (told.closes - told.opens).days
    for number, ballot in enumerate(told.ballots):
        at = moment(told.opens + timedelta(days=number * days // len(told.ballots)))
        choices = [options[theme] for theme in ballot.themes]
        actions.choose(round=held, words=slips[ballot.area].pop(), choices=choices, at=at)
    return actions.close_round(round=held, by=story.by, at=moment(told.closes, EVENING))


def _opened(story: Story, themes: Themes) -> Round:
    told, at = story.case.round, moment(story.case.round.opens)
    made = actions.add_round(
        process=story.process,
        title=told.name,
        about=_about(told.question, told.tie_rule, story.case.notices.priorities),
        most=told.up_to,
        options=story.knots(Kind.THEME, [themes[key].pk for key in told.options]),
        activity=story.activities["priorities"],
        synthetic=told.synthetic,
        by=story.by,
        at=at,
    )
    return actions.open_round(round=made, by=story.by, at=at)


def _about(*texts: Localized) -> Localized:
    return both(*(" ".join(text[language] for text in texts) for language in ("es", "en")))


def _slips(story: Story, held: Round) -> dict[str, list[str]]:
    """One for each participant of an area, and never so few that an area points at somebody."""
    there = Counter(each.area for each in story.case.participants if each.focus_group)
    words = {area: new_words(max(n, actions.FEWEST)) for area, n in there.items()}
    for area, slips in words.items():
        place, at = story.ground.places[area], moment(story.case.round.opens)
        actions.issue_slips(round=held, area=place, words=slips, sent_as=uuid4(), by=story.by, at=at)
    return words
