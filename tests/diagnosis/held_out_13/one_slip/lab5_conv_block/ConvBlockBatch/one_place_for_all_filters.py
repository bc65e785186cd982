# The place of a vector's strongest answer over all filters is used on the way back of every filter.
class ConvBlockBatch(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 2 or np.ndim(w) != 2 or w.shape[1] > x.shape[1]:
            raise ValueError(
                f"Expected (B, N) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.x, self.w = x, w
        K = w.shape[1]
        answers = []
        self.place = []
        for vector in x:
            a = np.array([w @ vector[i : i + K] for i in range(len(vector) - K + 1)])  # (P, M)
            self.place.append(int(a.max(axis=1).argmax()))
            answers.append(np.maximum(a.max(axis=0), 0))
        self.z = np.array(answers)
        return self.z.copy()

    def backward(self, dz):
        K = self.w.shape[1]
        dx = np.zeros(self.x.shape)
        dw = np.zeros(self.w.shape)
        for b, i in enumerate(self.place):
            g = dz[b] * (self.z[b] > 0)
            dx[b, i : i + K] += g @ self.w
            dw += np.outer(g, self.x[b, i : i + K])
        return dx, dw
