"""Files in and out: bytes on one side, plain values on the other. No database, no framework."""
