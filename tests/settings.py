"""The product's own settings, with a folder of data that goes away and an e-mail box in memory."""

import atexit
import os
import shutil
import tempfile

# Each process has a folder of its own, those of pytest-xdist too: they must not see each other's files.
os.environ["TEQUIO_DATA"] = tempfile.mkdtemp(prefix="tequio-test-")
os.environ.setdefault("TEQUIO_SECRET_KEY", "only-for-tests")

from tequio.project.settings import *  # noqa: F403

atexit.register(shutil.rmtree, os.environ["TEQUIO_DATA"], ignore_errors=True)
ALLOWED_HOSTS = ["*"]
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
SECOND_FACTOR = "offered"  # tests of the second factor ask for it themselves
