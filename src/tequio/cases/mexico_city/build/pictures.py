"""Drawings of the screens of a prototype, as somebody might make them on paper: invented, like the prototypes."""

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

PHONE, GAP, TOP, LETTERS = (150, 230), 10, 24, 13
PAPER, INK, THREAD = 0, 1, 2
PALETTE = [255, 253, 247, 28, 25, 23, 91, 38, 140]
STALLS, BUTTON = (58, 40), (50, 22)


def drawn(screens: Sequence[str], *, in_steps: bool) -> bytes:
    """A PNG with a telephone for each screen and its name above: a path in steps, or stalls side by side."""
    width, height = PHONE[0] + GAP, PHONE[1] + TOP + GAP
    paper = Image.new("P", (width * len(screens) + GAP, height), PAPER)
    paper.putpalette(PALETTE)
    pen, letters = ImageDraw.Draw(paper), ImageFont.load_default(LETTERS)
    for place, name in enumerate(screens):
        left = GAP + width * place
        pen.text((left, 4), name, fill=INK, font=letters)
        pen.rounded_rectangle((left, TOP, left + PHONE[0], TOP + PHONE[1]), 12, outline=INK, width=2)
        if in_steps:
            _steps(pen, left, place)
        else:
            _stalls(pen, left)
    found = BytesIO()
    paper.save(found, "PNG", optimize=True)
    return found.getvalue()


def _stalls(pen: ImageDraw.ImageDraw, left: int) -> None:
    for row in range(4):
        for column in range(2):
            x, y = left + 12 + column * (STALLS[0] + 10), TOP + 22 + row * (STALLS[1] + 10)
            pen.rectangle((x, y, x + STALLS[0], y + STALLS[1]), outline=INK, width=2)
            pen.rectangle((x, y, x + STALLS[0], y + 8), fill=THREAD)


def _steps(pen: ImageDraw.ImageDraw, left: int, reached: int) -> None:
    """One question, two buttons, and how far the path has come."""
    for line in range(3):
        pen.line((left + 20, TOP + 50 + line * 14, left + 130 - line * 20, TOP + 50 + line * 14), fill=INK, width=3)
    for button in range(2):
        x, y = left + 20 + button * (BUTTON[0] + 10), TOP + 110
        pen.rounded_rectangle(
            (x, y, x + BUTTON[0], y + BUTTON[1]), 6, fill=THREAD if button == 0 else None, outline=INK
        )
    for dot in range(4):
        x, y = left + 30 + dot * 24, TOP + 190
        pen.ellipse((x, y, x + 12, y + 12), fill=THREAD if dot <= reached else None, outline=INK)
