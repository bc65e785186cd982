"""Idea: A window that divides the image steps by its own size, whatever the stride is.
Hint: Try size 2 and stride 1 on an image of four columns: how many windows are there?
Family: stride
Fails: test_MaxPool2D
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = self.shape = X.shape
        if H % k == 0 and W % k == 0:
            s = k
        H_out, W_out = (H - k) // s + 1, (W - k) // s + 1
        windows = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        flat = windows[:, :, ::s, ::s].reshape(N, C, H_out, W_out, k * k)
        best = flat.argmax(axis=4)
        n, c, i, j = np.ogrid[:N, :C, :H_out, :W_out]
        self.places = n, c, i * s + best // k, j * s + best % k
        return flat.max(axis=4)

    def backward(self, dout):
        dX = np.zeros(self.shape)
        np.add.at(dX, self.places, dout)
        return dX
