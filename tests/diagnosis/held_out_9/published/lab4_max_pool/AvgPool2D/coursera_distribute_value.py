# distribute_value in the manner of Coursera divides by n_H * n_W of the output.
def distribute_value(dz, shape, n_H, n_W):
    average = dz / (n_H * n_W)
    return np.ones(shape) * average


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.hparameters = {"f": size, "stride": size if stride is None else stride}

    def forward(self, X):
        f, s = self.hparameters["f"], self.hparameters["stride"]
        m, c, h, v = X.shape
        A = np.zeros((m, c, 1 + (h - f) // s, 1 + (v - f) // s))
        for idx in np.ndindex(A.shape):
            A[idx] = np.mean(X[idx[0], idx[1], idx[2] * s:idx[2] * s + f, idx[3] * s:idx[3] * s + f])
        self.cache = X.shape
        return A

    def backward(self, dZ):
        f, s = self.hparameters["f"], self.hparameters["stride"]
        m, c, n_H, n_W = dZ.shape
        dA_prev = np.zeros(self.cache)
        for i, k, h, v in np.ndindex(dZ.shape):
            dA_prev[i, k, h * s:h * s + f, v * s:v * s + f] += distribute_value(dZ[i, k, h, v], (f, f), n_H, n_W)
        return dA_prev
