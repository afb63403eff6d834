"""One page from the web: http(s) only, public addresses only, in limited time and size."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import msgspec

from tabellino import __version__, data
from tabellino.errors import AddressRefused, SourceNotFound, TooLarge
from tabellino.sources.addresses import resolve
from tabellino.sources.limits import max_bytes, too_large

if TYPE_CHECKING:
    import httpx

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Page(msgspec.Struct, frozen=True):
    """What an address answered: its bytes, where they came from in the end, and the charset of the header."""

    raw: bytes
    address: str
    charset: str | None
    is_html: bool


def fetch(address: str, *, allow_private: bool = False) -> Page:
    """The page at an http(s) address, redirects followed one by one and each checked like the first.

    `allow_private` lets local servers be read (tests). Proxies of the environment are not used: behind them the
    addresses could not be checked. Raises AddressRefused, SourceNotFound (no answer, or an answer that is an error)
    and TooLarge; messages begin where the address would stand before them.
    """
    import httpx

    limits = data.load("sources.toml")["limits"]
    deadline = time.monotonic() + limits["total_seconds"]
    timeout = httpx.Timeout(limits["read_seconds"], connect=limits["connect_seconds"])
    url = _url(address)
    try:
        with httpx.Client(timeout=timeout, follow_redirects=False, trust_env=False) as client:
            for _ in range(limits["max_redirects"] + 1):
                request = _request(client, url, allow_private)
                response = client.send(request, stream=True)
                try:
                    if response.status_code not in _REDIRECTS or "location" not in response.headers:
                        return _page(response, url, deadline)
                    url = _url(str(url.join(response.headers["location"])))
                finally:
                    response.close()
    except httpx.TimeoutException as problem:
        raise SourceNotFound("does not answer in time; try again, or save the page and give the file") from problem
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        what = str(problem) or type(problem).__name__
        raise SourceNotFound(f"cannot be read ({what}); check the address, or save the page and give it") from problem
    raise SourceNotFound(f"redirects more than {limits['max_redirects']} times; open it in a browser and save the page")


def _url(address: str) -> httpx.URL:
    import httpx

    try:
        url = httpx.URL(address)
    except httpx.InvalidURL as problem:
        raise AddressRefused(f"is no address that can be read ({problem}); give http(s)://host/page") from problem
    if url.scheme not in {"http", "https"} or not url.host:
        raise AddressRefused(f"leads to {url}, which is no http(s) address; give http(s)://host/page, or a file")
    return url


def _request(client: httpx.Client, url: httpx.URL, allow_private: bool) -> httpx.Request:
    """A request to the checked address; name and certificate stay those of the host."""
    port = url.port or (443 if url.scheme == "https" else 80)
    checked = resolve(url.host, port, allow_private=allow_private)
    headers = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": f"tabellino/{__version__}",
        "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
    }
    return client.build_request(
        "GET", url.copy_with(host=checked), headers=headers, extensions={"sni_hostname": url.raw_host.decode("ascii")}
    )


def _page(response: httpx.Response, url: httpx.URL, deadline: float) -> Page:
    if response.status_code != 200:
        reason = f"{response.status_code} {response.reason_phrase}".strip()
        raise SourceNotFound(f"answers {reason} instead of a page; check the address, or save the page and give it")
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_bytes():
        size += len(chunk)
        if size > max_bytes():
            raise TooLarge(too_large())
        if time.monotonic() > deadline:
            raise SourceNotFound("does not answer in time; try again, or save the page and give the file")
        chunks.append(chunk)
    kind = response.headers.get("content-type", "").lower()
    return Page(b"".join(chunks), str(url), response.charset_encoding, "html" in kind)
