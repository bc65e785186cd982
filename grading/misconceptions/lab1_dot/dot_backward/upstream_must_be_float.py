"""Idea: An upstream gradient is a float, anything else means none.
Hint: da may be an integer, a NumPy number or an array of shape (): ask only whether it is None.
Family: number types
Fails: test_dot_backward_kinds
"""


def dot_backward(x, w, da=None):
    if not isinstance(da, float):
        da = 1.0
    return {"x": w * np.float64(da), "w": x * np.float64(da)}
