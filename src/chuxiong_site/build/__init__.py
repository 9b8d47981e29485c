"""Load, analyse, render, prove, publish; and what commands do beside building."""
