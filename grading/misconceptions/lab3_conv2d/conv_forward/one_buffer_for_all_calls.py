"""
Idea: Making a new array in each call is slow, so I keep one for each size.
Hint: Call your function twice with two images, and look at the first result after the second call.
Family: memory
Fails: test_conv_forward_untouched
"""

_BUFFERS = {}


def conv_forward(X, w):
    KH, KW = w.shape
    shape = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    A = _BUFFERS.setdefault(shape, np.zeros(shape))
    for i, j in np.ndindex(shape):
        A[i, j] = np.sum(X[i : i + KH, j : j + KW] * w)
    return A
