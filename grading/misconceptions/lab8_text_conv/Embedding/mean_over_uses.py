"""Idea: A word that occurs twice gets the mean of its two gradients.
Hint: The loss changes with each place where the word is read. Does the chain rule add or
    average?
Family: scale
Fails: test_Embedding_repeats, test_Embedding_together, test_Embedding_kinds, test_Embedding_layer
"""


class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.shape)
        np.add.at(dtable, self.ids, dout)
        count = np.bincount(self.ids.ravel(), minlength=len(dtable))
        return dtable / np.maximum(count, 1)[:, None]
