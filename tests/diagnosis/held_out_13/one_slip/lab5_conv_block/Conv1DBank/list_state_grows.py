# The windows are appended to a list that forward never empties, so after a second forward the first one's windows are used.
class Conv1DBank(Layer):
    def __init__(self):
        self.windows = []

    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 2 or w.shape[1] > len(x):
            raise ValueError(
                f"Expected (N,) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        K = w.shape[1]
        self.w, self.N = w.copy(), len(x)
        for i in range(len(x) - K + 1):
            self.windows.append(x[i : i + K].astype(np.float64))
        return np.array([[np.dot(f, x[i : i + K]) for i in range(len(x) - K + 1)] for f in w])

    def backward(self, da):
        M, K = self.w.shape
        dx, dw = np.zeros(self.N), np.zeros((M, K))
        for m in range(M):
            for i in range(self.N - K + 1):
                dw[m] += da[m, i] * self.windows[i]
                dx[i : i + K] += da[m, i] * self.w[m]
        return dx, dw
