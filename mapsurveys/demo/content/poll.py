"""A quick poll in the open hearing: one page, no map."""

from .types import SurveySpec, option, question, step, tr

SURVEY = SurveySpec(
    slug="rantapuiston-pikakysely",
    organisation="detailed-planning",
    title=tr(
        fi="Pikakysely: milloin olisit rannassa?",
        sv="Snabbfråga: när skulle du vara vid stranden?",
        en="Quick poll: when would you be by the water?",
        simple="Milloin olet rannassa?",
        ru="Быстрый опрос: когда вы бы бывали у воды?",
    ),
    abstract=tr(
        fi="Kaksi kysymystä, puoli minuuttia. Demosisältöä.",
        sv="Två frågor, en halv minut. Demoinnehåll.",
        en="Two questions, half a minute. Demo content.",
        simple="Kaksi helppoa kysymystä. Tämä on esimerkki.",
        ru="Два вопроса, полминуты. Демонстрационное содержание.",
    ),
    data_notice=tr(
        fi="Vastaat nimettömästi. Näytämme tulokset vastanneille heti ja kaikille kyselyn päätyttyä.",
        sv="Du svarar anonymt. Vi visar resultaten genast för dem som har svarat och för alla när enkäten har stängts.",
        en="You answer without giving your name. We show the results to those who have answered at once, and to everyone after closing.",
        simple="Emme kysy nimeäsi. Näytämme, mitä ihmiset vastasivat.",
        ru="Имя указывать не нужно. Результаты сразу видят ответившие, а после окончания — все.",
    ),
    thanks=tr(fi="Kiitos!", sv="Tack!", en="Thank you!", simple="Kiitos!", ru="Спасибо!"),
    open_days=-14,
    close_days=28,
    section=("hakaniemen-rantapuisto", 0),
    results_shown="after_answering",
    steps=(
        step(
            "poll",
            {},
            {},
            question(
                "multiple_choice",
                "poll_when",
                tr(
                    fi="Milloin olisit rantapuistossa? Valitse enintään kaksi.",
                    sv="När skulle du vara i strandparken? Välj högst två.",
                    en="When would you be in the shore park? Choose at most two.",
                    simple="Milloin tulet puistoon? Valitse yksi tai kaksi.",
                    ru="Когда вы бы бывали в парке? Выберите не больше двух.",
                ),
                required=True,
                most=2,
                choices=[
                    option(
                        "morning", fi="Aamulla", sv="På morgonen", en="In the morning", simple="Aamulla", ru="Утром"
                    ),
                    option(
                        "noon",
                        fi="Lounasaikaan",
                        sv="Vid lunchtid",
                        en="At lunchtime",
                        simple="Keskellä päivää",
                        ru="В обед",
                    ),
                    option(
                        "afternoon",
                        fi="Iltapäivällä",
                        sv="På eftermiddagen",
                        en="In the afternoon",
                        simple="Iltapäivällä",
                        ru="После обеда",
                    ),
                    option(
                        "evening", fi="Illalla", sv="På kvällen", en="In the evening", simple="Illalla", ru="Вечером"
                    ),
                    option(
                        "weekend",
                        fi="Viikonloppuna",
                        sv="Under veckoslutet",
                        en="At weekends",
                        simple="Viikonloppuna",
                        ru="В выходные",
                    ),
                ],
            ),
            question(
                "single_choice",
                "poll_with",
                tr(fi="Kenen kanssa?", sv="Med vem?", en="With whom?", simple="Kenen kanssa tulet?", ru="С кем?"),
                other=True,
                other_label=tr(
                    fi="Jonkun muun, kenen?",
                    sv="Någon annan, vem?",
                    en="Someone else, who?",
                    simple="Joku muu. Kuka?",
                    ru="С кем-то ещё. С кем?",
                ),
                choices=[
                    option("with_nobody", fi="Yksin", sv="Ensam", en="Alone", simple="Yksin", ru="Один или одна"),
                    option(
                        "with_family", fi="Perheen", sv="Familjen", en="Family", simple="Perheen kanssa", ru="С семьёй"
                    ),
                    option(
                        "with_friends",
                        fi="Ystävien",
                        sv="Vänner",
                        en="Friends",
                        simple="Ystävien kanssa",
                        ru="С друзьями",
                    ),
                    option("with_dog", fi="Koiran", sv="Hunden", en="A dog", simple="Koiran kanssa", ru="С собакой"),
                ],
            ),
        ),
    ),
)
