"""A survey of the city's biggest kind, 20,000 responses with 60,000 places, and a small one with the same questions.

Made in the database itself."""

from datetime import datetime, timedelta

from django.db import connection, transaction

from cms.organisations.models import Organisation
from mapsurveys.models import Channel, Survey
from mapsurveys.questionnaire import Questionnaire

BIG_SLUG, SMALL_SLUG = "big-survey", "small-survey"
RESPONSES = {BIG_SLUG: 20_000, SMALL_SLUG: 200}
PLACES_EACH = 3
OPENED = datetime.fromisoformat("2026-03-02T08:00:00+00:00")


def texts(fi: str) -> dict[str, str]:
    return {"fi": fi, "sv": f"{fi} (sv)", "en": f"{fi} (en)"}


def options(*names: str) -> list[dict]:
    return [{"id": f"q{name}", "name": name, "label": texts(name.capitalize())} for name in names]


def question(kind: str, name: str, **settings) -> dict:
    return {"kind": kind, "id": f"q{name}", "name": name, "label": texts(f"{name.capitalize()}?"), **settings}


#: Two steps, a question of every kind that is counted.
QUESTIONNAIRE = {
    "steps": [
        {
            "id": "qabout",
            "title": texts("Sinusta"),
            "questions": [
                question("single_choice", "living", choices=options("centre", "east", "west", "north", "elsewhere")),
                question("multiple_choice", "moving", choices=options("walk", "bike", "bus", "car"), other=True),
                question("scale", "pleased"),
                question(
                    "matrix",
                    "services",
                    rows=options("shops", "parks", "schools"),
                    choices=options("bad", "fair", "good"),
                ),
                question("ranking", "order", choices=options("trees", "lights", "benches", "play")),
                question("budget", "money", choices=options("paths", "shore", "events"), total=100),
                question("number", "age", least=0, most=120),
                question("date", "moved"),
                question("text", "wish"),
            ],
        },
        {
            "id": "qplaces",
            "title": texts("Paikat"),
            "questions": [
                question(
                    "point",
                    "good",
                    follow_ups=[
                        question("single_choice", "why", choices=options("nature", "people", "calm")),
                        question("text", "words"),
                    ],
                )
            ],
        },
    ]
}

RESPONSES_SQL = """
INSERT INTO mapsurveys_response (
    id, survey_id, version_id, channel_id, state, is_test, language, answers, hidden_answers, steps_done,
    started_at, saved_at, submitted_at, seconds, receipt_hash
)
SELECT md5('response' || %(slug)s || n)::uuid, %(survey)s, %(version)s,
       (%(channels)s::bigint[])[1 + n %% 3], 'submitted', false,
       (ARRAY['fi', 'fi', 'fi', 'fi', 'fi', 'sv', 'sv', 'en', 'ru', 'fi-simple'])[1 + n %% 10],
       jsonb_build_object(
           'qliving', jsonb_build_object('chosen', jsonb_build_array(
               (ARRAY['qcentre', 'qeast', 'qwest', 'qnorth', 'qelsewhere'])[1 + (n * 7) %% 5])),
           'qmoving', jsonb_build_object('chosen', jsonb_build_array(
               'qwalk', (ARRAY['qbike', 'qbus', 'qcar'])[1 + n %% 3])),
           'qpleased', 1 + (n * 13) %% 5,
           'qservices', jsonb_build_object(
               'qshops', jsonb_build_array((ARRAY['qbad', 'qfair', 'qgood'])[1 + n %% 3]),
               'qparks', jsonb_build_array((ARRAY['qbad', 'qfair', 'qgood'])[1 + (n * 5) %% 3])),
           'qorder', CASE WHEN n %% 2 = 0 THEN '["qtrees", "qlights", "qbenches", "qplay"]'::jsonb
                          ELSE '["qplay", "qtrees", "qlights", "qbenches"]'::jsonb END,
           'qmoney', jsonb_build_object('qpaths', n %% 50, 'qshore', 50 - n %% 50, 'qevents', 50),
           'qage', 12 + (n * 17) %% 80,
           'qmoved', to_char(date '1990-01-01' + (n * 31) %% 12000, 'YYYY-MM-DD'),
           'qwish', 'Lisää penkkejä ja valoja rantaan, vastaaja ' || n
       ),
       '[]', '["qabout", "qplaces"]', sent - interval '6 minutes', sent, sent, 200 + n %% 500,
       md5('receipt' || %(slug)s || n)
FROM (
    SELECT n, %(opened)s::timestamptz + n * interval '2 minutes' AS sent FROM generate_series(1, %(count)s) AS n
) AS made
"""

#: Three places a response, thicker towards a few middles, all of them on the city's map.
PLACES_SQL = """
INSERT INTO mapsurveys_feature (
    id, response_id, survey_id, question, number, geometry, words, place, answers, effort, placed_by_staff,
    state, hidden_reason, moderation_note
)
SELECT md5('place' || %(slug)s || n || '-' || number)::uuid, md5('response' || %(slug)s || n)::uuid, %(survey)s,
       'qgood', number,
       ST_SetSRID(ST_MakePoint(
           24.94 + 0.03 * (n %% 5 - 2) + 0.02 * sin(n * 1.7 + number) * cos(n * 0.3),
           60.19 + 0.015 * (n %% 3 - 1) + 0.01 * cos(n * 2.3 + number) * sin(n * 0.7)), 4326),
       '', '',
       jsonb_build_object('qwhy', jsonb_build_object('chosen', jsonb_build_array(
           (ARRAY['qnature', 'qpeople', 'qcalm'])[1 + (n + number) %% 3]))),
       jsonb_build_object('zoom', 14 + n %% 5, 'vertices', 1, 'seconds', 5 + n %% 40, 'input', 'map'),
       false, 'visible', '', ''
FROM generate_series(1, %(count)s) AS n, generate_series(1, %(each)s) AS number
"""

EVENTS_SQL = """
INSERT INTO mapsurveys_event (survey_id, response_id, kind, step, at)
SELECT %(survey)s, id, kind, step, submitted_at
FROM mapsurveys_response,
     (VALUES ('started', ''), ('saved', 'qabout'), ('saved', 'qplaces'), ('submitted', '')) AS told (kind, step)
WHERE survey_id = %(survey)s
"""


@transaction.atomic
def load_survey(slug: str) -> Survey:
    """Make one of RESPONSES with all its answers. It closed long ago, so that anyone may see its results."""
    survey = Survey(
        slug=slug,
        organisation=Organisation.objects.first(),
        open_at=OPENED,
        close_at=OPENED + timedelta(days=60),
        results_shown="after_closing",
        live=True,
    )
    for code in ("fi", "sv"):
        survey.set_translation(code, title="Suuri kysely", abstract="Kerro.", data_notice="Tulokset julkaistaan.")
    survey.write_document(Questionnaire.read(QUESTIONNAIRE))
    survey.save()
    survey.save_revision().publish()
    survey = Survey.objects.get(pk=survey.pk)
    channels = [Channel.objects.create(survey=survey, kind=kind, name=kind).pk for kind in ("open", "code", "panel")]
    values = {
        "survey": survey.pk,
        "version": survey.versions.get().pk,
        "channels": channels,
        "opened": OPENED,
        "slug": slug,
        "count": RESPONSES[slug],
        "each": PLACES_EACH,
    }
    with connection.cursor() as cursor:
        for statement in (RESPONSES_SQL, PLACES_SQL, EVENTS_SQL):
            cursor.execute(statement, values)
        cursor.execute("ANALYZE mapsurveys_response, mapsurveys_feature, mapsurveys_event")
    return survey
