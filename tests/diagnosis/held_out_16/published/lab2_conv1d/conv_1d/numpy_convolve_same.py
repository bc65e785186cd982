# blog "convolution by hand": a mathematician's convolution, the filter is reversed before it slides
def conv_1d(x, w):
    signal_len, kernel_len = len(x), len(w)
    half = kernel_len // 2
    padded = np.zeros(signal_len + 2 * half)
    padded[half : half + signal_len] = x
    kernel = w[::-1]
    result = []
    for i in range(signal_len):
        result.append(np.sum(padded[i : i + kernel_len] * kernel))
    return np.array(result)
