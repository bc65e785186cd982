# reads a padded line with an index matrix made by np.add.outer
import numpy as np
def unroll(x, k):
    longer = np.concatenate((x, np.zeros(k, dtype=x.dtype)))
    return longer[np.add.outer(np.arange(len(x)), np.arange(k))]
