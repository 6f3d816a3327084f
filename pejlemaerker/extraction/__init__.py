"""From a read article to rows: mentions, quotes, recommendations, figures, initiatives; and actors across documents.

Each extractor is a general set of rules of its own, `(article, ...) -> rows`. No rule knows a person or a phrase of any text.
"""
