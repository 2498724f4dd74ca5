"""The model of kinds: what a page is, from its signs (sdk/src/kind/page_signs.hpp)."""
import os

import lightgbm
import numpy

# As in page_kind.hpp.
KINDS = ["article", "documentation", "forum", "listing", "collection", "product", "service"]
FOLDS = 5
TREES, LEAVES = 80, 5
# Only wcxb tells kinds; the others are news, which it has enough of.
WEIGHT_OF_OTHERS = 0.3


def train(corpora, pages):
    weight = numpy.array([1.0 if page["set"] == "wcxb" else WEIGHT_OF_OTHERS for page in corpora.pages])
    parameters = dict(objective="multiclass", num_class=len(KINDS), num_leaves=LEAVES, learning_rate=0.15,
                      min_data_in_leaf=8, feature_fraction=0.3, bagging_fraction=0.8, bagging_freq=1, lambda_l2=3,
                      max_bin=63, verbose=-1, seed=1, deterministic=True, num_threads=os.cpu_count())
    data = lightgbm.Dataset(corpora.signs[pages], corpora.kinds(KINDS)[pages], weight=weight[pages])
    return lightgbm.train(parameters, data, TREES)


def learn(corpora, seen):
    """A model of the pages seen, and probabilities for all pages, each by a model that did not see it."""
    inside = numpy.nonzero(seen)[0]
    probabilities = numpy.zeros((len(corpora.pages), len(KINDS)), numpy.float32)
    for fold in range(FOLDS):
        now = inside[numpy.arange(len(inside)) % FOLDS == fold]
        probabilities[now] = train(corpora, numpy.setdiff1d(inside, now)).predict(corpora.signs[now])
    model = train(corpora, inside)
    if not seen.all():
        probabilities[~seen] = model.predict(corpora.signs[~seen])
    return model, probabilities


def report(corpora, probabilities, asked):
    truth, said = corpora.kinds(KINDS), probabilities.argmax(1)
    asked = asked & numpy.array([page["set"] == "wcxb" for page in corpora.pages])
    print(f"kinds: {(truth == said)[asked].mean():.3f} of {asked.sum()} right")
    for i, kind in enumerate(KINDS):
        right = ((truth == i) & (said == i) & asked).sum()
        precision = right / max(1, ((said == i) & asked).sum())
        recall = right / max(1, ((truth == i) & asked).sum())
        print(f"  {kind:14} precision {precision:.2f} recall {recall:.2f} ({((truth == i) & asked).sum()})")
