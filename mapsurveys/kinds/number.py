"""A number, whole or with decimals."""

from decimal import Decimal, InvalidOperation
from typing import Annotated, ClassVar, Literal

from django import forms
from django.utils import formats
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from pydantic import Field

from mapsurveys.kinds.base import AnswerColumn, Question, Setting, compare
from mapsurveys.rules import Test
from mapsurveys.texts import Texts

#: Beyond this a float no longer tells whole numbers apart.
GREATEST = 10**15


def read_number(text: str) -> Decimal:
    """A number as people write it: spaces between thousands, comma or point before decimals.

    Raises ValueError.
    """
    plain = "".join(text.split()).replace("\u2212", "-").replace(",", ".")
    try:
        number = Decimal(plain)
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite() or abs(number) > GREATEST:
        raise ValueError(text)
    return number


class NumberField(forms.Field):
    """Cleans to an int or, where decimals are allowed, a float; None where there is none.

    Raises ValidationError with the limits in the reader's language. Refused text is shown again as it was typed.
    """

    default_error_messages = {
        "invalid": _("Write a number, such as 12."),
        "decimals": _("Write a whole number, without decimals."),
        "min": _("Write a number that is at least %(limit)s."),
        "max": _("Write a number that is at most %(limit)s."),
    }

    def __init__(self, *, decimals: bool, least: float | None, most: float | None, **kwargs):
        super().__init__(**kwargs)
        self.decimals, self.least, self.most = decimals, least, most

    def to_python(self, value):
        if value in self.empty_values or not str(value).strip():
            return None
        try:
            number = read_number(str(value))
        except ValueError:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from None
        whole = number == number.to_integral_value()
        if not whole and not self.decimals:
            raise forms.ValidationError(self.error_messages["decimals"], "decimals")
        return int(number) if whole else float(number)

    def validate(self, value):
        super().validate(value)
        for code, limit, broken in (
            ("min", self.least, value is not None and self.least is not None and value < self.least),
            ("max", self.most, value is not None and self.most is not None and value > self.most),
        ):
            if broken:
                raise forms.ValidationError(self.error_messages[code], code, {"limit": number_in_words(limit)})

    def prepare_value(self, value):
        return number_in_words(value) if isinstance(value, int | float) else value


def number_in_words(number: float) -> str:
    """A number in the reader's notation, with only the decimals that it has."""
    plain = int(number) if float(number).is_integer() else number
    return formats.number_format(plain, use_l10n=True, force_grouping=abs(number) >= 10_000)


class Number(Question):
    kind: Literal["number"] = "number"
    least: Annotated[float | None, Setting(_("Smallest"))] = None
    most: Annotated[float | None, Setting(_("Greatest"))] = None
    decimals: Annotated[bool, Setting(_("Decimals are allowed"))] = False
    unit: Annotated[Texts, Setting(_("Unit"), _("Shown after the number, such as km or years."))] = Field(
        default_factory=dict
    )

    title: ClassVar = _("Number")
    description: ClassVar = _("A number, with limits if needed.")
    icon: ClassVar = "order"
    template: ClassVar = "mapsurveys/questions/number.html"
    summary: ClassVar = "numbers"
    tests: ClassVar = (Test.ANSWERED, Test.EQUALS, Test.AT_LEAST, Test.AT_MOST)

    def field(self):
        inputmode = "decimal" if self.decimals else "numeric"
        if self.least is None or self.least < 0:
            inputmode = "text"  # the numeric keyboards of phones lack the minus sign
        return NumberField(
            required=self.required,
            decimals=self.decimals,
            least=self.least,
            most=self.most,
            widget=forms.TextInput(attrs={"inputmode": inputmode, "autocomplete": "off"}),
        )

    def meets(self, condition, answer):
        return answer is not None if condition.test == Test.ANSWERED else compare(condition, answer)

    def in_words(self, answer, language=None):
        unit = str(self.translated("unit", language))
        return f"{number_in_words(answer)} {unit}".strip()

    def columns(self):
        return [AnswerColumn("", "number" if self.decimals else "integer", str(self.translated("unit")), lambda n: n)]

    def problems(self):
        if self.least is not None and self.most is not None and self.least > self.most:
            yield gettext("The smallest number is greater than the greatest.")
