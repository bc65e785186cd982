"""Idea: An empty dict is a handy default to collect the gradients in.
Hint: Python makes a default once. What does the second call do to the result of the first?
Family: state
Fails: test_dot_backward_untouched
"""


def dot_backward(x, w, da=None, gradients={}):  # noqa: B006
    da = np.float64(1 if da is None else da)
    gradients["x"] = da * w
    gradients["w"] = da * x
    return gradients
