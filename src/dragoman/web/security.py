"""Who may ask, how much, and what a browser may do with the answer.

The workbench shows words that strangers wrote. So nothing runs in a page but our
own script files, nothing is loaded from elsewhere, and nothing is changed by a
request that another site could have made.
"""

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.web.settings import WebSettings, is_loopback

SESSION = "dragoman_session"
TOKEN = "dragoman_token"  # noqa: S105  # the name of a cookie
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would have browsers send "Origin: null" with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_MAX_CLIENTS = 1_000
_BURST_S = 6.0


@dataclass(slots=True)
class _Bucket:
    tokens: float
    seen: float


class Limiter:
    """Requests of each client in the long run, with room for a burst."""

    def __init__(self, per_s: float) -> None:
        self._per_s = per_s
        self._room = per_s * _BURST_S
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def allows(self, client: str, now: float) -> bool:
        """Take one request of a client; ``False`` if it has had too many.

        Args:
            client: Address.
            now: Seconds on a clock that never goes back.
        """
        bucket = self._buckets.setdefault(client, _Bucket(self._room, now))
        self._buckets.move_to_end(client)
        if len(self._buckets) > _MAX_CLIENTS:
            self._buckets.popitem(last=False)
        bucket.tokens = min(
            self._room, bucket.tokens + (now - bucket.seen) * self._per_s
        )
        bucket.seen = now
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        return True


class Guard:
    """Middleware around the whole application."""

    def __init__(self, app: ASGIApp, settings: WebSettings) -> None:
        self._app = app
        self._settings = settings
        self._reads = Limiter(settings.reads_per_s)
        self._writes = Limiter(settings.writes_per_s)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what is not allowed, pass on the rest, and seal every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        session = cookie_of(scope, SESSION)
        fresh = None if session else secrets.token_urlsafe(24)
        scope["state"] = {**scope.get("state", {}), "session": session or fresh}

        async def seal(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                static = scope["path"].startswith("/static/")
                headers.setdefault(
                    "Cache-Control",
                    "public, max-age=31536000, immutable" if static else "no-store",
                )
                if fresh and not static:
                    headers.append("Set-Cookie", _cookie(SESSION, fresh))
            await send(message)

        refusal = self._refuse(scope)
        if refusal is not None:
            await refusal(scope, receive, seal)
            return
        await self._app(scope, self._measured(receive), seal)

    def _refuse(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        client = scope["client"][0] if scope.get("client") else "?"
        now = time.monotonic()
        safe = scope["method"] in SAFE_METHODS
        static = scope["path"].startswith("/static/")
        if not _is_own_host(headers.get("host", ""), self._settings):
            return PlainTextResponse("this workbench has another address", 421)
        if not static and not self._reads.allows(client, now):
            return _too_many()
        if not safe and not self._writes.allows(client, now):
            return _too_many()
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._settings.max_body:
            return PlainTextResponse("the request is too large", 413)
        return self._check_token(scope, headers, static=static)

    def _check_token(
        self, scope: Scope, headers: Headers, *, static: bool
    ) -> Response | None:
        token = self._settings.token
        if token is None or static:
            return None
        asked = parse_qs(scope["query_string"].decode("latin-1"))
        given = asked.pop("token", [""])[0]
        if given and _same(given, token) and scope["method"] == "GET":
            # Out of the address bar and the history, into a cookie.
            rest = urlencode(asked, doseq=True)
            answer = RedirectResponse(
                scope["path"] + (f"?{rest}" if rest else ""), status_code=303
            )
            answer.headers.append("Set-Cookie", _cookie(TOKEN, token))
            return answer
        if has_token(headers, cookie_of(scope, TOKEN), token):
            return None
        return PlainTextResponse(
            "this workbench needs a token: open the address that was printed when it"
            " was started",
            401,
        )

    def _measured(self, receive: Receive) -> Receive:
        """Return ``receive`` that breaks off when a body grows too long."""
        taken = 0

        async def measured() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self._settings.max_body:
                return {"type": "http.disconnect"}
            return message

        return measured


def has_token(headers: Headers, cookie: str | None, token: str) -> bool:
    """Tell whether a request brings the token, as a bearer or in its cookie."""
    scheme, _, bearer = headers.get("authorization", "").partition(" ")
    given = bearer.strip() if scheme.lower() == "bearer" else cookie or ""
    return _same(given, token)


def make_csrf(secret: bytes, session: str) -> str:
    """Return what a form of a session has to bring."""
    return hmac.new(secret, session.encode(), hashlib.sha256).hexdigest()


def is_same_origin(headers: Headers) -> bool:
    """Tell whether a browser says that a page of this workbench made the request."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    if origin is None or origin == "null":
        return origin is None
    return urlsplit(origin).netloc == headers.get("host", "")


def cookie_of(scope: Scope, name: str) -> str | None:
    """Return a cookie of a request, ``None`` if it brings none."""
    try:
        jar = SimpleCookie(Headers(scope=scope).get("cookie", ""))
    except CookieError:
        return None
    morsel = jar.get(name)
    return morsel.value if morsel is not None else None


def _cookie(name: str, value: str) -> str:
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Strict"


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode(), other.encode())


def _is_own_host(host: str, settings: WebSettings) -> bool:
    # A name that another site lets point here must not read the case.
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if is_loopback(settings.host):
        return is_loopback(name)
    return bool(name)


def _too_many() -> Response:
    return PlainTextResponse(
        "too many requests: wait a moment", 429, {"Retry-After": "2"}
    )
