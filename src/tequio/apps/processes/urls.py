from django.urls import path

from tequio.apps.processes import views

app_name = "processes"
urlpatterns = [
    path("", views.index, name="list"),
    path("<slug:process>/", views.detail, name="detail"),
]
