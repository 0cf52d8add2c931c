from django.urls import path

from tequio.apps.spaces import views

app_name = "spaces"
urlpatterns = [
    path("", views.home, name="home"),
    path("privacidad/", views.privacy, name="privacy"),
]
