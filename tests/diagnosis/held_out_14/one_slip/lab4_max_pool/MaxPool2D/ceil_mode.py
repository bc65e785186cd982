# the image is filled up with minus infinity at the far end so that incomplete windows count too (ceil instead of floor)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.k = size
        self.s = stride or size

    def forward(self, X):
        self.shape = N, C, H, W = X.shape
        k, s = self.k, self.s
        more = [(-(L - k)) % s for L in (H, W)]
        P = np.pad(X.astype(float), ((0, 0), (0, 0), (0, more[0]), (0, more[1])), constant_values=-np.inf)
        self.pshape = P.shape
        V = np.lib.stride_tricks.sliding_window_view(P, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        V = V.reshape(V.shape[:4] + (k * k,))
        self.arg = V.argmax(axis=-1)
        return V.max(axis=-1)

    def backward(self, dZ):
        dP = np.zeros(self.pshape)
        n, c, i, j = np.indices(self.arg.shape)
        np.add.at(dP, (n, c, i * self.s + self.arg // self.k, j * self.s + self.arg % self.k), dZ)
        return dP[:, :, :self.shape[2], :self.shape[3]].copy()
