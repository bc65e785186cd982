# Right: Horner's scheme from the last weight to the first, moving the sum one place to the left between two weights.
def conv_1d_unrolled(x, w):
    total = np.zeros(len(x), dtype=np.result_type(x, w))
    for weight in w[::-1]:
        moved = np.zeros_like(total)
        moved[:-1] = total[1:]
        total = moved + weight * x
    return total
