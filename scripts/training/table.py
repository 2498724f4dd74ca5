"""Trained models as tables in the source."""
import numpy

HEAD = ["// Written by scripts/train-models: run it again instead of changing this.", "// clang-format off"]


def flatten(trees):
    """Each tree as (questions, leaves), a question as (feature, threshold, yes, no), a leaf as ~its place."""
    for tree in trees:
        questions, leaves = [], []

        def place(node):
            if "leaf_value" in node:
                leaves.append(node["leaf_value"])
                return ~(len(leaves) - 1)
            at = len(questions)
            questions.append(None)
            yes, no = place(node["left_child"]), place(node["right_child"])
            questions[at] = (node["split_feature"], node["threshold"], yes, no)
            return at

        place(tree["tree_structure"])
        yield questions, leaves


def as_float(value):
    text = f"{numpy.float32(value):.8g}"
    return text + ("F" if any(c in text for c in ".en") else ".0F")


def arrays(name, trees):
    heads, questions, leaves = [], [], []
    for own_questions, own_leaves in flatten(trees):
        heads.append(f"{{{len(questions)}, {len(leaves)}}}")
        questions += [f"{{{as_float(t)}, {f}, {{{yes}, {no}}}}}" for f, t, yes, no in own_questions]
        leaves += [as_float(value) for value in own_leaves]
    lines = []
    for kind, what, items, many in (("DecisionTrees::Tree", "trees", heads, 10),
                                    ("TreeQuestion", "questions", questions, 4), ("float", "leaves", leaves, 8)):
        lines.append(f"constexpr {kind} {name}_{what}[] = {{")
        lines += ["    " + ", ".join(items[i:i + many]) + "," for i in range(0, len(items), many)]
        lines += ["};", ""]
    return lines, f"{{{name}_trees, {len(heads)}, {name}_questions, {name}_leaves}}"


def content_table(first, second):
    lines, tables = [], []
    for name, model in (("first_stage", first), ("second_stage", second)):
        own, entry = arrays(name, model.dump_model()["tree_info"])
        lines += own
        tables.append(f"const DecisionTrees {name} = {entry};")
    return "\n".join([*HEAD, '#include "content/content_model_table.hpp"', "", "namespace pith {", "namespace {", "",
                      *lines, "}  // namespace", "", *tables, "", "}  // namespace pith", ""])


def kind_table(model, kinds):
    """Trees of a model of many classes take turns."""
    trees, lines, entries = model.dump_model()["tree_info"], [], []
    for i, kind in enumerate(kinds):
        own, entry = arrays(kind, trees[i::len(kinds)])
        lines += own
        entries.append(f"    DecisionTrees{entry},")
    return "\n".join([*HEAD, '#include "kind/kind_model.hpp"', "", "namespace pith {", "namespace {", "", *lines,
                      "}  // namespace", "", "const std::array<DecisionTrees, page_kind_count> kind_trees = {",
                      *entries, "};", "", "}  // namespace pith", ""])
