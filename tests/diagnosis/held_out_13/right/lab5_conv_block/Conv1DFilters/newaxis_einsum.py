# right: einsum for everything, in float64 only on the way back.
class Conv1DFilters(Layer):
    def forward(self, x, w):
        if np.ndim(x) != 1 or np.ndim(w) != 1:
            raise ValueError(f"Expected (N,) and (M,), got {np.shape(x)} and {np.shape(w)}.")
        self.remembered = x, w
        return np.einsum("n,m->mn", x, w)

    def backward(self, da):
        x, w = (np.array(v, dtype=np.float64) for v in self.remembered)
        return np.einsum("mn,m->n", da, w), np.einsum("mn,n->m", da, x)
