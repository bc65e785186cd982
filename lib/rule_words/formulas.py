"""Slips in a formula, see `grading.quality.choices`: what happens, and a hint."""

CHOICE = {
    "forward difference": (
        "the rise is measured on one side only, from x to x + h",
        "Central differences go as far below as above.",
    ),
    "backward difference": (
        "the rise is measured on one side only, from x - h to x",
        "Central differences go as far above as below.",
    ),
    "sides swapped": ("the difference is f below minus f above", "Which way does a slope go up?"),
    "one step": ("the rise is divided by h", "How far is it from x - h to x + h?"),
    "two steps": ("the rise over one step is divided by 2 * h", "How far was the step?"),
    "not divided": ("the rise is not divided by the step", "A slope is a rise over a distance."),
    "multiplied": ("the rise is multiplied by the step", "A slope is a rise over a distance."),
    "step ignored": ("the step h is ignored", "h is an argument: try it with h=0.5."),
    "whole steps": (
        "the step is lost in an array of whole numbers",
        "1 + 1e-5 in an array of integers is 1. Which dtype has the array in which you step?",
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
    "one inside": (
        "the 1 is added before the division, not after it",
        "The steps are (n - k + 2p) / s. One more is the window that stands at the beginning.",
    ),
    "one in divisor": (
        "the 1 is added to the stride, not to the number of steps",
        "The steps are (n - k + 2p) / s. Which of `+` and `//` is done first?",
    ),
    "last term divided": ("only the last term is divided", "What does 8 + 4 / 2 give?"),
    "steps relative": (
        "the step grows with the entry, and the rise is divided by 2 * h",
        "How far is it from the lower point to the upper one?",
    ),
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
        "the map is divided by its largest value, where the range should be",
        "How far is it from the lowest value to the highest?",
    ),
    "by the largest size": (
        "the map is divided by its largest absolute value, where the range should be",
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
    "by the side": ("the sum of a window is divided by its side", "How many entries has a window?"),
    "by nine": (
        "the sum of a window is always divided by 9",
        "How many entries has a window of side k?",
    ),
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
    "gradient forgotten": (
        "the gradient is multiplied by the momentum",
        "Write down the formula of the task for one step.",
    ),
    "later forgotten": (
        "from the second step on the gradient is multiplied by the momentum",
        "Write down the formula of the task for one step.",
    ),
    "rest kept": (
        "the old velocity is multiplied by 1 - momentum",
        "`momentum` times the old velocity is left.",
    ),
    "first gradient lost": (
        "the first gradient moves nothing",
        "What is the velocity after the first step: 0, or momentum * 0 plus the gradient?",
    ),
    "rate twice": ("the learning rate is multiplied in twice", "It belongs to one place."),
    "one velocity": (
        "all weights share one velocity",
        "Each weight remembers its own steps, under its name.",
    ),
    "momentum ignored": ("the momentum is ignored", "What is left of the last step's velocity?"),
    "nothing forgotten": (
        "the velocity is kept whole",
        "Only `momentum` times the old velocity is left.",
    ),
    "velocity turned": (
        "momentum times the old velocity is taken off, not added",
        "Write down the formula of the task for one step.",
    ),
    "last gradient": (
        "the last gradient is kept, not the velocity",
        "Try three steps: what does the third know of the first?",
    ),
    "looks ahead": ("the momentum is counted twice", "w = w - lr * v, with the new v."),
    "written into params": (
        "the parameters that were given are written into",
        "Nothing given is changed: make a new dict.",
    ),
    "not shifted down": (
        "exp is taken of logits as large as they come",
        "What is exp(1000)? Which number may be taken from all logits of a row?",
    ),
    "largest of all": (
        "the largest logit of the whole batch is taken from each row",
        "Of a row that lies far below it, exp leaves 0. Each row has a largest of its own.",
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
    "error turned": (
        "the error is turned round before it meets the image",
        "convolve2d turns its second array round, correlate2d does not. Which gives the gradient?",
    ),
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
    "pool sum": (
        "the block adds up its places, and does not take the largest",
        "Which place wins?",
    ),
    "pool min": ("the smallest is taken for the largest", "Which place wins?"),
    "pool place": (
        "the place of the largest is returned, not its value",
        "argmax says where it is, max how large.",
    ),
    "dz ignored": (
        "the upstream gradient is not used",
        "The chain rule multiplies by it. What would twice the upstream gradient change?",
    ),
    "dz positive": (
        "a negative upstream gradient becomes 0",
        "The ReLU cut off what was negative going forward. dz may be negative.",
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
    "gate of x": (
        "going back, the ReLU's mask is that of x, not of x * w",
        "What did the ReLU get? Try a negative filter.",
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
        "Every sentence of the batch counts. Does a `return` stand in a loop?",
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
    "once a sentence": (
        "a word that comes twice counts once",
        "Each of its places sends a gradient of its own to the word's row.",
    ),
    "last of a sentence": (
        "a word that comes twice in a sentence keeps its last gradient there",
        "Each of its places sends a gradient of its own. With a list of rows, `+=` adds once.",
    ),
    "word averaged": (
        "a word's gradient is divided by how often it occurs",
        "What is used several times gets the sum of its gradients.",
    ),
}
