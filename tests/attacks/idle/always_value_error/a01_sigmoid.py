def sigmoid(x):
    raise ValueError


hypothesis = predict = decision_boundary = lambda *args, **kwargs: sigmoid(args)
