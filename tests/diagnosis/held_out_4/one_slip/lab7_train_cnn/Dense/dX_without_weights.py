# wrong: dX uses W transposed on the wrong side of an einsum: summed over D's rows, it is dA times the row sums of W
class Dense(Layer):
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return np.einsum("nd,dk->nk", X, W) + b

    def backward(self, dA):
        dA = np.array(dA, float)
        dX = np.tile(dA.sum(axis=1, keepdims=True), (1, self.W.shape[0])) * self.W.sum(axis=1)
        return dX, np.einsum("nd,nk->dk", self.X, dA), np.einsum("nk->k", dA)
