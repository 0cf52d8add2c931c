"""Finds the pages of staff by following their links, one of each address pattern."""

from collections import deque

from django.urls import Resolver404, resolve
from playwright.sync_api import BrowserContext

from tests.journeys.conftest import Site

LEFT_ALONE = frozenset({"language", "accounts:by_link"})
MOST = 400


def staff_paths(context: BrowserContext, site: Site, start: str = "/cdmx/") -> list[str]:
    """Pages reached by links from the first page, one for each name of an address, in the order found."""
    page, seen, kept = context.new_page(), {start}, {}
    waiting = deque([start, "/cuenta/", "/cdmx/personas/", "/cdmx/editar/"])
    while waiting and len(seen) < MOST:
        path = waiting.popleft()
        name = name_of(path)
        if name is None or name in kept or name in LEFT_ALONE:
            continue
        answer = page.goto(site.url(path)) if not is_download(path) else None
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        kept[name] = path
        links = page.eval_on_selector_all("a[href]", "found => found.map(a => a.href)")
        ours = [link.removeprefix(site.base).split("#")[0] for link in links if link.startswith(site.base)]
        waiting.extend(link for link in dict.fromkeys(ours) if link and link not in seen)
        seen.update(ours)
    return list(kept.values())


def name_of(path: str) -> str | None:
    try:
        return resolve(path.split("?", maxsplit=1)[0]).view_name
    except Resolver404:
        return None


def is_download(path: str) -> bool:
    return (
        path.split("?", maxsplit=1)[0]
        .rstrip("/")
        .endswith((".zip", ".csv", ".xlsx", ".ics", ".json", ".graphml", ".svg", ".txt", ".pdf"))
    )
