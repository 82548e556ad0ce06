"""Two options for the water's edge, to be weighed against each other."""

from ..types import Paragraph, Picture, SectionSpec, tr

SOFT_SHORE = SectionSpec(
    key="option-a",
    kind="scenario",
    title=tr(
        fi="Vaihtoehto A: Pehmeä ranta",
        sv="Alternativ A: Mjuk strand",
        en="Option A: Soft shore",
        simple="Vaihtoehto A: Luonnon ranta",
        ru="Вариант А: природный берег",
    ),
    abstract=tr(
        fi="Niitty laskeutuu veteen, ruovikko ja kivet suojaavat rantaa. Hiljaisempi, vihreämpi, halvempi hoitaa.",
        sv="Ängen sluttar ner i vattnet, vass och stenar skyddar stranden. Tystare, grönare, billigare att sköta.",
        en="A meadow slopes into the water; reeds and stones shelter the shore. Quieter, greener, cheaper to keep.",
        simple="Rannassa on niitty ja kiviä. Ranta on hiljainen ja vihreä.",
        ru="Луг спускается к воде, тростник и камни защищают берег. Тише, зеленее, дешевле в уходе.",
    ),
    body=(
        Picture(
            image="shore-option-a",
            alt=tr(
                fi="""Vaihtoehto A ylhäältä: mutkitteleva rantaviiva, ruovikkoa ja kiviä vedessä, paljon puita ja
                yksi pieni laituri.""",
                sv="""Alternativ A uppifrån: en slingrande strandlinje, vass och stenar i vattnet, många träd och en
                liten brygga.""",
                en="""Option A from above: a winding shoreline, reeds and stones in the water, many trees and one small
                jetty.""",
                simple="Vaihtoehto A. Ranta on mutkainen. Rannassa on kiviä, kasveja ja paljon puita.",
                ru="Вариант А сверху: извилистый берег, тростник и камни в воде, много деревьев и один маленький причал.",
            ),
            caption=tr(
                fi="Pehmeä ranta: puistoa 2,6 hehtaaria.",
                sv="Mjuk strand: 2,6 hektar park.",
                en="Soft shore: 2.6 hectares of park.",
                simple="Vaihtoehto A.",
                ru="Природный берег: 2,6 гектара парка.",
            ),
        ),
        Paragraph(
            tr(
                fi="""<ul><li>Veteen pääsee kahlaamaan kivien lomasta, uida voi pieneltä laiturilta.</li><li>Ruovikko suojaa
                kalanpoikasia ja lintuja.</li><li>Venepaikoista säilyy 14, nykyisin niitä on 32.</li><li>Tapahtumille on tilaa
                noin 150 hengelle.</li><li>Arvioitu hinta 9,8 miljoonaa euroa.</li></ul>""",
                sv="""<ul><li>Man kan vada ut mellan stenarna och simma från en liten brygga.</li><li>Vassen skyddar fiskyngel
                och fåglar.</li><li>Av båtplatserna blir 14 kvar, i dag är de 32.</li><li>Det finns plats för evenemang med
                ungefär 150 personer.</li><li>Beräknad kostnad 9,8 miljoner euro.</li></ul>""",
                en="""<ul><li>You can wade in among the stones and swim from a small jetty.</li><li>Reeds shelter young fish
                and birds.</li><li>14 boat berths stay; today there are 32.</li><li>There is room for events of about 150
                people.</li><li>Estimated cost 9.8 million euros.</li></ul>""",
                simple="""<ul><li>Rannassa on hiljaista.</li><li>Linnut ja kalat viihtyvät.</li><li>Veneille on vähän
                paikkoja.</li><li>Hinta on 9,8 miljoonaa euroa.</li></ul>""",
                ru="""<ul><li>Можно заходить в воду между камнями и плавать с маленького причала.</li><li>Тростник защищает
                мальков и птиц.</li><li>Останется 14 мест для лодок, сейчас их 32.</li><li>Место для мероприятий примерно на
                150 человек.</li><li>Ориентировочная стоимость 9,8 миллиона евро.</li></ul>""",
            )
        ),
    ),
)

CITY_QUAY = SectionSpec(
    key="option-b",
    kind="scenario",
    title=tr(
        fi="Vaihtoehto B: Kaupunkilaituri",
        sv="Alternativ B: Stadsbrygga",
        en="Option B: City quay",
        simple="Vaihtoehto B: Suuri laituri",
        ru="Вариант Б: городской причал",
    ),
    abstract=tr(
        fi="Pitkä puulaituri, meriuima-allas ja kioskiaukio. Elävämpi, kovempi, enemmän tekemistä myös talvella.",
        sv="En lång träbrygga, en havspool och en kioskplats. Livligare, hårdare, mer att göra också på vintern.",
        en="A long timber quay, a sea pool and a square with kiosks. Livelier, harder, more to do in winter too.",
        simple="Rannassa on suuri laituri ja uima-allas. Siellä on paljon ihmisiä.",
        ru="Длинный деревянный причал, морской бассейн и площадь с киосками. Оживлённее, больше занятий и зимой.",
    ),
    body=(
        Picture(
            image="shore-option-b",
            alt=tr(
                fi="""Vaihtoehto B ylhäältä: suora laituri koko rannan pituudelta, meressä kelluva uima-allas, veneitä ja
                aukio, jolla on neljä kioskia.""",
                sv="""Alternativ B uppifrån: en rak brygga längs hela stranden, en flytande bassäng i havet, båtar och en
                öppen plats med fyra kiosker.""",
                en="""Option B from above: a straight quay along the whole shore, a floating pool in the sea, boats, and a
                square with four kiosks.""",
                simple="Vaihtoehto B. Rannassa on pitkä, suora laituri. Meressä on uima-allas ja veneitä.",
                ru="Вариант Б сверху: прямой причал вдоль всего берега, плавучий бассейн, лодки и площадь с четырьмя киосками.",
            ),
            caption=tr(
                fi="Kaupunkilaituri: puistoa 1,9 hehtaaria, laituria 0,6 hehtaaria.",
                sv="Stadsbrygga: 1,9 hektar park, 0,6 hektar brygga.",
                en="City quay: 1.9 hectares of park, 0.6 hectares of quay.",
                simple="Vaihtoehto B.",
                ru="Городской причал: 1,9 гектара парка, 0,6 гектара причала.",
            ),
        ),
        Paragraph(
            tr(
                fi="""<ul><li>25 metrin meriallas ja sauna, auki ympäri vuoden.</li><li>Neljä kioskipaikkaa ja vesiliikenteen
                pysäkki.</li><li>Kaikki 32 venepaikkaa säilyvät.</li><li>Tapahtumille on tilaa 1 200 hengelle; melu mitoitetaan
                niin, että kymmenen jälkeen on hiljaista.</li><li>Arvioitu hinta 14,5 miljoonaa euroa.</li></ul>""",
                sv="""<ul><li>En havsbassäng på 25 meter och en bastu, öppna året om.</li><li>Fyra kioskplatser och en
                hållplats för vattentrafik.</li><li>Alla 32 båtplatser bevaras.</li><li>Det finns plats för evenemang med 1 200
                personer; bullret begränsas så att det är tyst efter klockan tio.</li><li>Beräknad kostnad 14,5 miljoner
                euro.</li></ul>""",
                en="""<ul><li>A 25-metre sea pool and a sauna, open all year round.</li><li>Four kiosks and a stop for
                waterbuses.</li><li>All 32 boat berths stay.</li><li>There is room for events of 1,200 people; noise is limited
                so that it is quiet after ten.</li><li>Estimated cost 14.5 million euros.</li></ul>""",
                simple="""<ul><li>Rannassa on uima-allas ja sauna.</li><li>Siellä on neljä kioskia.</li><li>Kaikki veneet
                mahtuvat rantaan.</li><li>Rannassa voi olla juhlia. Illalla kello 22 jälkeen on hiljaista.</li><li>Hinta on
                14,5 miljoonaa euroa.</li></ul>""",
                ru="""<ul><li>Морской бассейн 25 метров и сауна, открытые круглый год.</li><li>Четыре киоска и остановка
                водного транспорта.</li><li>Сохраняются все 32 места для лодок.</li><li>Место для мероприятий на 1200 человек;
                шум ограничивают так, чтобы после десяти вечера было тихо.</li><li>Ориентировочная стоимость 14,5 миллиона
                евро.</li></ul>""",
            )
        ),
    ),
)
