"""
Idea: A filter is 3 × 3.
Hint: Read the numbers of rows and columns from the shape of w.
Family: axes
Fails: test_best_patch
"""


def best_patch(w):
    patch = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            if w[i, j] > 0:
                patch[i, j] = 1
    return patch
