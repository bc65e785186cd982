# right: forward leaves a function behind that is the way back
class Conv1D(Layer):
    def forward(self, x, w):
        def way_back(da):
            g = np.array(da, dtype=np.float64)
            return float(w) * g, sum(gi * float(xi) for gi, xi in zip(g.tolist(), x))

        self.way_back = way_back
        return np.multiply(x, w)

    def backward(self, da):
        return self.way_back(da)
