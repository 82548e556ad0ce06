import pytest
from django.contrib.contenttypes.models import ContentType
from django.db.models.functions import Upper

from cms.opendata import datasets
from cms.opendata.datasets import Column, QuerySetDataset

from .samples import COLUMNS, POINT, ROWS, make_dataset


@pytest.fixture
def registry(monkeypatch):
    monkeypatch.setattr(datasets, "_datasets", {})


@pytest.mark.usefixtures("registry")
def test_registry_keeps_the_order_of_registration():
    second, first = make_dataset(identifier="b"), make_dataset(identifier="a")

    datasets.register(second)
    datasets.register(first)

    assert datasets.datasets() == (second, first)
    assert datasets.find_dataset("a") is first
    assert datasets.find_dataset("c") is None


@pytest.mark.usefixtures("registry")
def test_registry_takes_the_same_dataset_twice_but_no_other_of_its_name():
    dataset = datasets.register(make_dataset())
    datasets.register(dataset)

    with pytest.raises(ValueError, match="registered already"):
        datasets.register(make_dataset())

    assert datasets.datasets() == (dataset,)


@pytest.mark.usefixtures("registry")
def test_registry_refuses_what_is_not_open():
    with pytest.raises(ValueError, match="not open data"):
        datasets.register(make_dataset(licence=None))

    assert datasets.datasets() == ()


@pytest.mark.parametrize("name", ["Name", "created-at", "näkyvä", "1st", "", "a" * 64])
def test_column_name_must_be_snake_case(name):
    with pytest.raises(ValueError, match="snake_case"):
        Column(name, "string", "", "")


def test_column_type_must_be_known():
    with pytest.raises(ValueError, match="unknown type"):
        Column("name", "text", "", "")


def test_dataset_refuses_two_columns_of_one_name():
    with pytest.raises(ValueError, match="twice"):
        make_dataset(columns=(*COLUMNS, COLUMNS[0]))


def make_types_dataset():
    def choose(filters):
        types = ContentType.objects.filter(model__in=["contenttype", "group", "permission"])
        return types.filter(**filters).order_by("-model")

    return QuerySetDataset(
        identifier="types",
        title="",
        description="",
        columns=(
            Column("model", "string", "", ""),
            Column("loud", "string", "", "", source=Upper("model")),
            Column("again", "string", "", "", source="model"),
        ),
        geometry="app_label",
        queryset=choose,
    )


@pytest.mark.django_db
def test_queryset_dataset_gives_the_columns_in_order():
    rows = list(make_types_dataset().rows({"model": "contenttype"}, with_geometry=False))

    assert rows == [("contenttype", "CONTENTTYPE", "contenttype")]


@pytest.mark.django_db
def test_queryset_dataset_gives_the_geometry_last_when_asked():
    rows = list(make_types_dataset().rows({"model": "contenttype"}, with_geometry=True))

    assert rows == [("contenttype", "CONTENTTYPE", "contenttype", "contenttypes")]


@pytest.mark.django_db
def test_queryset_dataset_keeps_the_order():
    rows = make_types_dataset().rows({}, with_geometry=False)

    assert [row[0] for row in rows] == ["permission", "group", "contenttype"]


def test_dataset_of_a_generator_gets_plane_columns_by_itself(db):
    plane = make_dataset().in_plane(3879)

    assert [column.name for column in plane.columns[-2:]] == ["easting", "northing"]
    assert [row[-2:] for row in plane.rows({}, with_geometry=False)] == [
        (25496580.36, 6673003.61),
        *[(None, None)] * 4,
    ]
    (first,) = plane.rows({"park": "the park"}, with_geometry=True)
    assert first == (*ROWS[0][:-1], 25496580.36, 6673003.61, POINT)


def test_dataset_of_a_generator_keeps_its_order_over_batches(db, monkeypatch):
    monkeypatch.setattr(datasets, "FETCH_SIZE", 2)

    plane = make_dataset().in_plane(3067)

    assert [row[:-2] for row in plane.rows({}, with_geometry=False)] == [row[:-1] for row in ROWS]
    assert [row[:-1] for row in make_dataset().binary_rows({}, 3067)] == [row[:-1] for row in ROWS]


@pytest.mark.parametrize(
    "changes",
    [{"geometry": None}, {"columns": (*COLUMNS, Column("northing", "number", "", ""))}],
    ids=["without a place", "with a column of that name"],
)
def test_dataset_has_no_plane_columns(changes):
    assert make_dataset(**changes).in_plane(3879) is None
