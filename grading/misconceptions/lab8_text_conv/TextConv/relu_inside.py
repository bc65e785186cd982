"""
Idea: What is below zero drops out already here.
Hint: There is no ReLU in this layer. What does the formula give for a negative sum?
Family: special values
Fails: test_TextConv, test_TextConv_batch, test_TextConv_bias, test_TextConv_one_wide,
    test_TextConv_kinds, test_TextConv_layer
"""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, _, T = x.shape
        F, _, K = w.shape
        P = T - K + 1
        a = np.zeros((N, F, P))
        for t in range(P):
            a[:, :, t] = np.maximum(np.einsum("nck,ock->no", x[:, :, t : t + K], w) + b, 0)
        return a

    def backward(self, da):
        x, w = self.x, self.w
        _, _, T = x.shape
        _, _, K = w.shape
        P = T - K + 1
        da = np.asarray(da, float)
        dx, dw = np.zeros(x.shape), np.zeros(w.shape)
        for t in range(P):
            dx[:, :, t : t + K] += np.einsum("no,ock->nck", da[:, :, t], w)
            dw += np.einsum("no,nck->ock", da[:, :, t], x[:, :, t : t + K])
        db = da.sum(axis=(0, 2))
        return dx, dw, db
