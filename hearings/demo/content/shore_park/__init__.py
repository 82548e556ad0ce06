"""The open hearing: a shore park at Hakaniemi. The plan, its figures and its residents are made up."""

from ..types import HearingSpec, polygon, tr
from .comments_main import COMMENTS as MAIN_COMMENTS
from .comments_options import COMMENTS as OPTION_COMMENTS
from .comments_parts import COMMENTS as PART_COMMENTS
from .main import MAIN
from .parts import PLANTING, PROMENADE, TRAFFIC
from .scenarios import CITY_QUAY, SOFT_SHORE

HEARING = HearingSpec(
    slug="hakaniemen-rantapuisto",
    organisation="detailed-planning",
    title=tr(
        fi="Hakaniemen rantapuisto",
        sv="Hagnäs strandpark",
        en="Hakaniemi shore park",
        simple="Hakaniemen rannan puisto",
        ru="Береговой парк Хаканиеми",
    ),
    abstract=tr(
        fi="""Millainen puisto sinun rantaasi? Pitkänsillan ja Merihaan väliin suunnitellaan 740 metriä puistoa, raittia ja
        pääsyä veteen. Kerro mielipiteesi luonnoksesta ja valitse kahden rannan väliltä. Demosisältöä: suunnitelma on
        keksitty.""",
        sv="""Hurdan park vill du ha vid din strand? Mellan Långa bron och Havshagen planeras 740 meter park, promenad och
        vägar ner till vattnet. Säg vad du tycker om utkastet och välj mellan två stränder. Demoinnehåll: planen är
        påhittad.""",
        en="""What kind of park do you want by the water? Between Pitkäsilta bridge and Merihaka, 740 metres of park,
        promenade and ways into the water are being planned. Tell us what you think of the draft and choose between two
        shores. Demo content: the plan is made up.""",
        simple="""Hakaniemen rantaan tulee puisto. Millaisen puiston sinä haluat? Kerro meille. Tämä on esimerkki.
        Suunnitelma ei ole oikea.""",
        ru="""Каким должен быть парк у воды? Между мостом Питкясилта и Мерихакой планируется 740 метров парка, набережной и
        спусков к воде. Поделитесь мнением об эскизе и выберите один из двух берегов. Демонстрационное содержание: проект
        вымышленный.""",
    ),
    labels=("parks-and-nature", "shore", "cycling", "accessibility"),
    contacts=("landscape-architect", "traffic-engineer"),
    area=polygon(
        (24.95030, 60.17705),
        (24.95030, 60.17672),
        (24.95110, 60.17668),
        (24.95205, 60.17680),
        (24.95225, 60.17720),
        (24.95225, 60.17785),
        (24.95330, 60.17795),
        (24.95450, 60.17810),
        (24.95600, 60.17840),
        (24.95745, 60.17890),
        (24.95835, 60.17945),
        (24.95790, 60.17985),
        (24.95690, 60.17940),
        (24.95560, 60.17890),
        (24.95430, 60.17858),
        (24.95310, 60.17848),
        (24.95160, 60.17843),
        (24.95158, 60.17705),
    ),
    open_days=-14,
    close_days=28,
    results_expected_days=88,
    main_image="shore-park-hero",
    main_image_alt=tr(
        fi="Kesäilta rannalla: ihmisiä kävelyraitilla ja rantaportailla, puita, veneitä ja kaupungin siluetti.",
        sv="Sommarkväll vid stranden: människor på promenaden och strandtrapporna, träd, båtar och stadens siluett.",
        en="Summer evening by the water: people on the promenade and the steps, trees, boats and the city's skyline.",
        simple="Kesäilta meren rannalla. Ihmiset kävelevät ja istuvat portailla.",
        ru="Летний вечер у воды: люди на набережной и ступенях, деревья, лодки и силуэт города.",
    ),
    sections=(MAIN, PROMENADE, PLANTING, TRAFFIC, SOFT_SHORE, CITY_QUAY),
    comments=(*MAIN_COMMENTS, *PART_COMMENTS, *OPTION_COMMENTS),
)
