"""No formula: places are counted, shapes built up in a loop, the padding found by trying."""


def conv_out_size(n, kernel, stride=1, padding=0, dilation=1):
    for number in (n, kernel, stride, dilation):
        if number <= 0:
            raise ValueError("must be positive")
    if padding < 0:
        raise ValueError("padding must not be negative")
    places = 0
    start = -padding
    while start + dilation * (kernel - 1) < n + padding:
        places += 1
        start += stride
    if places == 0:
        raise ValueError("the kernel does not fit")
    return places


def conv_output_shape(input_shape, out_channels, kernel_size, stride=1, padding=0, dilation=1):
    if len(input_shape) < 3 or len(input_shape) > 5:
        raise ValueError("input_shape")
    if input_shape[1] < 1 or out_channels < 1:
        raise ValueError("channels")
    result = [input_shape[0], out_channels]
    for i in range(len(input_shape) - 2):
        arguments = []
        for option in (kernel_size, stride, padding, dilation):
            if type(option) is tuple:
                if len(option) != len(input_shape) - 2:
                    raise ValueError("tuple length")
                arguments.append(option[i])
            else:
                arguments.append(option)
        result.append(conv_out_size(input_shape[i + 2], *arguments))
    return result


def conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
    if ndim < 1 or ndim > 3 or in_channels < 1 or out_channels < 1:
        raise ValueError("layer")
    result = [out_channels, in_channels]
    if isinstance(kernel_size, int):
        for _ in range(ndim):
            result.append(kernel_size)
    else:
        result.extend(kernel_size)
    if len(result) != 2 + ndim or sorted(result)[0] < 1:
        raise ValueError("kernel")
    return result


def conv_param_count(ndim, in_channels, out_channels, kernel_size, bias=True):
    count = 1
    for number in conv_weight_shape(ndim, in_channels, out_channels, kernel_size):
        count *= number
    if bias:
        count += out_channels
    return count


def same_padding(kernel, dilation=1):
    n = 1000
    for padding in range(dilation * kernel):
        if conv_out_size(n, kernel, 1, padding, dilation) == n:
            return padding
    raise ValueError("no padding keeps the size")
