"""Map layers of the district survey, drawn by hand: paths along the shore, and the draft of the square in its place."""

from hearings.demo.content.shore_park.layers import SOURCE

from ..types import LayerSpec, line, tr

PATHS = LayerSpec(
    organisation="urban-environment",
    kind="geojson",
    name=tr(
        fi="Rantareitit nyt",
        sv="Strandstråken nu",
        en="Shore paths today",
        simple="Reitit rannassa",
        ru="Дорожки у берега сейчас",
    ),
    attribution=SOURCE,
    legend=tr(
        fi="Viivat ovat reittejä, joita pitkin rannassa voi nyt kulkea.",
        sv="Linjerna är vägar där man nu kan gå längs stranden.",
        en="The lines are paths along which one can walk by the water today.",
        simple="Viiva on polku, jota pitkin voit kävellä.",
        ru="Линии — это дорожки, по которым сейчас можно пройти вдоль воды.",
    ),
    features=(
        (
            "Tokoinranta",
            line((24.9432, 60.1806), (24.9450, 60.1799), (24.9466, 60.1792), (24.9482, 60.1783), (24.9494, 60.1774)),
        ),
        (
            "Hakaniemenranta",
            line(
                (24.9505, 60.17685),
                (24.9519, 60.1770),
                (24.95205, 60.1779),
                (24.9539, 60.1782),
                (24.9565, 60.1788),
                (24.9580, 60.17962),
            ),
        ),
        ("Sompasaari", line((24.9806, 60.1856), (24.9812, 60.1835), (24.9820, 60.1814), (24.9838, 60.1804))),
    ),
)

SQUARE_PLAN = LayerSpec(
    organisation="urban-environment",
    kind="image",
    name=tr(
        fi="Rantatorin luonnos",
        sv="Skiss av Strandtorget",
        en="Draft of the shore square",
        simple="Kuva uudesta torista",
        ru="Эскиз площади у воды",
    ),
    attribution=SOURCE,
    legend=tr(
        fi="Vaalea: kiveys. Vihreä: puut. Sininen: meri. Ruskea: katos ja laituri.",
        sv="Ljust: stenläggning. Grönt: träd. Blått: hav. Brunt: tak och brygga.",
        en="Pale: paving. Green: trees. Blue: sea. Brown: canopy and pontoon.",
        simple="Vihreä on puu. Sininen on meri. Ruskea on katto tai laituri.",
        ru="Светлое — мощение. Зелёное — деревья. Синее — море. Коричневое — навес и понтон.",
    ),
    image="square-plan",
    bounds=(24.95700, 60.17855, 24.95916, 60.17935),
    opacity=85,
)
