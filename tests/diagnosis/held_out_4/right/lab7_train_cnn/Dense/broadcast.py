# right
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return (X[:, :, None] * W[None]).sum(1) + b

    def backward(self, dA):
        g = np.asarray(dA, float)
        dX = np.inner(g, self.W)
        dW = np.tensordot(self.X, g, axes=(0, 0))
        return dX, dW, np.ones(len(g)) @ g
