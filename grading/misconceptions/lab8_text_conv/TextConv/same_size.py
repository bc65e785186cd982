"""
Idea: I pad, so that the result is as long as the sentence.
Hint: How many places has the result by the docstring? No padding here.
Family: padding
Fails: test_TextConv, test_TextConv_batch, test_TextConv_bias, test_TextConv_kinds,
    test_TextConv_layer
"""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        _, _, T = x.shape
        _, _, K = w.shape
        xp = np.pad(x, ((0, 0), (0, 0), (K // 2, K // 2)))
        a = np.stack(
            [np.einsum("nck,ock->no", xp[:, :, t : t + K], w) + b for t in range(T)], axis=2
        )
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
