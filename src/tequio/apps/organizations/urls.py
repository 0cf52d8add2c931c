from django.urls import path

from tequio.apps.organizations import views

app_name = "organizations"
urlpatterns = [
    path("", views.index, name="list"),
    path("nueva/", views.add, name="add"),
    path("<slug:organization>/", views.detail, name="detail"),
    path("<slug:organization>/editar/", views.edit, name="edit"),
    path("<slug:organization>/personas/", views.members, name="members"),
    path("<slug:organization>/confirmar/", views.verify, name="verify"),
]
