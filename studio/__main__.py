"""How does the program start as ``python -m studio``?"""

from __future__ import annotations

import sys

from studio.main import main

if __name__ == "__main__":
    sys.exit(main())
