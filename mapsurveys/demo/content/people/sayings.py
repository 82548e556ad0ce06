"""What the demo's people write apart from single places, by language. Each is written by one person, who may mistype."""

GREETINGS = {
    "fi": (
        "Kiitos että kysytte ennen kuin piirrätte. Viime kerralla piirrettiin ensin.",
        "Olen asunut täällä 41 vuotta. Joka kymmenes vuosi joku tulee ja kysyy saman. Tehkää nyt myös jotain.",
        "Vessoja! Ihan tavallisia vessoja, joihin pääsee myös pyörätuolilla. En pyydä muuta.",
        "Rantareitti yhtenäiseksi. Nyt se katkeaa neljä kertaa ennen Kalasatamaa.",
        "Hienoa että kartalla sai piirtää. Selostakaa ens kerralla vielä mitä vastauksista seurasi.",
        "Älkää tehkö kaikesta siloteltua. Kallio on hyvä, koska se on vähän vinossa.",
        "Nuorille sisätila. Emme me huvikseen notku metroasemalla.",
        "Puut ensin, penkit sitten, kaikki muu ehtii.",
        "Toivon, että joku joskus kävelisi reitin pyörätuolin kanssa ennen kuin se hyväksytään.",
        "Kiitos Brahenkentän jäästä! Lapset luistelivat koko hiihtoloman.",
        "Miksi kaikki uusi on harmaata?? Väriä rakkaat suunnittelijat!",
        "Ei tapahtumia joka viikonlopuksi. Meillä on vauva, ja basso menee seinien läpi.",
        "Lisää tapahtumia. Kaupunki ei ole kirjasto.",
        "Parkkipaikat veks rannasta, tilalle laituri. Kannatan lämpimästi, vaikka omistan auton.",
        "Autopaikkoja on jo nyt liian vähän. Kaikki eivät pysty pyöräilemään, muistakaa meidät.",
        "jos saisin yhden toiveen ni uimapaikka hakaniemeen 🏊",
        "Sompasaaren kärki pitää jättää rauhaan. Kaikkea ei tarvitse kehittää.",
        "Talvella hiekoitus alkaa aina väärästä päästä. Aloittakaa mäistä.",
        "Luonnoksessa oli portaat veteen mutta ei kaidetta. Muutoin ihan ihana.",
        "Olen kuunnellut kadun ääntä 20 vuotta. 30 km/h ja asvaltti, joka ei humise, niin nukun.",
        "Hyvä kysely mutta vähän pitkä, kahvi ehti jäähtyä :)",
        "Koirapuistoon valot ja vesipiste. Kiitos etukäteen t. kaksi mäyräkoiraa",
        "Mukava kun kirjastossa joku auttoi täyttämään. En olisi osannut yksin.",
        "Toivoisin, että torilla voisi vain olla ostamatta mitään.",
    ),
    "sv": (
        "Tack för att ni frågar på svenska också, och på riktigt.",
        "Glöm inte oss som går långsamt. En bänk var hundrade meter räcker långt.",
        "En badplats mitt i stan vore en dröm. Kopenhamn kunde, varför inte vi?",
        "Plantera almar. Mormor talade alltid om almarna.",
        "Jag vill ha en strand där man hör havet och inte bilarna.",
        "Låt torget vara ett torg, inte en mässhall.",
    ),
    "en": (
        "Thanks for asking in English. I pay taxes here and love this place, nice to be counted.",
        "Please connect the shore path. It is 90% there and the missing 10% is where everyone gets lost.",
        "Winter is six months. Design for November, not for the July rendering.",
        "More places to sit without buying coffee.",
        "Public toilets. That's it, that's the comment.",
        "The survey map worked great on my phone, good job 👍",
    ),
    "fi-simple": (
        "Haluan, että kaduilla ei ole liukasta.",
        "Lisää penkkejä. Minun pitää levätä usein.",
        "Kiitos, että kysyitte minulta.",
        "Toivon, että joku kertoo, mitä te teette.",
    ),
    "ru": (
        "Спасибо, что спросили на русском. Очень не хватает скамеек со спинкой.",
        "Сделайте, пожалуйста, купальню. Дети были бы счастливы.",
        "Живём здесь пять лет и полюбили этот берег. Не застраивайте его целиком.",
        "Летом хорошо, а зимой скользко. Посыпайте дорожки у дома.",
    ),
}

CALM_WHY = {
    "fi": (
        "Täällä kuulee oman ajatuksensa.",
        "Linnut pesii",
        "Ainoa paikka ilman autoja",
        "Meri ja hiljaisuus, niitä ei saa takaisin",
        "Mökitön tarvitsee rauhaa kaupungissa",
        "Täällä nukutaan ikkuna auki",
    ),
    "sv": ("Här hör man vågorna.", "Fåglarna häckar här"),
    "en": ("The only quiet corner left", "Birds!"),
    "fi-simple": ("Täällä on hiljaista.",),
    "ru": ("Здесь слышно море.",),
}

KALASATAMA_VALUE = {
    "fi": (
        "Talkoohenki: sauna, laituri ja penkit ovat itse tehtyjä. Sitä ei voi tilata konsultilta.",
        "Avoin horisontti. Yksikin tolppa liikaa ja se on menetetty.",
        "Louhikko, jossa saa istua lähellä vettä.",
        "Se että ranta on kaikkien eikä pihojen jatke.",
        "Iltapäivän aurinko ja tilaa heittää kiviä mereen.",
    ),
    "sv": ("Att man kommer ända ner till vattnet.",),
    "en": ("Rough edges. Please don't polish everything.",),
    "fi-simple": ("Meri on lähellä.",),
    "ru": ("Простор и вид на море.",),
}

SAFETY_WHY = {
    "fi": (
        "Ei valoja eikä ketään missään",
        "Humalaiset porukat",
        "Pyörät tulevat takaa äänettä",
        "liukas ranta eikä kaidetta",
        "Yksin naisena en mene",
        "Työmaa-aidat, joiden taakse ei näe",
        "Pimeä alikulku",
    ),
    "sv": ("Mörkt och tomt", "Berusade gäng"),
    "en": ("Poor lighting, nobody around", "Fast e-scooters"),
    "fi-simple": ("Siellä on pimeää.", "Pelkään kaatua."),
    "ru": ("Темно и пусто", "Скользко у воды"),
}

SPOT_WORDS = {
    "keep": {
        "fi": (
            "Portaat ovat parasta tässä!",
            "Katos sateelle, fiksua",
            "Suihkulähde, lapset kiittävät",
            "Ponttoni kajakille, vihdoin",
            "Puut oikeassa paikassa, iltavarjo",
            "Ramppi veteen on iso asia",
        ),
        "sv": ("Trappan är underbar", "Träden!"),
        "en": ("Love the steps", "A canopy for the rain, smart"),
        "fi-simple": ("Portaat ovat hyvät.",),
        "ru": ("Ступени к воде — отлично",),
    },
    "change": {
        "fi": (
            "Pyörätie liian lähellä kojuja",
            "Kaide puuttuu",
            "Puita saisi olla tuplasti",
            "Katos väärään ilmansuuntaan, tuuli tulee mereltä",
            "liukas kivi talvella?",
        ),
        "sv": ("Räcke behövs", "Flytta cykelvägen"),
        "en": ("Cycle path cuts right across people", "Needs shade here"),
        "fi-simple": ("Pyörät ajavat liian lähellä.",),
        "ru": ("Нужны перила",),
    },
    "missing": {
        "fi": (
            "Vessa!",
            "Vesipiste",
            "Penkit, joissa on selkänoja",
            "Jotain nuorille",
            "Pyöräteline on liian pieni",
            "Lumen paikka talvella",
        ),
        "sv": ("Toalett?", "En bänk med ryggstöd"),
        "en": ("Where is the toilet?", "Drinking water"),
        "fi-simple": ("Täällä ei ole vessaa.",),
        "ru": ("Где туалет?",),
    },
}

PLAY_WORDS = {
    "fi": (
        "Kiipeillään ja pelataan jalkapalloa",
        "Keinutaan, aina keinutaan",
        "Hengaillaan kavereiden kans",
        "Kerätään simpukoita",
        "Skeitataan",
        "Uidaan salaa",
    ),
    "sv": ("Gungar och klättrar", "Hänger med kompisar"),
    "en": ("Climbing, snacks, repeat", "Skating"),
    "fi-simple": ("Lapset keinuvat.",),
    "ru": ("Играем в мяч",),
}

#: (what one respondent says of another's place, in which language, a part of what the other wrote)
REMARKS = (
    ("Mitattiin: vihreä palaa yhdeksän sekuntia.", "fi", "Minä ja rollaattori"),
    ("Sama kokemus eilen illalla. Kannatan.", "fi", "Mihin te luulette"),
    ("Ja lisäksi skuutit. Hermot menee.", "fi", "Kaikki samassa kulmassa"),
    ("Kerrankin joku sanoo tämän ääneen.", "fi", "Laittakaa autot muualle"),
    ("Olen eri mieltä. Autolla tulevat myös ne, jotka eivät jaksa kävellä.", "fi", "Laittakaa autot muualle"),
    ("Totta. Kyse on kahdesta invapaikasta, ne mahtuvat kyllä puidenkin kanssa.", "fi", "meillä on invapysäköinti"),
    ("Tästä tehtiin ilmoitus jo keväällä, mitään ei ole tapahtunut.", "fi", "Kierrän kadun kautta"),
    ("Meidän rapussa sama tilanne. Yksikin viikko on liikaa.", "fi", "kilometrin lenkki"),
    ("Kiitos, kun sanoit tämän. Kaikilla pitää olla paikka.", "fi", "paikan olla, kaikki ihmiset"),
    ("Hyvä idea! Voisiko asukasyhdistys hoitaa istutukset?", "fi", "jotain suojaa"),
    ("Penkki olisi kyllä hyvä, mutta ei ihan polun viereen ettei pyörä osu.", "fi", "paitti kaupan"),
    ("Tarvitaanko tähän oikeasti lisää valoa? Öisin täällä pitäisi olla pimeää.", "fi", "peili, mitä vaan"),
    ("Ihan paras paikka, ollaan hiljaa ettei kaikki tule tänne.", "fi", "aina tilaa"),
    ("Kävin yöllä kuuntelemassa. Totta joka sana 😊", "fi", "tulkaa kuuntelemaan"),
    ("Me mummot kiitämme! Tulkaa talkoisiin.", "fi", "Kiitos heille"),
    ("Rakentakaa edes vessa, sitten olen samaa mieltä.", "fi", "Älkää rakentako"),
    ("Precis så!", "sv", "slöseri med utsikt"),
    ("Jag håller med, men glöm inte vintern.", "sv", "Blåsigt"),
    ("Same here, I take the long way round because of this.", "en", "Bike lane"),
    ("Could a mirror solve it? We have one in our street.", "en", "turning right"),
    ("Согласна. Мы тоже обходим это место.", "ru", "от метро"),
    ("Minäkin pelkään tässä.", "fi-simple", "Autot ajavat liian"),
)

RUDE_REMARK = ("Oletpa tyhmä, muuta maalle jos ei kelpaa.", "fi", "moottoritie")

WINTER = {
    "fi": (
        "Lumikasa suojatien edessä, kuusi viikkoa sama kasa.",
        "Pysäkillä oli jäävuori, nouse siitä sitten ratikkaan.",
        "Aurattiin hyvin mutta kello kymmenen. Töihin mennään seitsemältä.",
        "Kaaduin tässä. Ranne murtui. Nyt sanon sen ääneen.",
        "Sohjoa nilkkaan asti ja bussi roiskii päälle",
        "Portaat oli kuin liukumäki",
        "Hiekkaa tuli vasta kun lumi oli sulanut 🤷",
        "Vaunut jäivät kiinni, tuntematon auttoi nostamaan.",
        "Tässä oli ainoa kunnolla hiekoitettu mäki koko kaupunginosassa, kiitos!",
        "Pyörätie aurattiin autokadun lumille varastoksi.",
    ),
    "sv": (
        "Trottoaren försvann i januari och kom tillbaka i april.",
        "Is under snön, förrädiskt.",
        "Sandat och fint utanför skolan, tack!",
    ),
    "en": (
        "Pure ice for three weeks.",
        "Snow bank right at the crossing, cannot see the cars.",
        "I bought spikes. Best 20 euros ever.",
    ),
    "fi-simple": ("Tässä oli liukasta.", "Lunta oli liikaa."),
    "ru": ("Сплошной лёд до марта.", "Сугроб прямо на остановке."),
}

WINTER_GREETINGS = {
    "fi": (
        "Aurakuskeille kiitos, systeemille ei.",
        "Pysäkit ensin. Sitten suojatiet. Sitten muu.",
        "Liukuesteet jakoon yli 75-vuotiaille!",
        "Kertokaa netissä milloin meidän katu aurataan.",
        "Ensi talvena jään kotiin tammikuusta maaliskuuhun.",
        "Oli parempi kuin edellisenä talvena.",
    ),
    "sv": ("Börja med backarna.", "Tack till den som sandar på Berghäll klockan fem."),
    "en": ("Plough the cycle paths before the car lanes, please.", "Better than expected for my first winter."),
    "fi-simple": ("Tehkää lumityöt aikaisin.",),
    "ru": ("Спасибо дворникам!",),
}
