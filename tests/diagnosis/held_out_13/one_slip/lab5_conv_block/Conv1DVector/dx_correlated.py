# dx lays the filter on the padded upstream gradient without turning it round.
class Conv1DVector(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1 or len(w) > len(x):
            raise ValueError(
                f"Expected (N,) and (K,) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.x, self.w = x, w
        return np.lib.stride_tricks.sliding_window_view(x, len(w)) @ w

    def backward(self, da):
        k = len(self.w)
        framed = np.pad(np.asarray(da, dtype=float), k - 1)
        dx = np.lib.stride_tricks.sliding_window_view(framed, k) @ self.w
        dw = np.lib.stride_tricks.sliding_window_view(self.x, len(da)) @ da.astype(float)
        return dx, dw
