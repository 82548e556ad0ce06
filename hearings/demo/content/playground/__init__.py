"""The closed hearing with its outcome: a playground in Käpylä. The plan and its residents are made up."""

from ..types import CommentSpec, HearingSpec, line, point, polygon, tr
from .sections import EQUIPMENT, MAIN, OUTCOME

_COMMENTS = (
    CommentSpec(
        text="Hiekkalaatikolla on heinäkuussa kuin saharassa. Varjoa, varjoa, varjoa.",
        days=-81,
        time="10:14",
        author="Ida",
        place=point(24.94790, 60.21365),
        label="parks-and-nature",
        key="sahara",
    ),
    CommentSpec(
        text="Samaa sanoi meidän perhepäivähoitaja. Purje olisi nopea ratkaisu, puut kasvavat meidän lapsenlapsille.",
        days=-81,
        time="20:33",
        reply_to="sahara",
    ),
    CommentSpec(
        text="""Korikeinu on poikani lempipaikka. Nyt sinne ei pääse pyörätuolilla, koska haketta on 30 senttiä. Siirtäkää keinu
        polun viereen.""",
        section="equipment",
        days=-79,
        time="21:05",
        author="Outi",
        place=point(24.94815, 60.21390),
        label="accessibility",
    ),
    CommentSpec(
        text="Vattenleken ligger tre meter från gatan. Mina tvillingar springer åt var sitt håll. Snälla, flytta den!",
        language="sv",
        section="equipment",
        days=-78,
        time="08:47",
        author="Sofia",
        place=point(24.94895, 60.21345),
    ),
    CommentSpec(
        text="Kumpua ei saa siirtää. Olen laskenut siitä pulkalla 1961, lapseni 1988 ja lapsenlapseni viime talvena.",
        days=-76,
        time="17:20",
        author="Pentti",
        place=polygon(
            (24.94700, 60.21385),
            (24.94760, 60.21390),
            (24.94765, 60.21425),
            (24.94705, 60.21420),
        ),
    ),
    CommentSpec(
        text="A grill shelter would turn this into the place where neighbours actually meet. Please?",
        language="en",
        days=-74,
        time="19:11",
        author="Ben",
        place=point(24.94850, 60.21410),
    ),
    CommentSpec(
        text="""Grillikatos tarkoittaa savua makuuhuoneessa ja tyhjiä tölkkejä aamulla. Ja valot pois kymmeneltä, kiitos: ne
        paistavat suoraan sisään.""",
        days=-73,
        time="22:40",
        author="Naapuri",
    ),
    CommentSpec(
        text="Хорошо бы скамейку с тенью для бабушек и дедушек. Мы тут проводим больше времени, чем дети.",
        language="ru",
        days=-70,
        time="13:08",
        author="Галина",
        place=point(24.94770, 60.21350),
    ),
    CommentSpec(
        text="Isommille jotain! 11-vuotiaalle puistossa on nyt tasan yksi lyhtypylväs.",
        section="equipment",
        days=-68,
        time="15:55",
    ),
    CommentSpec(
        text="Karusellin ympärillä pitää olla tilaa kääntyä. Minun tuolini on iso.",
        language="fi-simple",
        section="equipment",
        days=-64,
        time="11:30",
        author="Ville",
        label="accessibility",
    ),
    CommentSpec(
        text="Koulusta tullaan tätä oikopolkua. Jos siihen laitetaan aita, se kierretään pensaiden läpi.",
        days=-60,
        time="14:02",
        place=line((24.94665, 60.21330), (24.94740, 60.21360), (24.94830, 60.21375), (24.94930, 60.21415)),
        label="schools",
    ),
    CommentSpec(
        text="Vesileikki on huippu, mutta kadun puolelle se ei kuulu.",
        section="equipment",
        days=-55,
        time="09:18",
        author="Isä ja Alvar 3 v",
    ),
    CommentSpec(
        text="""Esteetön puisto ei ole esteetön, jos portti on raskas. Meillä on rollaattori ja kaksosten rattaat, kaikki jäävät
        samaan porttiin.""",
        days=-47,
        time="18:36",
        place=point(24.94925, 60.21405),
        label="accessibility",
    ),
    CommentSpec(
        text="Lehmuksia, ei koivuja, hiekkalaatikon varjoksi. Siitepölyä on jo tarpeeksi. 🌳",
        days=-41,
        time="21:49",
        author="Allergikko",
    ),
)

HEARING = HearingSpec(
    slug="kapylan-leikkipuisto",
    organisation="parks",
    title=tr(
        fi="Käpylän leikkipuiston uudistus",
        sv="Lekparken i Kottby förnyas",
        en="Renewing the Käpylä playground",
        simple="Käpylän leikkipuisto",
        ru="Обновление детского парка в Кяпюля",
    ),
    abstract=tr(
        fi="Leikkipuisto uusitaan kaikenikäisille. Kuuleminen on päättynyt: lue, mitä muutimme. Demosisältöä.",
        sv="Lekparken förnyas för alla åldrar. Hörandet är avslutat: läs vad vi ändrade. Demoinnehåll.",
        en="The playground is renewed for every age. The hearing has ended: read what we changed. Demo content.",
        simple="Leikkipuisto uusitaan. Et voi enää kertoa mielipidettä. Voit lukea, mitä päätettiin. Tämä on esimerkki.",
        ru="Детский парк обновят для любого возраста. Обсуждение завершено: прочитайте, что мы изменили. Демо-материал.",
    ),
    labels=("play-and-sport", "parks-and-nature", "accessibility"),
    contacts=("park-planner",),
    area=polygon(
        (24.94650, 60.21320),
        (24.94780, 60.21312),
        (24.94930, 60.21330),
        (24.94945, 60.21420),
        (24.94820, 60.21442),
        (24.94680, 60.21435),
    ),
    open_days=-82,
    close_days=-40,
    results_expected_days=-8,
    main_image="playground",
    main_image_alt=tr(
        fi="Lapsia keinumassa ja kiipeilemässä mäntykummun juurella, takana punaisia puutaloja.",
        sv="Barn gungar och klättrar vid en kulle med tallar, röda trähus i bakgrunden.",
        en="Children swinging and climbing below a mound with pines, with red wooden houses behind.",
        simple="Lapset leikkivät leikkipuistossa.",
        ru="Дети качаются и лазают у холма с соснами, позади красные деревянные дома.",
    ),
    sections=(MAIN, EQUIPMENT, OUTCOME),
    comments=_COMMENTS,
)
