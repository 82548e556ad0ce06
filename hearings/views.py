"""Pages of hearings: the list, one hearing, its comments, and a comment's receipt."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import Http404, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cms.blocks import with_images
from cms.consultations import with_contacts
from cms.layers.models import layers_of
from cms.organisations.models import Label, Organisation
from cms.pages import is_same_origin, public_page
from cms.receipts import tidy_code
from cms.translations import with_texts
from hearings.commenting import (
    CommentRefused,
    change_comment,
    find_comment,
    leave_comment,
    withdraw_comment,
)
from hearings.forms import ChangeCommentForm, CommentForm, HearingFilterForm, ReceiptForm, ReplyForm
from hearings.models import Comment, Hearing, HearingContact, Section
from hearings.permissions import can_change_comment, can_comment, can_moderate
from hearings.reading import comment_page, count_by_section, latest_by_section, page_of
from hearings.slots import fill_sections

HEARINGS_A_PAGE = 20
#: Digits of the greatest key there is; Python refuses to read numbers of thousands.
LONGEST_NUMBER = 19
REFUSED = 422  # RFC 9110: understood, but the content cannot be processed


@public_page
@require_safe
def hearing_list(request):
    form = HearingFilterForm(request.GET)
    paginator = Paginator(form.hearings().for_cards(), HEARINGS_A_PAGE)
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "form": form,
        "page_obj": paginator.get_page(request.GET.get("page")),
        "total": paginator.count,
        "querystring": query.urlencode(),
        "map_params": query.urlencode(),
        "downloads": downloads("hearings"),
    }
    return render(request, "hearings/hearing_list.html", context)


@public_page
@require_safe
def hearing_detail(request, slug):
    hearing = get_object_or_404(hearings_for_reading(request.user), slug=slug)
    return render(request, "hearings/hearing_detail.html", hearing_context(request, hearing))


def hearings_for_reading(user):
    """Hearings that `user` may see, with what their page needs, in a fixed number of queries."""
    return with_texts(Hearing.objects.visible_to(user), "title", "abstract", "main_image_alt").prefetch_related(
        Prefetch("organisation", with_texts(Organisation.objects.all(), "name")),
        Prefetch("labels", with_texts(Label.objects.all(), "name")),
        Prefetch("contact_rows", with_contacts(HearingContact.objects.all())),
        Prefetch("sections", with_texts(Section.objects.all(), "title", "abstract", "body")),
    )


def hearing_context(request, hearing, form=None, *, is_preview=False) -> dict:
    """Context of a hearing's page; `form` is a refused comment form, to be shown again as it was sent."""
    now = timezone.now()
    status = hearing.status_at(now)
    sections = shown_sections(hearing, status, is_preview)
    add_comment_figures(request, hearing, sections, now)
    fill_sections(request, hearing, sections, status)
    commentable = [section for section in sections if section.commenting_open]
    if form is None and commentable:
        form = CommentForm(sections=commentable, outline=hearing.area, initial={"section": request.GET.get("section")})
    layers = layers_of(sections)
    if commentable:
        form.offer_layers(layers)
    closure = next((section for section in sections if section.is_closure), None)
    return {
        "hearing": hearing,
        "status": status,
        "sections": [section for section in sections if not section.is_closure],
        "closure": closure,
        "can_comment": bool(commentable),
        "can_moderate": can_moderate(request.user, hearing),
        "form": form if commentable else None,
        "layers": layers,
        "contacts": hearing.contacts(),
        "labels": list(hearing.labels.all()),
        "comment_total": sum(section.comment_count for section in sections),
        "downloads": downloads("comments", hearing),
        "is_draft": not hearing.live or is_preview,
    }


def shown_sections(hearing, status, is_preview=False) -> list[Section]:
    """The sections in order, an outcome only once the hearing has ended; their texts' images at hand."""
    sections = [
        section for section in hearing.sections.all() if is_preview or status == "closed" or not section.is_closure
    ]
    bodies = [body for section in sections if (body := section.translated("body"))]
    with with_images([body.value for body in bodies], hearing.main_image_id) as images:
        hearing.main_image = images.get(hearing.main_image_id)
        for body in bodies:
            list(body.value)  # the blocks take their images now
    return sections


def add_comment_figures(request, hearing, sections, now) -> None:
    """Give each section `comment_count`, `latest_comments` and `commenting_open`."""
    counts = count_by_section(hearing)
    latest = latest_by_section(sections)
    for section in sections:
        section.hearing = hearing
        section.comment_count = counts.get(section.pk, 0)
        section.latest_comments = latest.get(section.pk, [])
        section.commenting_open = can_comment(request.user, section, now)


def downloads(dataset, hearing=None) -> list[dict]:
    """The same list as data, in each format."""
    query = f"?hearing={hearing.slug}" if hearing else ""
    names = {
        "csv": _("CSV table"),
        "xlsx": _("Excel table"),
        "geojson": _("GeoJSON for maps"),
        "gpkg": _("GeoPackage for map programs"),
    }
    return [
        {
            "format": code,
            "label": name,
            "url": reverse("opendata:download", args=[dataset, code]) + query,
        }
        for code, name in names.items()
    ]


@csrf_exempt  # no cookie, no token: see cms.pages.is_same_origin
@public_page
@require_http_methods(["GET", "HEAD", "POST"])
def comments(request, slug):
    """GET: a hearing's comments, a page at a time. POST: leave one."""
    if request.method == "POST":
        return receive_comment(request, slug)
    hearing = get_object_or_404(hearings_for_comments(request.user), slug=slug)
    parent = reply_target(request, hearing, request.GET.get("reply_to"))
    form = ReplyForm() if parent else None
    return render(request, "hearings/comment_list.html", comments_context(request, hearing, form, parent))


def hearings_for_comments(user):
    titles = with_texts(Section.objects.all(), "title")
    return (
        with_texts(Hearing.objects.visible_to(user), "title")
        .select_related("organisation")
        .prefetch_related(Prefetch("sections", titles))
    )


def comments_context(request, hearing, form=None, parent=None) -> dict:
    """Context of the list of comments; `form` replies to `parent`."""
    now = timezone.now()
    sections = {str(section.pk): section for section in hearing.sections.all()}
    for section in sections.values():
        section.hearing = hearing
    shown = [section for section in sections.values() if not section.is_closure]
    order = "oldest" if request.GET.get("order") == "oldest" else "newest"
    section = sections.get(request.GET.get("section"))
    query = request.GET.copy()
    for name in ("page", "reply_to"):
        query.pop(name, None)
    return {
        "hearing": hearing,
        "status": hearing.status_at(now),
        "sections": shown,
        "section": section,
        "layers": layers_of(shown),
        "order": order,
        "querystring": query.urlencode(),
        "page_obj": comment_page(hearing, section, order, request.GET.get("page")),
        "can_comment": any(can_comment(request.user, section, now) for section in sections.values()),
        "can_moderate": can_moderate(request.user, hearing),
        "form": form,
        "reply_to": parent,
        "downloads": downloads("comments", hearing),
    }


def reply_target(request, hearing, number) -> Comment | None:
    """The comment that a reply is for. A reply to a reply joins the same thread."""
    if not number:
        return None
    if not number.isdecimal() or len(number) > LONGEST_NUMBER:
        raise Http404
    found = get_object_or_404(
        Comment.objects.visible_to(request.user).select_related("section", "parent"),
        pk=number,
        hearing=hearing,
    )
    target = found.parent or found
    if not target.is_shown:  # the reply may be read, and what it replies to may have been hidden since
        raise Http404
    target.section.hearing = hearing
    if not can_comment(request.user, target.section, timezone.now()):
        return None
    return target


def receive_comment(request, slug):
    if not is_same_origin(request):
        return HttpResponseForbidden(_("This form was sent from another site."))
    hearing = get_object_or_404(hearings_for_reading(request.user), slug=slug)
    parent = reply_target(request, hearing, request.POST.get("reply_to"))
    sections = commentable_sections(request.user, hearing)
    if not sections:
        return refuse_closed(request, hearing)
    form = comment_form(request, hearing, sections, parent)
    if not form.is_valid():
        return show_again(request, hearing, form, parent)
    try:
        code = store_comment(request, form.cleaned_data, parent)
    except CommentRefused:
        return refuse_closed(request, hearing)
    return redirect(f"{reverse('hearings:receipt', args=[code])}?sent=1")


def comment_form(request, hearing, sections, parent):
    """The form that was sent: a reply to `parent`, or a comment on one of `sections`."""
    if parent:
        return ReplyForm(request.POST)
    return CommentForm(request.POST, sections=sections, outline=hearing.area)


def commentable_sections(user, hearing) -> list[Section]:
    now = timezone.now()
    sections = list(hearing.sections.all())
    for section in sections:
        section.hearing = hearing
    return [section for section in sections if can_comment(user, section, now)]


def store_comment(request, chosen, parent) -> str:
    """Store what a form holds and return its receipt code. Raises CommentRefused."""
    _comment, code = leave_comment(
        section=parent.section if parent else chosen["section"],
        user=request.user,
        parent=parent,
        text=chosen["text"],
        author_name=chosen["author_name"],
        geometry=chosen.get("geometry"),
        place_text=chosen.get("place_text", ""),
        language=get_language(),
        form_key=chosen["form_key"],
    )
    return code


def show_again(request, hearing, form, parent=None):
    """The page with the form as it was sent, and what is wrong with it."""
    if parent:
        context = comments_context(request, hearing, form, parent)
        return render(request, "hearings/comment_list.html", context, status=REFUSED)
    return render(request, "hearings/hearing_detail.html", hearing_context(request, hearing, form), status=REFUSED)


def refuse_closed(request, hearing):
    """The hearing takes no comments now: say so, and give back every word that was sent."""
    context = hearing_context(request, hearing)
    context["refused"] = {name: request.POST.get(name, "") for name in ("text", "place_text", "author_name")}
    return render(request, "hearings/hearing_detail.html", context, status=REFUSED)


@require_safe
def comment_place(request, slug, pk):
    """Leads to the page of the list that the comment is on now."""
    comment = get_object_or_404(
        Comment.objects.visible_to(request.user).select_related("parent", "hearing"),
        pk=pk,
        hearing__slug=slug,
    )
    page = page_of(comment.parent or comment)
    query = f"?page={page}" if page > 1 else ""
    return redirect(f"{reverse('hearings:comments', args=[slug])}{query}#comment-{pk}")


@csrf_exempt  # the code in the address is the secret; there is no session to misuse
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def receipt(request, code):
    """A comment for whoever holds its receipt: thanks, change it, withdraw it."""
    comment = find_comment(code)
    if comment is None:
        return render(request, "hearings/receipt_find.html", unknown_code(code), status=404)
    form = ChangeCommentForm(comment=comment)
    status = 200
    refused = False
    try:
        if request.method == "POST" and "withdraw" in request.POST:
            withdraw_comment(comment=comment)
            return redirect("hearings:receipt", code)
        if request.method == "POST":
            form = ChangeCommentForm(request.POST, comment=comment)
            if form.is_valid():
                change_comment(comment=comment, language=get_language(), **form.cleaned_data)
                return redirect(f"{reverse('hearings:receipt', args=[code])}?changed=1")
            status = REFUSED
    except CommentRefused:
        comment.refresh_from_db()
        status, refused = REFUSED, True
    context = {
        "comment": comment,
        "hearing": comment.hearing,
        "code": code,
        "just_created": "sent" in request.GET,
        "just_changed": "changed" in request.GET,
        "can_change": can_change_comment(comment, timezone.now()),
        "refused": refused,
        "unsaved": [request.POST.get(name) for name in form.fields] if refused else [],
        "form": form,
    }
    return render(request, "hearings/receipt.html", context, status=status)


def unknown_code(code) -> dict:
    form = ReceiptForm({"code": code})
    form.is_valid()
    if not form.errors:
        form.add_error("code", _("No comment has this code. Check each letter."))
    return {"form": form}


@never_cache
@require_safe
def receipt_find(request):
    """Asks for a receipt code and leads to its comment."""
    form = ReceiptForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        code = form.cleaned_data["code"]
        if find_comment(code):
            return redirect("hearings:receipt", tidy_code(code))
        return render(request, "hearings/receipt_find.html", unknown_code(code), status=404)
    return render(request, "hearings/receipt_find.html", {"form": form})
