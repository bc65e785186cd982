# wrong: wraps around at the ends instead of zeros
def conv_1d(x, w):
    half = len(w) // 2
    result = np.zeros(len(x), dtype=np.result_type(x, w))
    for j, weight in enumerate(w):
        result = result + weight * np.roll(x, half - j)
    return result
