"""What Tequio decides, without a framework: values in, values out. No clock, no files, no network, no chance."""
