"""Comments on the promenade, the planting and the traffic. Every resident is made up."""

from ..types import CommentSpec, line, point, polygon

COMMENTS = (
    # The promenade
    CommentSpec(
        text="""Uimaportaat Pitkänsillan kupeeseen ovat huono idea: siinä kulkee veneväylä ja vesi on sameaa ainakin elokuun.
        Siirtäkää ne laiturin päähän, siellä virtaa.""",
        section="promenade",
        days=-13,
        time="08:45",
        place=point(24.95062, 60.17676),
        label="shore",
        key="swimming",
    ),
    CommentSpec(
        text="""Uin siinä joka aamu toukokuusta lokakuuhun ja olen hengissä 😄 Mutta totta, mittaustulokset olisi kiva nähdä
        jossain taulussa rannassa.""",
        section="promenade",
        days=-13,
        time="11:09",
        author="Lumi",
        reply_to="swimming",
    ),
    CommentSpec(
        text="""Kan det bli en hållare för fiskespön vid räcket? Jag och min son metar abborre här på söndagarna. Just nu
        står vi mellan två bilar.""",
        language="sv",
        section="promenade",
        days=-12,
        time="13:37",
        place=point(24.95216, 60.17730),
    ),
    CommentSpec(
        text="""Raitin pitäisi kulkea ihan reunassa eikä puiden takana. Piirsin karttaan, mistä minä sen vetäisin. Silloin
        puut jäävät tuulensuojaksi kadun puolelle, ja melukin vähenee.""",
        section="promenade",
        days=-11,
        time="10:10",
        author="Pasi",
        place=line(
            (24.95045, 60.17680),
            (24.95120, 60.17676),
            (24.95196, 60.17690),
            (24.95212, 60.17725),
            (24.95214, 60.17780),
            (24.95330, 60.17800),
            (24.95460, 60.17817),
            (24.95610, 60.17850),
        ),
    ),
    CommentSpec(
        text="""Valaistus: matalat valot kaiteeseen, ei korkeita pylväitä. Meren pimeys on täällä ylellisyyttä.""",
        section="promenade",
        days=-9,
        time="22:30",
        place=point(24.95690, 60.17888),
    ),
    CommentSpec(
        text="""Pimeässä en uskalla kävellä puskien vieressä. Minulle turvallisuus tarkoittaa kunnon valoja ja sitä, että
        näen kauas. Toivottavasti tätä kysytään myös niiltä, jotka eivät täällä kommentoi.""",
        section="promenade",
        days=-9,
        time="23:05",
        place=point(24.95405, 60.17818),
    ),
    CommentSpec(
        text="""Rannassa on nyt liukasta. Minä kaaduin viime talvena. Tien pitää olla lämmin, niin lumi sulaa. Tai tielle
        pitää laittaa hiekkaa.""",
        language="fi-simple",
        section="promenade",
        days=-8,
        time="12:15",
        place=point(24.95170, 60.17688),
    ),
    CommentSpec(
        text="""Please let there be at least one spot with no cafe, no rental scooters and no loudspeakers. Just stone, water
        and somewhere to lean.""",
        language="en",
        section="promenade",
        days=-7,
        time="19:01",
        author="Tom",
        place=polygon(
            (24.95640, 60.17862),
            (24.95730, 60.17890),
            (24.95790, 60.17925),
            (24.95762, 60.17940),
            (24.95690, 60.17905),
            (24.95620, 60.17880),
        ),
        label="noise",
    ),
    CommentSpec(
        text="""Можно ли сделать спуск для байдарок и сапов? Сейчас приходится лезть через ограждение, и это, мягко говоря,
        не очень красиво выглядит.""",
        language="ru",
        section="promenade",
        days=-6,
        time="17:48",
        author="Олег",
        place=point(24.95350, 60.17806),
    ),
    CommentSpec(
        text="""Leikkipaikka puuttuu kokonaan! Lähin on Tokoinrannassa ja sinne mennään ison kadun yli. Laiva-aiheinen
        kiipeilyteline, hiekkaa ja varjoa. Lapsi (5 v) lisää: ”ja liukumäki joka menee mereen”.""",
        section="promenade",
        days=-5,
        time="20:26",
        place=polygon(
            (24.95235, 60.17805),
            (24.95290, 60.17807),
            (24.95290, 60.17822),
            (24.95235, 60.17820),
        ),
        label="play-and-sport",
        key="playground",
    ),
    CommentSpec(
        text="Ruotsinkielinen päiväkoti käyttäisi tätä joka päivä, jos siellä on aita kadun puolella.",
        section="promenade",
        days=-4,
        time="07:40",
        reply_to="playground",
        label="schools",
    ),
    # Planting and shade
    CommentSpec(
        text="""Tervaleppä on oikea valinta, se kestää märkää ja suolaa. Tammi rantaan sen sijaan kärsii tuulesta – istuttakaa
        tammet kadun puolelle. T. puutarhuri, 30 v alalla.""",
        section="planting",
        days=-13,
        time="16:12",
        place=point(24.95560, 60.17865),
        label="parks-and-nature",
    ),
    CommentSpec(
        text="""Tack för att lindarna får stå kvar. De är planterade av min mormors generation. Skriv in det i planen så att
        ingen ”råkar” gräva av rötterna när muren repareras.""",
        language="sv",
        section="planting",
        days=-12,
        time="09:18",
        author="Camilla",
        place=polygon(
            (24.95160, 60.17712),
            (24.95178, 60.17712),
            (24.95174, 60.17790),
            (24.95157, 60.17790),
        ),
        label="parks-and-nature",
    ),
    CommentSpec(
        text="""Niitty on kaunis havainnekuvassa heinäkuussa. Miltä se näyttää maaliskuussa? Pyydän näyttämään myös sen kuvan.""",
        section="planting",
        days=-10,
        time="10:44",
    ),
    CommentSpec(
        text="""Allergisena: vähemmän koivua, kiitos. 🤧 Toukokuu tässä kaupungissa on muutenkin koettelemus.""",
        section="planting",
        days=-9,
        time="08:31",
        place=point(24.95120, 60.17690),
    ),
    CommentSpec(
        text="""Eight species is a good start. Could the trees be labelled, in a few languages? I learned half of my Finnish
        from signs.""",
        language="en",
        section="planting",
        days=-8,
        time="21:40",
        author="Wanjiru",
        place=point(24.95195, 60.17712),
    ),
    CommentSpec(
        text="""Pihlajia linnuille! Tilhet löytävät nuo marjat lokakuussa varmasti. Merkitsin karttaan paikan, jossa näin
        viime syksynä 43 tilheä samassa puussa.""",
        section="planting",
        days=-6,
        time="13:13",
        place=point(24.95048, 60.17872),
    ),
    CommentSpec(
        text="""Varjo! Hellejaksolla mittasin kadun reunasta 38 astetta klo 19. Yksikin iso puu muuttaa kaiken. Jos rahasta
        on pulaa, jättäkää kioskit pois ja istuttakaa isompia taimia.""",
        section="planting",
        days=-3,
        time="19:20",
        author="Kolmannen kerroksen Sanna",
        place=point(24.95248, 60.17829),
    ),
    CommentSpec(
        text="""Я гуляю здесь с собакой. Сделайте, пожалуйста, уголок, где собаку можно спустить с поводка, и урны рядом.
        Иначе весь ваш луг станет таким уголком.""",
        language="ru",
        section="planting",
        days=-2,
        time="08:05",
        place_text="Где-нибудь ближе к Мерихаке, подальше от детей",
    ),
    # Traffic and cycling
    CommentSpec(
        text="""Neljän metrin pyörätie on vihdoin mitoitettu niin, että sähköpyörä ja lapsi mahtuvat samaan aikaan. Älkää
        kaventako sitä suunnittelun edetessä niin kuin aina käy.""",
        section="traffic",
        days=-14,
        time="17:31",
        place=line(
            (24.95022, 60.17670),
            (24.95021, 60.17740),
            (24.95044, 60.17815),
            (24.95180, 60.17820),
            (24.95320, 60.17832),
            (24.95450, 60.17850),
            (24.95590, 60.17890),
            (24.95720, 60.17950),
            (24.95815, 60.18000),
        ),
        label="cycling",
    ),
    CommentSpec(
        text="""Kuljetan jäätelöä torin kahviloihin. Kahdeksan jakelupaikkaa on liian vähän klo 6–9, silloin meitä on siinä
        toistakymmentä. Muuna aikana riittää kaksi. Tehkää kellonaikarajat!""",
        section="traffic",
        days=-12,
        time="04:52",
        author="Jake",
        place=point(24.95140, 60.17836),
        label="traffic",
    ),
    CommentSpec(
        text="""Cyklister från Långa bron kommer i full fart nedför backen och möter fotgängare som ska till spårvagnen. Rita
        om korsningen innan någon dör. Jag menar det.""",
        language="sv",
        section="traffic",
        days=-11,
        time="16:07",
        author="Nalle",
        place=point(24.95012, 60.17715),
        label="cycling",
        key="crossing",
    ),
    CommentSpec(
        text="Olen nähnyt siinä kolme läheltä piti -tilannetta tänä syksynä. Allekirjoitan.",
        section="traffic",
        days=-10,
        time="07:22",
        reply_to="crossing",
    ),
    CommentSpec(
        text="""Meillä on liikuntavammainen lapsi. Kymmenen paikkaa on hyvä, mutta ne kaikki ovat torin puolella, ja ranta on
        kadun toisella puolella. Kaksi paikkaa rannan puolelle, niin ei tarvitse ylittää neljää… anteeksi, kahta kaistaa.""",
        section="traffic",
        days=-8,
        time="18:58",
        place=point(24.95302, 60.17826),
        label="accessibility",
    ),
    CommentSpec(
        text="""Koululaisten suojatie. Tytär 8 v kulkee tästä kouluun ja odottaa vihreää pisimmillään 1 min 50 s (kellotettu).
        Ei ihme, että isommat juoksevat päin punaisia.""",
        section="traffic",
        days=-6,
        time="08:20",
        author="Mirkka",
        place=line(
            (24.95098, 60.17848),
            (24.95096, 60.17834),
            (24.95094, 60.17822),
            (24.95092, 60.17806),
        ),
        label="schools",
    ),
    CommentSpec(
        text="""The tram stop is the real problem: at 8 am the platform is so full that people wait on the cycle path. Make
        the platform wider first, then add the pretty trees.""",
        language="en",
        section="traffic",
        days=-4,
        time="08:44",
        place=point(24.95018, 60.17795),
        label="trams",
    ),
    CommentSpec(
        text="Mihin minä laitan auton, kun lapsenlapset tulevat Kuopiosta? Halli maksaa 30 euroa päivältä.",
        section="traffic",
        days=-1,
        time="20:15",
        author="Mummo Merihaasta",
        place_text="Merihaan puoleinen pää",
        label="traffic",
    ),
)
