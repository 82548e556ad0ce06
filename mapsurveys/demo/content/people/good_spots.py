"""Places that the demo's people like, and what they say of them."""

from mapsurveys.demo.content.people.ground import Spot

GOOD_SPOTS = (
    Spot(
        (24.9458, 60.1799),
        ("sea", "green"),
        55,
        6,
        ("kallio", "hakaniemi", "pasila"),
        "Tokoinranta, nurmikko",
        {
            "fi": (
                "Istun tässä joka kesäilta niin kauan kuin aurinko jaksaa. Älkää rakentako tähän mitään, pliis.",
                "Paras piknikpaikka. Roskiksia vain pitäis olla tuplasti vapun jälkeen ☀️",
                "Täällä opetin tyttäreni pyöräilemään. Nurmikko antaa anteeksi.",
                "Hanhet ovat vallanneet puolet, mutta mahdutaan me.",
            ),
            "sv": ("Här läser jag min morgontidning på bänken, med fötterna i solen och änderna som sällskap.",),
            "en": ("My first home in this city was across the road. I still come back to this lawn when I miss it.",),
            "ru": ("Здесь встречаем весну всей семьёй: термос, пирожки и первое солнце.",),
            "fi-simple": ("Täällä on kaunista. Istun täällä usein.",),
        },
    ),
    Spot(
        (24.9510, 60.1791),
        ("people",),
        40,
        6,
        ("kallio", "hakaniemi", "sornainen"),
        "Hakaniementori",
        {
            "fi": (
                "Torikahvit ja munkki. Ei tarvita suunnittelijaa, tarvitaan myyjiä.",
                "Lauantaiaamu torilla on minulle koko viikon kohokohta. Tunnen kaikki myyjät etunimeltä.",
                "Halli aukesi ja elämä palasi 😍",
            ),
            "sv": ("Torget lever! Köp strömming av damen i hörnet.", "Bra kaffe, bra folk."),
            "en": (
                "Feels like the only place in town where everyone from grandmas to punks has coffee at the same table.",
            ),
            "ru": ("Рынок — самое живое место. Покупаю здесь рыбу и ягоды.",),
            "fi-simple": ("Ostan torilta mansikoita.",),
        },
    ),
    Spot(
        (24.9542, 60.1788),
        ("sea",),
        35,
        4,
        ("hakaniemi", "kallio"),
        "Hakaniemenrannan kaide",
        {
            "fi": (
                "Tästä näkee jäänlähdön. Seison kaiteella joka kevät samana viikkona.",
                "Töiden jälkeen kävelen aina tätä kautta vaikka on pidempi. Meri nollaa pään.",
                "Vesi on lähellä mutta siihen ei pääse. Silti paras.",
            ),
            "en": ("Great light for photos at 4 pm in February, honestly.",),
        },
    ),
    Spot(
        (24.9614, 60.1799),
        ("sea", "quiet"),
        35,
        4,
        ("hakaniemi",),
        "Merihaan laituri",
        {
            "fi": (
                "Merihaan kärjessä on aina tuuli ja aina tilaa. Onkimiehet tervehtivät.",
                "Betonikansi on ruma mutta näkymä on miljoonan arvoinen.",
                "tääl voi olla rauhas kukaan ei häiritse",
            ),
            "sv": ("Från bryggan ser man färjorna komma. Jag räknar dem.",),
            "ru": ("Рыбачу здесь с внуком. Клюёт редко, но нам хорошо.",),
        },
    ),
    Spot(
        (24.9527, 60.1839),
        ("people", "green"),
        30,
        6,
        ("kallio", "sornainen"),
        "Karhupuisto",
        {
            "fi": (
                "Karhupuiston mummot hoitavat kukat ja minä ihailen. Kiitos heille!",
                "Kioskin edessä istuu koko Kallio. Lisää tuoleja, ei lisää sääntöjä.",
                "Karhu 🐻❤️",
                "Täällä ollaan ulkona myös niinä päivinä, kun kotona on ahdasta.",
            ),
            "sv": ("Björnparken är mitt vardagsrum.",),
            "en": (
                "The flower volunteers deserve a medal.",
                "Cosy little park, bit crowded on Fridays but that's the charm.",
            ),
            "ru": ("Маленький парк, а сколько цветов! Сижу здесь после работы.",),
        },
    ),
    Spot(
        (24.9537, 60.1836),
        ("quiet", "people"),
        20,
        3,
        ("kallio",),
        "Kallion kirjasto",
        {
            "fi": (
                "Lasten satuhetki ja lämmin lattia. Mitä muuta ihminen tarvitsee?",
                "Lehtisali klo 9. Hiljaisuus, jossa on seuraa.",
            ),
            "ru": ("Здесь есть книги на русском и добрые библиотекари.",),
            "fi-simple": ("Kirjastossa minua autetaan.",),
        },
    ),
    Spot(
        (24.9508, 60.1878),
        ("play", "people"),
        40,
        3,
        ("kallio", "vallila"),
        "Brahenkenttä",
        {
            "fi": (
                "Talvella luistin, kesällä futis. Kenttä on kaupungin paras sijoitus.",
                "Luistelukoulu lauantaisin!! 8 v",
            ),
            "en": ("Learned to skate here at 34. Nobody laughed.",),
        },
    ),
    Spot(
        (24.9428, 60.1872),
        ("green", "quiet"),
        50,
        3,
        ("kallio", "pasila", "vallila"),
        "Alppipuisto",
        {
            "fi": (
                "Kallioilta näkee yli kattojen, kun muut ovat Linnanmäellä jonossa.",
                "Ilmaiskonsertit heinäkuussa, ikimuistoisia.",
            ),
            "sv": ("Klipporna, ljungen och en termos.",),
        },
    ),
    Spot(
        (24.9706, 60.1869),
        ("people", "play"),
        35,
        3,
        ("sornainen", "kalasatama", "kallio"),
        "Suvilahti",
        {
            "fi": (
                "Skeittipaikka ja seinät. Tää on meidän olohuone, muistakaa se.",
                "Maalaan tänne joka sunnuntai isän kanssa.",
            ),
            "en": ("Keep the graffiti wall. There is nothing like it in the whole country.",),
        },
    ),
    Spot(
        (24.9812, 60.1857),
        ("green", "play", "sea"),
        45,
        6,
        ("kalasatama",),
        "Kalasatamanpuisto",
        {
            "fi": (
                "Meidän takapiha. Lapset leikkii, minä katson merta ja laskelmoin, ehdinkö juoda kahvin.",
                "Uusi puisto mutta jo rakas. Puut vain saisivat kasvaa nopeammin.",
                "Illalla kun Mustikkamaalta palaa niin tuntuu et on lomalla",
            ),
            "en": ("We moved here for this view. Worth every month of construction noise (almost).",),
            "sv": ("Barnen klättrar, jag dricker kaffe. Mer skugga tack!",),
            "fi-simple": ("Tämä on hyvä puisto lapsille.",),
        },
    ),
    Spot(
        (24.9830, 60.1812),
        ("sea", "quiet"),
        40,
        5,
        ("kalasatama", "sornainen"),
        "Sompasaaren kärki",
        {
            "fi": (
                "Auringonnousu Sompasaaressa ennen aamuvuoroa. Suosittelen kaikille ainakin kerran.",
                "Talviuinti ja tuntemattomat, jotka kysyvät miten menee. Sellaista pitää varjella.",
                "Tuulee niin että lakki lähtee mutta on se hieno",
            ),
            "en": ("The sauna people here taught me more Finnish than any course.",),
            "sv": ("Havet ända in i stan.",),
        },
    ),
    Spot(
        (24.9600, 60.2040),
        ("green", "quiet"),
        60,
        3,
        ("kumpula", "vallila", "kapyla"),
        "Kumpulanlaakso",
        {
            "fi": (
                "Siirtolapuutarhan aidan takaa tuoksuu syreeni. Kävelen hitaasti.",
                "Satakieli laulaa täällä toukokuussa, ihan oikeasti, tulkaa kuuntelemaan yöllä.",
            ),
            "sv": ("Dalen är grön långt in i oktober.",),
        },
    ),
    Spot(
        (24.9800, 60.2065),
        ("sea", "green"),
        45,
        3,
        ("kumpula",),
        "Arabian rantapuisto",
        {
            "fi": ("Lintutorni ja lenkkipolku. Enempää en pyydä.", "Koirani valitsi tämän, minä vain merkkaan."),
            "en": ("Long flat path by the bay, perfect with a pram.",),
        },
    ),
    Spot(
        (24.9500, 60.2140),
        ("green", "quiet"),
        60,
        2,
        ("kapyla",),
        "Puu-Käpylä",
        {
            "fi": ("Omenapuut ja puutalot, täällä aika kulkee puolta vauhtia.",),
            "sv": ("Trähusen i Kottby är stans vackraste promenad.",),
        },
    ),
)

#: Said of any place that one likes, by anybody.
SHORT_PRAISE = {
    "fi": ("Ihana!", "Hyvä paikka", "Meri.", "Lempipaikka", "täällä on kivaa", "Rauhallista"),
    "sv": ("Fint här", "Underbart!", "Lugnt"),
    "en": ("Love it", "Nice spot", "Lovely views"),
    "fi-simple": ("Hyvä paikka.", "Täällä on kivaa."),
    "ru": ("Красиво", "Хорошее место"),
}
