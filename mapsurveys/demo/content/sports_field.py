"""A draft that its planner is still writing: Finnish is whole, Swedish is half done, the rest has not been begun."""

from .types import SurveySpec, option, question, step, tr

SURVEY = SurveySpec(
    slug="kentan-talvi",
    organisation="parks",
    title=tr(fi="Mitä kentällä tehdään talvella?", sv="Vad gör vi på planen om vintern?"),
    abstract=tr(fi="Jäädytetäänkö kenttä, hiihdetäänkö sen ympäri vai annetaanko lumen olla? Luonnos, demosisältöä."),
    data_notice=tr(fi="Vastaat nimettömästi. Tulokset julkaistaan kyselyn päätyttyä."),
    open_days=10,
    close_days=40,
    results_shown="after_closing",
    labels=("play-and-sport",),
    contacts=("park-planner",),
    steps=(
        step(
            "field",
            tr(fi="Kenttä talvella", sv="Planen om vintern"),
            tr(fi="Valitse, mitä sinä tekisit."),
            question(
                "single_choice",
                "field_use",
                tr(fi="Mitä kentällä pitäisi voida tehdä?", sv="Vad borde man kunna göra på planen?"),
                choices=[
                    option("skate", fi="Luistella", sv="Skrinna"),
                    option("ski", fi="Hiihtää", sv="Skida"),
                    option("sledge", fi="Laskea mäkeä"),
                    option("nothing", fi="Antaa lumen olla"),
                ],
            ),
            question("point", "field_light", tr(fi="Mihin tarvittaisiin lisää valoa?"), most=3, symbol="dot"),
        ),
        step(
            "hours",
            tr(fi="Milloin?"),
            {},
            question(
                "date",
                "field_time",
                tr(fi="Mihin aikaan illasta valot saisi sammuttaa?"),
                part="time",
            ),
            question("text", "field_words", tr(fi="Muuta sanottavaa?", sv="Något annat?")),
        ),
    ),
    is_published=False,
)
