"""Idea: dx and dw get the dtypes of x and w.
Hint: What if x holds integers? zeros_like takes the dtype as well.
Family: number types
Fails: test_TextConv_kinds
"""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        T = x.shape[2] - w.shape[2] + 1
        a = sum(np.einsum("nct,oc->not", x[:, :, k : k + T], w[:, :, k]) for k in range(w.shape[2]))
        return a + b[:, None]

    def backward(self, da):
        dx, dw, T = np.zeros_like(self.x), np.zeros_like(self.w), da.shape[2]
        for k in range(self.w.shape[2]):
            seen = np.einsum("not,oc->nct", da, self.w[:, :, k])
            dx[:, :, k : k + T] += seen.astype(dx.dtype)
            dw[:, :, k] = np.einsum("not,nct->oc", da, self.x[:, :, k : k + T])
        return dx, dw, da.sum(axis=(0, 2)).astype(np.float64)
