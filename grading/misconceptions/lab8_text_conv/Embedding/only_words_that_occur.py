"""Idea: The gradient needs rows only for the words of the batch.
Hint: Which shape has the table? A word that did not occur has a gradient too: zeros.
Family: form
Fails: test_Embedding_backward, test_Embedding_upstream, test_Embedding_repeats
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros((self.ids.max() + 1, self.shape[1]))
        np.add.at(dtable, self.ids, dout)
        return dtable
