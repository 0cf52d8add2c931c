"""No table has a place for what could hurt somebody who takes part, and a visit leaves no trace of the device."""

import re

from django.apps import apps
from django.db import connection

FORBIDDEN = re.compile(
    r"(^|_)(curp|rfc|ine|clave_elector|phone|telephone|telefono|celular|ip|address|user_agent|birth|latitude|longitude)(_|$)"
)
ABOUT_PEOPLE = {"processes.Participant", "contributions.Contribution", "prioritising.Ballot", "solutions.Response"}


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("tequio.")]


def test_no_column_is_made_for_what_we_promise_not_to_hold():
    found = [
        f"{model._meta.label}.{field.name}"
        for model in ours()
        for field in model._meta.fields
        if FORBIDDEN.search(field.name)
    ]

    assert found == []


def test_those_who_take_part_have_no_name_and_no_mail():
    found = [
        f"{model._meta.label}.{field.name}"
        for model in ours()
        if model._meta.label in ABOUT_PEOPLE
        for field in model._meta.fields
        if field.name in {"name", "email", "person", "user"}
    ]

    assert found == []


def every_text_of_the_database():
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from (str(value) for row in cursor.fetchall() for value in row)


def test_a_visit_leaves_neither_address_nor_device_behind(cast, client, caplog):
    marks = {"REMOTE_ADDR": "203.0.113.77", "HTTP_USER_AGENT": "UA-mark-7f3a", "HTTP_X_FORWARDED_FOR": "203.0.113.78"}

    for path in (
        "/red/",
        "/red/procesos/parque/",
        "/red/procesos/parque/aportes/decir/",
        "/no/hay/nada/",
        "/red/?q=secreto-9",
    ):
        client.get(path, **marks)
        client.post(path, {"body": "hola"}, **marks)

    kept = " ".join(every_text_of_the_database()) + caplog.text
    assert [mark for mark in ("203.0.113.7", "UA-mark-7f3a", "secreto-9") if mark in kept] == []
