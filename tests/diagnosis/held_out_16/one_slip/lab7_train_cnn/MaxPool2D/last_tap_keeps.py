# tap by tap: "which" is written for every tap that is larger than the first tap, not larger than the best so far, so the winner noted is the last tap above the first
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def tap(self, X, u, v):
        h, w = self.out
        s = self.stride
        return X[:, :, u : u + s * h : s, v : v + s * w : s][:, :, :h, :w]

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = X.shape
        self.out = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        first = self.tap(X, 0, 0)
        best = first.copy()
        self.which = np.zeros(first.shape, dtype=int)
        for p in range(1, k * k):
            now = self.tap(X, p // k, p % k)
            self.which[now > first] = p
            best = np.maximum(best, now)
        return best

    def backward(self, dout):
        dX = np.zeros(self.shape)
        for p in range(self.size**2):
            self.tap(dX, p // self.size, p % self.size)[...] += dout * (self.which == p)
        return dX
