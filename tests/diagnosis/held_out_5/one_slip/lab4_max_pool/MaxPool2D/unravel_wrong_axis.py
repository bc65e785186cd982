# wrong: the place of the winner is taken apart with the wrong modulus (rows of the window for columns of the image)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride if stride is not None else size

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = X.shape
        self.shape = X.shape
        oh, ow = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, oh, ow), dtype=X.dtype)
        self.at = np.zeros((N, C, oh, ow), dtype=int)
        for y in range(oh):
            for x in range(ow):
                win = X[:, :, y * s : y * s + k, x * s : x * s + k].reshape(N, C, k * k)
                self.at[:, :, y, x] = win.argmax(axis=2)
                out[:, :, y, x] = win.max(axis=2)
        return out

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for n, c, y, x in np.ndindex(self.at.shape):
            i, j = self.at[n, c, y, x] % k, self.at[n, c, y, x] // k
            dX[n, c, y * s + i, x * s + j] += dout[n, c, y, x]
        return dX
