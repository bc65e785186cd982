"""The sentences for mistakes by rule: what happens, and a hint.

Rules come from the fingerprints (`grading.quality.families`, `grading.quality.variants`).
"""

import re

WHAT = {"forward": "the result", "both": "both gradients", "all": "every gradient"}

UPSTREAM = {
    "ignored": (
        "{out} {does} not use the upstream gradient",
        "The chain rule multiplies by it. What would twice the upstream gradient change?",
    ),
    "zero is missing": (
        "an upstream gradient of zeros counts as not given",
        "For Python 0 is false. Only None means that nothing was given.",
    ),
    "default zero": (
        "the upstream gradient is 0 where none is given",
        "Left out, it is a gradient of ones.",
    ),
    "positive": (
        "only the positive part of the upstream gradient goes back (in {out})",
        "The sign of the upstream gradient decides nothing: what does the forward pass decide by?",
    ),
    "absolute": ("the upstream gradient loses its sign in {out}", "Try it with -1."),
    "sign": ("only the sign of the upstream gradient counts in {out}", "Try it with 2 and with 3."),
    "squared": (
        "the upstream gradient is multiplied in twice in {out}",
        "The chain rule multiplies by it once. Try it with 3.",
    ),
    "summed": (
        "{out} {uses} the sum of the upstream gradient at every place",
        "Each output has an upstream gradient of its own.",
    ),
    "averaged": (
        "{out} {uses} the mean of the upstream gradient at every place",
        "Each output has an upstream gradient of its own.",
    ),
    "first image": (
        "the upstream gradient of the first image is used for all (in {out})",
        "Which index of the upstream gradient runs over the batch?",
    ),
    "last image": (
        "the upstream gradient of the last image is used for all (in {out})",
        "Which index of the upstream gradient runs over the batch?",
    ),
    "first filter": (
        "the upstream gradient of the first filter is used for all (in {out})",
        "Each filter has a map of its own, and an upstream gradient for it.",
    ),
    "first entry": (
        "the first entry of the upstream gradient is used at every place (in {out})",
        "Each output has an upstream gradient of its own: which index does its loop have?",
    ),
    "last entry": (
        "the last entry of the upstream gradient is used at every place (in {out})",
        "Each output has an upstream gradient of its own: which index does its loop have?",
    ),
    "first of each map": (
        "the first entry of each map's upstream gradient is used at every place (in {out})",
        "Each output has an upstream gradient of its own: which index does its loop have?",
    ),
    "everyone": (
        "everyone in a window gets its upstream gradient",
        "Who decided what the window gives? What if another entry had been a little larger?",
    ),
    "only first image": ("{out} {knows} the first image only", "Every image of the batch counts."),
    "only last image": (
        "{out} {knows} the last image only",
        "Every image adds its part. Is something overwritten, or begun anew?",
    ),
    "last filter": (
        "the upstream gradient of the last filter is used for all (in {out})",
        "Each filter has a map of its own, and an upstream gradient for it.",
    ),
    "last place and filter": (
        "only the last place of the last filter counts in {out}",
        "What is used at several places gets the sum of their gradients: `+=`, not `=`.",
    ),
    "only first filter": (
        "{out} {knows} the first filter only",
        "Every filter sends something back.",
    ),
    "only last filter": (
        "{out} {knows} the last filter only",
        "What the filters send back adds up. Is something overwritten?",
    ),
    "only last entry": (
        "only the last output counts in {out}: each one overwrites those before",
        "Where an input is used several times, its gradients add up: `+=`, not `=`.",
    ),
    "only first entry": (
        "only the first output counts in {out}",
        "Does a `return` stand inside the loop?",
    ),
    "last place": (
        "only the last place of each map counts in {out}: each one overwrites those before",
        "What is used at several places gets the sum of their gradients: `+=`, not `=`.",
    ),
    "last place and image": (
        "only the last place of the last image counts in {out}: each one overwrites those before",
        "What is used at several places gets the sum of their gradients: `+=`, not `=`.",
    ),
    "turned": (
        "the upstream gradient is read backwards in {out}",
        "Which output did this window give? Its gradient belongs to it.",
    ),
    "transposed": (
        "rows and columns of the upstream gradient are swapped in {out}",
        "Use a wide image.",
    ),
    "last row missing": (
        "the last row of outputs sends nothing back in {out}",
        "Where does the loop end?",
    ),
    "last place missing": (
        "the last output sends nothing back in {out}",
        "Where does the loop end?",
    ),
    "first row missing": (
        "the first row of outputs sends nothing back in {out}",
        "Where does the loop begin?",
    ),
    "first place missing": (
        "the first output sends nothing back in {out}",
        "Where does the loop begin?",
    ),
    "whole": ("the upstream gradient is cut to whole numbers in {out}", "Which dtype does it get?"),
    "equal share": (
        "everyone in a window gets an equal share of its upstream gradient",
        "That is the gradient of a mean. Who decides what the largest is?",
    ),
    "maximum": (
        "the winner of a window gets its own value, not the upstream gradient",
        "What would twice the upstream gradient change?",
    ),
    "largest size": (
        "the gradient goes to the entry with the largest absolute value",
        "Who wins: -5 or 1?",
    ),
    "first of window": (
        "the gradient goes to the first entry of each window",
        "Who decided what the window gives?",
    ),
    "winner of all": (
        "only the largest of all images and channels gets the gradient of a window",
        "Each channel of each image has its own: over which axes does the maximum go?",
    ),
    "of the tap": (
        "{out} {uses} the upstream gradient at the tap's index, not at the window's",
        "Which output did a product go into? Its gradient belongs to it.",
    ),
}

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
    "two": "2",
}

OUTPUT = {
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
    "rounded": ("{out} {is} rounded", "Nothing asks for round numbers."),
    "zeros": ("{out} {stays} zero", "Is what you compute ever written there?"),
    "squared": ("{out} {is} squared", "One factor is there twice."),
    "one number": ("{out} {is} added up to one number", "Which shape does it need?"),
    "averaged to one": ("{out} {is} averaged to one number", "Which shape does it need?"),
    "flat": ("{out} {comes} out flat", "Give it back its shape."),
    "transposed": ("rows and columns of {out} are swapped", "Which index comes first?"),
    "first axes swapped": ("the first two axes of {out} are swapped", "Which axis comes first?"),
    "reshaped transposed": (
        "{out} {is} reshaped to swapped axes",
        "reshape keeps the order in memory. To move axes there is transpose.",
    ),
    "reshaped by columns": (
        "{out} {is} written by columns and read by rows",
        "reshape keeps the order in memory. To move axes there is transpose.",
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
    "wrong axes": ("{out} {is} summed over the wrong axes", "Which axis of the result stays?"),
    "last use": (
        "in {out} each window overwrites what those before have written",
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
    "first for all": (
        "the first {one} stands for all{where}",
        "Which index runs over them?",
    ),
    "last for all": (
        "the last {one} stands for all{where}",
        "Which index runs over them, and what is kept of those before?",
    ),
    "last missing": ("the last entries of {name} are left out{where}", "Where does the loop end?"),
    "first missing": (
        "the first entries of {name} are left out{where}",
        "Where does the loop begin?",
    ),
    "last row missing": ("the last row of {name} is left out{where}", "Where does the loop end?"),
    "first row missing": (
        "the first row of {name} is left out{where}",
        "Where does the loop begin?",
    ),
    "one to the right": ("{name} is shifted by one{where}", "Where does the window begin?"),
    "one to the left": ("{name} is shifted by one{where}", "Where does the window begin?"),
    "averaged": ("{name} is replaced by its mean{where}", "Each entry counts by itself."),
    "reshaped": (
        "{name} is reshaped where its axes should be swapped{where}",
        "reshape keeps the order in memory. To move axes there is transpose.",
    ),
    "transposed where square": (
        "rows and columns of {name} are swapped{where}",
        "Which index counts rows? A filter that is not square would show it.",
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
        "Does a `return` stand inside the loop, or is something overwritten?",
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
    "looks back": (
        "the windows look back, not forward{where}",
        "The window of place t begins at t and goes on to t + 1.",
    ),
    "begins at t": (
        "the windows begin at t, where t should be their middle{where}",
        "How many entries of the window come before t?",
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
    "windows side by side": (
        "the gradients go to windows side by side, whatever the stride",
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
        "there is padding on one side only{where}",
        "Zeros stand on both sides: 2 * padding more.",
    ),
    "padding in front": ("there is padding in front only{where}", "Zeros stand on both sides."),
    "all zeros behind": (
        "all padding stands at the far end{where}",
        "Where does the first entry stand in the padded array?",
    ),
    "all zeros in front": ("all padding stands in front{where}", "Zeros stand on both sides."),
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

# Changes of one place in a right solution.
CODE = {
    "= for +=": (
        "what should add up is overwritten: `=` in the place of `+=`{where}",
        "Where something is used several times, its parts add up.",
    ),
    "factor": (
        "a factor is missing{where}",
        "Take one product and write down which numbers meet in it.",
    ),
    "plus": (
        "two numbers are added that should be multiplied{where}",
        "Take one product and write down which numbers meet in it.",
    ),
    "term": ("a term is missing{where}", "Take one entry and write down what it is the sum of."),
    "stride": (
        "the stride is missing where a window begins{where}",
        "Window t begins at t * stride.",
    ),
    "upstream": (
        "the upstream gradient is left out{where}",
        "The chain rule multiplies by it. What would twice the upstream gradient change?",
    ),
    "padding": ("the padding is left out{where}", "Both sides have padding: 2 * padding in all."),
    "plus one": (
        "a count is one too small: `+ 1` is missing{where}",
        "From 0 to n - k there are n - k + 1 places.",
    ),
    "bound": ("a loop ends one step too early{where}", "Where do the loops begin and end?"),
    "begin": ("a loop begins at 1{where}", "Where do the loops begin and end?"),
    "over": ("a loop takes one step too many{where}", "Where do the loops begin and end?"),
    "axis": (
        "one axis is used for two{where}",
        "Try it with sizes that all differ: which index belongs to which axis?",
    ),
    "first": (
        "an index is always 0, so that the first stands for all{where}",
        "Which index runs over them?",
    ),
    "padding once": (
        "the padding is counted at one end only{where}",
        "There is padding at both ends.",
    ),
    "index": (
        "one index is taken for another{where}",
        "Try it with sizes that all differ: which index belongs to which axis?",
    ),
    "comparison": (
        "a comparison is off at the border{where}",
        "What should happen if both are equal?",
    ),
    "sign": ("a sign is turned round{where}", "Work one entry out by hand."),
    "unflipped": (
        "something is not turned round that should be{where}",
        "In which order do the weights come?",
    ),
    "transpose": ("a transpose is missing{where}", "Which axis is which?"),
    "divided": ("a division is missing{where}", "What is the sum divided by?"),
    "mean": ("the mean is taken, where the sum should be{where}", "Is it a sum or a mean?"),
    "sum": ("the sum is taken, where the mean should be{where}", "Is it a sum or a mean?"),
    "lowest": ("the smallest is taken for the largest{where}", "Which one should win?"),
    "return": ("it returns in the middle of a loop{where}", "Where does `return` stand?"),
    "copied": (
        "one input is taken for the other{where}",
        "Which of the inputs does each gradient use?",
    ),
}

# Slips in a formula, see grading.quality.choices.
CHOICE = {
    "forward difference": (
        "the rise is measured on one side only, from x to x + h",
        "Central differences go as far below as above.",
    ),
    "backward difference": (
        "the rise is measured on one side only, from x - h to x",
        "Central differences go as far above as below.",
    ),
    "sides swapped": ("the difference is below minus above", "Which way does a slope go up?"),
    "one step": ("the rise is divided by h", "How far is it from x - h to x + h?"),
    "two steps": ("the rise over one step is divided by 2 * h", "How far was the step?"),
    "not divided": ("the rise is not divided by the step", "A slope is a rise over a distance."),
    "multiplied": ("the rise is multiplied by the step", "A slope is a rise over a distance."),
    "step ignored": ("the step h is ignored", "h is an argument: try it with h=0.5."),
    "whole steps": (
        "the step is lost in an array of whole numbers",
        "1 + 1e-5 in an array of integers is 1. Which dtype does the copy have?",
    ),
    "flat copy": (
        "a flattened copy is moved, and f never sees it",
        "ravel and reshape give a view only where the memory allows it.",
    ),
    "not put back": (
        "an entry is not put back before the next one moves",
        "A partial derivative moves one entry and leaves the others.",
    ),
    "buffer like x": (
        "the slopes are kept in the dtype of x",
        "zeros_like takes over the dtype of its argument. What of whole numbers?",
    ),
    "padding once": (
        "the padding is counted at one end only",
        "There is padding at both ends.",
    ),
    "no padding": ("the padding is left out", "There is padding at both ends."),
    "no plus one": (
        "a count is one too small: `+ 1` is missing",
        "From 0 to n - k there are n - k + 1 places.",
    ),
    "float size": ("the size is a float", "`/` always makes a float; `//` divides whole numbers."),
    "rest unchecked": (
        "a stride that leaves a rest raises no error",
        "What does the task say where the result is not whole?",
    ),
    "length unchecked": (
        "a window that does not fit raises no error",
        "What does the task say of k > n + 2 * padding?",
    ),
    "stride unchecked": ("a stride below 1 raises no error", "Which strides make sense?"),
    "padding unchecked": ("a negative padding raises no error", "Which paddings make sense?"),
    "not shifted": (
        "the lowest value is not subtracted",
        "The lowest value must come out as 0.",
    ),
    "by the largest": (
        "it is divided by the largest value, where the range should be",
        "How far is it from the lowest value to the highest?",
    ),
    "by the largest size": (
        "it is divided by the largest absolute value, where the range should be",
        "How far is it from the lowest value to the highest?",
    ),
    "little added": (
        "something small is added to the divisor",
        "What becomes of a map whose numbers are smaller than that? And of 254.9999, cut off?",
    ),
    "up to 256": ("white comes out as 256", "The largest number of a uint8 is 255."),
    "white is low": ("low comes out white, and high black", "Which end is black?"),
    "floats stay": ("floats are returned, not uint8", "Which dtype does the task ask for?"),
    "constant divided": (
        "a constant map is divided by 0",
        "Its lowest and highest values are the same: what is their difference?",
    ),
    "constant white": ("a constant map comes out white", "The task says what it becomes."),
    "by the side": ("it is divided by the side of the window", "How many entries has a window?"),
    "by nine": ("it is always divided by 9", "How many entries has a window of side k?"),
    "by eight": ("the blur is divided by 8", "A 3 x 3 window has a middle too."),
    "not averaged": ("the sum of a window is taken, not the mean", "How many entries are there?"),
    "always 3 x 3": ("the filter is always 3 x 3", "The side is an argument."),
    "amount ignored": ("the amount is ignored", "It is an argument: try it with 0."),
    "other default": ("the amount has another default", "The line with `def` names it."),
    "identity matrix": (
        "ones stand along the diagonal",
        "Which filter gives the image back? It has a single 1.",
    ),
    "identity of ones": (
        "ones stand everywhere, where one pixel is copied",
        "Which filter gives the image back? It has a single 1.",
    ),
    "identity once": (
        "the image is taken once, whatever the amount",
        "With amount a it is taken 1 + a times.",
    ),
    "amount for middle": (
        "the image is taken as often as the amount says",
        "With amount a it is taken 1 + a times.",
    ),
    "blur once": ("the blur is taken once, whatever the amount", "It is taken `amount` times."),
    "blur added": ("the blur is added", "Sharpening takes the blur away."),
    "middle without blur": (
        "the blur is not taken from the middle",
        "The mean of a window contains its middle.",
    ),
    "no two": ("the 2 of the square's slope is missing", "What is the slope of e**2?"),
    "sum for mean": (
        "the errors are summed, where the mean should be taken",
        "The loss is a mean: over how many numbers?",
    ),
    "mean of image": (
        "the mean is taken over the pixels of the image",
        "The loss is a mean over the map.",
    ),
    "mean of taps": ("the mean is taken over the filter", "The loss is a mean over the map."),
    "mean twice": ("the mean is taken twice", "The loss divides by the number of places once."),
    "starts at ones": ("the search starts at ones", "The task names the start."),
    "step too many": ("one step too many is made", "How often does the loop run?"),
    "step too few": ("one step is left out", "How often does the loop run?"),
    "first step only": ("only the first step is made", "Where does `return` stand?"),
    "error once": (
        "the error is computed once, before the steps",
        "With the new filter the map is another one.",
    ),
    "gradient transposed": (
        "rows and columns of the gradient are swapped",
        "Weight (u, v) met the pixels u further down and v to the right.",
    ),
    "gradient turned": ("the gradient is turned round", "Which pixels did weight (0, 0) meet?"),
    "rate left out": ("the learning rate is left out", "A step is lr times the gradient."),
    "uphill": ("the step goes uphill", "The gradient points to where the loss grows."),
    "less gradient": (
        "the gradient is multiplied by 1 - momentum",
        "Write down the formula of the task for one step.",
    ),
    "rate twice": ("the learning rate is multiplied in twice", "It belongs to one place."),
    "momentum ignored": ("the momentum is ignored", "What is left of the last step's velocity?"),
    "nothing forgotten": (
        "the velocity is kept whole",
        "Only `momentum` times the old velocity is left.",
    ),
    "last gradient": (
        "the last gradient is kept, not the velocity",
        "Try three steps: what does the third know of the first?",
    ),
    "looks ahead": ("the momentum is counted twice", "w = w - lr * v, with the new v."),
    "written into params": (
        "it writes into the parameters that were given",
        "Nothing given is changed: make a new dict.",
    ),
    "not shifted down": (
        "exp is taken of logits as large as they come",
        "What is exp(1000)? Which number may be taken from all logits of a row?",
    ),
    "log of almost": (
        "something small is added inside the log",
        "It shows in each loss. What makes the log safe without it?",
    ),
    "loss below zero": ("the loss has the wrong sign", "The log of a probability is below zero."),
    "loss summed": ("the losses are summed", "A mean is asked for."),
    "no minus one": (
        "the probabilities are returned as they are",
        "What happens to that of the right answer?",
    ),
    "gradient turned round": ("the gradient has the wrong sign", "Should it make the loss grow?"),
    "gradient summed": (
        "the gradient is not divided by the number of rows",
        "The loss is a mean over the rows.",
    ),
    "by the answers": (
        "the gradient is divided by the number of answers, not of rows",
        "The loss is a mean over the rows.",
    ),
    "by the answers too": (
        "the gradient is divided by the number of answers as well",
        "The loss is a mean over the rows.",
    ),
    "dloss ignored": ("dloss is ignored", "The chain rule multiplies by it."),
    "sign of error": (
        "only the sign of the error counts",
        "The slope of e**2 grows with e; that of the absolute value does not.",
    ),
    "no relu": (
        "the block has no ReLU going forward",
        "What does the block give where all products are negative?",
    ),
    "absolute": ("negative products become positive", "max(a, 0) is not the absolute value."),
    "pool mean": ("the block takes the mean of its places, not the largest", "Which place wins?"),
    "pool sum": ("the block adds up its places, and takes not the largest", "Which place wins?"),
    "pool min": ("the smallest is taken for the largest", "Which place wins?"),
    "pool place": (
        "the place of the largest is returned, not its value",
        "argmax says where it is, max how large.",
    ),
    "dz ignored": (
        "the upstream gradient is not used",
        "The chain rule multiplies by it. What would twice the upstream gradient change?",
    ),
    "winner without relu": (
        "a block that is dead sends a gradient back",
        "Where the ReLU has given 0, what does a little more input change?",
    ),
    "winner of x": (
        "the winner is looked for in x, not in what came out of the ReLU",
        "What did the pool get? Try a negative filter.",
    ),
    "shares of a mean": (
        "every place gets an equal share of the gradient",
        "That is the gradient of a mean. Who decided what the block gives?",
    ),
    "everyone passes": (
        "every place gets the gradient, not the winner alone",
        "Who decided what the block gives?",
    ),
    "dead passes": (
        "the ReLU lets the gradient of dead places through",
        "Where the ReLU has given 0, what does a little more input change?",
    ),
    "dx without w": ("dx is not multiplied by the filter", "What is the slope of x * w by x?"),
    "dx by x": ("dx is multiplied by x, where the filter belongs", "What is the slope by x?"),
    "dw without x": ("dw is not multiplied by the input", "What is the slope of x * w by w?"),
    "dw by w": ("dw is multiplied by w, where the input belongs", "What is the slope by w?"),
    "dw times w": ("dw is multiplied by the filter as well", "What is the slope of x * w by w?"),
    "dw not summed": ("dw is not added up", "One filter was used at every place."),
    "ids from one": (
        "the rows of the table are counted from 1",
        "Word 0 has the first row: what is table[-1]?",
    ),
    "rows from one": (
        "the gradient's rows are counted from 1",
        "Word 0 has the first row: what is dtable[-1]?",
    ),
    "channels first": ("the axes of words and of their numbers are swapped", "(N, T, D), it says."),
    "only first sentence": (
        "dtable knows the first sentence only",
        "Every sentence of the batch counts. Does a `return` stand in the loop?",
    ),
    "only last sentence": (
        "dtable knows the last sentence only",
        "Every sentence adds its part. Is something overwritten, or begun anew?",
    ),
    "words counted": (
        "words are counted: dtable does not use the upstream gradient",
        "The chain rule multiplies by it.",
    ),
    "word overwritten": (
        "a word that comes twice keeps its last gradient only",
        "What is used several times gets the sum of its gradients: `+=`, not `=`.",
    ),
    "word averaged": (
        "a word's gradient is divided by how often it occurs",
        "What is used several times gets the sum of its gradients.",
    ),
}

# What an exercise calls one of its batch, where it is no image.
BATCH = {
    "conv_backward": "row of outputs",
    "conv_1d_backward": "place",
    "conv_1d_unrolled_backward": "place",
    "MaxPool1D": "place",
    "Conv1D": "place",
    "Conv1DVector": "place",
    "conv_1d_channels": "line",
    "conv_1d_channels_backward": "line",
    "Dense": "row",
    "SoftmaxCrossEntropy": "row",
    "Embedding": "sentence",
    "TextConv": "sentence",
    "MaxOverTime": "sentence",
    "ConvBlockBatch": "row",
}
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
    "conv_1d_channels",
    "conv_forward",
    "conv2d_forward",
    "im2col",
    "conv2d_im2col",
    "MaxPool1D",
    "MaxPool2D",
    "AvgPool2D",
    "Conv1DVector",
    "Conv1DBank",
    "TextConv",
)
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
    "summed over",
    "one number",
    "averaged to one",
    "flat",
    "last missing",
    "first missing",
    "last row missing",
    "both ends missing",
    "both last missing",
    "one more",
    "an axis",
    "last axes kept",
)

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
    idea, hint = _words(rule)
    if name and name not in VALID and hint in COUNTING:
        hint = ONE_EACH if name in SAME else "Which shape should it have? Take the smallest input."
    found = (re.sub(r"\bimage", one, text) for text in (idea, hint))
    return tuple(text.replace("rows in the batch", f"{one}s in the batch") for text in found)


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
            "Does a `return` stand inside the loop?",
        )
        return _filled(text, out)
    if rule.startswith("last missing along"):
        return _filled(
            (f"the last entry along axis {axis} of {{out}} stays 0", "Where does the loop end?"),
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
        "X2": "row",
        "x2": "row",
        "A2": "row",
    }.get(name, "image")
    name = name.rstrip("2")
    return _filled(INPUT[rule], out, where=where, name=name, one=one)


def _where(out):
    if out in ("forward", ""):
        return ""
    return f", in {WHAT.get(out, out)}"


def _filled(texts, out, **more):
    several = out in ("both", "all")
    forms = dict(zip(FORMS["his"], FORMS["their" if several else "his"], strict=True))
    what = WHAT.get(out, out)
    return tuple(text.format(out=what, **forms, **more) for text in texts)
