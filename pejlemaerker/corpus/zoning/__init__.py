"""The rules by which `zones` tells what each block of an article is, by what they look at."""
