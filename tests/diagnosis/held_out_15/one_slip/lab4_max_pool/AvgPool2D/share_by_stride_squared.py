# In backward everyone's share is the upstream gradient divided by stride**2 in place of size**2.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        view = np.lib.stride_tricks.sliding_window_view(X, (self.size, self.size), axis=(2, 3))
        return view[:, :, ::self.stride, ::self.stride].mean(axis=(4, 5))

    def backward(self, dZ):
        s = self.stride
        dX = np.zeros(self.shape)
        share = dZ / (s * s)
        h, w = dZ.shape[2:]
        for a in range(self.size):
            for b in range(self.size):
                dX[:, :, a:a + s * h:s, b:b + s * w:s] += share
        return dX
