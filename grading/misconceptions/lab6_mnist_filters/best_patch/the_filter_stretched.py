"""
Idea: A patch that looks like the filter excites it most, so I stretch the filter to [0, 1].
Hint: Each pixel can be chosen by itself. Which value of it makes its product largest?
Family: rule
Fails: test_best_patch, test_best_patch_weights, test_best_patch_zeros, test_best_patch_kinds,
    test_best_patch_untouched
"""


def best_patch(w):
    spread = w.max() - w.min()
    return (w - w.min()) / spread if spread else np.ones(w.shape)
