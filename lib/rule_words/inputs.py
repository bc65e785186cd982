"""What becomes of an input, a bias, a stride or a padding, by rule, and a hint."""

BIAS = {
    "forgotten": ("the bias is forgotten", "Each filter adds its bias, once."),
    "first for all": ("every filter gets the first bias", "Each filter has a bias of its own."),
    "at each tap": (
        "the bias is added for each product of a window",
        "A window adds its bias once, when its products are summed.",
    ),
    "for each channel": ("the bias is added once for each channel", "A window adds its bias once."),
    "twice": ("the bias is added twice", "A window adds its bias once."),
    "negated": ("the bias is subtracted", "It is added."),
    "turned": ("the biases are taken in reverse order", "Which bias belongs to which filter?"),
    "summed": ("every filter gets the sum of the biases", "Each filter has a bias of its own."),
}

INPUT = {
    "turned": (
        "{name} is turned round, last entry first{where}",
        "Convolution here is cross-correlation: which entry of the window does each weight meet?",
    ),
    "mirrored": ("{name} is mirrored, left for right{where}", "Which entry does each weight meet?"),
    "upside down": ("{name} is turned upside down{where}", "Which entry does each weight meet?"),
    "transposed": ("rows and columns of {name} are swapped{where}", "Which index counts rows?"),
    "absolute": ("{name} loses its sign{where}", "Try it with a negative number."),
    "not below zero": (
        "negative entries of {name} count as 0{where}",
        "Try it with a negative number.",
    ),
    "negated": ("{name} is taken with the wrong sign{where}", "Try it with one number."),
    "whole": ("{name} is cut to whole numbers{where}", "Which dtype does it get?"),
    "ones": (
        "{name} is left out of the product{where}",
        "Which two numbers does each product have?",
    ),
    "squared": (
        "{name} is multiplied in twice{where}",
        "Which two numbers does each product have?",
    ),
    "first channel": ("only the first channel of {name} counts{where}", "All channels add up."),
    "last channel": (
        "only the last channel of {name} counts{where}",
        "The channels add up: is something overwritten, or begun anew for each channel?",
    ),
    "first column": (
        "only the first column of {name} counts{where}",
        "Over which axes does the sum go? Does an index stay 0?",
    ),
    "last column": (
        "only the last column of {name} counts{where}",
        "The columns add up: is something overwritten?",
    ),
    "first row": (
        "only the first row of {name} counts{where}",
        "Does a `return` stand inside a loop, or does an index stay 0?",
    ),
    "last row": (
        "only the last row of {name} counts{where}",
        "The rows add up: is something overwritten?",
    ),
    "first for all": (
        "the first {one} stands for all{where}",
        "Which index runs over them?",
    ),
    "summed over filters": (
        "the sum of all filters stands for each of them{where}",
        "Each filter meets its own upstream gradient: multiply first, and add up afterwards.",
    ),
    "last for all": (
        "the last {one} stands for all{where}",
        "Which index runs over them, and what is kept of those before?",
    ),
    "last missing": (
        "the last entries of {name} are left out{where}",
        "Where does the loop or slice end?",
    ),
    "first missing": (
        "the first entries of {name} are left out{where}",
        "Where does the loop or slice begin?",
    ),
    "last row missing": (
        "the last row of {name} is left out{where}",
        "Where does the loop or slice end?",
    ),
    "first row missing": (
        "the first row of {name} is left out{where}",
        "Where does the loop or slice begin?",
    ),
    "one to the right": ("{name} is shifted by one{where}", "Where does the window begin?"),
    "one to the left": ("{name} is shifted by one{where}", "Where does the window begin?"),
    "averaged": ("{name} is replaced by its mean{where}", "Each entry counts by itself."),
    "reshaped": (
        "{name} is reshaped where its axes should be swapped{where}",
        "reshape keeps the order in memory. To move axes there is transpose.",
    ),
    "reshaped back": (
        "{name} is reshaped where its axes should be swapped{where}",
        "reshape keeps the order in memory. To move axes there is transpose.",
    ),
    "reshaped rows": (
        "{name} is reshaped where its axes should be swapped{where}",
        "reshape keeps the order in memory. To move axes there is transpose.",
    ),
    "reshaped filters last": (
        "{name} is reshaped where its axes should be swapped{where}",
        "reshape keeps the order in memory. To move axes there is transpose.",
    ),
    "transposed where square": (
        "rows and columns of {name} are swapped{where}",
        "Which index counts rows? Sizes that differ would show it.",
    ),
    "only last tap": (
        "only the last product of each window counts{where}",
        "The products add up: `+=`, not `=`.",
    ),
    "only last tap of each": (
        "only the last product of each window counts{where}",
        "The products add up: `+=`, not `=`.",
    ),
    "only first tap": (
        "only the first product of each window counts{where}",
        "Does a `return` stand inside a loop, or is something overwritten?",
    ),
    "channels turned": (
        "the channels of {name} are taken in reverse order{where}",
        "Which meets which?",
    ),
    "turned in depth": (
        "{name} is turned round, its channels as well{where}",
        "Which meets which?",
    ),
    "mean of taps": (
        "the products of each window are averaged, not added up{where}",
        "A sum is asked for, or a mean?",
    ),
    "mean of weights": (
        "the products of each window are averaged, over the channels too, not added up{where}",
        "A sum is asked for, or a mean?",
    ),
    "row sums": (
        "each window meets {name} in a matrix product, not entry by entry{where}",
        "`@` multiplies rows with columns; `*` multiplies entries that stand in the same place.",
    ),
    "turned by 90": (
        "{name} is turned by a quarter, not by a half{where}",
        "Which entry does each weight meet?",
    ),
    "turned back by 90": (
        "{name} is turned by a quarter, not by a half{where}",
        "Which entry does each weight meet?",
    ),
    "first channel for all": (
        "the first channel of {name} stands for all{where}",
        "Which index runs over the channels?",
    ),
    "whole windows only": (
        "a window counts only where it lies inside x{where}",
        "The result is as long as x. What stands beyond the ends?",
    ),
    "looks back": (
        "the windows look back, not forward{where}",
        "The window of place t begins at t and goes on to t + 1.",
    ),
    "begins at t": (
        "the windows begin at t, where t should be their middle{where}",
        "How many entries of the window come before t?",
    ),
    "one place late": (
        "the windows begin one place too late{where}",
        "Which entries does the window of x[0] cover, for a filter of five?",
    ),
    "one place early": (
        "the windows begin one place too early{where}",
        "Which entries does the window of x[0] cover, for a filter of five?",
    ),
    "ends at t": (
        "the windows end at t, where t should be their middle{where}",
        "How many entries of the window come before t?",
    ),
    "shifted last to first": (
        "{name} is shifted by one{where}",
        "Which entry does each weight meet?",
    ),
}

OPTION = {
    "stride 1": ("the stride is ignored{where}", "Window t begins at t * stride."),
    "thinned": (
        "the stride picks every s-th entry of the input{where}",
        "The stride moves the window. Inside a window neighbours stay neighbours.",
    ),
    "windows side by side": (
        "the gradients go to windows that stand side by side, whatever the stride",
        "Window t begins at t * stride, going back as going forward.",
    ),
    "stride as filter": (
        "the windows never overlap: the stride is the length of a window{where}",
        "The stride is an argument of its own.",
    ),
    "windows not strided": (
        "the windows begin at 0, 1, 2, ..., whatever the stride{where}",
        "There are as many windows as there should be. Where does window t begin?",
    ),
    "rows not strided": (
        "the stride is left out for the rows{where}",
        "The window in row i begins at i * stride, and so for the columns.",
    ),
    "columns not strided": (
        "the stride is left out for the columns{where}",
        "The window in column j begins at j * stride, as for the rows.",
    ),
    "stride defaults to 1": (
        "the stride is 1 if it is not given{where}",
        "Left out, the stride is the size of the window.",
    ),
    "padding ignored": (
        "the padding is ignored{where}",
        "What is beyond the border counts as zero.",
    ),
    "padding 1": ("the padding is always 1{where}", "It is an argument: try 0 and 2."),
    "padding once": (
        "windows reach into the zeros behind the input, and not into those in front{where}",
        "Zeros stand on both sides: 2 * padding more. Where does the first window begin?",
    ),
    "padding in front": (
        "windows reach into the zeros in front of the input, and not into those behind{where}",
        "Zeros stand on both sides, and the size counts both: 2 * padding.",
    ),
    "all zeros behind": (
        "the first window begins where the input begins, and all zeros stand behind{where}",
        "Zeros stand on both sides. Where does the first entry stand in the padded array?",
    ),
    "all zeros in front": (
        "the last window ends where the input ends, and all zeros stand in front{where}",
        "Zeros stand on both sides. Where does the first entry stand in the padded array?",
    ),
    "padding not counted": (
        "there are as many windows as without padding, and the first of them begins in it{where}",
        "How long is the padded line? The number of windows is (n - k + 2p) // s + 1.",
    ),
    "rows padded only": (
        "the padding stands above and below only{where}",
        "Columns of zeros stand left and right as well.",
    ),
    "columns padded only": (
        "the padding stands left and right only{where}",
        "Rows of zeros stand above and below as well.",
    ),
    "padding twice": ("there is twice as much padding{where}", "Padding counts for each side."),
    "padding edge": (
        "the border is repeated, where zeros should stand{where}",
        "Padding is zeros.",
    ),
    "padding reflect": (
        "the border is reflected, where zeros should stand{where}",
        "Padding is zeros.",
    ),
    "padding wrap": ("the padding is taken from the other end{where}", "Padding is zeros."),
    "padding ones": ("the padding is of ones{where}", "Padding is zeros."),
}
