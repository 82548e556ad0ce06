"""The one shape in which data addresses say what went wrong: {"error": {"code": ..., "message": ...}}."""

from django.http import JsonResponse


class DataError(Exception):
    """A request for data that cannot be answered.

    `code` is for programs and stays the same; `message` is for people, in the reader's language.
    """

    def __init__(self, status, code, message):
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message


def error_response(error):
    """Answer a DataError as JSON that any site's script may read."""
    body = {"error": {"code": error.code, "message": str(error.message)}}
    headers = {
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
    }
    return JsonResponse(body, status=error.status, headers=headers, json_dumps_params={"ensure_ascii": False})
