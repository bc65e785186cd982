# in backward the slices of dP lack the step: with a stride the gradient of X is added to neighbouring pixels (dw and db are right)
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding
    def forward(self, X, w, b):
        p, s = self.padding, self.stride
        self.P = np.pad(X.astype(float), ((0, 0), (0, 0), (p, p), (p, p)))
        self.w, self.hw = w, X.shape[2:]
        N, C, H, W = self.P.shape
        O, _, a, c = w.shape
        Ho, Wo = (H - a) // s + 1, (W - c) // s + 1
        out = np.zeros((N, O, Ho, Wo))
        for u in range(a):
            for v in range(c):
                out += np.einsum('ncij,oc->noij', self.P[:, :, u:u + s * Ho:s, v:v + s * Wo:s], w[:, :, u, v])
        return out + b[:, None, None]
    def backward(self, dA):
        dA = dA.astype(float)
        p, s = self.padding, self.stride
        Ho, Wo = dA.shape[2:]
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u in range(self.w.shape[2]):
            for v in range(self.w.shape[3]):
                dw[:, :, u, v] = np.einsum('noij,ncij->oc', dA, self.P[:, :, u:u + s * Ho:s, v:v + s * Wo:s])
                dP[:, :, u:u + Ho, v:v + Wo] += np.einsum('noij,oc->ncij', dA, self.w[:, :, u, v])
        H, W = self.hw
        return dP[:, :, p:p + H, p:p + W].copy(), dw, dA.sum(axis=(0, 2, 3))
