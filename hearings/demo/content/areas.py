"""The places that list filters and the place search know: major districts and well-known neighbourhoods.

Drawn by hand for the demo. Districts share the vertices of their borders, so none overlaps another.
"""

from .types import DistrictSpec, NeighbourhoodSpec, polygon, tr

_LAUTTASAARI_NORTH = ((24.835, 60.165), (24.870, 60.176), (24.885, 60.187), (24.915, 60.192))
_INNER_BAYS = (
    (24.915, 60.192),
    (24.930, 60.190),
    (24.936, 60.184),
    (24.9435, 60.1765),
    (24.950, 60.1763),
    (24.960, 60.1765),
    (24.975, 60.172),
)
_CENTRAL_PARK = ((24.915, 60.222), (24.905, 60.235), (24.895, 60.2475))
_KAPYLA_NORTH = ((24.915, 60.222), (24.930, 60.2175), (24.945, 60.2225), (24.965, 60.224))
_OLD_TOWN_BAY = ((24.965, 60.224), (24.975, 60.2165), (24.985, 60.207))
_VANTAA_RIVER = ((24.965, 60.224), (24.978, 60.232), (24.985, 60.243), (24.975, 60.255), (24.960, 60.2665))
_KULOSAARI_WEST = ((24.985, 60.207), (24.985, 60.197), (24.995, 60.190), (24.990, 60.178), (24.975, 60.172))
_VIIKKI_SOUTH = ((24.985, 60.207), (25.015, 60.209), (25.040, 60.217))
_RING_ROAD_EAST = ((25.040, 60.217), (25.050, 60.230), (25.065, 60.245), (25.090, 60.255))
_ITAKESKUS_WEST = ((25.040, 60.217), (25.065, 60.203), (25.060, 60.192), (25.080, 60.180), (25.090, 60.160))
_VUOSAARI_NORTH = ((25.135, 60.243), (25.160, 60.225), (25.200, 60.215))

DISTRICTS = (
    DistrictSpec(
        slug="southern",
        name=tr(
            fi="Eteläinen suurpiiri",
            sv="Södra stordistriktet",
            en="Southern major district",
            ru="Южный округ",
        ),
        geometry=polygon(
            *_LAUTTASAARI_NORTH,
            *_INNER_BAYS[1:],
            (25.000, 60.150),
            (25.010, 60.140),
            (24.960, 60.125),
            (24.900, 60.130),
            (24.835, 60.140),
        ),
    ),
    DistrictSpec(
        slug="western",
        name=tr(
            fi="Läntinen suurpiiri",
            sv="Västra stordistriktet",
            en="Western major district",
            ru="Западный округ",
        ),
        geometry=polygon(
            *_LAUTTASAARI_NORTH,
            (24.917, 60.205),
            *_CENTRAL_PARK,
            (24.870, 60.2555),
            (24.845, 60.250),
            (24.850, 60.232),
            (24.838, 60.220),
            (24.850, 60.205),
            (24.845, 60.190),
        ),
    ),
    DistrictSpec(
        slug="central",
        name=tr(
            fi="Keskinen suurpiiri",
            sv="Mellersta stordistriktet",
            en="Central major district",
            ru="Центральный округ",
        ),
        geometry=polygon(
            *_INNER_BAYS,
            *reversed(_KULOSAARI_WEST[:-1]),
            *reversed(_OLD_TOWN_BAY[:-1]),
            *reversed(_KAPYLA_NORTH[:-1]),
            (24.917, 60.205),
        ),
    ),
    DistrictSpec(
        slug="northern",
        name=tr(
            fi="Pohjoinen suurpiiri",
            sv="Norra stordistriktet",
            en="Northern major district",
            ru="Северный округ",
        ),
        geometry=polygon(
            *_KAPYLA_NORTH,
            *_VANTAA_RIVER[1:],
            (24.935, 60.2665),
            (24.920, 60.270),
            (24.900, 60.262),
            *reversed(_CENTRAL_PARK[1:]),
        ),
    ),
    DistrictSpec(
        slug="north-eastern",
        name=tr(
            fi="Koillinen suurpiiri",
            sv="Nordöstra stordistriktet",
            en="North-Eastern major district",
            ru="Северо-Восточный округ",
        ),
        geometry=polygon(
            *_OLD_TOWN_BAY,
            *_VIIKKI_SOUTH[1:],
            *_RING_ROAD_EAST[1:],
            (25.088, 60.272),
            (25.060, 60.284),
            (25.030, 60.288),
            (24.990, 60.280),
            *reversed(_VANTAA_RIVER[1:]),
        ),
    ),
    DistrictSpec(
        slug="south-eastern",
        name=tr(
            fi="Kaakkoinen suurpiiri",
            sv="Sydöstra stordistriktet",
            en="South-Eastern major district",
            ru="Юго-Восточный округ",
        ),
        geometry=polygon(
            *reversed(_KULOSAARI_WEST),
            *_VIIKKI_SOUTH[1:],
            *_ITAKESKUS_WEST[1:],
            (25.070, 60.130),
            (25.010, 60.140),
            (25.000, 60.150),
        ),
    ),
    DistrictSpec(
        slug="eastern",
        name=tr(
            fi="Itäinen suurpiiri",
            sv="Östra stordistriktet",
            en="Eastern major district",
            ru="Восточный округ",
        ),
        geometry=polygon(
            *_RING_ROAD_EAST,
            (25.120, 60.250),
            *_VUOSAARI_NORTH,
            (25.200, 60.190),
            (25.150, 60.170),
            *reversed(_ITAKESKUS_WEST[1:]),
        ),
    ),
    DistrictSpec(
        slug="ostersundom-district",
        name=tr(
            fi="Östersundomin suurpiiri",
            sv="Östersundoms stordistrikt",
            en="Östersundom major district",
            ru="Округ Эстерсундом",
        ),
        geometry=polygon(
            *_VUOSAARI_NORTH,
            (25.225, 60.220),
            (25.250, 60.240),
            (25.258, 60.270),
            (25.245, 60.295),
            (25.200, 60.300),
            (25.165, 60.280),
            (25.150, 60.260),
        ),
    ),
)

# slug, Finnish, Swedish, Russian, longitude, latitude, radius in metres; English uses the Finnish name.
_NEIGHBOURHOODS = (
    ("kallio", "Kallio", "Berghäll", "Каллио", 24.9497, 60.1845, 600),
    ("hakaniemi", "Hakaniemi", "Hagnäs", "Хаканиеми", 24.9515, 60.1787, 350),
    ("merihaka", "Merihaka", "Havshagen", "Мерихака", 24.9600, 60.1797, 300),
    ("sornainen", "Sörnäinen", "Sörnäs", "Сёрняйнен", 24.9640, 60.1872, 500),
    ("vallila", "Vallila", "Vallgård", "Валлила", 24.9560, 60.1950, 600),
    ("pasila", "Pasila", "Böle", "Пасила", 24.9335, 60.2000, 800),
    ("kapyla", "Käpylä", "Kottby", "Кяпюля", 24.9500, 60.2150, 700),
    ("kumpula", "Kumpula", "Gumtäkt", "Кумпула", 24.9640, 60.2060, 600),
    ("arabianranta", "Arabianranta", "Arabiastranden", "Арабианранта", 24.9790, 60.2060, 500),
    ("toolo", "Töölö", "Tölö", "Тёолё", 24.9230, 60.1790, 900),
    ("meilahti", "Meilahti", "Mejlans", "Мейлахти", 24.9010, 60.1915, 600),
    ("munkkiniemi", "Munkkiniemi", "Munksnäs", "Мунккиниеми", 24.8760, 60.1970, 800),
    ("lauttasaari", "Lauttasaari", "Drumsö", "Лауттасаари", 24.8780, 60.1590, 1300),
    ("ruoholahti", "Ruoholahti", "Gräsviken", "Руохолахти", 24.9120, 60.1640, 450),
    ("kamppi", "Kamppi", "Kampen", "Камппи", 24.9310, 60.1680, 450),
    ("kruununhaka", "Kruununhaka", "Kronohagen", "Круунунхака", 24.9560, 60.1725, 400),
    ("katajanokka", "Katajanokka", "Skatudden", "Катаянокка", 24.9680, 60.1670, 550),
    ("punavuori", "Punavuori", "Rödbergen", "Пунавуори", 24.9370, 60.1610, 400),
    ("eira", "Eira", "Eira", "Эйра", 24.9380, 60.1565, 350),
    ("hernesaari", "Hernesaari", "Ärtholmen", "Хернесаари", 24.9240, 60.1500, 500),
    ("jatkasaari", "Jätkäsaari", "Busholmen", "Яткясаари", 24.9150, 60.1560, 700),
    ("kalasatama", "Kalasatama", "Fiskehamnen", "Каласатама", 24.9790, 60.1880, 600),
    ("kulosaari", "Kulosaari", "Brändö", "Кулосаари", 25.0070, 60.1870, 800),
    ("herttoniemi", "Herttoniemi", "Hertonäs", "Херттониеми", 25.0320, 60.1960, 900),
    ("laajasalo", "Laajasalo", "Degerö", "Лааясало", 25.0500, 60.1730, 1300),
    (
        "kruunuvuorenranta",
        "Kruunuvuorenranta",
        "Kronbergsstranden",
        "Круунувуоренранта",
        25.0200,
        60.1680,
        700,
    ),
    ("vuosaari", "Vuosaari", "Nordsjö", "Вуосаари", 25.1440, 60.2080, 1500),
    ("rastila", "Rastila", "Rastböle", "Растила", 25.1220, 60.2060, 600),
    ("itakeskus", "Itäkeskus", "Östra centrum", "Итякескус", 25.0810, 60.2100, 600),
    ("kontula", "Kontula", "Gårdsbacka", "Контула", 25.0840, 60.2360, 800),
    ("mellunmaki", "Mellunmäki", "Mellungsbacka", "Меллунмяки", 25.1090, 60.2390, 700),
    ("malmi", "Malmi", "Malm", "Мальми", 25.0110, 60.2510, 900),
    ("tapanila", "Tapanila", "Mosabacka", "Тапанила", 25.0290, 60.2630, 700),
    ("puistola", "Puistola", "Parkstad", "Пуйстола", 25.0450, 60.2750, 800),
    ("pukinmaki", "Pukinmäki", "Bocksbacka", "Пукинмяки", 24.9930, 60.2430, 600),
    ("oulunkyla", "Oulunkylä", "Åggelby", "Оулункюля", 24.9660, 60.2290, 800),
    ("maunula", "Maunula", "Månsas", "Маунула", 24.9280, 60.2310, 700),
    ("pakila", "Pakila", "Baggböle", "Пакила", 24.9370, 60.2430, 900),
    ("paloheina", "Paloheinä", "Svedängen", "Палохейня", 24.9290, 60.2560, 800),
    ("haaga", "Haaga", "Haga", "Хаага", 24.8960, 60.2220, 900),
    ("kannelmaki", "Kannelmäki", "Gamlas", "Каннельмяки", 24.8830, 60.2400, 700),
    ("malminkartano", "Malminkartano", "Malmgård", "Мальминкартано", 24.8600, 60.2470, 700),
    ("viikki", "Viikki", "Vik", "Вийкки", 25.0190, 60.2270, 1000),
    ("pihlajamaki", "Pihlajamäki", "Rönnbacka", "Пихлаямяки", 25.0100, 60.2370, 600),
    ("suomenlinna", "Suomenlinna", "Sveaborg", "Суоменлинна", 24.9850, 60.1450, 700),
    ("hietaniemi", "Hietaniemi", "Sandudd", "Хиетаниеми", 24.9110, 60.1740, 400),
    ("ostersundom", "Östersundom", "Östersundom", "Эстерсундом", 25.1830, 60.2560, 1200),
)

NEIGHBOURHOODS = tuple(
    NeighbourhoodSpec(
        slug=slug,
        name=tr(fi=finnish, sv=swedish, en=finnish, ru=russian),
        centre=(longitude, latitude),
        radius_metres=radius,
    )
    for slug, finnish, swedish, russian, longitude, latitude, radius in _NEIGHBOURHOODS
)
