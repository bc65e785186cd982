# wrong: every tied entry gets the whole gradient; gradients of overlapping windows overwrite
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        self.h, self.w = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        rows = [[X[:, :, i * s : i * s + k, j * s : j * s + k].max((2, 3)) for j in range(self.w)] for i in range(self.h)]
        return np.array(rows).transpose(2, 3, 0, 1)

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for i in range(self.h):
            for j in range(self.w):
                win = self.X[:, :, i * s : i * s + k, j * s : j * s + k]
                top = win == win.max((2, 3), keepdims=True)
                dX[:, :, i * s : i * s + k, j * s : j * s + k] = top * dout[:, :, i, j][..., None, None]
        return dX
