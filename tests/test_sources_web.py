"""Pages come from public addresses alone, in limited size and number of redirects. The server is a real local one."""

from __future__ import annotations

import ipaddress

import pytest

from tabellino.errors import AddressRefused, NotText, SourceNotFound, TooLarge
from tabellino.sources import load
from tabellino.sources.addresses import is_public, resolve
from web_server import serve


@pytest.fixture(scope="module")
def server():
    with serve() as running:
        yield running


def read(server, path):
    return load(f"{server.address}/{path}", allow_private_addresses=True)


def test_a_page_is_fetched_and_its_article_read(server):
    report = read(server, "page")
    assert report.source == f"{server.address}/page"
    assert report.title == "Late goal"
    assert "Zieliński" in report.text
    assert ("/page", server.address.removeprefix("http://")) in server.seen, "the host is asked for by its name"


@pytest.mark.parametrize("path", ["packed", "moved"])
def test_compressed_and_moved_pages_read_the_same(server, path):
    assert read(server, path).text == read(server, "page").text


def test_plain_text_is_read_in_the_charset_of_the_header(server):
    report = read(server, "text")
    assert report.text.startswith("Perché no")
    assert report.warnings == (f"{server.address}/text: read as iso-8859-1, as the page says",)


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("no-such-page", SourceNotFound, "answers 404 Not Found instead of a page; check the address"),
        ("broken", SourceNotFound, "answers 503 Service Unavailable"),
        ("round-and-round", SourceNotFound, "redirects more than 8 times"),
        ("to-file", AddressRefused, "leads to file:/+etc/passwd, which is no http"),
        ("picture", NotText, "is a PNG picture, not a text"),
        ("huge", TooLarge, "is larger than 5 MB"),
        ("bomb", TooLarge, "is larger than 5 MB"),  # small on the wire, large when unpacked
    ],
)
def test_what_is_no_report_is_refused_with_the_reason(server, path, error, message):
    with pytest.raises(error, match=message):
        read(server, path)


def test_private_addresses_are_refused_before_anything_is_sent(server):
    server.seen.clear()
    with pytest.raises(AddressRefused, match=r"localhost at (127\.0\.0\.1|::1), which is not a public address"):
        load(f"{server.address}/page")
    assert server.seen == []


def test_a_redirect_is_checked_like_the_first_address(server, monkeypatch):
    """Only the local server counts as public here; where it redirects to is still refused."""
    monkeypatch.setattr("tabellino.sources.addresses.is_public", lambda address: address.is_loopback)
    with pytest.raises(AddressRefused, match=r"leads to 192\.168\.1\.1, which is not a public address"):
        load(f"{server.address}/to-router")


def test_the_connection_goes_to_the_checked_address(server, monkeypatch):
    """A name that answers differently the second time cannot lead the request elsewhere."""
    answers = iter(["127.0.0.1"])
    monkeypatch.setattr("tabellino.sources.web.resolve", lambda *_, **__: next(answers))
    assert load(f"http://reports.example:{server.server_port}/page").title == "Late goal"
    assert server.seen[-1] == ("/page", f"reports.example:{server.server_port}")


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(SourceNotFound, match="cannot be read"):
        load("http://127.0.0.1:1/", allow_private_addresses=True)


@pytest.mark.parametrize("source", ["ftp://example.org/a", "gopher://x", "http://", "http:///path"])
def test_only_http_addresses_are_read(source):
    with pytest.raises((AddressRefused, SourceNotFound), match="http"):
        load(source)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),  # this machine
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),  # where clouds keep their secrets
        ("100.64.0.1", False),  # shared by a provider's customers
        ("224.0.0.1", False),  # multicast
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),  # a private address in the clothes of IPv6
        ("64:ff9b::7f00:1", False),  # through a translator
        ("2002:7f00:1::", False),  # 6to4
    ],
)
def test_which_addresses_are_public(address, public):
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize("host", ["127.1", "0x7f000001", "2130706433"])
def test_odd_spellings_of_a_private_address_are_refused(host):
    with pytest.raises((AddressRefused, SourceNotFound)):
        resolve(host, 80)
