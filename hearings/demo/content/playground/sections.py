"""The playground's sections: the plan, the equipment, and what was decided."""

from ..types import Paragraph, Picture, SectionSpec, tr

MAIN = SectionSpec(
    key="main",
    kind="main",
    title=tr(
        fi="Leikkipuisto kaikenikäisille",
        sv="En lekpark för alla åldrar",
        en="A playground for every age",
        simple="Leikkipaikka kaikille",
        ru="Площадка для любого возраста",
    ),
    abstract=tr(
        fi="""Käpylän leikkipuiston välineet ovat käyttöikänsä päässä. Puisto uusitaan niin, että jokainen voi leikkiä siellä.
        Demosisältöä: suunnitelma on keksitty.""",
        sv="""Redskapen i lekparken i Kottby har gjort sitt. Parken förnyas så att alla kan leka där. Demoinnehåll: planen är
        påhittad.""",
        en="""The equipment of the Käpylä playground has reached the end of its life. It will be renewed so that everybody can
        play. Demo content: the plan is made up.""",
        simple="""Leikkipuiston vanhat telineet ovat huonoja. Tilalle tulee uusia. Kaikki lapset voivat leikkiä siellä. Tämä on
        esimerkki. Suunnitelma ei ole oikea.""",
        ru="""Оборудование детского парка в Кяпюля отслужило своё. Парк обновят так, чтобы играть мог каждый. Демонстрационное
        содержание: проект вымышленный.""",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Puutalojen keskellä on puisto, jossa on leikitty sata vuotta. Keinut, liukumäki ja hiekkalaatikko uusitaan,
                ja vanha kumpu mäntyineen säilyy. Luonnoksessa on kolme aluetta: pienten hiekkapiha, isojen kiipeilymetsä ja
                yhteinen aukio, jossa aikuisetkin jaksavat odottaa.</p><p>Budjetti on 640 000 euroa. Rakentaminen kestää yhden
                kesän.</p>""",
                sv="""<p>Mitt bland trähusen finns en park där barn har lekt i hundra år. Gungor, rutschbana och sandlåda förnyas,
                och den gamla kullen med sina tallar får vara kvar. Utkastet har tre delar: en sandgård för de små, en klätterskog
                för de större och en gemensam plats där också vuxna orkar vänta.</p><p>Budgeten är 640 000 euro. Bygget tar en
                sommar.</p>""",
                en="""<p>Among the wooden houses there is a park where children have played for a hundred years. The swings, slide
                and sandpit will be renewed, and the old mound with its pines stays. The draft has three areas: a sand yard for the
                small, a climbing wood for the bigger, and a shared square where adults too can bear to wait.</p><p>The budget is
                640,000 euros. Building takes one summer.</p>""",
                simple="""<p>Käpylässä on vanha leikkipuisto. Siellä on leikitty sata vuotta. Puistoon tulee uudet keinut ja uusi
                liukumäki. Vanha mäki ja puut säilyvät.</p><p>Työ kestää yhden kesän.</p>""",
                ru="""<p>Среди деревянных домов есть парк, где дети играют уже сто лет. Качели, горку и песочницу обновят, а старый
                холм с соснами останется. В эскизе три зоны: песочный двор для малышей, лес для лазанья для детей постарше и общая
                площадка, где и взрослым приятно подождать.</p><p>Бюджет 640 000 евро. Строительство займёт одно лето.</p>""",
            )
        ),
    ),
)

EQUIPMENT = SectionSpec(
    key="equipment",
    kind="part",
    title=tr(
        fi="Välineet ja vesi",
        sv="Redskap och vatten",
        en="Equipment and water",
        simple="Leikkivälineet",
        ru="Оборудование и вода",
    ),
    abstract=tr(
        fi="Keinuja neljää kokoa, pyörätuolilla ajettava karuselli ja vesileikki, jota poljetaan.",
        sv="Gungor i fyra storlekar, en karusell för rullstol och en vattenlek som drivs med trampor.",
        en="Swings in four sizes, a roundabout for wheelchairs and a water game driven by pedals.",
        simple="Puistoon tulee keinuja ja karuselli. Karuselliin pääsee pyörätuolilla.",
        ru="Качели четырёх размеров, карусель для инвалидных колясок и водная игра на педалях.",
    ),
    body=(
        Picture(
            image="playground",
            alt=tr(
                fi="Leikkipuisto mäntykummun juurella: keinut, kiipeilytorni, karuselli ja punaisia puutaloja takana.",
                sv="En lekpark vid en kulle med tallar: gungor, klättertorn, karusell och röda trähus i bakgrunden.",
                en="A playground below a mound with pines: swings, a climbing tower, a roundabout and red wooden houses behind.",
                simple="Leikkipuisto. Siellä on keinut, torni ja karuselli.",
                ru="Детская площадка у холма с соснами: качели, башня для лазанья, карусель, позади красные деревянные дома.",
            ),
            caption=tr(
                fi="Luonnos, josta kysyttiin mielipiteitä.",
                sv="Utkastet som invånarna fick kommentera.",
                en="The draft that residents commented on.",
                simple="Kuva uudesta leikkipuistosta.",
                ru="Эскиз, о котором спрашивали мнение жителей.",
            ),
        ),
        Paragraph(
            tr(
                fi="""<p>Kaikki reitit ovat esteettömiä ja alusta on puuhaketta ja kumia. Vesileikki toimii toukokuusta syyskuuhun;
                vesi kiertää, joten se ei kulu.</p>""",
                sv="""<p>Alla gångar är tillgängliga och underlaget är träflis och gummi. Vattenleken är i gång från maj till
                september; vattnet cirkulerar och går inte åt.</p>""",
                en="""<p>All paths are step-free and the ground is wood chip and rubber. The water game runs from May to September;
                the water circulates, so none is wasted.</p>""",
                simple="<p>Kaikki pääsevät leikkimään. Kesällä lapset voivat leikkiä vedellä.</p>",
                ru="""<p>Все дорожки безбарьерные, покрытие из древесной щепы и резины. Водная игра работает с мая по сентябрь; вода
                циркулирует и не тратится впустую.</p>""",
            )
        ),
    ),
)

OUTCOME = SectionSpec(
    key="outcome",
    kind="closure",
    commenting="nobody",
    map_tools="none",
    title=tr(
        fi="Te sanoitte, me teimme",
        sv="Ni sade, vi gjorde",
        en="You said, we did",
        simple="Mitä päätettiin",
        ru="Вы сказали, мы сделали",
    ),
    abstract=tr(
        fi="14 kommenttia, neljä muutosta suunnitelmaan ja yksi toive, jota emme voineet toteuttaa.",
        sv="14 kommentarer, fyra ändringar i planen och ett önskemål som vi inte kunde uppfylla.",
        en="14 comments, four changes to the plan and one wish that we could not grant.",
        simple="Saimme 14 mielipidettä. Muutimme suunnitelmaa.",
        ru="14 отзывов, четыре изменения в проекте и одно пожелание, которое выполнить не удалось.",
    ),
    body=(
        Paragraph(
            tr(
                fi="""<p>Kiitos! Kuulemisessa jätettiin <b>14 kommenttia</b>, joista kahdeksan koski tiettyä paikkaa kartalla.
                Luimme ne kaikki, ja lautakunta hyväksyi muutetun suunnitelman.</p><h3>Muutimme</h3><ul><li><b>Varjoa</b> toivottiin
                neljä kertaa: hiekkalaatikon ympärille istutetaan kolme lehmusta, ja siihen asti laatikon yllä on
                purjekatos.</li><li><b>Esteettömyyttä</b> toivottiin kolme kertaa: korikeinu siirtyy kovan reitin viereen, ja
                karusellin ympärille tulee kääntymistilaa.</li><li><b>Vesileikkiä</b> pidettiin liian lähellä katua: se siirtyy
                kummun taakse.</li><li><b>Valot</b> sammuvat kello 22, kuten naapurit pyysivät.</li></ul><h3>Emme voineet
                muuttaa</h3><ul><li>Grillikatosta ei tule. Puutalojen väliin jää liian vähän turvaetäisyyttä.</li></ul><p>Rakentaminen
                alkaa ensi keväänä. Avajaisissa saa kastella ensimmäisen puun.</p>""",
                sv="""<p>Tack! Vid hörandet lämnades <b>14 kommentarer</b>, av vilka åtta gällde en viss plats på kartan. Vi läste
                dem alla, och nämnden godkände den ändrade planen.</p><h3>Vi ändrade</h3><ul><li><b>Skugga</b> önskades fyra gånger:
                tre lindar planteras kring sandlådan, och till dess hänger ett segeltak över den.</li><li><b>Tillgänglighet</b>
                önskades tre gånger: korggungan flyttas till den hårda gången och karusellen får vändutrymme.</li><li><b>Vattenleken</b>
                ansågs ligga för nära gatan: den flyttas bakom kullen.</li><li><b>Belysningen</b> släcks klockan 22, så som grannarna
                bad.</li></ul><h3>Det här kunde vi inte ändra</h3><ul><li>Det blir inget grilltak. Skyddsavståndet mellan trähusen är
                för litet.</li></ul><p>Bygget börjar nästa vår. På invigningen får barnen vattna det första trädet.</p>""",
                en="""<p>Thank you! The hearing received <b>14 comments</b>, eight of them about a particular place on the map. We
                read them all, and the committee approved the changed plan.</p><h3>What we changed</h3><ul><li><b>Shade</b> was asked
                for four times: three lime trees are planted around the sandpit, and until they grow a sail hangs above
                it.</li><li><b>Accessibility</b> was asked for three times: the basket swing moves next to the hard path, and the
                roundabout gets room to turn.</li><li><b>The water game</b> was felt to be too near the street: it moves behind the
                mound.</li><li><b>The lights</b> go out at 10 pm, as the neighbours asked.</li></ul><h3>What we could not
                change</h3><ul><li>There will be no barbecue shelter. The wooden houses are too close for fire
                safety.</li></ul><p>Building begins next spring. At the opening, children water the first tree.</p>""",
                simple="""<p>Kiitos! Saimme 14 mielipidettä. Luimme kaikki.</p><h3>Muutimme näitä asioita</h3><ul><li>Hiekkalaatikon
                viereen tulee puita. Puut antavat varjoa.</li><li>Keinuun pääsee pyörätuolilla.</li><li>Vesileikki on kauempana
                kadusta.</li><li>Valot sammuvat kello 22.</li></ul><h3>Tätä emme voineet tehdä</h3><ul><li>Grillipaikkaa ei tule. Talot
                ovat liian lähellä.</li></ul><p>Työ alkaa ensi keväänä.</p>""",
                ru="""<p>Спасибо! Мы получили <b>14 отзывов</b>, восемь из них о конкретном месте на карте. Мы прочитали все, и
                комиссия утвердила изменённый проект.</p><h3>Что мы изменили</h3><ul><li><b>Тень</b> просили четыре раза: вокруг
                песочницы посадят три липы, а пока они растут, над ней натянут тент.</li><li><b>Доступность</b> просили три раза:
                качели-корзина переезжают к твёрдой дорожке, у карусели появится место для разворота.</li><li><b>Водная игра</b> была
                слишком близко к улице: её перенесут за холм.</li><li><b>Свет</b> гаснет в 22 часа, как просили
                соседи.</li></ul><h3>Что изменить не удалось</h3><ul><li>Навеса с грилем не будет: деревянные дома стоят слишком
                близко.</li></ul><p>Строительство начнётся весной. На открытии дети польют первое дерево.</p>""",
            )
        ),
    ),
)
