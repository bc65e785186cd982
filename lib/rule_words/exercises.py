"""How sentences by rule are said of an exercise in which things are called otherwise."""

from lib.probes import LARGEST

# What an exercise calls one of its batch, where it is no image.
BATCH = {
    "dot_forward": "row",
    "dot_backward": "row",
    "conv_backward": "row of outputs",
    "conv_1d_backward": "place",
    "conv_1d_unrolled_backward": "place",
    "MaxPool1D": "place",
    "Conv1D": "place",
    "Conv1DVector": "place",
    "conv_1d_channels": "line",
    "conv_1d_channels_backward": "line",
    "Dense": "row",
    "ReLU": "row",
    "SoftmaxCrossEntropy": "row",
    "Embedding": "sentence",
    "TextConv": "sentence",
    "MaxOverTime": "sentence",
    "ConvBlockBatch": "row",
}
OF_LINES = ("conv_1d_channels", "conv_1d_channels_backward", "TextConv")
OF_LINES_WORDS = {
    "rows and columns of": "the last two axes of",
    "last row of outputs": "last filter",
    "first row of outputs": "first filter",
    "the last row of": "the last channel or filter of",
    "the first row of": "the first channel or filter of",
}
# What the second axis of an upstream gradient, and a bias, belongs to, where that is no filter.
SECOND = {
    "conv_backward": "column of outputs",
    "MaxPool2D": "channel",
    "AvgPool2D": "channel",
    "Flatten": "column",
    "Dense": "column",
    "ReLU": "column",
    "Embedding": "word",
}
OF_SENTENCES = {
    "Embedding": {
        "place of each map": "number of each word",
        "rows and columns of the upstream": "the last two axes of the upstream",
        "rows and columns of the result": "the last two axes of the result",
    },
    "MaxOverTime": {
        "rows and columns of": "the last two axes of",
        "channel": "filter",
        "column": "place",
    },
}
ONE_FILTER = ("dot_forward", "dot_backward", "conv_forward", "conv_backward", "best_patch")
COUNTED_ON_FINGERS = dict.fromkeys(
    ("MaxPool", "MaxPool1D", "MaxPool2D", "AvgPool2D"), "a window of three entries on a line"
) | {"MaxOverTime": "three words that count in a line", "train": "batches of three in a set"}
THREE_OF_FIVE = "a filter of three entries on a line"
NO_PRODUCT = (
    *LARGEST,
    *("ReLU", "AvgPool2D", "Flatten", "Embedding", "SoftmaxCrossEntropy"),
    *("pad_1d", "unroll", "im2col", "best_patch", "to_image"),
)
ENDS = "Count the zeros at either end, for a padding of 2."
OWN = (  # words of some exercises for a rule
    (
        ("AvgPool2D",),
        r"code\|factor",
        (
            "a factor is missing",
            "How many entries has a window of size 2, or of size 3? And where does window 1 begin?",
        ),
    ),
    (
        LARGEST,
        r"in\|negated\|\w+\|d\w+",
        ("the gradient goes to the smallest, not to the largest", "Who decided what comes out?"),
    ),
    (
        LARGEST,
        r"in\|ones\|\w+\|d\w+",
        ("the gradient goes to the first entry, whoever is the largest", "Which one won?"),
    ),
    (
        NO_PRODUCT,
        r"in\|ones\|.*",
        ("the numbers that are given are not looked at{where}", "Try it with other numbers."),
    ),
    (NO_PRODUCT, r"in\|squared\|.*", ("squares are taken{where}", "Try it with a 3.")),
    (
        ("conv2d_forward", "conv2d_im2col", "Dense", "TextConv"),
        r"in\|negated\|[xXwW]\|forward",
        ("every product has the wrong sign", "Try it with one number."),
    ),
    (
        ("dot_forward", "conv_1d", "conv_1d_unrolled", "conv_1d_channels", "conv_forward"),
        r"in\|negated\|\w+\|forward",
        ("the result has the wrong sign", "Try it with one number."),
    ),
    (
        ("learn_filter", "to_image"),
        r"in\|first for all\|.*",
        ("the first row stands for all", "Which index runs over the rows?"),
    ),
    (
        ("box_filter",),
        r"out\|summed over.*",
        ("the filter is a single row", "How many axes has an image?"),
    ),
    (("pad_1d",), r"in\|padding once\|.*", ("zeros stand behind x only", ENDS)),
    (("pad_1d",), r"in\|padding in front\|.*", ("zeros stand in front of x only", ENDS)),
    (("pad_1d",), r"in\|all zeros in front\|.*", ("all zeros stand in front of x", ENDS)),
    (("pad_1d",), r"in\|padding not counted\|.*", ("the line stays as long as x", ENDS)),
    (
        ("pad_1d",),
        r"code\|padding( once)?",
        ("an end does not have as many zeros as `padding` says", ENDS),
    ),
)
