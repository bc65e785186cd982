# right
# einsum in all three places
class Conv1DFilters(Layer):
    def forward(self, x, w):
        self.x, self.w = x.astype(float), w.astype(float)
        return np.einsum("m,n->mn", w, x)

    def backward(self, da):
        return np.einsum("mn,m->n", da, self.w), np.einsum("mn,n->m", da, self.x)
