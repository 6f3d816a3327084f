"""Articles with private, public and erased persons. All names, places and papers are made up."""

NEWS = """Sygehuset i Brombæk får ny leder

Af Trine Mølholm, journalist

Sygehuset i Brombæk får ny leder efter et år med lange ventetider. Det siger sygehusdirektør Hakon Birkemose, der er direktør for
Sygehus Brombæk.

»Vi skal have ventetiden ned på 20 dage, og derfor bør regionen ansætte ti læger,« siger Hakon Birkemose.

Patienten Solvej Tangberg ventede i 64 dage på en tid.

»Jeg blev glemt i systemet i to måneder,« siger Solvej Tangberg.

Solvejs søster skrev til sygehuset. Ifølge Tangberg svarede ingen. Hakon Birkemose mener, at afdelingen bør undskylde.
"""

LETTER = """Debat: Bussen kommer ikke mere

Af Ragnvald Skovlyst, Lysebro

Kommunen bør køre bussen igen. Vi er 140 beboere på vejen, og vi skal kunne komme til lægen. Politikerne skal lytte til os nu.
"""

RELEASE = """Pressemeddelelse fra Brombæk Kommune

Brombæk Kommune vil bruge 12 mio. kr. på ledelse i ældreplejen i 2025.

»Vi skal give lederne tid til at lede, og kommunen bør fjerne 30 skemaer,« siger borgmester Torkil Enghave (V), der er borgmester i
Brombæk Kommune.

Kommunaldirektør Yrsa Damkær i Brombæk Kommune mener, at andre kommuner bør gøre det samme.
"""

ARTICLES = {"nyhed.txt": NEWS, "debat.txt": LETTER, "pressemeddelelse.txt": RELEASE}
