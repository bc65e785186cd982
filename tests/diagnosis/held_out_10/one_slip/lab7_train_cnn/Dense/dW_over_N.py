# dW is divided by the number of images, which the loss has done already.
class Dense(Layer):
    def forward(self, X, W, b):
        self.mem = X, W
        return np.einsum("nd,dk->nk", X, W) + b

    def backward(self, dA):
        X, W = self.mem
        dX = np.einsum("nk,dk->nd", dA, W).astype(float)
        dW = np.einsum("nd,nk->dk", X, dA) / X.shape[0]
        return dX, dW, dA.sum(axis=0).astype(float)
