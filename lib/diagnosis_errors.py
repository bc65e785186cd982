"""What an exception of the student's code comes from: an idea and a hint for each kind of error."""

import ast
import linecache
import re
import traceback

from lib.diagnosis_sizes import left_out, meeting, sizes_of

BOTH_SHAPES = (
    "Print both shapes in the line before: which entries belong together? A slice that runs past "
    "the end comes out shorter, and one that starts below 0 empty."
)
NOT_YET = (
    "`yield`, `(... for ...)`, map and zip give values one by one, when they are asked. `return` them "
    "all at once, as in np.array([... for ...])."
)
CALLED = (
    "x.sum is a function, and x.sum() its result. A call has round brackets: max(a), not max[a]."
)
NO_WAITING = "`async def` makes one. `def` alone gives the result itself."
OBJECTS = (
    "an array of Python's objects is returned, not of numbers",
    "np.array of a generator, or with None in it, holds objects: give it a list of numbers, "
    "np.array([... for ...]).",
)
_ERRORS = [
    (
        r"ModuleNotFoundError: No module named '(?P<name>[^']+)'",
        "there is no module {name} here",
        "The tasks need NumPy alone, which is here as np. What the cells above define needs no import.",
    ),
    (
        r"cannot import name '(?P<name>\w+)' from '(?P<module>[\w.]+)'",
        "the module {module} has no {name}",
        "Is it spelt right? help(...) and the Tab key show what there is.",
    ),
    (
        r"'(?P<name>(?!NoneType)[A-Z]\w*)' object is not callable",
        "an object of the class {name} is called like a function",
        "Call one of its methods by name: of a layer, `layer.forward(...)` and `layer.backward(...)`.",
    ),
    (
        r"'(?P<kind>tuple|list|dict|int|float|str|bool|module|numpy\.\w+)' object is not callable",
        "{kind} is called like a function",
        "Entries stand in square brackets, x.shape has no brackets behind it, and a product needs its "
        "`*`. Or has something else taken the function's name?",
    ),
    (
        r"'function' object has no attribute '(?P<name>\w+)'",
        "a function is asked for .{name}",
        "Objects of a class have methods: does a `def` stand where the task says `class`?",
    ),
    (
        r"TypeError: .*'(function|method|builtin_function_or_method|numpy\.(ufunc|_Array\w+))'",
        "a function stands where its result belongs",
        CALLED,
    ),
    (
        r"(unsupported operand type\(s\) for|bad operand type for) .*'dict'",
        "a dict is used as if it were one array",
        "It holds arrays under their names: in a loop over the names, d[name] is one of them.",
    ),
    (
        r"TypeError: .*'(?P<kind>generator|map|filter|zip)'",
        "{kind} is used as if its values were there",
        NOT_YET,
    ),
    (r"an array of dtype object cannot cross", *OBJECTS),
    (
        r"truth value of an array",
        "an array is asked whether it is true or false",
        "`if a == None`, `not a`, `a or b`, `max(a, b)` ask an array for one answer, and it has many. "
        "`a is None` asks whether it was given; np.maximum compares entry by entry.",
    ),
    (
        r"inhomogeneous shape",
        "parts of different shapes are put into one array",
        "Print the shape of each part. At the end of a line slices get shorter.",
    ),
    (
        r"only integers, slices",  # NumPy does not say what it was given
        "what is used as an index is not a whole number",
        "Print it: `/` always makes a float, `//` divides whole numbers, and dtype=int makes whole "
        "ones of np.zeros and np.ones. A method without its brackets, such as `a.argmax`, is no "
        "number at all, and `for i in x` goes through the entries, not their places.",
    ),
    (
        r"'float' object cannot be interpreted|slice indices must be integers"
        r"|expected a sequence of integers|'(numpy\.)?float64' object cannot be"
        r"|must be of integral type|integer argument expected|must be an integer"
        r"|used as indices must be of integer|must be integers or slices, not (numpy\.)?float",
        "a float is used as a size or an index",
        "`/` always makes a float, and so do np.zeros and np.ones; `//` divides whole numbers, and "
        "dtype=int makes whole ones. `for i in x` goes through the entries, not their places.",
    ),
    (
        r"Cannot cast ufunc|Cannot cast from|same_kind",
        "an array is to take numbers that its dtype cannot hold",
        "`+=`, `*=` and `/=` keep the dtype of what stands on the left, and zeros_like takes over "
        "that of its argument. Which dtype does this array need?",
    ),
    (
        r"__init__\(\) missing \d+ required positional arguments?: '(?P<name>\w+)'",
        "__init__ asks for `{name}`, which it is not given",
        "Compare its `def` with the one that stood there. What a layer works on comes to forward.",
    ),
    (
        r"missing \d+ required positional arguments?: '(?P<name>\w+)'",
        "`{name}` has no default",
        "The task's call leaves it out: give it the default that the task names. What the task does not "
        "name at all has no place in the `def`.",
    ),
    (
        r"(?P<name>\w+\.\w+)\(\) takes (from )?\d+.* positional arguments? but",
        "{name} is given more arguments than it takes",
        "In a class each `def` begins with self. Compare the call with the line that begins with `def`.",
    ),
    (
        r"(?P<name>\w+)\(\) takes no arguments",
        "{name} has no __init__ that takes arguments",
        "Is it spelt `def __init__(self, ...)`, with two underscores on each side?",
    ),
    (
        r"takes (from )?\d+.* positional arguments? but",
        "a function is given more arguments than it takes",
        "Compare the call with the line that begins with `def`.",
    ),
    (
        r"unexpected keyword argument '(?P<name>\w+)'",
        "there is no argument {name}",
        "The names of the arguments in the line with `def` are part of the task; those of a function "
        "that you call are in its help(...).",
    ),
    (
        r"'NoneType' object is not callable",
        "something that is None is called like a function",
        "What may be left out is None if it is: ask whether it was given before you call it.",
    ),
    (
        r"'NoneType' object has no attribute '(?P<name>append|extend|insert|sort|reverse)'",
        "something that is None is asked for .{name}",
        "y.append(v) changes the list y and returns nothing: no `y =` in front of it.",
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
        "the largest or smallest of nothing is asked for",
        "Something is empty here, a window perhaps: where does it begin and end?",
    ),
    (
        r"window shape cannot be larger",
        "a window is longer than the array that it slides over",
        "Print both shapes. Which axes does the window slide along, and is there padding to add?",
    ),
    (
        r"operands could not be broadcast together with (remapped )?shapes (?P<shapes>[^\[]*\))",
        "arrays of the shapes {shapes} are combined entry by entry",
        BOTH_SHAPES,
    ),
    (
        r"could not broadcast input array from shape (?P<one>\([^)]*\)) into shape (?P<two>\([^)]*\))",
        "an array of shape {one} is written into a place of shape {two}",
        "Is a slice cut off at the border, or empty? Print both shapes in the line before.",
    ),
    (
        r"non-broadcastable output operand with shape (?P<one>\([^)]*\)) .*shape (?P<two>\([^)]*\))",
        "an array of shape {two} is added into one of shape {one}",
        BOTH_SHAPES,
    ),
    (
        r"object too deep for desired array|object of too small depth",
        "a function that works along one axis gets an array of another number of axes",
        "np.convolve and np.correlate know one axis only; and in these labs they are out of bounds.",
    ),
    (
        r"mismatch in its core dimension|not aligned|matmul",
        "a matrix product meets shapes that do not fit",
        "Columns of the first must be as many as rows of the second: print both shapes. Or is no "
        "matrix product asked for? `*` multiplies entry by entry.",
    ),
    (
        r"object of type '(int|float)' has no len|len\(\) of unsized"
        r"|'(numpy\.)?(int|float)(64|32)?' object is not (iterable|subscriptable)"
        r"|iteration over a 0-d array|invalid index to scalar|array is 0-dimensional",
        "a number is used as if it had entries",
        "How many axes has it at this point? Print its shape: () is a number.",
    ),
    (
        r"too many indices",
        "more indices are used than there are axes",
        "How many axes has it at this point? Print its shape: () is a number.",
    ),
    (
        r"boolean index did not match",
        "a mask has another shape than the array that it is used on",
        "Print both shapes in the line before.",
    ),
    (
        r"(list|tuple) indices must be integers or slices|can't multiply sequence|only concatenate"
        r" (list|tuple)|unsupported operand type\(s\) for .*'(list|tuple)'"
        r"|bad operand type for unary .*'(list|tuple)'",
        "a list or tuple is used as if it were an array",
        "np.array(...) makes an array of a list.",
    ),
    (
        r"'(?P<kind>list|tuple|dict|int|float|bool|numpy\.\w+)' object has no attribute '(?P<name>\w+)'",
        "{kind} is asked for .{name}, which it does not have",
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
        r"cannot convert float (infinity|NaN) to integer",
        "an infinite number or nan is written into an array of whole numbers",
        "Only floats can be infinite: astype(float) makes them, np.iinfo(dtype).min is the lowest int.",
    ),
    (
        r"OverflowError|out of bounds for u?int|too large to convert",
        "a number does not fit into its dtype",
        "uint8 holds 0 to 255, other dtypes hold more. Which dtype does it need?",
    ),
    (
        r"index -\d+ is out of bounds",
        "an index lies before the beginning",
        "Which is the smallest index in your loops? -1 is the last entry, and -n the first.",
    ),
    (
        r"indexing arrays could not be broadcast",
        "arrays of indices have shapes that do not fit together",
        "Print the shape of each. argmax takes away the axis that it is told: is it the right one? "
        "a[:, None] puts one back.",
    ),
    (
        r"out of bounds|out of range",
        "an index runs past the end",
        "Which axis does the index belong to, and how long is it? In a loop: which index comes last?",
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
        "Count the entries of the array, and those of the shape. (np.array of a generator has one.)",
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
        r"bitwise_xor|for \^: ",
        "`^` is used, which is no power and no product of arrays",
        "A square is x**2; `*` multiplies entry by entry.",
    ),
    (
        r"module '(?P<module>[\w.]+)' has no attribute '(?P<name>\w+)'",
        "the module {module} has no {name}",
        "Is it spelt right? help(...) and the Tab key show what there is.",
    ),
    (
        r"'(?P<name>\w+)' object has no attribute '(?P<method>forward|backward|step)'",
        "{name} has no `{method}`",
        "It is found by its name, letter by letter. Is its `def` in the class, set in like the others?",
    ),
    (
        r"has no attribute '(?P<name>\w+)'",
        "there is no .{name}",
        "It must be put on self first: in __init__, or in forward for backward. Is it, and is it spelt "
        "the same there?",
    ),
    (
        r"cannot unpack non-iterable (?P<kind>[\w.]+) object",
        "{kind} is taken apart into several names",
        "How many results are there? argmax of an array with several axes gives one number: "
        "np.unravel_index(number, shape) makes a place of it.",
    ),
    (
        r"values to unpack",
        "something is taken apart into another number of names than it has parts",
        "How many axes, or results, are there?",
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
        r"encountered in log",
        "the log of 0 is taken, or of something below it",
        "Which is the smallest number that goes in?",
    ),
    (
        r"ZeroDivisionError|division by zero|divide by zero|invalid value encountered in \w*divide",
        "something is divided by 0",
        "When is the divisor 0?",
    ),
    (
        r"(invalid value|overflow) encountered",
        "something is computed that is no number, or too large for one",
        "exp of 1000 is too large, inf - inf and 0 * inf are no numbers. Which value goes in?",
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
        r"name 'self' is not defined",
        "`self` is used where no argument is called so",
        "In a class each `def` begins with self: `def forward(self, ...)`.",
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
        r"^NotImplementedError",
        "something is used that is not written yet",
        "Which function or layer of this line is still to be written?",
    ),
    (
        r"RecursionError",
        "a function calls itself without an end",
        "Has a helper the name of the function that uses it?",
    ),
]
NO_VALUE = "`{name}` is used, and has no value"
IN_BACKWARD = (
    "backward uses `{name}`, which has no value there",
    "Is it spelt as above? What one method works out is gone in the next, unless it is on self.",
)
ON_SELF = (
    "Is it spelt as where it gets its value? What __init__ was given, {method} finds on self alone."
)
BOUNDED = re.compile(r"\[[^\]]*(\w\s*:|:\s*\w)")  # a slice that begins or ends somewhere
COUNT = re.compile(r"cannot reshape array of size (\d+)")
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
MESSAGE = (
    "Of which value does its message speak? Print that value and its shape in the line before."
)
OWN = "Which `if` leads there, for arguments that are allowed? Print what it compares, just before."
ANEW = " Has forward been called of this very layer, or of another that was made anew?"
BACK = " On the way back the last layer comes first."
# Ideas about what is handed on.
SHAPED = ("shape", "one number", "more indices", "had entries", "a list or tuple is used")
JOINED = (
    "`+` adds arrays entry by entry, and joins lists alone. np.concatenate([a, b]) joins arrays."
)
PRODUCT = (
    "Print both shapes: they fit a matrix product, which is `@`. `*` multiplies entry by entry."
)
EITHER = f"{PRODUCT} Or is it that rows and columns have changed places in one of them?"
PLACE = (
    "Print both shapes in the line before: one has more axes. Is an index or a slice missing on one "
    "side, or a sum over an axis?"
)
AXIS_GONE = (
    "Print both shapes: is an axis missing? A sum, mean or max over an axis, or an index, takes it "
    "away; keepdims=True keeps it, a[:, None] puts one back. NumPy lines up the last axes."
)
TURNED_ROUND = (
    ": rows and columns have changed places in one of them",
    "The same numbers, the other way round. Which length belongs to which axis?",
)


def said_of_error(error, method=""):
    """Slip, idea and hint for an exception; the line of the student's own code where it is known.

    method is that of the layer that was called, if there is one.
    """
    text = f"{type(error).__name__}: {error}"
    line = line_of(error)
    for pattern, idea, hint in ERRORS:
        found = pattern.search(text)
        if found:
            slip = f"fact {idea}"
            if idea == NO_VALUE and method:
                hint = ON_SELF.format(method=method)
                idea, hint = IN_BACKWARD if method == "backward" else (idea, hint)
            if "has no default" in idea and _deeper(error):
                slip, (idea, hint) = f"fact {LEFT_OUT[0]}", LEFT_OUT
                layer = re.search(r"(\w+)\.\w+\(\) missing", text)
                hint += f" Of a class, {layer[1]}() makes an object." if layer else ""
            if any(".backward(" in outer for outer in _lines_of(error)[:-1]):
                hint += ANEW if "no .{name}" in idea else ""
                hint += BACK if any(words in idea for words in SHAPED) else ""
            given = {k: " ".join(str(v).split()) for k, v in found.groupdict().items()}
            given["kind"] = kind_of(given.get("kind", ""))
            how, why = _about_shapes(given, line, idea)
            said = idea.format(**given) + how
            return slip, said + (f", in the line `{line}`" if line else ""), why or hint
    said = f"it raises {type(error).__name__}"
    is_own = re.search(r"\braise\b", line) or not str(error)
    return (
        f"fact {type(error).__name__}",
        said + (f", in the line `{line}`" if line else ""),
        OWN if is_own else MESSAGE,
    )


def kind_of(name):
    """What an object of this class is called, with its article."""
    if name.startswith("numpy."):
        return "an array" if name == "numpy.ndarray" else "a number"
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"


def _about_shapes(given, line, idea):
    """What two shapes that do not fit have to do with each other, and a hint; or "" twice."""
    text = " ".join(given.get(key, "") for key in ("shapes", "one", "two"))
    shapes = [re.findall(r"\d+", shape) for shape in re.findall(r"\(([\d, ]+)\)", text)][:2]
    if len(shapes) < 2:
        return "", ""
    one, two = shapes
    is_product = len(one) == len(two) == 2 and one[1] == two[0] and re.search(r"[^*]\*[^*]", line)
    if is_product and BOUNDED.search(line):  # a window, turned or cut off by the border
        is_product = one != two[::-1] and sum(map(str.__ne__, one, two)) > 1
    if len(one) > 1 and one == two[::-1] != two:
        return ("", EITHER) if is_product else TURNED_ROUND
    if "shapes" not in given:
        return "", PLACE if len(one) != len(two) and " into " in idea else ""
    if len(one) == len(two) == 1 and _joins(line):
        return "", JOINED
    if is_product:
        return "", PRODUCT
    short, long = sorted(shapes, key=len)
    places = iter(long)
    if len(short) < len(long) and all(size in places for size in short):
        return "", AXIS_GONE
    return "", ""


def _joins(line):
    """Whether a line adds arrays as lists are joined: with `[0] * n`, zeros, or nothing but `+`."""
    try:
        nodes = list(ast.walk(ast.parse(line)))
    except SyntaxError:
        return False
    places = {inner for n in nodes if isinstance(n, ast.Subscript) for inner in ast.walk(n.slice)}
    signs = [n for n in nodes if isinstance(n, ast.BinOp) and n not in places]
    sums = [n for n in signs if isinstance(n.op, ast.Add)]
    ends = [ast.unparse(side) for n in sums for side in (n.left, n.right)]
    return bool(sums) and (sums == signs or any(re.match(r"\[|np\.zeros", end) for end in ends))


def comes_from_below(error):
    """Whether an exception comes out of something that the student's code uses."""
    return not re.match(r"raise |$", line_of(error))


def _deeper(error):
    """Whether an exception comes out of the student's code: a call there, not the call of it."""
    trace = getattr(error, "student_trace", None)
    if trace is not None:
        return bool(trace)
    return any(True for _ in _own_frames(error))


def line_of(error):
    """The last line of the student's own code that an exception came through, or ""."""
    line = (_lines_of(error) or [""])[-1]
    return line if len(line) <= 80 else ""


def _lines_of(error):
    """The lines of the student's own code that an exception came through, from outside in."""
    trace = getattr(error, "student_trace", None)
    # The call that is one too many fails where it enters its function, and is made elsewhere.
    passed = ("raise ", "def ") if type(error).__name__ == "RecursionError" else ("raise ",)
    if trace is not None:
        lines = [line.partition(": ")[2] for line in trace if "site-packages" not in line]
        lines = [t for t in lines if t and not t.startswith((*passed, "return _", "res = "))]
    else:
        lines = [frame.line for frame in _own_frames(error) if frame.line]
        lines = [line for line in lines if not line.startswith(passed)] or lines
    return [line.strip() for line in lines]


def _own_frames(error):
    """What an exception came through, without the checks: those of `lib` and of their own cells."""
    for frame in traceback.extract_tb(error.__traceback__):
        is_check = linecache.getline(frame.filename, 1).startswith("# @title")
        # A "<string>" is made by dataclasses; Python 3.13 takes it for what `python -c` runs.
        is_made = frame.filename == "<string>"
        if not is_check and not is_made and "/lib/" not in frame.filename.replace("\\", "/"):
            yield frame


def which_sizes(name, probes, errors):
    """Which sizes meet in errors of one kind, as far as they come out of one line; or ""."""
    line = line_of(errors[0][2])
    here = [(p, s, str(error)) for p, s, error in errors if line_of(error) == line]
    sizes = [sizes_of(name, probes[p], s) for p, s, _ in here]
    counts = [int(match[1]) for _, _, text in here if (match := COUNT.search(text))]
    if len(counts) == len(here):
        said = left_out(sizes, counts)
        return f": there are as many as with {said}" if said else ""
    found = [match for _, _, text in here if (match := SHAPES.search(text))]
    if len(found) < len(here):
        return ""
    exact = found[0]["one"] is not None or found[0]["three"] is not None
    texts = [" ".join(filter(None, f.groups())) for f in found]
    said = meeting(sizes, texts, exact)
    return f": {said}" if said else ""
