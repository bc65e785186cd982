# "gradient of a convolution is a convolution": dx is the full convolution of da with w, but w is flipped once more, so it is laid on unturned; forward and dw are right
class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        n_out = x.shape[0] - w.shape[0] + 1
        return np.array([np.sum(x[i : i + len(w)] * w) for i in range(n_out)])

    def backward(self, da):
        K = len(self.w)
        delta = np.pad(da.astype(np.float64), (K - 1, K - 1), mode="constant")
        kernel = np.flip(np.flip(self.w))
        dx = np.array([np.dot(delta[i : i + K], kernel) for i in range(len(self.x))])
        dw = np.array([np.dot(da.astype(np.float64), self.x[k : k + len(da)]) for k in range(K)])
        return dx, dw
