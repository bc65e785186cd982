# the slice under a tap ends at u + H_out instead of u + stride * H_out (columns alike), so with a stride above 1 it is too short: an exception or wrong maps
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def under(self, P, u, v):
        Ho, Wo = self.out
        return P[:, :, u:u + Ho:self.stride, v:v + Wo:self.stride]

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.w, self.hw = w, X.shape[2:]
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        self.out = [(n + 2 * p - k) // s + 1 for n, k in zip(self.hw, w.shape[2:])]
        A = np.zeros((len(X), len(w), *self.out)) + b[:, None, None]
        for u, v in np.ndindex(w.shape[2:]):
            A += np.einsum('oc,ncij->noij', w[:, :, u, v], self.under(self.P, u, v))
        return A

    def backward(self, dA):
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u, v in np.ndindex(self.w.shape[2:]):
            self.under(dP, u, v)[...] += np.einsum('oc,noij->ncij', self.w[:, :, u, v], dA)
            dw[:, :, u, v] = np.einsum('noij,ncij->oc', dA, self.under(self.P, u, v))
        p, (H, W) = self.padding, self.hw
        return dP[:, :, p:p + H, p:p + W], dw, np.einsum('noij->o', dA).astype(float)
