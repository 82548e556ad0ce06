import pytest

from cms.opendata.datasets import Column
from cms.opendata.families import Bundle, DatasetFamily
from cms.opendata.writers import find_writer, writers_for

from .samples import COLUMNS, make_bundle, make_dataset


def test_bundle_is_had_in_formats_of_several_tables():
    assert [writer.extension for writer in writers_for(make_bundle())] == ["xlsx", "gpkg", "zip"]


def test_bundle_without_places_is_no_geopackage():
    bundle = make_bundle(datasets=(make_dataset(geometry=None),))

    assert find_writer(bundle, "gpkg") is None


@pytest.mark.parametrize(
    "identifiers", [(), ("same", "same"), ("a-b", "a_b")], ids=["none", "twice", "the same as layers"]
)
def test_bundle_needs_datasets_of_different_identifiers(identifiers):
    with pytest.raises(ValueError, match="different identifiers"):
        make_bundle(datasets=tuple(make_dataset(identifier=each) for each in identifiers))


def test_bundle_gets_plane_coordinates_where_rows_have_places():
    moved = make_bundle().in_plane(3879)

    assert [len(table.columns) - len(COLUMNS) for table in moved.tables] == [0, 2, 2]
    assert (moved.identifier, moved.filters) == ("survey", moved.filters)


def test_bundle_without_places_has_no_plane_coordinates():
    assert make_bundle(datasets=(make_dataset(geometry=None),)).in_plane(3879) is None


@pytest.mark.parametrize("identifier", ["Survey", "survey answers", "../x", "1st", "", "a" * 64, "kysely-ä"])
@pytest.mark.parametrize("kind", [make_dataset, make_bundle])
def test_identifier_must_fit_addresses_and_files(kind, identifier):
    with pytest.raises(ValueError, match="Identifier"):
        kind(identifier=identifier)


def test_family_identifier_must_fit_addresses():
    with pytest.raises(ValueError, match="Identifier"):
        DatasetFamily(identifier="Å", title="", description="", filters=(), build=dict)


def test_column_titles_may_be_anybodys_own_words():
    column = Column("q1", "string", 'Mitä "toivot"?', "")

    assert Bundle(identifier="b", title="B", description="", datasets=(make_dataset(columns=(column,)),)).tables[
        0
    ].columns == (column,)
