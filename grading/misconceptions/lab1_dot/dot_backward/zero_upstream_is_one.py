"""Idea: A da of 0 counts as if none were given.
Hint: For Python 0 counts as false. How can you tell a given 0 from nothing given?
Family: upstream
Fails: test_dot_backward_x, test_dot_backward_w, test_dot_backward_kinds
"""


def dot_backward(x, w, da=None):
    da = da or 1.0
    return {"x": np.float64(da) * w, "w": np.float64(da) * x}
