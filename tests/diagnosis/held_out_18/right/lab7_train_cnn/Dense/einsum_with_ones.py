# the bias is one more row of weights for an input of ones, and db comes out as that row's gradient
class Dense(Layer):
    def forward(self, X, W, b):
        ones = np.ones((X.shape[0], 1))
        self.Xe = np.hstack([np.asarray(X, dtype=np.float64), ones])
        self.We = np.vstack([np.asarray(W, dtype=np.float64), np.asarray(b, dtype=np.float64)[None, :]])
        return np.einsum('nd,dk->nk', self.Xe, self.We)
    def backward(self, dA):
        d = np.asarray(dA, dtype=np.float64)
        dWe = np.einsum('nd,nk->dk', self.Xe, d)
        dXe = np.einsum('nk,dk->nd', d, self.We)
        return dXe[:, :-1].copy(), dWe[:-1].copy(), dWe[-1].copy()
