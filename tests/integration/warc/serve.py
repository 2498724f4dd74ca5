#!/usr/bin/env python3
"""A small site on a free port of the loopback; its port is the first line of output.

Pages come in the ways in which servers send them: with a length, in chunks, compressed, with another status.
"""
import gzip
import http.server

STORY = "<!doctype html><html><head><title>{0}</title></head><body><h1>{0}</h1><p>{1}</p></body></html>"
LINKS = "".join(
    f'<a href="/{name}">{name}</a>'
    for name in ("plain", "chunked", "gzip", "latin", "large", "moved", "missing", "broken-server", "picture.png", "style.css", "feed.xml")
)
PAGES = {
    "/": STORY.format("Index", LINKS).encode(),
    "/plain": STORY.format("Plain", "The ferry sails at six.").encode(),
    "/chunked": STORY.format("Chunked", "The ferry sails in parts. " * 2000).encode(),
    "/gzip": STORY.format("Packed", "The ferry sails packed. " * 500).encode(),
    "/latin": STORY.format("Caf\u00e9", "Un caf\u00e9 au port.").encode("latin-1"),
    "/large": STORY.format("Large", "The ferry is long. " * 60000).encode(),
    "/feed.xml": b"<?xml version='1.0'?><rss version='2.0'><channel><title>Ferries</title></channel></rss>",
    "/picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "/style.css": b"p { color: black }",
}
TYPES = {"/picture.png": "image/png", "/style.css": "text/css", "/feed.xml": "application/rss+xml",
         "/latin": "text/html; charset=iso-8859-1"}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/moved":
            return self.answer(301, b"", {"Location": "/plain"})
        if self.path == "/broken-server":
            return self.answer(500, b"<p>down", {"Content-Type": "text/html"})
        body = PAGES.get(self.path)
        if body is None:
            return self.answer(404, b"<p>none", {"Content-Type": "text/html"})
        headers = {"Content-Type": TYPES.get(self.path, "text/html; charset=utf-8")}
        if self.path == "/gzip":
            body = gzip.compress(body)
            headers["Content-Encoding"] = "gzip"
        self.answer(200, body, headers, chunked=self.path == "/chunked")

    def answer(self, status, body, headers, chunked=False):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if chunked:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not chunked:
            self.wfile.write(body)
            return
        for at in range(0, len(body), 7000):
            piece = body[at:at + 7000]
            self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        self.wfile.write(b"0\r\n\r\n")

    def log_message(self, *unused):
        pass


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
