"""Accessibility statement: the parts that Finland's Act on the Provision of Digital Services (306/2019) asks for.

State of compliance, content that is not accessible and why, how to give feedback, the supervisor, how it
was assessed. A city that takes the service into use replaces the demo's statement by its own.
"""

from .types import PageSpec, tr

PAGE = PageSpec(
    slug="accessibility",
    title=tr(
        fi="Saavutettavuusseloste",
        sv="Tillgänglighetsutlåtande",
        en="Accessibility statement",
        simple="Saavutettavuus",
        ru="Заявление о доступности",
    ),
    intro=tr(
        fi="Kuule-palvelun pitää toimia kaikille: näppäimistöllä, ruudunlukijalla, suurennettuna, puhelimella ja ilman JavaScriptiä.",
        sv="Kuule ska fungera för alla: med tangentbord, skärmläsare, förstoring, telefon och utan JavaScript.",
        en="Kuule should work for everybody: by keyboard, with a screen reader, enlarged, on a phone and without JavaScript.",
        simple="Haluamme, että kaikki voivat käyttää tätä palvelua.",
        ru="Kuule должен работать для всех: с клавиатурой, программой экранного доступа, увеличением, на телефоне и без JavaScript.",
    ),
    body=tr(
        fi="""<p>Tämä seloste koskee Kuule-palvelun demosivustoa. Saavutettavuusvaatimukset perustuvat lakiin digitaalisten
        palvelujen tarjoamisesta (306/2019).</p><h2>Kuinka saavutettava palvelu on?</h2><p>Palvelu täyttää lain edellyttämät
        kriittiset vaatimukset (WCAG 2.1, tasot A ja AA) <b>osittain</b>. Tavoitteemme on WCAG 2.2:n taso AA.</p><h2>Sisältö, joka
        ei ole saavutettavaa</h2><ul><li><b>Taustakartta</b> on kuva, jota ruudunlukija ei lue. Laki ei koske karttoja, mutta
        kartan tiedot ovat saatavilla myös muuten: paikat listana ja taulukkona, ja oman paikan voi kuvailla sanoin. (WCAG
        1.1.1)</li><li><b>Kommentit</b> ovat osallistujien kirjoittamia. Niiden kieli tunnistetaan koneellisesti, ja tunnistus voi
        erehtyä. (WCAG 3.1.2)</li><li><b>Kaikkea sisältöä ei ole käännetty.</b> Kääntämätön teksti on merkitty sille kielelle, jolla
        se on.</li><li><b>Havainnekuvien yksityiskohtia</b> ei voi kuvata kokonaan vaihtoehtoisella tekstillä. Pyydä lisätietoa
        yhteyshenkilöltä. (WCAG 1.1.1)</li></ul><h2>Huomasitko puutteen?</h2><p>Kerro siitä meille, niin teemme parhaamme
        korjataksemme sen: <b>saavutettavuus@example.org</b> (demo-osoite, johon ei vastata). Oikeassa palvelussa vastaus tulee 14
        päivän kuluessa. Voit pyytää sisällön myös sinulle sopivassa muodossa.</p><h2>Saavutettavuuden valvonta</h2><p>Jos
        huomaat sivustolla saavutettavuusongelmia, anna ensin palautetta meille, sivuston ylläpitäjälle. Jos et ole tyytyväinen
        vastaukseen tai et saa vastausta kahden viikon aikana, voit tehdä ilmoituksen Liikenne- ja viestintävirasto Traficomiin.
        Traficomin sivulla kerrotaan, miten ilmoitus tehdään ja miten se käsitellään.</p><p>Liikenne- ja viestintävirasto
        Traficom<br/>Digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö<br/><a href="https://www.saavutettavuusvaatimukset.fi/">www.saavutettavuusvaatimukset.fi</a><br/>
        saavutettavuus@traficom.fi<br/>vaihde 029 534 5000</p><h2>Miten testasimme</h2><p>Arvio on oma. Jokainen sivutyyppi on
        tarkastettu koneellisesti, ja kommentointi, piirtäminen ja lataaminen on käyty läpi pelkällä näppäimistöllä.
        Ulkopuolista arviota eikä testejä apuvälineiden käyttäjien kanssa ole vielä tehty. Seloste päivitetään, kun palvelu
        muuttuu.</p>""",
        sv="""<p>Det här utlåtandet gäller Kuules demowebbplats. Tillgänglighetskraven bygger på lagen om tillhandahållande av
        digitala tjänster (306/2019).</p><h2>Hur tillgänglig är tjänsten?</h2><p>Tjänsten uppfyller <b>delvis</b> lagens kritiska
        krav (WCAG 2.1, nivåerna A och AA). Vårt mål är nivå AA i WCAG 2.2.</p><h2>Innehåll som inte är
        tillgängligt</h2><ul><li><b>Bakgrundskartan</b> är en bild som en skärmläsare inte läser. Lagen gäller inte kartor, men
        kartans uppgifter finns också på annat sätt: platserna som lista och tabell, och den egna platsen kan beskrivas i ord.
        (WCAG 1.1.1)</li><li><b>Kommentarerna</b> är skrivna av deltagarna. Språket känns igen maskinellt, och igenkänningen kan ta
        fel. (WCAG 3.1.2)</li><li><b>Allt innehåll är inte översatt.</b> Oöversatt text är märkt med det språk som den är
        skriven på.</li><li><b>Detaljerna i illustrationerna</b> kan inte beskrivas helt i en alternativtext. Be kontaktpersonen
        om mer information. (WCAG 1.1.1)</li></ul><h2>Märkte du en brist?</h2><p>Berätta det för oss, så gör vi vårt bästa för att
        rätta till den: <b>tillganglighet@example.org</b> (en demoadress som ingen svarar på). I en riktig tjänst får du svar inom
        14 dagar. Du kan också be om innehållet i en form som passar dig.</p><h2>Tillsyn över tillgängligheten</h2><p>Om du
        upptäcker tillgänglighetsproblem på webbplatsen, ge först respons till oss som administrerar den. Om du inte är nöjd med
        svaret eller inte får något svar inom två veckor kan du göra en anmälan till Transport- och kommunikationsverket Traficom.
        På Traficoms sida berättas hur man gör en anmälan och hur den behandlas.</p><p>Transport- och kommunikationsverket
        Traficom<br/>Enheten för tillsyn över digital tillgänglighet<br/><a href="https://www.tillganglighetskrav.fi/">www.tillganglighetskrav.fi</a><br/>
        saavutettavuus@traficom.fi<br/>växel 029 534 5000</p><h2>Så testade vi</h2><p>Bedömningen är vår egen. Varje sidtyp har
        granskats maskinellt, och att kommentera, rita och ladda ner har prövats med enbart tangentbord. Ingen utomstående
        bedömning och inga test med användare av hjälpmedel har ännu gjorts. Utlåtandet uppdateras när tjänsten
        ändras.</p>""",
        en="""<p>This statement is about the demo site of Kuule. The requirements come from Finland's Act on the Provision of
        Digital Services (306/2019).</p><h2>How accessible is the service?</h2><p>The service meets the critical requirements of
        the law (WCAG 2.1, levels A and AA) <b>in part</b>. Our aim is level AA of WCAG 2.2.</p><h2>What is not
        accessible</h2><ul><li><b>The base map</b> is an image that a screen reader does not read. The law does not cover maps, but
        what they show is available in other ways: places are also given as a list and a table, and you can describe your own
        place in words. (WCAG 1.1.1)</li><li><b>Comments</b> are written by participants. Their language is recognised by machine,
        which can be wrong. (WCAG 3.1.2)</li><li><b>Not everything is translated.</b> Untranslated text is marked as being in its
        own language.</li><li><b>Details of the illustrations</b> cannot be described in full by a text alternative. Ask the
        contact person for more. (WCAG 1.1.1)</li></ul><h2>Did you notice a problem?</h2><p>Tell us and we will do our best to fix
        it: <b>accessibility@example.org</b> (a demo address that nobody answers). In a real service you get an answer within 14
        days. You can also ask for the content in a form that suits you.</p><h2>Supervision</h2><p>If you notice accessibility
        problems on the site, give feedback to us, its keepers, first. If you are not satisfied with the answer or get none
        within two weeks, you can notify the Finnish Transport and Communications Agency Traficom. Its website tells how to
        notify and how the matter is handled.</p><p>Finnish Transport and Communications Agency Traficom<br/>Digital Accessibility
        Supervision Unit<br/><a href="https://www.webaccessibility.fi/">www.webaccessibility.fi</a><br/>saavutettavuus@traficom.fi<br/>switchboard +358 29 534 5000</p><h2>How we
        tested</h2><p>The assessment is our own. Every type of page has been checked by machine, and commenting, drawing and
        downloading have been gone through with the keyboard alone. No outside assessment and no tests with users of assistive
        technology have been made yet. The statement is updated as the service changes.</p>""",
        simple="""<p>Tämä sivu kertoo, miten helppo Kuule-palvelua on käyttää.</p><h2>Mikä toimii?</h2><ul><li>Voit käyttää palvelua ilman
        hiirtä.</li><li>Voit suurentaa tekstiä.</li><li>Voit käyttää palvelua puhelimella.</li></ul><h2>Mikä ei
        toimi?</h2><ul><li>Ruudunlukija ei lue karttaa. Voit lukea paikat listasta.</li><li>Kaikkia tekstejä ei ole selkokielellä.
        Silloin näet tekstin suomeksi.</li><li>Kuvissa voi olla asioita, joita teksti ei kerro.</li></ul><h2>Kerro meille
        ongelmasta</h2><p>Kirjoita osoitteeseen saavutettavuus@example.org. Tämä on esimerkki. Osoitteesta ei vastata. Oikeassa
        palvelussa saat vastauksen 14 päivässä.</p><h2>Jos et saa apua</h2><p>Voit tehdä ilmoituksen virastoon. Viraston nimi on
        Traficom. Traficom valvoo, että palvelut toimivat kaikille.</p><p>Traficom<br/><a href="https://www.saavutettavuusvaatimukset.fi/">www.saavutettavuusvaatimukset.fi</a><br/>
        saavutettavuus@traficom.fi<br/>puhelin 029 534 5000</p><h2>Miten testasimme?</h2><p>Testasimme palvelun itse.
        Tietokone tarkasti sivut. Kokeilimme palvelua ilman hiirtä. Kukaan muu ei ole vielä testannut palvelua.</p>""",
        ru="""<p>Это заявление касается демонстрационного сайта Kuule. Требования установлены финским законом о предоставлении
        цифровых услуг (306/2019).</p><h2>Насколько доступен сервис?</h2><p>Сервис <b>частично</b> отвечает обязательным требованиям
        закона (WCAG 2.1, уровни A и AA). Наша цель — уровень AA стандарта WCAG 2.2.</p><h2>Что недоступно</h2><ul><li><b>Фоновая
        карта</b> — изображение, которое программа экранного доступа не читает. Закон не распространяется на карты, но их сведения
        доступны и иначе: места даны списком и таблицей, а своё место можно описать словами. (WCAG 1.1.1)</li><li><b>Комментарии</b> пишут
        участники. Язык определяется автоматически, и возможна ошибка. (WCAG 3.1.2)</li><li><b>Переведено не всё.</b>
        Непереведённый текст помечен тем языком, на котором он написан.</li><li><b>Детали иллюстраций</b> нельзя полностью описать
        текстом. Подробности можно узнать у контактного лица. (WCAG 1.1.1)</li></ul><h2>Заметили недостаток?</h2><p>Сообщите нам, и
        мы постараемся его исправить: <b>accessibility@example.org</b> (демонстрационный адрес, по нему не отвечают). В настоящем
        сервисе ответ приходит в течение 14 дней. Можно также попросить содержание в удобной для вас форме.</p><h2>Надзор</h2><p>Если
        вы заметили на сайте проблемы с доступностью, сначала сообщите о них нам. Если ответ вас не устроит или не придёт в течение
        двух недель, можно подать уведомление в Агентство транспорта и связи Финляндии Traficom. На его сайте сказано, как это
        сделать и как рассматривают уведомление.</p><p>Агентство транспорта и связи Финляндии Traficom<br/>Отдел надзора за цифровой
        доступностью<br/><a href="https://www.webaccessibility.fi/">www.webaccessibility.fi</a><br/>saavutettavuus@traficom.fi<br/>коммутатор +358 29 534 5000</p><h2>Как мы
        проверяли</h2><p>Это наша собственная оценка. Каждый тип страниц проверен автоматически, а отправка комментария, рисование и
        скачивание проверены с одной клавиатурой. Внешней оценки и проверки с пользователями вспомогательных технологий пока не
        было. Заявление обновляется, когда сервис меняется.</p>""",
    ),
)
