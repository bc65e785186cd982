"""Idea: The array of the sums takes the bias as well.
Hint: If x and w are whole numbers, so are their sums. Do these take 0.25?
Family: memory
Fails: test_TextConv_kinds
"""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        T = x.shape[2] - w.shape[2] + 1
        a = sum(np.einsum("nct,oc->not", x[:, :, k : k + T], w[:, :, k]) for k in range(w.shape[2]))
        a += b[:, None]
        return a

    def backward(self, da):
        T = da.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(self.w.shape[2]):
            dx[:, :, k : k + T] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            dw[:, :, k] += np.einsum("not,nct->oc", da, self.x[:, :, k : k + T])
        return dx, dw, da.sum(axis=(0, 2), dtype=np.float64)
