"""Writing through the API: decisions and corrections, with the token only.

The cookie that opens the pages does not count here: a browser would send it along
with a request that another site makes.
"""

from typing import Any, Literal

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import Response
from pydantic import BaseModel, Field

from dragoman.web.amending import Wish, amend_target, undo_amendment
from dragoman.web.analyst import clean_name
from dragoman.web.api import models
from dragoman.web.api.reading import FAULTS, answer
from dragoman.web.deciding import ANSWERS, MAX_NOTE, decide, undo
from dragoman.web.desk import DeskDep
from dragoman.web.security import has_token

FORBIDDEN: dict[int | str, dict[str, Any]] = {
    403: {"model": models.Fault, "description": "Writing needs the token"}
}


def need_token(request: Request, desk: DeskDep) -> None:
    """Refuse a request without the token as a bearer.

    Raises:
        HTTPException: Status 403.
    """
    token = desk.settings.token
    if token is None or not has_token(request.headers, None, token):
        raise HTTPException(
            403, "writing needs a token: start with --token, send it as a bearer"
        )


router = APIRouter(
    prefix="/api/v1",
    tags=["write"],
    responses=FAULTS | FORBIDDEN,
    dependencies=[Depends(need_token)],
)


class Decision(BaseModel):
    """Whether two claims mean the same; ``analyst`` stands beside it."""

    left: str = Field(max_length=64)
    right: str = Field(max_length=64)
    verdict: Literal["same", "different", "unsure"]
    analyst: str = Field(min_length=1, max_length=60)
    note: str = Field(default="", max_length=MAX_NOTE)


class Correction(BaseModel):
    """A new value of a claim, or a grade; see the guide to the workbench."""

    target: str = Field(max_length=400)
    field: str = Field(max_length=40)
    value: str = Field(default="", max_length=200)
    analyst: str = Field(min_length=1, max_length=60)
    note: str = Field(default="", max_length=MAX_NOTE)


class Undo(BaseModel):
    """Takes an entry back."""

    entry: str = Field(max_length=64)
    analyst: str = Field(min_length=1, max_length=60)


class Kept(models.Shape):
    """The entry that was written into the journal."""

    entry: str


_VERDICTS = {"same": "x", "different": "n", "unsure": "u"}


@router.post("/decisions", status_code=201, response_model=Kept)
def post_decision(desk: DeskDep, given: Decision) -> Response:
    """Decide whether two claims mean the same."""
    entry = decide(
        desk,
        (given.left, given.right),
        ANSWERS[_VERDICTS[given.verdict]],
        analyst=clean_name(given.analyst),
        stamp=None,
        note=given.note,
    )
    return answer({"entry": entry.id}, 201)


@router.post("/decisions/undo", status_code=201, response_model=Kept)
def post_undo(desk: DeskDep, given: Undo) -> Response:
    """Take a decision back."""
    back = undo(desk, given.entry, analyst=clean_name(given.analyst))
    return answer({"entry": back.id}, 201)


@router.post("/corrections", status_code=201, response_model=Kept)
def post_correction(desk: DeskDep, given: Correction) -> Response:
    """Correct, strike or grade a claim, or grade an outlet."""
    wish = Wish(
        given.target, given.field, given.value, clean_name(given.analyst), given.note
    )
    return answer({"entry": amend_target(desk, wish).id}, 201)


@router.post("/corrections/undo", status_code=201, response_model=Kept)
def post_correction_undo(desk: DeskDep, given: Undo) -> Response:
    """Take a correction or a grade back."""
    back = undo_amendment(desk, given.entry, analyst=clean_name(given.analyst))
    return answer({"entry": back.id}, 201)
