"""Plain loops and lists."""


class TextConv(Layer):
    def forward(self, x, w, b):
        self.x, self.w = x, w
        N, M, C, K, T = len(x), len(w), w.shape[1], w.shape[2], x.shape[2]
        a = [[[b[o] for _ in range(T - K + 1)] for o in range(M)] for _ in range(N)]
        for n in range(N):
            for o in range(M):
                for t in range(T - K + 1):
                    for c in range(C):
                        for k in range(K):
                            a[n][o][t] = a[n][o][t] + w[o, c, k] * x[n, c, t + k]
        return np.array(a)

    def backward(self, da):
        dx, dw, db = np.zeros(self.x.shape), np.zeros(self.w.shape), np.zeros(len(self.w))
        N, M, P = da.shape
        for n in range(N):
            for o in range(M):
                for t in range(P):
                    g = float(da[n, o, t])
                    db[o] += g
                    for c in range(self.w.shape[1]):
                        for k in range(self.w.shape[2]):
                            dx[n, c, t + k] += g * self.w[o, c, k]
                            dw[o, c, k] += g * self.x[n, c, t + k]
        return dx, dw, db
