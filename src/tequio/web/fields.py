"""Form fields that every app uses, drawn by our own templates."""

from typing import Any

from django import forms
from django.conf import settings
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from tequio.web.uploads import TooLarge


class Renderer(TemplatesSetting):
    form_template_name = "components/form.html"
    field_template_name = "components/field.html"


class LocalizedWidget(forms.MultiWidget):
    """One box per language, each marked with the language it is in."""

    template_name = "components/localized.html"
    use_fieldset = True

    def __init__(self, *, lines: int = 1) -> None:
        one = forms.TextInput if lines == 1 else forms.Textarea
        attributes = {} if lines == 1 else {"rows": lines}
        super().__init__({code: one({**attributes, "lang": code}) for code, _name in settings.LANGUAGES})

    def decompress(self, value: dict[str, str] | None) -> list[str]:
        return [(value or {}).get(code, "") for code, _name in settings.LANGUAGES]


class LocalizedField(forms.MultiValueField):
    """A text in Spanish, English or both: {"es": …, "en": …}; one of the two is enough."""

    def __init__(self, *, lines: int = 1, max_length: int = 300, required: bool = True, **options: Any) -> None:
        parts = tuple(forms.CharField(required=False, max_length=max_length) for _code in settings.LANGUAGES)
        options["widget"] = LocalizedWidget(lines=lines)
        super().__init__(parts, required=required, require_all_fields=False, **options)

    def compress(self, values: list[str]) -> dict[str, str]:
        codes = (code for code, _name in settings.LANGUAGES)
        return {code: value.strip() for code, value in zip(codes, values, strict=False) if value and value.strip()}


class WholeNumber(forms.IntegerField):
    def __init__(self, *, least: int = 0, most: int = 100_000, **options: Any) -> None:
        super().__init__(min_value=least, max_value=most, **options)


class DateField(forms.DateField):
    """Typed or picked; 2026-11-22 and 22/11/2026 are both read."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"], **options)


class FileField(forms.FileField):
    """A file of at most `settings.UPLOAD_MB`, refused in words when it is larger or empty."""

    default_error_messages = {
        "empty": _("This file is empty. Choose another one."),
        "missing": _("Choose a file."),
        "too_large": _("The file is larger than %(limit)s MB and did not come in. Choose a smaller one or split it."),
    }

    def to_python(self, data: Any) -> Any:
        if isinstance(data, TooLarge):
            raise forms.ValidationError(self.error_messages["too_large"], "too_large", {"limit": settings.UPLOAD_MB})
        return super().to_python(data)
