"""The side of the application: hands an image to a child process and takes back what it made of it."""

from base64 import b64decode
from dataclasses import asdict, dataclass
from typing import cast

from tequio.core.refusals import Refusal
from tequio.formats.confined import Fence, Reason, Stopped, as_file, run

MEGABYTE = 1_000_000
HEADS = ((0, b"\x89PNG\r\n\x1a\n"), (0, b"\xff\xd8\xff"), (8, b"WEBP"))
STOPPED = {Reason.TIME: "image.too_heavy", Reason.MEMORY: "image.too_heavy", Reason.CRASH: "image.damaged"}


@dataclass(frozen=True, slots=True)
class CheckedImage:
    """`width` and `height` in pixels; `data` is the file to keep."""

    mime: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class ImageLimits:
    """What may come in (`bytes`, `pixels`) and how large what goes out may be (`width`, `height`)."""

    bytes: int = 10_000_000
    pixels: int = 24_000_000
    width: int = 1_280
    height: int = 4_096
    seconds: int = 20
    memory_mb: int = 500


LIMITS = ImageLimits()


def checked_image(data: bytes, limits: ImageLimits = LIMITS) -> CheckedImage:
    """Make a PNG, JPEG or WebP image again from its pixels, upright and no larger than the limits.

    A JPEG stays one; the others become WebP; of an animation the first picture is kept. Refuses image.not_an_image,
    image.too_large, image.too_many_pixels, image.damaged and image.too_heavy.
    """
    if len(data) > limits.bytes:
        raise Refusal("image.too_large", limit_mb=limits.bytes // MEGABYTE)
    if not any(data[at:].startswith(head) for at, head in HEADS):
        raise Refusal("image.not_an_image")
    try:
        with as_file(data) as file:
            (message,) = run(
                "tequio.formats.images.child", file, asdict(limits), Fence(limits.seconds, limits.memory_mb)
            )
    except Stopped as stopped:
        raise Refusal(STOPPED[stopped.reason]) from stopped
    mime, width, height, packed = cast("tuple[str, int, int, str]", tuple(message))
    return CheckedImage(mime, width, height, b64decode(packed))
