# Coursera's distribute_value and create_mask mixed up: backward of the mean pool sends everything to the largest entry of the window
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def create_mask_from_window(self, x):
        mask = np.zeros(x.shape)
        mask[np.unravel_index(np.argmax(x), x.shape)] = 1
        return mask

    def forward(self, X):
        self.A_prev = X
        f, s = self.size, self.stride
        m, C, H, W = X.shape
        A = np.zeros((m, C, int(1 + (H - f) / s), int(1 + (W - f) / s)))
        for i, c, h, w in np.ndindex(A.shape):
            A[i, c, h, w] = np.mean(X[i, c, h * s:h * s + f, w * s:w * s + f])
        return A

    def backward(self, dZ):
        f, s = self.size, self.stride
        dA_prev = np.zeros(self.A_prev.shape)
        for i, c, h, w in np.ndindex(dZ.shape):
            a_slice = self.A_prev[i, c, h * s:h * s + f, w * s:w * s + f]
            dA_prev[i, c, h * s:h * s + f, w * s:w * s + f] += dZ[i, c, h, w] * self.create_mask_from_window(a_slice)
        return dA_prev
