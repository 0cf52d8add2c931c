"""Images that people send, made again from their pixels alone: no place, no device, no date, nothing hidden in them."""

from tequio.formats.images.checking import CheckedImage, ImageLimits, checked_image

__all__ = ["CheckedImage", "ImageLimits", "checked_image"]
