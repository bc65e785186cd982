"""
Idea: The gradient of the filter is the sum of the windows, and buffers look like what they are for.
Hint: Which of your two gradients uses dA? And what can a buffer made like an integer image hold?
Family: upstream
Fails: test_conv_backward_w, test_conv_backward_sizes_X, test_conv_backward_sizes_w,
    test_conv_backward_kinds, test_conv_backward_untouched
"""


def conv_backward(X, w, dA=None):
    _, size = X.shape
    _, k = w.shape
    places = size - k + 1
    if dA is None:
        dA = np.ones((places, places))
    assert dA.shape == (places, places)
    into_image, into_filter = np.zeros_like(X), np.zeros_like(w)
    for row in range(places):
        for column in range(places):
            rows, columns = slice(row, row + k), slice(column, column + k)
            into_image[rows, columns] += dA[row, column] * w
            into_filter += X[rows, columns]
    return {"X": into_image, "w": into_filter}
