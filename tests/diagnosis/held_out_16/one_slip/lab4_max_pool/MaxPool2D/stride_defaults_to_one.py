# without a stride the windows are one apart (stride 1) instead of size apart
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride or 1

    def forward(self, X):
        self.X = X.copy()
        k, s = self.size, self.stride
        view = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        self.win = view[:, :, ::s, ::s]
        return self.win.max(axis=(4, 5))

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        N, C, Ho, Wo = dZ.shape
        which = self.win.reshape(N, C, Ho, Wo, k * k).argmax(axis=-1)
        n, c, i, j = np.indices(dZ.shape)
        np.add.at(dX, (n, c, i * s + which // k, j * s + which % k), dZ)
        return dX
