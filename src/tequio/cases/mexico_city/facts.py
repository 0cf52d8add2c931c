"""The documented half of the case: nothing here is made up. Every statement names the place it comes from."""

from dataclasses import dataclass
from functools import cache

from tequio.cases.mexico_city.contradictions import Contradiction
from tequio.cases.mexico_city.process import Process
from tequio.cases.mexico_city.reading import load, load_all
from tequio.cases.mexico_city.template import Template
from tequio.cases.mexico_city.territories import Territories


@dataclass(frozen=True, slots=True)
class Facts:
    territories: Territories
    process: Process
    contradictions: tuple[Contradiction, ...]

    def contradictions_about(self, key: str) -> tuple[Contradiction, ...]:
        return tuple(each for each in self.contradictions if key in each.concerns)


@cache
def facts() -> Facts:
    return Facts(
        territories=load(Territories, "territories.yaml"),
        process=load(Process, "process.yaml"),
        contradictions=load_all(Contradiction, "contradictions.yaml"),
    )


@cache
def template() -> Template:
    return load(Template, "template.yaml")
