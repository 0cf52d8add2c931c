from django.urls import URLPattern

app_name = "prioritising"
urlpatterns: list[URLPattern] = []
