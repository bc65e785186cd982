# right
class Dense(Layer):
    def forward(self, X, w, b):
        self.X, self.w = np.array(X, float), np.array(w, float)
        return np.einsum("nd,dk->nk", self.X, self.w) + np.asarray(b)

    def backward(self, dA):
        return (np.einsum("nk,dk->nd", dA, self.w), np.einsum("nd,nk->dk", self.X, dA),
                np.einsum("nk->k", np.asarray(dA, float)))
