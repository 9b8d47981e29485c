"""What commands say: problems, lists of numerals, differences, what a build came to; for people and for programs."""
