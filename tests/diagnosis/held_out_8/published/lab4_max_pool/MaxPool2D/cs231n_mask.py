# As in a well-known course: mask = window == max, times the upstream gradient, all tied places in full.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        pool_height = pool_width = self.size
        stride = self.stride
        H_ = 1 + (H - pool_height) // stride
        W_ = 1 + (W - pool_width) // stride
        out = np.zeros((N, C, H_, W_), dtype=X.dtype)
        for i in range(H_):
            for j in range(W_):
                x_masked = X[:, :, i * stride:i * stride + pool_height, j * stride:j * stride + pool_width]
                out[:, :, i, j] = np.max(x_masked, axis=(2, 3))
        self.cache = X.copy()
        return out

    def backward(self, dout):
        x, stride, k = self.cache, self.stride, self.size
        dx = np.zeros(x.shape)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                x_masked = x[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
                mask = (x_masked == np.max(x_masked, axis=(2, 3), keepdims=True)) * 1.0
                dx[:, :, i * stride:i * stride + k, j * stride:j * stride + k] += mask * dout[:, :, i:i + 1, j:j + 1]
        return dx
