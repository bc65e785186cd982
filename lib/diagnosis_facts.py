"""What can be seen of a wrong answer without knowing any mistake: its form, its dtype, its error.

Each fact is an `Idea` of the kind "fact", which explains the places where it shows.
"""

import re
import traceback

import numpy as np

from lib.diagnosis_asking import is_exact
from lib.diagnosis_explain import is_plain
from lib.diagnosis_known import Idea
from lib.diagnosis_sizes import meeting, sizes_of
from lib.probes import argument_names, output_labels

NO_RETURN = "it returns nothing", "Is there a `return` at the end, and not only inside an `if`?"
LISTED = "a list is returned, not an array", "np.array(...) makes an array of a list."
TURNED = {
    ("dict", "items"): (
        "the gradients are returned as a tuple",
        "They belong in a dict, under the inputs' names.",
    ),
    ("items", "dict"): (
        "the gradients are returned as a dict",
        "They are returned as a tuple, in the order of forward's arguments.",
    ),
    ("items", "array"): (
        "only one gradient is returned",
        "forward has more than one argument: each gets its gradient.",
    ),
    ("items", "number"): (
        "only one gradient is returned",
        "forward has more than one argument: each gets its gradient.",
    ),
    ("dict", "array"): (
        "one array is returned, not a dict of gradients",
        "Each input gets a gradient, under its name.",
    ),
    ("dict", "number"): (
        "one number is returned, not a dict of gradients",
        "Each input gets a gradient, under its name.",
    ),
    ("array", "items"): ("more than one thing is returned", "One array is asked for."),
    ("number", "items"): ("more than one thing is returned", "One number is asked for."),
    ("array", "dict"): ("a dict is returned, not an array", "One array is asked for."),
    ("number", "array"): (
        "an array is returned, not a number",
        "Add it up, or take the entry out.",
    ),
    ("array", "number"): (
        "a number is returned, not an array",
        "Which shape should the result have?",
    ),
    ("number", "None"): NO_RETURN,
    ("array", "None"): NO_RETURN,
    ("dict", "None"): NO_RETURN,
    ("items", "None"): NO_RETURN,
    ("array", "list"): LISTED,
    ("dict", "list"): (
        "the gradients are returned as a list",
        "They belong in a dict, under the inputs' names.",
    ),
    ("number", "list"): ("a list is returned, not a number", "Add it up, or take the entry out."),
}

DTYPE = (
    "{what} has the dtype {dtype}, where float64 is asked for",
    "Products, np.where and zeros_like keep the dtype of what they are given: of ints come ints, of "
    "float32 seven digits. np.asarray(..., dtype=np.float64) is a cure.",
)
TRUTH = (
    "fact truth",
    "True and False are returned, where numbers are asked for",
    "Of which type are the entries? Ask for the dtype; astype(float) makes numbers of them.",
)
NAN = "0 / 0 is nan, and so is inf / inf. When is the divisor 0, or a number too large for exp?"

_ERRORS = [
    (
        r"truth value of an array",
        "an array is asked whether it is true or false",
        "`if a == None`, `not a`, `a or b`, `max(a, b)` ask an array for one answer, and it has many. "
        "`a is None` asks whether it was given; np.maximum compares entry by entry.",
    ),
    (
        r"inhomogeneous shape",
        "windows of different lengths are put into one array",
        "At the end of the line the slices get shorter. Which numbers stand beyond the end?",
    ),
    (
        r"'float' object cannot be interpreted|slice indices must be integers|only integers, slices"
        r"|expected a sequence of integers|'(numpy\.)?float64' object cannot be"
        r"|must be of integral type|integer argument expected|must be an integer"
        r"|used as indices must be of integer|must be integers or slices, not (numpy\.)?float",
        "a float is used as a size or an index",
        "`/` always makes a float, and so do np.zeros and np.ones; `//` divides whole numbers, and "
        "dtype=int makes whole ones.",
    ),
    (
        r"Cannot cast ufunc|Cannot cast from|same_kind",
        "floats are added into a buffer of whole numbers",
        "Integer arrays are made by zeros_like of integers. Which dtype does the buffer need?",
    ),
    (
        r"__init__\(\) missing \d+ required positional arguments?: '(?P<name>\w+)'",
        "__init__ asks for `{name}`, which it is not given",
        "Compare its `def` with the one that stood there. What a layer works on comes to forward.",
    ),
    (
        r"missing \d+ required positional arguments?: '(?P<name>\w+)'",
        "`{name}` has no default",
        "It may be left out: give it the default that the task names.",
    ),
    (
        r"(?P<name>\w+\.\w+)\(\) takes (from )?\d+.* positional arguments? but",
        "{name} takes too few arguments",
        "In a class each `def` begins with self. Compare the line with the one that was given.",
    ),
    (
        r"takes (from )?\d+.* positional arguments? but",
        "it takes too few arguments",
        "Compare the line that begins with `def` with the one that was given.",
    ),
    (
        r"unexpected keyword argument '(?P<name>\w+)'",
        "there is no argument {name}",
        "The names of the arguments are part of the task: compare the line with `def`.",
    ),
    (
        r"'NoneType' object is not callable",
        "something that is None is called like a function",
        "What may be left out is None if it is: ask whether it was given before you call it.",
    ),
    (
        r"NoneType",
        "something that is None is used as a number or an array",
        "An argument that was not given is None until you give it its default; so is what a "
        "function of yours returns that forgets its `return`.",
    ),
    (
        r"remapped\]: (?P<one>\([^)]*\)) +and requested shape (?P<two>\([^)]*\))",
        "something of shape {one} is stretched to shape {two}",
        "np.pad wants a pair (before, after) for each axis. How many axes has the array?",
    ),
    (
        r"with remapped shapes \[original->remapped\]: (?P<one>\([^)]*\))->\S* +(?P<two>\([^)]*\))->",
        "in an einsum one letter stands for axes of different lengths: the shapes are {one} and {two}",
        "Write the letters over both shapes: which letter meets two lengths?",
    ),
    (
        r"Size of label '(?P<name>\w)' for operand \d+ \((?P<one>\d+)\) does not match previous "
        r"terms \((?P<two>\d+)\)",
        "in an einsum the letter {name} stands for axes of lengths {two} and {one}",
        "Is one of the arrays cut too short, or is the letter at another axis?",
    ),
    (
        r"einstein sum|einsum",
        "the letters of an einsum do not fit its arrays",
        "Each array needs a letter for each of its axes, and each letter of the result one before.",
    ),
    (
        r"shape-mismatch for sum",
        "tensordot sums over axes of different lengths",
        "Which axis of the one belongs to which axis of the other? Print both shapes.",
    ),
    (
        r"input arrays? (dimensions|must have same number)|input arrays must have the same shape",
        "arrays of different shapes are put together",
        "Are windows at the border cut short? Print the shapes of the parts.",
    ),
    (
        r"zero-size array to reduction|of an empty sequence|is empty$|arg is an empty",
        "the largest of nothing is asked for",
        "A window is empty: where does it begin and end?",
    ),
    (
        r"window shape cannot be larger",
        "a window is longer than the array that it slides over",
        "Is the padding there? Which axes does the window have?",
    ),
    (
        r"operands could not be broadcast together with (remapped )?shapes (?P<shapes>[^\[]*\))",
        "arrays of the shapes {shapes} are combined entry by entry",
        "Print both shapes in the line before. A slice that runs past the end comes out shorter, "
        "and one that starts below 0 empty.",
    ),
    (
        r"could not broadcast input array from shape (?P<one>\([^)]*\)) into shape (?P<two>\([^)]*\))",
        "an array of shape {one} is written into a place of shape {two}",
        "Is a slice cut off at the border, or empty? Print both shapes in the line before.",
    ),
    (
        r"non-broadcastable output operand with shape (?P<one>\([^)]*\)) .*shape (?P<two>\([^)]*\))",
        "an array of shape {two} is added into one of shape {one}",
        "Print both shapes in the line before. A slice that runs past the end comes out shorter, "
        "and one that starts below 0 empty.",
    ),
    (
        r"mismatch in its core dimension|not aligned|matmul",
        "a matrix product meets shapes that do not fit",
        "Columns of the first must be as many as rows of the second. Print both shapes.",
    ),
    (
        r"too many indices|invalid index to scalar|(float|int)(64|32)?' object is not subscriptable"
        r"|object of type '(int|float)' has no len|'(int|float)' object is not iterable",
        "more indices are used than there are axes",
        "How many axes has it at this point? Print its shape: () is a number.",
    ),
    (
        r"boolean index did not match",
        "a mask has another shape than the array that it is used on",
        "Print both shapes in the line before.",
    ),
    (
        r"list indices must be integers or slices|can't multiply sequence|only concatenate list"
        r"|unsupported operand type\(s\) for .*'(list|tuple)'",
        "a list is used as if it were an array",
        "np.array(...) makes an array of a list.",
    ),
    (
        r"'(?P<kind>list|tuple|dict|int|float|bool|numpy\.\w+)' object has no attribute '(?P<name>\w+)'",
        "a {kind} is asked for .{name}, which it does not have",
        "What is it at this point, and what do you expect it to be?",
    ),
    (
        r"tuple index out of range",
        "an entry of a tuple is asked for that is not there",
        "The shape of a vector has one entry, that of a number none. Which inputs may come?",
    ),
    (
        r"only integer scalar arrays can be converted",
        "an array stands where one whole number belongs",
        "np.concatenate and np.stack take one list of arrays, [a, b]; a size or a place is one number.",
    ),
    (
        r"unhashable type",
        "an array, a list or a dict stands where a name belongs: as the key of a dict, or in a set",
        "A key is a name in quotes: {'x': ...}, not {x: ...}.",
    ),
    (
        r"axis \d+ is out of|axes don't match|AxisError",
        "an axis is named that is not there",
        "Count the axes from 0.",
    ),
    (
        r"IndexError|out of bounds|out of range",
        "an index runs past the end",
        "Which axis does the index belong to, and how long is it? Where does the last window begin?",
    ),
    (
        r"KeyError: '?(?P<name>\w+)",
        "there is no key '{name}'",
        "Names are case-sensitive, and a dict holds nothing before something is put in: print its "
        "keys. d.get(key, 0) is 0 where there is none.",
    ),
    (
        r"cannot reshape array of size",
        "reshape is asked for another number of entries",
        "Count the entries of the array, and those of the shape.",
    ),
    (
        r"setting an array element with a sequence",
        "an array is written where one number belongs",
        "Print the shape of what stands on the right. Which one number should it be?",
    ),
    (
        r"only length-1 arrays|only 0-dimensional arrays|only size-1 arrays",
        "an array is used where one number belongs",
        "float(...) takes one number. What should be added up first?",
    ),
    (
        r"module '(?P<kind>[\w.]+)' has no attribute '(?P<name>\w+)'",
        "the module {kind} has no {name}",
        "Is it spelt right? help(...) and the Tab key show what there is.",
    ),
    (
        r"has no attribute '(?P<name>\w+)'",
        "there is no .{name}",
        "What forward shall remember, it puts on self. Is it spelt the same in both?",
    ),
    (
        r"values to unpack",
        "a tuple is taken apart into the wrong number of names",
        "How many axes, or results, are there?",
    ),
    (
        r"cannot convert float (infinity|NaN) to integer",
        "an infinite number or nan is written into an array of whole numbers",
        "Only floats can be infinite: astype(float) makes them, np.iinfo(dtype).min is the lowest int.",
    ),
    (
        r"must have the same number of dimensions",
        "arrays with different numbers of axes are put together",
        "a[..., None] adds an axis. Print both shapes.",
    ),
    (
        r"Cannot interpret .* as a data type|data type .* not understood",
        "a size stands where NumPy expects a dtype",
        "A shape is one argument, a tuple in brackets of its own: np.zeros((2, 3)).",
    ),
    (
        r"read-only",
        "something is written into an array that must not be changed",
        "Make a copy first.",
    ),
    (
        r"ZeroDivisionError|division by zero|(divide by zero|invalid value) encountered",
        "something is divided by 0",
        "When is the divisor 0?",
    ),
    (
        r"AssertionError",
        "an assert of your own fails",
        "Does it hold for every input that is allowed?",
    ),
    (
        r"cannot access (?:local|free) variable '(?P<name>\w+)'",
        "`{name}` is used before it has a value",
        "Where does it get its first one: before the loop, and whichever way an `if` goes?",
    ),
    (
        r"NameError: (?:global )?name '(?P<name>\w+)' is not defined",
        "`{name}` is used, and has no value",
        "Is it spelt as where it gets its value, and does that line run before this one?",
    ),
    (
        r"negative dimensions",
        "a size comes out negative",
        "Work the size out for the smallest input.",
    ),
    (
        r"RecursionError",
        "a function calls itself without an end",
        "Has a helper the name of the function that uses it?",
    ),
]
IN_A_METHOD = {  # of a layer, what an exception is about
    ("`{name}` is used, and has no value", "backward"): (
        "backward uses `{name}`, which has no value there",
        "Is it spelt as above? What one method works out is gone in the next, unless it is on self.",
    ),
}
SHAPES = re.compile(  # in exceptions about two of them
    r"from shape (?P<one>\([^)]*\)) into shape (?P<two>\([^)]*\))"
    r"|output operand with shape (?P<three>\([^)]*\)) .*shape (?P<four>\([^)]*\))"
    r"|together with (?:remapped )?shapes (?P<five>[^\[]*\))"
)
ERRORS = [(re.compile(pattern), idea, hint) for pattern, idea, hint in _ERRORS]


LEFT_OUT = (
    "a call leaves out the argument {name}",
    "Compare the call with the arguments that are asked for: how many, and in which order?",
)
ANEW = " Has forward been called of this very layer, or of another that was made anew?"
BACK = " On the way back the last layer comes first."
SHAPED = ("shape", "one number", "more indices", "a list is used")  # ideas about what is handed on
TURNED_ROUND = (
    ": rows and columns have changed places in one of them",
    "The same numbers, the other way round. Which length belongs to which axis?",
)


def _turned(given):
    """Whether an error is about two shapes of which one is the other turned round."""
    text = " ".join(filter(None, (given.get(key) for key in ("shapes", "one", "two"))))
    shapes = [re.findall(r"\d+", shape) for shape in re.findall(r"\(([\d, ]+)\)", text)]
    return len(shapes) == 2 and len(shapes[0]) > 1 and shapes[0] == shapes[1][::-1] != shapes[1]


def facts(name, probes, answers, forms, wrong):
    """The facts behind wrong places.

    Parameters
    ----------
    name : str
    probes, answers, forms
        What was asked, what came back, and the forms of the right answers.
    wrong : dict
        The code found at each wrong place.

    Returns
    -------
    list of Idea
    """
    groups: dict = {}
    raised: dict = {}
    for place, code in wrong.items():
        p, s, output, aspect = place
        answer, step = answers[p][s], probes[p].steps[s]
        if aspect == "form":
            said = _about_form(name, answer, forms[p][s], step)
        elif aspect == "dtype":
            number = _input_shape(name, probes[p], s, output, forms[p][s]) == ()
            said = None if number else _about_dtype(name, step, output, answer)
        elif aspect == "notes":
            said = _about_notes(answer, step, name)
        else:
            said = _about_shape(name, probes[p], s, output, answer, forms[p][s])
            said = said or _about_odd_numbers(name, step, output, answer)
            said = said or _about_coarse(name, probes[p], step, output, answer)
        if said is not None:
            slip, idea, hint = said
            if aspect == "form" and answer.error is not None:
                raised.setdefault(slip, []).append((p, s, answer.error))
            told = groups.setdefault(slip, (idea, hint, {}))
            if slip == "fact coarse" and told[2]:
                continue  # it is so, and need not be all that is wrong there
            told[2][place] = code
            value = (p, s, output, "value")
            if slip.startswith("fact dtype") and value in wrong:  # cut off for the same cause
                told[2][value] = wrong[value]
    for slip, errors in raised.items():
        idea, hint, places = groups[slip]
        groups[slip] = (idea + _which_sizes(name, probes, errors), hint, places)
    return [Idea("fact", slip, (), *told) for slip, told in groups.items()]


def _which_sizes(name, probes, errors):
    """Which sizes meet in errors of one kind, as far as they come out of one line; or ""."""
    line = line_of(errors[0][2])
    here = [(p, s, str(error)) for p, s, error in errors if line_of(error) == line]
    found = [match for _, _, text in here if (match := SHAPES.search(text))]
    if len(found) < len(here):
        return ""
    sizes = [sizes_of(name, probes[p], s) for p, s, _ in here]
    exact = found[0]["one"] is not None or found[0]["three"] is not None
    texts = [" ".join(filter(None, f.groups())) for f in found]
    said = meeting(sizes, texts, exact)
    return f": {said}" if said else ""


def label_of(name, step, output):
    """What an output is called: dw, or the result."""
    if step.method == "backward" or name.endswith("_backward"):
        labels = output_labels(name)
        if output.isdigit() and labels and int(output) < len(labels):
            return labels[int(output)]
        if not output and labels and len(labels) == 1:
            return labels[0]
        return f"d{output}" if output and not output.isdigit() else "the gradient"
    return "the result"


def _about_form(name, answer, expected, step):
    if answer.error is not None:
        if expected.startswith("error"):
            return None
        return said_of_error(answer.error, step.method)
    if expected.startswith("error"):
        return (
            "fact no error",
            "an argument that makes no sense raises no error",
            "It raises ValueError: which arguments are refused?",
        )
    kinds = expected.split(" ")[0], answer.form.split(" ")[0]
    if kinds == ("dict", "dict"):
        keys = " and ".join(map(repr, answer.form.split(" ")[1:])) or "none"
        wanted = " and ".join(map(repr, expected.split(" ")[1:]))
        return (
            "fact keys",
            f"the keys are {keys}, not {wanted}",
            "The keys are the names of the forward's arrays.",
        )
    if kinds == ("items", "items"):
        return (
            "fact count",
            f"{answer.form.split(' ')[1]} gradients are returned, not {expected.split(' ')[1]}",
            "Each array that forward takes gets a gradient.",
        )
    if answer.form == "other b":
        return TRUTH
    said = TURNED.get(kinds)
    if said is NO_RETURN and step.method:
        return f"fact {step.method} None", f"{name}.{step.method} returns nothing", said[1]
    return said and (f"fact {' '.join(kinds)}", *said)


def said_of_error(error, method=""):
    """Slip, idea and hint for an exception; the line of the student's own code where it is known.

    method is that of the layer that was called, if there is one.
    """
    text = f"{type(error).__name__}: {error}"
    line = line_of(error)
    for pattern, idea, hint in ERRORS:
        found = pattern.search(text)
        if found:
            idea, hint = IN_A_METHOD.get((idea, method), (idea, hint))
            if "has no default" in idea and _deeper(error):
                idea, hint = LEFT_OUT
                layer = re.search(r"(\w+)\.\w+\(\) missing", text)
                hint += f" Of a class, {layer[1]}() makes an object." if layer else ""
            if any(".backward(" in outer for outer in _lines_of(error)[:-1]):
                hint += ANEW if "no .{name}" in idea else ""
                hint += BACK if any(words in idea for words in SHAPED) else ""
            turned = _turned(found.groupdict())
            hint = TURNED_ROUND[1] if turned else hint
            given = {k: " ".join(str(v).split()) for k, v in found.groupdict().items()}
            said = idea.format(**given) + (TURNED_ROUND[0] if turned else "")
            return f"fact {idea}", said + (f", in the line `{line}`" if line else ""), hint
    said = f"it raises {type(error).__name__}"
    return (
        f"fact {type(error).__name__}",
        said + (f", in the line `{line}`" if line else ""),
        "Of which value does its message speak? Print that value and its shape in the line before.",
    )


def _deeper(error):
    """Whether an exception comes out of the student's code: a call there, not the call of it."""
    trace = getattr(error, "student_trace", None)
    if trace is not None:
        return bool(trace)
    files = [f.filename.replace("\\", "/") for f in traceback.extract_tb(error.__traceback__)]
    return any("/lib/" not in file for file in files)


def line_of(error):
    """The last line of the student's own code that an exception came through, or ""."""
    line = (_lines_of(error) or [""])[-1]
    return line if len(line) <= 80 else ""


def _lines_of(error):
    """The lines of the student's own code that an exception came through, from outside in."""
    trace = getattr(error, "student_trace", None)
    if trace is not None:
        lines = [line.partition(": ")[2] for line in trace if "site-packages" not in line]
        lines = [t for t in lines if t and not t.startswith(("raise ", "return _", "res = "))]
    else:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [f.line for f in frames if f.line and "/lib/" not in f.filename.replace("\\", "/")]
        lines = [line for line in lines if not line.startswith("raise ")] or lines
    return [line.strip() for line in lines]


def _about_dtype(name, step, output, answer):
    dtype = answer.parts[output][0]
    what = label_of(name, step, output)
    slip = f"fact dtype {what}"
    if "int" in dtype or dtype in ("float32", "float16"):
        return slip, DTYPE[0].format(what=what, dtype=dtype), DTYPE[1]
    if dtype == "bool":
        return TRUTH
    return slip, f"{what} has the dtype {dtype}", "Which dtype does the task ask for?"


def _about_odd_numbers(name, step, output, answer):
    """Numbers that are none: no right answer to a probe has any."""
    values = answer.parts[output][1] if output in answer.parts else np.zeros(0)
    what = label_of(name, step, output)
    if np.isnan(values).any():
        return f"fact nan {output}", f"{what} has nan in it", NAN
    if np.isinf(values).any():
        return (
            f"fact inf {output}",
            f"{what} has inf in it",
            "Something is divided by 0 (`k^2` is no square, `k**2` is), too large for exp, or stays at "
            "its filler; and log(0) is -inf.",
        )
    return None


def _about_coarse(name, probe, step, output, answer):
    """A result of float64 numbers that comes in a dtype that cannot hold them."""
    dtype = answer.parts[output][0] if output in answer.parts else "float64"
    if dtype == "float64" or is_exact(name, step) or not is_plain(probe):
        return None
    what = label_of(name, step, output)
    return (
        "fact coarse",
        f"{what} has the dtype {dtype}, for inputs of float64",
        "float32 keeps seven digits, whole numbers cut off what comes after the decimal point. "
        "Which dtype does the buffer get?",
    )


def _about_notes(answer, step, name):
    for note in answer.notes:
        if note.startswith("changes result"):
            return (
                "fact result changed",
                "a later call changes what an earlier one has returned",
                "The array that you return is kept and used again: make a new one in each call.",
            )
        if note.startswith("shares memory with result"):
            return (
                "fact result shared",
                "the same array is returned again",
                "Whoever keeps the first result sees it change: make a new one in each call.",
            )
        if note.startswith("changes"):
            return (
                "fact input changed",
                "it writes into its input",
                "The arrays belong to the caller. `*=`, `+=` and `a[...] =` change them: work on a copy.",
            )
        if note.startswith("shares memory"):
            return (
                "fact alias",
                "it returns its input itself, or a view of it",
                "Whoever changes the result changes the input too: return a copy.",
            )
    return None


def _about_shape(name, probe, number, output, answer, form):
    """A gradient has the shape of its input: one that has not, and how it differs."""
    if output not in answer.parts or not (
        name.endswith("_backward") or probe.steps[number].method == "backward"
    ):
        return None
    wanted = _input_shape(name, probe, number, output, form)
    got = answer.parts[output][1].shape
    if wanted is None or got == wanted:
        return None
    what = label_of(name, probe.steps[number], output)
    if output.isdigit() and _in_another_order(name, probe, number, answer, form):
        return (
            "fact order",
            "the gradients come in another order than forward's arguments",
            "Which argument comes first in forward? A gradient has the shape of what it belongs to.",
        )
    if 0 in got:
        return (
            f"fact empty {output}",
            f"{what} comes out empty",
            "With p = 0 the slice [p:-p] ends where it begins. Where does it end counted from the front?"
            if name.startswith("conv")
            else f"A gradient has the shape of what it belongs to, here {wanted}.",
        )
    return (
        f"fact shape {output}",
        f"{what} has not the shape of its input",
        f"A gradient has the shape of what it belongs to. With an input of shape {wanted} yours has {got}.",
    )


def _in_another_order(name, probe, number, answer, form):
    """Whether the gradients have the shapes of the inputs, but not each its own."""
    parts = sorted(answer.parts)
    wanted = [_input_shape(name, probe, number, output, form) for output in parts]
    got = [answer.parts[output][1].shape for output in parts]
    return got != wanted and None not in wanted and sorted(got) == sorted(wanted)


def _input_shape(name, probe, number, output, form):
    steps = probe.steps
    if probe.make is None:
        step = steps[number]
        names = argument_names(name)
        given = dict(zip(names, step.args, strict=False)) | step.options
        value = given.get(output)
    else:
        layer = steps[number].layer
        before = [s for s in steps[:number] if s.method == "forward" and s.layer == layer]
        if not before:
            return None
        arrays = [
            a
            for a in before[-1].args
            if np.asarray(getattr(a, "array", a)).dtype.kind == "f"
            or name not in ("Embedding", "MaxOverTime", "SoftmaxCrossEntropy")
        ]
        place = int(output) if output.isdigit() else 0
        value = arrays[place] if place < len(arrays) else None
    if value is None:
        return None
    return np.shape(getattr(value, "array", value))
