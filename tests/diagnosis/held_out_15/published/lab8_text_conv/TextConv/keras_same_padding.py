# Pads the sentence with K - 1 zeros (half in front, half behind) as padding='same' does, so there are T outputs in place of T - K + 1.
class TextConv(Layer):
    def forward(self, x, w, b):
        N, C, T = x.shape
        O, _, K = w.shape
        self.left = (K - 1) // 2
        self.right = K - 1 - self.left
        self.xp = np.pad(x, ((0, 0), (0, 0), (self.left, self.right)))
        self.w, self.T = w, T
        out = np.zeros((N, O, T))
        for t in range(T):
            out[:, :, t] = np.tensordot(self.xp[:, :, t:t + K], w, axes=([1, 2], [1, 2])) + b
        return out

    def backward(self, da):
        K = self.w.shape[2]
        dxp, dw = np.zeros(self.xp.shape), np.zeros(self.w.shape)
        for t in range(da.shape[2]):
            d = da[:, :, t].astype(float)
            dw += np.einsum("no,nck->ock", d, self.xp[:, :, t:t + K])
            dxp[:, :, t:t + K] += np.einsum("no,ock->nck", d, self.w)
        return dxp[:, :, self.left:self.left + self.T].copy(), dw, da.sum(axis=(0, 2), dtype=float)
