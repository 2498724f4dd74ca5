"""What every Python peer does: read a list of pages, extract, write JSON Lines.

A line of the list is `id<TAB>path<TAB>url`. Only the extraction is timed, not reading and unpacking.
"""
import gzip
import json
import sys
import time
import traceback


def run(extract, fields):
    """extract(bytes, url) gives the text, or None; fields(bytes, url) gives title, authors, date, untimed."""
    out = sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        page_id, path, url = line.rstrip("\n").split("\t")
        with gzip.open(path) as page:
            data = page.read()
        result = {"id": page_id, "text": ""}
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            result["text"] = extract(data, url or None) or ""
        except Exception:
            result["error"] = traceback.format_exc(limit=-1).strip().splitlines()[-1]
        result["ms"] = (time.perf_counter() - wall) * 1e3
        result["cpu_ms"] = (time.process_time() - cpu) * 1e3
        try:
            result.update(fields(data, url or None))
        except Exception:
            print(f"no fields of {page_id}: {traceback.format_exc(limit=-1)}", file=sys.stderr)
        out.write(json.dumps(result, ensure_ascii=False) + "\n")
        out.flush()
