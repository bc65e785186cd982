# Returns the tuple in the order (dw, dx).
class Conv1D(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        self.x, self.w = x, w
        return np.multiply(w, x)

    def backward(self, da):
        da = np.array(da, dtype=np.float64)
        grad_filter = float(np.sum(da * self.x))
        grad_signal = da * self.w
        return grad_filter, grad_signal
