"""The custom properties of the style sheet in each scheme, and the contrast between two of them.

Contrast: WCAG 2.2, "relative luminance" and "contrast ratio".
"""

import re
from pathlib import Path

CSS = Path(__file__).parents[2] / "src/tequio/web/static/tequio/tequio.css"
PROPERTY = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6});")


def layer(name: str) -> str:
    """The text of the first block of a cascade layer."""
    css = CSS.read_text(encoding="utf-8")
    start = css.index(f"@layer {name} {{")
    depth = 0
    for place in range(start, len(css)):
        depth += {"{": 1, "}": -1}.get(css[place], 0)
        if css[place] == "}" and depth == 0:
            return css[start : place + 1]
    raise AssertionError(f"layer {name} is never closed")


def schemes() -> dict[str, dict[str, str]]:
    light, dark = layer("tokens").split("@media (prefers-color-scheme: dark)")
    first = dict(PROPERTY.findall(light))
    return {"light": first, "dark": first | dict(PROPERTY.findall(dark))}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
