# wrong: the value is distributed over n_H + n_W places, not n_H * n_W
def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H + n_W)
    return np.ones(shape) * average


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.f = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        m, n_C, n_H_prev, n_W_prev = X.shape
        n_H = 1 + (n_H_prev - self.f) // self.stride
        n_W = 1 + (n_W_prev - self.f) // self.stride
        A = np.zeros((m, n_C, n_H, n_W))
        for h in range(n_H):
            for w in range(n_W):
                vert_start, horiz_start = h * self.stride, w * self.stride
                vert_end, horiz_end = vert_start + self.f, horiz_start + self.f
                A[:, :, h, w] = np.mean(X[:, :, vert_start:vert_end, horiz_start:horiz_end], axis=(2, 3))
        self.A_prev_shape = X.shape
        return A

    def backward(self, dZ):
        dA_prev = np.zeros(self.A_prev_shape)
        m, n_C, n_H, n_W = dZ.shape
        for i in range(m):
            for c in range(n_C):
                for h in range(n_H):
                    for w in range(n_W):
                        vs, hs = h * self.stride, w * self.stride
                        dA_prev[i, c, vs : vs + self.f, hs : hs + self.f] += distribute_value(
                            dZ[i, c, h, w], (self.f, self.f)
                        )
        return dA_prev
