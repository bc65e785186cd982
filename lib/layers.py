"""What a layer promises, whatever it computes."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lib.calls import argument_names
from lib.cases import NOTHING, say_who_raised
from lib.compare import check_equal
from lib.messages import check_function
from lib.play import Filled, Step, play
from lib.robustness import Asked, arrays_in, batches, check_not_zero, leaves, share_memory


@check_function
def check_layer(
    make: Callable[..., Any],
    *inputs: Any,
    dout: Any,
    gives: Any = NOTHING,
    other: Any = None,
    **options: Any,
) -> None:
    """Check what a layer promises, whatever it computes.

    What forward and backward return must be right. Neither changes an argument or an earlier
    result, or shares memory with one, for a batch and for a single image of a single channel.
    Two backwards in a row agree. The last forward counts. Two layers share no state.

    Parameters
    ----------
    make : class
        The layer's.
    *inputs : arrays or numbers
        For forward. Choose them so that neither a result nor a gradient is all zeros.
    dout : array or number
        The upstream gradient, for backward.
    gives : pair, or a function that computes it
        What forward and what backward return; of several gradients a tuple.
    other : tuple, optional
        Other inputs, perhaps of other shapes. Without it, the first one with its sign turned
        around, and the rest doubled.
    **options
        Handed to the constructor, by position.
    """
    __tracebackhide__ = True
    if other is None:
        other = (-inputs[0], *(2 * value for value in inputs[1:]))
    asked = Asked(make, inputs, dout, options, gradient=True)
    scene = _one_scene(make, tuple(options.values()), inputs, dout, other)
    try:
        scene.judge(asked, gives)
        return
    except AssertionError as error:
        if not scene.when:  # the first forward or backward: there is no more to say
            raise
        broken = error
    _scene_by_scene(make, tuple(options.values()), inputs, dout, other).judge(asked, gives)
    raise broken  # a promise all the same, though it has been kept this time


def _one_scene(make, options, inputs, dout, other):
    """Two layers, which do in turn all that a broken promise would show in."""
    scenes = _Scenes(make, options)
    layer, second = scenes.layer(), scenes.layer()
    scenes.call(layer, "forward", inputs)
    scenes.call(layer, "backward", (dout,))
    when = "later"
    out = scenes.call(second, "forward", other, when)
    other_dout = Filled(out, 0.5)
    scenes.call(layer, "backward", (dout,), when, again="backward")
    elsewhere = scenes.call(second, "backward", (other_dout,), when)
    scenes.call(second, "backward", (other_dout,), when, again=elsewhere)
    scenes.call(layer, "forward", other, when, again=out)
    scenes.call(layer, "forward", inputs, when, again="forward")
    scenes.call(layer, "backward", (dout,), when, again="backward")
    scenes.call(layer, "forward", other, when, again=out)
    scenes.call(layer, "backward", (other_dout,), when, again=elsewhere)
    for values in batches([*inputs, dout])[1:]:
        scenes.call(layer, "forward", values[:-1], when, may_fail=True)
        scenes.call(layer, "backward", values[-1:], when, may_fail=True)
    return scenes


def _scene_by_scene(make, options, inputs, dout, other):
    """A scene for each promise, so that a message can say which is broken."""
    scenes = _Scenes(make, options)
    first = scenes.layer()
    scenes.call(first, "forward", inputs)
    scenes.call(first, "backward", (dout,))
    scenes.call(first, "backward", (dout,), "called twice in a row", again="backward")

    layer, when = scenes.layer(), "after a forward with other inputs (the last one counts)"
    scenes.call(layer, "forward", other, "with other inputs")
    scenes.call(layer, "forward", inputs, when, again="forward")
    scenes.call(layer, "backward", (dout,), when, again="backward")
    out = scenes.call(layer, "forward", other, "with other inputs")
    other_dout = Filled(out, 0.5)
    elsewhere = scenes.call(layer, "backward", (other_dout,), "with other inputs")
    when = "after a backward with other inputs"
    scenes.call(layer, "forward", inputs, when, again="forward")
    scenes.call(layer, "backward", (dout,), when, again="backward")

    layer, second = scenes.layer(), scenes.layer()
    scenes.call(layer, "forward", inputs, "of a first layer of two")
    scenes.call(second, "forward", other, "of a second layer")
    when = "after the forward of another layer of its class"
    scenes.call(layer, "backward", (dout,), when, again="backward")
    when = "after the backward of another layer of its class"
    scenes.call(second, "backward", (other_dout,), when, again=elsewhere)

    for values in batches([*inputs, dout])[1:]:
        layer, when = scenes.layer(), "with one image of one channel"
        scenes.call(layer, "forward", values[:-1], when, may_fail=True)
        scenes.call(layer, "backward", values[-1:], when, may_fail=True)
    return scenes


class _Scenes:
    """Calls of the methods of several layers, made in one play and watched in their order."""

    def __init__(self, make, options):
        self.make, self.options = make, options
        self.steps, self.calls, self.when = [], {}, ""

    def layer(self):
        self.steps.append(Step(self.make, self.options, wanted=False))
        return len(self.steps) - 1

    def call(self, layer, method, args, when="", again=None, may_fail=False):
        """Plan a call; `again`: it must give what this method, or that step, gave first."""
        given = [v if isinstance(v, Filled) else np.array(v)[()] for v in args]
        self.steps.append(Step(layer, tuple(given), method=method))
        number = len(self.steps) - 1
        before = [np.array(v) for v in given if not isinstance(v, Filled)]
        self.calls[number] = (method, given, before, when, again, may_fail)
        return number

    def judge(self, asked, gives):
        """Make all calls; no argument and no result so far may change or be handed out."""
        __tracebackhide__ = True
        seen: list = []
        results: dict = {}
        for number, (result, error) in enumerate(play(self.steps)):
            if number not in self.calls:
                if error is not None:
                    raise error
                continue
            method, given, before, when, again, may_fail = self.calls[number]
            self.when = when
            title = f"{asked.name}.{method}"
            if error is not None:
                if may_fail:
                    continue
                if not when or isinstance(error, NotImplementedError):
                    say_who_raised(error, asked.call(method))
                    raise error
                raise AssertionError(
                    f"{title} fails {when}: {type(error).__name__}: {error}"
                ) from error
            first = method not in results
            results[number] = copies = _copies(result)
            results.setdefault(method, copies)
            if first:
                if gives is NOTHING:
                    check_not_zero(result, title)
                else:
                    asked.method_right(method, result, gives)
            self._watch(title, method, given, before, result, seen)
            if again is not None:
                check_equal(copies, results[again], f"{title}, {when}")

    def _watch(self, title, method, given, before, result, seen):
        __tracebackhide__ = True
        if before:
            names = argument_names(getattr(self.make, method, None), len(given))
            labels = [f"the argument {name} of {method}" for name in names]
            seen += zip(labels, given, before, strict=True)
        for label, value, known in seen:
            if value.tobytes() != known.tobytes() and not np.array_equal(
                value, known, equal_nan=True
            ):
                raise AssertionError(
                    f"{title} changes {label}, which others still use. Make a copy."
                )
        for array in arrays_in(result):
            for label, value, _ in seen:
                if share_memory(array, value):
                    raise AssertionError(
                        f"{title} returns memory of {label}: whoever changes one changes the other "
                        "as well. Return a new array."
                    )
        seen += [(f"what {method} returned before", a, np.array(a)) for a in arrays_in(result)]


def _copies(result):
    """The numbers and arrays in a result, as they are now."""
    copies = tuple(np.array(leaf)[()] for leaf in leaves(result))
    return copies[0] if len(copies) == 1 else copies
