# right: forward leaves a closure behind that knows how to go back.
class Conv1D(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        kept = np.array(x, dtype=np.float64)

        def back(da):
            da = np.array(da, dtype=np.float64)
            return da * w, da @ kept

        self.backward_function = back
        return np.array([value * w for value in x])

    def backward(self, da):
        return self.backward_function(da)
