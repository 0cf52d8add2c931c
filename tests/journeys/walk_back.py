"""From a number on a page to what it counts, and from there to the voices, by links alone."""

import re
from urllib.parse import urljoin

from tests.journeys.hands import Hands

VOICE = re.compile(r"/(?:aportes/\d+|voces/[^/]+/\d+)/$")
GROUP = re.compile(r"/temas/(?:\d+|sin-tema)/$")
THING = re.compile(r"/procesos/[^/]+/.*/\d+/$")
SAID = re.compile(r"/aportes/\d+/$")
WHOLE, OLDER = "Ver todo su hilo", re.compile("^Anteriores")
FARTHEST = 3


def walks_of(reader: Hands) -> dict[str, str]:
    """The numbers of a page that are links, with the words around them, and where each leads."""
    found = {}
    for link in reader.page.locator("main a.walk").all():
        words, address = " ".join(link.text_content().split()), urljoin(reader.page.url, link.get_attribute("href"))
        found[f"{words} → {address.rsplit('/procesos/', 1)[-1]}"] = address
    return found


def numbers_in(words: str) -> list[str]:
    return re.findall(r"(?<![\w#.,])\d[\d,]*(?![\w%])", words.split(" → ", maxsplit=1)[0])


def links_on(reader: Hands) -> list[str]:
    found = reader.page.locator("main a[href]").evaluate_all("links => links.map(link => link.href)")
    return list(dict.fromkeys(address.split("#")[0] for address in found))


def leads_to_a_voice(reader: Hands, words: str) -> bool:
    """Whether links lead from here to as many voices as the number says; where it counts no voices, to one at all."""
    voices = re.match(r"(\d+) (?:voces|aportes|necesidades)", words)
    if voices:
        return len(voices_behind(reader, int(voices[1]))) == int(voices[1])
    return not numbers_in(words) or reaches_a_voice(reader, links_on(reader), FARTHEST)


def voices_behind(reader: Hands, n: int) -> set[str]:
    """All that was said that a page stands on; where it only lists themes, what was said is on their pages."""
    groups = [address for address in links_on(reader) if GROUP.search(address)]
    found = voices_from(reader)
    for address in groups if len(found) < n else ():
        reader.opens(address)
        found |= voices_from(reader)
    return found


def voices_from(reader: Hands) -> set[str]:
    """What a page lists, what its next pages list, and what its whole thread does."""
    found = {address for address in links_on(reader) if SAID.search(address)}
    for more in (WHOLE, OLDER):
        link = reader.page.locator("main").get_by_role("link", name=more).first
        if link.count():
            link.click()
            reader.looks()
            return found | voices_from(reader)
    return found


def reaches_a_voice(reader: Hands, links: list[str], left: int) -> bool:
    if any(VOICE.search(address) for address in links):
        return True
    for address in links if left else []:
        if THING.search(address):
            reader.opens(address)
            if reaches_a_voice(reader, links_on(reader), left - 1):
                return True
    return False
