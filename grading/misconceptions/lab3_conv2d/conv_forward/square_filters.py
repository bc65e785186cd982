"""
Idea: A filter has one size.
Hint: A filter of shape (1, 2) has a height and a width: which one do you use where?
Family: axes
Fails: test_conv_forward_filters
"""


def conv_forward(X, w):
    k = len(w)
    return np.array(
        [
            [np.sum(X[i : i + k, j : j + k] * w) for j in range(X.shape[1] - k + 1)]
            for i in range(X.shape[0] - k + 1)
        ]
    )
