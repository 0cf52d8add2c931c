import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from tequio.core.refusals import Refusal
from tequio.formats.images import ImageLimits, checked_image
from tequio.formats.images.child import work
from tests.formats.refusing import refused

RED, BLUE = (200, 30, 30), (30, 30, 200)
OPTIONS = {"pixels": 24_000_000, "width": 1_280, "height": 4_096}


def drawn(size=(60, 40), mode="RGB"):
    """A red image whose left third is blue."""
    image = Image.new("RGB", size, RED)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1]), fill=BLUE)
    return image.convert(mode)


def saved(image, form, **options):
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def seen(checked):
    return Image.open(BytesIO(checked.data))


def png(width, height, *chunks):
    """A PNG by hand, with whatever it claims to be."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", header), *chunks, (b"IEND", b"")]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("form", "mime"),
    [("JPEG", "image/jpeg"), ("PNG", "image/webp"), ("WEBP", "image/webp")],
    ids=["jpeg", "png", "webp"],
)
def test_an_image_is_made_again_in_a_form_that_browsers_show(form, mime):
    checked = checked_image(saved(drawn(), form))

    again = seen(checked)
    assert (checked.mime, checked.width, checked.height, again.size, again.get_format_mimetype()) == (
        mime,
        60,
        40,
        (60, 40),
        mime,
    )


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16"])
def test_every_way_of_keeping_pixels_is_read(mode):
    image = drawn().convert("L").convert("I;16") if mode == "I;16" else drawn(mode=mode)

    checked = checked_image(saved(image, "JPEG" if mode == "CMYK" else "PNG"))

    assert seen(checked).mode == "RGB"


def test_transparency_stays():
    image = drawn(mode="RGBA")
    image.putalpha(Image.new("L", image.size, 0))

    assert seen(checked_image(saved(image, "PNG"))).getpixel((5, 5))[3] == 0


def test_large_images_are_made_smaller_in_proportion():
    wide = checked_image(saved(drawn((2560, 100)), "PNG"))
    high = checked_image(saved(drawn((100, 8192)), "JPEG"))

    assert [(image.width, image.height) for image in (wide, high)] == [(1280, 50), (50, 4096)]


def test_nothing_is_left_of_where_when_and_with_what_it_was_taken():
    exif = Image.Exif()
    exif[0x010F] = "Telefono de Ana"
    exif.get_ifd(0x8825).update({1: "N", 2: (19.0, 25.0, 0.0)})
    notes = PngInfo()
    notes.add_text("Author", "Telefono de Ana")
    hidden = {"exif": exif, "icc_profile": b"Telefono de Ana" * 9, "xmp": b"<x>Telefono de Ana</x>"}
    photographs = [
        saved(drawn(), "JPEG", **hidden, comment=b"Telefono de Ana"),
        saved(drawn(), "PNG", exif=exif, icc_profile=hidden["icc_profile"], pnginfo=notes),
        saved(drawn(), "WEBP", **hidden),
    ]

    made = [checked_image(photograph) for photograph in photographs]

    private = {"exif", "icc_profile", "xmp", "comment", "Author"}
    told = [(b"Ana" in image.data, dict(seen(image).getexif()), private & set(seen(image).info)) for image in made]
    assert ([b"Telefono" in photograph for photograph in photographs], told) == ([True] * 3, [(False, {}, set())] * 3)


def test_a_photograph_that_was_held_sideways_is_upright():
    exif = Image.Exif()
    exif[0x0112] = 6

    upright = seen(checked_image(saved(drawn(), "JPEG", exif=exif, quality=95)))

    top, bottom = upright.getpixel((20, 3)), upright.getpixel((20, 57))
    assert (upright.size, top[2] > top[0], bottom[0] > bottom[2]) == ((40, 60), True, True)


def test_what_follows_an_image_in_its_file_does_not_follow_it_here():
    checked = checked_image(saved(drawn(), "JPEG") + b"<script>alert(1)</script>")

    assert b"script" not in checked.data


def test_of_an_animation_the_first_picture_is_kept():
    frames = [drawn(), drawn().rotate(180)]

    checked = checked_image(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100))

    pixel = seen(checked).getpixel((5, 20))
    assert (getattr(seen(checked), "n_frames", 1), pixel[2] > pixel[0]) == (1, True)


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"PK\x03\x04", b"BM" * 50]
)
def test_other_files_are_no_images(data):
    assert refused(checked_image, data) == ("image.not_an_image", {})


@pytest.mark.parametrize(
    "data",
    [
        saved(drawn(), "JPEG")[:300],
        saved(drawn((300, 300)), "WEBP")[:60],
        b"\xff\xd8\xff" + b"x" * 100,
        b"\x89PNG\r\n\x1a\n",
        b"RIFF\0\0\0\0WEBP" + bytes(100),
        png(10, 10),
        png(10, 10, (b"IDAT", b"not deflated")),
    ],
)
def test_images_that_cannot_be_read_are_damaged(data):
    assert refused(checked_image, data) == ("image.damaged", {})


def test_images_that_are_too_large_are_refused():
    heavy = refused(checked_image, b"\xff\xd8\xff" + bytes(10_000_000))
    wide = refused(checked_image, png(60_000, 60_000, (b"IDAT", zlib.compress(bytes(1000)))))

    assert (heavy, wide) == (("image.too_large", {"limit_mb": 10}), ("image.too_many_pixels", {"limit": 24}))


def test_a_text_that_unpacks_without_end_is_damage():
    bomb = (b"zTXt", b"note\0\0" + zlib.compress(bytes(100_000_000)))

    assert refused(checked_image, png(10, 10, bomb)) == ("image.damaged", {})


def test_more_memory_than_allowed_is_too_heavy():
    image = saved(Image.new("RGB", (4_000, 4_000)), "PNG")

    assert refused(checked_image, image, ImageLimits(memory_mb=120)) == ("image.too_heavy", {})


def test_what_was_made_again_can_be_made_again():
    once = checked_image(saved(drawn(), "PNG"))

    twice = checked_image(once.data)

    assert (twice.mime, twice.width, twice.height) == (once.mime, once.width, once.height)


GOOD = [saved(drawn((16, 16)), form) for form in ("JPEG", "PNG", "WEBP")]


@settings(deadline=None)
@given(st.sampled_from(GOOD), st.data())
def test_an_image_with_a_spoilt_byte_is_made_again_or_refused(whole, data):
    spoilt = bytearray(whole)
    spoilt[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Image, "MAX_IMAGE_PIXELS", None)
        try:
            ((found, *_),) = work(BytesIO(bytes(spoilt)), OPTIONS)
        except Refusal as refusal:
            found = refusal.code.split(".")[0]

    assert found.split("/")[0] == "image"
