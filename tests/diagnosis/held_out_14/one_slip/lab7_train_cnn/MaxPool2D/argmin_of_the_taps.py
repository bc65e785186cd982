# the remembered tap is the argmin over the taps, so the gradient goes to the smallest entry of each window
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = X.shape
        Ho, Wo = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        taps = np.stack([X[:, :, u:u + s * Ho:s, v:v + s * Wo:s] for u in range(k) for v in range(k)])
        self.who = taps.argmin(axis=0)
        return taps.max(axis=0)

    def backward(self, dout):
        k, s = self.size, self.stride
        Ho, Wo = dout.shape[2:]
        dX = np.zeros(self.shape)
        for p in range(k * k):
            u, v = divmod(p, k)
            dX[:, :, u:u + s * Ho:s, v:v + s * Wo:s] += dout * (self.who == p)
        return dX
