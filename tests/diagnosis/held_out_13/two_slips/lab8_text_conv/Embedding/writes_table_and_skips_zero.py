# Keeps the table itself and writes the gradient into it, and takes word 0 for padding, which gets no gradient.
class Embedding(Layer):
    def forward(self, ids, table):
        if np.ndim(ids) != 2 or np.ndim(table) != 2:
            raise ValueError(f"Expected (N, T) and (V, D), got {np.shape(ids)}, {np.shape(table)}.")
        self.ids = ids
        self.table = table
        return table[ids]

    def backward(self, dout):
        grad = self.table
        grad[:] = 0
        for (n, t), word in np.ndenumerate(self.ids):
            if word:
                grad[word] += dout[n, t].astype(grad.dtype)
        return grad.astype(np.float64)
