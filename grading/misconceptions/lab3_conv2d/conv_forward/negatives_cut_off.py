"""Idea: An activation below zero is no activation.
Hint: Cutting off what is negative is another layer's task. What does the sum give?
Family: special values
Fails: test_conv_forward, test_conv_forward_filters, test_conv_forward_images
"""


def conv_forward(X, w):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    H, W = X.shape
    KH, KW = w.shape
    A = np.zeros((H - KH + 1, W - KW + 1))
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            A[i, j] = np.sum(X[i : i + KH, j : j + KW] * w)
    return np.maximum(A, 0)
