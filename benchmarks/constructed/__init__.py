"""Constructed Danish articles on how municipalities, regions and the state are run: words, people, sentences, articles, files."""
