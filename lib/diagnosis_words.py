"""The sentences for mistakes by rule: what happens, and a hint, of the tables in `lib.rule_words`.

Rules come from the fingerprints (`grading.quality.families`, `grading.quality.variants`).
"""

import re

from lib.rule_words.changes import CODE
from lib.rule_words.exercises import (
    BATCH,
    COUNTED_ON_FINGERS,
    OF_LINES,
    OF_LINES_WORDS,
    OF_SENTENCES,
    ONE_FILTER,
    OWN,
    SECOND,
    THREE_OF_FIVE,
)
from lib.rule_words.formulas import CHOICE
from lib.rule_words.inputs import BIAS, INPUT, OPTION
from lib.rule_words.outputs import COUNTED, OUTPUT
from lib.rule_words.upstream import UPSTREAM

WHAT = {"forward": "the result", "both": "both gradients", "all": "every gradient"}

PLACED = (
    "a place or a size is off, as with a plus for a minus, or a 1 too many{where}",
    "Work one entry out by hand: where does its window begin, and how many are there?",
)
SHAPE = "A gradient has the shape of what it belongs to."
COUNTING = (  # hints about windows that fit into something
    "Count the windows that fit.",
    "From 0 to n - k there are n - k + 1 places.",
    "How many windows fit? From 0 to n - k there are n - k + 1 places.",
    "Where does the first window begin?",
)
VALID = (  # names that have such windows
    "conv_1d_channels", "conv_forward", "conv2d_forward", "im2col", "conv2d_im2col", "MaxPool1D",
    "MaxPool2D", "AvgPool2D", "Conv1DVector", "Conv1DBank", "TextConv", "Conv2D",
)  # fmt: skip
SAME = ("conv_1d", "conv_1d_unrolled", "unroll")  # a result for each entry of x
# Where every difference is a place or a size: there a sign that is turned round gives what many
# other slips of the hand give, a 1 too many among them.
PLACES = (
    *VALID,
    *SAME,
    "output_size",
    "pad_1d",
    "conv_1d_backward",
    "conv_1d_channels_backward",
    "conv_1d_unrolled_backward",
    "conv_backward",
    "conv2d_backward",
    "MaxOverTime",
)
ONE_EACH = "There is one for each entry of x: which entries does the window of x[0] cover?"
RESHAPING = (
    "summed over", "one number", "averaged to one", "flat", "last missing", "first missing",
    "last row missing", "both ends missing", "both last missing", "one more", "an axis",
    "last axes kept",
)  # fmt: skip

LINES: tuple[str, ...] = (
    "conv_1d", "conv_1d_unrolled", "Conv1D", "Conv1DVector", "ConvBlock", "pad_1d",
)  # fmt: skip
LINES += ("conv_1d_backward", "conv_1d_unrolled_backward", "MaxPool", "MaxPool1D", "Conv1DFilters")
FORMS = {
    "his": ("uses", "does", "knows", "has", "loses", "is", "stays", "comes", "misses"),
    "their": ("use", "do", "know", "have", "lose", "are", "stay", "come", "miss"),
}


def slips_of(rule):
    """The slips of a rule: one, or the two that meet in a formula, such as "choice|no two+uphill",
    or in one output, such as "pair|in|turned|w&out|transposed|forward"."""
    if rule.startswith("pair|"):
        two, _, out = rule[5:].rpartition("|")
        return [f"{one}|{out}" for one in two.split("&")]
    return [f"choice|{slip}" for slip in rule[7:].split("+")] if rule[:7] == "choice|" else [rule]


def words(rule, name=""):
    """What happens, and a hint, for a rule such as "up|ignored|dw"; in the words of an exercise."""
    one = BATCH.get(name, "image")
    if rule.startswith("code|sign") and name in PLACES:
        return _filled(PLACED, "forward", where=_where("".join(rule.split("|")[2:])))
    for names, kind, texts in OWN:
        if name in names and re.fullmatch(kind, rule):
            return _filled(texts, "forward", where=_where(rule.split("|")[-1]))
    idea, hint = _named(name, rule, *_words(rule))
    if "last row and column zero" in rule and _is_line(name, rule):
        idea = idea.replace("row and the last column stay", "entry stays")
    if name and name not in VALID and hint in COUNTING:
        hint = ONE_EACH if name in SAME else "Which shape should it have? Take the smallest input."
    if name in OF_LINES:  # three axes: these words are of four, whose last two are rows and columns
        for image_word, line_word in OF_LINES_WORDS.items():
            idea = idea.replace(image_word, line_word)
    if one == "place":
        hint = hint.replace(" of the batch", "").replace("over the batch", "over them")
    found = (re.sub(r"\bimage", one, text) for text in (idea, hint))
    rows = "rows" if name.startswith("dot_") else f"{one}s in the batch"
    return tuple(text.replace("rows in the batch", rows) for text in found)


def _named(name, rule, *given):
    """Words about filters, of an exercise in which something else stands in their place."""
    texts = list(given)
    if name in SECOND and (rule.startswith("up|") or "|b|" in rule):
        texts = [re.sub(r"\bfilter\b", SECOND[name], text) for text in texts]
    if name in ONE_FILTER and rule.startswith("in|"):
        texts = [re.sub(r"the (first|last) filter", r"the \1 row of w", text) for text in texts]
    for image_word, own_word in OF_SENTENCES.get(name, {}).items():
        texts = [text.replace(image_word, own_word) for text in texts]
    if name.startswith("dot_"):
        texts = [re.sub(r" of (each|the) window", "", text) for text in texts]
        texts = [text.replace("each window meets", "x meets") for text in texts]
    if name == "dot_forward" and rule.startswith("in|"):  # what is moved of one meets other numbers
        texts[0] = re.sub(r"^[xw] (is (?!cut|left|multi))", r"x or w \1", texts[0])
    if name in COUNTED_ON_FINGERS:
        texts = [text.replace(THREE_OF_FIVE, COUNTED_ON_FINGERS[name]) for text in texts]
    return texts


def _is_line(name, rule):
    """Whether the output of a rule has one axis."""
    out = rule.split("|")[-1]
    if name in ("Conv1DFilters", "Conv1DBank") and out in ("forward", "dw"):
        return name == "Conv1DFilters" and out == "dw"
    return name in (*LINES, "Conv1DBank") or out == "db"


def _words(rule):
    kind, *parts = rule.split("|")
    if kind == "up":
        return _filled(UPSTREAM[parts[0]], parts[1])
    if kind == "out":
        idea, hint = _output_words(*parts)
        reshaped = parts[1] != "forward" and parts[0].startswith(RESHAPING)
        return idea, SHAPE if reshaped and "along" not in parts[0] else hint
    if kind == "in":
        return _input_words(*parts)
    if kind == "code":
        return _filled(CODE[parts[0]], "forward", where=_where(parts[1]) if len(parts) > 1 else "")
    if kind == "choice":
        return CHOICE[parts[0]]
    if kind == "copied":
        return f"{parts[0]} gets the values of {parts[1]}", "Which of the two belongs where?"
    if kind == "swapped":
        return f"{parts[0]} and {parts[1]} are swapped", "Which gradient belongs to which input?"
    if kind == "order":
        return (
            "the gradients come in another order",
            "They come in the order of forward's arguments.",
        )
    raise ValueError(f"no words for {rule}")


def _output_words(rule, out):
    for verb, said in (
        ("divided by ", "{out} {is} divided by "),
        ("times ", "{out} {is} multiplied by "),
    ):
        if rule.startswith(verb):
            count = COUNTED[rule[len(verb) :]]
            hint = "A sum is asked for, or a mean? Say which numbers are added up for one entry."
            return _filled((said + count, hint), out)
    if rule.startswith("mean by "):
        count = COUNTED[rule[len("mean by ") :]]
        hint = "How many entries has a window? So many share what it gives."
        right = "that of the" if count.startswith("the number") else "the number of"
        idea = f"{{out}} {{is}} divided by {count}, not by {right} entries in a window"
        return _filled((idea, hint), out)
    axis = rule.split(" ")[-1]
    if rule.startswith("summed over"):
        return _filled((f"{{out}} {{is}} summed over axis {axis} as well", "Which axes stay?"), out)
    if rule.startswith("first along"):
        text = (
            f"the first entry along axis {axis} stands for all in {{out}}",
            "Which index runs there?",
        )
        return _filled(text, out)
    if rule.startswith("only first along"):
        text = (
            f"only the first entry along axis {axis} of {{out}} is filled",
            "Does a `return` stand inside a loop, or is an index always 0?",
        )
        return _filled(text, out)
    if rule.startswith("last missing along"):
        return _filled(
            (
                f"the last entry along axis {axis} of {{out}} stays 0",
                "Where does the loop or slice end?",
            ),
            out,
        )
    return _filled(OUTPUT[rule], out)


def _input_words(rule, name, out):
    where = _where(out)
    if name == "b":
        return BIAS[rule]
    if rule in OPTION:
        return _filled(OPTION[rule], out, where=where)
    one = {
        "w": "filter",
        "W": "row of W",
        "table": "row",
        "X2": "row of X",
        "x2": "row of x",
        "A2": "row of A",
    }.get(name, "image")
    name = name.rstrip("2")
    return _filled(INPUT[rule], out, where=where, name=name, one=one)


def _where(out):
    if out in ("forward", ""):
        return ""
    return f", in {WHAT.get(out, out)}"


def _filled(texts, out, **more):
    several = out == "both"
    forms = dict(zip(FORMS["his"], FORMS["their" if several else "his"], strict=True))
    what = WHAT.get(out, out)
    return tuple(text.format(out=what, **forms, **more) for text in texts)
