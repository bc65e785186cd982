# The slices under a tap end at u + H_out and v + W_out in place of u + stride * H_out, so with a stride above 1 they are too small: it raises, or one place is broadcast to all.
class Conv2DTaps(Layer):
    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def under(self, array, u, v):
        s = self.stride
        return array[:, :, u:u + self.h:s, v:v + self.wd:s]

    def forward(self, X, w, b):
        s, p = self.stride, self.padding
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        self.w, self.size = w, X.shape[2:]
        self.h = (self.P.shape[2] - w.shape[2]) // s + 1
        self.wd = (self.P.shape[3] - w.shape[3]) // s + 1
        A = np.zeros((len(X), len(w), self.h, self.wd)) + b[:, None, None]
        for u, v in np.ndindex(w.shape[2:]):
            A += np.tensordot(w[:, :, u, v], self.under(self.P, u, v), axes=(1, 1)).swapaxes(0, 1)
        return A

    def backward(self, dA):
        p = self.padding
        dA = dA.astype(float)
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u, v in np.ndindex(self.w.shape[2:]):
            dw[:, :, u, v] = np.einsum("noij,ncij->oc", dA, self.under(self.P, u, v))
            self.under(dP, u, v)[...] += np.einsum("noij,oc->ncij", dA, self.w[:, :, u, v])
        H, W = self.size
        return dP[:, :, p:p + H, p:p + W].copy(), dw, dA.sum(axis=(0, 2, 3))
