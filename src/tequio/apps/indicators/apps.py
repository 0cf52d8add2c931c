from django.apps import AppConfig


class Config(AppConfig):
    name = "tequio.apps.indicators"
    label = "indicators"
