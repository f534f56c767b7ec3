"""Times cnnc beside other runtimes: same weights, same input, same threads, outputs compared."""
