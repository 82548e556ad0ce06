"""Third page: what to do by the water, landings, and areas to be left in peace."""

from ..types import line, option, point, polygon, question, step, tr

#: Where calm areas may be drawn: the shore from Siltasaari to Kyläsaari, generously.
SHORE = polygon(
    (24.940, 60.1755), (24.952, 60.1745), (24.990, 60.1740), (24.992, 60.200), (24.958, 60.200), (24.940, 60.186)
)

#: Kalasatama with Sompasaari.
KALASATAMA = polygon((24.9735, 60.1865), (24.9760, 60.1780), (24.9900, 60.1770), (24.9895, 60.1905), (24.9735, 60.1905))


def place(key, geometry, **texts):
    return option(key, **texts) | {"geometry": geometry}


SPOTS = [
    place(
        "tokoinranta",
        point(24.9462, 60.17935),
        fi="Tokoinranta",
        sv="Tokoistranden",
        en="Tokoinranta park",
        simple="Tokoinranta",
        ru="Парк Токоинранта",
    ),
    place(
        "market",
        point(24.95105, 60.17905),
        fi="Hakaniementori",
        sv="Hagnäs torg",
        en="Hakaniemi market square",
        simple="Hakaniemen tori",
        ru="Площадь Хаканиеми",
    ),
    place(
        "shore_park",
        line((24.9505, 60.17685), (24.9519, 60.1770), (24.9527, 60.17808), (24.9552, 60.17842), (24.95745, 60.17925)),
        fi="Hakaniemen ranta",
        sv="Hagnäs strand",
        en="Hakaniemi shore",
        simple="Hakaniemen ranta",
        ru="Берег Хаканиеми",
    ),
    place(
        "merihaka_quay",
        point(24.9620, 60.1804),
        fi="Merihaan laituri",
        sv="Havshagens brygga",
        en="Merihaka quay",
        simple="Merihaan laituri",
        ru="Причал Мерихаки",
    ),
    place(
        "suvilahti",
        polygon((24.9690, 60.1862), (24.9722, 60.1860), (24.9728, 60.1876), (24.9700, 60.1878)),
        fi="Suvilahti",
        sv="Södervik",
        en="Suvilahti",
        simple="Suvilahti",
        ru="Сувилахти",
    ),
    place(
        "kalasatama_park",
        point(24.9812, 60.1856),
        fi="Kalasatamanpuisto",
        sv="Fiskehamnsparken",
        en="Kalasatama park",
        simple="Kalasataman puisto",
        ru="Парк Каласатамы",
    ),
    place(
        "sompasaari",
        point(24.9832, 60.1808),
        fi="Sompasaaren ranta",
        sv="Sumparns strand",
        en="Sompasaari shore",
        simple="Sompasaaren ranta",
        ru="Берег Сомпасаари",
    ),
]

SHORE_STEP = step(
    "shore",
    tr(fi="Meren äärellä", sv="Vid havet", en="By the sea", simple="Ranta", ru="У моря"),
    tr(
        fi="Rannassa on tilaa monenlaiseen, mutta ei kaikkeen yhtä aikaa. Mikä sinulle on tärkeää?",
        sv="På stranden ryms mycket, men inte allt på en gång. Vad är viktigt för dig?",
        en="There is room for many things by the water, but not for all of them at once. What matters to you?",
        simple="Kaikki ei mahdu rantaan. Siksi kysymme, mikä on sinulle tärkeää.",
        ru="У берега есть место для многого, но не для всего сразу. Что важно для вас?",
    ),
    question(
        "multiple_choice",
        "shore_wishes",
        tr(
            fi="Mitä haluat tehdä rannassa? Valitse 1–3.",
            sv="Vad vill du göra vid stranden? Välj 1–3.",
            en="What do you want to do by the water? Choose 1 to 3.",
            simple="Mitä haluat tehdä rannassa? Valitse yksi, kaksi tai kolme asiaa.",
            ru="Чем вы хотели бы заниматься у воды? Выберите от 1 до 3.",
        ),
        least=1,
        most=3,
        other=True,
        other_label=tr(
            fi="Jotain muuta, mitä?",
            sv="Något annat, vad?",
            en="Something else, what?",
            simple="Jotain muuta. Mitä?",
            ru="Другое. Что именно?",
        ),
        choices=[
            option(
                "sit",
                fi="Istua ja katsella",
                sv="Sitta och titta",
                en="Sit and watch",
                simple="Istua",
                ru="Сидеть и смотреть",
            ),
            option("stroll", fi="Kävellä", sv="Promenera", en="Walk", simple="Kävellä", ru="Гулять"),
            option(
                "swim",
                fi="Uida tai saunoa",
                sv="Simma eller bada bastu",
                en="Swim or have a sauna",
                simple="Uida tai saunoa",
                ru="Купаться или ходить в сауну",
            ),
            option(
                "eat",
                fi="Syödä ja juoda kahvia",
                sv="Äta och dricka kaffe",
                en="Eat and have coffee",
                simple="Syödä tai juoda kahvia",
                ru="Поесть и выпить кофе",
            ),
            option("sport", fi="Liikkua", sv="Motionera", en="Exercise", simple="Urheilla", ru="Заниматься спортом"),
            option("fish", fi="Kalastaa", sv="Fiska", en="Fish", simple="Kalastaa", ru="Ловить рыбу"),
            option(
                "boat",
                fi="Meloa tai veneillä",
                sv="Paddla eller åka båt",
                en="Paddle or go by boat",
                simple="Meloa tai olla veneessä",
                ru="Кататься на байдарке или лодке",
            ),
        ],
    ),
    question(
        "places",
        "landings",
        tr(
            fi="Mitkä näistä paikoista ansaitsevat ensimmäisinä kunnostuksen?",
            sv="Vilka av de här platserna borde rustas upp först?",
            en="Which of these places should be improved first?",
            simple="Mikä näistä paikoista pitää korjata ensin?",
            ru="Какие из этих мест стоит благоустроить в первую очередь?",
        ),
        most=3,
        follow_ups=[
            question(
                "single_choice",
                "landing_what",
                tr(
                    fi="Mitä sinne kaipaat?",
                    sv="Vad saknar du där?",
                    en="What do you miss there?",
                    simple="Mitä siellä pitäisi olla?",
                    ru="Чего там не хватает?",
                ),
                choices=[
                    option(
                        "benches",
                        fi="Penkkejä ja puita",
                        sv="Bänkar och träd",
                        en="Benches and trees",
                        simple="Penkkejä ja puita",
                        ru="Скамеек и деревьев",
                    ),
                    option(
                        "steps",
                        fi="Portaat tai ramppi veteen",
                        sv="Trappor eller ramp till vattnet",
                        en="Steps or a ramp into the water",
                        simple="Portaat veteen",
                        ru="Лестницы или пандуса к воде",
                    ),
                    option(
                        "cafe",
                        fi="Kahvila tai kioski",
                        sv="Kafé eller kiosk",
                        en="A café or kiosk",
                        simple="Kahvila tai kioski",
                        ru="Кафе или киоска",
                    ),
                    option("toilet", fi="Vessa", sv="Toalett", en="A toilet", simple="Vessa", ru="Туалета"),
                    option(
                        "events", fi="Tapahtumia", sv="Evenemang", en="Events", simple="Tapahtumia", ru="Мероприятий"
                    ),
                ],
            ),
            question(
                "scale",
                "landing_now",
                tr(
                    fi="Millainen paikka on nyt?",
                    sv="Hurdan är platsen nu?",
                    en="How is the place now?",
                    simple="Millainen paikka on nyt?",
                    ru="Какое это место сейчас?",
                ),
                first_label=tr(fi="huono", sv="dålig", en="poor", simple="huono", ru="плохое"),
                last_label=tr(fi="hieno", sv="fin", en="fine", simple="hyvä", ru="отличное"),
            ),
        ],
        places=SPOTS,
    ),
    question(
        "area",
        "calm_areas",
        tr(
            fi="Piirrä alue, jonka pitää pysyä rauhallisena.",
            sv="Rita ett område som ska få vara lugnt.",
            en="Draw an area that must stay calm.",
            simple="Missä pitää olla hiljaista? Piirrä alue.",
            ru="Обведите место, где должно остаться тихо.",
        ),
        help=tr(
            fi="Napauta alueen kulmat. Näet piirtäessäsi, kuinka suuri siitä tulee.",
            sv="Tryck på områdets hörn. Medan du ritar ser du hur stort det blir.",
            en="Tap the corners of the area. As you draw you see how large it becomes.",
            simple="Paina kartasta alueen kulmat.",
            ru="Нажимайте на углы участка. Пока вы рисуете, видно, какого он размера.",
        ),
        colour="#2e6b34",
        area=SHORE,
        most=2,
        min_zoom=14,
        show_size=True,
        follow_ups=[
            question(
                "text",
                "calm_why",
                tr(
                    fi="Miksi juuri tämä?",
                    sv="Varför just det här?",
                    en="Why this one?",
                    simple="Miksi?",
                    ru="Почему именно здесь?",
                ),
                look="short",
                max_length=200,
            )
        ],
    ),
    question(
        "text",
        "kalasatama_value",
        tr(
            fi="Piirsit alueen Kalasatamaan. Mikä sen rannoissa on säilyttämisen arvoista?",
            sv="Du ritade i Fiskehamnen. Vad är värt att bevara på dess stränder?",
            en="You drew in Kalasatama. What is worth keeping on its shores?",
            simple="Piirsit alueen Kalasatamaan. Mikä siellä on hyvää?",
            ru="Вы отметили место в Каласатаме. Что стоит сохранить на её берегах?",
        ),
        max_length=800,
        show_when=[[{"question": "calmareas", "test": "drawn_inside", "value": KALASATAMA}]],
    ),
    view={"lon": 24.965, "lat": 60.182, "zoom": 14},
    layers=["paths", "square"],
)
