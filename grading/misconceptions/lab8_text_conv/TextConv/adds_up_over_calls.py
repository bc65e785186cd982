"""Idea: Gradients are sums, so backward adds to those of the last call.
Hint: Call backward twice after one forward. Should the second answer be twice the first?
Family: state
Fails: test_TextConv_layer
"""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        self.dx, self.dw = np.zeros(x.shape), np.zeros(w.shape)
        T = x.shape[2] - w.shape[2] + 1
        a = sum(np.einsum("nct,oc->not", x[:, :, k : k + T], w[:, :, k]) for k in range(w.shape[2]))
        return a + b[:, None]

    def backward(self, da):
        T = da.shape[2]
        for k in range(self.w.shape[2]):
            self.dx[:, :, k : k + T] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            self.dw[:, :, k] += np.einsum("not,nct->oc", da, self.x[:, :, k : k + T])
        return self.dx.copy(), self.dw.copy(), da.sum(axis=(0, 2), dtype=np.float64)
