"""Small real images, drawn for the test that asks for them."""

from io import BytesIO

from PIL import Image


def picture(colour: str = "purple", form: str = "PNG") -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, form)
    return out.getvalue()
