"""What can be seen of a wrong answer without knowing any mistake: its form, its dtype, its error.

Each fact is an `Idea` of the kind "fact", which explains the places where it shows.
"""

import numpy as np

from lib.diagnosis_asking import is_exact
from lib.diagnosis_errors import (
    CALLED,
    NO_WAITING,
    NOT_YET,
    OBJECTS,
    kind_of,
    said_of_error,
    which_sizes,
)
from lib.diagnosis_known import Idea, is_plain
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
ALIKE = (  # what is the same mistake, told of other inputs
    ("fact number list", "fact array list"),
    (
        "fact what is used as an index is not a whole number",
        "fact a float is used as a size or an index",
    ),
)
NOTHING = (
    "fact nothing",
    "the result is empty",
    "What is put into it, and where? A list takes a number by y.append(v), not by `+=`; np.append "
    "makes a new array, and leaves the old one as it is.",
)
SOME = "for some inputs "
NAN = "0 / 0 is nan, and so is inf / inf. When is the divisor 0, or a number too large for exp?"


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
    results = [values for given in answers for a in given for _, values in a.parts.values()]
    empty = bool(results) and not any(values.size for values in results)
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
            said = said or (NOTHING if empty else _about_odd_numbers(name, step, output, answer))
            said = said or _about_coarse(name, probes[p], step, output, answer)
        if said is not None:
            slip, idea, hint = said
            if aspect == "form" and answer.error is not None:
                raised.setdefault(slip, []).append((p, s, answer.error))
            group = groups.setdefault(slip, (idea, hint, {}))
            if slip == "fact coarse" and group[2]:
                continue  # it is so, and need not be all that is wrong there
            group[2][place] = code
            value = (p, s, output, "value")
            if slip.startswith("fact dtype") and value in wrong:  # cut off for the same cause
                group[2][value] = wrong[value]
    for vague, plain in ALIKE:
        if {vague, plain} <= groups.keys() and _line(groups[vague]) == _line(groups[plain]):
            groups[plain][2].update(groups.pop(vague)[2])
    for slip, (idea, hint, places) in groups.items():
        if slip in raised:
            idea += which_sizes(name, probes, raised[slip])
        if not idea.endswith("for whole numbers") and _only_sometimes(
            places, probes, answers, forms
        ):
            idea = f"{SOME}{idea}"
        groups[slip] = (idea, hint, places)
    return [Idea("fact", slip, (), *group) for slip, group in groups.items()]


def _line(group):
    return group[0].partition(", in the line ")[2]


def _only_sometimes(places, probes, answers, forms):
    """Whether what is so at some places is not so wherever the method was asked."""
    p, s, output, aspect = next(iter(places))
    if aspect == "notes" or forms[p][s].startswith("error"):
        return False  # what is said of them is of one call
    method, (dtype, _) = probes[p].steps[s].method, answers[p][s].parts.get(output, ("", None))
    for q, given in enumerate(answers):
        for t, answer in enumerate(given):
            asked = probes[q].steps[t].method == method and not forms[q][t].startswith("error")
            if not asked or answer.error is not None or (output and output not in answer.parts):
                continue
            if aspect == "dtype" and output in answer.parts:
                if answer.parts[output][0] != dtype:
                    return True
            elif (q, t, output, aspect) not in places:
                return True
    return False


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
            f"{_call(name, step)} raises no error",
            "One that should raise ValueError gets through: compare each `if` with the text.",
        )
    kinds = expected.split(" ")[0], answer.form.split(" ")[0]
    if kinds == ("dict", "dict"):
        keys = " and ".join(map(repr, answer.form.split(" ")[1:])) or "none"
        wanted = " and ".join(map(repr, expected.split(" ")[1:]))
        return (
            "fact keys",
            f"the keys are {keys}, not {wanted}",
            "Each of the weights has its entry. Does a `return` stand in the loop over them?"
            if step.method == "step"
            else "The keys are the names of the forward's arrays.",
        )
    if kinds == ("items", "items"):
        return (
            "fact count",
            f"{answer.form.split(' ')[1]} gradients are returned, not {expected.split(' ')[1]}",
            "Each array that forward takes gets a gradient.",
        )
    if answer.form == "other b":
        return TRUTH
    what = answer.form.partition("other ")[2]
    if what == "O":
        return "fact objects", *OBJECTS
    if what in ("generator", "coroutine", "map", "filter", "zip"):
        hint = NO_WAITING if what == "coroutine" else NOT_YET
        return f"fact {what}", f"{kind_of(what)} is returned, and no values", hint
    if what in ("function", "method", "builtin_function_or_method"):
        return "fact function", "a function is returned, and not its result", CALLED
    said = TURNED.get(kinds)
    if kinds == ("number", "array") and step.args and not np.ndim(step.args[0]):
        said = "an array is returned where the input is a number", "The result has its shape: ()."
    if said is NO_RETURN:
        who = f"{name}.{step.method} returns nothing" if step.method else said[0]
        return f"fact {step.method} None", who, said[1]
    return said and (f"fact {' '.join(kinds)}", *said)


def _call(name, step):
    """A call of numbers, in words; one of arrays would be too long."""
    given = [*map(repr, step.args), *(f"{k}={v!r}" for k, v in step.options.items())]
    if all(isinstance(v, int | float) for v in (*step.args, *step.options.values())):
        return f"{name}({', '.join(given)})"
    return "an argument that makes no sense"


def _about_dtype(name, step, output, answer):
    dtype = answer.parts[output][0]
    what = label_of(name, step, output)
    slip = f"fact dtype {what}"
    floats = name not in ("output_size", "pad_1d", "to_image")  # these ask for another dtype
    if floats and ("int" in dtype or dtype in ("float32", "float16")):
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
    dtype, values = answer.parts.get(output, ("float64", np.zeros(0)))
    if dtype == "float64" or is_exact(name, step) or not is_plain(probe):
        return None
    if not values.ndim and (step.method or not values):
        return None  # a search or a sum that began with 0, and found nothing: no buffer is to blame
    what = label_of(name, step, output)
    values = [np.asarray(getattr(v, "array", v)) for v in (*step.args, *step.options.values())]
    if not any(value.ndim for value in values):
        return None  # a filter that is made of a number, or of none: its weights may be whole
    whole = all(value.dtype.kind in "biu" for value in values)
    holds = {"float32": "seven digits", "float16": "three digits"}.get(dtype, "whole numbers only")
    return (
        "fact coarse",
        f"{what} has the dtype {dtype}{' for whole numbers' if whole else f', which holds {holds}'}",
        "float32 keeps seven digits, whole numbers cut off what comes after the decimal point. "
        "Which dtype has the array that you fill?",
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
            if name.startswith("conv") and name != "conv_backward"  # which pads nothing
            else f"A gradient has the shape of what it belongs to, here {wanted}.",
        )
    if not got and answer.parts[output][1].size == 1:
        return (
            f"fact number {output}",
            f"{what} is one number, where an array belongs",
            f"A gradient has the shape of what it belongs to, here {wanted}.",
        )
    return (
        f"fact shape {output}",
        f"{what} does not have the shape of its input",
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
