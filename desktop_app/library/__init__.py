"""Files by the hundred: finding, analysing and writing down what was found; knows no Qt."""
