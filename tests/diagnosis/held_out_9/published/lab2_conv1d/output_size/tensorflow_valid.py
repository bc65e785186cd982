# TensorFlow's formula for VALID, rounded up: no error where the stride does not divide.
def output_size(n, k, padding=0, stride=1):
    total = n + 2 * padding
    if stride < 1 or padding < 0 or k > total:
        raise ValueError("k > n + 2p, or a bad stride or padding")
    return int(np.ceil((total - k + 1) / stride))
