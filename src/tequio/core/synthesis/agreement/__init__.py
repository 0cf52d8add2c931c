"""How far several coders agree beyond chance. Agreement is not validity: coders may agree and all be wrong."""

from tequio.core.synthesis.agreement.alpha import alpha
from tequio.core.synthesis.agreement.kappa import kappa
from tequio.core.synthesis.agreement.ratings import Ratings, array_ratings, ratings
from tequio.core.synthesis.agreement.report import Agreement, agreement, to_json
from tequio.core.synthesis.agreement.shares import ac1, observed
from tequio.core.synthesis.agreement.unitised import Unitised, UnitisedCode, unitised
from tequio.core.synthesis.levels import Level, Measure

__all__ = [
    "Agreement",
    "Level",
    "Measure",
    "Ratings",
    "Unitised",
    "UnitisedCode",
    "ac1",
    "agreement",
    "alpha",
    "array_ratings",
    "kappa",
    "observed",
    "ratings",
    "to_json",
    "unitised",
]
