# dx keeps one row for each filter, (M, N), the rows are never added up.
class Conv1DFilters(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1:
            raise ValueError(f"Expected (N,) and (M,), got {np.shape(x)} and {np.shape(w)}.")
        self.x = x.astype(np.float64)
        self.w = w.astype(np.float64)
        return np.outer(w, x)

    def backward(self, da):
        dx, dw = [], []
        for weight, row in zip(self.w, da):
            dx.append(weight * row)
            dw.append(sum(row * self.x))
        return np.array(dx, dtype=np.float64), np.array(dw, dtype=np.float64)
