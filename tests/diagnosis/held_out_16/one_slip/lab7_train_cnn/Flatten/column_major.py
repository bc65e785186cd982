# flattens in MATLAB's order (the first of the further axes runs fastest) instead of by channel, row, column; the way back fits it
class Flatten(Layer):
    def forward(self, X):
        self.sz = X.shape
        return np.stack([x.flatten(order="F") for x in X])

    def backward(self, dout):
        return np.stack([row.astype(float).reshape(self.sz[1:], order="F") for row in dout])
