"""The closed survey, with public results and open data: walking in winter. Everything in it is made up."""

from datetime import date

from .types import ChannelSpec, Paragraph, SurveySpec, option, question, step, tr

_TODAY = date.today()  # noqa: DTZ011 - plain data counts in whole days
_SPRING = _TODAY.year if date(_TODAY.year, 5, 20) < _TODAY else _TODAY.year - 1

_PLACES = step(
    "winter",
    tr(fi="Talven kulkureitit", sv="Vinterns gångvägar", en="Walking in winter", simple="Talvi", ru="Дорога зимой"),
    tr(
        fi="Muistele viime talvea: missä kulku takkusi, missä sujui?",
        sv="Tänk tillbaka på vintern: var var det svårt att ta sig fram, var gick det bra?",
        en="Think back to last winter: where was it hard to get about, and where did it go well?",
        simple="Ajattele viime talvea. Missä oli vaikea kävellä?",
        ru="Вспомните прошлую зиму: где было трудно пройти, а где легко?",
    ),
    question(
        "point",
        "slippery",
        tr(
            fi="Missä oli liukasta tai lunta esteenä?",
            sv="Var var det halt eller snö i vägen?",
            en="Where was it icy or blocked by snow?",
            simple="Missä oli liukasta tai paljon lunta?",
            ru="Где было скользко или мешал снег?",
        ),
        symbol="warning",
        colour="#0b5d8a",
        most=5,
        min_zoom=14,
        follow_ups=[
            question(
                "single_choice",
                "slippery_what",
                tr(
                    fi="Mikä oli pahinta?",
                    sv="Vad var värst?",
                    en="What was the worst?",
                    simple="Mikä oli vaikeaa?",
                    ru="Что мешало больше всего?",
                ),
                choices=[
                    option("ice", fi="Jää", sv="Is", en="Ice", simple="Jää", ru="Лёд"),
                    option(
                        "snowbank",
                        fi="Lumikasa",
                        sv="Snövall",
                        en="A heap of snow",
                        simple="Iso kasa lunta",
                        ru="Сугроб",
                    ),
                    option(
                        "slush",
                        fi="Sohjo tai lätäkkö",
                        sv="Snöslask eller pöl",
                        en="Slush or a puddle",
                        simple="Märkä lumi",
                        ru="Слякоть или лужа",
                    ),
                    option(
                        "gravel",
                        fi="Hiekoitus puuttui",
                        sv="Ingen sandning",
                        en="No grit",
                        simple="Ei ollut hiekkaa",
                        ru="Не посыпано",
                    ),
                ],
            ),
            question(
                "text",
                "slippery_words",
                tr(
                    fi="Kerro lisää",
                    sv="Berätta mer",
                    en="Tell us more",
                    simple="Kerro lisää",
                    ru="Расскажите подробнее",
                ),
                max_length=500,
            ),
        ],
    ),
    question(
        "multiple_choice",
        "winter_means",
        tr(
            fi="Miten kuljit talvella?",
            sv="Hur tog du dig fram?",
            en="How did you get about?",
            simple="Miten kuljit talvella?",
            ru="Как вы передвигались зимой?",
        ),
        choices=[
            option("winter_walk", fi="Kävellen", sv="Till fots", en="On foot", simple="Kävelin", ru="Пешком"),
            option(
                "winter_bicycle", fi="Pyörällä", sv="Med cykel", en="By bicycle", simple="Pyöräilin", ru="На велосипеде"
            ),
            option(
                "winter_pram",
                fi="Vaunujen tai rollaattorin kanssa",
                sv="Med barnvagn eller rollator",
                en="With a pram or walker",
                simple="Vaunujen tai rollaattorin kanssa",
                ru="С коляской или ходунками",
            ),
            option(
                "winter_transit",
                fi="Joukkoliikenteellä",
                sv="Med kollektivtrafiken",
                en="By public transport",
                simple="Bussilla tai ratikalla",
                ru="На общественном транспорте",
            ),
            option("winter_car", fi="Autolla", sv="Med bil", en="By car", simple="Autolla", ru="На машине"),
        ],
    ),
    view={"lon": 24.955, "lat": 60.186, "zoom": 14},
)

_GRADE = step(
    "grade",
    tr(
        fi="Arvosana talvelle",
        sv="Betyg för vintern",
        en="A mark for the winter",
        simple="Mitä pitää tehdä?",
        ru="Оценка зимы",
    ),
    {},
    question(
        "scale",
        "winter_grade",
        tr(
            fi="Minkä arvosanan annat talvikunnossapidolle?",
            sv="Vilket betyg ger du vinterunderhållet?",
            en="What mark do you give winter maintenance?",
            simple="Minkä arvosanan annat lumitöille?",
            ru="Как вы оцените зимнюю уборку?",
        ),
        first=4,
        last=10,
        first_label=tr(fi="heikko", sv="svagt", en="poor", simple="huono", ru="плохо"),
        last_label=tr(fi="erinomainen", sv="utmärkt", en="excellent", simple="hyvä", ru="отлично"),
        required=True,
    ),
    question(
        "ranking",
        "plough_first",
        tr(
            fi="Mikä pitäisi aurata ensin?",
            sv="Vad borde plogas först?",
            en="What should be ploughed first?",
            simple="Mistä lumi pitää viedä ensin?",
            ru="Что чистить в первую очередь?",
        ),
        choices=[
            option("stops", fi="Pysäkit", sv="Hållplatser", en="Stops", simple="Pysäkit", ru="Остановки"),
            option(
                "crossings", fi="Suojatiet", sv="Övergångsställen", en="Crossings", simple="Suojatiet", ru="Переходы"
            ),
            option(
                "pavements", fi="Jalkakäytävät", sv="Trottoarer", en="Pavements", simple="Jalkakäytävät", ru="Тротуары"
            ),
            option(
                "cycle_paths", fi="Pyörätiet", sv="Cykelvägar", en="Cycle paths", simple="Pyörätiet", ru="Велодорожки"
            ),
        ],
    ),
    question(
        "text",
        "winter_words",
        tr(
            fi="Terveiset kunnossapitoon",
            sv="Hälsning till underhållet",
            en="A word to those who clear the snow",
            simple="Mitä haluat sanoa?",
            ru="Пожелания службе уборки",
        ),
        max_length=1000,
    ),
)

SURVEY = SurveySpec(
    slug="talvella-liikkeella",
    organisation="urban-environment",
    title=tr(
        fi="Talvella liikkeellä",
        sv="På väg i vinter",
        en="Out and about in winter",
        simple="Liukas talvi",
        ru="Зимой на ногах",
    ),
    abstract=tr(
        fi="Mihin lumi jäi, missä liukastuit? Kysely on päättynyt, ja tulokset ovat kaikkien luettavissa. Demosisältöä: vastaukset on keksitty.",
        sv="Var blev snön kvar, var halkade du? Enkäten har stängts och alla kan läsa resultaten. Demoinnehåll: svaren är påhittade.",
        en="Where did the snow stay, where did you slip? The survey has closed, and anyone can read the results. Demo content: the answers are made up.",
        simple="Kysyimme, missä oli talvella vaikea kävellä. Kysely on loppunut. Voit lukea, mitä ihmiset vastasivat. Tämä on esimerkki.",
        ru="Где остался снег, где вы поскользнулись? Опрос завершён, результаты доступны всем. Демонстрационное содержание: ответы вымышлены.",
    ),
    introduction=(
        Paragraph(
            tr(
                fi="<p>Lumi sulaa, mutta muisti on tuore. Kerro nyt, niin ensi talvena aura tietää, mihin mennä.</p>",
                sv="<p>Snön smälter, men minnet är färskt. Berätta nu, så vet plogen vart den ska nästa vinter.</p>",
                en="<p>The snow is melting but memory is fresh. Tell us now, and next winter the plough will know where to go.</p>",
                simple="<p>Talvi on ohi. Kerro meille, missä oli liukasta. Ensi talvena osaamme auttaa paremmin.</p>",
                ru="<p>Снег тает, но память свежа. Расскажите сейчас — и следующей зимой снегоочиститель будет знать, куда ехать.</p>",
            )
        ),
    ),
    data_notice=tr(
        fi="Vastaat nimettömästi. Kyselyn päätyttyä julkaisemme tulokset sekä vastaukset avoimena datana. Älä kirjoita vastauksiin nimiä.",
        sv="Du svarar anonymt. När enkäten har stängts publicerar vi resultaten och svaren som öppna data. Skriv inga namn i svaren.",
        en="You answer without giving your name. When the survey has closed we publish the results, and the answers as open data. Please write no names.",
        simple="Emme kysy nimeäsi. Julkaisemme vastaukset, kun kysely on loppunut. Älä kirjoita nimiä.",
        ru="Имя указывать не нужно. После окончания опроса мы публикуем результаты и ответы как открытые данные. Пожалуйста, не пишите имён.",
    ),
    thanks=tr(
        fi="Kiitos, ja pysy pystyssä!",
        sv="Tack, och håll dig på benen!",
        en="Thank you, and keep your footing!",
        simple="Kiitos!",
        ru="Спасибо, и не падайте!",
    ),
    next_steps=tr(
        fi="Reitit käydään läpi aurauksen kanssa syksyllä.",
        sv="Vi går igenom rutterna med dem som plogar i höst.",
        en="In autumn we go through the routes with those who plough them.",
        simple="Syksyllä mietimme, mistä lumi viedään ensin.",
        ru="Осенью мы обсудим маршруты с теми, кто убирает снег.",
    ),
    labels=("traffic", "accessibility"),
    contacts=("traffic-engineer",),
    district="central",
    open_days=(date(_SPRING, 3, 25) - _TODAY).days,
    close_days=(date(_SPRING, 4, 24) - _TODAY).days,
    main_image="winter-hero",
    main_image_alt=tr(
        fi="Luminen katu, aurattu käytävä, ratikkapysäkki ja punainen potkukelkka.",
        sv="En snöig gata, en plogad gång, en spårvagnshållplats och en röd sparkstötting.",
        en="A snowy street, a cleared path, a tram stop and a red kicksled.",
        simple="Lunta, pysäkki ja punainen potkukelkka.",
        ru="Заснеженная улица, расчищенная дорожка, трамвайная остановка и красные финские сани.",
    ),
    results_shown="after_closing",
    publishes_answers=True,
    steps=(_PLACES, _GRADE),
    channels=(ChannelSpec("open", "Verkkosivut"), ChannelSpec("event", "Pysäkkipäivystys, Sörnäinen")),
)
