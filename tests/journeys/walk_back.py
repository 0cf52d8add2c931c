"""From a number on a page to what it counts, and from there to the voices, by links alone."""

import re
from urllib.parse import urljoin

from tests.journeys.hands import Hands

VOICE = re.compile(r"/(?:aportes/\d+|voces/[^/]+/\d+)/$")
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
    """Whether the voices are here, as many as the number says; or a voice is a few links away."""
    voices = re.match(r"(\d+) (?:voces|aportes|necesidades)", words)
    if voices:
        return len(voices_from(reader)) == int(voices[1])
    return reaches_a_voice(reader, links_on(reader), FARTHEST)


def voices_from(reader: Hands) -> set[str]:
    """All that was said that a page stands on: those it lists, those on its next pages, and those of its thread."""
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
        if re.search(r"/procesos/[^/]+/.*/\d+/$", address):
            reader.opens(address)
            if reaches_a_voice(reader, links_on(reader), left - 1):
                return True
    return False
