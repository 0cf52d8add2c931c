"""What the child process does to an image: opens it as one of three formats, and saves its pixels anew."""

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

# The plugins are imported here because nothing can be once the fences are up; TIFF's reads the turn of a photograph.
from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin, TiffImagePlugin, WebPImagePlugin  # noqa: F401

from tequio.core.refusals import Refusal

FORMATS = ("PNG", "JPEG", "WEBP")
SAVED_AS = {"JPEG": {"quality": 82, "optimize": True, "progressive": True}, "WEBP": {"quality": 82, "method": 4}}
BROKEN = (OSError, ValueError, TypeError, LookupError, SyntaxError, EOFError, ArithmeticError, RuntimeError)


def prepare(source: BinaryIO) -> None:  # noqa: ARG001 (the same for every image)
    Image.preinit()
    Image.MAX_IMAGE_PIXELS = None  # counted below, before any pixel is read


def work(source: BinaryIO, options: dict[str, int]) -> Iterator[list[object]]:
    try:
        yield _made_again(source, options)
    except BROKEN as error:
        raise Refusal("image.damaged") from error


def _made_again(source: BinaryIO, options: dict[str, int]) -> list[object]:
    image = Image.open(source, formats=FORMATS)
    if image.width * image.height > options["pixels"]:
        raise Refusal("image.too_many_pixels", limit=options["pixels"] // 1_000_000)
    form = "JPEG" if image.format == "JPEG" else "WEBP"
    image.draft("RGB", (options["width"], options["width"]))
    upright = _plain(ImageOps.exif_transpose(image))
    upright.thumbnail((options["width"], options["height"]), Image.Resampling.LANCZOS)
    upright.info = {}  # comments, profiles and the like would be saved with it
    out = BytesIO()
    upright.save(out, form, **SAVED_AS[form])
    return [f"image/{form.lower()}", upright.width, upright.height, b64encode(out.getvalue()).decode()]


def _plain(image: Image.Image) -> Image.Image:
    return image.convert("RGBA" if image.has_transparency_data else "RGB")
