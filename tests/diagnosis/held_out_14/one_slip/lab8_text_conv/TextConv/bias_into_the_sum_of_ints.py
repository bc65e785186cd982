# the bias is added in place (a += b), which raises where x and w are integers and b is not
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        P = x.shape[2] - w.shape[2] + 1
        a = np.einsum('nct,oc->not', x[:, :, :P], w[:, :, 0])
        for k in range(1, w.shape[2]):
            a = a + np.einsum('nct,oc->not', x[:, :, k:k + P], w[:, :, k])
        a += b.reshape(-1, 1)
        return a

    def backward(self, da):
        P = da.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(self.w.shape[2]):
            dx[:, :, k:k + P] += np.einsum('not,oc->nct', da, self.w[:, :, k])
            dw[:, :, k] = np.einsum('not,nct->oc', da, self.x[:, :, k:k + P])
        return dx, dw, np.sum(da, axis=(0, 2), dtype=np.float64)
