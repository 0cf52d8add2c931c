"""Pages of meetings: for everybody, and for those who plan them, hold them and write down what happened."""
