from django.urls import path

from tequio.apps.thread import views

app_name = "thread"
urlpatterns = [
    path("", views.whole, name="whole"),
    path("hilo.json", views.as_json, name="json"),
    path("hilo.graphml", views.as_graphml, name="graphml"),
    path("<int:knot>/", views.knot, name="knot"),
]
