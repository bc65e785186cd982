"""Idea: A convolution turns the filter round before it slides.
Hint: Deep learning slides the filter as it is. Which word does w[:, :, 0] meet at place 0?
Family: orientation
Fails: test_TextConv, test_TextConv_batch, test_TextConv_kinds, test_TextConv_layer
"""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        T = x.shape[2] - w.shape[2] + 1
        a = sum(
            np.einsum("nct,oc->not", x[:, :, k : k + T], w[:, :, -1 - k]) for k in range(w.shape[2])
        )
        return a + b[:, None]

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx, dw, T = np.zeros(self.x.shape), np.zeros(self.w.shape), da.shape[2]
        for k in range(self.w.shape[2]):
            dx[:, :, k : k + T] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            dw[:, :, k] = np.einsum("not,nct->oc", da, self.x[:, :, k : k + T])
        return dx, dw, da.sum(axis=(0, 2))
