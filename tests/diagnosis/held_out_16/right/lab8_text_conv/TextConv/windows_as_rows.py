# right: all windows of all sentences as rows of one matrix, with a column of ones for the bias
class TextConv(Layer):
    def forward(self, x, w, b):
        N, C, T = x.shape
        O, _, K = w.shape
        win = np.lib.stride_tricks.sliding_window_view(x, K, axis=2).swapaxes(1, 2)
        rows = win.reshape(N * (T - K + 1), C * K)
        self.rows = np.column_stack([rows, np.ones(len(rows))]).astype(float)
        self.V = np.column_stack([w.reshape(O, C * K), b]).astype(float)
        self.sizes = N, C, T, O, K
        return (self.rows @ self.V.T).reshape(N, T - K + 1, O).swapaxes(1, 2)

    def backward(self, da):
        N, C, T, O, K = self.sizes
        d = da.astype(float).swapaxes(1, 2).reshape(-1, O)
        dV = d.T @ self.rows
        d_win = (d @ self.V[:, :-1]).reshape(N, T - K + 1, C, K)
        dx = np.zeros((N, C, T))
        for t in range(T - K + 1):
            dx[:, :, t : t + K] += d_win[:, t]
        return dx, dV[:, :-1].reshape(O, C, K).copy(), dV[:, -1].copy()
