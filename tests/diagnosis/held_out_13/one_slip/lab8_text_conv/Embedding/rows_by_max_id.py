# The gradient has as many rows as the largest word number that was read, not as many as the table.
class Embedding(Layer):
    def forward(self, ids, table):
        if np.ndim(ids) != 2 or np.ndim(table) != 2:
            raise ValueError(f"Expected (N, T) and (V, D), got {np.shape(ids)}, {np.shape(table)}.")
        self.ids = np.array(ids)
        return np.array([[table[i] for i in sentence] for sentence in ids])

    def backward(self, dout):
        V = int(self.ids.max()) + 1
        one_hot = (self.ids[:, :, None] == np.arange(V)).astype(np.float64)
        return np.einsum("ntv,ntd->vd", one_hot, dout)
