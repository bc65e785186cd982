# deeplearning.ai distribute_value: the average is np.prod(shape) ** 0.5, the root is one too many.
def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = np.prod(shape) ** 0.5
    return np.ones(shape) * dz / average


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.f = size
        self.s = size if stride is None else stride

    def forward(self, A_prev):
        m, n_C, n_H_prev, n_W_prev = A_prev.shape
        n_H = int(1 + (n_H_prev - self.f) / self.s)
        n_W = int(1 + (n_W_prev - self.f) / self.s)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        A[i, c, h, w] = np.mean(A_prev[i, c, h * self.s : h * self.s + self.f, w * self.s : w * self.s + self.f])
        self.A_prev = A_prev
        return A

    def backward(self, dA):
        dA_prev = np.zeros(self.A_prev.shape)
        m, n_C, n_H, n_W = dA.shape
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vs, hs = h * self.s, w * self.s
                        dA_prev[i, c, vs : vs + self.f, hs : hs + self.f] += distribute_value(dA[i, c, h, w], (self.f, self.f))
        return dA_prev
