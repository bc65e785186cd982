# dx slides the filter over the padded da without turning it round
from numpy.lib.stride_tricks import sliding_window_view


class Conv1DVector(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return sliding_window_view(x, len(w)) @ w

    def backward(self, da):
        da = da.astype(np.float64)
        k = len(self.w)
        padded = np.pad(da, (k - 1, k - 1))
        dx = sliding_window_view(padded, k) @ self.w
        dw = sliding_window_view(self.x, len(da)) @ da
        return dx, dw
