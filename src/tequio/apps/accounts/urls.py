from django.urls import path

from tequio.apps.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.home, name="home"),
    path("entrar/", views.sign_in, name="sign_in"),
    path("enlace/<str:token>/", views.by_link, name="by_link"),
    path("salir/", views.sign_out, name="sign_out"),
    path("cerrar-sesiones/", views.close_sessions, name="close_sessions"),
]
