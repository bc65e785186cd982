# As in a well-known course: distribute_value; the average is dz / n_H, and the window's start forgets the stride.
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        (m, n_C, n_H_prev, n_W_prev) = X.shape
        f = self.size
        n_H = int(1 + (n_H_prev - f) / self.stride)
        n_W = int(1 + (n_W_prev - f) / self.stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vert_start, horiz_start = h * self.stride, w * self.stride
                        a_prev_slice = X[i, c, vert_start:vert_start + f, horiz_start:horiz_start + f]
                        A[i, c, h, w] = np.mean(a_prev_slice)
        self.cache = X.shape
        return A

    def distribute_value(self, dz, shape):
        (n_H, n_W) = shape
        average = dz / (n_H + n_W)
        return np.ones(shape) * average

    def backward(self, dout):
        dA_prev = np.zeros(self.cache)
        f = self.size
        m, n_C, n_H, n_W = dout.shape
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vert_start, horiz_start = h, w
                        da = dout[i, c, h, w]
                        dA_prev[i, c, vert_start:vert_start + f, horiz_start:horiz_start + f] += self.distribute_value(da, (f, f))
        return dA_prev
