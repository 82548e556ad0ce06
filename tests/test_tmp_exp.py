import pytest
from tests.factories.surveys import make_survey
from mapsurveys.models import SurveyTranslation
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
def test_a():
    s = make_survey("x")
    show=lambda m: print(m, list(SurveyTranslation.objects.values_list("language_code","title")))
    show("0")
    n = s.get_latest_revision_as_object()
    n.set_translation("fi", title="SECRET"); show("1")
    n.save_revision(); show("2")
    s.save(); show("3")
    assert 0
