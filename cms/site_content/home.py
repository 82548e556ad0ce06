"""The front page."""

from .types import HomeSpec, StepSpec, tr

HOME = HomeSpec(
    title=tr(
        fi="Kerro se kartalla",
        sv="Säg det på kartan",
        en="Say it on the map",
        simple="Kerro mielipiteesi kartalla",
        ru="Расскажите на карте",
    ),
    lead=tr(
        fi="""Kaupunki suunnittelee, sinä tunnet paikan. Lue, mitä on tekeillä, ja kerro mielipiteesi niin tarkasti, että sen
        löytää kartalta.""",
        sv="""Staden planerar, du känner platsen. Läs om vad som är på gång och säg vad du tycker, ända ner till den exakta
        platsen på kartan.""",
        en="""The city plans; you know the place. Read what is being prepared and say what you think, down to the very spot on
        the map.""",
        simple="Kaupunki tekee suunnitelmia. Sinä voit sanoa, mitä niistä ajattelet. Voit myös näyttää paikan kartalta.",
        ru="""Город планирует, а место знаете вы. Прочитайте, что готовится, и скажите своё мнение с точностью до точки на
        карте.""",
    ),
    steps=(
        StepSpec(
            title=tr(
                fi="Lue",
                sv="Läs",
                en="Read",
                simple="Lue suunnitelma",
                ru="Прочитайте",
            ),
            text=tr(
                fi="Avaa kuuleminen. Heti alussa näet, mihin asti voit kommentoida ja mihin asioihin voit vaikuttaa.",
                sv="Öppna ett hörande. Genast ser du hur länge du kan kommentera och vad du kan påverka.",
                en="Open a hearing. You see at once how long you can comment and what you can influence.",
                simple="Valitse suunnitelma. Lue, mitä kaupunki aikoo tehdä.",
                ru="Откройте обсуждение. Сразу видно, до какого дня можно оставить комментарий и на что можно повлиять.",
            ),
        ),
        StepSpec(
            title=tr(
                fi="Kerro ja näytä",
                sv="Berätta och visa",
                en="Say and show",
                simple="Kerro mielipiteesi",
                ru="Скажите и покажите",
            ),
            text=tr(
                fi="Kirjoita mielipiteesi. Halutessasi merkitse piste, reitti tai alue, tai kuvaile paikka sanoin. Nimeä tai tunnusta et tarvitse.",
                sv="Skriv vad du tycker. Om du vill kan du märka ut en punkt, en rutt eller ett område, eller beskriva platsen i ord. Du behöver varken namn eller konto.",
                en="Write what you think. If you like, mark a point, a route or an area, or describe the place in words. You need no name and no account.",
                simple="Kirjoita mielipiteesi. Voit näyttää paikan kartalta. Sinun ei tarvitse kertoa nimeäsi.",
                ru="Напишите своё мнение. При желании отметьте точку, маршрут или участок либо опишите место словами. Ни имени, ни учётной записи не нужно.",
            ),
        ),
        StepSpec(
            title=tr(
                fi="Seuraa, mitä siitä seuraa",
                sv="Se vad det leder till",
                en="See what comes of it",
                simple="Katso, mitä tapahtuu",
                ru="Узнайте, чем всё закончилось",
            ),
            text=tr(
                fi="Kuulemisen jälkeen kerromme, mitä muutimme ja miksi. Kaikki kommentit voi myös ladata avoimena datana.",
                sv="Efter hörandet berättar vi vad vi ändrade och varför. Alla kommentarer kan också laddas ner som öppna data.",
                en="Afterwards we say what we changed and why. Everybody can also download all the comments as open data.",
                simple="Lopuksi kerromme, mitä kaupunki päätti. Kerromme myös, miksi.",
                ru="После обсуждения мы рассказываем, что изменили и почему. Все комментарии можно скачать как открытые данные.",
            ),
        ),
    ),
)
