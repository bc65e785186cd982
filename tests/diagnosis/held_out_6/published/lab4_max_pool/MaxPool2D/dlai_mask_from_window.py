# wrong: the mask of a window is true at every tied place, and each gets the full gradient
def create_mask_from_window(x):
    mask = x == np.max(x)
    return mask


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.hparameters = {"f": size, "stride": size if stride is None else stride}

    def forward(self, X):
        m, n_C, n_H_prev, n_W_prev = X.shape
        f = self.hparameters["f"]
        stride = self.hparameters["stride"]
        n_H = int(1 + (n_H_prev - f) / stride)
        n_W = int(1 + (n_W_prev - f) / stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        v, z = h * stride, w * stride
                        A[i, c, h, w] = np.max(X[i, c, v : v + f, z : z + f])
        self.cache = X
        return A

    def backward(self, dZ):
        A_prev = self.cache
        f = self.hparameters["f"]
        stride = self.hparameters["stride"]
        dA_prev = np.zeros(A_prev.shape)
        m, n_C, n_H, n_W = dZ.shape
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        v, z = h * stride, w * stride
                        mask = create_mask_from_window(A_prev[i, c, v : v + f, z : z + f])
                        dA_prev[i, c, v : v + f, z : z + f] += mask * dZ[i, c, h, w]
        return dA_prev
