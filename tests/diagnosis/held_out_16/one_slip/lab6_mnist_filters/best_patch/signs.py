# np.sign gives -1 where the weight is negative, a value outside [0, 1]
def best_patch(w):
    patch = np.sign(w)
    return patch * 1.0
