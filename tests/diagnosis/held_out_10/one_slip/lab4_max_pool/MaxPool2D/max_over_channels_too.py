# The largest is looked for over all channels of a window, and every channel gets it.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        s, t = self.size, self.stride
        h, v = (H - s) // t + 1, (W - s) // t + 1
        out = np.zeros((N, C, h, v), dtype=X.dtype)
        self.at, self.shape = {}, X.shape
        for n, c, i, j in np.ndindex(N, C, h, v):
            window = X[n, :, i * t:i * t + s, j * t:j * t + s]
            ch, a, b = np.unravel_index(window.argmax(), window.shape)
            out[n, c, i, j] = window[ch, a, b]
            self.at[n, c, i, j] = (n, ch, i * t + a, j * t + b)
        return out

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for index, place in self.at.items():
            dX[place] += dZ[index]
        return dX
