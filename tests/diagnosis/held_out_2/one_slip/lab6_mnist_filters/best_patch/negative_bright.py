# wrong: bright where the filter is negative
def best_patch(w):
    return (w < 0).astype(float)
