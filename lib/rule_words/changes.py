"""What one changed place in a right solution does, by rule, and a hint."""

BOUNDS = "Where does each loop or slice begin and end?"
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
    "padding": (
        "the padding is left out somewhere{where}",
        "How long is the padded array, and where do the windows, or the input, begin in it?",
    ),
    "plus one": (
        "a count is one too small: `+ 1` is missing{where}",
        "From 0 to n - k there are n - k + 1 places.",
    ),
    "off by one": (
        "a size, or a place where something begins or ends, is off by one or two{where}",
        "Count on your fingers, for a filter of three entries on a line of five.",
    ),
    "one inside": (
        "the 1 is added before the division, not after it{where}",
        "The steps are (n - k + 2p) / s. One more is the window that stands at the beginning.",
    ),
    "last term divided": (
        "only the last term is divided{where}",
        "What does 8 + 4 / 2 give? And (8 + 4) / 2?",
    ),
    "bound": ("a loop or slice ends one step too early{where}", BOUNDS),
    "begin": ("a loop or slice begins at 1{where}", BOUNDS),
    "over": ("a loop or slice goes one step too far{where}", BOUNDS),
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
    "return": (
        "only the first of several steps counts{where}",
        "Does a `return` stand inside a loop? Is an index always 0, or a slice too short?",
    ),
    "copied": (
        "one input is taken for the other{where}",
        "Which of the inputs does each gradient use?",
    ),
}
