"""The main section: what is planned, what can still change, and when."""

from ..types import Paragraph, Picture, SectionSpec, tr
from .layers import PLAN, ZONES

MAIN = SectionSpec(
    key="main",
    kind="main",
    layers=(ZONES, PLAN),
    title=tr(
        fi="Ranta takaisin kaupunkilaisille",
        sv="Stranden tillbaka till stadsborna",
        en="Giving the shore back to the city",
        simple="Uusi puisto meren rannalle",
        ru="Вернём берег горожанам",
    ),
    abstract=tr(
        fi="""Parkkirivien ja aitojen tilalle suunnitellaan puistoa, jossa pääsee veden ääreen. Kerro, mikä
        suunnitelmassa toimii, mikä ei ja mitä puuttuu. Tämä kuuleminen on demosisältöä: suunnitelma on keksitty.""",
        sv="""Där det i dag finns parkeringsrader och stängsel planeras en park där man kommer ända fram till vattnet.
        Berätta vad som fungerar i planen, vad som inte gör det och vad som saknas. Hörandet är demoinnehåll: planen är
        påhittad.""",
        en="""Rows of parked cars and fences would make way for a park where you can reach the water. Tell us what works
        in the plan, what does not and what is missing. This hearing is demo content: the plan is made up.""",
        simple="""Hakaniemen rantaan suunnitellaan puistoa. Voit kertoa, mitä ajattelet puistosta. Tämä on esimerkki.
        Suunnitelma ei ole oikea.""",
        ru="""Вместо рядов машин и заборов здесь появится парк, где можно подойти к самой воде. Расскажите, что в
        проекте удачно, что нет и чего не хватает. Это демонстрационное обсуждение: проект вымышленный.""",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Hakaniemenrannan kadunvarsi on tänään paikka, jonka ohi ajetaan. Ranta on lähellä, mutta
                vettä ei näe: edessä on aita, pysäköityjä autoja ja neljä kaistaa. Suunnitelmassa Pitkänsillan ja
                Merihaan väliin tulee <b>740 metriä pitkä rantapuisto</b>. Sen läpi kulkee viiden metrin levyinen
                kävelyraitti, rantaan istutetaan noin 120 puuta ja veteen pääsee portaita pitkin kolmessa
                kohdassa.</p>""",
                sv="""<p>Hagnäskajen är i dag ett ställe som man kör förbi. Stranden är nära, men vattnet syns inte: i
                vägen står ett stängsel, parkerade bilar och fyra körfält. Enligt planen får sträckan mellan Långa bron
                och Havshagen en <b>740 meter lång strandpark</b>. Genom den går en fem meter bred promenad, på stranden
                planteras omkring 120 träd och på tre ställen leder trappor ner i vattnet.</p>""",
                en="""<p>Today Hakaniemenranta is a place people drive past. The sea is right there, yet you cannot see
                it for a fence, parked cars and four lanes of traffic. The plan turns the stretch between Pitkäsilta
                bridge and Merihaka into a <b>shore park 740 metres long</b>. A promenade five metres wide runs through
                it, about 120 trees are planted, and steps lead down into the water in three places.</p>""",
                simple="""<p>Nyt rannassa on autoja ja aita. Merta ei näe hyvin.</p><p>Rantaan tulee puisto. Puisto on
                740 metriä pitkä. Se alkaa Pitkältäsillalta ja päättyy Merihakaan.</p><p>Puistoon tulee leveä tie
                kävelijöille. Puistoon istutetaan 120 puuta. Meren rantaan tulee portaita.</p>""",
                ru="""<p>Сегодня набережную Хаканиеми просто проезжают мимо. Море совсем рядом, но его не видно: мешают
                забор, припаркованные машины и четыре полосы движения. По проекту между мостом Питкясилта и Мерихакой
                появится <b>береговой парк длиной 740 метров</b>. Через него пройдёт прогулочная дорожка шириной пять
                метров, на берегу посадят около 120 деревьев, а в трёх местах к воде спустятся ступени.</p>""",
            )
        ),
        Picture(
            image="shore-park-plan",
            alt=tr(
                fi="""Suunnitelma ylhäältä: kaareva rantaraitti kulkee puuryhmien välissä kadun ja meren välissä, ja
                rannassa on kolme portaikkoa ja pitkä laituri.""",
                sv="""Planen sedd uppifrån: en böjd strandpromenad löper mellan trädgrupper, mellan gatan och havet, och
                vid stranden finns tre trappor och en lång brygga.""",
                en="""The plan from above: a curving promenade runs among groups of trees between the street and the
                sea, with three flights of steps and a long jetty at the water's edge.""",
                simple="Puisto ylhäältä. Puisto on kadun ja meren välissä. Puistossa on tie, puita ja portaita.",
                ru="""План сверху: изогнутая дорожка идёт среди групп деревьев между улицей и морем, у воды три
                лестницы и длинный причал.""",
            ),
            caption=tr(
                fi="Luonnos puistosta. Pitkäsilta on vasemmalla, Merihaka oikealla.",
                sv="Skiss över parken. Långa bron till vänster, Havshagen till höger.",
                en="Sketch of the park. Pitkäsilta bridge is on the left, Merihaka on the right.",
                simple="Kuva puistosta.",
                ru="Эскиз парка. Слева мост Питкясилта, справа Мерихака.",
            ),
        ),
        Paragraph(
            tr(
                fi="""<h3>Tähän voit vaikuttaa</h3><ul><li>millainen veden reuna on: pehmeä ranta vai
                kaupunkilaituri</li><li>missä on hiljaista ja missä saa olla elämää</li><li>penkkien, portaiden, valojen,
                leikin ja uimapaikan sijainti</li><li>mitä istutetaan ja mihin jätetään avointa nurmea</li></ul><h3>Tähän et
                voi enää vaikuttaa</h3><ul><li>Rantamuuri on huonossa kunnossa ja se korjataan joka tapauksessa.</li><li>Kadun
                kaistat vähenevät neljästä kahteen. Siitä päätettiin liikennesuunnitelmassa.</li><li>Tulvasuojelu vaatii,
                että raitti on 3,2 metriä merenpinnan yläpuolella.</li></ul>""",
                sv="""<h3>Det här kan du påverka</h3><ul><li>hurdan vattenkanten blir: en mjuk strand eller en
                stadsbrygga</li><li>var det är tyst och var det får vara liv</li><li>var bänkar, trappor, ljus, lek och
                badplats finns</li><li>vad som planteras och var det lämnas öppen gräsmatta</li></ul><h3>Det här kan du inte
                längre påverka</h3><ul><li>Strandmuren är i dåligt skick och repareras i varje fall.</li><li>Gatans körfält
                minskar från fyra till två. Det avgjordes i trafikplanen.</li><li>Översvämningsskyddet kräver att promenaden
                ligger 3,2 meter över havsytan.</li></ul>""",
                en="""<h3>What you can influence</h3><ul><li>what the water's edge is like: a soft shore or a city
                quay</li><li>where it is quiet and where it may be lively</li><li>where benches, steps, lights, play and
                swimming go</li><li>what is planted, and where the lawn stays open</li></ul><h3>What is already
                settled</h3><ul><li>The sea wall is in poor condition and will be repaired in any case.</li><li>The street
                goes from four lanes to two. That was decided in the traffic plan.</li><li>Flood protection requires the
                promenade to lie 3.2 metres above sea level.</li></ul>""",
                simple="""<h3>Näihin asioihin voit vaikuttaa</h3><ul><li>Millainen ranta on.</li><li>Missä puistossa on
                hiljaista.</li><li>Missä on penkkejä, valoja ja leikkipaikka.</li><li>Missä voi uida.</li></ul><h3>Nämä asiat
                on jo päätetty</h3><ul><li>Rannan muuri korjataan.</li><li>Kadulla on vähemmän tilaa autoille.</li><li>Puiston
                tie rakennetaan korkealle. Näin meri ei nouse tielle.</li></ul>""",
                ru="""<h3>На что вы можете повлиять</h3><ul><li>каким будет край воды: природный берег или городской
                причал</li><li>где должно быть тихо, а где можно шуметь</li><li>где разместить скамейки, лестницы, фонари,
                детскую площадку и купальню</li><li>что посадить и где оставить открытый газон</li></ul><h3>Что уже
                решено</h3><ul><li>Береговая стена в плохом состоянии, её отремонтируют в любом случае.</li><li>На улице
                останется две полосы вместо четырёх: это решено в транспортном плане.</li><li>Для защиты от наводнений
                дорожка должна лежать на высоте 3,2 метра над уровнем моря.</li></ul>""",
            )
        ),
        Paragraph(
            tr(
                fi="""<h3>Aikataulu</h3><ol><li><b>Nyt:</b> kommentit luonnoksesta. Luemme jokaisen.</li><li><b>Kahden
                kuukauden kuluttua:</b> julkaisemme tässä palvelussa yhteenvedon ja kerromme, mitä muutamme.</li><li><b>Ensi
                vuonna:</b> kaavaehdotus ja puistosuunnitelma tulevat nähtäville.</li><li><b>Aikaisintaan kahden vuoden
                kuluttua:</b> rakentaminen alkaa rantamuurista.</li></ol>""",
                sv="""<h3>Tidsplan</h3><ol><li><b>Nu:</b> kommentarer om utkastet. Vi läser varenda en.</li><li><b>Om två
                månader:</b> vi publicerar ett sammandrag här i tjänsten och berättar vad vi ändrar.</li><li><b>Nästa
                år:</b> planförslaget och parkplanen läggs fram till påseende.</li><li><b>Tidigast om två år:</b> byggandet
                börjar med strandmuren.</li></ol>""",
                en="""<h3>Timetable</h3><ol><li><b>Now:</b> comments on the draft. We read every one.</li><li><b>In two
                months:</b> we publish a summary in this service and say what we are changing.</li><li><b>Next year:</b>
                the detailed plan proposal and the park plan go on public display.</li><li><b>In two years at the
                earliest:</b> construction begins with the sea wall.</li></ol>""",
                simple="""<h3>Mitä tapahtuu ja milloin?</h3><ul><li>Nyt voit kertoa mielipiteesi.</li><li>Kahden kuukauden
                päästä kerromme, mitä ihmiset sanoivat.</li><li>Ensi vuonna suunnitelma on valmis.</li><li>Rakentaminen alkaa
                aikaisintaan kahden vuoden päästä.</li></ul>""",
                ru="""<h3>Сроки</h3><ol><li><b>Сейчас:</b> отзывы об эскизе. Мы читаем каждый.</li><li><b>Через два
                месяца:</b> публикуем в этом сервисе сводку и рассказываем, что изменим.</li><li><b>В следующем году:</b>
                проект плана и проект парка выставляются для ознакомления.</li><li><b>Не раньше чем через два года:</b>
                начинается строительство, первой обновят береговую стену.</li></ol>""",
            )
        ),
    ),
)
