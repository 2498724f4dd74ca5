"""The model of content: whether a run belongs to it, in two stages (sdk/src/content/content_model.cpp)."""
import collections
import os
import re

import lightgbm
import numpy

from training.corpora import SNIPPETS, squeezed
from training.kinds import KINDS

WORD = re.compile(r"\w+")
LEVELS = 4
FOLDS = 3
FIRST_TREES, FIRST_LEAVES = 100, 31
SECOND_TREES, SECOND_LEAVES = 60, 24
NEAR, FOLLOWING = 3, 4
LEAST_PROBABILITY = 0.2
# Told to the second stage again, in the order of content_model.cpp.
AGAIN = ["bytes", "link_density", "heading", "container", "in_candidate", "candidate_distance", "page_bytes",
         "page_links", "page_paragraphs", "boilerplate_distance", "in_list", "template_runs", "from_h1",
         "page_runs", *(f"kind_{kind}" for kind in KINDS)]


def second_features(page, said, features, column):
    """As SecondLook in content_model.cpp."""
    n = len(said)
    said = said.astype(numpy.float64)
    size = numpy.array(page["bytes"], numpy.float64)
    out = [said]
    for step in [s for s in range(-NEAR, NEAR + 1) if s]:
        near = numpy.zeros(n)
        if step > 0:
            near[:max(0, n - step)] = said[step:]
        elif n > -step:
            near[-step:] = said[:step]
        out.append(near)
    sizes = numpy.concatenate([[0], numpy.cumsum(size)])
    sums = numpy.concatenate([[0], numpy.cumsum(size * said)])
    share = lambda a, b: (sums[b] - sums[a]) / numpy.maximum(sizes[b] - sizes[a], 1)
    total, content = max(sizes[-1], 1), max(sums[-1], 1e-9)
    for level in range(LEVELS):
        first = numpy.array(page[f"first{level}"], numpy.int64)
        last = numpy.array(page[f"last{level}"], numpy.int64)
        out += [share(first, last), (sizes[last] - sizes[first]) / total]
    _, template = numpy.unique(numpy.array(page["template"], numpy.int64), return_inverse=True)
    made = numpy.bincount(template, size * said) / numpy.maximum(numpy.bincount(template, size), 1)
    here = numpy.arange(n)
    out += [made[template], numpy.full(n, sums[-1] / total), numpy.full(n, size[said > 0.5].sum() / total),
            sums[:-1] / content, share(here + 1, numpy.minimum(n, here + 1 + FOLLOWING)),
            share(numpy.maximum(0, here - FOLLOWING), here)]
    rows = features[page["begin"]:page["end"]]
    return numpy.hstack([numpy.stack(out, 1).astype(numpy.float32), rows[:, [column[name] for name in AGAIN]]])


def train(x, y, weight, trees, leaves):
    parameters = dict(objective="binary", num_leaves=leaves, learning_rate=0.1, min_data_in_leaf=150,
                      feature_fraction=0.5, bagging_fraction=0.7, bagging_freq=1, lambda_l2=5, max_bin=63,
                      path_smooth=20, verbose=-1, seed=1, deterministic=True, num_threads=os.cpu_count())
    return lightgbm.train(parameters, lightgbm.Dataset(x, y, weight=weight), trees)


def learn(corpora, kinds, seen_pages):
    """Both stages, from the pages seen; and what the second says of all runs."""
    features, column, number = corpora.features, corpora.column, corpora.page_of_run
    features[:, [column[f"kind_{kind}"] for kind in KINDS]] = kinds[number]
    label, seen = corpora.label, seen_pages[number] & (corpora.weight > 0)
    weight = corpora.weight * seen.sum() / corpora.weight[seen].sum()
    # The second stage learns from answers about pages that the first had not seen.
    said = numpy.zeros(len(label), numpy.float32)
    for fold in range(FOLDS):
        inside = number % FOLDS == fold
        model = train(features[seen & ~inside], label[seen & ~inside], weight[seen & ~inside], FIRST_TREES, FIRST_LEAVES)
        said[inside] = model.predict(features[inside])
    first = train(features[seen], label[seen], weight[seen], FIRST_TREES, FIRST_LEAVES)
    held = ~seen_pages[number]
    if held.any():
        said[held] = first.predict(features[held])
    looks = numpy.vstack([second_features(page, said[page["begin"]:page["end"]], features, column)
                          for page in corpora.pages if page["end"] > page["begin"]])
    second = train(looks[seen], label[seen], weight[seen], SECOND_TREES, SECOND_LEAVES)
    return first, second, second.predict(looks)


def kept_runs(page, said):
    """As content_choice.cpp: where the foretold F1 is highest."""
    said, size = said[page["begin"]:page["end"]], numpy.array(page["bytes"], numpy.float64)
    if not len(said):
        return []
    order = numpy.argsort(-said, kind="stable")
    right = numpy.cumsum((size * said)[order])
    measure = right / (numpy.cumsum(size[order]) + (size * said).sum())
    least = max(said[order[numpy.argmax(measure)]], LEAST_PROBABILITY)
    return [run for run, p in zip(page["runs"], said) if p >= least]


def word_f1(gold, kept):
    a, b = (collections.Counter(WORD.findall(text.lower())) for text in (gold, kept))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0


def report(corpora, said):
    scores = collections.defaultdict(lambda: ([], []))
    found = {False: collections.Counter(), True: collections.Counter()}
    for page in corpora.pages:
        kept = "\n".join(kept_runs(page, said))
        if page["set"] == SNIPPETS:
            text = squeezed(kept)
            for name in ("with", "without"):
                for snippet in page["gold"].get(name) or []:
                    found[page["held"]][name, squeezed(snippet) in text] += 1
            continue
        score = word_f1(page["gold"]["text"], kept)
        kind = page["gold"].get("page_type")
        for key in [page["set"]] + ([f"{page['set']} {kind}"] if kind else []):
            scores[key][page["held"]].append(score)
    mean = lambda values: sum(values) / len(values) if values else 0
    for key, (seen, held) in sorted(scores.items()):
        print(f"{key:22} held out {mean(held):.4f} ({len(held)})  seen {mean(seen):.4f} ({len(seen)})")
    for held, name in ((True, "held out"), (False, "seen")):
        right = found[held]["with", True]
        f1 = 2 * right / (2 * right + found[held]["with", False] + found[held]["without", True])
        print(f"{SNIPPETS} {name} snippet F1 {f1:.4f}")
