"""Rules of discussion, and what a moderator may do.

The reasons are those of cms.choices.HiddenReason; change both together.
"""

from .types import PageSpec, tr

PAGE = PageSpec(
    slug="rules",
    title=tr(
        fi="Keskustelun säännöt",
        sv="Diskussionsregler",
        en="Rules of discussion",
        simple="Säännöt",
        ru="Правила обсуждения",
    ),
    intro=tr(
        fi="Saat olla eri mieltä, myös jyrkästi. Asiasta saa sanoa paljon, ihmisestä vähän.",
        sv="Du får vara av annan åsikt, också skarpt. Säg mycket om saken, lite om personen.",
        en="You may disagree, sharply too. Say a lot about the matter and little about the person.",
        simple="Saat sanoa mielipiteesi. Ole ystävällinen muille.",
        ru="Можно не соглашаться, даже резко. Говорите много о деле и мало о человеке.",
    ),
    body=tr(
        fi="""<h2>Kommentti voidaan piilottaa, jos</h2><ul><li>se loukkaa tai uhkaa jotakuta</li><li>siinä kerrotaan jonkun
        yksityisiä asioita</li><li>se on mainos tai roskaviesti</li><li>se ei liity kuulemisen aiheeseen</li><li>se on lain
        vastainen</li><li>sama kommentti on lähetetty monta kertaa.</li></ul><h2>Mitä piilotetulle kommentille
        tapahtuu?</h2><p>Sen paikalle jää lyhyt merkintä, jossa kerrotaan piilottamisen syy. Vastaukset jäävät näkyviin. Teksti
        poistuu sivuilta, kartalta ja ladattavista tiedostoista heti, mutta sitä ei tuhota: moderaattori voi palauttaa sen, jos
        piilottaminen oli virhe.</p><h2>Kuka päättää?</h2><p>Kuulemisen järjestäneen yksikön moderaattori. Kukaan ei voi muuttaa
        kommenttisi sanoja puolestasi: kommentti näkyy kokonaan tai ei lainkaan. Kielteistä mielipidettä kaupungista tai
        suunnitelmasta ei piiloteta.</p><h2>Jos kommenttisi piilotettiin syyttä</h2><p>Ota yhteyttä kuulemisen yhteyshenkilöön.
        Hänen yhteystietonsa ovat kuulemisen sivulla.</p>""",
        sv="""<h2>En kommentar kan döljas om</h2><ul><li>den kränker eller hotar någon</li><li>den berättar om någons privata
        angelägenheter</li><li>den är reklam eller skräppost</li><li>den inte gäller ämnet för hörandet</li><li>den strider mot
        lagen</li><li>samma kommentar har skickats många gånger.</li></ul><h2>Vad händer med en dold kommentar?</h2><p>På dess
        plats står en kort notis som berättar varför den döljs. Svaren förblir synliga. Texten försvinner genast från sidorna,
        kartan och filerna som kan laddas ner, men den förstörs inte: moderatorn kan återställa den om den doldes av
        misstag.</p><h2>Vem bestämmer?</h2><p>Moderatorn vid den enhet som ordnar hörandet. Ingen kan ändra orden i din
        kommentar: den syns i sin helhet eller inte alls. En negativ åsikt om staden eller om planen döljs inte.</p><h2>Om din
        kommentar doldes utan skäl</h2><p>Ta kontakt med hörandets kontaktperson. Kontaktuppgifterna finns på hörandets
        sida.</p>""",
        en="""<h2>A comment may be hidden if</h2><ul><li>it insults or threatens someone</li><li>it tells private things about
        someone</li><li>it is advertising or spam</li><li>it is not about the subject of the hearing</li><li>it is against the
        law</li><li>the same comment was sent many times.</li></ul><h2>What happens to a hidden comment?</h2><p>A short note
        stays in its place and gives the reason. Replies remain visible. The text leaves the pages, the map and the downloads at
        once, but it is not destroyed: a moderator can restore it if hiding it was a mistake.</p><h2>Who decides?</h2><p>A
        moderator of the unit that holds the hearing. Nobody can change the words of your comment for you: it is shown whole or
        not at all. A negative opinion of the city or of the plan is not hidden.</p><h2>If your comment was hidden without
        reason</h2><p>Contact the hearing's contact person. You find the details on the hearing's page.</p>""",
        simple="""<h2>Mitä et saa kirjoittaa?</h2><ul><li>Älä loukkaa tai uhkaa ihmisiä.</li><li>Älä kerro toisten ihmisten
        yksityisiä asioita.</li><li>Älä mainosta.</li><li>Kirjoita vain tästä aiheesta.</li><li>Älä riko lakia.</li><li>Lähetä
        mielipiteesi vain yhden kerran.</li></ul><h2>Mitä tapahtuu, jos rikot sääntöjä?</h2><p>Valvoja voi piilottaa
        mielipiteesi. Valvoja on ihminen, joka lukee kommentit ja huolehtii säännöistä. Mielipiteesi paikalla lukee, miksi se
        piilotettiin.</p><p>Saat olla eri mieltä kuin kaupunki. Sellaista mielipidettä ei piiloteta.</p>""",
        ru="""<h2>Комментарий могут скрыть, если</h2><ul><li>он оскорбляет кого-то или угрожает</li><li>в нём рассказано о чьей-то
        частной жизни</li><li>это реклама или спам</li><li>он не относится к теме обсуждения</li><li>он нарушает
        закон</li><li>один и тот же комментарий отправлен много раз.</li></ul><h2>Что происходит со скрытым комментарием?</h2><p>На его месте
        остаётся короткая пометка с причиной. Ответы остаются видны. Текст сразу исчезает со страниц, с карты и из файлов для
        скачивания, но не уничтожается: модератор может вернуть его, если произошла ошибка.</p><h2>Кто решает?</h2><p>Модератор
        подразделения, которое проводит обсуждение. Никто не может изменить слова в вашем комментарии: он виден целиком или не виден
        совсем. Отрицательное мнение о городе или проекте не скрывают.</p><h2>Если ваш комментарий скрыли без
        причины</h2><p>Свяжитесь с контактным лицом обсуждения. Контакты указаны на странице обсуждения.</p>""",
    ),
)
