"""The formats in which datasets are served. A new format is a new module here and a line in WRITERS."""

from cms.opendata.writers.comma_separated import CsvWriter
from cms.opendata.writers.data_package import DataPackageWriter
from cms.opendata.writers.geojson import GeoJSONWriter
from cms.opendata.writers.geopackage import GeoPackageWriter
from cms.opendata.writers.json_lines import JSONLinesWriter
from cms.opendata.writers.spreadsheet import XlsxWriter

WRITERS = (
    CsvWriter(),
    XlsxWriter(),
    GeoJSONWriter(),
    GeoPackageWriter(),
    JSONLinesWriter(),
    DataPackageWriter(),
)


def writers_for(dataset):
    """The writers that can serve the dataset or bundle, in the order in which they are offered."""
    return tuple(writer for writer in WRITERS if writer.serves(dataset))


def writers_of(family):
    """The writers of the formats that a family lists."""
    return tuple(writer for writer in WRITERS if writer.extension in family.formats)


def find_writer(dataset, extension):
    """The writer of that file extension, or None where the dataset is not served so."""
    return next((writer for writer in writers_for(dataset) if writer.extension == extension), None)
