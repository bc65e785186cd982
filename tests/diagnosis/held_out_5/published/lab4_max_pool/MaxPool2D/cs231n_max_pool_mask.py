# wrong: the mask x == max gives the whole gradient to each tied place
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.pool_param = {"size": size, "stride": stride or size}

    def forward(self, X):
        HH, S = self.pool_param["size"], self.pool_param["stride"]
        N, C, H, W = X.shape
        H1, W1 = (H - HH) // S + 1, (W - HH) // S + 1
        out = np.zeros((N, C, H1, W1))
        for n in range(N):
            for c in range(C):
                for k in range(H1):
                    for l in range(W1):
                        out[n, c, k, l] = np.max(
                            X[n, c, k * S : k * S + HH, l * S : l * S + HH]
                        )
        self.cache = X
        return out

    def backward(self, dout):
        X = self.cache
        HH, S = self.pool_param["size"], self.pool_param["stride"]
        N, C, H1, W1 = dout.shape
        dx = np.zeros(X.shape)
        for nn in range(N):
            for c in range(C):
                for k in range(H1):
                    for l in range(W1):
                        win = X[nn, c, k * S : k * S + HH, l * S : l * S + HH]
                        mask = win == np.max(win)
                        dx[nn, c, k * S : k * S + HH, l * S : l * S + HH] += (
                            mask * dout[nn, c, k, l]
                        )
        return dx
