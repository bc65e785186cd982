# dead pairs (no window above zero) still pass the gradient to their best window; and dw comes from the windows of vector 0 for all vectors
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        K = w.shape[1]
        z = np.zeros((len(x), len(w)))
        self.pos = {}
        for b, vec in enumerate(x):
            for m, filt in enumerate(w):
                a = [float(vec[p:p + K] @ filt) for p in range(len(vec) - K + 1)]
                self.pos[b, m] = a.index(max(a))
                z[b, m] = max(0.0, max(a))
        return z
    def backward(self, dz):
        K = self.w.shape[1]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for (b, m), p in self.pos.items():
            dx[b, p:p + K] += dz[b, m] * self.w[m]
            dw[m] += dz[b, m] * self.x[0, p:p + K]
        return dx, dw
