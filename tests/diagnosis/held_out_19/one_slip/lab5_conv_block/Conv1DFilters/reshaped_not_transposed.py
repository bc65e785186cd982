# np.outer(x, w) is (N, M) and is brought to (M, N) by reshape instead of a transpose
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = np.array(x), np.array(w)
        prod = np.outer(x, w)
        return prod.reshape(len(w), len(x))

    def backward(self, da):
        da = np.asarray(da, dtype=np.float64)
        dx = np.einsum("mn,m->n", da, self.w)
        dw = np.einsum("mn,n->m", da, self.x)
        return dx, dw
