"""Fourth page: the draft of a small square by the water, which is made up."""

from ..types import option, question, step, tr


def picture(key, stem, alt, **texts):
    return option(key, **texts) | {"image": stem, "alt": alt}


SQUARE = step(
    "square",
    tr(fi="Rantatori", sv="Strandtorget", en="Shore square", simple="Uusi tori", ru="Площадь у воды"),
    tr(
        fi="Merihaan kulmalle on luonnosteltu pieni tori. Sano suoraan, mikä luonnoksessa toimii.",
        sv="Vid hörnet av Havshagen har det skissats ett litet torg. Säg rakt ut vad som fungerar.",
        en="A small square has been sketched at the corner of Merihaka. Tell us straight what works in it.",
        simple="Merihaan viereen tulee ehkä pieni tori. Mitä sinä ajattelet siitä?",
        ru="На углу Мерихаки задумана небольшая площадь. Скажите прямо, что в эскизе удачно.",
    ),
    question(
        "information",
        "about_square",
        tr(
            fi="Mistä on kyse?", sv="Vad handlar det om?", en="What is it about?", simple="Mikä tori?", ru="О чём речь?"
        ),
        text=tr(
            fi="""Torilla on katos, istumaportaat veteen, seitsemän puuta ja tilaa kymmenelle myyntikojulle. Autot eivät aja torin yli.
            Luonnos on keksitty tätä demoa varten.""",
            sv="""Torget har ett tak, sittrappor ner i vattnet, sju träd och plats för tio stånd. Bilar kör inte över torget. Skissen är
            påhittad för den här demon.""",
            en="""The square has a canopy, steps to sit on that go down into the water, seven trees and room for ten stalls. Cars do not
            cross it. The draft is made up for this demo.""",
            simple="""Torilla on katto, portaat veteen ja puita. Siellä voi ostaa ruokaa. Autot eivät aja torilla. Suunnitelma ei ole
            oikea. Se on esimerkki.""",
            ru="""На площади есть навес, ступени к воде, на которых можно сидеть, семь деревьев и место для десяти прилавков. Машины
            через неё не ездят. Эскиз вымышлен для этой демонстрации.""",
        ),
        image="square-evening",
        image_alt=tr(
            fi="Ilta torilla: puinen katos, valonauhoja, kojuja ja ihmisiä portailla meren ääressä.",
            sv="Kväll på torget: ett trätak, ljusslingor, stånd och människor på trappan vid havet.",
            en="Evening on the square: a timber canopy, strings of lights, stalls and people on the steps by the sea.",
            simple="Ilta torilla. Torilla on katto ja valoja. Ihmiset istuvat portailla.",
            ru="Вечер на площади: деревянный навес, гирлянды, прилавки и люди на ступенях у моря.",
        ),
        link_url="https://example.org/rantatori",
        link_text=tr(
            fi="Lue luonnoksesta lisää (esimerkkiosoite)",
            sv="Läs mer om skissen (exempeladress)",
            en="Read more about the draft (sample address)",
            simple="Lue lisää torista (osoite on esimerkki)",
            ru="Подробнее об эскизе (пример адреса)",
        ),
    ),
    question(
        "plan_image",
        "square_spots",
        tr(
            fi="Merkitse luonnokseen kohtia ja kerro, mitä niistä ajattelet.",
            sv="Märk ut punkter på skissen och berätta vad du tycker.",
            en="Mark spots on the draft and tell us what you think of them.",
            simple="Merkitse kuvaan paikkoja. Kerro, mikä on hyvää ja mikä ei.",
            ru="Отметьте места на эскизе и скажите, что вы о них думаете.",
        ),
        help=tr(
            fi="Kuvassa on tori ylhäältä: meri on alareunassa.",
            sv="Bilden visar torget uppifrån: havet är nertill.",
            en="The picture shows the square from above: the sea is at the bottom.",
            simple="Kuva on piirretty ylhäältä. Meri on alhaalla.",
            ru="На рисунке площадь сверху: море внизу.",
        ),
        image="square-plan",
        image_alt=tr(
            fi="""Torin luonnos ylhäältä. Ylhäällä katu ja pyörätie, keskellä kivetty tori, vasemmalla katos ja kojurivi, oikealla puita ja
            pyöreä suihkulähde, alhaalla istumaportaat ja ponttonilaituri mereen.""",
            sv="""Skiss av torget uppifrån. Överst gata och cykelväg, i mitten ett stenlagt torg, till vänster tak och stånd, till höger
            träd och en rund fontän, nertill sittrappor och en ponton i havet.""",
            en="""Draft of the square from above. At the top a street and a cycle path, in the middle the paved square, on the left the
            canopy and a row of stalls, on the right trees and a round fountain, at the bottom steps and a pontoon in the sea.""",
            simple="""Kuva torista ylhäältä. Ylhäällä on katu. Vasemmalla on katto ja kojuja. Oikealla on puita ja suihkulähde. Alhaalla on
            portaat ja meri.""",
            ru="""Эскиз площади сверху. Вверху улица и велодорожка, в середине мощёная площадь, слева навес и ряд прилавков, справа деревья и
            круглый фонтан, внизу ступени и понтон в море.""",
        ),
        colour="#a3195b",
        most=6,
        follow_ups=[
            question(
                "single_choice",
                "spot_verdict",
                tr(
                    fi="Mitä ajattelet?",
                    sv="Vad tycker du?",
                    en="What do you think?",
                    simple="Mitä ajattelet?",
                    ru="Что вы думаете?",
                ),
                choices=[
                    option(
                        "keep",
                        fi="Tämä on hyvä",
                        sv="Det här är bra",
                        en="This is good",
                        simple="Hyvä",
                        ru="Это хорошо",
                    ),
                    option(
                        "change",
                        fi="Muuttaisin tätä",
                        sv="Det här skulle jag ändra",
                        en="I would change this",
                        simple="Pitää muuttaa",
                        ru="Я бы изменил(а)",
                    ),
                    option(
                        "missing",
                        fi="Tästä puuttuu jotain",
                        sv="Här saknas något",
                        en="Something is missing here",
                        simple="Tästä puuttuu jotain",
                        ru="Здесь чего-то не хватает",
                    ),
                ],
            ),
            question(
                "text",
                "spot_words",
                tr(
                    fi="Perustele lyhyesti",
                    sv="Motivera kort",
                    en="Say briefly why",
                    simple="Kerro miksi",
                    ru="Коротко поясните",
                ),
                look="short",
                max_length=200,
            ),
        ],
    ),
    question(
        "image_choice",
        "square_mood",
        tr(
            fi="Millainen tunnelma torille sopisi?",
            sv="Hurdan stämning skulle passa torget?",
            en="Which mood would suit the square?",
            simple="Millainen torin pitäisi olla? Valitse kuva.",
            ru="Какое настроение подошло бы площади?",
        ),
        choices=[
            picture(
                "mood_market",
                "mood-market",
                tr(
                    fi="Torikojuja raidallisin katoksin.",
                    sv="Torgstånd med randiga tak.",
                    en="Market stalls with striped roofs.",
                    simple="Kojuja torilla.",
                    ru="Прилавки с полосатыми навесами.",
                ),
                fi="Vilkas kauppatori",
                sv="Livlig marknad",
                en="Busy market",
                simple="Tori, jossa myydään ruokaa",
                ru="Оживлённый рынок",
            ),
            picture(
                "mood_garden",
                "mood-garden",
                tr(
                    fi="Puita, niittykukkia ja penkki.",
                    sv="Träd, ängsblommor och en bänk.",
                    en="Trees, meadow flowers and a bench.",
                    simple="Puita, kukkia ja penkki.",
                    ru="Деревья, луговые цветы и скамейка.",
                ),
                fi="Vihreä puutarha",
                sv="Grön trädgård",
                en="Green garden",
                simple="Vihreä puisto",
                ru="Зелёный сад",
            ),
            picture(
                "mood_play",
                "mood-play",
                tr(
                    fi="Koripallokori, keinu ja skeittaaja.",
                    sv="En basketkorg, en gunga och en skejtare.",
                    en="A basketball hoop, a swing and a skater.",
                    simple="Keinu ja koripallokori.",
                    ru="Баскетбольное кольцо, качели и скейтер.",
                ),
                fi="Leikki ja liikunta",
                sv="Lek och motion",
                en="Play and sport",
                simple="Paikka leikille ja liikunnalle",
                ru="Игры и спорт",
            ),
            picture(
                "mood_sauna",
                "mood-sauna",
                tr(
                    fi="Puinen sauna laiturilla, tikkaat mereen.",
                    sv="En träbastu på en brygga, en stege ner i havet.",
                    en="A timber sauna on a jetty, a ladder into the sea.",
                    simple="Sauna ja laituri meressä.",
                    ru="Деревянная сауна на причале, лестница в море.",
                ),
                fi="Sauna ja uiminen",
                sv="Bastu och bad",
                en="Sauna and swimming",
                simple="Sauna ja uiminen",
                ru="Сауна и купание",
            ),
        ],
    ),
    question(
        "date",
        "last_visit",
        tr(
            fi="Minä päivänä viimeksi kävit meren rannalla?",
            sv="Vilken dag var du senast vid havet?",
            en="On which day were you last by the sea?",
            simple="Milloin olit viimeksi meren rannalla?",
            ru="Когда вы в последний раз были у моря?",
        ),
        help=tr(
            fi="Arvio riittää.",
            sv="Ungefär räcker.",
            en="A guess will do.",
            simple="Voit myös arvata.",
            ru="Можно примерно.",
        ),
    ),
)
