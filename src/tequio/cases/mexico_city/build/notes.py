"""What the documents say of the process, with the place of each statement, and where they disagree."""

from collections.abc import Iterator, Mapping
from typing import Any

from tequio.cases.mexico_city.case import Case
from tequio.cases.mexico_city.contradictions import Contradiction
from tequio.cases.mexico_city.process import Count, Origin, Phase, Process, Result
from tequio.core.localized import Localized, both

type Note = Mapping[str, Any]

PLACES = both(
    "Así se citan los documentos: «000:L127» es la línea 127 del documento 000. El 000 es Marsh y otras (2025), "
    "doi 10.1177/23996544251332070; el 001, Pansera y otras (2023), doi 10.1177/01708406221094194; el 002, el registro "
    "público del proyecto ES/S006710/1.",
    "How the documents are cited: “000:L127” is line 127 of document 000. 000 is Marsh and others (2025), "
    "doi 10.1177/23996544251332070; 001, Pansera and others (2023), doi 10.1177/01708406221094194; 002, the public "
    "record of project ES/S006710/1.",
)
OURS = "Tequio"


def notes(case: Case) -> list[Note]:
    return [*_facts(case), *map(_contradiction, case.facts.contradictions)]


def _facts(case: Case) -> Iterator[Note]:
    told = case.facts.process
    yield _fact(told.limits.text, told.limits.source)
    yield _fact(told.mode.text, told.mode.source)
    yield from (_fact(_phase(phase), _places(phase)) for phase in told.phases)
    yield from (_fact(_count(total), total.source) for total in told.totals)
    yield _fact(_listed("Los talleres trataron de", "The workshops were about", told), told.topics[0].source)
    yield from (_fact(_result(result), result.source) for result in told.results)
    yield from (_fact(_wave(wave.name, wave.n, wave.words), wave.source) for wave in told.waves)
    yield _fact(told.codes.note, OURS)
    yield from (_fact(getattr(case.notices, name), OURS) for name in type(case.notices).__dataclass_fields__)
    yield _fact(PLACES, OURS)


def _fact(text: Localized, source: str) -> Note:
    return {"kind": "fact", "text": dict(text), "source": source}


def _phase(phase: Phase) -> Localized:
    counts = [_count(each) for each in phase.counts]
    told = {
        language: f"{phase.number}. {phase.name[language]}. {phase.period.words[language]}: "
        f"{'; '.join(count[language] for count in counts)}. {phase.outcome[language]}"
        for language in ("es", "en")
    }
    return both(**told)


def _places(phase: Phase) -> str:
    """Each place once, the longest where one holds another."""
    found = dict.fromkeys([phase.source, phase.period.source, *(count.source for count in phase.counts)])
    return "; ".join(found)


def _count(count: Count) -> Localized:
    if count.value is None:
        return count.words
    es, en = (f"{count.value} {count.words[language]}" for language in ("es", "en"))
    if count.origin is not Origin.CALCULATED:
        return both(es, en)
    return both(f"{es} (calculado: {count.formula})", f"{en} (calculated: {count.formula})")


def _listed(es: str, en: str, told: Process) -> Localized:
    topics = [topic.name for topic in told.topics]
    return both(
        f"{es}: {', '.join(name['es'] for name in topics)}.", f"{en}: {', '.join(name['en'] for name in topics)}."
    )


def _result(result: Result) -> Localized:
    """The published fraction with the counts that it could be, never a percentage of our own."""
    could = ", ".join(f"{reading.count}/{reading.of}" for reading in result.readings)
    return both(
        f"{result.claim['es']}: «{result.words['es']}». {result.base['es']} Podría ser {could}.",
        f"{result.claim['en']}: “{result.words['en']}”. {result.base['en']} It could be {could}.",
    )


def _wave(name: Localized, n: int, words: Localized) -> Localized:
    return both(f"{name['es']}: {n}. {words['es']}.", f"{name['en']}: {n}. {words['en']}.")


def _contradiction(found: Contradiction) -> Note:
    return {
        "kind": "contradiction",
        "text": dict(found.title),
        "claims": [{"says": dict(claim.says), "place": claim.place} for claim in found.claims],
        "shows": dict(found.shows),
        "why": dict(found.why),
        "source": OURS,
    }
