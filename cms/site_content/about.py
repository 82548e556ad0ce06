"""What the service is and how a comment is used."""

from .types import PageSpec, tr

PAGE = PageSpec(
    slug="about",
    in_menu=True,
    title=tr(
        fi="Mikä Kuule on?",
        sv="Vad är Kuule?",
        en="What is Kuule?",
        simple="Mikä Kuule on?",
        ru="Что такое Kuule?",
    ),
    intro=tr(
        fi="Kuule on palvelu, jossa kaupunki kertoo suunnitelmistaan ja kuuntelee, mitä asukkaat niistä sanovat.",
        sv="Kuule är en tjänst där staden berättar om sina planer och lyssnar på vad invånarna säger om dem.",
        en="Kuule is a service in which the city tells about its plans and listens to what residents say about them.",
        simple="Kuule on palvelu. Kaupunki kertoo palvelussa suunnitelmista. Sinä voit kertoa mielipiteesi.",
        ru="Kuule — сервис, в котором город рассказывает о своих планах и слушает, что о них говорят жители.",
    ),
    body=tr(
        fi="""<h2>Kuka voi osallistua?</h2><p>Kuka tahansa iästä ja asuinpaikasta riippumatta. Et tarvitse tunnusta
        etkä nimeä. Voit kirjoittaa suomeksi, ruotsiksi tai muulla kielellä.</p><h2>Mitä kommentillesi tapahtuu?</h2><ol><li>Se
        näkyy heti kuulemisen sivulla ja kartalla.</li><li>Suunnittelijat lukevat kaikki kommentit. Yksikin hyvin perusteltu
        huomio voi muuttaa suunnitelmaa; kommentit eivät ole äänestys.</li><li>Kuulemisen päätyttyä julkaisemme yhteenvedon:
        mitä sanottiin, mitä muutimme ja mitä emme muuttaneet.</li><li>Kommentit ja paikat voi ladata avoimena datana.</li></ol>
        <h2>Jos muutat mielesi</h2><p>Lähetettyäsi kommentin saat koodin. Sillä voit muuttaa kommenttiasi tai vetää sen
        takaisin niin kauan kuin kuuleminen on avoinna. Säilytä koodi: emme voi lähettää sitä uudelleen, koska emme tiedä, kuka
        olet.</p><h2>Mitä Kuule ei ole?</h2><p>Kommentti ei ole virallinen muistutus eikä valitus. Kun kaavasta voi jättää
        muistutuksen, kerromme kuulemisen sivulla, miten se tehdään.</p><h2>Tämä on demo</h2><p>Tämän sivuston kuulemiset,
        kommentit ja henkilöt ovat keksittyjä, ja niiden tarkoitus on näyttää, miten palvelu toimii.</p>""",
        sv="""<h2>Vem kan delta?</h2><p>Vem som helst, i vilken ålder som helst, oavsett var du bor. Du behöver varken konto
        eller namn. Du kan skriva på finska, svenska eller ett annat språk.</p><h2>Vad händer med din
        kommentar?</h2><ol><li>Den syns genast på hörandets sida och på kartan.</li><li>Planerarna läser alla kommentarer. En
        enda välmotiverad synpunkt kan ändra en plan; kommentarerna är ingen omröstning.</li><li>När hörandet är slut
        publicerar vi ett sammandrag: vad som sades, vad vi ändrade och vad vi inte ändrade.</li><li>Kommentarerna och
        platserna kan laddas ner som öppna data.</li></ol><h2>Om du ändrar dig</h2><p>När du har skickat en kommentar får du en
        kod. Med den kan du ändra eller dra tillbaka kommentaren så länge hörandet är öppet. Spara koden: vi kan inte skicka
        den på nytt, eftersom vi inte vet vem du är.</p><h2>Vad är Kuule inte?</h2><p>En kommentar är ingen officiell anmärkning
        och inget besvär. När man kan lämna en anmärkning om en detaljplan berättar vi på hörandets sida hur det går
        till.</p><h2>Det här är en demo</h2><p>Hörandena, kommentarerna och personerna på den här webbplatsen är påhittade. De
        visar hur tjänsten fungerar.</p>""",
        en="""<h2>Who can take part?</h2><p>Anyone, of any age, wherever you live. You need neither an account nor a name. You
        can write in Finnish, Swedish or another language.</p><h2>What happens to your comment?</h2><ol><li>It appears at once
        on the hearing's page and on the map.</li><li>The planners read every comment. A single well-argued point can change a
        plan; comments are not a vote.</li><li>When the hearing has ended we publish a summary: what was said, what we changed
        and what we did not.</li><li>Anyone can download the comments and their places as open data.</li></ol><h2>If you change
        your mind</h2><p>When you have sent a comment you get a code. With it you can edit or withdraw the comment as long as
        the hearing is open. Keep the code: we cannot send it again, because we do not know who you are.</p><h2>What Kuule is
        not</h2><p>A comment is not a formal objection or an appeal. When a formal objection to a plan is possible, the
        hearing's page tells how to make one.</p><h2>This is a demo</h2><p>The hearings, comments and people on this site are
        made up to show how the service works.</p>""",
        simple="""<h2>Kuka voi kertoa mielipiteensä?</h2><p>Kaikki voivat. Sinun ei tarvitse kertoa nimeäsi. Voit kirjoittaa
        omalla kielelläsi.</p><h2>Mitä mielipiteelle tapahtuu?</h2><ul><li>Se näkyy heti sivulla.</li><li>Kaupungin työntekijät
        lukevat sen.</li><li>Lopuksi kerromme, mitä päätimme.</li></ul><h2>Jos haluat muuttaa mielipidettäsi</h2><p>Saat koodin,
        kun lähetät mielipiteen. Pidä koodi tallessa. Koodilla voit muuttaa mielipiteesi. Voit myös poistaa sen
        sivulta.</p><h2>Tämä on esimerkki</h2><p>Tämän sivun suunnitelmat eivät ole oikeita. Ihmiset eivät ole oikeita.</p>""",
        ru="""<h2>Кто может участвовать?</h2><p>Любой человек, в любом возрасте, где бы вы ни жили. Не нужны ни учётная запись, ни
        имя. Писать можно по-фински, по-шведски или на другом языке.</p><h2>Что будет с вашим комментарием?</h2><ol><li>Он сразу
        появится на странице обсуждения и на карте.</li><li>Проектировщики читают все комментарии. Даже одно хорошо обоснованное
        замечание может изменить проект; комментарии — не голосование.</li><li>После обсуждения мы публикуем сводку: что было сказано,
        что мы изменили и чего менять не стали.</li><li>Комментарии вместе с местами можно скачать как открытые
        данные.</li></ol><h2>Если вы передумали</h2><p>Отправив комментарий, вы получите код. С его помощью можно изменить или отозвать
        комментарий, пока обсуждение открыто. Сохраните код: прислать его повторно мы не можем, потому что не знаем, кто
        вы.</p><h2>Чем Kuule не является</h2><p>Комментарий — это не официальное возражение и не жалоба. Когда на план можно подать
        возражение, на странице обсуждения сказано, как это сделать.</p><h2>Это демоверсия</h2><p>Обсуждения, комментарии и люди на
        этом сайте вымышлены, чтобы показать, как работает сервис.</p>""",
    ),
)
