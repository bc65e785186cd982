# The result has a column for each filter; and dx is the mean over the filters.
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return np.array([[e * f for f in w] for e in x])

    def backward(self, da):
        da = da.reshape(len(self.w), len(self.x))
        return (da.T * self.w).mean(axis=1), (da @ self.x).astype(float)
