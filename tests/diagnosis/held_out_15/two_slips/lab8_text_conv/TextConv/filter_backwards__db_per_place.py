# forward lays the filter on backwards (w[:, :, ::-1]) while backward takes it as it stands; and db is summed over the sentences only, (O, P).
class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        P = x.shape[2] - w.shape[2] + 1
        f = w[:, :, ::-1]
        a = 0
        for k in range(w.shape[2]):
            a = a + np.einsum("nct,oc->not", x[:, :, k:k + P], f[:, :, k])
        return a + b[:, None]

    def backward(self, da):
        da = da.astype(float)
        P, K = da.shape[2], self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for k in range(K):
            dx[:, :, k:k + P] += np.einsum("not,oc->nct", da, self.w[:, :, k])
            dw[:, :, k] = np.einsum("not,nct->oc", da, self.x[:, :, k:k + P])
        return dx, dw, da.sum(axis=0)
