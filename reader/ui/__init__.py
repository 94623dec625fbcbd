"""What is seen: widgets that paint and listen, and decide nothing."""
