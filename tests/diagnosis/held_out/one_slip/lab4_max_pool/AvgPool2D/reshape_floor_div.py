# wrong: // instead of /: whole numbers
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        view = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        return view[:, :, ::s, ::s].mean(axis=(-2, -1))

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        rows, cols = dout.shape[2:]
        for u in range(k):
            for v in range(k):
                dX[:, :, u:u + s * rows:s, v:v + s * cols:s] += dout // k ** 2
        return dX
