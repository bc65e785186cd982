"""What becomes of a result or a gradient, by rule, and a hint; what it is divided by."""

COUNTED = {
    "images": "the number of images",
    "rows": "the number of rows in the batch",
    "filter length": "the length of the filter",
    "filter height": "the height of the filter",
    "taps": "the number of the filter's taps",
    "weights": "the number of weights of a filter",
    "channels": "the number of channels",
    "filters": "the number of filters",
    "window side": "the side of the window",
    "window": "the number of entries in a window",
    "pixels": "the number of pixels of the image",
    "outputs": "the number of outputs",
    "places": "the number of places",
    "images and places": "the number of images and places",
    "height": "the height of the output",
    "columns": "the number of columns",
    "inputs": "the number of inputs",
    "stride": "the stride",
    "square of the stride": "the square of the stride",
    "side times stride": "the window's side times the stride",
    "two": "2",
}

OUTPUT = {
    "images last": (
        "the product's columns are read place by place, and in each image by image",
        "In which order does im2col write its columns: all places of one image first, or the "
        "other way? The reshape has the axes in that order.",
    ),
    "running": (
        "each place of {out} begins with the total of the one before it",
        "Where is the total set to 0? Each place has one of its own.",
    ),
    "last row for all": (
        "each row of {out} is the last one",
        "[[0] * k] * T holds one list, T times: what is written into one of them is in all. "
        "[[0] * k for _ in range(T)] makes T lists.",
    ),
    "reshaped to swap": (
        "{out} {is} reshaped where its first two axes should be swapped",
        "Of which filter and which image are the first numbers of the product, and of the result?",
    ),
    "first row and column left out": (
        "the first row and column of each window are left out",
        "Where does a window begin? A table of sums needs a row and a column of zeros in front.",
    ),
    "last row and column left out": (
        "the last row and column of each window are left out",
        "Where does a window end? The end of a slice is not in it.",
    ),
    "negated": ("{out} {has} the wrong sign", "Which way round is the difference, or the slope?"),
    "absolute": (
        "{out} {loses} the sign: absolute values",
        "Negative numbers are right numbers too.",
    ),
    "not below zero": ("negative numbers in {out} become 0", "Where are they cut off?"),
    "whole": (
        "{out} {is} cut to whole numbers",
        "int() and `//` cut off what comes after the decimal point, and so does an array of "
        "integers that it is written into.",
    ),
    "rounded down": (
        "{out} {is} rounded down to whole numbers",
        "`//` and np.floor do so. `/` makes fractions of whole numbers, too.",
    ),
    "rounded": ("{out} {is} rounded", "Nothing asks for round numbers."),
    "zeros": ("{out} {stays} zero", "Is what you compute ever written there?"),
    "squared": ("{out} {is} squared", "One factor is there twice."),
    "one number": ("{out} {is} added up to one number", "Which shape does it need?"),
    "averaged to one": ("{out} {is} averaged to one number", "Which shape does it need?"),
    "flat": ("{out} {comes} out flat", "Give it back its shape."),
    "transposed": ("rows and columns of {out} are swapped", "Which index comes first?"),
    "smallest": ("the smallest entry is taken, not the largest", "Which one should win?"),
    "first axes swapped": ("the first two axes of {out} are swapped", "Which axis comes first?"),
    "reshaped transposed": (
        "{out} {is} reshaped to swapped axes",
        "reshape keeps the order in memory. To move axes there is transpose.",
    ),
    "reshaped by columns": (
        "{out} {is} written by columns and read by rows",
        "Which index comes first where you write, and where it is read? reshape keeps the order in "
        "memory.",
    ),
    "turned": ("{out} {comes} out turned round, last entry first", "Which index runs backward?"),
    "mirrored": ("{out} {comes} out mirrored, left for right", "Which index runs backward?"),
    "upside down": ("{out} {comes} out upside down", "Which index runs backward?"),
    "one to the right": (
        "{out} {is} shifted by one, to the right",
        "Where does the first window begin?",
    ),
    "one to the left": (
        "{out} {is} shifted by one, to the left",
        "Where does the first window begin?",
    ),
    "last missing": (
        "{out} {is} one too short at the end",
        "From 0 to n - k there are n - k + 1 places.",
    ),
    "first missing": ("{out} {is} one too short in front", "Count the places from 0."),
    "last row missing": (
        "{out} {is} one row too short",
        "From 0 to n - k there are n - k + 1 places.",
    ),
    "both ends missing": (
        "{out} {misses} an entry at each end",
        "What is cut off, and is it padding?",
    ),
    "both last missing": (
        "{out} {is} one too short in both directions",
        "From 0 to n - k there are n - k + 1 places.",
    ),
    "one more": ("{out} {is} one too long", "Count the windows that fit."),
    "one more row": ("{out} {is} one row too long", "Count the windows that fit."),
    "an axis in front": ("{out} {has} an axis too many in front", "Which shape does it need?"),
    "an axis behind": ("{out} {has} an axis too many at the end", "Which shape does it need?"),
    "last axes kept": ("{out} {is} summed over its last axis", "Which axes are summed over?"),
    "upstream itself": ("{out} {is} the upstream gradient itself", "Which shape does it need?"),
    "zeros behind": (
        "{out} {is} as large as the input, with zeros behind",
        "How many windows fit? From 0 to n - k there are n - k + 1 places.",
    ),
    "zeros around": (
        "{out} {is} as large as the input, with zeros around",
        "How many windows fit? From 0 to n - k there are n - k + 1 places.",
    ),
    "last row and column zero": (
        "in {out} the last row and the last column stay 0",
        "Where does each loop or slice end?",
    ),
    "for each weight": (
        "the products are added up for each weight, not for each window",
        "A row of windows gives one number: over which axis does the sum go?",
    ),
    "end of input": (
        "{out} is cut out of the padded one by [p:n], where n is the input's length",
        "In the padded array the input stands from p on. Where does it end?",
    ),
    "only end cut": (
        "{out} {is} cut off at its far end, and keeps the padding in front",
        "In the padded array the input stands from p to p + n.",
    ),
    "only front cut": (
        "{out} {is} cut off in front, and keeps the padding behind",
        "In the padded array the input stands from p to p + n.",
    ),
    "not cut": (
        "{out} {is} that of the padded input: the padding is not cut off",
        "In the padded array the input stands from p to p + n.",
    ),
    "wrong axes": ("{out} {is} summed over the wrong axes", "Which axis of the result stays?"),
    "last use": (
        "an entry of {out} keeps only what it gets last, from one window or tap",
        "What is used several times gets the sum of its gradients: `+=`, not `=`.",
    ),
    "position": (
        "the place of the largest is returned, not its value",
        "argmax says where it is, max how large.",
    ),
    "mean for max": ("the mean is taken, not the largest", "Which one should win?"),
    "sum for max": ("the sum is taken, not the largest", "Which one should win?"),
    "max for mean": ("the largest is taken, not the mean", "Everyone in the window counts."),
    "largest size": ("the largest by absolute value wins", "Which is larger: -5 or 1?"),
    "first of window": (
        "the first entry of each window is taken, not the largest",
        "Which one should win?",
    ),
}
