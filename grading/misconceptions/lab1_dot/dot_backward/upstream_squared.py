"""Idea: da comes in for the sum and once more for the product.
Hint: The sum hands da on as it is. How often is the loss multiplied by it in all?
Family: upstream
Fails: test_dot_backward_x, test_dot_backward_w, test_dot_backward_kinds,
    test_dot_backward_untouched
"""


def dot_backward(x, w, da=None):
    da = np.float64(1 if da is None else da)
    dp = da * np.ones(x.shape)
    return {"x": da * dp * w, "w": da * dp * x}
