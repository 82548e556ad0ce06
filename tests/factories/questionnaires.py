"""Questionnaires for tests of answering: three pages without a map, and one page."""


def texts(english: str) -> dict[str, str]:
    return {"fi": english, "sv": english, "en": english}


def options(*names: str) -> list[dict]:
    return [{"id": name, "name": name, "label": texts(name.title())} for name in names]


def question(kind: str, name: str, label: str, **settings) -> dict:
    return {"kind": kind, "id": name, "name": name, "label": texts(label), **settings}


def step(name: str, *questions: dict, **settings) -> dict:
    return {"id": name, "title": texts(name.title()), "questions": list(questions), **settings}


def when(asked: str, test: str = "chosen", value=None, **more) -> list:
    """A rule of one condition."""
    return [[{"question": asked, "test": test, "value": value, **more}]]


HOME = question(
    "single_choice", "home", "Where do you live?", choices=options("near", "far"), required=True, other=True
)
YEARS = question("number", "years", "For how many years?", least=0, most=120, show_when=when("home", value="near"))

#: A page with a condition within it, a page of every kind of group, a last page with personal and free text.
THREE_PAGES = {
    "steps": [
        step("about", HOME, YEARS),
        step(
            "views",
            question(
                "matrix",
                "pleased",
                "How pleased are you?",
                rows=options("paths", "lamps"),
                choices=options("little", "much"),
            ),
            question("scale", "safe", "How safe is it?", first=1, last=5),
            question("ranking", "order", "What matters most?", choices=options("trees", "swimming", "quiet"), best=2),
            question("budget", "money", "Share it", choices=options("benches", "lights"), total=100, share_all=True),
        ),
        step(
            "end",
            question("text", "wish", "Anything else?", max_length=200),
            question("file", "photo", "Send a photo"),
            question("text", "email", "Your e-mail", look="email", personal=True),
        ),
    ]
}

ONE_PAGE = {"steps": [step("poll", HOME, question("text", "wish", "A wish?", look="short"))]}
