"""Where everything is. Addresses are Spanish in both languages, so a printed address works for everybody."""

from django.urls import include, path

from tequio.apps.publishing.views import front as first_page
from tequio.apps.publishing.views import machines
from tequio.apps.spaces import urls as spaces
from tequio.web import views as web

PROCESS = "<slug:space>/procesos/<slug:process>/"

urlpatterns = [
    path("", include("tequio.apps.spaces.front_urls")),
    path("idioma/<slug:language>/", web.language, name="language"),
    path("estilo/", web.style, name="style"),
    path("salud/", web.health, name="health"),
    path("cuenta/", include("tequio.apps.accounts.urls")),
    path("cuenta/clave/", include("tequio.apps.accounts.library_urls")),
    path("archivos/", include("tequio.apps.files.urls")),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    # The first page of a space shows what the apps above spaces hold, so it is joined to its addresses here.
    path("<slug:space>/", include(([path("", first_page.home, name="home"), *spaces.urlpatterns], "spaces"))),
    path("<slug:space>/registro/", include("tequio.apps.record.urls")),
    path("<slug:space>/territorios/", include("tequio.apps.territories.urls")),
    path("<slug:space>/organizaciones/", include("tequio.apps.organizations.urls")),
    path("<slug:space>/procesos/", include("tequio.apps.processes.urls")),
    path(PROCESS + "hilo/", include("tequio.apps.thread.urls")),
    path(PROCESS + "encuentros/", include("tequio.apps.meetings.urls")),
    path(PROCESS + "aportes/", include("tequio.apps.contributions.urls")),
    path(PROCESS + "temas/", include("tequio.apps.synthesis.urls")),
    path(PROCESS + "soluciones/", include("tequio.apps.solutions.urls")),
    path(PROCESS + "prioridades/", include("tequio.apps.prioritising.urls")),
    path(PROCESS + "compromisos/", include("tequio.apps.commitments.urls")),
    path(PROCESS + "resultado/", include("tequio.apps.publishing.urls")),
]

handler400 = "tequio.web.errors.unreadable"
handler403 = "tequio.web.errors.forbidden"
handler404 = "tequio.web.errors.not_found"
handler500 = "tequio.web.errors.broken"
