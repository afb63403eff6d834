"""A real web server on this machine with the pages and the tricks that the tests of addresses need."""

from __future__ import annotations

import contextlib
import gzip
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tabellino import data

ARTICLE = "<p>" + "Inter beat Juventus 3-2 at San Siro with a goal by Zieliński in the last minute. " * 4 + "</p>"
PAGE = f"<html><head><title>Late goal</title></head><body><article><h1>Late goal</h1>{ARTICLE}</article></body></html>"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.seen.append((self.path, self.headers["Host"]))
        name = self.path.strip("/").replace("-", "_")
        getattr(self, name, self.not_found)()

    def answer(self, body, kind="text/html; charset=utf-8", status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page(self):
        self.answer(PAGE.encode())

    def packed(self):
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def text(self):
        self.answer("Perché no\n\nÈ finita 3-2".encode("latin-1"), "text/plain; charset=iso-8859-1")

    def picture(self):
        self.answer(b"\x89PNG\r\n\x1a\n....", "image/png")

    def huge(self):
        self.answer(b"a" * (data.load("sources.toml")["limits"]["max_bytes"] + 1), "text/plain")

    def bomb(self):
        packed = gzip.compress(b"a" * (data.load("sources.toml")["limits"]["max_bytes"] + 1))
        self.answer(packed, "text/plain", Content_Encoding="gzip")

    def not_found(self):
        self.answer(b"<h1>Not found</h1>", status=404)

    def broken(self):
        self.answer(b"oh", status=503)

    def moved(self):
        self.answer(b"", status=302, Location="/page")

    def round_and_round(self):
        self.answer(b"", status=302, Location="/round-and-round")

    def to_file(self):
        self.answer(b"", status=302, Location="file:///etc/passwd")

    def to_router(self):
        self.answer(b"", status=301, Location="http://192.168.1.1/admin")

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serve():
    """The server while it runs: `address` without a path, `seen` as (path, host) of each request."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.seen = []
    server.address = f"http://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
