"""Idea: For dx the weights are taken from the other end.
Hint: Word i is read with weight k at place i - k. Which weight meets place i, and which place i
    - 1?
Family: orientation
Fails: test_TextConv_backward_x, test_TextConv_upstream_x, test_TextConv_kinds, test_TextConv_layer
"""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        T = x.shape[2] - w.shape[2] + 1
        a = sum(np.einsum("nct,oc->not", x[:, :, k : k + T], w[:, :, k]) for k in range(w.shape[2]))
        return a + b[:, None]

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx, dw, T = np.zeros(self.x.shape), np.zeros(self.w.shape), da.shape[2]
        for k in range(self.w.shape[2]):
            dx[:, :, k : k + T] += np.einsum("not,oc->nct", da, self.w[:, :, -1 - k])
            dw[:, :, k] = np.einsum("not,nct->oc", da, self.x[:, :, k : k + T])
        return dx, dw, da.sum(axis=(0, 2))
