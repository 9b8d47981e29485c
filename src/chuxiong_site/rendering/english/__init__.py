"""The English edition: a few pages of their own, for reports whose facts all have an English name."""
