"""First page: who answers, and where they live."""

from ..types import option, question, step, tr

NEIGHBOURHOODS = [
    option("kallio", fi="Kallio", sv="Berghäll", en="Kallio", simple="Kallio", ru="Каллио"),
    option(
        "hakaniemi",
        fi="Hakaniemi ja Merihaka",
        sv="Hagnäs och Havshagen",
        en="Hakaniemi and Merihaka",
        simple="Hakaniemi tai Merihaka",
        ru="Хаканиеми и Мерихака",
    ),
    option("sornainen", fi="Sörnäinen", sv="Sörnäs", en="Sörnäinen", simple="Sörnäinen", ru="Сёрняйнен"),
    option("kalasatama", fi="Kalasatama", sv="Fiskehamnen", en="Kalasatama", simple="Kalasatama", ru="Каласатама"),
    option("vallila", fi="Vallila", sv="Vallgård", en="Vallila", simple="Vallila", ru="Валлила"),
    option("pasila", fi="Pasila", sv="Böle", en="Pasila", simple="Pasila", ru="Пасила"),
    option(
        "kumpula",
        fi="Kumpula ja Arabianranta",
        sv="Gumtäkt och Arabiastranden",
        en="Kumpula and Arabianranta",
        simple="Kumpula tai Arabianranta",
        ru="Кумпула и Арабианранта",
    ),
    option("kapyla", fi="Käpylä", sv="Kottby", en="Käpylä", simple="Käpylä", ru="Кяпюля"),
]

LIVES_HERE = [[{"question": "connection", "test": "chosen", "value": "live"}]]

YOU = step(
    "you",
    tr(
        fi="Sinä ja kaupunginosasi",
        sv="Du och din stadsdel",
        en="You and your district",
        simple="Kerro itsestäsi",
        ru="Вы и ваш район",
    ),
    tr(
        fi="Muutama kysymys, jotta osaamme lukea vastauksia oikein. Vain yhteen niistä tarvitsemme vastauksen.",
        sv="Några frågor så att vi läser svaren rätt. Bara en av dem behöver ett svar.",
        en="A few questions, so that we read the answers right. Only one of them needs an answer.",
        simple="Ensin kysymme sinusta. Meidän on silloin helpompi ymmärtää vastauksesi.",
        ru="Несколько вопросов, чтобы мы верно поняли ваши ответы. Обязателен ответ только на один из них.",
    ),
    question(
        "single_choice",
        "connection",
        tr(
            fi="Mikä sinua ennen kaikkea yhdistää tähän alueeseen?",
            sv="Vad är det framför allt som knyter dig till området?",
            en="What connects you to this area most of all?",
            simple="Miksi tämä alue on sinulle tuttu?",
            ru="Что прежде всего связывает вас с этим районом?",
        ),
        required=True,
        other=True,
        other_label=tr(
            fi="Jokin muu, mikä?",
            sv="Något annat, vad?",
            en="Something else, what?",
            simple="Muu syy. Mikä?",
            ru="Другое. Что именно?",
        ),
        choices=[
            option(
                "live", fi="Asun täällä", sv="Jag bor här", en="I live here", simple="Asun täällä", ru="Я здесь живу"
            ),
            option(
                "work",
                fi="Käyn täällä töissä tai koulussa",
                sv="Jag arbetar eller studerar här",
                en="I work or study here",
                simple="Olen täällä töissä tai koulussa",
                ru="Я здесь работаю или учусь",
            ),
            option(
                "leisure",
                fi="Vietän täällä vapaa-aikaa tai asioin",
                sv="Jag tillbringar min fritid eller uträttar ärenden här",
                en="I spend free time or run errands here",
                simple="Tulen tänne kauppaan tai vapaa-ajalla",
                ru="Провожу здесь свободное время или бываю по делам",
            ),
            option(
                "passing",
                fi="Kuljen läpi",
                sv="Jag passerar",
                en="I pass through",
                simple="Kuljen tästä ohi",
                ru="Бываю проездом",
            ),
        ],
    ),
    question(
        "single_choice",
        "neighbourhood",
        tr(
            fi="Missä päin asut?",
            sv="I vilken del bor du?",
            en="Which part do you live in?",
            simple="Missä sinä asut?",
            ru="В какой части района вы живёте?",
        ),
        look="list",
        show_when=LIVES_HERE,
        choices=NEIGHBOURHOODS,
    ),
    question(
        "number",
        "years_here",
        tr(
            fi="Kuinka kauan olet asunut alueella?",
            sv="Hur länge har du bott i området?",
            en="How long have you lived in the area?",
            simple="Kuinka monta vuotta olet asunut täällä?",
            ru="Сколько лет вы здесь живёте?",
        ),
        help=tr(
            fi="Alle vuosi on 0.",
            sv="Mindre än ett år är 0.",
            en="Less than a year is 0.",
            simple="Jos olet asunut alle vuoden, kirjoita 0.",
            ru="Если меньше года, напишите 0.",
        ),
        unit=tr(fi="vuotta", sv="år", en="years", simple="vuotta", ru="лет"),
        least=0,
        most=100,
        show_when=LIVES_HERE,
    ),
    question(
        "point",
        "home",
        tr(
            fi="Missä kotisi on suunnilleen?",
            sv="Var ligger ditt hem ungefär?",
            en="Roughly where is your home?",
            simple="Missä kotisi on? Näytä kartalla.",
            ru="Где примерно находится ваш дом?",
        ),
        help=tr(
            fi="""Näin näemme, kuinka kaukaa ihmiset tulevat rantaan. Voit merkitä lähimmän kadunkulman. Julkaisemme kodeista vain
            250 metrin ruudun, emme koskaan tarkkaa paikkaa, ja voit jättää tämän väliin.""",
            sv="""Så ser vi hur långt ifrån folk kommer till stranden. Du kan märka ut närmaste gathörn. Av hemmen publicerar vi bara
            en ruta på 250 meter, aldrig den exakta platsen, och du kan hoppa över frågan.""",
            en="""This shows us how far people come to the shore. You can mark the nearest street corner. Of homes we publish only a
            square of 250 metres, never the exact place, and you can skip this.""",
            simple="""Haluamme tietää, kuinka pitkä matka ihmisillä on rantaan. Voit merkitä myös lähellä olevan kadun kulman. Emme
            näytä kenellekään, missä talossa asut. Sinun ei ole pakko vastata.""",
            ru="""Так мы увидим, издалека ли люди приходят к берегу. Можно отметить ближайший перекрёсток. Мы публикуем только
            квадрат в 250 метров и никогда точное место. Этот вопрос можно пропустить.""",
        ),
        symbol="house",
        colour="#6b3fa0",
        most=1,
        min_zoom=14,
        coarsen=250,
        show_when=LIVES_HERE,
    ),
    question(
        "single_choice",
        "age",
        tr(
            fi="Minkä ikäinen olet?",
            sv="Hur gammal är du?",
            en="How old are you?",
            simple="Kuinka vanha olet?",
            ru="Сколько вам лет?",
        ),
        look="list",
        choices=[
            option(
                "under_18",
                fi="alle 18 vuotta",
                sv="under 18 år",
                en="under 18",
                simple="alle 18 vuotta",
                ru="до 18 лет",
            ),
            option("from_18", fi="18–29 vuotta", sv="18–29 år", en="18–29", simple="18–29 vuotta", ru="18–29 лет"),
            option("from_30", fi="30–44 vuotta", sv="30–44 år", en="30–44", simple="30–44 vuotta", ru="30–44 года"),
            option("from_45", fi="45–64 vuotta", sv="45–64 år", en="45–64", simple="45–64 vuotta", ru="45–64 года"),
            option("from_65", fi="65–74 vuotta", sv="65–74 år", en="65–74", simple="65–74 vuotta", ru="65–74 года"),
            option(
                "from_75",
                fi="75 vuotta tai enemmän",
                sv="75 år eller mer",
                en="75 or more",
                simple="75 vuotta tai enemmän",
                ru="75 лет и больше",
            ),
        ],
    ),
    question(
        "single_choice",
        "children",
        tr(
            fi="Asuuko kotonasi alle 18-vuotiaita lapsia?",
            sv="Bor det barn under 18 år hemma hos dig?",
            en="Do children under 18 live in your home?",
            simple="Asuuko kodissasi lapsia?",
            ru="Живут ли с вами дети до 18 лет?",
        ),
        choices=[
            option("children_yes", fi="Kyllä", sv="Ja", en="Yes", simple="Kyllä", ru="Да"),
            option("children_no", fi="Ei", sv="Nej", en="No", simple="Ei", ru="Нет"),
        ],
    ),
    view={"lon": 24.960, "lat": 60.190, "zoom": 13},
)
