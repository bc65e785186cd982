"""
Idea: The gradients are those of the sum of all answers.
Hint: That is the local slope. What does the chain rule multiply it by?
Family: upstream
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
        da = np.ones(np.shape(da))
        dx, dw = np.zeros(x.shape), np.zeros(w.shape)
        for t in range(P):
            dx[:, :, t : t + K] += np.einsum("no,ock->nck", da[:, :, t], w)
            dw += np.einsum("no,nck->ock", da[:, :, t], x[:, :, t : t + K])
        db = da.sum(axis=(0, 2))
        return dx, dw, db
