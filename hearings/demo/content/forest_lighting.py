"""The upcoming hearing: evening lighting of forest paths. The plan and its figures are made up."""

from .types import HearingSpec, Paragraph, Picture, SectionSpec, polygon, tr

_MAIN = SectionSpec(
    key="main",
    kind="main",
    title=tr(
        fi="Valoa polulle, pimeää metsälle",
        sv="Ljus på stigen, mörker i skogen",
        en="Light for the path, darkness for the forest",
        simple="Valot metsän poluille",
        ru="Свет тропе, темноту лесу",
    ),
    abstract=tr(
        fi="""Keskuspuiston valaistus uusitaan 11 kilometrin matkalla. Missä tarvitset valoa, missä haluat kulkea tähtien
        alla? Demosisältöä: suunnitelma on keksitty.""",
        sv="""Belysningen i Centralparken förnyas på en sträcka av 11 kilometer. Var behöver du ljus, var vill du gå under
        stjärnorna? Demoinnehåll: planen är påhittad.""",
        en="""The lighting of 11 kilometres of paths in Central Park will be renewed. Where do you need light, and where
        would you rather walk under the stars? Demo content: the plan is made up.""",
        simple="""Metsän poluille tulee uudet valot. Voit kertoa, missä tarvitset valoa. Tämä on esimerkki. Suunnitelma ei
        ole oikea.""",
        ru="""В Центральном парке обновят освещение на 11 километрах дорожек. Где вам нужен свет, а где хочется идти под
        звёздами? Демонстрационное содержание: проект вымышленный.""",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Pirkkolan ja Maunulan poluilla kävellään, juostaan ja hiihdetään läpi talven. Nykyiset valaisimet ovat
                1980-luvulta: ne valaisevat puiden latvoja yhtä paljon kuin polkua ja kuluttavat paljon sähköä. Uudet valaisimet
                ovat matalampia ja lämpimämpiä, ja ne <b>kirkastuvat, kun joku lähestyy</b>.</p><h3>Mistä kysymme</h3><ul><li>Mitkä
                polut pitää valaista iltaisin, mitkä vain aamuisin?</li><li>Mikä polku saa jäädä pimeäksi?</li><li>Missä kohdassa
                pelottaa, ja miksi?</li></ul><p>Kuuleminen aukeaa pian. Siihen asti voit lukea
                suunnitelmaa ja miettiä omia reittejäsi.</p>""",
                sv="""<p>På stigarna i Britas och Månsas går, springer och skidar folk hela vintern. De nuvarande armaturerna är
                från 1980-talet: de lyser lika mycket på trädkronorna som på stigen och drar mycket ström. De nya är lägre och
                varmare, och de <b>lyser upp när någon närmar sig</b>.</p><h3>Det här frågar vi</h3><ul><li>Vilka stigar ska vara
                upplysta på kvällen, vilka bara på morgonen?</li><li>Vilken stig får förbli mörk?</li><li>Var känns det otryggt, och
                varför?</li></ul><p>Hörandet öppnar snart. Till dess kan du läsa planen och fundera på dina egna
                rutter.</p>""",
                en="""<p>People walk, run and ski on the paths of Pirkkola and Maunula all winter. The present lamps date from the
                1980s: they light the treetops as much as the path and use a great deal of electricity. The new ones are lower and
                warmer, and they <b>brighten as someone approaches</b>.</p><h3>What we ask</h3><ul><li>Which paths should be lit in
                the evening, and which only in the morning?</li><li>Which path may stay dark?</li><li>Where does it feel unsafe, and
                why?</li></ul><p>The hearing opens soon. Until then you can read the plan and think about your own
                routes.</p>""",
                simple="""<p>Ihmiset kulkevat metsässä myös talvella. Talvella on pimeää. Vanhat valot ovat huonoja. Ne kuluttavat
                paljon sähköä.</p><p>Uudet valot ovat parempia. Ne syttyvät kirkkaiksi, kun joku tulee.</p><p>Kysymme sinulta
                näitä asioita:</p><ul><li>Missä tarvitset valoa?</li><li>Missä saa olla pimeää?</li><li>Missä sinua
                pelottaa?</li></ul><p>Voit vastata pian.</p>""",
                ru="""<p>По тропам Пирккола и Маунулы всю зиму гуляют, бегают и ходят на лыжах. Нынешние фонари стоят с 1980-х
                годов: они освещают верхушки деревьев не меньше, чем дорожку, и тратят много электричества. Новые ниже и теплее, и
                они <b>становятся ярче, когда кто-то приближается</b>.</p><h3>О чём мы спрашиваем</h3><ul><li>Какие тропы освещать
                вечером, а какие только утром?</li><li>Какая тропа может остаться тёмной?</li><li>Где бывает страшно и
                почему?</li></ul><p>Обсуждение скоро откроется. До этого можно прочитать проект и подумать о своих
                маршрутах.</p>""",
            )
        ),
        Picture(
            image="forest-path-dusk",
            alt=tr(
                fi="Metsäpolku hämärässä: matalien valaisinten keilat osuvat polulle, kuusien latvat ja taivas jäävät tummiksi.",
                sv="En skogsstig i skymning: låga lampor lyser på stigen, grantopparna och himlen förblir mörka.",
                en="A forest path at dusk: low lamps light the path while the tops of the spruces and the sky stay dark.",
                simple="Polku metsässä illalla. Lamput valaisevat polun.",
                ru="Лесная тропа в сумерках: низкие фонари освещают дорожку, верхушки елей и небо остаются тёмными.",
            ),
            caption=tr(
                fi="Valo pysyy polulla.",
                sv="Ljuset stannar på stigen.",
                en="The light stays on the path.",
                simple="Uudet valot metsässä.",
                ru="Свет остаётся на тропе.",
            ),
        ),
    ),
)

_NIGHT_NATURE = SectionSpec(
    key="night-nature",
    kind="part",
    title=tr(
        fi="Yön eläimet",
        sv="Nattens djur",
        en="The animals of the night",
        simple="Eläimet yöllä",
        ru="Ночные животные",
    ),
    abstract=tr(
        fi="Lepakot ja pöllöt tarvitsevat pimeää. Kolme reittiä jätetään valaisematta kello 23:n jälkeen.",
        sv="Fladdermöss och ugglor behöver mörker. Tre rutter lämnas släckta efter klockan 23.",
        en="Bats and owls need darkness. Three routes would be left unlit after 11 pm.",
        simple="Eläimet tarvitsevat pimeää. Siksi osa valoista sammuu yöllä.",
        ru="Летучим мышам и совам нужна темнота. Три маршрута после 23 часов останутся без света.",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Keskuspuistossa on laskettu viisi lepakkolajia. Valo katkaisee niiden lentoreitit kuin seinä. Siksi
                valaisimissa on meripihkan sävy, joka häiritsee eläimiä vähiten, ja purojen varret jäävät pimeiksi. Työmatkareitit
                Pirkkolasta Ruskeasuolle ja Paloheinään valaistaan koko yön.</p>""",
                sv="""<p>I Centralparken har fem arter av fladdermöss räknats. Ljus skär av deras flygstråk som en vägg. Därför
                har lamporna en bärnstensfärgad ton som stör djuren minst, och bäckarna lämnas mörka. Pendlingsrutterna från Britas
                till Brunakärr och Svedängen är upplysta hela natten.</p>""",
                en="""<p>Five species of bat have been counted in Central Park. Light cuts their flight routes like a wall. The
                lamps are therefore amber, the shade that disturbs animals least, and the brooks stay dark. The commuting routes
                from Pirkkola to Ruskeasuo and Paloheinä are lit all night.</p>""",
                simple="""<p>Metsässä elää lepakoita. Lepakot eivät pidä valosta. Siksi lamppujen valo on keltainen. Purojen
                luona on pimeää.</p><p>Tärkeillä teillä on valo koko yön.</p>""",
                ru="""<p>В Центральном парке насчитали пять видов летучих мышей. Свет перерезает их пути, как стена. Поэтому у
                фонарей янтарный оттенок, который меньше всего мешает животным, а ручьи остаются в темноте. Маршруты, по которым
                ездят на работу из Пирккола в Рускеасуо и Палохейня, освещены всю ночь.</p>""",
            )
        ),
    ),
)

HEARING = HearingSpec(
    slug="keskuspuiston-iltavalot",
    organisation="parks",
    title=tr(
        fi="Keskuspuiston iltavalot",
        sv="Kvällsljus i Centralparken",
        en="Evening lights in Central Park",
        simple="Keskuspuiston valot",
        ru="Вечерний свет в Центральном парке",
    ),
    abstract=tr(
        fi="""Keskuspuiston polkujen valot uusitaan. Missä tarvitset valoa, missä metsä saa olla pimeä? Demosisältöä:
        suunnitelma on keksitty.""",
        sv="""Belysningen längs stigarna i Centralparken förnyas. Var behöver du ljus, var får skogen vara mörk?
        Demoinnehåll: planen är påhittad.""",
        en="""The lights along the paths of Central Park will be renewed. Where do you need light, and where may the forest
        stay dark? Demo content: the plan is made up.""",
        simple="Keskuspuiston poluille tulee uudet valot. Kerro, missä tarvitset valoa. Tämä on esimerkki.",
        ru="""Освещение троп Центрального парка обновят. Где вам нужен свет, а где лес может оставаться тёмным?
        Демонстрационное содержание: проект вымышленный.""",
    ),
    labels=("parks-and-nature", "play-and-sport"),
    contacts=("lighting-planner",),
    area=polygon(
        (24.9060, 60.2275),
        (24.9150, 60.2282),
        (24.9205, 60.2340),
        (24.9222, 60.2415),
        (24.9195, 60.2480),
        (24.9120, 60.2500),
        (24.9065, 60.2450),
        (24.9050, 60.2370),
    ),
    open_days=10,
    close_days=45,
    results_expected_days=110,
    main_image="forest-path-dusk",
    main_image_alt=tr(
        fi="Kävelijä ja koira metsäpolulla hämärässä, lämmin valo polun reunassa.",
        sv="En vandrare och en hund på en skogsstig i skymningen, varmt ljus längs stigen.",
        en="A walker and a dog on a forest path at dusk, with warm light along its edge.",
        simple="Ihminen ja koira kävelevät metsässä illalla.",
        ru="Человек с собакой на лесной тропе в сумерках, тёплый свет вдоль дорожки.",
    ),
    sections=(_MAIN, _NIGHT_NATURE),
)
