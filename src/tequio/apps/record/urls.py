from django.urls import path

from tequio.apps.record import views

app_name = "record"
urlpatterns = [
    path("", views.index, name="list"),
    path("registro.csv", views.download, name="download"),
]
