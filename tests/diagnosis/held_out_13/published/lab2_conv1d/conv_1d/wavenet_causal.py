# A WaveNet blog's causal convolution: all zeros on the left, so the window is not centred.
def causal_pad(signal, width):
    return np.concatenate([np.zeros(width, dtype=signal.dtype), signal])


def conv_1d(x, w):
    kernel_size = len(w)
    padded = causal_pad(x, kernel_size - 1)
    outputs = [float(np.dot(padded[i : i + kernel_size], w)) for i in range(len(x))]
    return np.asarray(outputs)
