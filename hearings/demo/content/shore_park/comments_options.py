"""Comments on the two options for the water's edge. Every resident is made up."""

from ..types import CommentSpec, line, point, polygon

COMMENTS = (
    CommentSpec(
        text="""A, ehdottomasti. Betonilaitureita tässä kaupungissa riittää, rantoja joilla voi kastella varpaansa ei.""",
        section="option-a",
        days=-13,
        time="21:35",
        author="Varvas",
        place=point(24.95232, 60.17793),
        label="shore",
    ),
    CommentSpec(
        text="""Option A please. I am a biologist: even a small reed bed here would be a nursery for perch and pike. I have
        marked the corner with the least boat traffic, that is where it could work.""",
        language="en",
        section="option-a",
        days=-10,
        time="14:49",
        place=polygon(
            (24.95215, 60.17755),
            (24.95245, 60.17755),
            (24.95248, 60.17790),
            (24.95220, 60.17792),
        ),
        label="parks-and-nature",
    ),
    CommentSpec(
        text="""Luonnon ranta on hyvä. Siellä voi olla rauhassa. Minä en halua kovaa musiikkia. Minulla on huono uni.""",
        language="fi-simple",
        section="option-a",
        days=-7,
        time="10:05",
        author="Tuula",
        place_text="Ranta meidän talon edessä",
        label="noise",
    ),
    CommentSpec(
        text="""Mjuk strand! Mina barn har lärt sig simma i simhall och tror att vatten har kakel.""",
        language="sv",
        section="option-a",
        days=-5,
        time="19:52",
        author="Petra",
        place=point(24.95310, 60.17800),
    ),
    CommentSpec(
        text="""14 venepaikkaa 32:sta on vitsi. Jono on jo nyt yhdeksän vuotta. Meillä on vene, ei jahti: 4,7 metriä ja
        15-vuotias perämoottori. Miksi juuri tavallisten ihmisten veneet ovat tiellä?""",
        section="option-a",
        days=-4,
        time="17:00",
        place=line(
            (24.95460, 60.17815),
            (24.95540, 60.17832),
            (24.95620, 60.17855),
            (24.95690, 60.17880),
        ),
        key="boats",
    ),
    CommentSpec(
        text="""B. Talvisauna ja avanto keskellä kaupunkia, ratikalla ovelle asti. Tätä tultaisiin katsomaan kauempaakin.""",
        section="option-b",
        days=-14,
        time="20:48",
        author="Löylynheittäjä",
        place=point(24.95380, 60.17806),
    ),
    CommentSpec(
        text="""1 200 hengen tapahtumia makuuhuoneen ikkunan alla? ”Kymmenen jälkeen on hiljaista” – näin luvattiin myös
        viime kesänä, ja soitin kolme kertaa. Ei.""",
        section="option-b",
        days=-12,
        time="22:33",
        place=point(24.95150, 60.17725),
        label="noise",
        key="sleep",
    ),
    CommentSpec(
        text="""Kompromiss: bryggan från B vid torget, den mjuka stranden från A vid Havshagen. Varför måste det vara antingen
        eller?""",
        language="sv",
        section="option-b",
        days=-9,
        time="11:11",
        author="Henrik",
        place=line(
            (24.95225, 60.17795),
            (24.95340, 60.17803),
            (24.95450, 60.17818),
        ),
        key="compromise",
    ),
    CommentSpec(
        text="""I like Henrik's idea. Quay where it is already noisy, reeds where people sleep. Somebody give this man a
        planning degree.""",
        language="en",
        section="option-b",
        days=-9,
        time="18:26",
        author="Josh",
    ),
    CommentSpec(
        text="""Бассейн с подогревом зимой — это здорово, но сколько будет стоить вход? Если как в других местах, 16 евро, то
        это не для нас. Сделайте хотя бы одно утро в неделю бесплатным для пенсионеров.""",
        language="ru",
        section="option-b",
        days=-3,
        time="12:57",
        place=point(24.95395, 60.17803),
    ),
    CommentSpec(
        text="""Vettä, aurinkoa, sauna. Mitä muuta ihminen tarvitsee. No ehkä roskiksen. B! 🌊""",
        section="option-b",
        days=-1,
        time="22:20",
        author="Make",
        place=point(24.95520, 60.17838),
    ),
)
