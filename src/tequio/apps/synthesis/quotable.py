"""Whose words may be quoted: one rule, asked again each time that a quote is shown.

A passage is public only while all of this holds: the contribution is accepted and its author agreed to show it by code
(`shown`); the passage is still there word for word; and the author agreed to be quoted. A known participant says so in
`consents["quote"]`, whatever the channel: a facilitator who typed in what somebody said cannot agree in their place.
Where no participant is known, words that came by the web are never quoted (there is nobody to ask, or the person has
left); words from a meeting, a file, paper or the telephone may be: whoever entered them answers for the consent there.
"""

from tequio.apps.contributions.models import Contribution
from tequio.apps.synthesis.models import Quote
from tequio.apps.synthesis.passages import is_said


def is_readable(contribution: Contribution) -> bool:
    return contribution.status == Contribution.Status.ACCEPTED and contribution.shown


def may_be_quoted(contribution: Contribution) -> bool:
    participant = contribution.participant
    if participant is None:
        return is_readable(contribution) and contribution.channel != Contribution.Channel.WEB
    agreed = participant.withdrawn_at is None and bool(participant.consents.get("quote"))
    return is_readable(contribution) and agreed


def is_public(quote: Quote) -> bool:
    said = quote.contribution
    return may_be_quoted(said) and is_said(quote.passage, said.title, said.body)
