"""Every interface string is translated, and no public page shows one in English to those who read another language."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment, Doctype
from django.conf import settings
from django.utils.translation import to_locale

from tests.factories import NOON, WEEK, make_area, make_comment, make_hearing, make_label

ROOT = Path(settings.BASE_DIR)
SOURCES = ["cms", "hearings", "mapsurveys", "templates"]
ENTRY = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$')


def catalogues() -> dict[str, Path]:
    codes = [code for code, _name in settings.LANGUAGES if code != "en"]
    return {code: ROOT / "locale" / to_locale(code) / "LC_MESSAGES" / "django.po" for code in codes}


def entries(path: Path) -> list[dict]:
    """The messages of a .po file, without its header and those that are not used any more."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        entry, key = {"flags": ""}, None
        for line in block.splitlines():
            if line.startswith("#,"):
                entry["flags"] += line
            elif match := ENTRY.match(line):
                key = match[1]
                entry[key] = match[2]
            elif line.startswith('"') and key:
                entry[key] += line[1:-1]
        if entry.get("msgid"):
            found.append(entry)
    return found


def identity(entry) -> tuple[str, str]:
    return entry.get("msgctxt", ""), entry["msgid"]


def placeholders(text: str) -> list[str]:
    return sorted(set(re.findall(r"%\(\w+\)[sd]|\{\w+\}", text)))


@pytest.mark.parametrize("code", catalogues())
def test_catalogue_is_complete(code):
    found = entries(catalogues()[code])
    assert found
    assert [entry["msgid"] for entry in found if "fuzzy" in entry["flags"]] == []
    empty = [entry["msgid"] for entry in found for key, text in entry.items() if key.startswith("msgstr") and not text]
    assert empty == []


def test_english_catalogue_says_what_the_source_says():
    found = entries(ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po")
    assert {identity(entry) for entry in found} == {identity(entry) for entry in entries(catalogues()["fi"])}
    assert [entry["msgid"] for entry in found if "fuzzy" in entry["flags"]] == []
    singular = [entry for entry in found if "msgid_plural" not in entry]
    assert [entry["msgid"] for entry in singular if entry["msgstr"] != entry["msgid"]] == []
    plural = [entry for entry in found if "msgid_plural" in entry]
    forms = [(entry["msgstr[0]"], entry["msgstr[1]"]) for entry in plural]
    assert forms == [(entry["msgid"], entry["msgid_plural"]) for entry in plural]


@pytest.mark.parametrize("code", catalogues())
def test_translations_keep_placeholders(code):
    """A plural form for one may leave its number out; nothing may name what the message does not give."""
    wrong = []
    for entry in entries(catalogues()[code]):
        known = placeholders(entry["msgid"] + entry.get("msgid_plural", ""))
        forms = [text for key, text in entry.items() if key.startswith("msgstr")]
        if any(set(placeholders(text)) - set(known) for text in forms):
            wrong.append(entry["msgid"])
        if "msgid_plural" not in entry and placeholders(forms[0]) != known:
            wrong.append(entry["msgid"])
    assert wrong == []


@pytest.fixture(scope="session")
def extracted(tmp_path_factory) -> set[tuple[str, str]]:
    """What `makemessages` finds in the sources now, in a copy of the tree."""
    copy = tmp_path_factory.mktemp("tree")
    for name in SOURCES:
        ignored = shutil.ignore_patterns("static", "__pycache__", "migrations", "illustrations", "content")
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    (copy / "locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "fi", "--verbosity", "0"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)  # noqa: S603 - our own command
    return {identity(entry) for entry in entries(copy / "locale" / "fi" / "LC_MESSAGES" / "django.po")}


@pytest.mark.parametrize("code", catalogues())
def test_catalogue_is_fresh(code, extracted):
    known = {identity(entry) for entry in entries(catalogues()[code])}
    assert sorted(extracted - known) == []
    assert sorted(known - extracted) == []


# --- Pages -----------------------------------------------------------------------------------------------


@pytest.fixture
def everything(clock, site):
    """Each kind of thing that a public page can show, with texts of its own in every language."""
    codes = [code for code, _name in settings.LANGUAGES]
    texts = {code: {"title": f"[{code}]", "abstract": f"[{code}]"} for code in codes}
    labels = [make_label(**{code.replace("-", "_"): f"[{code}]" for code in codes})]
    make_area("area", (24.90, 60.10, 24.95, 60.18), **{code.replace("-", "_"): f"[{code}]" for code in codes})
    hours = {
        "open": {},
        "upcoming": {"open_at": NOON + WEEK, "close_at": NOON + 2 * WEEK},
        "closed": {"open_at": NOON - 2 * WEEK, "close_at": NOON - WEEK},
    }
    for slug, fields in hours.items():
        hearing = make_hearing(slug=slug, sections=["main", "part", "scenario", "closure"], texts=texts, **fields)
        hearing.labels.set(labels)
        for section in hearing.sections.all():
            for code in codes:
                section.set_translation(code, title=f"[{code}]", abstract=f"[{code}]", body=[])
            section.save()
        hearing.save()
        section = hearing.sections.first()
        for number in range(25):
            comment = make_comment(section, text=f"[{number}]", place="POINT(24.95 60.18)")
        make_comment(section, text="[x]", parent=comment, edited_at=NOON)
        make_comment(section, state="hidden", hidden_reason="spam")
        make_comment(section, state="withdrawn")
    return comment


def public_pages(client, language, comment) -> dict[str, bytes]:
    gets = [
        "",
        "hearings/",
        "hearings/?q=zzz",
        "hearings/?status=nonsense&bbox=a",
        *(f"hearings/{slug}/" for slug in ("open", "upcoming", "closed")),
        *(f"hearings/{slug}/comments/" for slug in ("open", "upcoming", "closed")),
        "hearings/open/comments/?page=2&order=oldest",
        f"hearings/closed/comments/?reply_to={comment.pk}",
        "receipts/",
        "receipts/?code=",
        "receipts/ABCD-ABCD-ABCD/",
        "open-data/",
        "nothing/",
    ]
    pages = {address: client.get(f"/{language}/{address}") for address in gets}
    menu = BeautifulSoup(pages[""].content, "html.parser").select(".main-menu a, footer a[href^='/']")
    pages |= {link["href"]: client.get(link["href"]) for link in menu}
    section = str(comment.hearing.__class__.objects.get(slug="open").sections.first().pk)
    posts = {
        "empty": ("hearings/open/comments/", {"section": ""}),
        "bad place": ("hearings/open/comments/", {"section": section, "geometry": "x"}),
        "closed": ("hearings/closed/comments/", {"section": section, "text": "[x]"}),
        "sent": ("hearings/open/comments/", {"section": section, "text": "[x]"}),
    }
    for name, (address, fields) in posts.items():
        pages[name] = client.post(f"/{language}/{address}", fields, follow=True)
    return {name: page.content for name, page in pages.items()}


def shown_strings(content: bytes):
    """Texts that a reader sees or hears: text nodes, and attributes that are read aloud."""
    page = BeautifulSoup(content, "html.parser")
    for tag in page.select("script, style, code, .languages"):
        tag.decompose()
    for text in page.find_all(string=True):
        if not isinstance(text, Comment | Doctype) and text.strip():
            yield " ".join(text.split())
    for tag in page.find_all(True):
        for name in ("aria-label", "title", "alt", "placeholder", "data-copied", "content", "value"):
            if name in tag.attrs and (name != "value" or tag.get("type") == "submit"):
                yield " ".join(str(tag[name]).split())


def english(entry) -> re.Pattern:
    """Matches the message as a whole, with anything where values stand and its markup taken away."""
    words = BeautifulSoup(entry["msgid"].replace('\\"', '"').replace("\\n", " "), "html.parser").get_text()
    parts = re.split(r"%\(\w+\)[sd]|\{\w+\}", " ".join(words.split()))
    return re.compile(".*".join(map(re.escape, parts)))


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ru", "fi-simple"])
def test_no_public_page_shows_english(client, everything, language):
    found = entries(catalogues()[language])
    patterns = [
        (entry["msgid"], english(entry))
        for entry in found
        if len(re.sub(r"%\(\w+\)[sd]|[^A-Za-z]", "", entry["msgid"])) > 3
        and entry["msgid"] not in (entry.get("msgstr"), entry.get("msgstr[0]"))
    ]
    shown = {
        text: address
        for address, content in public_pages(client, language, everything).items()
        for text in shown_strings(content)
    }
    left = {(address, text) for text, address in shown.items() for _msgid, known in patterns if known.fullmatch(text)}
    assert sorted(left) == []
    assert len(shown) > 100


@pytest.mark.django_db
def test_russian_pages_are_in_cyrillic(client, everything):
    """What no catalogue knows would pass the test above: so would a template that forgot to ask for a translation."""
    known = {"Kuule", "GeoJSON", "CSV", "Helsinki", "OpenStreetMap", "CC BY 4.0", "Wagtail"}
    latin = {
        (address, text)
        for address, content in public_pages(client, "ru", everything).items()
        if not address.startswith("open-data")
        for text in shown_strings(content)
        if re.search(r"[a-z]{4,} [a-z]{3,} [a-z]{2,}", text) and not re.search("[а-я]", text)
    }
    assert {pair for pair in latin if pair[1] not in known} == set()
