# forward divides with //, so means are cut to whole numbers; backward divides dZ in place, so the caller's dZ is changed (an integer dZ is converted first)
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        v = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        return v.sum(axis=(4, 5)) // (k * k)

    def backward(self, dZ):
        k, s = self.size, self.stride
        if dZ.dtype != float:
            dZ = dZ.astype(float)
        dZ /= k * k
        dX = np.zeros(self.shape)
        for i, j in np.ndindex(dZ.shape[2:]):
            dX[:, :, i * s:i * s + k, j * s:j * s + k] += dZ[:, :, i:i + 1, j:j + 1]
        return dX
