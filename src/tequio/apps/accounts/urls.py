from django.urls import path

from tequio.apps.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.home, name="home"),
    path("entrar/", views.sign_in, name="sign_in"),
]
