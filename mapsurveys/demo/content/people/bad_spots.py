"""Places that the demo's people want mended, and how."""

from mapsurveys.demo.content.people.ground import Spot

BAD_SPOTS = (
    Spot(
        (24.9523, 60.1798),
        ("traffic",),
        25,
        6,
        ("kallio", "hakaniemi", "sornainen"),
        "Hämeentien ylitys torin kulmassa",
        {
            "fi": (
                "Vihreä palaa kahdeksan sekuntia. Minä ja rollaattori tarvitsemme kaksikymmentä.",
                "Pyörätie loppuu keskelle jalkakäytävää. Mihin te luulette meidän menevän?",
                "Ratikka, bussi, pyörä, sähköpotkulauta, mummo. Kaikki samassa kulmassa. Keksikää jotain.",
                "melkein jäin auton alle lokakuussa, suojatie pitäs saada korotetuks",
            ),
            "sv": ("Grönt ljus så kort att jag får springa med barnvagnen.",),
            "en": ("Cars turning right never look. Raised crossing, please, before someone gets killed.",),
            "ru": ("Зелёный горит слишком мало, пожилым не успеть.",),
            "fi-simple": ("Autot ajavat liian kovaa. Pelkään mennä tien yli.",),
        },
    ),
    Spot(
        (24.9533, 60.1790),
        ("empty", "access"),
        35,
        5,
        ("hakaniemi", "kallio"),
        "Hakaniemenrannan parkkipaikka",
        {
            "fi": (
                "Kaupungin paras merenranta on parkkipaikka. Laittakaa autot muualle ja puita tilalle.",
                "Autopaikkoja on pakko jättää, meillä invapysäköinti on tässä eikä muualla!",
                "Tänne se rantareitti. Nyt pitää kiertää autojen välistä.",
            ),
            "sv": ("Parkeringen vid vattnet är ett slöseri med utsikt.",),
            "en": ("A car park with a sea view. Only the cars enjoy it.",),
        },
    ),
    Spot(
        (24.9600, 60.1816),
        ("access", "dark"),
        25,
        4,
        ("hakaniemi", "sornainen"),
        "Merihaan alikulku",
        {
            "fi": (
                "Alikulussa haisee ja lamput on rikki. Kierrän kadun kautta vaikka myöhästyisin.",
                "Hissi Merihaan kannelle on ollut epäkunnossa viikkoja. Pyörätuolilla se on kilometrin lenkki.",
                "Portaat, portaat, portaat. Missä ramppi?",
            ),
            "sv": ("Lampan i tunneln har varit trasig sedan september.",),
            "fi-simple": ("Hissi on rikki. En pääse kotiin rollaattorilla.",),
        },
    ),
    Spot(
        (24.9603, 60.1877),
        ("dirty", "dark"),
        30,
        6,
        ("sornainen", "kallio", "vallila"),
        "Vaasanaukio, Kurvi",
        {
            "fi": (
                "Ruiskuja ja sirpaleita aamuisin. Siivous kuudelta eikä yhdeksältä, kiitos.",
                "Piritori ei parane penkit poistamalla. Ihmiset tarvitsevat paikan olla, kaikki ihmiset.",
                "Lapset eivät halua odottaa ratikkaa tässä. En ihmettele.",
                "Täällä on valoja jo vaikka kuinka, mutta ei yhtään syytä pysähtyä.",
            ),
            "en": ("More life, not more cameras: a café, a kiosk, anything that stays open after six.",),
            "ru": ("Вечером страшно идти от метро. Нужен свет и чистота.",),
            "sv": ("Gör torget till en plats där man vågar vänta på någon.",),
        },
    ),
    Spot(
        (24.9527, 60.1876),
        ("traffic", "access"),
        30,
        4,
        ("kallio", "sornainen"),
        "Helsinginkatu",
        {
            "fi": (
                "Pyöräkaista on täynnä lastaavia pakuja joka ainoa aamu.",
                "Helsinginkadulla 30 km/h on ehdotus, ei rajoitus.",
                "Jalkakäytävä on niin kapea että sateenvarjot kolisevat.",
            ),
            "en": ("Bike lane = delivery van lane. Paint does not protect anyone 🚲",),
        },
    ),
    Spot(
        (24.9775, 60.1875),
        ("empty", "access"),
        30,
        5,
        ("kalasatama",),
        "Kalasataman metroaseman edusta",
        {
            "fi": (
                "Tornien väleissä tuulee niin, että lapsi lentää. Puita tai seiniä, jotain suojaa!",
                "Koko Redin ympäristö on tuulitunneli. Onko kukaan suunnittelija seissyt tässä marraskuussa?",
                "penkkejä ei oo missään paitti kaupan sisällä",
            ),
            "en": ("The wind here nearly took my groceries. Plant something big.",),
            "sv": ("Blåsigt och grått. Några träd skulle göra underverk.",),
        },
    ),
    Spot(
        (24.9690, 60.1866),
        ("dark", "traffic"),
        25,
        3,
        ("kalasatama", "sornainen"),
        "Suvilahden alikulku",
        {
            "fi": (
                "Iltavuoron jälkeen juoksen tästä läpi. Valot, peili, mitä vaan.",
                "Työmaan takia reitti vaihtuu viikottain, eikä kukaan kerro mihin.",
            ),
            "ru": ("После смены здесь темно и никого. Поставьте фонари.",),
        },
    ),
    Spot(
        (24.9520, 60.1945),
        ("traffic",),
        40,
        3,
        ("vallila", "pasila"),
        "Teollisuuskatu",
        {
            "fi": ("Teollisuuskatu on moottoritie keskellä kotia.", "Rekkoja jo viideltä. Ikkunat tärisee."),
            "sv": ("Tunga lastbilar hela natten.",),
        },
    ),
    Spot(
        (24.9340, 60.1987),
        ("access", "empty"),
        35,
        3,
        ("pasila",),
        "Pasilan aseman länsipuoli",
        {
            "fi": (
                "Asemalta länteen ei pääse ilman suunnistajan taitoja.",
                "Rullaportaat seis taas. Laukku ja kaksi lasta.",
            ),
            "en": ("I have lived here two years and still get lost leaving the station.",),
        },
    ),
    Spot(
        (24.9490, 60.2010),
        ("traffic", "empty"),
        45,
        2,
        ("kapyla", "vallila", "kumpula"),
        "Mäkelänkatu",
        {
            "fi": (
                "Puurivi on kaunis, mutta sen alla kulkee kuusi kaistaa.",
                "Pysäkille pitäisi saada katos, vettä tulee niskaan.",
            )
        },
    ),
    Spot(
        (24.9765, 60.2058),
        ("dark", "access"),
        35,
        2,
        ("kumpula",),
        "Arabian pysäkki",
        {"fi": ("Talvella polku rantaan on pimeä kuin pussi.",), "sv": ("Halt på bron varje vinter.",)},
    ),
    Spot(
        (24.9481, 60.1849),
        ("access",),
        20,
        2,
        ("kallio",),
        "Kirkon takana, portaat",
        {
            "fi": (
                "Kivirappuset ovat talvella luistinrata. Kaide edes toiselle puolelle.",
                "Mummot eivät pääse kirkkoon kuin autolla.",
            ),
            "fi-simple": ("Portaat ovat liukkaat.",),
        },
    ),
)

SHORT_BLAME = {
    "fi": ("Penkkejä!", "Roskis täynnä aina", "Lisää valoa", "Korjatkaa pls", "Vaarallinen", "Puita tänne"),
    "sv": ("Mer ljus", "Farligt", "Skräpigt"),
    "en": ("More light please", "Scary at night", "Needs benches"),
    "fi-simple": ("Täällä on pimeää.", "Täällä ei ole penkkiä."),
    "ru": ("Нужен свет", "Грязно"),
}
