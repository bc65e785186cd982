# keeps x and w as float columns and uses matrix products only
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.row = np.array(x, dtype=np.float64).reshape(1, -1)
        self.col = np.array(w, dtype=np.float64).reshape(-1, 1)
        return self.col @ self.row
    def backward(self, da):
        d = np.asarray(da, dtype=np.float64)
        return (self.col.T @ d).ravel(), (d @ self.row.T).ravel()
