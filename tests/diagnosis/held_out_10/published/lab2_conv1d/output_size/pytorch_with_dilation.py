# The formula of PyTorch's documentation, which rounds down and refuses nothing.
def output_size(n, k, padding=0, stride=1):
    dilation = 1
    return (n + 2 * padding - dilation * (k - 1) - 1) // stride + 1
