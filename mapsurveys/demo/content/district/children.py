"""Fifth page, for families and the young."""

from ..types import option, question, step, tr

CHILDREN = step(
    "children",
    tr(
        fi="Lasten ja nuorten paikat",
        sv="Barns och ungas platser",
        en="Places for children and the young",
        simple="Lapset ja nuoret",
        ru="Места для детей и подростков",
    ),
    tr(
        fi="Tämä sivu tulee vain niille, joilla on kotona lapsia tai jotka itse ovat alle 18. Vastatkaa vaikka yhdessä!",
        sv="Den här sidan visas bara för dem som har barn hemma eller själva är under 18. Svara gärna tillsammans!",
        en="This page is only for those who have children at home or are under 18 themselves. Do answer together!",
        simple="Nyt kysymme lapsista ja nuorista. Voit vastata yhdessä lapsen kanssa.",
        ru="Эту страницу видят только те, у кого дома есть дети или кому самим нет 18. Отвечайте вместе!",
    ),
    question(
        "point",
        "play_places",
        tr(
            fi="Missä lapset ja nuoret viihtyvät?",
            sv="Var trivs barn och unga?",
            en="Where do children and the young like to be?",
            simple="Missä lapset ja nuoret ovat mielellään?",
            ru="Где любят бывать дети и подростки?",
        ),
        symbol="star",
        colour="#8a6100",
        most=3,
        min_zoom=14,
        follow_ups=[
            question(
                "text",
                "play_words",
                tr(
                    fi="Mitä siellä tehdään?",
                    sv="Vad gör man där?",
                    en="What do they do there?",
                    simple="Mitä siellä tehdään?",
                    ru="Чем там занимаются?",
                ),
                look="short",
                max_length=200,
            )
        ],
    ),
    question(
        "single_choice",
        "alone",
        tr(
            fi="Uskaltaako lapsi kulkea rantaan ilman aikuista?",
            sv="Vågar barnet gå till stranden utan en vuxen?",
            en="Can a child go to the shore without an adult?",
            simple="Voiko lapsi mennä yksin rantaan?",
            ru="Может ли ребёнок дойти до берега без взрослых?",
        ),
        choices=[
            option("alone_yes", fi="Kyllä", sv="Ja", en="Yes", simple="Kyllä voi", ru="Да"),
            option(
                "alone_day",
                fi="Päivällä kyllä",
                sv="Ja, på dagen",
                en="Yes, by day",
                simple="Päivällä voi",
                ru="Днём да",
            ),
            option(
                "alone_no",
                fi="Ei, liikenteen takia",
                sv="Nej, på grund av trafiken",
                en="No, because of traffic",
                simple="Ei voi. Autoja on liikaa.",
                ru="Нет, из-за машин",
            ),
            option(
                "alone_small",
                fi="On vielä liian pieni",
                sv="Är ännu för liten",
                en="Still too small",
                simple="Lapsi on vielä liian pieni",
                ru="Ещё слишком мал",
            ),
        ],
    ),
    show_when=[
        [{"question": "children", "test": "chosen", "value": "childrenyes"}],
        [{"question": "age", "test": "chosen", "value": "under18"}],
    ],
    view={"lon": 24.960, "lat": 60.187, "zoom": 14},
    layers=["paths"],
)
