"""The large open survey: a district by the sea, with every kind of question. The plans and the answers are made up."""

from ..types import ChannelSpec, Paragraph, SurveySpec, tr
from .children import CHILDREN
from .layers import PATHS, SQUARE_PLAN
from .places import PLACES
from .shore import SHORE_STEP
from .square import SQUARE
from .wishes import WISHES
from .you import YOU

SURVEY = SurveySpec(
    slug="oma-kaupunginosani",
    organisation="urban-environment",
    title=tr(
        fi="Oma kaupunginosani meren äärellä",
        sv="Min stadsdel vid havet",
        en="My district by the sea",
        simple="Minun kaupunginosani",
        ru="Мой район у моря",
    ),
    abstract=tr(
        fi="""Missä viihdyt, mitä reittiä kuljet, mikä ranta pitäisi laittaa kuntoon ensin? Näytä kartalla, mitä Kallion,
        Hakaniemen ja Kalasataman seudulla kannattaa vaalia ja mitä muuttaa. Demosisältöä: suunnitelmat ovat keksittyjä.""",
        sv="""Var trivs du, vilken väg går du, vilken strand borde rustas upp först? Visa på kartan vad som är värt att vårda och
        vad som bör ändras i trakten av Berghäll, Hagnäs och Fiskehamnen. Demoinnehåll: planerna är påhittade.""",
        en="""Where do you feel good, which way do you walk, which shore should be mended first? Show on the map what to cherish and
        what to change around Kallio, Hakaniemi and Kalasatama. Demo content: the plans are made up.""",
        simple="""Haluamme tietää, missä sinulla on hyvä olla. Haluamme myös tietää, mitä pitää korjata. Kerro meille. Tämä on
        esimerkki. Suunnitelmat eivät ole oikeita.""",
        ru="""Где вам хорошо, какой дорогой вы ходите, какой берег привести в порядок первым? Покажите на карте, что сохранить и что
        изменить в Каллио, Хаканиеми и Каласатаме. Демонстрационное содержание: планы вымышленные.""",
    ),
    introduction=(
        Paragraph(
            tr(
                fi="""<p>Tunnet kulmasi paremmin kuin kukaan suunnittelija. Sinä tiedät, mistä kohdasta aurinko paistaa vielä kahdeksalta
                illalla ja missä lätäkkö ei kuiva koskaan. Siksi kysymme sinulta, ennen kuin piirrämme mitään.</p><ul><li>Voit jättää
                vastaamatta mihin tahansa, paitsi pakolliseksi merkittyyn kysymykseen.</li><li>Voit keskeyttää ja jatkaa myöhemmin, myös toisella
                laitteella.</li><li>Kartan sijasta voit aina kirjoittaa.</li></ul>""",
                sv="""<p>Du känner dina kvarter bättre än någon planerare. Du vet var solen ännu skiner klockan åtta på kvällen och var pölen
                aldrig torkar. Därför frågar vi dig innan vi ritar något.</p><ul><li>Du kan hoppa över allt utom frågan som är märkt som
                obligatorisk.</li><li>Du kan ta en paus och fortsätta senare, också på en annan enhet.</li><li>I stället för att använda kartan kan
                du alltid skriva.</li></ul>""",
                en="""<p>You know your corner better than any planner does. You know where the sun still shines at eight in the evening, and
                which puddle never dries. So we ask you before we draw anything.</p><ul><li>You may skip anything but the question marked as
                required.</li><li>You can pause and go on later, on another device too.</li><li>Instead of using the map you can always
                write.</li></ul>""",
                simple="""<p>Sinä tunnet oman alueesi hyvin. Siksi kysymme sinulta.</p><ul><li>Sinun ei tarvitse vastata kaikkeen.</li><li>Voit
                pitää tauon ja jatkaa myöhemmin.</li><li>Jos kartta on vaikea, voit kirjoittaa.</li></ul>""",
                ru="""<p>Вы знаете свои места лучше любого проектировщика: где солнце светит ещё в восемь вечера и какая лужа никогда не
                высыхает. Поэтому мы спрашиваем вас раньше, чем начинаем рисовать.</p><ul><li>Можно пропустить всё, кроме вопроса,
                отмеченного как обязательный.</li><li>Можно сделать перерыв и продолжить позже, в том числе на другом устройстве.</li><li>Вместо карты всегда можно
                написать словами.</li></ul>""",
            )
        ),
    ),
    data_notice=tr(
        fi="""Vastaat nimettömästi. Kun olet lähettänyt vastauksesi, muut vastaajat näkevät merkitsemäsi paikat kommentteineen, ja sinä näet
        heidän: niistä voi olla samaa mieltä ja niistä voi keskustella. Näytämme yhteenvedon vastanneille heti ja kaikille kyselyn päätyttyä.

        Kyselyn päätyttyä julkaisemme vastaukset avoimena datana. Kodeista julkaisemme vain 250 metrin ruudun. Sähköpostiosoitteita ja
        lähetettyjä kuvia emme julkaise lainkaan. Älä kirjoita vastauksiin nimiä äläkä muita henkilötietoja.""",
        sv="""Du svarar anonymt. När du har skickat dina svar ser de andra som svarat dina platser och kommentarer, och du ser deras: man kan
        hålla med om dem och diskutera dem. Vi visar en sammanfattning för dem som har svarat genast och för alla när enkäten har stängts.

        När enkäten har stängts publicerar vi svaren som öppna data. Av hemmen publicerar vi bara en ruta på 250 meter. E-postadresser och
        bilder som skickats publicerar vi inte alls. Skriv inga namn eller andra personuppgifter i svaren.""",
        en="""You answer without giving your name. Once you have sent your answers, other respondents see the places you marked with their
        comments, and you see theirs: you can agree with them and discuss them. We show a summary to those who have answered at once, and to
        everyone when the survey has closed.

        When the survey has closed we publish the answers as open data. Of homes we publish only a square of 250 metres. E-mail addresses
        and pictures that were sent are not published at all. Please write no names or other personal details in your answers.""",
        simple="""Emme kysy nimeäsi. Muut ihmiset näkevät paikat ja tekstit, jotka sinä lähetät. He eivät tiedä, kuka olet. Julkaisemme
        vastaukset, kun kysely on loppunut. Emme näytä kenellekään kotisi tarkkaa paikkaa, sähköpostiasi tai kuvaasi. Älä kirjoita nimiä.""",
        ru="""Имя указывать не нужно. Когда вы отправите ответы, другие участники увидят отмеченные вами места и комментарии, а вы — их: с ними
        можно согласиться и их можно обсудить. Сводку мы сразу показываем ответившим, а после окончания опроса — всем.

        После окончания опроса ответы публикуются как открытые данные. Для домов публикуется только квадрат в 250 метров. Адреса
        электронной почты и присланные снимки не публикуются вовсе. Пожалуйста, не пишите имён и других личных данных.""",
    ),
    thanks=tr(
        fi="Lämmin kiitos! Jokainen merkki kartalla auttaa.",
        sv="Varmt tack! Varje märke på kartan är till hjälp.",
        en="Thank you warmly! Every mark on the map helps.",
        simple="Kiitos! Vastauksesi auttaa meitä.",
        ru="Большое спасибо! Каждая отметка на карте помогает.",
    ),
    next_steps=tr(
        fi="""Luemme kaikki vastaukset. Kerromme tällä sivulla, mitä niistä opimme ja mitä teemme ensin. Sen jälkeen kutsumme halukkaat
        työpajaan kirjastoon.""",
        sv="""Vi läser alla svar. På den här sidan berättar vi vad vi lärde oss och vad vi gör först. Sedan bjuder vi in dem som vill till en
        verkstad på biblioteket.""",
        en="""We read every answer. On this page we shall tell what we learnt and what we do first. After that we invite those who wish to a
        workshop at the library.""",
        simple="""Luemme kaikki vastaukset. Sitten kerromme tällä sivulla, mitä teemme. Voit tulla myös kirjastoon suunnittelemaan.""",
        ru="""Мы прочитаем все ответы. На этой странице мы расскажем, что узнали и с чего начнём. Затем пригласим желающих на встречу в
        библиотеку.""",
    ),
    labels=("shore", "parks-and-nature", "traffic", "accessibility"),
    contacts=("landscape-architect", "park-planner"),
    district="central",
    open_days=-21,
    close_days=19,
    results_expected_days=60,
    main_image="district-hero",
    main_image_alt=tr(
        fi="Kesäinen kaupunginosa meren rannalla: kerrostaloja, puita, ratikka, rantapolku ja purjevene.",
        sv="En sommarstadsdel vid havet: höghus, träd, en spårvagn, en strandstig och en segelbåt.",
        en="A district by the sea in summer: blocks of flats, trees, a tram, a path by the water and a sailing boat.",
        simple="Taloja, puita, ratikka ja meri. On kesä.",
        ru="Летний район у моря: дома, деревья, трамвай, дорожка у воды и парусная лодка.",
    ),
    results_shown="after_answering",
    publishes_answers=True,
    neighbours="discussed",
    steps=(YOU, PLACES, SHORE_STEP, SQUARE, CHILDREN, WISHES),
    layers={"paths": PATHS, "square": SQUARE_PLAN},
    channels=(
        ChannelSpec("open", "Verkkosivut ja some"),
        ChannelSpec("code", "Kirje kotitalouksiin", codes=160),
        ChannelSpec("event", "Kallion kirjasto, rantapäivä"),
        ChannelSpec("interviewer", "Haastattelija, palvelukeskus"),
    ),
)
