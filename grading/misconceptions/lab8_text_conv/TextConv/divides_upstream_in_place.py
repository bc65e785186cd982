"""
Idea: The gradient of a batch is a mean: I divide da by the number of sentences.
Hint: The loss has done that already, and da is not yours to write to.
Family: memory
Fails: test_TextConv_upstream_x, test_TextConv_upstream_w, test_TextConv_upstream_b,
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
            a[:, :, t] = np.einsum("nck,ock->no", x[:, :, t : t + K], w) + b
        return a

    def backward(self, da):
        x, w = self.x, self.w
        _, _, T = x.shape
        _, _, K = w.shape
        P = T - K + 1
        da /= len(da)
        dx, dw = np.zeros(x.shape), np.zeros(w.shape)
        for t in range(P):
            dx[:, :, t : t + K] += np.einsum("no,ock->nck", da[:, :, t], w)
            dw += np.einsum("no,nck->ock", da[:, :, t], x[:, :, t : t + K])
        db = da.sum(axis=(0, 2))
        return dx, dw, db
