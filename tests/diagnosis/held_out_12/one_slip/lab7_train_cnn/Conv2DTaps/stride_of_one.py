# The tap's slice goes over the padded image in steps of one, the stride is only in the size.
class Conv2DTaps(Layer):
    """Convolution with one product for each tap of the filters."""

    def __init__(self, stride=1, padding=0):
        self.stride, self.padding = stride, padding

    def forward(self, X, w, b):
        """X (N, C, H, W), w (O, C, KH, KW) and b (O,) to (N, O, H_out, W_out)."""
        self.X, self.w = X, w
        p, s = self.padding, self.stride
        self.P = np.pad(X, ((0, 0), (0, 0), (p, p), (p, p)))
        KH, KW = w.shape[2:]
        h, v = (self.P.shape[2] - KH) // s + 1, (self.P.shape[3] - KW) // s + 1
        A = np.zeros((len(X), len(w), h, v)) + b[:, None, None]
        for u in range(KH):
            for t in range(KW):
                A += np.einsum("nchv,oc->nohv", self.P[:, :, u : u + h, t : t + v], w[:, :, u, t])
        return A

    def backward(self, dA):
        """The upstream gradient (N, O, H_out, W_out) to the tuple (dX, dw, db)."""
        p, (h, v) = self.padding, dA.shape[2:]
        dP, dw = np.zeros(self.P.shape), np.zeros(self.w.shape)
        for u in range(self.w.shape[2]):
            for t in range(self.w.shape[3]):
                dP[:, :, u : u + h, t : t + v] += np.einsum("nohv,oc->nchv", dA, self.w[:, :, u, t])
                dw[:, :, u, t] = np.einsum("nohv,nchv->oc", dA, self.P[:, :, u : u + h, t : t + v])
        H, W = self.X.shape[2:]
        return dP[:, :, p : p + H, p : p + W].copy(), dw, dA.sum((0, 2, 3))
