from django.urls import path

from tequio.apps.contributions.views import coming_back, importing, reading, staff, writing

app_name = "contributions"
urlpatterns = [
    path("", reading.index, name="list"),
    path("<int:number>/", reading.detail, name="detail"),
    path("<int:number>/editar/", staff.edit, name="edit"),
    path("decir/", writing.say, name="say"),
    path("decir/listo/", writing.said, name="said"),
    path("volver/", coming_back.come_back, name="return"),
    path("mios/", coming_back.mine, name="mine"),
    path("mios/permisos/", coming_back.consents, name="consents"),
    path("mios/cerrar/", coming_back.close, name="close"),
    path("mios/retirar/", coming_back.withdraw_all, name="withdraw_all"),
    path("mios/<int:number>/corregir/", coming_back.correct, name="correct"),
    path("mios/<int:number>/retirar/", coming_back.withdraw, name="withdraw"),
    path("por-leer/", staff.queue, name="queue"),
    path("capturar/", staff.enter, name="enter"),
    path("importar/", importing.upload, name="import"),
    path("importar/<int:batch>/", importing.preview, name="preview"),
    path("importar/<int:batch>/cancelar/", importing.drop, name="drop"),
    path("importar/<int:batch>/listo/", importing.imported, name="imported"),
    path("importar/<int:batch>/fuera.csv", importing.left_out, name="left_out"),
]
