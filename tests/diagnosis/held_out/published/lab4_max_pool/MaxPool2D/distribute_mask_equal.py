# wrong: create_mask_from_window: x == max(x): all tied places get everything
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.f = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.A_prev = X
        m, n_C, n_H_prev, n_W_prev = X.shape
        n_H = 1 + (n_H_prev - self.f) // self.stride
        n_W = 1 + (n_W_prev - self.f) // self.stride
        A = np.zeros((m, n_C, n_H, n_W))
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        y, x = h * self.stride, w * self.stride
                        A[i, c, h, w] = np.max(X[i, c, y:y + self.f, x:x + self.f])
        return A

    def backward(self, dout):
        dA_prev = np.zeros(self.A_prev.shape)
        m, n_C, n_H, n_W = dout.shape
        for i in range(m):
            for h in range(n_H):
                for w in range(n_W):
                    for c in range(n_C):
                        y, x = h * self.stride, w * self.stride
                        a_slice = self.A_prev[i, c, y:y + self.f, x:x + self.f]
                        mask = a_slice == np.max(a_slice)
                        dA_prev[i, c, y:y + self.f, x:x + self.f] += mask * dout[i, c, h, w]
        return dA_prev
