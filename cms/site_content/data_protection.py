"""What is stored about a participant, what is published, and how to withdraw it."""

from .types import PageSpec, tr

PAGE = PageSpec(
    slug="data-protection",
    title=tr(
        fi="Tietosuoja",
        sv="Dataskydd",
        en="Data protection",
        simple="Sinun tietosi",
        ru="Защита данных",
    ),
    intro=tr(
        fi="Keräämme mahdollisimman vähän. Voit osallistua kertomatta, kuka olet.",
        sv="Vi samlar in så lite som möjligt. Du kan delta utan att berätta vem du är.",
        en="We collect as little as possible. You can take part without saying who you are.",
        simple="Sinun ei tarvitse kertoa, kuka olet.",
        ru="Мы собираем как можно меньше. Участвовать можно, не называя себя.",
    ),
    body=tr(
        fi="""<h2>Mitä tallennamme</h2><ul><li>kommenttisi tekstin ja kielen</li><li>nimen tai nimimerkin, jos annat
        sen</li><li>paikan, jonka merkitset kartalle tai kuvailet sanoin</li><li>ajan, jolloin lähetit kommentin tai muokkasit
        sitä</li><li>tiivisteen kuittikoodistasi. Itse koodia emme tallenna, eikä sitä voi päätellä tiivisteestä.</li></ul>
        <p>Kommentointi ei vaadi tunnusta. Jos olet kirjautunut sisään, kommentti liitetään tunnukseesi, mutta tunnusta ei
        julkaista. Julkiset sivut eivät aseta kävijälle evästeitä eivätkä seuraa sinua. Taustakartta haetaan karttapalvelusta
        vasta, kun kartta näytetään; silloin karttapalvelu näkee IP-osoitteesi.</p><h2>Mitä julkaisemme</h2><p>Kommentin tekstin,
        nimen jos annoit sen, paikan ja ajan. Ne näkyvät sivuilla ja ladattavissa tiedostoissa. Älä siis kirjoita kommenttiin
        yksityisiä asioita, kuten kotiosoitettasi tai toisten nimiä.</p><h2>Mihin tietoja käytetään</h2><p>Suunnittelun
        pohjaksi. Käsittelyn peruste on kunnan tehtävä kuulla asukkaita (EU:n tietosuoja-asetus, 6 artikla, 1 e
        kohta).</p><h2>Miten vedät kommentin takaisin</h2><p>Avaa kommenttisi kuittikoodilla ja valitse ”Vedä kommentti takaisin”. Teksti, nimi ja
        paikka poistuvat heti sivuilta ja ladattavista tiedostoista; paikalle jää maininta, että
        kirjoittaja on vetänyt kommentin takaisin. Voit tehdä tämän niin kauan kuin kuuleminen on avoinna. Sen jälkeen ota yhteyttä kuulemisen yhteyshenkilöön. Tiedostoja, jotka joku on jo ladannut,
        emme voi hakea takaisin.</p><h2>Oikeutesi</h2><p>Voit pyytää nähdä, oikaista tai poistaa tietosi ja vastustaa niiden
        käsittelyä. Tarvitsemme kuittikoodin, jotta tiedämme, mikä kommentti on sinun. Voit myös valittaa
        tietosuojavaltuutetulle.</p><p><i>Tämä on demosivusto: rekisterinpitäjää ei ole, ja sisältö on keksittyä.</i></p>""",
        sv="""<h2>Vad vi sparar</h2><ul><li>din kommentars text och språk</li><li>ett namn eller smeknamn, om du anger
        det</li><li>platsen som du märker ut på kartan eller beskriver i ord</li><li>tiden då du skickade eller ändrade
        kommentaren</li><li>ett hashvärde av din kvittokod. Själva koden sparas inte och kan inte härledas ur
        hashvärdet.</li></ul><p>Inget konto krävs. Om du är inloggad knyts kommentaren till ditt konto, men kontot
        publiceras inte. De offentliga sidorna sätter inga kakor och spårar dig inte. Bakgrundskartan hämtas från en karttjänst
        först när kartan visas; då ser karttjänsten din IP-adress.</p><h2>Vad vi publicerar</h2><p>Kommentarens text, namnet om du
        angav det, platsen och tiden. De syns på sidorna och i filer som kan laddas ner. Skriv alltså inget privat, till exempel
        din hemadress eller andras namn.</p><h2>Vad uppgifterna används till</h2><p>Som underlag för planeringen. Grunden är
        kommunens uppgift att höra invånarna (EU:s dataskyddsförordning, artikel 6.1 e).</p><h2>Så drar du tillbaka en
        kommentar</h2><p>Öppna din kommentar med kvittokoden och välj att dra tillbaka den. Text, namn och plats försvinner
        genast från sidorna och filerna; kvar blir en notis om en tillbakadragen kommentar. Det går så länge hörandet är öppet.
        Ta därefter kontakt med hörandets kontaktperson. Filer som någon redan har laddat ner kan vi inte hämta
        tillbaka.</p><h2>Dina rättigheter</h2><p>Du kan begära att få se, rätta eller radera dina uppgifter och motsätta dig
        behandlingen. Vi behöver kvittokoden för att veta vilken kommentar som är din. Du kan också klaga hos
        dataombudsmannen.</p><p><i>Det här är en demowebbplats: det finns ingen personuppgiftsansvarig, och innehållet är
        påhittat.</i></p>""",
        en="""<h2>What we store</h2><ul><li>the text and language of your comment</li><li>a name or nickname, if you give
        one</li><li>the place that you mark on the map or describe in words</li><li>the time when you sent or edited the
        comment</li><li>a hash of your receipt code. The code itself is not stored, and cannot be worked out from the
        hash.</li></ul><p>Commenting needs no account. If you are signed in, the comment is tied to your account, but the
        account is not published. Public pages set no cookies for visitors and do not follow you. The base map is fetched from a
        map service only when a map is shown; the map service then sees your IP address.</p><h2>What we publish</h2><p>The text
        of the comment, the name if you gave one, the place and the time. They appear on the pages and in downloads. So do not
        write private things, such as your home address or other people's names.</p><h2>What the data is for</h2><p>It informs
        planning. The basis is the municipality's task of hearing its residents (GDPR, Article 6(1)(e)).</p><h2>How to withdraw a
        comment</h2><p>Open your comment with its receipt code and choose to withdraw it. Text, name and place leave the pages and
        the downloads at once; a note that a comment was withdrawn stays in its place. You can do this while the hearing is open.
        After that, get in touch with the hearing's contact person. We cannot call back files that somebody has already
        downloaded.</p><h2>Your rights</h2><p>You may ask to see, correct or erase your data and object to its use. We need the
        receipt code to know which comment is yours. You may also complain to the Data Protection Ombudsman.</p><p><i>This is a
        demo site: there is no controller, and the content is made up.</i></p>""",
        simple="""<h2>Mitä tietoja tallennamme?</h2><ul><li>mielipiteesi</li><li>nimesi, jos kerrot sen</li><li>paikan, jos
        näytät sen kartalla tai kerrot sen sanoilla</li><li>kellonajan</li><li>merkin, jolla tunnistamme koodisi. Koodia emme
        tallenna.</li></ul><h2>Mitkä tiedot muut näkevät?</h2><p>Kaikki voivat lukea mielipiteesi. Kaikki näkevät nimen ja
        paikan, jos kerroit ne. Älä kirjoita yksityisiä asioita. Älä kirjoita osoitettasi.</p><h2>Miten poistat
        mielipiteesi?</h2><p>Saat koodin, kun lähetät mielipiteen. Kirjoita koodi palveluun. Sitten voit poistaa mielipiteesi
        sivulta. Voit tehdä sen niin kauan, kun suunnitelmasta voi kertoa mielipiteitä. Sen jälkeen voit soittaa
        yhteyshenkilölle.</p><h2>Mitä voit pyytää?</h2><p>Voit pyytää nähdä tietosi. Voit pyytää, että korjaamme tai poistamme
        ne.</p><p>Tämä sivu on esimerkki.</p>""",
        ru="""<h2>Что мы храним</h2><ul><li>текст и язык вашего комментария</li><li>имя или псевдоним, если вы их
        указали</li><li>место, которое вы отметили на карте или описали словами</li><li>время отправки или изменения
        комментария</li><li>хеш кода квитанции. Сам код не хранится, и восстановить его по хешу нельзя.</li></ul><p>Учётная запись
        не нужна. Если вы вошли в систему, комментарий связывается с вашей учётной записью, но она не публикуется. Общедоступные страницы
        не ставят посетителям файлы cookie и не следят за вами. Фоновая карта загружается из картографического сервиса, только
        когда карта показана; тогда этот сервис видит ваш IP-адрес.</p><h2>Что мы публикуем</h2><p>Текст комментария, имя, если вы его
        указали, место и время. Они видны на страницах и в файлах для скачивания. Поэтому не пишите ничего личного: ни домашнего
        адреса, ни имён других людей.</p><h2>Для чего нужны данные</h2><p>Для планирования. Основание — задача муниципалитета
        выслушивать жителей (Регламент ЕС о защите данных, статья 6(1)(e)).</p><h2>Как отозвать свой комментарий</h2><p>Откройте комментарий с
        помощью кода квитанции и выберите «Отозвать комментарий». Текст, имя и место сразу исчезнут со страниц и из файлов; останется пометка о том, что
        комментарий отозван автором. Это можно сделать, пока обсуждение открыто. После этого обратитесь к контактному лицу. Файлы, которые
        кто-то уже скачал, мы вернуть не можем.</p><h2>Ваши права</h2><p>Вы можете попросить показать, исправить или удалить ваши
        данные и возразить против их обработки. Нам понадобится код квитанции, чтобы узнать, какой комментарий ваш. Можно также
        подать жалобу уполномоченному по защите данных.</p><p><i>Это демонстрационный сайт: оператора данных нет, содержание
        вымышлено.</i></p>""",
    ),
)
