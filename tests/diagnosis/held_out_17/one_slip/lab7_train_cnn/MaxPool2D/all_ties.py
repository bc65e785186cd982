# every tied place of a window gets the full gradient (mask window == max)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        ho, wo = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        taps = [X[:, :, u:u + s * ho:s, v:v + s * wo:s][:, :, :ho, :wo] for u in range(k) for v in range(k)]
        self.out = np.max(np.stack(taps), axis=0)
        return self.out.copy()

    def backward(self, dout):
        k, s = self.size, self.stride
        ho, wo = dout.shape[2:]
        dX = np.zeros(self.X.shape)
        for u in range(k):
            for v in range(k):
                rows = slice(u, u + s * (ho - 1) + 1, s)
                cols = slice(v, v + s * (wo - 1) + 1, s)
                dX[:, :, rows, cols] += (self.X[:, :, rows, cols] == self.out) * dout
        return dX
