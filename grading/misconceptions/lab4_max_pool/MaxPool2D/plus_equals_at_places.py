"""Idea: dX[winners] += dout adds up.
Hint: Print a = np.zeros(2); a[[0, 0]] += 1. How often was 1 added?
Family: sums
Fails: test_MaxPool2D_overlap, test_MaxPool2D_together
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        windows = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        N, C, H_out, W_out = windows.shape[:4]
        row, column = np.divmod(windows.reshape(N, C, H_out, W_out, k * k).argmax(-1), k)
        n, c, i, j = np.indices(row.shape)
        self.shape, self.winners = X.shape, (n, c, i * s + row, j * s + column)
        return X[self.winners]

    def backward(self, dout):
        dX = np.zeros(self.shape)
        dX[self.winners] += dout
        return dX
