"""Whoever is signed in finds their own name above every page, whatever the page is about."""

import re

from tests.factories.everything import everything
from tests.factories.paths import ours, paths_of

TOOLS = re.compile(r'<nav class="tools".*?</nav>', re.DOTALL)


def test_every_page_of_the_house_names_who_reads_it(cast):
    it, ana = everything(cast), cast.signed_in(cast.ana)
    replies = {address.name: ana.get(paths_of(address, it)[0]) for address in ours()}

    above = {name: TOOLS.search(reply.text) for name, reply in replies.items() if _is_page(reply)}

    found = {name: tools.group() for name, tools in above.items() if tools}
    assert len(found) >= 100
    assert [name for name, tools in found.items() if ">Ana</a>" not in tools] == []


def _is_page(reply) -> bool:
    return reply.status_code == 200 and not reply.streaming and "text/html" in reply.headers.get("Content-Type", "")
