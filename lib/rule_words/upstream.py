"""What happens to the upstream gradient, by the rule that changes it, and a hint."""

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
    "first in all": (
        "the winner is looked for by its value in all of the input, and another entry that equals "
        "it gets its gradient",
        "Look for it in its own window alone, and add where the window begins.",
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
        "Each filter has an upstream gradient of its own.",
    ),
    "first entry": (
        "the first entry of the upstream gradient is used at every place (in {out})",
        "Each output has an upstream gradient of its own: which index picks it?",
    ),
    "last entry": (
        "the last entry of the upstream gradient is used at every place (in {out})",
        "Each output has an upstream gradient of its own: which index picks it?",
    ),
    "first of each map": (
        "the first entry of each map's upstream gradient is used at every place (in {out})",
        "Each output has an upstream gradient of its own: which index picks it?",
    ),
    "ties in full": (
        "each of several that are the largest gets all of the window's gradient",
        "What the window hands back sums to its upstream gradient. How many shares are there?",
    ),
    "not spread": (
        "{out} {is} made as with a stride of 1",
        "The window of output t began at t * stride, so dx gets its share from there on. A full "
        "convolution needs stride - 1 zeros between the entries of the upstream gradient.",
    ),
    "sign decides": (
        "the sign of the upstream gradient decides what passes, in {out}",
        "What passes is decided by what stood before the ReLU.",
    ),
    "windows overwrite": (
        "an entry of {out} keeps only what it gets from the last window that it lies in",
        "An entry that lies in several windows gets something from each: `+=`, not `=`.",
    ),
    "everyone": (
        "everyone in a window gets its upstream gradient",
        "Who decided what the window gives? What if another entry had been a little larger?",
    ),
    "only first image": ("{out} {knows} the first image only", "Every image of the batch counts."),
    "only last group": (
        "{out} {knows} the last group of sixteen images only",
        "Every group adds its part: `+=`, not `=`.",
    ),
    "placed by size": (
        "the winner of window t is placed as if the window began at t * size",
        "In forward it begins at t * stride.",
    ),
    "blown up": (
        "each entry of the upstream gradient becomes a block, and the blocks stand side by side",
        "Windows may overlap, or leave gaps: each share belongs where its window begins.",
    ),
    "only last image": (
        "{out} {knows} the last image only",
        "Every image adds its part. Is something overwritten, or begun anew?",
    ),
    "last filter": (
        "the upstream gradient of the last filter is used for all (in {out})",
        "Each filter has an upstream gradient of its own.",
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
        "What each filter sends back adds up. Is something overwritten?",
    ),
    "only last entry": (
        "only the last output counts in {out}",
        "What is used several times gets the sum of its gradients: `+=`, not `=`.",
    ),
    "only first entry": (
        "only the first output counts in {out}",
        "Does a `return` stand inside a loop, or is an index always 0?",
    ),
    "only first place": (
        "only the first place of each map counts in {out}",
        "What is used at several places gets the sum of their gradients.",
    ),
    "last place": (
        "only the last place of each map counts in {out}",
        "What is used at several places gets the sum of their gradients: `+=`, not `=`.",
    ),
    "last place and image": (
        "only the last place of the last image counts in {out}",
        "What is used at several places gets the sum of their gradients: `+=`, not `=`.",
    ),
    "turned": (
        "the upstream gradient is read backwards in {out}",
        "Which output did this window give? Its gradient belongs to it.",
    ),
    "transposed": (
        "rows and columns of the upstream gradient are swapped in {out}",
        "Try it with sizes that differ.",
    ),
    "last row missing": (
        "the last row of outputs sends nothing back in {out}",
        "Where does the loop or slice end?",
    ),
    "last place missing": (
        "the last output sends nothing back in {out}",
        "Where does the loop or slice end?",
    ),
    "first row missing": (
        "the first row of outputs sends nothing back in {out}",
        "Where does the loop or slice begin?",
    ),
    "first place missing": (
        "the first output sends nothing back in {out}",
        "Where does the loop or slice begin?",
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
    "after the winner": (
        "the gradient goes to the entry after the winner",
        "At which index does the winner stand? Count from 0, in the array that you write into.",
    ),
    "before the winner": (
        "the gradient goes to the entry before the winner",
        "At which index does the winner stand? Count from 0, in the array that you write into.",
    ),
    "all to the largest": (
        "the gradient goes to the largest entry of each window alone",
        "Everyone in the window counted: that is the gradient of a maximum.",
    ),
    "first of window": (
        "the gradient goes to the first entry of each window",
        "Who decided what the window gives?",
    ),
    "share of the first": (
        "only the first entry of each window gets its share of the gradient",
        "Everyone in the window counted. Does a loop over the window end early, or is it missing?",
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
