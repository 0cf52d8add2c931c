"""The product's own settings, with a folder of data that goes away and an e-mail box in memory."""

import os
import tempfile

os.environ.setdefault("TEQUIO_DATA", tempfile.mkdtemp(prefix="tequio-test-"))
os.environ.setdefault("TEQUIO_SECRET_KEY", "only-for-tests")

from tequio.project.settings import *  # noqa: F403

ALLOWED_HOSTS = ["*"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
SECOND_FACTOR = "offered"  # tests of the second factor ask for it themselves
