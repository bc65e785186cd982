# a word that occurs several times keeps only the gradient of its last occurrence
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.V = ids, table.shape
        return table[ids]
    def backward(self, dout):
        dtable = np.zeros(self.V)
        for n, sentence in enumerate(self.ids):
            for t, word in enumerate(sentence):
                dtable[word] = dout[n, t]
        return dtable
