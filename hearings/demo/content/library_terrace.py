"""A small open hearing in Finnish and Swedish only, so that the fallback of single texts can be seen.

The plan is made up. English has the title alone; plain Finnish and Russian have nothing.
"""

from .types import CommentSpec, HearingSpec, Paragraph, Picture, SectionSpec, point, polygon, tr

_MAIN = SectionSpec(
    key="main",
    kind="main",
    map_tools="point",
    title=tr(fi="Lukusali ulos", sv="Läsesalen flyttar ut"),
    abstract=tr(
        fi="""Kirjaston edustalle rakennetaan kesäksi puinen terassi. Kerro, mitä siellä pitäisi voida tehdä. Demosisältöä:
        suunnitelma on keksitty.""",
        sv="""Framför biblioteket byggs en träterrass för sommaren. Berätta vad man borde kunna göra där. Demoinnehåll: planen
        är påhittad.""",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Terassilla on 40 istumapaikkaa, pistorasioita läppäreille, katos sadetta vastaan ja hylly, jonka kirjat
                saa viedä kotiin. Se pystytetään toukokuussa ja puretaan syyskuussa.</p><ul><li>Mihin aikaan olisit
                terassilla?</li><li>Luentoja, musiikkia vai hiljaisuutta?</li></ul>""",
                sv="""<p>Terrassen har 40 sittplatser, eluttag för bärbara datorer, ett tak mot regn och en hylla med böcker som
                man får ta hem. Den byggs i maj och tas ner i september.</p><ul><li>Vilken tid skulle du vara på
                terrassen?</li><li>Föreläsningar, musik eller tystnad?</li></ul>""",
            )
        ),
        Picture(
            image="library-terrace",
            alt=tr(
                fi="Puinen terassi tiilisen kirjaston edessä: lukijoita pöytien ääressä, kirjahylly ja valkoinen katos.",
                sv="En träterrass framför ett bibliotek i tegel: läsare vid bord, en bokhylla och ett vitt soltak.",
            ),
            caption=tr(fi="Luonnos kesäterassista.", sv="Skiss över sommarterrassen."),
        ),
    ),
)

_COMMENTS = (
    CommentSpec(
        text="""Aamukahdeksasta! Päivystän lastenvaunujen kanssa ja mikään muu paikka ei ole auki. Kahviautomaatti riittää.""",
        days=-6,
        time="10:02",
        author="Heli",
        place=point(24.95360, 60.18372),
    ),
    CommentSpec(
        text="""Hiljaisuutta, kiitos. Musiikkia tässä kaupunginosassa kyllä kuulee ilman terassiakin.""",
        days=-5,
        time="18:40",
        label="noise",
    ),
    CommentSpec(
        text="""Högläsning för barn på svenska, lördagar klockan elva! Min dotter skulle sitta på första raden.""",
        language="sv",
        days=-4,
        time="12:16",
        author="Johan",
        place=point(24.95352, 60.18380),
        label="culture",
    ),
    CommentSpec(
        text="""Onko terassille ramppi? Portaat kirjaston edessä ovat jo nyt se kohta, jossa moni kääntyy takaisin.""",
        days=-3,
        time="09:25",
        place=point(24.95371, 60.18385),
        label="accessibility",
    ),
    CommentSpec(
        text="""Shakkipöytä! Ei tarvitse muuta kuin yksi pöytä ja laatikko nappuloita. Lupaan opettaa.""",
        days=-1,
        time="16:51",
        author="Kuningassotilas",
    ),
)

HEARING = HearingSpec(
    slug="kallion-kirjaston-kesaterassi",
    organisation="culture-and-leisure",
    title=tr(
        fi="Kallion kirjaston kesäterassi",
        sv="Sommarterrass vid Berghälls bibliotek",
        en="A summer terrace for Kallio library",
    ),
    abstract=tr(
        fi="Kirjaston eteen nousee kesäksi terassi. Mitä siellä pitäisi voida tehdä? Demosisältöä: suunnitelma on keksitty.",
        sv="Framför biblioteket byggs en sommarterrass. Vad borde man kunna göra där? Demoinnehåll: planen är påhittad.",
    ),
    labels=("culture",),
    contacts=("librarian",),
    area=polygon((24.95325, 60.18360), (24.95385, 60.18360), (24.95390, 60.18395), (24.95330, 60.18395)),
    open_days=-7,
    close_days=14,
    main_image="library-terrace",
    main_image_alt=tr(
        fi="Ihmisiä lukemassa puisella terassilla kirjaston edessä.",
        sv="Människor läser på en träterrass framför biblioteket.",
    ),
    sections=(_MAIN,),
    comments=_COMMENTS,
)
