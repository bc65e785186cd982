# the buffer is float; [p:-p] is empty for padding 0
def pad_1d(x, padding):
    buffer = np.zeros(x.size + 2 * padding)
    buffer[padding:-padding] = x
    return buffer
