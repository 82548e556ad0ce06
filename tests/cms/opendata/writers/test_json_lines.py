import json

from ..samples import ROWS, make_dataset, make_distribution, read

WHOLE_FILE = """\
{"id":1,"text":"Lisää puita, kiitos","longitude":24.9384,"created_at":"2026-11-21T18:09:21+02:00","is_answer":true}
{"id":2,"text":"Hän sanoi \\"ei\\",\\nja lähti 🚲","longitude":null,"created_at":"2026-06-01T00:00:00+03:00",\
"is_answer":false}
{"id":3,"text":"=1+1","longitude":-0.5,"created_at":null,"is_answer":null}
{"id":4,"text":"Больше деревьев","longitude":25.0,"created_at":"2026-01-01T12:00:00+02:00","is_answer":true}
{"id":5,"text":null,"longitude":null,"created_at":null,"is_answer":null}
"""


def test_json_lines_whole_file():
    assert read(make_distribution("jsonl")).decode() == WHOLE_FILE


def test_json_lines_of_nothing_is_empty():
    assert read(make_distribution("jsonl", make_dataset(listed=()))) == b""


def test_json_lines_keep_a_text_on_one_line():
    text = 'a\nb\r\nc\u2028d "e"'
    dataset = make_dataset(listed=((1, text, None, None, None, None),))

    (line, nothing) = read(make_distribution("jsonl", dataset)).decode().split("\n")

    assert json.loads(line)["text"] == text
    assert nothing == ""


def test_json_lines_leave_before_all_rows_are_read():
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield ROWS[0]

    next(make_distribution("jsonl", make_dataset(listed=endless())).stream())

    assert len(taken) < 2000
