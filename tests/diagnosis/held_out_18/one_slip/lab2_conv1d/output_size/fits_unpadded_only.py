# the check whether the window fits compares k with n alone and forgets the padding, so padded lines that are long enough raise
def output_size(n, k, padding=0, stride=1):
    if padding < 0 or stride < 1:
        raise ValueError("bad padding or stride")
    if k > n:
        raise ValueError("window longer than line")
    steps, rest = divmod(n + 2 * padding - k, stride)
    if rest:
        raise ValueError("does not divide")
    return steps + 1
