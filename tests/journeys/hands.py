"""A pair of hands on a small screen: they use what is written there and nothing else, and note what is wrong."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as NotThere

type Words = str | re.Pattern[str]


@dataclass
class Hands:
    """Every page that is met has to fit the screen and to have one heading; `faults` are those that do not."""

    page: Page
    faults: dict[str, str] = field(default_factory=dict)

    def opens(self, address: str) -> None:
        self.page.goto(address)
        self.looks()

    def follows(self, words: Words, *, within: Locator | None = None) -> None:
        self._takes("link", words, within)

    def presses(self, words: Words, *, within: Locator | None = None) -> None:
        self._takes("button", words, within)

    def _takes(self, role: str, words: Words, within: Locator | None) -> None:
        place = within or self.page
        found = place.get_by_role(role, name=words, exact=isinstance(words, str)).first  # type: ignore[arg-type]
        try:
            found.click()
        except NotThere as absent:
            raise AssertionError(f"no {role} “{words}” {self.here()}") from absent
        self.looks()

    def fills(self, label: Words, text: str) -> None:
        self.page.get_by_label(label).fill(text)

    def writes(self, question: str, text: str, *, within: Locator | None = None) -> None:
        """Answer a question that can be answered in several languages, in Spanish."""
        place = within or self.page
        place.get_by_role("group", name=re.compile(f"^{re.escape(question)}")).get_by_label("Español").fill(text)

    def ticks(self, *labels: Words) -> None:
        for label in labels:
            self.page.get_by_label(label).check()

    def picks(self, label: Words, option: str) -> None:
        self.page.get_by_label(label).select_option(label=option)

    def unfolds(self, words: str) -> None:
        self.page.locator("summary", has_text=words).first.click()

    def reads(self) -> str:
        """What the page says to somebody who looks at it."""
        return " ".join(self.page.locator("main").inner_text().split())

    def sees(self, *texts: str) -> None:
        said = self.reads()
        missing = [text for text in texts if text not in said]
        assert missing == [], f"{missing} is not {self.here()}"

    def here(self) -> str:
        return f"on {self.page.url}, which says: {self.reads()[:1500]}"

    @property
    def heading(self) -> str:
        return " ".join(self.page.locator("h1").first.inner_text().split())

    def looks(self) -> None:
        self.page.wait_for_load_state()
        wide = self.page.locator("html").evaluate("page => page.scrollWidth - page.clientWidth")
        headings = self.page.locator("h1").count()
        if wide > 0 or headings != 1:
            self.faults[self.page.url] = f"{wide} px too wide, {headings} headings"
