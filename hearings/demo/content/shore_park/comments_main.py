"""Comments on the shore park as a whole. Every resident is made up."""

from ..types import CommentSpec, line, point, polygon

COMMENTS = (
    CommentSpec(
        key="granny-ferry",
        text="""Olen asunut Siltasaaressa 41 vuotta ja katsellut tuota parkkipaikkaa keittiön ikkunasta joka ikinen aamu.
        Vihdoinkin! Ainoa toiveeni: tehkää se niin, että minäkin ehdin vielä istua siellä.""",
        days=-14,
        time="09:12",
        author="Raili",
        place=point(24.95135, 60.17712),
        label="parks-and-nature",
    ),
    CommentSpec(
        key="why-so-long",
        text="""Hyvä suunnitelma, mutta miksi kaikki kestää? ”Aikaisintaan kahden vuoden kuluttua” on kaupungin kielellä
        seitsemän vuotta.""",
        days=-14,
        time="12:40",
        author="Pena",
    ),
    CommentSpec(
        text="""Kannatan. Voisiko osan parkkipaikasta avata jo ensi kesäksi? Muutama lava, penkkejä ja ruukkupuita, ei maksa
        juuri mitään ja nähdään samalla, mitä porukka paikalla oikeasti tekee.""",
        days=-13,
        time="18:05",
        reply_to="why-so-long",
        place=point(24.95262, 60.17808),
    ),
    CommentSpec(
        text="""Jag har bott i Kronohagen hela mitt liv och går över Långa bron nästan varje dag. Det bästa med planen är att
        man äntligen får SE vattnet. Det sämsta: det står ingenting om toaletter. En park utan toaletter är en park för folk
        under femtio.""",
        language="sv",
        days=-13,
        time="10:31",
        author="Birgitta",
        place=point(24.95042, 60.17688),
        key="toilets",
    ),
    CommentSpec(
        text="Samaa mieltä vessoista! Ja vesipiste, josta saa juomapullon täyteen. 🚰",
        days=-12,
        time="07:55",
        author="Jonna",
        reply_to="toilets",
    ),
    CommentSpec(
        text="""Is there a plan for what happens during construction? My kids cross here every morning to get to school on
        the Kruununhaka side. If the pavement is closed for two years, we need to know which way to send them.""",
        language="en",
        days=-13,
        time="20:17",
        place=line(
            (24.95120, 60.17905),
            (24.95062, 60.17850),
            (24.95040, 60.17822),
            (24.95024, 60.17760),
            (24.95030, 60.17690),
            (24.95036, 60.17630),
            (24.95034, 60.17590),
        ),
        label="schools",
    ),
    CommentSpec(
        text="""Autoilijana kysyn: missä on se kohta, jossa te ajattelette niitä, jotka eivät pääse töihin pyörällä? Neljästä
        kaistasta kahteen, parkit pois, ja sitten ihmetellään kun ratikka seisoo samassa jonossa. Tätä ei ole mietitty
        loppuun.""",
        days=-12,
        time="16:48",
        author="Tapsa",
        label="traffic",
        key="angry-driver",
        place=point(24.95205, 60.17831),
    ),
    CommentSpec(
        text="""Olet varmaan huomannut, että metro, kuusi ratikkalinjaa ja juna pysähtyvät kilometrin säteellä? Mutta siitä
        olen samaa mieltä, että ratikka pitää saada pois autojonosta.""",
        days=-12,
        time="17:20",
        reply_to="angry-driver",
    ),
    CommentSpec(
        text="""No ei ihme että ruuhkia riittää, kun ratissa istuu tuollaisia nuijia. Opettele kävelemään, Tapsa, niin
        ajatuskin voisi taas kulkea.""",
        days=-12,
        time="17:44",
        reply_to="angry-driver",
        state="hidden",
        hidden_reason="offensive",
    ),
    CommentSpec(
        text="""Выросла в Петербурге, где к воде везде можно подойти. Здесь мне этого не хватало. Очень радует, что в проекте
        есть ступени. Пожалуйста, сделайте их из шершавого камня: гладкий гранит зимой превращается в каток.""",
        language="ru",
        days=-11,
        time="21:03",
        author="Марина",
        place=point(24.95212, 60.17745),
        label="shore",
    ),
    CommentSpec(
        text="""Minä tykkään puistosta. Minä käyn torilla joka päivä. Torilta on vaikea mennä rantaan, koska autot eivät
        pysähdy. Puistossa pitää olla penkki. Penkissä pitää olla käsinojat. Muuten en pääse ylös.""",
        language="fi-simple",
        days=-11,
        time="11:26",
        author="Esko",
        place=point(24.95088, 60.17826),
        label="accessibility",
    ),
    CommentSpec(
        text="""Älkää tehkö tästäkään paikkaa, jossa on pelkkää graniittia ja yksi surullinen pensas. Kiitos.""",
        days=-10,
        time="08:14",
    ),
    CommentSpec(
        text="""Meidän taloyhtiössä (68 asuntoa) tästä puhuttiin pihatalkoissa. Kolme asiaa nousi esiin:

        1) illat: kuka valvoo, ettei laiturista tule festariterassia,

        2) roskat: lokit avaavat tavalliset roskikset, tarvitaan kannelliset,

        3) lumi: minne raitin lumet aurataan, jos reunassa on niitty?

        Muuten ollaan tyytyväisiä.""",
        days=-10,
        time="19:39",
        place=polygon(
            (24.95055, 60.17700),
            (24.95150, 60.17704),
            (24.95148, 60.17760),
            (24.95052, 60.17756),
        ),
        label="noise",
    ),
    CommentSpec(
        text="""As a wheelchair user: thank you for the ramp into the water, I nearly cried. Please check the gap between
        the paving and the timber as well. Two centimetres is nothing for you and a full stop for my front wheels.""",
        language="en",
        days=-9,
        time="13:02",
        author="Oona",
        place=point(24.95290, 60.17805),
        label="accessibility",
        key="ramp",
    ),
    CommentSpec(
        text="Tämä. Ja luiskaan kaide molemmille puolille, kiitos – kuljen itse kepin kanssa.",
        days=-8,
        time="09:47",
        author="Heikki",
        reply_to="ramp",
    ),
    CommentSpec(
        text="""Varför börjar man inte vid Havshagen? Där är stranden i sämst skick och där bor mest folk per kvadratmeter i
        hela stan. Vid torget finns ju redan lite att sitta på.""",
        language="sv",
        days=-8,
        time="15:55",
        place=point(24.95768, 60.17945),
    ),
    CommentSpec(
        text="""Lapsuuden Hakaniemenranta haisi tervalta ja silakalta. Ymmärrän ettei se palaa, mutta yhden kalastajaveneen
        paikan voisi säästää niin, että joku myisi siitä lauantaisin kalaa. Tori on siinä vieressä!""",
        days=-7,
        time="06:58",
        place_text="Suoraan torin edessä, vanhan kalarannan kohdalla",
        label="culture",
    ),
    CommentSpec(
        text="""Kysymys suunnittelijoille: laskettiinko 3,2 metrin korkeus uusimman merenpinta-arvion mukaan? Kellariimme tuli
        vettä viimeksi tammimyrskyssä, ja silloin vesi oli vasta +1,5.""",
        days=-6,
        time="22:11",
        author="Anssi K",
        place=point(24.95182, 60.17700),
    ),
    CommentSpec(
        text="""Прекрасная идея! Только, пожалуйста, не забудьте про зиму: ветер с залива здесь такой, что скамейки без
        защиты шесть месяцев будут стоять пустыми.""",
        language="ru",
        days=-5,
        time="18:22",
        place_text="У самой воды, там, где дует сильнее всего",
    ),
    CommentSpec(
        text="Tuen tätä. Ei muuta.",
        days=-3,
        time="23:50",
    ),
    CommentSpec(
        text="""Kävin tänään kävelemässä koko matkan kartta kädessä. Tässä se reitti, jota ihmiset oikeasti kulkevat:
        torilta rantaan, rannassa seisoskelua, takaisin koska edessä on aita. Jos raitti katkeaa yhdestäkin kohdasta, sitä
        ei käytä kukaan.""",
        days=-2,
        time="15:33",
        author="Kävelijä-Maija",
        place=line(
            (24.95068, 60.17880),
            (24.95092, 60.17835),
            (24.95180, 60.17800),
            (24.95240, 60.17800),
            (24.95330, 60.17806),
            (24.95440, 60.17822),
        ),
    ),
    CommentSpec(
        text="Lähetin tämän vahingossa kahteen kertaan, poistan toisen.",
        days=-2,
        time="15:36",
        state="withdrawn",
    ),
)
