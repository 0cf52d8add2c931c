"""Tells the thread which contributions are counted and not shown."""

from django.db import migrations


def tell(apps, schema_editor) -> None:  # type: ignore[no-untyped-def]
    kept = apps.get_model("contributions", "Contribution").objects.filter(shown=False)
    knots = apps.get_model("thread", "Knot").objects.filter(kind="contribution")
    knots.filter(object_id__in=kept.values("pk")).update(shown=False)


class Migration(migrations.Migration):
    dependencies = [("contributions", "0002_search"), ("thread", "0002_shown")]
    operations = [migrations.RunPython(tell, migrations.RunPython.noop)]
