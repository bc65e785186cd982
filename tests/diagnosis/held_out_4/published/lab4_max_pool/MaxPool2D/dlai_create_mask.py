# wrong: the mask is the maximum of all channels and images of the window, not of each
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.f = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.cache = X
        m, n_C, n_H_prev, n_W_prev = X.shape
        n_H = int(1 + (n_H_prev - self.f) / self.stride)
        n_W = int(1 + (n_W_prev - self.f) / self.stride)
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        vs, hs = h * self.stride, w * self.stride
                        A[i, c, h, w] = np.max(X[i, c, vs : vs + self.f, hs : hs + self.f])
        return A

    def backward(self, dout):
        dA_prev = np.zeros(self.cache.shape)
        m, n_C, n_H, n_W = dout.shape
        for h in range(n_H):
            for w in range(n_W):
                vs, hs = h * self.stride, w * self.stride
                a = self.cache[:, :, vs : vs + self.f, hs : hs + self.f]
                mask = a == np.max(a)
                dA_prev[:, :, vs : vs + self.f, hs : hs + self.f] += mask * dout[:, :, h : h + 1, w : w + 1]
        return dA_prev
