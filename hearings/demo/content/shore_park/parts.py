"""The three parts of the plan: the promenade, planting and shade, traffic and cycling."""

from ..types import Paragraph, Picture, SectionSpec, tr

PROMENADE = SectionSpec(
    key="promenade",
    kind="part",
    title=tr(
        fi="Rantaraitti ja veden ääri",
        sv="Strandpromenaden och vattnet",
        en="The promenade and the water's edge",
        simple="Tie rannassa",
        ru="Набережная и выход к воде",
    ),
    abstract=tr(
        fi="Esteetön raitti Pitkältäsillalta Merihakaan, kolme portaikkoa veteen ja penkki vähintään 50 metrin välein.",
        sv="En tillgänglig promenad från Långa bron till Havshagen, tre trappor ner i vattnet och en bänk minst var 50:e meter.",
        en="A step-free promenade from Pitkäsilta to Merihaka, three flights of steps and a bench at least every 50 metres.",
        simple="Rannassa voi kävellä. Siellä voi myös istua ja katsella merta.",
        ru="Безбарьерная дорожка от Питкясилты до Мерихаки, три лестницы к воде и скамейки не реже чем через 50 метров.",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Raitti on viisi metriä leveä ja kaltevuudeltaan loiva koko matkalla, joten rattailla,
                pyörätuolilla ja rollaattorilla pääsee päästä päähän. Pinta on sileää harmaata kiveä; laiturilla puuta.
                Kaide on vain siellä, missä pudotus sitä vaatii.</p><h3>Portaat veteen</h3><p>Portaikot ovat Pitkänsillan
                kupeessa, torin kohdalla ja Merihaan päässä. Torin portaiden vieressä on luiska, jota pitkin pääsee veteen
                myös pyörätuolilla. Uimaveden laatua seurataan ennen kuin paikasta tehdään virallinen uimapaikka.</p>""",
                sv="""<p>Promenaden är fem meter bred och lutar svagt hela vägen, så med barnvagn, rullstol och rollator
                kommer man från den ena ändan till den andra. Ytan är slät grå sten, på bryggan trä. Räcke finns bara där
                höjden kräver det.</p><h3>Trappor ner i vattnet</h3><p>Trapporna ligger intill Långa bron, vid torget och i
                Havshagens ända. Bredvid torgtrappan finns en ramp där man kommer i vattnet också med rullstol. Badvattnets
                kvalitet följs upp innan platsen blir en officiell badplats.</p>""",
                en="""<p>The promenade is five metres wide and gently graded all the way, so you can go from end to end
                with a pram, a wheelchair or a walker. The surface is smooth grey stone, and timber on the jetty. There is a
                railing only where the drop calls for one.</p><h3>Steps into the water</h3><p>The steps are beside
                Pitkäsilta, opposite the market square and at the Merihaka end. Next to the steps by the square a ramp leads
                into the water for wheelchair users too. Water quality will be monitored before this becomes an official
                swimming place.</p>""",
                simple="""<p>Tie on leveä ja tasainen. Tiellä on helppo kulkea pyörätuolilla ja lastenvaunuilla.</p>
                <p>Penkkejä on paljon. Rannassa on portaat kolmessa paikassa. Yhdessä paikassa on myös luiska pyörätuolille.</p>""",
                ru="""<p>Ширина дорожки пять метров, уклон небольшой на всём протяжении, поэтому с коляской, на
                инвалидном кресле или с ходунками можно пройти от начала до конца. Покрытие из гладкого серого камня, на
                причале из дерева. Перила есть только там, где этого требует высота.</p><h3>Ступени к воде</h3><p>Лестницы
                расположены у моста Питкясилта, напротив рыночной площади и со стороны Мерихаки. Рядом с лестницей у площади
                есть пандус, по которому в воду можно спуститься и на кресле. Прежде чем место станет официальным пляжем,
                будут следить за качеством воды.</p>""",
            )
        ),
        Picture(
            image="shore-park-section",
            alt=tr(
                fi="""Poikkileikkaus: vasemmalla meri ja puinen laituri, sitten kävelyraitti puiden alla, pyörätie,
                kaksikaistainen katu ja raitiovaunu, oikealla kerrostalo.""",
                sv="""Tvärsnitt: till vänster havet och en träbrygga, sedan promenaden under träden, en cykelväg, en gata
                med två körfält och en spårvagn, till höger ett flervåningshus.""",
                en="""Cross-section: on the left the sea and a timber jetty, then the promenade beneath trees, a cycle
                path, a two-lane street with a tram, and an apartment building on the right.""",
                simple="Vasemmalla on meri. Keskellä on tie kävelijöille ja pyörille. Oikealla on katu ja talo.",
                ru="""Разрез: слева море и деревянный причал, затем прогулочная дорожка под деревьями, велодорожка, улица
                в две полосы с трамваем, справа жилой дом.""",
            ),
            caption=tr(
                fi="Näin tila jaetaan torin kohdalla: 14 metriä puistoa, 4 metriä pyörille, 7 metriä autoille.",
                sv="Så delas utrymmet vid torget: 14 meter park, 4 meter för cyklar, 7 meter för bilar.",
                en="How the space is shared opposite the square: 14 metres of park, 4 for bicycles, 7 for cars.",
                simple="Kuva kadusta ja rannasta.",
                ru="Так делится место напротив площади: 14 метров парка, 4 метра для велосипедов, 7 метров для машин.",
            ),
        ),
    ),
)

PLANTING = SectionSpec(
    key="planting",
    kind="part",
    title=tr(
        fi="Puut, varjo ja luonto",
        sv="Träd, skugga och natur",
        en="Trees, shade and nature",
        simple="Puut ja varjo",
        ru="Деревья, тень и природа",
    ),
    abstract=tr(
        fi="Noin 120 puuta, suolaa kestävä rantaniitty ja varjoa helteelle. Kaikki nykyiset lehmukset säilyvät.",
        sv="Omkring 120 träd, en strandäng som tål salt och skugga för heta dagar. Alla nuvarande lindar bevaras.",
        en="About 120 trees, a salt-tolerant shore meadow and shade for hot days. Every existing lime tree stays.",
        simple="Puistoon istutetaan paljon puita. Vanhoja puita ei kaadeta.",
        ru="Около 120 деревьев, устойчивый к соли прибрежный луг и тень в жару. Все нынешние липы сохранятся.",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Hakaniemi on yksi kantakaupungin kuumimmista paikoista: kivipinta luovuttaa lämpöä pitkälle yöhön.
                Siksi puut istutetaan ryhmiin, joiden varjo osuu penkeille iltapäivällä. Lajeja on ainakin kahdeksan, jotta
                yksi tauti ei vie kaikkia: tervaleppää, raitaa, tammea, koivua ja pihlajaa.</p><p>Hulevesi ei valu mereen
                putkessa vaan viipyy niittypainanteissa. Niittyä niitetään kahdesti kesässä, ja siihen tulee polku, jota
                pitkin lapset pääsevät ötököiden luo.</p>""",
                sv="""<p>Hagnäs är en av de hetaste platserna i innerstaden: stenytorna avger värme långt in på natten.
                Därför planteras träden i grupper vars skugga faller på bänkarna på eftermiddagen. Det blir minst åtta arter,
                så att en enda sjukdom inte tar allt: klibbal, vide, ek, björk och rönn.</p><p>Dagvattnet rinner inte ut i
                havet genom ett rör utan dröjer kvar i ängssvackor. Ängen slås två gånger per sommar, och genom den går en
                stig där barnen kommer nära småkrypen.</p>""",
                en="""<p>Hakaniemi is among the hottest places in the inner city: its stone surfaces give off heat far into
                the night. The trees are therefore planted in groups whose shade falls on the benches in the afternoon.
                There are at least eight species, so that no single disease takes them all: alder, willow, oak, birch and
                rowan among them.</p><p>Rainwater does not run to the sea through a pipe but lingers in meadow hollows. The
                meadow is mown twice a summer, and a path lets children get close to the insects.</p>""",
                simple="""<p>Hakaniemessä on kesällä kuuma. Puut antavat varjoa. Penkit ovat puiden alla.</p><p>Puistossa on
                monta eri puuta. Siellä on myös niitty. Niityllä kasvaa kukkia. Hyönteiset viihtyvät niityllä.</p>""",
                ru="""<p>Хаканиеми — одно из самых жарких мест в центре: камень отдаёт тепло до поздней ночи. Поэтому деревья
                сажают группами, чтобы после полудня их тень падала на скамейки. Пород будет не меньше восьми, чтобы одна
                болезнь не погубила всё: ольха, ива, дуб, берёза, рябина.</p><p>Дождевая вода не уходит в море по трубе, а
                задерживается в луговых низинах. Луг косят два раза за лето, а по тропинке дети смогут подойти поближе к
                жукам и бабочкам.</p>""",
            )
        ),
        Picture(
            image="shore-park-shade",
            alt=tr(
                fi="Penkkejä suurten puiden varjossa, edessä kukkiva niitty ja takana kimaltava lahti.",
                sv="Bänkar i skuggan av stora träd, framför dem en blommande äng och bakom dem en glittrande vik.",
                en="Benches in the shade of large trees, a flowering meadow in front and a glittering bay behind.",
                simple="Penkkejä puiden alla. Edessä on kukkia. Takana on meri.",
                ru="Скамейки в тени больших деревьев, впереди цветущий луг, позади блестящий залив.",
            ),
            caption=tr(
                fi="Heinäkuun iltapäivä puiston keskellä, kun puut ovat kasvaneet kaksikymmentä vuotta.",
                sv="En julieftermiddag mitt i parken, när träden har vuxit i tjugo år.",
                en="A July afternoon in the middle of the park, once the trees have grown for twenty years.",
                simple="Kesäpäivä puistossa.",
                ru="Июльский день в середине парка, когда деревья подрастут за двадцать лет.",
            ),
        ),
    ),
)

TRAFFIC = SectionSpec(
    key="traffic",
    kind="part",
    title=tr(
        fi="Liikenne ja pyöräily",
        sv="Trafik och cykling",
        en="Traffic and cycling",
        simple="Autot ja pyörät",
        ru="Движение и велодорожка",
    ),
    abstract=tr(
        fi="Neljä metriä leveä pyörätie, kaksi autokaistaa ja turvallisempi ylitys torilta rantaan.",
        sv="En fyra meter bred cykelväg, två körfält och en tryggare övergång från torget till stranden.",
        en="A cycle path four metres wide, two lanes for cars and a safer crossing from the square to the shore.",
        simple="Pyörille tulee oma tie. Autoille jää vähemmän tilaa.",
        ru="Велодорожка шириной четыре метра, две полосы для машин и более безопасный переход от площади к берегу.",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Kaksisuuntainen pyörätie kulkee kadun reunassa, erillään kävelyraitista, ja liittyy Pitkänsillan ja
                Sörnäisten rantatien pyöräteihin. Torin kohdalle tulee korotettu suojatie, jossa odotusaika on lyhyt.</p>
                <h3>Pysäköinti</h3><p>Kadunvarresta poistuu 60 pysäköintipaikkaa. Jäljelle jää 10 liikkumisesteisten paikkaa ja
                8 paikkaa jakeluun ja saattoon. Torin alla olevassa hallissa on illalla keskimäärin 140 paikkaa vapaana.</p>
                <ul><li>Missä saattopaikka on välttämätön?</li><li>Missä kävelijä ja pyöräilijä törmäävät nyt
                toisiinsa?</li><li>Onko jokin ylitys vaarallinen koululaiselle?</li></ul>""",
                sv="""<p>Den dubbelriktade cykelvägen går längs gatan, skild från promenaden, och ansluter till cykelvägarna
                vid Långa bron och Sörnäs strandväg. Vid torget byggs ett upphöjt övergångsställe med kort
                väntetid.</p><h3>Parkering</h3><p>Längs gatan försvinner 60 parkeringsplatser. Kvar blir 10 platser för personer
                med nedsatt rörlighet och 8 platser för leveranser och avlämning. I hallen under torget finns i medeltal 140
                lediga platser på kvällarna.</p><ul><li>Var är en avlämningsplats nödvändig?</li><li>Var råkar gående och
                cyklister i vägen för varandra nu?</li><li>Är någon övergång farlig för skolbarn?</li></ul>""",
                en="""<p>The two-way cycle path runs along the street, apart from the promenade, and joins the paths of
                Pitkäsilta and Sörnäisten rantatie. Opposite the square there will be a raised crossing with a short
                wait.</p><h3>Parking</h3><p>Sixty kerbside spaces go. Ten spaces for disabled people and eight for deliveries
                and drop-off remain. The car park beneath the square has on average 140 free spaces in the
                evening.</p><ul><li>Where is a drop-off space essential?</li><li>Where do walkers and cyclists get in each
                other's way now?</li><li>Is any crossing dangerous for schoolchildren?</li></ul>""",
                simple="""<p>Pyörille rakennetaan oma tie. Kävelijät ja pyörät eivät kulje samalla tiellä.</p><p>Kadulta
                poistetaan 60 parkkipaikkaa. Parkkipaikat säilyvät niille, joilla on vamma.</p><p>Torin kohdalla on helppo
                mennä kadun yli.</p>""",
                ru="""<p>Двусторонняя велодорожка идёт вдоль улицы отдельно от пешеходной и соединяется с дорожками
                Питкясилты и Сёрняйстен-рантатие. Напротив площади сделают приподнятый переход с коротким
                ожиданием.</p><h3>Парковка</h3><p>Вдоль улицы исчезнет 60 парковочных мест. Останется 10 мест для людей с
                инвалидностью и 8 для доставки и высадки пассажиров. На подземной парковке под площадью вечером в среднем
                свободно 140 мест.</p><ul><li>Где место для высадки необходимо?</li><li>Где пешеходы и велосипедисты мешают
                друг другу сейчас?</li><li>Есть ли переход, опасный для школьников?</li></ul>""",
            )
        ),
    ),
)
