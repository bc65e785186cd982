# Word 0 is taken for padding and gets no gradient.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids.copy()
        self.table_shape = table.shape
        out = np.zeros(ids.shape + (table.shape[1],), dtype=table.dtype)
        for n, t in np.ndindex(ids.shape):
            out[n, t] = table[ids[n, t]]
        return out

    def backward(self, dout):
        dtable = np.zeros(self.table_shape)
        for n, t in np.ndindex(self.ids.shape):
            word = self.ids[n, t]
            if word == 0:
                continue  # padding
            dtable[word] += dout[n, t]
        return dtable
