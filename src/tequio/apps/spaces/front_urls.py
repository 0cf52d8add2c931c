"""Before any space: the front door and the first run."""

from django.urls import path

from tequio.apps.spaces import views

app_name = "front"
urlpatterns = [
    path("", views.front, name="home"),
    path("instalar/", views.setup, name="setup"),
]
