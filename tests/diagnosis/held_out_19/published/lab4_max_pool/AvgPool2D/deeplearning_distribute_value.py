# deeplearning.ai manner: distribute_value's box is set, not added (da[...] = instead of +=)
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.hparameters = {"f": size, "stride": size if stride is None else stride}

    def distribute_value(self, dz, shape):
        (n_H, n_W) = shape
        average = dz / (n_H * n_W)
        return np.ones(shape) * average

    def forward(self, X):
        (m, n_C, n_H_prev, n_W_prev) = X.shape
        f, stride = self.hparameters["f"], self.hparameters["stride"]
        n_H = int(1 + (n_H_prev - f) / stride)
        n_W = int(1 + (n_W_prev - f) / stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        A[i, c, h, w] = np.mean(X[i, c, h * stride:h * stride + f, w * stride:w * stride + f])
        self.cache = X.shape
        return A

    def backward(self, dZ):
        f, stride = self.hparameters["f"], self.hparameters["stride"]
        dA_prev = np.zeros(self.cache)
        m, n_C, n_H, n_W = dZ.shape
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vert_start, horiz_start = h * stride, w * stride
                        dA_prev[i, c, vert_start:vert_start + f, horiz_start:horiz_start + f] = (
                            self.distribute_value(dZ[i, c, h, w], (f, f))
                        )
        return dA_prev
