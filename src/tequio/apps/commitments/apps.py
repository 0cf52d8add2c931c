from django.apps import AppConfig


class Config(AppConfig):
    name = "tequio.apps.commitments"
    label = "commitments"
