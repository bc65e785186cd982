"""Ask a function the questions of `lib.probes`, and write down its answers so that they compare.

An answer is taken apart: its form (an array, a dict with such keys, an error), the numbers of each
of its outputs, their dtypes, and what else the call did. Each of these is a *place*, and what was
found there is kept as a short code: equal where the answers are, and no way back to the numbers.
"""

import hashlib
import math
import re
from collections import deque
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from lib.diagnosis_errors import comes_from_below
from lib.play import Step, play

MAX_SIZE = 2_000  # entries of a result that are looked at
MAX_ITEMS = 60
MAX_FORM = 200
MAX_KEYS = 16
RTOL, RTOL_FLOAT32 = 1e-9, 1e-5
OFFSETS = 0.317, 0.817  # of two grids: numbers at the border of one are not at that of the other
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
CODE = 3  # letters of a code
# A window that does not fit, and an array asked for its truth, are no refusals of the student's.
NUMPY_SAYS = {
    "truth": re.compile("truth value of an array"),
    "shapes": re.compile(
        r"(not|non-) ?(be )?broadcast|cannot reshape array|inhomogeneous shape|core dimension"
        r"|shape-mismatch for sum|shape mismatch: |\) not aligned|must match exactly"
    ),
}


class Unfinished(Exception):
    """The function is still a stub."""


@dataclass
class Answer:
    """What came back from one call.

    parts holds the numbers of each output by its name; error is the exception, if there was one;
    notes say what else happened, such as "changes x"; missing means that it is not written yet.
    """

    form: str
    parts: dict = field(default_factory=dict)
    notes: tuple = ()
    error: Exception | None = None
    missing: bool = False


def ask(name, probes, subject, forms, fatal=()):
    """Make the calls of all probes.

    Parameters
    ----------
    name : str
        The name that the lab gives the subject.
    probes : sequence of lib.probes.Probe
    subject : callable
        The function or the class, or what stands for it in another process.
    forms : list of list of str
        The form of each right answer; outputs are matched with those of that. None where it is
        not known.
    fatal : tuple of exception types
        Raised on, instead of being taken for an answer.

    Returns
    -------
    list of list of Answer
        For each probe the answers to its steps; an error is the last one.

    Raises
    ------
    Unfinished
        Nothing of it is written: every call raises NotImplementedError.
    """
    scenes: list = []
    steps: list = []
    for probe in probes:
        scenes.append(_Scene(probe, subject, len(steps)))
        steps += scenes[-1].steps
    played = play(steps)  # all of them are one question, where the subject is in another process
    pairs = zip(scenes, forms or [None] * len(scenes), strict=True)
    found = [_answers(scene, played, expected, fatal) for scene, expected in pairs]
    if all(answer.missing for answers in found for answer in answers[:1]):
        raise Unfinished
    return found


def ask_one(name, probe, subject, forms=None, fatal=()):
    """The answers to one probe; see `ask`."""
    scene = _Scene(probe, subject, 0)
    return _answers(scene, play(scene.steps), forms, fatal)


class _Scene:
    """The calls of a probe, as steps of a play, whose numbers begin at `first`.

    A probe that makes its calls by itself has no steps: it makes them when its turn has come.
    """

    def __init__(self, probe, subject, first):
        self.probe, self.subject, self.steps = probe, subject, []
        self.given = [_arguments(step) for step in probe.steps]
        self.calls = [_as_call(*each) for each in zip(probe.steps, self.given, strict=True)]
        if probe.through is not None:
            return
        after = None  # what fails ends the probe, but for a backward that is not written
        for made in (probe.make, probe.beside):
            if made is not None:
                self.steps.append(Step(subject, made, wanted=False, after=after))
                after = first + len(self.steps) - 1
        for step, (args, options) in zip(probe.steps, self.calls, strict=True):
            target = subject if probe.make is None else first + step.layer
            self.steps.append(Step(target, tuple(args), options, step.method, after=after))
            if step.method != "backward":
                after = first + len(self.steps) - 1

    def outcomes(self, played):
        """What each call of the probe came to, of a play that has come to it."""
        if self.probe.through is None:
            return islice(played, len(self.steps) - len(self.calls), len(self.steps))
        return (self._by_itself(*call) for call in self.calls)

    def _by_itself(self, args, options):
        try:
            return self.probe.through(self.subject, *args, **options), None
        except Exception as error:
            return None, error


def _answers(scene, played, forms, fatal):
    probe, outcomes = scene.probe, scene.outcomes(played)
    forms = forms or [None] * len(probe.steps)
    seen: list = []
    answers: list = []
    for number, (step, pairs) in enumerate(zip(probe.steps, scene.given, strict=True)):
        seen += [(label, v, _copies(v)) for label, v in pairs if _holds_arrays(v)]
        result, error = next(outcomes)
        if isinstance(error, fatal):
            raise error
        if error is not None:
            missing = _is_missing(error, step)
            notes = _changes(seen)
            answers.append(Answer(f"error {_kind_of(error)}", {}, notes, error, missing))
            if missing and step.method == "backward":
                continue  # what forward does after it can be told all the same
            break
        arrays = arrays_in(result)
        shown = probe.view(result) if probe.view else result
        form, parts = taken_apart(shown, forms[number] if number < len(forms) else None)
        notes = _changes(seen)
        notes += tuple(
            f"shares memory with {label}"
            for label, value, _ in seen
            if any(_shares(a, b) for a in arrays for b in arrays_in(value))
        )
        # The result as it came: a dict may be filled anew by the next call.
        seen.append((f"result {number + 1}", result, None))
        seen = [(label, value, _copies(value)) for label, value, _ in seen]
        answers.append(Answer(form, parts, notes))
    if probe.through is None:
        deque(outcomes, maxlen=0)  # another probe comes next
    if probe.tied and len(answers) == len(probe.steps) and answers[-1].parts:
        _share(next(iter(answers[-1].parts.values())), probe.tied)
    return answers


def _is_missing(error, step):
    """Whether a method is not written: a stub, or no backward at all."""
    if comes_from_below(error):
        return False
    if isinstance(error, NotImplementedError):
        return True
    gone = isinstance(error, AttributeError) and step.method == "backward"
    return gone and str(error).endswith("has no attribute 'backward'")


def _changes(seen):
    return tuple(f"changes {label}" for label, value, before in seen if not _equal(value, before))


def _kind_of(error):
    """Name of the error, or of the built-in one that it is derived from; what NumPy's are about."""
    kinds = (kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")
    about = next((f" {one}" for one, said in NUMPY_SAYS.items() if said.search(str(error))), "")
    return next(kinds, type(error).__name__) + about


def _arguments(step):
    """Pairs of a label and a fresh value, for each argument."""
    labels = [f"argument {i + 1}" for i in range(len(step.args))]
    pairs = [*zip(labels, step.args, strict=True), *step.options.items()]
    return [(label, fresh(value)) for label, value in pairs]


def fresh(value):
    """A copy of an argument, laid out in memory as the probe says."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, dict):
        return {key: fresh(item) for key, item in value.items()}
    return value() if hasattr(value, "how") else value


def _as_call(step, given):
    values = [value for _, value in given]
    count = len(step.args)
    return values[:count], dict(zip(step.options, values[count:], strict=True))


# --- taking apart ------------------------------------------------------------------------------


def taken_apart(result, expected=None):
    """Form of a result, and the numbers of its outputs by the names of the expected ones."""
    wanted = outputs_of(expected) if expected else None
    if result is None:
        return "None", {}
    if isinstance(result, bool | np.bool_):
        return "bool", {}
    if isinstance(result, int | float | np.number | np.ndarray):
        array = np.asarray(result)
        if array.dtype.kind not in "iufb" or array.size > MAX_SIZE:
            return f"other {array.dtype.kind}", {}
        form = "array" if array.ndim else "number"
        if expected and expected.startswith("error"):  # then the form is all that is compared
            form = f"{form} {array.tolist()}"[:MAX_FORM]
        parts = {(wanted or [""])[0]: _numbers(array)}
        return (form, parts) if array.dtype.kind != "b" else ("other b", parts)
    if isinstance(result, dict) and len(result) <= MAX_KEYS:
        return _dict_apart(result, expected, wanted)
    if isinstance(result, tuple | list):
        return _items_apart(result, expected, wanted)
    return f"other {type(result).__name__}", {}


def _dict_apart(result, expected, wanted):
    pairs = {str(key): value for key, value in result.items()}
    form = "dict " + " ".join(pairs)
    if wanted and len(wanted) == len(pairs):
        if set(pairs) == set(wanted):
            form = expected
        left, matched = dict(pairs), {}
        for same in (lambda a, b: a == b, lambda a, b: a.lower().strip("d_") == b.lower()):
            for key in [k for k in wanted if k not in matched]:
                found = next((k for k in left if same(k, key)), None)
                if found is not None:
                    matched[key] = left.pop(found)
        rest = iter(left.values())
        pairs = {key: matched[key] if key in matched else next(rest) for key in wanted}
    return form, _parts(pairs)


def _items_apart(result, expected, wanted):
    if len(result) > MAX_ITEMS:
        return "other long", {}
    single = wanted is not None and wanted == [""]
    if isinstance(result, list) and (single or wanted is None or len(wanted) != len(result)):
        try:
            array = np.asarray(result)
        except ValueError:  # ragged
            return "list", {}
        if array.dtype.kind in "iuf" and array.size and array.size <= MAX_SIZE:
            return "list", {(wanted or [""])[0]: _numbers(array)}
    names = wanted if wanted and len(wanted) == len(result) else map(str, range(len(result)))
    return f"items {len(result)}", _parts(dict(zip(names, result, strict=True)))


def _parts(pairs):
    parts = {}
    for key, value in pairs.items():
        if isinstance(value, list):
            try:
                value = np.asarray(value)
            except ValueError:
                continue
        if isinstance(value, int | float | np.number | np.ndarray):
            array = np.asarray(value)
            if array.dtype.kind in "iuf" and array.size <= MAX_SIZE:
                parts[key] = _numbers(array)
    return parts


def _numbers(array):
    return array.dtype.name, np.array(array, dtype=np.float64)


def outputs_of(form):
    """Names of the outputs of a form: of "dict x w" they are x and w."""
    kind, *rest = form.split(" ")
    if kind == "dict":
        return rest
    if kind == "items":
        return [str(i) for i in range(int(rest[0]))]
    return [""] if kind in ("array", "number", "list") else []


def _share(part, groups):
    """Give to the first of the tied places what all of them got, if nobody got the wrong sign."""
    values = part[1].reshape(-1)
    for group in groups:
        shares = [values[i] for i in group] if max(group) < len(values) else []
        if shares and (min(shares) >= 0 or max(shares) <= 0):
            total = float(sum(shares))
            values[list(group)] = 0.0
            values[group[0]] = total


# --- codes -------------------------------------------------------------------------------------


def code_of_text(text):
    """The code of a form, a dtype or a note."""
    return _letters(hashlib.blake2b(text.encode(), digest_size=8).digest())


def codes_of_numbers(values, rtol):
    """Two codes of an array: one of them at least is the same for arrays equal to `rtol`."""
    finite = np.isfinite(values)
    size = float(np.max(np.abs(values[finite]), initial=0.0))
    odd = np.where(np.isnan(values), 1, np.where(values > 0, 2, 3))
    codes = []
    for offset in OFFSETS:
        if size == 0:
            scaled, scale = np.zeros(values.shape, dtype=np.int64), 0
        else:
            scaled = np.where(finite, values, 0) / size / rtol
            scaled = np.floor(scaled + offset).astype(np.int64)
            scale = math.floor(math.log(size) / rtol + offset)
        scaled = np.where(finite, scaled, (1 << 60) + odd)
        text = f"{values.shape}{scale}".encode() + np.ascontiguousarray(scaled).tobytes()
        codes.append(_letters(hashlib.blake2b(text, digest_size=8).digest()))
    return tuple(codes)


def _letters(digest):
    number = int.from_bytes(digest, "big")
    return "".join(LETTERS[number >> 6 * i & 63] for i in range(CODE))


def tolerance(probe):
    """The allowed difference of a probe's answers, relative to the largest number."""
    if probe.rtol is not None:
        return probe.rtol
    values = [v for step in probe.steps for v in (*step.args, *step.options.values())]
    values += [v for value in values if isinstance(value, dict) for v in value.values()]
    single = any(getattr(getattr(v, "array", v), "dtype", None) == np.float32 for v in values)
    return RTOL_FLOAT32 if single else RTOL


def is_exact(name, step):
    """Whether the dtype of a result counts; elsewhere ints are as good where they are right."""
    backward = step.method == "backward" or name.endswith("_backward")
    return backward or name in ("output_size", "pad_1d", "numerical_gradient", "to_image")


# --- arrays ------------------------------------------------------------------------------------


def _holds_arrays(value):
    return isinstance(value, np.ndarray | dict)


def arrays_in(result):
    """The arrays in a result, as plain ones; not what is too large to look at."""
    if isinstance(result, np.ndarray):
        fine = result.dtype.kind in "iuf" and result.size <= MAX_SIZE
        return [np.asarray(result)] if fine else []
    if isinstance(result, dict):
        result = list(result.values())[:MAX_KEYS]
    if isinstance(result, tuple | list) and len(result) <= MAX_ITEMS:
        return [array for part in result for array in arrays_in(part)]
    return []


def _copies(value):
    return [np.array(array) for array in arrays_in(value)]


def _equal(value, before):
    now = arrays_in(value)
    return len(now) == len(before) and all(
        np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
        for a, b in zip(now, before, strict=True)
    )


def _shares(array, value):
    try:
        return np.shares_memory(array, value, max_work=10_000)  # type: ignore[arg-type]
    except Exception:  # too hard to say
        return False
