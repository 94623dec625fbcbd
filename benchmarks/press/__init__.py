"""The press: prints libraries of made-up articles for measuring. Every article follows from its number alone."""
