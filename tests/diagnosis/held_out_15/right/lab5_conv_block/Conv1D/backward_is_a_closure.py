# Right: forward makes the function for the way back and keeps only that.
class Conv1D(Layer):
    def forward(self, x, w):
        x0, w0 = np.array(x, dtype=float), float(w)

        def way_back(da):
            da = np.array(da, dtype=float)
            return w0 * da, np.vdot(da, x0)

        self.way_back = way_back
        return x0 * w0

    def backward(self, da):
        return self.way_back(da)
