"""A report as a source that others cite: one record, in each form that people and reference managers use."""
