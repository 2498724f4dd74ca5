"""Pages of the corpora as the models see them, with what the gold text says of their runs."""
import json
import os
import pathlib
import re
import subprocess
import sys

import numpy

from training.parts import part_of

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Sets whose gold is the whole text ...
WHOLE = ["aeb", "wcxb", "fundus-eval", "fundus-publishers", "news-sites-424", "readability-pages"]
# ... and one that knows only some lines that belong to it, and some that do not.
SNIPPETS = "trafilatura-eval"
# A sign of East Asian scripts is a word by itself.
EAST = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
TOKEN = re.compile(f"[{EAST}]|[^\\W_{EAST}]+")
SHINGLE = 4
# What a run counts that a snippet knows. All runs of a page together count about 6.
SNIPPET_WEIGHT = 0.12
# Shorter runs are found within snippets by chance.
LEAST_WITHIN = 20


def tokens(text):
    return TOKEN.findall((text or "").lower())


def corpora_folder():
    folder = pathlib.Path(os.environ.get("PITH_CORPORA") or ROOT.parent / "shared" / "corpora").resolve()
    if not (folder / "wcxb" / "gold.jsonl").is_file():
        sys.exit(f"train-models: no corpora in {folder}: set PITH_CORPORA")
    return folder


def labels(runs, gold):
    """For each run the share of its words that lie in four words in a row that the gold text has too."""
    wanted = tokens(gold)
    shingles = set(zip(*[wanted[i:] for i in range(SHINGLE)]))
    lines = {tuple(tokens(line)) for line in gold.split("\n")}
    words = [tokens(run) for run in runs]
    flat = [word for run in words for word in run]
    covered = numpy.zeros(len(flat), bool)
    for i in range(len(flat) - SHINGLE + 1):
        if tuple(flat[i:i + SHINGLE]) in shingles:
            covered[i:i + SHINGLE] = True
    share, at = numpy.zeros(len(runs), numpy.float32), 0
    for i, run in enumerate(words):
        if run:
            share[i] = covered[at:at + len(run)].mean()
            if len(run) >= 2 and tuple(run) in lines:
                share[i] = 1
        at += len(run)
    return share, numpy.array([len(run) for run in words]), len(wanted)


def squeezed(text):
    return " ".join(text.split()).lower()


def snippet_labels(runs, gold):
    """Which runs are content, and which are known to be or not to be."""
    texts = [squeezed(run) for run in runs]
    label, known = numpy.zeros(len(runs), bool), numpy.zeros(len(runs), bool)
    for name in ("with", "without"):
        for snippet in map(squeezed, gold.get(name) or []):
            for i, text in enumerate(texts):
                if snippet in text or (len(text) > LEAST_WITHIN and text in snippet):
                    known[i] = True
                    label[i] |= name == "with"
    return label, known


class Corpora:
    """All pages; features, labels and weights of all runs in a row."""

    def __init__(self, program, work):
        folder = corpora_folder()
        self.names = subprocess.run([program, "--names"], check=True, capture_output=True, text=True).stdout.split()
        gold, listed = {}, []
        for name in [*WHOLE, SNIPPETS]:
            for line in open(folder / name / "gold.jsonl", encoding="utf-8"):
                page = json.loads(line)
                path = folder / name / f"{page['id']}.html.gz"
                if (page.get("text") or name == SNIPPETS) and path.is_file():
                    gold[f"{name}|{page['id']}"] = page
                    listed.append(f"{name}|{page['id']}\t{path}\t{page.get('url') or ''}\n")
        prefix = f"{work}/runs"
        subprocess.run([program, prefix], input="".join(listed), check=True, text=True)
        self.pages, at = [], 0
        for line in open(f"{prefix}.jsonl", encoding="utf-8"):
            page = json.loads(line)
            page["begin"], page["end"] = at, at + len(page["runs"])
            at = page["end"]
            page["gold"] = gold[page["id"]]
            page["set"] = page["id"].split("|")[0]
            page["part"] = part_of(page["id"])
            page["held"] = page["part"] == 0
            self.pages.append(page)
        self.features = numpy.fromfile(f"{prefix}.f32", dtype=numpy.float32).reshape(at, len(self.names))
        self.signs = numpy.fromfile(f"{prefix}.signs.f32", dtype=numpy.float32).reshape(len(self.pages), -1)
        self.column = {name: i for i, name in enumerate(self.names)}
        self._label()

    def _label(self):
        label, weight = [], []
        for page in self.pages:
            if page["set"] == SNIPPETS:
                own, known = snippet_labels(page["runs"], page["gold"])
                label.append(own)
                weight.append(known * SNIPPET_WEIGHT)
                continue
            share, words, wanted = labels(page["runs"], page["gold"]["text"])
            label.append(share >= 0.5)
            # A page counts as much as any other, whatever its length; long runs less than their words.
            weight.append(numpy.minimum(words, 150) ** 0.7 / (wanted + 150) ** 0.7)
        self.label = numpy.concatenate(label).astype(numpy.int8)
        self.weight = numpy.concatenate(weight)
        sizes = [page["end"] - page["begin"] for page in self.pages]
        self.page_of_run = numpy.repeat(numpy.arange(len(self.pages)), sizes)

    def kinds(self, kinds):
        """The place of each page's kind; pages of sets without kinds are articles."""
        return numpy.array([kinds.index(page["gold"].get("page_type") or "article") for page in self.pages])

    def parts(self):
        """The part of each page; part 0 is the third that is held out."""
        return numpy.array([page["part"] for page in self.pages])
