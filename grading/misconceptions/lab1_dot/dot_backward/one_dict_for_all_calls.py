"""Idea: One dict will do for all calls.
Hint: What does the second call do to the result of the first? A dict made outside the function, or
    as a default argument, is made once.
Family: state
Fails: test_dot_backward_untouched
"""


def dot_backward(x, w, da=None, gradients={}):  # noqa: B006
    da = np.float64(1 if da is None else da)
    gradients["x"] = da * w
    gradients["w"] = da * x
    return gradients
