"""How well the readings agree with gold: records paired with rows, shares with intervals, confidences against what is right.

Gold files are what a careful reader finds in an article, one JSON file a document. `sets` finds them, `running` reads the articles,
`comparing` sets one document's reading beside its gold; `report` and `reliability` count what came of it.
"""
