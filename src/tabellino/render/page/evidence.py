"""The evidence: every report's text with its claims marked in place, and a note on each claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec
from markupsafe import Markup

from tabellino.domain.claim import JudgedClaim, Says, ScoreSays, Verdict
from tabellino.domain.record import MatchRecord, ReportInfo
from tabellino.domain.report import Span
from tabellino.render.page import marks, says, words
from tabellino.render.page.clean import escaped, visible, web_address
from tabellino.render.page.witnesses import Witnesses, file_name

#: Gravest first: a stretch under several claims shows the mark of the gravest.
VERDICTS: tuple[Verdict, ...] = (
    "contradicted", "disputed", "single_source", "unverifiable", "opinion", "supported"
)  # fmt: skip
VERDICT_WORDS: dict[Verdict, str] = {
    "contradicted": "Contradicted",
    "disputed": "Disputed",
    "single_source": "One source only",
    "unverifiable": "Cannot be checked",
    "opinion": "Opinion",
    "supported": "Supported",
}
#: A report of more words than this folds paragraphs that claim nothing: four minutes of reading at 250 words a minute.
LONG = 1000
#: Fewer silent paragraphs than this in a row are not worth a fold.
FOLD = 3

#: Letters before a title in the text: a date, a byline, the name of a section.
TITLE_LINES = 200
#: What readers call the languages that reports are read in; others stand under their code.
LANGUAGES = {"it": "Italian"}
#: So many claims that speak against one are linked in its note.
AGAINST = 3
_HEDGES = {"hedged": " (said with a reservation)"}


class Paragraph(NamedTuple):
    """A paragraph with its marks. `hot` tells that it holds something wrong or disputed."""

    html: Markup
    hot: bool
    silent: bool


class Fold(NamedTuple):
    """A run of paragraphs; `closed` when they claim nothing and the report is long."""

    closed: bool
    paragraphs: list[Paragraph]


class Link(NamedTuple):
    """A way to another claim: whose, its words, its fragment."""

    outlet: str
    quote: str
    anchor: str


class Note(NamedTuple):
    """What is known of one claim. `more` counts the supporting reports beside the one linked; the script links all."""

    anchor: str
    verdict: Verdict
    verdict_words: str
    quote: str
    reading: str
    reason: str
    correction: str | None
    percent: str | None
    against: tuple[Link, ...]
    support: Link | None
    more: int


class ReportView(NamedTuple):
    """One report as shown. `folds` is empty when its text was not given."""

    number: int
    name: str
    title: str | None
    facts: tuple[str, ...]
    address: str | None
    tally: tuple[tuple[Verdict, str, int], ...]
    wrong: int
    copy_of: str | None
    folds: tuple[Fold, ...]
    paragraphs: int
    hot: int
    notes: tuple[Note, ...]


def evidence(record: MatchRecord, texts: dict[int, str], witnesses: Witnesses) -> tuple[ReportView, ...]:
    """The reports of the record in order, each with its text where that is among those given (by number)."""
    claims: dict[int, list[JudgedClaim]] = {info.id: [] for info in record.reports}
    for claim in record.claims:
        claims.setdefault(claim.report, []).append(claim)
    return tuple(_report(info, texts.get(info.id), claims[info.id], witnesses) for info in record.reports)


def _report(info: ReportInfo, text: str | None, claims: Sequence[JudgedClaim], witnesses: Witnesses) -> ReportView:
    tally = Counter(claim.verdict for claim in claims)
    shown = list(_paragraphs(text, claims, witnesses)) if text else []
    return ReportView(
        info.id,
        witnesses.name(info.id),
        visible(info.title) if info.title and not _begins_with(text, info.title) else None,
        tuple(_facts(info, text, witnesses)),
        web_address(info.source),
        tuple((v, VERDICT_WORDS[v], tally[v]) for v in reversed(VERDICTS) if tally[v]),
        tally["contradicted"] + tally["disputed"],
        witnesses.name(info.copy_of) if info.copy_of else None,
        tuple(_folds(shown, long=len(text.split()) > LONG if text else False)),
        len(shown),
        sum(paragraph.hot for paragraph in shown),
        tuple(_note(claim, witnesses) for claim in claims),
    )


def _begins_with(text: str | None, title: str) -> bool:
    """Whether the first lines of the text are or hold the title, which need not stand there twice."""
    return text is not None and title in text[: len(title) + TITLE_LINES]


def _facts(info: ReportInfo, text: str | None, witnesses: Witnesses) -> Iterator[str]:
    if info.date:
        yield visible(words.date(info.date) or "")
    if text:
        yield f"{len(text.split()):,} words"
    if info.language and info.language != "en":
        yield f"in {LANGUAGES.get(info.language, visible(info.language))}"
    file = visible(file_name(info.source))
    if not info.outlet and file not in ("", "-", witnesses.name(info.id)) and "://" not in info.source:
        yield f"file {file}"


def _paragraphs(text: str, claims: Sequence[JudgedClaim], witnesses: Witnesses) -> Iterator[Paragraph]:
    """The paragraphs with their claims marked. Works on the shown text, which is as long as the true one."""
    shown = visible(text)
    spans = [_trimmed(text, claim.span) for claim in claims]
    order = sorted(range(len(claims)), key=lambda i: spans[i][0])
    first = 0
    for start, end in marks.paragraphs(text):
        while first < len(order) and spans[order[first]][1] <= start:
            first += 1
        here = _reaching(spans, order, first, start, end)
        hot = any(claims[i].verdict in ("contradicted", "disputed") for i in here)
        if here:
            html = _marked(shown, start, end, [spans[i] for i in here], [claims[i] for i in here], witnesses)
        else:
            html = Markup(escaped(shown[start:end]))
        yield Paragraph(html, hot, not here)


def _reaching(spans: Sequence[Span], order: Sequence[int], first: int, start: int, end: int) -> list[int]:
    """The claims that reach into the stretch, of those from place `first` of the order on."""
    here = []
    for i in order[first:]:
        if spans[i][0] >= end:
            break
        if spans[i][1] > start:
            here.append(i)
    return here


def _trimmed(text: str, span: Span) -> Span:
    """The span within the text and without blanks at its ends, so that a mark starts and ends on a letter."""
    start, end = max(0, span[0]), min(len(text), span[1])
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _marked(
    text: str, start: int, end: int, spans: Sequence[Span], claims: Sequence[JudgedClaim], witnesses: Witnesses
) -> Markup:
    parts: list[str] = []
    reachable: set[int] = set()
    anchors = [witnesses.anchors[claim.id] for claim in claims]
    for piece in marks.pieces(spans, start, end):
        inner = escaped(text[piece.start : piece.end])
        parts.append(_mark(inner, piece, anchors, claims, reachable) if piece.claims else inner)
    return Markup("".join(parts))


def _mark(
    inner: str, piece: marks.Piece, anchors: Sequence[str], claims: Sequence[JudgedClaim], reachable: set[int]
) -> str:
    """One piece as a link to the note on its shortest claim. A claim in several pieces is one stop of the Tab key."""
    main = piece.claims[0]
    verdict, data, before = claims[main].verdict, anchors[main], ""
    if len(piece.claims) > 1:
        verdict = min((claims[i].verdict for i in piece.claims), key=VERDICTS.index)
        data = " ".join([anchors[i] for i in piece.claims])
        before = "".join([f'<span id="c{anchors[i]}"></span>' for i in piece.starting if i != main])
    identity = f' id="c{anchors[main]}"' if main in piece.starting else ""
    stop = ' tabindex="-1"' if main in reachable else ""
    reachable.add(main)
    said = "".join([_said(v) for v in dict.fromkeys([claims[i].verdict for i in piece.ending])])
    return (
        f'{before}<a class="k {verdict}{"" if piece.ending else " on"}"{identity}{stop} href="#n{anchors[main]}"'
        f' data-c="{data}">{inner}{said}</a>'
    )


def _said(verdict: Verdict) -> str:
    """The verdict for those who do not see the sign; the page says that a mark without a word is supported."""
    return "" if verdict == "supported" else f'<span class="vh"> ({VERDICT_WORDS[verdict].lower()})</span>'


def _folds(shown: Sequence[Paragraph], *, long: bool) -> Iterator[Fold]:
    """Runs of paragraphs; the first paragraph of a report never folds away."""
    run: list[Paragraph] = []
    silent = False
    for number, paragraph in enumerate(shown):
        quiet = long and paragraph.silent and number > 0
        if run and quiet != silent:
            yield Fold(silent and len(run) >= FOLD, run)
            run = []
        silent = quiet
        run.append(paragraph)
    if run:
        yield Fold(silent and len(run) >= FOLD, run)


def _note(claim: JudgedClaim, witnesses: Witnesses) -> Note:
    against = witnesses.named(claim.against)
    support, supporters = _support(claim, witnesses)
    return Note(
        witnesses.anchors[claim.id],
        claim.verdict,
        VERDICT_WORDS[claim.verdict],
        words.quoted(claim.quote, 120),
        visible(says.phrase(_meant(claim, witnesses))) + _HEDGES.get(claim.manner, ""),
        words.sentence(visible(claim.reason)),
        _correction(claim.correction),
        None if claim.probability is None else words.percent(claim.probability),
        tuple(_link(c, witnesses, 90) for c in against[:AGAINST]),
        _link(support, witnesses, 0) if support else None,
        max(0, supporters - 1),
    )


def _meant(claim: JudgedClaim, witnesses: Witnesses) -> Says:
    """What the claim says. Figures alone do not tell whether they are the final ones; supported ones that the match did
    not end with are a running score."""
    said = claim.says
    if isinstance(said, ScoreSays) and said.moment == "full_time" and claim.verdict == "supported":
        figures = {said.first, said.second}
        if None not in figures and witnesses.full_time and figures != set(witnesses.full_time):
            return msgspec.structs.replace(said, moment="during")
    return said


def _correction(correction: str | None) -> str | None:
    """What the words should have been: a sentence, or the number alone where only that is wrong."""
    if not correction:
        return None
    return f"The right number: {correction}" if correction.isdecimal() else f"It should say: {visible(correction)}"


def _support(claim: JudgedClaim, witnesses: Witnesses) -> tuple[JudgedClaim | None, int]:
    """The supporting claim in the first of the other reports, and the number of other reports that support."""
    of = witnesses.report_of.get
    others = set(filter(None, map(of, claim.support))) - {claim.report}
    if not others:
        return None, 0
    first = min(others)
    return next(witnesses.claims[name] for name in claim.support if of(name) == first), len(others)


def _link(claim: JudgedClaim, witnesses: Witnesses, most: int) -> Link:
    quote = words.quoted(claim.quote, most) if most else ""
    return Link(witnesses.name(claim.report), quote, witnesses.anchors[claim.id])
