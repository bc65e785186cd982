# right
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x, dtype=float), np.array(w, dtype=float)
        return np.outer(self.w, self.x)

    def backward(self, da):
        return self.w @ da, da @ self.x
