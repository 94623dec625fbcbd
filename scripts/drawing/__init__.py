"""The hand that draws the samples' pictures: light, land and water, and one module for each place."""
