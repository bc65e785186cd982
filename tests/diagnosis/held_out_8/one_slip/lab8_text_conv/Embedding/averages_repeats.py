# Gradients of repeated words are averaged.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.V = ids, len(table)
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        total = np.zeros((self.V, dout.shape[2]))
        for n in range(dout.shape[0]):
            for t in range(dout.shape[1]):
                total[self.ids[n, t]] += dout[n, t]
        counts = np.bincount(self.ids.ravel(), minlength=self.V)
        return total / np.maximum(counts, 1)[:, None]
