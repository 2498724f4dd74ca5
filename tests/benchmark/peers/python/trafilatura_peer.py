"""Trafilatura, with the options its documentation gives for article text without comments."""
import trafilatura

import page_loop


def extract(data, url):
    return trafilatura.extract(data, url=url, include_comments=False, include_tables=True, favor_recall=False)


def fields(data, url):
    found = trafilatura.extract_metadata(data, default_url=url)
    if found is None:
        return {}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {"title": found.title, "authors": authors, "date": found.date}


page_loop.run(extract, fields)
