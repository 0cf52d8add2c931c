from django.urls import re_path

from tequio.apps.files import views

app_name = "files"
urlpatterns = [re_path(r"^(?P<sha256>[0-9a-f]{64})/$", views.file, name="file")]
