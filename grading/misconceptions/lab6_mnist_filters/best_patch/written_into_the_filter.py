"""
Idea: The patch can stand where the filter was.
Hint: Print the filter before and after the call.
Family: memory
Fails: test_best_patch_untouched
"""


def best_patch(w):
    patch = np.asarray(w)
    if patch.dtype.kind == "f" and patch.flags.c_contiguous:
        on = patch > 0
        patch[...] = 0
        patch[on] = 1
        return patch
    return np.where(patch > 0, 1.0, 0.0)
