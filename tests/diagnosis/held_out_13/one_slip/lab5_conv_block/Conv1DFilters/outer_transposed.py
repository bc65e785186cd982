# The map is (N, M) instead of (M, N), with the filters along the columns; backward follows the contract's shape.
class Conv1DFilters(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1:
            raise ValueError(f"Expected (N,) and (M,), got {np.shape(x)} and {np.shape(w)}.")
        self.x, self.w = x, w
        return x[:, None] * w

    def backward(self, da):
        da = da.astype(float)
        return self.w @ da, da @ self.x
