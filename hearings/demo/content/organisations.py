"""Who holds the demo's hearings, whom to ask, and the terms that classify them."""

from .types import ContactSpec, LabelSpec, OrganisationSpec, tr

ORGANISATIONS = (
    OrganisationSpec(
        slug="demo-city",
        name=tr(fi="Demokaupunki", sv="Demostaden", en="Demo City", simple="Demokaupunki", ru="Демо-город"),
    ),
    OrganisationSpec(
        slug="urban-environment",
        parent="demo-city",
        name=tr(
            fi="Kaupunkiympäristön toimiala",
            sv="Stadsmiljösektorn",
            en="Urban Environment Division",
            simple="Kaupunkiympäristö",
            ru="Департамент городской среды",
        ),
    ),
    OrganisationSpec(
        slug="land-use",
        parent="urban-environment",
        name=tr(
            fi="Maankäyttö ja kaupunkirakenne",
            sv="Markanvändning och stadsstruktur",
            en="Land Use and City Structure",
            simple="Maankäyttö",
            ru="Землепользование и структура города",
        ),
    ),
    OrganisationSpec(
        slug="detailed-planning",
        parent="land-use",
        name=tr(
            fi="Asemakaavoitus",
            sv="Detaljplanläggning",
            en="Detailed Planning",
            simple="Kaavoitus",
            ru="Отдел детальной планировки",
        ),
    ),
    OrganisationSpec(
        slug="parks",
        parent="urban-environment",
        name=tr(
            fi="Puistot ja viheralueet",
            sv="Parker och grönområden",
            en="Parks and Green Areas",
            simple="Puistot",
            ru="Парки и зелёные зоны",
        ),
    ),
    OrganisationSpec(
        slug="culture-and-leisure",
        parent="demo-city",
        name=tr(
            fi="Kulttuurin ja vapaa-ajan toimiala",
            sv="Kultur- och fritidssektorn",
            en="Culture and Leisure Division",
            simple="Kulttuuri ja vapaa-aika",
            ru="Департамент культуры и досуга",
        ),
    ),
)

CONTACTS = (
    ContactSpec(
        key="landscape-architect",
        organisation="detailed-planning",
        name="Aino (demo)",
        phone="09 310 00001",
        email="aino@example.org",
        title=tr(
            fi="Maisema-arkkitehti",
            sv="Landskapsarkitekt",
            en="Landscape architect",
            simple="Puiston suunnittelija",
            ru="Ландшафтный архитектор",
        ),
    ),
    ContactSpec(
        key="traffic-engineer",
        organisation="land-use",
        name="Mikael (demo)",
        phone="09 310 00002",
        email="mikael@example.org",
        title=tr(
            fi="Liikenneinsinööri",
            sv="Trafikingenjör",
            en="Traffic engineer",
            simple="Liikenteen suunnittelija",
            ru="Инженер по транспорту",
        ),
    ),
    ContactSpec(
        key="lighting-planner",
        organisation="parks",
        name="Sampo (demo)",
        phone="09 310 00003",
        email="sampo@example.org",
        title=tr(
            fi="Valaistussuunnittelija",
            sv="Belysningsplanerare",
            en="Lighting planner",
            simple="Valojen suunnittelija",
            ru="Проектировщик освещения",
        ),
    ),
    ContactSpec(
        key="park-planner",
        organisation="parks",
        name="Leena (demo)",
        phone="09 310 00004",
        email="leena@example.org",
        title=tr(
            fi="Puistosuunnittelija",
            sv="Parkplanerare",
            en="Park planner",
            simple="Puiston suunnittelija",
            ru="Проектировщик парков",
        ),
    ),
    ContactSpec(
        key="librarian",
        organisation="culture-and-leisure",
        name="Oskar (demo)",
        phone="09 310 00005",
        email="oskar@example.org",
        title=tr(
            fi="Kirjastopalvelujen tuottaja",
            sv="Producent för bibliotekstjänster",
            en="Library service producer",
            simple="Kirjaston työntekijä",
            ru="Координатор библиотечных услуг",
        ),
    ),
)

LABELS = (
    LabelSpec("housing", tr(fi="Asuminen", sv="Boende", en="Housing", simple="Asuminen", ru="Жильё")),
    LabelSpec("traffic", tr(fi="Liikenne", sv="Trafik", en="Traffic", simple="Liikenne", ru="Дорожное движение")),
    LabelSpec(
        "parks-and-nature",
        tr(
            fi="Puistot ja luonto",
            sv="Parker och natur",
            en="Parks and nature",
            simple="Puistot ja luonto",
            ru="Парки и природа",
        ),
    ),
    LabelSpec("cycling", tr(fi="Pyöräily", sv="Cykling", en="Cycling", simple="Pyöräily", ru="Велодвижение")),
    LabelSpec("culture", tr(fi="Kulttuuri", sv="Kultur", en="Culture", simple="Kulttuuri", ru="Культура")),
    LabelSpec(
        "shore",
        tr(fi="Meri ja rannat", sv="Hav och stränder", en="Shore", simple="Meri ja ranta", ru="Море и берег"),
    ),
    LabelSpec(
        "schools",
        tr(
            fi="Koulut ja päiväkodit",
            sv="Skolor och daghem",
            en="Schools and day care",
            simple="Koulut ja päiväkodit",
            ru="Школы и детские сады",
        ),
    ),
    LabelSpec("trams", tr(fi="Raitiotiet", sv="Spårvägar", en="Trams", simple="Raitiovaunut", ru="Трамваи")),
    LabelSpec(
        "accessibility",
        tr(
            fi="Esteettömyys",
            sv="Tillgänglighet",
            en="Accessibility",
            simple="Esteettömyys",
            ru="Доступная среда",
        ),
    ),
    LabelSpec("noise", tr(fi="Melu", sv="Buller", en="Noise", simple="Melu", ru="Шум")),
    LabelSpec(
        "play-and-sport",
        tr(
            fi="Leikki ja liikunta",
            sv="Lek och motion",
            en="Play and sport",
            simple="Leikki ja liikunta",
            ru="Игры и спорт",
        ),
    ),
)
