# dX is made in forward and backward adds to it without clearing, so a second backward returns twice the gradient (and changes the first result)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        V = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        flat = V.reshape(V.shape[:4] + (-1,))
        best = flat.argmax(axis=4)
        n, c, i, j = np.indices(best.shape)
        self.places = n, c, i * s + best // k, j * s + best % k
        self.dX = np.zeros(X.shape)
        return flat.max(axis=4)

    def backward(self, dout):
        np.add.at(self.dX, self.places, dout)
        return self.dX
