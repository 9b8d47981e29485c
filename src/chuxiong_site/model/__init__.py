"""The records that every layer speaks of. They import nothing of the project above them and do nothing costly."""
