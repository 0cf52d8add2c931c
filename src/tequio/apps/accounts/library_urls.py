"""The pages we use of the sign-in library: a code by e-mail, and the second factor. Its password pages are left out."""

from allauth.account import views
from django.urls import include, path
from django.views.generic import RedirectView

to_the_door = RedirectView.as_view(pattern_name="accounts:sign_in")

urlpatterns = [
    path("entrar/", to_the_door, name="account_login"),
    path("registro/", to_the_door, name="account_signup"),
    path("inactiva/", views.account_inactive, name="account_inactive"),
    path("salir/", views.logout, name="account_logout"),
    path("confirmar/", views.reauthenticate, name="account_reauthenticate"),
    path("codigo/", views.request_login_code, name="account_request_login_code"),
    path("codigo/confirmar/", views.confirm_login_code, name="account_confirm_login_code"),
    path("2/", include("allauth.mfa.urls")),
]
