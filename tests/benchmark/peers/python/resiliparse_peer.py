"""Resiliparse: the charset as it detects it, then main content as plain text. It knows no authors and no dates."""
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding
from resiliparse.parse.html import HTMLTree

import page_loop


def decode(data):
    return bytes_to_str(data, detect_encoding(data))


def extract(data, _url):
    return extract_plain_text(decode(data), main_content=True, preserve_formatting=True, list_bullets=False,
                              alt_texts=False)


def fields(data, _url):
    return {"title": HTMLTree.parse(decode(data)).title}


page_loop.run(extract, fields)
