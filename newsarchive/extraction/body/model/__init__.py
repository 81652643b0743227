"""What a block of text looks like in numbers, and the odds that it is part of the article."""
