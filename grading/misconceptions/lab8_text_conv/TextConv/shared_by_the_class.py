"""Idea: One place to remember x and w is enough.
Hint: In the class, in a global variable or in a default argument there is one memory for all
    layers. A network may have two: whose input does the first one find?
Family: state
Fails: test_TextConv_layer
"""


class TextConv(Layer):
    def forward(self, x, w, b):
        TextConv.x, TextConv.w = x, w
        T = x.shape[2] - w.shape[2] + 1
        a = sum(np.einsum("nct,oc->not", x[:, :, k : k + T], w[:, :, k]) for k in range(w.shape[2]))
        return a + b[:, None]

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx, dw, T = np.zeros(self.x.shape), np.zeros(self.w.shape), da.shape[2]
        for k in range(self.w.shape[2]):
            dx[:, :, k : k + T] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            dw[:, :, k] = np.einsum("not,nct->oc", da, self.x[:, :, k : k + T])
        return dx, dw, da.sum(axis=(0, 2))
