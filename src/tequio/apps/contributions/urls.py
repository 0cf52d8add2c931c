from django.urls import path

from tequio.apps.contributions.views import reading

app_name = "contributions"
urlpatterns = [
    path("", reading.index, name="list"),
]
