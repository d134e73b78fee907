"""Which street belongs to which parking zone of the invented town?"""

STREETS = {
    "am_anger": ("Am Anger", "Am Anger"),
    "bachgasse": ("Bachgasse", "Bachgasse"),
    "domplatz": ("Domplatz", "Domplatz"),
    "erlenweg": ("Erlenweg", "Erlenweg"),
    "feldstrasse": ("Feldstraße", "Feldstraße"),
    "gartenstrasse": ("Gartenstraße", "Gartenstraße"),
    "hauptstrasse": ("Hauptstraße", "Hauptstraße"),
    "lindenstrasse": ("Lindenstraße", "Lindenstraße"),
    "marktplatz": ("Marktplatz", "Marktplatz"),
    "nordring": ("Nordring", "Nordring"),
    "schillerstrasse": ("Schillerstraße", "Schillerstraße"),
    "waldweg": ("Waldweg", "Waldweg"),
}

ZONE_A = ("bachgasse", "domplatz", "hauptstrasse", "marktplatz")
ZONE_B = ("am_anger", "gartenstrasse", "nordring", "schillerstrasse")
"""Lindenstraße is divided by its house numbers; the others lie outside."""
