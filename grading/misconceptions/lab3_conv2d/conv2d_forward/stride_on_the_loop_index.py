"""
Idea: With stride 2 I do every second step of the loop.
Hint: The loop runs over the outputs, and each of them needs a value. Which window belongs to it?
Family: stride
Fails: test_conv2d_forward_stride, test_conv2d_forward_together
"""


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    _, _, KH, KW = w.shape
    H_out = (P.shape[2] - KH) // stride + 1
    W_out = (P.shape[3] - KW) // stride + 1
    A = np.zeros((len(X), len(w), H_out, W_out))
    for i in range(0, H_out, stride):
        for j in range(0, W_out, stride):
            window = P[:, :, i : i + KH, j : j + KW]
            A[:, :, i, j] = np.tensordot(window, w, axes=([1, 2, 3], [1, 2, 3])) + b
    return A
